"""Amendments made by a script, of which all is known, to try the comparison of versions on."""
