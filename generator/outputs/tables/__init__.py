"""The duties and the coverage as CSV and XLSX, for people who go on working in a spreadsheet."""

from generator.outputs.tables.writing import render, tables

__all__ = ["render", "tables"]
