"""Scoring: how likely each sentence of a report speaks of each article, from named features."""
