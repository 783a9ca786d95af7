"""Study packs (学习材料): what an organiser prints for a session, as PDF and DOCX."""

from generator.material.blocks import PackData
from generator.material.composing import pack_data
from generator.material.selection import PIECES, Selection
from generator.outputs.packs.docx import render_docx
from generator.outputs.packs.fonts import Fonts, FontsMissingError, find_fonts
from generator.outputs.packs.pdf import render_pdf
from generator.outputs.packs.writing import plan, prepare, render

__all__ = [
    "PIECES",
    "Fonts",
    "FontsMissingError",
    "PackData",
    "Selection",
    "find_fonts",
    "pack_data",
    "plan",
    "prepare",
    "render",
    "render_docx",
    "render_pdf",
]
