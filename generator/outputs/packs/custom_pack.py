"""generator pack: a pack of one's own choice."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from generator.build.progress import say
from generator.errors import ContentError
from generator.model import Library
from generator.outputs.packs.collected import collection_pack, read_collection
from generator.outputs.packs.fonts import find_fonts
from generator.outputs.packs.pdf import render_pdf
from generator.outputs.packs.wished_articles import articles_wished, parts_wished
from generator.outputs.packs.wished_reports import option_of, reports_wished
from generator.outputs.packs.word import render_docx
from generator.outputs.packs.writing import say_lacking
from generator.outputs.shared.coverage_turns import UNSTATED
from generator.outputs.shared.pack_contents.blocks import PackData
from generator.outputs.shared.pack_contents.composing import pack_data
from generator.outputs.shared.pack_contents.selection import (
    PIECES,
    QUIZ,
    Selection,
    collation_of,
)
from generator.outputs.shared.site_settings import FONTS
from generator.outputs.shared.stated_choices import CHOSEN_BY
from generator.text.traditional import Converter

FORMATS = ("pdf", "docx")


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `generator pack` takes."""
    parser.add_argument(
        "--collection",
        type=Path,
        metavar="FILE",
        help="印一份摘编：网站“摘编”页导出的 .json；逐处与知识库核对",
    )
    parser.add_argument("--base", default="", metavar="ID", help="基准文件；只有一个时不必写")
    parser.add_argument(
        "--articles",
        default="",
        metavar="5,8-10",
        help="收哪些条，不写则全部；也可写 第二条之一、2-1（二条之一，或第二部分第一条）",
    )
    parser.add_argument(
        "--part",
        default="",
        metavar="2",
        help="收哪些部分（编、章、节），整部分收入：序号或 第二章",
    )
    parser.add_argument(
        "--include",
        default=",".join(PIECES),
        metavar="PIECES",
        help=f"收哪些内容，以逗号分开：{'、'.join(PIECES)}；另可加 {QUIZ}（自测题和答案）",
    )
    parser.add_argument("--report", action="append", default=[], metavar="ID", help="只收这篇材料")
    for fact in CHOSEN_BY:
        parser.add_argument(
            option_of(fact),
            action="append",
            default=[],
            metavar=fact.title,
            help=f"只收这样的报告，可写几次；没有写的用“{UNSTATED}”",
        )
    parser.add_argument("--script", choices=("hans", "hant"), default="hans", help="简体或繁体")
    parser.add_argument("--compact", action="store_true", help="小四号字，省纸")
    parser.add_argument("--format", default="pdf,docx", metavar="pdf,docx", help="文件格式")
    parser.add_argument("--session", default="", help="学习专题，印在封面")
    parser.add_argument("--date", default="", help="学习时间，如 2021-09-10")
    parser.add_argument("--place", default="", help="学习地点")
    parser.add_argument("--name", default="", help="文件名（不带后缀）")
    parser.add_argument(
        "--out", type=Path, default=Path("dist/packs"), metavar="DIR", help="放在哪里"
    )


def run(options: Namespace, library: Library) -> int:
    """Write the pack that the options ask for; ContentError says what is wrong with them.

    Returns 1 where something gathered no longer stands in the library, else 0.
    """
    formats = _words(options.format, FORMATS, "--format")
    convert = None
    if options.script == "hant":
        convert = Converter(term.name for term in library.terms).to_traditional
    if options.collection:
        pack, doubts = _collected(options, library, convert)
    else:
        pack, doubts = pack_data(library, chosen(options, library), convert), ()
    if not pack.sections:
        raise ContentError("--include", "所选条文没有这些内容，材料是空的")
    for doubt in doubts:
        say(doubt)
    _write(options, library, pack, formats)
    return 1 if doubts else 0


def _collected(
    options: Namespace, library: Library, convert: Callable[[str], str] | None
) -> tuple[PackData, tuple[str, ...]]:
    """Return the pack of a collection, and what is to be looked at in it."""
    _check_name(options.name)
    return collection_pack(
        library,
        read_collection(options.collection),
        name=options.name or options.collection.stem,
        script=options.script,
        compact=options.compact,
        cover=(options.session, options.date, options.place),
        convert=convert,
    )


def _write(options: Namespace, library: Library, pack: PackData, formats: tuple[str, ...]) -> None:
    """Write a pack in the formats that are wanted."""
    files = {}
    if "pdf" in formats:
        fonts = find_fonts((options.content / FONTS,))
        say_lacking(fonts, library.packs)
        files["pdf"] = render_pdf(pack, fonts)
    if "docx" in formats:
        files["docx"] = render_docx(pack)
    for suffix, data in files.items():
        path = options.out / f"{pack.name}.{suffix}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise ContentError(str(path), f"写不进去（{error.strerror}）") from error
        say(str(path))


def chosen(options: Namespace, library: Library) -> Selection:
    """Return the selection that the options stand for."""
    base = options.base or library.collations[0].edition.base.id
    edition = collation_of(library, base).edition
    parts = parts_wished(options.part, edition) if options.part else ()
    numbers = set(articles_wished(options.articles, edition) if options.articles else ())
    numbers |= {article.number for part in parts for article in part.articles}
    whole = not parts and not numbers
    wished = {fact.name: getattr(options, f"of_{fact.name}") for fact in CHOSEN_BY}
    reports, told = reports_wished(library, options.report, wished)
    numbers = {each.number for each in edition.articles} if whole else numbers
    _check_name(options.name)
    return Selection(
        base=base,
        articles=tuple(sorted(numbers)),
        parts=tuple(each.number for each in (edition.parts if whole else parts)),
        whole=whole,
        pieces=_words(options.include, (*PIECES, QUIZ), "--include"),
        reports=reports,
        reports_told=told,
        script=options.script,
        compact=options.compact,
        session=options.session,
        date=options.date,
        place=options.place,
        name=options.name or f"{base}-{'whole' if whole else 'selection'}",
    )


def _check_name(name: str) -> None:
    if name and not name.replace("-", "").replace("_", "").isalnum():
        raise ContentError("--name", "文件名只用字母、数字、汉字、- 和 _")


def _words(given: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    words = tuple(word.strip() for word in given.replace("，", ",").split(",") if word.strip())
    for word in words:
        if word not in known:
            raise ContentError(option, f"不认识“{word}”；可用：{'、'.join(known)}")
    if not words:
        raise ContentError(option, f"一项也没有；可用：{'、'.join(known)}")
    return words
