"""Output: bundle."""
