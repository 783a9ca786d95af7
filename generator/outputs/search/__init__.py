"""Output: search."""
