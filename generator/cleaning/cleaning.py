"""A decoded source -> its pieces, the ledger of every change, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cleaning.annexes import annexes
from generator.cleaning.cutting import Placed, Region, ledger, place
from generator.cleaning.declared_pieces import NamedSpan, as_declared
from generator.cleaning.describing import describe, supplied
from generator.cleaning.foreign import foreign_tail
from generator.cleaning.identifying import piece_ids, slug
from generator.cleaning.ledger import Change, apply, compose
from generator.cleaning.rules import (
    DROPPED,
    FOREIGN,
    OUTSIDE,
    RULES,
    Rule,
    errata,
    not_text,
    withheld_notices,
)
from generator.cleaning.rules.errata import Doubt, doubts
from generator.cleaning.settings import CleaningSettings, Declared
from generator.cleaning.splitting import PieceSpan, split
from generator.errors import ContentError
from generator.model import CleanedSource, Edit, Finding, Level, Piece, Source

PAGE = "\f"
DOUBTS: dict[str, tuple[str, Level, str]] = {
    "missing": ("E-001", "warning", "勘误表里的原文在这份来源中找不到；请核对或删去这一条"),
    "ambiguous": ("E-002", "warning", "勘误表里的原文不止一处；请加上下文（context）使它只有一处"),
    "overlapping": ("E-003", "warning", "这一条勘误与另一条改的是同一处；请合并"),
    "suspect": ("E-004", "info", "疑有误，未改"),
}

LOOKED_FOR = (not_text.find, errata.find)  # rules that make what errata.yml says


def clean(source: Source, settings: CleaningSettings) -> CleanedSource:
    """Return the pieces of `source` and its ledger; offsets into the decoded source.

    A piece's text is its span of the source with the edits inside it applied.
    ContentError when there is no text.
    """
    settings = settings.of_source(source.file)
    text, changes, findings = _mend(source, settings)
    stem = slug(source.file)
    whole = settings.declares(source.file, stem).kind == "witness"
    found = split(text, _page_breaks(source.text, changes), whole=whole)
    if not found:
        raise ContentError(source.file, "没有文字；请放入有内容的文本，或删去这个文件")
    pieces: dict[Region, tuple[str, PieceSpan, Declared, str]] = {}
    cuts: list[Region] = []
    ids = piece_ids(stem, found)
    named = [NamedSpan(*name, span) for name, span in zip(ids, found, strict=True)]

    def declares(each: NamedSpan) -> Declared:
        return settings.declares(source.file, each.name, annex=bool(each.owner))

    parts = as_declared(text, named, declares)
    for name, owner, span in parts:
        declared = settings.declares(source.file, name, annex=bool(owner))
        end = _end(text, span)
        if declared.excluded:
            cuts.append(_region(span.start, end, DROPPED))
        else:
            pieces[Region(span.start, end)] = (name, span, declared, owner)
        if end < span.end:
            cuts.append(_region(end, span.end, FOREIGN))
    regions = _covering(sorted([*pieces, *cuts], key=_start), len(text))
    placed = place(changes, list(regions))
    return CleanedSource(
        source,
        tuple(
            _piece(source, text, each, *pieces[each.region], alone=len(parts) == 1)
            for each in placed
            if each.region in pieces
        ),
        tuple(_edit(source, change) for change in ledger(placed)),
        findings,
    )


def clean_apart(
    item: tuple[Source, CleaningSettings], shared: None
) -> tuple[tuple[Piece, ...], tuple[Edit, ...], tuple[Finding, ...]]:
    """Return what cleaning makes of a source, for a map: all but the source itself."""
    made = clean(*item)
    return made.pieces, made.edits, made.findings


def _page_breaks(source: str, changes: Sequence[Change]) -> frozenset[int]:
    """Return the offsets in the cleaned text at which the source begins a new page."""
    shift = 0
    found = set()
    for change in changes:
        shift += change.growth
        if PAGE in source[change.start : change.end]:
            found.add(change.end + shift)
    return frozenset(found)


def _mend(
    source: Source, settings: CleaningSettings
) -> tuple[str, list[Change], tuple[Finding, ...]]:
    """Return the text after all rules, the changes that made it, and the errata in doubt."""
    changes: list[Change] = []
    text = source.text
    findings: list[Finding] = []
    for rule in RULES:
        if rule.find in LOOKED_FOR:
            cuts = rule.find is not_text.find
            own = [each for each in settings.errata if not each.suspect and each.cut == cuts]
            findings += [_doubt(source, each, changes, text) for each in doubts(text, own)]
        found = [
            Change(each.start, each.end, each.after, (rule.code,), each.note or rule.name)
            for each in rule.find(text, settings)
        ]
        if rule.find is withheld_notices.find:
            findings += _withheld(source, changes, text, found)
        if found:
            changes = compose(source.text, changes, found)
            text = apply(text, found)
    suspected = [each for each in settings.errata if each.suspect]
    findings += [_doubt(source, each, changes, text) for each in doubts(text, suspected)]
    return text, changes, tuple(findings)


def _doubt(source: Source, doubt: Doubt, changes: Sequence[Change], text: str) -> Finding:
    """Return a doubt about an erratum as a finding at its line in the source."""
    code, level, message = DOUBTS[doubt.kind]
    words = doubt.erratum.context or doubt.erratum.before
    line = 0 if doubt.kind == "missing" else _line(source, changes, text, doubt.at)
    detail = f"{message}：{doubt.erratum.reason}" if doubt.erratum.suspect else message
    details = (doubt.erratum.before, doubt.erratum.after, doubt.erratum.reason)
    return Finding(code, level, source.file, line, words, detail, details=details)


def _withheld(
    source: Source, changes: Sequence[Change], text: str, found: Sequence[Change]
) -> Iterator[Finding]:
    """Yield the notices that part of a text is kept back, at their lines in the source."""
    for each in found:
        notice = text[each.start : each.end].strip()
        if withheld_notices.says_more(notice):
            line = _line(source, changes, text, each.start)
            yield Finding(
                "T-012", "warning", source.file, line, notice, "这里的正文被网站扣住，来源不全"
            )


def _line(source: Source, changes: Sequence[Change], text: str, at: int) -> int:
    """Return the line of the source in which offset `at` of the text after `changes` stands."""
    before = place(changes, [Region(0, at), Region(at, len(text))])[0]
    return source.text.count("\n", 0, before.end) + 1


def _end(text: str, span: PieceSpan) -> int:
    """Return where the piece's own text ends: before foreign matter and the space above it."""
    body = text[span.start : span.end]
    tail = foreign_tail(body)
    return span.end if tail is None else span.start + len(body[:tail].rstrip())


