"""What the page 核稿 loads: draft/m.js, the documents; draft/r0.js..., the letters of the reports.

Each is a script that hands its content to kbDraft.  In m: `bases` with the forms of their names
and their articles; `originals`, the texts that may be quoted; `folds`, characters and what they are
compared as; `reports`, names and pages; `shards`, how many reports are in each r; `codes`, what
findings are called; `misread`, look-alikes.  An r is rows: what ids of sentences begin with, the
letters of running text with a line feed where a stretch ends, with which letters sentences begin
and their numbers, both as steps from the one before.

The traditional edition has an m of its own, in which what is shown is in traditional characters;
`shown` of an original is its text so.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from generator import addresses
from generator.checking import CODES
from generator.checking.lookalikes import misread_forms
from generator.draft.coverage import passages_to_look_at
from generator.draft.originals import originals_of
from generator.linking.named_documents import normal, short_names
from generator.model import Document, Edition, Library
from generator.outputs.draft.contents import shortened
from generator.outputs.draft.coverage_tables import scorer_tables
from generator.outputs.shared.report_names import library_names
from generator.reuse.reading import Reader
from generator.text.nomenclature import article_name, part_name
from generator.text.official_language import official_language
from generator.text.provisions import provisions
from generator.text.simplified import simplified
from generator.text.traditional import Converter, is_simplified

ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
Row = tuple[str, str, list[int], list[int]]
FOLDER = "draft"
SHARD = 160_000  # letters
RARE = 6.5  # nats by which a letter surprises
STATE = re.compile("^(?:中华人民共和国|中国共产党|中共中央国务院|中共中央|国务院)(?=.{2})")
NUMBER = re.compile(r"(\d+)$")


def draft_tables(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the files by their paths in the site."""
    names = library_names(library)
    counts: list[int] = []
    for rows in _shards(library):
        name = f"r{len(counts)}"
        yield f"{FOLDER}/{name}.js", _script(name, rows)
        counts.append(len(rows))
    documents = _documents(library, names, counts)
    yield f"{FOLDER}/m.js", _script("m", documents)
    if is_simplified(library.language):
        words = {word for term in library.terms for word in (term.name, *term.aliases)}
        turned = _turned(documents, Converter(words).to_traditional)
        yield addresses.traditional(f"{FOLDER}/m.js"), _script("m", turned)


def _script(name: str, content: object) -> str:
    code = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for symbol, escape in ESCAPES.items():
        code = code.replace(symbol, escape)
    return f'kbDraft("{name}",{code});\n'


def _documents(library: Library, names: dict[str, str], shards: list[int]) -> dict[str, Any]:
    editions = [each.edition for each in library.collations]
    passages = _passages(library, names)
    return {
        "bases": [
            {
                **_base(edition, passages),
                "scored": scorer_tables(edition, library.terms, library.thesaurus),
            }
            for edition in editions
        ],
        "originals": [
            (
                each.base,
                each.article,
                each.name,
                each.text,
                [
                    (one.start, one.start + len(one.label))
                    for one in provisions(each.text)
                    if one.label
                ]
                if each.article
                else [],
                each.starts,
                each.pages,
            )
            for each in originals_of(editions)
        ],
        "folds": _folds(library),
        "reports": [
            (names[each.piece.id], addresses.report(each.piece.id, library))
            for each in library.reports
        ],
        "shards": shards,
        "codes": {code: each.name for code, each in CODES.items() if code.startswith("T")},
        "misread": _misread(),
    }


def _turned(documents: dict[str, Any], turn: Callable[[str], str]) -> dict[str, Any]:
    """Return the documents with what is shown of them turned into traditional characters."""

    def base(each: dict[str, Any]) -> dict[str, Any]:
        articles = [
            {
                **one,
                "name": turn(one["name"]),
                "heading": turn(one["heading"]),
                "passages": [(turn(a), turn(b), page) for a, b, page in one["passages"]],
            }
            for one in each["articles"]
        ]
        scored = {**each["scored"], "names": [turn(name) for name in each["scored"]["names"]]}
        return {**each, "short": turn(each["short"]), "articles": articles, "scored": scored}

    def original(row: tuple[Any, ...]) -> tuple[Any, ...]:
        shown = turn(row[3])
        name = turn(row[2])
        return (*row[:2], name, *row[3:], shown if len(shown) == len(row[3]) else row[3])

    return {
        **documents,
        "bases": [base(each) for each in documents["bases"]],
        "originals": [original(each) for each in documents["originals"]],
        "reports": [(turn(name), page) for name, page in documents["reports"]],
        "codes": {code: turn(name) for code, name in documents["codes"].items()},
    }


