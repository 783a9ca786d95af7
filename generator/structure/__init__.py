"""Structure of base documents: scheme of numbering, divisions, articles, matter apart."""

from generator.structure.base_text import (
    BaseText,
    DivisionText,
    Leaf,
    division_rank,
    is_closing,
    read_base,
    shared_scheme,
)
from generator.structure.matter import MatterSpan, strange_annexes
from generator.structure.scheme import PARAGRAPHS, Scheme, form_of

__all__ = [
    "PARAGRAPHS",
    "BaseText",
    "DivisionText",
    "Leaf",
    "MatterSpan",
    "Scheme",
    "division_rank",
    "form_of",
    "is_closing",
    "read_base",
    "shared_scheme",
    "strange_annexes",
]
