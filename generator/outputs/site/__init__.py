"""Output: site."""
