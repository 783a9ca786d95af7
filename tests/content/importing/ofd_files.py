"""OFD files made for tests: pages of lines in millimetres, or those of a PDF page by page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from itertools import groupby, pairwise
from xml.sax.saxutils import escape

from generator.content.importing.layout import Glyph

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MILLIMETRES = 25.4 / 72


def text_object(x: float, y: float, words: str, size: float = 5.0, **attributes: str) -> str:
    """Return a line of text whose upper left corner is at a place."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 180 {size * 1.5}" Font="1" Size="{size}"{more}>'
        f'<ofd:TextCode X="0" Y="{size}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def page(objects: str, *, template: str = "") -> str:
    """Return a page's content."""
    used = f'<ofd:Template TemplateID="{template}"/>' if template else ""
    return (
        f"{HEAD}<ofd:Page {SPACE}>{used}<ofd:Content><ofd:Layer ID='2'>{objects}</ofd:Layer>"
        "</ofd:Content></ofd:Page>"
    )


def ofd(
    documents: Sequence[Sequence[str]],
    *,
    template: str = "",
    notes: str = "",
    size: tuple[float, float] = (210.0, 297.0),
) -> bytes:
    """Return an OFD file of documents, each a list of pages' contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        bodies = "".join(
            f"<ofd:DocBody><ofd:DocRoot>Doc_{at}/Document.xml</ofd:DocRoot></ofd:DocBody>"
            for at in range(len(documents))
        )
        archive.writestr("OFD.xml", f"{HEAD}<ofd:OFD {SPACE}>{bodies}</ofd:OFD>")
        for at, pages in enumerate(documents):
            listed = "".join(
                f'<ofd:Page ID="{100 + number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
                for number in range(len(pages))
            )
            made = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
            noted = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>" if notes else ""
            archive.writestr(
                f"Doc_{at}/Document.xml",
                f"{HEAD}<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
                f"0 0 {size[0]} {size[1]}</ofd:PhysicalBox></ofd:PageArea>{made}</ofd:CommonData>"
                f"<ofd:Pages>{listed}</ofd:Pages>{noted}</ofd:Document>",
            )
            for number, content in enumerate(pages):
                archive.writestr(f"Doc_{at}/Pages/Page_{number}/Content.xml", content)
            if template:
                archive.writestr(f"Doc_{at}/Tpls/Tpl_0/Content.xml", page(template))
            if notes:
                archive.writestr(
                    f"Doc_{at}/Annots/Annotations.xml",
                    f'{HEAD}<ofd:Annotations {SPACE}><ofd:Page PageID="100">'
                    "<ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>",
                )
                archive.writestr(
                    f"Doc_{at}/Annots/Page_0/Annotation.xml",
                    f'{HEAD}<ofd:PageAnnot {SPACE}><ofd:Annot ID="9" Type="Stamp"><ofd:Appearance>'
                    f"{notes}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>",
                )
    return out.getvalue()


def as_drawn(glyphs: Sequence[Glyph]) -> str:
    """Return glyphs of a page as text objects, a run on one line each, with their distances."""
    runs = groupby(glyphs, key=lambda each: (round(each.bottom, 1), round(each.size, 1)))
    return "".join(_run(list(run)) for _, run in runs)


def _run(glyphs: Sequence[Glyph]) -> str:
    first = glyphs[0]
    steps = [(after.left - before.left) * MILLIMETRES for before, after in pairwise(glyphs)]
    listed = [f"{step:.4f}" for step in steps]
    grouped = " ".join(
        f"g {count} {step}" if count > 2 else " ".join([step] * count)
        for step, count in ((step, len(list(same))) for step, same in groupby(listed))
    )
    size = first.size * MILLIMETRES
    left, top = first.left * MILLIMETRES, first.bottom * MILLIMETRES - size
    words = escape("".join(glyph.text for glyph in glyphs))
    return (
        f'<ofd:TextObject ID="1" Boundary="{left:.4f} {top:.4f} 200 {size:.4f}" Font="1" '
        f'Size="{size:.4f}"><ofd:TextCode X="0" Y="{size * 0.86:.4f}" DeltaX="{grouped}">'
        f"{words}</ofd:TextCode></ofd:TextObject>"
    )
