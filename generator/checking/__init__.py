"""Checking: what a careful editor would look at in a report, each kind with a code."""

from generator.checking.checking import check_piece
from generator.checking.codes import CODES, Code

__all__ = ["CODES", "Code", "check_piece"]
