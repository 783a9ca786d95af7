"""Random inputs, and what must hold whatever they are (see scripts/fuzz.py)."""