def _start(region: Region) -> int:
    return region.start


def _region(start: int, end: int, rule: Rule) -> Region:
    return Region(start, end, rule.code, rule.name)


def _covering(regions: Sequence[Region], length: int) -> Iterator[Region]:
    """Yield the regions with what lies between them (it may be nothing), which is cut."""
    at = 0
    for region in regions:
        yield _region(at, region.start, OUTSIDE)
        yield region
        at = region.end
    yield _region(at, length, OUTSIDE)


def _piece(
    source: Source,
    text: str,
    placed: Placed,
    name: str,
    span: PieceSpan,
    declared: Declared,
    owner: str,
    *,
    alone: bool,
) -> Piece:
    """Return a piece with what its text states and, before that, what the editors declare.

    What a page says around its text is said of the only piece (`alone`), not of one of several.
    """
    body = text[placed.region.start : placed.region.end]
    received = source.text if alone else source.text[placed.start : placed.end]
    stated = describe(body, span.title, received)
    title = stated.title
    if declared.title:
        title = declared.title if declared.title in text else supplied(declared.title)
    return Piece(
        id=name,
        file=source.file,
        start=placed.start,
        end=placed.end,
        text=body,
        title=title,
        genre=stated.genre if declared.genre is None else declared.genre,
        issuer=stated.issuer if declared.issuer is None else declared.issuer,
        date=stated.date if declared.date is None else declared.date,
        place=stated.place if declared.place is None else declared.place,
        kind=declared.kind or "",
        base=declared.base or "",
        version=declared.version or "",
        order=declared.order or 0,
        annex_of=owner,
        annexes=tuple((each.start, each.end) for each in annexes(body)),
    )


def _edit(source: Source, change: Change) -> Edit:
    return Edit(
        source.file,
        change.start,
        change.end,
        source.text[change.start : change.end],
        change.after,
        change.rules,
        change.note,
    )