def _labels(text: str) -> list[tuple[int, int]]:
    return [(each.start, each.start + len(each.label)) for each in provisions(text) if each.label]


def _base(
    edition: Edition, passages: dict[tuple[str, int], list[tuple[str, str, str]]]
) -> dict[str, Any]:
    base = edition.base
    full = normal(base.title)
    articles = []
    for part in edition.parts:
        before = part_name(part.label) if edition.restarts else ""
        for each in part.articles:
            articles.append(
                {
                    "number": each.number,
                    "path": each.address,
                    "name": before + article_name(each.label),
                    "heading": each.short_title or each.heading,
                    "page": addresses.article(base.id, each),
                    "units": [(one.address, one.start, one.end) for one in provisions(each.text)],
                    "passages": passages.get((base.id, each.number), []),
                }
            )
    return {
        "id": base.id,
        "full": full,
        "short": base.short_title or base.title,
        "stem": STATE.sub("", full),
        "forms": short_names(base),
        "restarts": edition.restarts,
        "articles": articles,
    }


def _passages(
    library: Library, names: dict[str, str]
) -> dict[tuple[str, int], list[tuple[str, str, str]]]:
    """Return for each article the passages to look at: words, report, place."""
    reports = {each.piece.id: each for each in library.reports}
    found = {}
    for key, links in passages_to_look_at(library.links).items():
        rows = []
        for link in links:
            report = reports[link.report]
            words = shortened(report.piece.text[link.start : link.end])
            at = bisect_left([each.end for each in report.sentences], link.start + 1)
            page = addresses.report(link.report, library)
            rows.append((words, names[link.report], f"{page}#{report.sentences[at].id}"))
        found[key] = rows
    return found


def _folds(library: Library) -> str:
    """Return pairs of characters, those of traditional text and what they are compared as."""
    every = "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))
    return "".join(a + b for a, b in zip(every, simplified(every), strict=True) if a != b)


def _misread() -> dict[str, str]:
    """Return the misread forms that tell by themselves: the wrong letter is a rare one."""
    of_letter = official_language().of_letter
    return {
        wrong: right
        for wrong, right in misread_forms().items()
        if any(a != b and of_letter(a, "") >= RARE for a, b in zip(wrong, right, strict=True))
    }


def _shards(library: Library) -> Iterator[list[Row]]:
    reader = Reader()
    rows: list[Row] = []
    letters = 0
    for report in library.reports:
        rows.append(_row(report, reader))
        letters += len(rows[-1][1])
        if letters >= SHARD:
            yield rows
            rows, letters = [], 0
    if rows:
        yield rows


def _row(report: Document, reader: Reader) -> Row:
    reading = reader.read(report)
    edges = reading.starts.tolist()
    plain = simplified(reading.letters)
    pieces = [plain[a:b] for a, b in zip(edges, [*edges[1:], len(plain)], strict=True)]
    offsets = reading.offsets.tolist()
    starts: list[int] = []
    numbers: list[int] = []
    prefix = ""
    for sentence in report.sentences:
        at = bisect_left(offsets, sentence.start)
        found = NUMBER.search(sentence.id)
        if found is None or at >= len(offsets) or offsets[at] >= sentence.end:
            continue
        prefix = sentence.id[: found.start()]
        starts.append(at + _breaks_before(edges, at))
        numbers.append(int(found[1]))
    return prefix, "\n".join(pieces), _steps(starts), _steps(numbers)


def _breaks_before(edges: Sequence[int], at: int) -> int:
    """Return how many line feeds stand before letter `at`."""
    return max(0, bisect_left(edges, at + 1) - 1)


def _steps(numbers: Sequence[int]) -> list[int]:
    """Return numbers as steps, each from the one before."""
    return [b - a for a, b in pairwise([0, *numbers])]
