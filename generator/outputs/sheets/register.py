"""The 台账: what each body must or must not do, with room to say who does it, how and by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.duties import by_body
from generator.duties.wording import UNNAMED, clause_of
from generator.model import Collation, Duty, Library
from generator.outputs.shared.divisions import division_names
from generator.outputs.sheets.sheet import Book, Column, Row, Table
from generator.text.nomenclature import article_name

NAME = "register"
TO_FILL = ("责任领导", "责任部门", "措施", "时限", "完成情况")
NOTE = "责任内容由程序从条文中摘出，引用请核对原文；可以做、有权做的不列。空栏由各单位填写。"
COLUMNS = (
    Column("序号", 6, centred=True),
    Column("责任主体", 18),
    Column("责任内容", 52),
    Column("依据", 16, centred=True),
    Column(TO_FILL[0], 10, centred=True),
    Column(TO_FILL[1], 12, centred=True),
    Column(TO_FILL[2], 26),
    Column(TO_FILL[3], 10, centred=True),
    Column(TO_FILL[4], 16),
)
EDGE = "。；，、 　"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is asked, in the words of the article, and which article asks it."""

    words: str
    article: str


@dataclass(frozen=True, slots=True)
class Register:
    """The register of a base document: its title, and each body with what is asked of it."""

    title: str
    bodies: tuple[tuple[str, tuple[Entry, ...]], ...]


def registers(library: Library) -> tuple[Register, ...]:
    """Return a register for each base: the bodies with most first, no body last."""
    return tuple(_register(each, library.duties) for each in library.collations)


def register_book(library: Library) -> Book:
    """Return the registers as a workbook, a sheet for each base."""
    made = registers(library)
    alone = len(made) == 1
    sheets = tuple(
        _table(each, "台账" if alone else f"台账（{number}）")
        for number, each in enumerate(made, 1)
    )
    return Book(NAME, sheets)


def _register(collation: Collation, duties: Iterable[Duty]) -> Register:
    edition = collation.edition
    base = edition.base
    articles = {each.number: each for each in edition.articles}
    within = division_names(edition) if edition.restarts else {}
    asked = [each for each in duties if each.base == base.id and each.kind != "right"]
    bodies = []
    for body, found in sorted(by_body(asked), key=lambda each: (not each[0], -len(each[1]))):
        entries = dict.fromkeys(
            Entry(
                _words(duty, article.text),
                f"{within.get(article.number, '')}{article_name(article.label)}",
            )
            for duty in found
            for article in (articles[duty.article],)
        )
        bodies.append((body or UNNAMED, tuple(entries)))
    return Register(f"{base.short_title}责任落实台账", tuple(bodies))


def _words(duty: Duty, text: str) -> str:
    """Return the clause; a modal that is carried on from earlier is told in brackets."""
    words = clause_of(duty, text).words.replace("\n", "").strip(EDGE)
    return f"（{duty.modal}）{words}" if duty.carried and duty.modal else words


def _table(register: Register, title: str) -> Table:
    rows: list[Row] = []
    for body, entries in register.bodies:
        for entry in entries:
            blank = ("",) * len(TO_FILL)
            rows.append((len(rows) + 1, body, entry.words, entry.article, *blank))
    return Table(title, COLUMNS, tuple(rows), (register.title, NOTE), fixed=2, least_lines=2)
