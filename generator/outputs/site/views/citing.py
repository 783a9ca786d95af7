"""How documents and their places are cited, for what readers copy and for 引用."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Article, Edition, Law, Part, Piece
from generator.outputs.shared.matter_shown import document_number
from generator.outputs.site.views import words
from generator.text.nomenclature import chinese_date
from generator.text.provisions import provision_name, provisions

FORMS = (("short", "简称"), ("full", "全称、文号和日期"), ("part", "带部分"), ("gb", "GB/T 7714"))


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document as it is cited: 《意见》; its title, number and date; its entry by GB/T 7714."""

    short: str
    full: str
    entry: str


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """An article as it is cited behind its document: 第（五）条, and the division it lies in.

    Where numbers begin anew in each division the name holds the division, as it is no name
    without; `part` is then empty.
    """

    name: str
    part: str


def cited_base(edition: Edition) -> CitedDocument:
    """Return how a base document is cited."""
    base = edition.base
    date = base.adopted or base.published
    return CitedDocument(
        base.short_title,
        _full(base.title, (document_number(edition), chinese_date(date))),
        reference_entry(base.issuer, base.title, base.published or date),
    )


def cited_report(piece: Piece) -> CitedDocument:
    """Return how a report is cited."""
    kind = "R" if piece.genre.endswith("报告") else "Z"
    return CitedDocument(
        _quoted(piece.title),
        _full(piece.title, (piece.issuer, chinese_date(piece.date))),
        reference_entry(piece.issuer, piece.title, piece.date, kind),
    )


def cited_law(law: Law) -> CitedDocument:
    """Return how another law is cited."""
    piece = law.document.piece
    return CitedDocument(
        _quoted(law.title),
        _full(law.title, (chinese_date(piece.date),)),
        reference_entry(piece.issuer, law.title, piece.date),
    )


def cited_unit(article: Article, divisions: Iterable[Part], *, restarts: bool) -> CitedUnit:
    """Return how an article is cited that lies in `divisions`, the highest first."""
    name, part = words.article_name(article), "".join(map(words.part_name, divisions))
    return CitedUnit(part + name, "") if restarts else CitedUnit(name, part)


def cited_forms(document: CitedDocument, unit: CitedUnit) -> tuple[tuple[str, str, str], ...]:
    """Return id, name and words of every form in which an article is cited."""
    told = {
        "short": document.short + unit.name,
        "full": document.full + unit.name,
        "part": document.short + unit.part + unit.name,
        "gb": f"{document.entry}: {unit.name}.",
    }
    return tuple((form, name, told[form]) for form, name in FORMS)


def reference_entry(issuer: str, title: str, date: str, kind: str = "Z") -> str:
    """Return an entry by GB/T 7714 up to where the page, here the article, is told.

    The standard (2015, 4.1; its examples of reports in annex A) has for a whole document

        主要责任者. 题名[文献类型标识]. 出版地: 出版者, 出版年: 引文页码.

    and for one that was published by its issuer the date alone, as its newspapers have it.  Of
    its marks (annex B) R is a report; laws, regulations and documents of an office have none of
    their own and go under Z, 其他.  What is cited is the document, not this copy of it: so there
    is no carrier (/OL), no address and no date of access, which belong to what has been read on
    the net (EB/OL) and which the edition of 2025 asks for there only.  The punctuation is the
    standard's own.
    """
    entry = f"{title}[{kind}]"
    entry = f"{issuer}. {entry}" if issuer else entry
    return f"{entry}. {date}" if date else entry


def cited_provisions(text: str, heading: str = "") -> dict[str, str]:
    """Return address -> how it is cited, of every 款, 项 and 目 of the article `text`.

    The first 款 goes unsaid where the article has only one: k1x3 is 第（三）项, but where there
    is a second 第一款第（三）项.  A heading on a line of its own is no 款.
    """
    found = [each.address for each in provisions(text)]
    first = text.partition("\n")[0].strip().rstrip("。")
    above = 1 if heading and first == heading.rstrip("。") and "k2" in found else 0
    alone = f"k{above + 2}" not in found
    told = {}
    for address in found:
        number, item = re.fullmatch(r"k(\d+)(.*)", address).groups()  # type: ignore[union-attr]
        name = provision_name(f"k{int(number) - above}{item}") if int(number) > above else ""
        told[address] = name.removeprefix("第一款" if alone else "")
    return told


def _quoted(title: str) -> str:
    """Return a title in its marks; those in brackets are the editors' and bear none."""
    return title if title.startswith(("《", "［")) else f"《{title}》"


def _full(title: str, facts: Iterable[str]) -> str:
    told = "，".join(filter(None, facts))
    return f"{_quoted(title)}（{told}）" if told else _quoted(title)
