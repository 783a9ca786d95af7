"""What is derived for lookup: who must do what, the regulations named, the coverage."""

from generator.indexes.duties import by_body, extract_duties

__all__ = ["by_body", "extract_duties"]
