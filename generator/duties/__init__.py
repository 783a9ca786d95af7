"""Duties: who must do what, and what nobody may, by the words of the edition."""

from generator.duties.extraction import by_body, extract_duties

__all__ = ["by_body", "extract_duties"]
