"""What is tried with random inputs, and what must hold: no uncaught error, no lost character."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.checking import check_piece
from generator.cleaning import CleaningSettings, clean
from generator.content import load_content
from generator.content.decoding import decode, encode
from generator.content.importing import import_file
from generator.edition import collate, find_witnesses
from generator.errors import ContentError
from generator.linking import index_articles, link
from generator.model import Base, CleanedSource, Collation, Document, Edit, Piece, Source, Term
from generator.outputs.search.normal import normal
from generator.recipe import build_library
from generator.text.structuring import structure
from scripts.fuzzing import inputs

LONG = 0.005  # of the texts to be cleaned
BASE = Base("tiaoli", "阅览室条例", "《条例》")
TERMS = (
    Term("t1", "阅览室", ("公共阅览室",), "机构", "", ""),
    Term("t2", "借阅", ("借", "阅"), "机制", "", ""),
)


class BreachError(AssertionError):
    """Something that must hold whatever the input does not hold."""


def _hold(condition: bool, what: str) -> None:
    if not condition:
        raise BreachError(what)


def try_decode(chance: random.Random) -> None:
    """Decode bytes; what is read must give the bytes back."""
    encoding = chance.choice(("utf-8", "gb18030", "big5", "utf-16", "utf-16-be"))
    data = inputs.text(chance).encode(encoding, "replace")
    if chance.random() < 0.4:
        data = inputs.damaged(chance, data)
    source = decode(data, "a.txt")
    _hold(encode(source.text, source.encoding) == data, "decoding is not reversible")


def try_import(chance: random.Random) -> None:
    """Read a file of some format; the record must fit the text."""
    ending, make = chance.choice(
        (
            *(("docx", inputs.word_file), ("html", inputs.web_page), ("pdf", inputs.pdf_file)),
            *(("md", inputs.markdown), ("ofd", inputs.ofd_file)),
        )
    )
    imported = import_file(f"a.{ending}", make(chance))
    at = 0
    for part in imported.parts:
        _hold(0 <= part.start <= part.end <= len(imported.text), "a part lies outside the text")
        if part.start < part.end:
            _hold(not imported.text[at : part.start].strip(), "text that no part accounts for")
            at = max(at, part.end)
    _hold(not imported.text[at:].strip(), "text that no part accounts for")
    for doubt in imported.doubts:
        _hold(0 <= doubt.start <= doubt.end <= len(imported.text), "a doubt outside the text")


def try_clean(chance: random.Random) -> None:
    """Clean a text, find its structure, check it; no character is lost, and it takes no long."""
    long = chance.random() < LONG
    cleaned = _cleaned(inputs.long_text(chance) if long else inputs.text(chance))
    check_ledger(cleaned)
    for piece in cleaned.pieces:
        document = structure(piece)
        check_structure(document)
        for finding in check_piece(document, cleaned):
            _hold(0 <= finding.start <= finding.end <= len(piece.text), "a finding outside")


def try_edition(chance: random.Random) -> None:
    """Collate copies of a made-up law; all spans must lie in their texts."""
    law = inputs.law(chance)
    texts = [law, *(_spoilt(chance, law) for _ in range(chance.randint(0, 2)))]
    sources = [_cleaned(each, f"w{at}.txt") for at, each in enumerate(texts)]
    pieces = [piece for each in sources for piece in each.pieces]
    witnesses = find_witnesses(pieces, (BASE,))[BASE.id]
    check_collation(collate(BASE, witnesses, None))


def try_links(chance: random.Random) -> None:
    """Link a report with a made-up law; all evidence must lie in its text."""
    pieces = [p for at in range(2) for p in _cleaned(inputs.law(chance), f"w{at}.txt").pieces]
    collation = collate(BASE, find_witnesses(pieces, (BASE,))[BASE.id], None)
    index = index_articles([collation.edition], TERMS)
    for piece in _cleaned(inputs.text(chance, 1500)).pieces:
        for one in link(structure(piece), index):
            _hold(piece.text[one.start : one.end] != "", "a link to nothing")
            for each in one.evidence:
                _hold(0 <= each.report_start <= each.report_end <= len(piece.text), "evidence")


def try_search(chance: random.Random) -> None:
    """Fold a text for search; folding a folded text changes nothing."""
    once = normal(inputs.text(chance, 400))
    _hold(normal(once) == once, "the search form is not stable")


def try_library(chance: random.Random) -> None:
    """Load a content folder with an odd library.yml and build its library."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "sources").mkdir()
        (folder / "library.yml").write_text(inputs.library_yaml(chance), "utf-8")
        (folder / "sources" / "a.txt").write_text(inputs.law(chance), "utf-8")
        (folder / "sources" / "r.txt").write_text(inputs.text(chance, 300), "utf-8", "replace")
        build_library(load_content(folder))


