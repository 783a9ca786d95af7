"""PackData -> PDF, set by Typst with the template beside this file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import typst

from generator.outputs.packs.fonts import Fonts, load_fonts
from generator.outputs.shared.pack_contents.blocks import PackData

TEMPLATE = Path(__file__).parent / "typst" / "pack.typ"

RenderPdf = Callable[[PackData], bytes]


def pdf_renderer(fonts: Fonts) -> RenderPdf:
    """Return what sets packs in `fonts`; it keeps them loaded from one pack to the next.

    It raises FontsMissingError when a character of a pack has no glyph.
    """
    compiler = typst.Compiler(
        input=str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=load_fonts(fonts.folders),
        ignore_system_fonts=True,
    )

    def render(pack: PackData) -> bytes:
        fonts.check(pack.strings(), pack.script, pack.name)
        pdf = compiler.compile(
            format="pdf",
            sys_inputs={
                "pack": pack.as_json(),
                "faces": json.dumps(fonts.faces(pack.script, pack.style.fonts), ensure_ascii=False),
            },
            timestamp=pack.timestamp,
        )
        if not isinstance(pdf, bytes):
            raise TypeError("typst returned no PDF")
        return pdf

    return render


def render_pdf(pack: PackData, fonts: Fonts) -> bytes:
    """Return one pack as PDF; for many, keep what pdf_renderer() returns."""
    return pdf_renderer(fonts)(pack)
