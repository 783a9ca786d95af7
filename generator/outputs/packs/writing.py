"""The standard packs of a library as files: what the build makes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from generator.addresses import WORD_TEMPLATE, traditional
from generator.build.memo import Memo
from generator.build.progress import say
from generator.model import USUAL_PACKS, Library, PackStyle
from generator.outputs.packs.fonts import Fonts, FontsMissingError, find_fonts, folders, load_fonts
from generator.outputs.packs.pdf import RenderPdf, pdf_renderer
from generator.outputs.packs.word import browser_template, render_docx, template_parts
from generator.outputs.packs.word.looks import NORMAL
from generator.outputs.shared.pack_contents.blocks import PackData
from generator.outputs.shared.pack_contents.composing import pack_data, traditional_pack
from generator.outputs.shared.pack_contents.selection import (
    Selection,
    has_traditional_packs,
    standard_selections,
)
from generator.outputs.shared.render_context import Context
from generator.quiz import make_questions
from generator.text.traditional import Converter, is_simplified

WORKERS = 2


def plan(library: Library) -> tuple[Selection, ...]:
    """Return what packs a library gets: the whole, each part, each article."""
    return standard_selections(library)


def prepare(memo: Memo) -> None:
    """Load the fonts, and let the memo know an empty pack."""
    load_fonts(tuple(map(str, folders())))
    memo(template_parts, NORMAL, USUAL_PACKS, "hans")


def render(library: Library, context: Context) -> None:
    """Write every standard pack as PDF and DOCX below site/packs/, and the PDFs to dist/packs/.

    Where library.yml asks for traditional characters, too, they lie below hant/packs/ as well.
    Where fonts are missing the PDFs are left out, with a word on what to do.
    """
    _write_template(library, context)
    packs = _standard_packs(library)
    _write(library, packs, context)
    if has_traditional_packs(library):
        convert = Converter(
            name for term in library.terms for name in (term.name, *term.aliases)
        ).to_traditional
        _write(library, [traditional_pack(pack, convert) for pack in packs], context)


def _write_template(library: Library, context: Context) -> None:
    """Write the look of packs for the browser, in the characters of either edition."""
    scripts = {"hans": WORD_TEMPLATE}
    if is_simplified(library.language):
        scripts["hant"] = traditional(WORD_TEMPLATE)
    for script, path in scripts.items():
        made = context.memo(browser_template, library.packs, script)
        _save(context.site / path, made.encode())


def _standard_packs(library: Library) -> list[PackData]:
    """Return every standard pack; the questions on a document are made once for all of them."""
    asked = {
        edition.base.id: make_questions(edition, library.duties, library.terms)
        for edition in (each.edition for each in library.collations)
        if library.packs.quiz
    }
    return [pack_data(library, each, questions=asked.get(each.base)) for each in plan(library)]


def _write(library: Library, packs: Sequence[PackData], context: Context) -> None:
    """Write packs of one script."""
    for pack in packs:
        docx = context.memo(render_docx, pack, context.memo, key=pack.as_json())
        _save(context.site / f"{pack.name}.docx", docx)
    try:
        own = context.settings.fonts
        fonts = find_fonts((own,) if own else (), context.memo)
        if packs[0].script == "hans":
            say_lacking(fonts, library.packs)
        pdfs = set_pdfs(packs, fonts, context.memo)
    except FontsMissingError as error:
        say(f"{'繁体字的 ' if packs[0].script == 'hant' else ''}PDF 没有做：{error}")
        return
    for pack, pdf in zip(packs, pdfs, strict=True):
        _save(context.site / f"{pack.name}.pdf", pdf)
        _save(context.dist / f"{pack.name}.pdf", pdf)


def say_lacking(fonts: Fonts, style: PackStyle) -> None:
    """Say in one line which of the fonts wished for are not here; others take their place."""
    if lacking := fonts.lacking(style.fonts):
        names = "、".join(lacking)
        say(f"PDF：没有找到字体 {names}，用别的字体代替；请把字体文件放进内容文件夹的 fonts/")


def set_pdfs(packs: Iterable[PackData], fonts: Fonts, memo: Memo) -> list[bytes]:
    """Return the packs as PDF, in their order; what the memo knows is not set again."""
    idle: SimpleQueue[RenderPdf] = SimpleQueue()
    made: list[RenderPdf] = []

    def borrow() -> RenderPdf:
        if idle.empty() and len(made) < WORKERS:
            made.append(pdf_renderer(fonts))
            return made[-1]
        return idle.get()

    def one(pack: PackData) -> bytes:
        return memo(_set, pack, borrow, idle.put, key=(pack.as_json(), fonts.stamp()))

    with ThreadPoolExecutor(min(WORKERS, os.cpu_count() or 1)) as pool:
        return list(pool.map(one, packs))


def _set(
    pack: PackData, borrow: Callable[[], RenderPdf], give_back: Callable[[RenderPdf], None]
) -> bytes:
    """Set one pack with a typesetter that no other thread is using."""
    typesetter = borrow()
    try:
        return typesetter(pack)
    finally:
        give_back(typesetter)


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
