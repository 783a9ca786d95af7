"""The duties and the coverage as CSV and XLSX, for people who go on working in a spreadsheet."""

from generator.outputs.sheets.writing import render, tables

__all__ = ["render", "tables"]
