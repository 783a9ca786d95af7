"""What linker.js loads: which documents there are, how they are called, and their articles.

linker-data.js hands kbLinker the table: `documents` (names, pages, which articles there are, in
which file each stands) and `folds`, pairs of a traditional character and what it is read as.  The
articles of a small library stand in that file, too; else in linker-texts-N.js, which are loaded
when an article is shown.  Texts are rows by document and article: its heading, its text, and its
款 and 项 as [款, 项, start, end].
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator import addresses
from generator.linking.named_documents import normal, short_names, without_state
from generator.model import Edition, Law, Library
from generator.outputs.linker.script import linker_script
from generator.text.nomenclature import article_name, imprint, part_name
from generator.text.provisions import provisions
from generator.text.simplified import simplified

ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
TOGETHER = 30_000  # characters of articles that come with the table
SHARD = 30_000  # characters of articles in one further file, the last of them more
UNIT = re.compile(r"k(\d+)(?:x(\d+))?$")
Text = tuple[str, str, list[tuple[int, int, int, int]]]


@dataclass(frozen=True, slots=True)
class _Document:
    """A document that can be named: its row in the table, and its articles in order."""

    row: dict[str, Any]
    texts: tuple[Text, ...]


def linker_tables(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the names and the texts of the files with the tables."""
    documents = _documents(library)
    size = sum(len(text) for each in documents for _, text, _ in each.texts)
    shards: list[dict[str, Text]] = [{}]
    full = 0
    rows = []
    for document in documents:
        places: list[tuple[int, str]] = []
        for at, text in enumerate(document.texts):
            if size > TOGETHER and full >= SHARD:
                shards.append({})
                full = 0
            name = f"linker-texts-{len(shards)}"
            if not places or places[-1][1] != name:
                places.append((at, name))
            shards[-1][f"{document.row['id']} {at}"] = text
            full += len(text[1])
        rows.append({**document.row, "shards": places})
    table = _call("linker-data", {"documents": rows, "folds": _folds(rows)})
    texts = [
        (f"linker-texts-{number}", _call(f"linker-texts-{number}", shard))
        for number, shard in enumerate(shards, start=1)
    ]
    if size <= TOGETHER:
        yield "linker-data.js", table + texts[0][1]
    else:
        yield "linker-data.js", table
        yield from ((f"{name}.js", script) for name, script in texts)


def _call(name: str, content: object) -> str:
    code = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for symbol, escape in ESCAPES.items():
        code = code.replace(symbol, escape)
    return f'kbLinker("{name}",{code});\n'


def _documents(library: Library) -> list[_Document]:
    """Return what can be named: the bases, and laws with articles whose name is theirs alone."""
    found = [_base(each.edition) for each in library.collations]
    found += [_law(each, library) for each in library.laws if each.articles]
    names = Counter(name for each in found for name in {each.row["full"], each.row["stem"]})
    return [
        each
        for each in found
        if max(names[each.row["full"]], names[each.row["stem"]]) == 1 and len(each.row["full"]) > 2
    ]


def _base(edition: Edition) -> _Document:
    base = edition.base
    named = [
        (each, (part_name(part.label) if edition.restarts else "") + article_name(each.label))
        for part in edition.parts
        for each in part.articles
    ]
    texts = [
        ("" if each.text.startswith(each.heading) else each.heading, each.text, _units(each.text))
        for each, _ in named
    ]
    row = _row(
        f"base-{base.id}",
        base.title,
        [each.address for each, _ in named],
        names=[name for _, name in named],
        forms=short_names(base),
        short=base.short_title or f"《{base.title}》",
        about=simplified(base.title + base.issuer),
        imprint="　".join(imprint(base)),
        restarts=edition.restarts,
        page=addresses.full_text(base.id),
        pages=addresses.articles(base.id),
    )
    return _Document(row, tuple(texts))


def _law(law: Law, library: Library) -> _Document:
    text = law.document.piece.text
    own = [text[each.body : each.end].strip() for each in law.articles]
    row = _row(
        f"law-{law.id}",
        law.title,
        [
            f"{each.number}-{each.branch}" if each.branch else f"{each.number}"
            for each in law.articles
        ],
        names=[],
        forms=(),
        short=f"《{law.title}》",
        about=simplified(law.title),
        imprint=law.document.piece.issuer,
        restarts=False,
        page=addresses.law(law.id, library),
        pages=addresses.law_articles(law.id, library),
    )
    return _Document(row, tuple(("", each, _units(each)) for each in own))


def _row(name: str, title: str, paths: Sequence[str], **more: object) -> dict[str, Any]:
    """Return a document's row; `count` articles are 1, 2, 3 …, the `more` have [path, place]."""
    count = 0
    while count < len(paths) and paths[count] == str(count + 1):
        count += 1
    full = normal(title)
    return {
        "id": name,
        "title": title,
        "full": full,
        "stem": without_state(full),
        "count": count,
        "more": [(path, at) for at, path in enumerate(paths) if at >= count],
        **more,
    }


def _units(text: str) -> list[tuple[int, int, int, int]]:
    found = []
    for each in provisions(text):
        if match := UNIT.match(each.address):
            found.append((int(match[1]), int(match[2] or 0), each.start, each.end))
    return found


def _folds(rows: Iterable[dict[str, Any]]) -> list[str]:
    """Return the pairs that matter: characters of names, and of what is read around them."""
    names = (name for row in rows for name in (row["full"], row["about"], *row["forms"]))
    wanted = set("".join(names)) | set(linker_script())
    every = "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))
    return [a + b for a, b in zip(every, simplified(every), strict=True) if a != b and b in wanted]
