"""Meaning: words that official prose uses alike, whatever the base document is about."""