TARGETS: dict[str, tuple[Callable[[random.Random], None], int]] = {
    "decode": (try_decode, 20),
    "import": (try_import, 20),
    "clean": (try_clean, 25),
    "edition": (try_edition, 10),
    "links": (try_links, 8),
    "search": (try_search, 12),
    "library": (try_library, 5),
}
"""What is tried, and how often in a hundred inputs."""


def try_one(name: str, seed: str) -> None:
    """Try one input; a ContentError is a good answer, any other error is a fault."""
    try:
        TARGETS[name][0](random.Random(f"{name} {seed}"))
    except ContentError as error:
        _hold(len(str(error).splitlines()) == 1, "an error of several lines")


def check_ledger(cleaned: CleanedSource) -> None:
    """Raise BreachError where a character of the source is neither in a piece nor in the ledger."""
    text, at, rest = cleaned.source.text, 0, list(cleaned.edits)
    for edit in cleaned.edits:
        _hold(at <= edit.start <= edit.end and bool(edit.rules), "edits overlap")
        _hold(edit.before == text[edit.start : edit.end], "an edit that is not in the source")
        at = edit.end
    at = 0
    for piece in cleaned.pieces:
        outside = [each for each in rest if at <= each.start and each.end <= piece.start]
        _hold("".join(each.before for each in outside) == text[at : piece.start], "text lost")
        inside = [each for each in rest if piece.start <= each.start and each.end <= piece.end]
        _hold(_applied(text, piece, inside) == piece.text, "a piece that is not its source")
        at = piece.end
    after = "".join(each.before for each in rest if at <= each.start)
    _hold(after == text[at:], "text lost after the last piece")


def _applied(text: str, piece: Piece, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = piece.start
    for edit in edits:
        parts += [text[at : edit.start], edit.after]
        at = edit.end
    return "".join([*parts, text[at : piece.end]])


def check_structure(document: Document) -> None:
    """Raise BreachError where sentences overlap, leave words out, or headings lie outside."""
    text, at = document.piece.text, 0
    for sentence in document.sentences:
        _hold(at <= sentence.start < sentence.end <= len(text), "sentences overlap")
        _hold(not text[at : sentence.start].strip(), "words in no sentence")
        at = sentence.end
    _hold(not text[at:].strip(), "words in no sentence")
    for heading in document.outline:
        _hold(0 <= heading.start <= heading.end <= len(text), "a heading outside the text")


def check_collation(collation: Collation) -> None:
    """Raise BreachError where a span of the edition or apparatus lies outside its text."""
    texts = {each.id: each.piece.text for each in collation.witnesses}
    for variant in collation.apparatus:
        for reading in variant.readings:
            inside = 0 <= reading.start <= reading.end <= len(texts[reading.witness])
            _hold(inside, "a reading outside its witness")
    ids = [each.id for each in collation.edition.articles]
    _hold(len(ids) == len(set(ids)), "two articles of one id")


def _cleaned(text: str, file: str = "a.txt") -> CleanedSource:
    return clean(Source(file, text, "", "utf-8"), CleaningSettings((), (), {}))


def _spoilt(chance: random.Random, text: str) -> str:
    """Return a copy with some runs changed, cut out or doubled."""
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(text) + 1)
        size = chance.randint(1, 30)
        put = chance.choice(("", text[at : at + size] * 2, inputs.text(chance, 40)))
        text = text[:at] + put + text[at + size :]
    return text
