"""The duties, the coverage and the 台账 as tables, for people who go on working in an office."""

from generator.outputs.sheets.writing import books, render

__all__ = ["books", "render"]
