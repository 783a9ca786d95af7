"""Drafts made from known texts, and what a check of them has to find."""
