"""Structure of base documents: scheme of numbering, divisions, articles, matter apart."""

from generator.structure.base_text import BaseText, DivisionText, Leaf, read_base
from generator.structure.matter import MatterSpan
from generator.structure.scheme import PARAGRAPHS, Scheme, form_of

__all__ = [
    "PARAGRAPHS",
    "BaseText",
    "DivisionText",
    "Leaf",
    "MatterSpan",
    "Scheme",
    "form_of",
    "read_base",
]
