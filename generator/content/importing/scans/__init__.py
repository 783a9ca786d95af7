"""Scans and photos -> text, with an optional reader of characters (`make ocr` installs it)."""
