"""The Library -> the JSON of site/data/*.json."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from generator import addresses
from generator.model import (
    Base,
    Collation,
    Document,
    Edition,
    Law,
    LawCitation,
    Library,
    OwnReference,
    Part,
    Piece,
    ReportShares,
    Reprint,
    Source,
)
from generator.outputs.data.amendments import amendment_rows
from generator.outputs.data.originals import piece_import, source_import
from generator.outputs.data.questions import question_rows
from generator.outputs.shared.reuse_pairs import ReportPair, report_pairs
from generator.outputs.shared.tables import Table
from generator.outputs.shared.tables.knowledge import EDITS, FINDINGS, READINGS
from generator.outputs.shared.tables.links import REPORT_SHARES
from generator.outputs.shared.tables.texts import SOURCES
from generator.text.nomenclature import division_kind
from generator.text.provisions import provisions


def export_files(library: Library) -> dict[str, str]:
    """Return file name -> JSON text for every public export."""
    return {name: "".join(lines) for name, lines in export_lines(library)}


def export_lines(library: Library) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name of every public export with its JSON, a row a line: no table stands whole."""
    hashes = {source.file: source.sha256 for source in library.sources}
    sources = {source.file: source for source in library.sources}
    editions, earlier = (
        [_edition(each, hashes, library.references) for each in some]
        for some in (library.collations, library.earlier)
    )
    tables: dict[str, Any] = {
        "edition": editions[0] if len(editions) == 1 else editions,
        "apparatus": (row for each in library.every_collation for row in _apparatus(each)),
        "reports": _reports(library, sources),
        "laws": _laws(library, sources),
        "links": library.links,
        "reuse": (*library.shared_passages, *library.reuse.near),
        "reuse_pairs": map(_pair, report_pairs(library.reuse.runs)),
        "ledger": (_by_columns(EDITS, each) for each in library.ledger),
        "findings": (_by_columns(FINDINGS, each) for each in library.findings),
        "duties": library.duties,
        "terms": library.terms,
        "quiz": question_rows(library),
        "sources": _sources(library),
    }
    if earlier:
        tables |= {"versions": earlier, "amendments": amendment_rows(library)}
    for name, table in tables.items():
        yield f"{name}.json", _object(table) if isinstance(table, dict) else _rows(table)


def _rows(rows: Iterable[Any]) -> Iterator[str]:
    opening = "[\n"
    for row in rows:
        yield opening + _json(row)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _object(table: dict[str, Any]) -> Iterator[str]:
    opening = "{\n"
    for key, value in table.items():
        yield f"{opening}{_json(key)}: "
        yield "".join(_rows(value)).rstrip("\n") if isinstance(value, list) else _json(value)
        opening = ",\n"
    yield "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_fields)


