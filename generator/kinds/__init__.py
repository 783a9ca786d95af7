"""What a text is that is no copy of a base document: another law, a report, its reprint."""

from generator.kinds.law_citations import cite_laws
from generator.kinds.laws import find_laws
from generator.kinds.reprints import find_reprints, for_reports
from generator.kinds.telling import Kinds, tell_kinds
from generator.kinds.text_reading import read_text

__all__ = [
    "Kinds",
    "cite_laws",
    "find_laws",
    "find_reprints",
    "for_reports",
    "read_text",
    "tell_kinds",
]
