"""Self-examination (自查): what is asked, filled in by units, read from their files and merged."""

from generator.examination.asked import Asked, asked_rows
from generator.examination.merging import Merged, MergedRow, merge
from generator.examination.overview import Overview, overview
from generator.examination.own_file import as_own_file
from generator.examination.reading import read_file
from generator.examination.tables import Filled, FilledRow

__all__ = [
    "Asked",
    "Filled",
    "FilledRow",
    "Merged",
    "MergedRow",
    "Overview",
    "as_own_file",
    "asked_rows",
    "merge",
    "overview",
    "read_file",
]
