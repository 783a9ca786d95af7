"""The linker as one script: the grammar of citations that 核稿 reads with, and its own parts."""

from __future__ import annotations

from pathlib import Path

from generator.outputs.shared.page_templates import THEME

GRAMMAR = THEME / "assets" / "js" / "citation-grammar.js"
PARTS = ("meaning", "marking", "showing", "starting")


def linker_script() -> str:
    """Return linker.js; included twice it works once."""
    here = Path(__file__).parent
    parts = [GRAMMAR, *(here / f"{name}.js" for name in PARTS)]
    code = "\n".join(each.read_text("utf-8") for each in parts)
    return f'(() => {{\n"use strict";\nif (window.kbLinker) return;\n{code}}})();\n'
