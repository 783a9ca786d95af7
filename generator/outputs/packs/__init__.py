"""Study packs (学习材料): what an organiser prints for a session, as PDF and DOCX."""

from generator.outputs.packs.fonts import Fonts, FontsMissingError, find_fonts
from generator.outputs.packs.pdf import render_pdf
from generator.outputs.packs.word import render_docx
from generator.outputs.packs.writing import plan, prepare, render
from generator.outputs.shared.pack_contents.blocks import PackData
from generator.outputs.shared.pack_contents.composing import pack_data
from generator.outputs.shared.pack_contents.selection import PIECES, Selection

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
