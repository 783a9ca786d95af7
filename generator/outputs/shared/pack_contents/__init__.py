"""Study material (学习材料) before it is typeset: what is chosen, and what then stands in it."""

from generator.outputs.shared.pack_contents.blocks import Block, PackData, Row, Section
from generator.outputs.shared.pack_contents.composing import pack_data
from generator.outputs.shared.pack_contents.selection import PIECES, Selection, standard_selections

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
