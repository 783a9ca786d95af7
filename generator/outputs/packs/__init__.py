"""Output: packs."""
