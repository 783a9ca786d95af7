"""Labelled sentences read, and the weights of the links learned from them; no build needs it."""
