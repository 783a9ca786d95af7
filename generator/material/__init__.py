"""Study material (学习材料) before it is typeset: what is chosen, and what then stands in it."""

from generator.material.blocks import Block, PackData, Row, Section
from generator.material.composing import pack_data
from generator.material.selection import PIECES, Selection, standard_selections

__all__ = [
    "PIECES",
    "Block",
    "PackData",
    "Row",
    "Section",
    "Selection",
    "pack_data",
    "standard_selections",
]
