"""Structure of base documents: scheme of numbering, divisions, articles, matter apart."""

from generator.structure.base_text import BaseText, DivisionText, Leaf, read_base
from generator.structure.matter import MatterSpan
from generator.structure.scheme import Scheme

__all__ = ["BaseText", "DivisionText", "Leaf", "MatterSpan", "Scheme", "read_base"]
