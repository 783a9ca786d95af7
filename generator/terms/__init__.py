"""Terms proposed for a library: what its texts call the things that they speak of."""

from generator.terms.suggesting import suggest_terms
from generator.terms.suggestion import Standing, Suggestion, Wording

__all__ = ["Standing", "Suggestion", "Wording", "suggest_terms"]
