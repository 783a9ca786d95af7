"""What a text is that is no copy of a base document: another law, a report, its reprint."""

from generator.kinds.law_citations import cite_laws
from generator.kinds.laws import find_laws
from generator.kinds.reprints import find_reprints, for_reports

__all__ = ["cite_laws", "find_laws", "find_reprints", "for_reports"]
