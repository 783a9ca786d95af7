"""Structure of base documents: scheme of numbering, divisions, articles, matter apart."""

from generator.structure.base_text import BaseText, DivisionText, Leaf, read_base
from generator.structure.matter import Matter
from generator.structure.scheme import Scheme

__all__ = ["BaseText", "DivisionText", "Leaf", "Matter", "Scheme", "read_base"]