def _fields(value: object) -> dict[str, Any]:
    """Return what a dataclass of the model holds, by name; its parts are asked for in turn."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"no JSON for {type(value).__name__}")
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _by_columns(table: Table, row: object, *without: str) -> dict[str, Any]:
    """Return what `row` holds of the columns of `table`, by their names."""
    return {name: getattr(row, name) for name in table.names(*without)}


def _sources(library: Library) -> Iterator[dict[str, Any]]:
    for row, source in zip(SOURCES.rows(library), library.sources, strict=True):
        yield dict(zip(SOURCES.names(), row, strict=True)) | {"import": source_import(source)}


def _edition(
    collation: Collation, hashes: dict[str, str], references: tuple[OwnReference, ...]
) -> dict[str, Any]:
    edition = collation.edition
    ids = {each.number: each.id for each in edition.articles}
    return {
        **_base(edition.base),
        "preamble": list(edition.preamble),
        "scheme": {
            "label": edition.articles[0].label if edition.articles else "",
            "restarts": edition.restarts,
        },
        "parts": [_part(edition.base.id, part) for part in edition.parts],
        "divisions": _divisions(edition),
        "sentences": [
            {"id": each.id, "part": each.part, "article": each.article, "text": each.text}
            for each in edition.sentences
        ],
        "references": [
            _reference(each, ids) for each in references if each.base == edition.base.id
        ],
        "matter": [asdict(each) for each in edition.matter],
        "witnesses": [
            {
                "id": each.id,
                "title": each.piece.title,
                "text": each.piece.text,
                "matter": [{"start": start, "end": end} for start, end in each.matter],
                "source": {
                    "file": each.piece.file,
                    "sha256": hashes[each.piece.file],
                    "start": each.piece.start,
                    "end": each.piece.end,
                },
            }
            for each in collation.witnesses
        ],
    }


def _base(base: Base) -> dict[str, str]:
    names = ("id", "title", "short_title", "issuer", "adopted", "published", "effective")
    row = {name: getattr(base, name) for name in names}
    if base.version:
        row |= {name: getattr(base, name) for name in ("version", "version_of", "until")}
    return row


def _part(base: str, part: Part) -> dict[str, Any]:
    row = {"id": f"{base}-part-{part.number}", **asdict(part)}
    for article, given in zip(row["articles"], part.articles, strict=True):
        article["units"] = [asdict(each) for each in provisions(given.text)]
    return row


def _reference(found: OwnReference, ids: dict[int, str]) -> dict[str, Any]:
    return {
        "article": ids[found.article],
        "start": found.start,
        "end": found.end,
        "to": [{"article": ids[each.article], "address": each.address} for each in found.places],
        "liability": found.liability,
    }


def _divisions(edition: Edition) -> list[dict[str, Any]]:
    """Return the divisions as a tree, articles by their ids."""
    top: list[dict[str, Any]] = []
    within: list[tuple[int, list[dict[str, Any]]]] = [(0, top)]
    for part in edition.parts:
        row: dict[str, Any] = {
            "id": f"{edition.base.id}-part-{part.number}",
            "kind": division_kind(part.label),
            "label": part.label,
            "heading": part.heading,
            "divisions": [],
            "articles": [article.id for article in part.articles],
        }
        while within[-1][0] >= part.depth:
            within.pop()
        within[-1][1].append(row)
        within.append((part.depth, row["divisions"]))
    return top


def _apparatus(collation: Collation) -> list[dict[str, Any]]:
    rows = []
    for variant in collation.apparatus:
        place = "article" if variant.article is not None else "part"
        rows.append(
            {
                "base": collation.edition.base.id,
                place: getattr(variant, place),
                "kind": variant.kind,
                "chosen": {"witness": variant.chosen.witness, "text": variant.chosen.text},
                "readings": [_by_columns(READINGS, each, "variant") for each in variant.readings],
                "reason": variant.reason,
                "at": variant.at,
                "at_end": variant.at_end,
            }
        )
    return rows


def _reports(library: Library, sources: dict[str, Source]) -> Iterator[dict[str, Any]]:
    copies: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in library.reprints:
        copies[each.report].append(_copy(each, sources))
    shares = {each.report: _shares(each) for each in library.reuse.shares}
    for report in library.reports:
        name = report.piece.id
        yield _report(report, sources, copies.get(name, [])) | {"shares": shares.get(name)}


def _shares(shares: ReportShares) -> dict[str, int]:
    return _by_columns(REPORT_SHARES, shares, "report")


def _pair(pair: ReportPair) -> dict[str, Any]:
    names = ("start", "end", "other_start", "other_end")
    return {
        "reports": [pair.one, pair.other],
        "letters": pair.letters,
        "runs": [
            {
                "start": each.one.start,
                "end": each.one.end,
                "other_start": each.other.start,
                "other_end": each.other.end,
                "letters": each.same,
                "changes": [dict(zip(names, change, strict=True)) for change in each.changes],
            }
            for each in pair.runs
        ],
    }


def _copy(reprint: Reprint, sources: dict[str, Source]) -> dict[str, Any]:
    piece = reprint.document.piece
    return {
        "id": piece.id,
        "title": piece.title,
        "text": piece.text,
        "source": _source_of(piece, sources),
        "differences": reprint.differences,
    }


def _laws(library: Library, sources: dict[str, Source]) -> Iterator[dict[str, Any]]:
    cited: dict[str, list[LawCitation]] = defaultdict(list)
    for each in library.law_citations:
        cited[each.law].append(each)
    return (_law(each, cited.get(each.id, ()), sources) for each in library.laws)


def _law(law: Law, cited: Iterable[LawCitation], sources: dict[str, Source]) -> dict[str, Any]:
    piece = law.document.piece
    return {
        "id": law.id,
        "title": law.title,
        "stated_title": piece.title,
        "issuer": piece.issuer,
        "date": piece.date,
        "text": piece.text,
        "articles": [
            {
                "id": addresses.law_article_id(law.id, each.number, each.branch),
                **asdict(each),
            }
            for each in law.articles
        ],
        "sentences": [
            {"id": each.id, "start": each.start, "end": each.end} for each in law.document.sentences
        ],
        "cited": [
            {
                "report": each.report,
                "start": each.start,
                "end": each.end,
                "article": addresses.law_article_id(law.id, each.number, each.branch),
            }
            for each in cited
        ],
        "annex_of": piece.annex_of,
        "source": _source_of(piece, sources),
    }


def _source_of(piece: Piece, sources: dict[str, Source]) -> dict[str, Any]:
    return {
        "file": piece.file,
        "sha256": sources[piece.file].sha256,
        "start": piece.start,
        "end": piece.end,
    }


def _report(
    report: Document, sources: dict[str, Source], copies: list[dict[str, Any]]
) -> dict[str, Any]:
    piece = report.piece
    return {
        "id": piece.id,
        "title": piece.title,
        "kind": piece.genre,
        "issuer": piece.issuer,
        "date": piece.date,
        "place": piece.place,
        "text": piece.text,
        "outline": report.outline,
        "sentences": [
            {"id": each.id, "start": each.start, "end": each.end} for each in report.sentences
        ],
        "source": _source_of(piece, sources),
        "import": piece_import(piece, sources[piece.file]),
        "annexes": [{"start": start, "end": end} for start, end in piece.annexes],
        "annex_of": piece.annex_of,
        "copies": copies,
    }
