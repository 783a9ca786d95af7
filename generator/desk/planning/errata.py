"""A misprint corrected, or suspected, at a place of a text -> an entry of errata.yml.

The place is named by words that stand once in the source; that just this place is changed, and
nothing else, is tried out before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from generator.cleaning import CleaningSettings, Erratum, can_be_made, corrected, pinned
from generator.content.yaml_files import Plain
from generator.desk.actions import ErratumAction, NotTextAction
from generator.desk.planning.plan import STALE, Plan, Written, piece_of, refuse_stale, shown
from generator.desk.steps import FileStep
from generator.desk.yaml_changes import Add
from generator.errors import ContentError
from generator.model import Library, Piece, Source

FILE = "errata.yml"
TRIES = 8  # ways to name a place that are tried out
MOST_NEWER = 12  # errata written since a page was made


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand: a span of the text of a piece."""

    piece: Piece
    start: int
    end: int


def plan_erratum(action: ErratumAction, library: Library, written: Written) -> Plan:
    """Return the entry for a misprint; ContentError where its place can't be told."""
    piece = piece_of(library, action.piece)
    refuse_stale(piece, action.start, action.end, action.words)
    if not action.suspect and action.correct == action.words:
        raise ContentError(piece.id, "改前改后一样，什么也没有改")
    told = (
        f"{shown(action.words)}疑有误"
        if action.suspect
        else f"{shown(action.words)}订正为{shown(action.correct)}"
        if action.correct
        else f"{shown(action.words)}删去"
    )
    after = "" if action.suspect else action.correct
    meant = Erratum(piece.file, action.words, after, action.reason, suspect=action.suspect)
    return _plan(library, written, Spot(piece, action.start, action.end), meant, f"勘误：{told}")


def plan_cut(action: NotTextAction, library: Library, written: Written) -> Plan:
    """Return the entry for words that are no part of the text."""
    piece = piece_of(library, action.piece)
    refuse_stale(piece, action.start, action.end, action.words)
    if action.words.strip() == piece.text.strip():
        raise ContentError(piece.id, "整篇都选中了；不要这一篇，请用“不收”")
    meant = Erratum(piece.file, action.words, "", action.reason, cut=True)
    told = f"不是正文：{shown(action.words)}"
    return _plan(library, written, Spot(piece, action.start, action.end), meant, told)


def _plan(library: Library, written: Written, spot: Spot, meant: Erratum, told: str) -> Plan:
    source = next(each for each in library.sources if each.file == spot.piece.file)
    curated = written.curated
    settings = CleaningSettings(curated.errata, curated.markers, curated.declared)
    erratum = place_erratum(source, settings, spot, meant)
    return Plan((FileStep(FILE, Add((), entry(erratum))),), told)


def place_erratum(
    source: Source, settings: CleaningSettings, spot: Spot, meant: Erratum
) -> Erratum:
    """Return the erratum of just that place; ContentError where there is none."""
    known = _as_on_page(source, settings, spot.piece)
    texts = corrected(source, known)
    at = texts.after.find(spot.piece.text)
    start, end = at + spot.start, at + spot.end
    wanted = texts.after[:start] + meant.after + texts.after[end:]
    text = texts.after if meant.suspect else texts.uncut if meant.cut else texts.before
    for erratum in _ways(text, spot, meant):
        if meant.suspect:
            where = erratum.context or erratum.before
            if texts.after.find(where) + where.find(erratum.before) == start:
                return erratum
        elif _same(
            corrected(source, _with(known, erratum)).after, wanted, cut=meant.cut
        ) and can_be_made(text, _with(settings, erratum), erratum):
            return erratum
    raise ContentError(
        spot.piece.id,
        "这里已经订正或还原过，或者同样的话不止一处；请多选几个字，或先撤销原来的勘误",
    )


def _same(text: str, wanted: str, *, cut: bool) -> bool:
    """Tell whether a text is as wanted; of a cut the line that is left empty does not count."""
    return text == wanted or (cut and "".join(text.split()) == "".join(wanted.split()))


def _as_on_page(source: Source, settings: CleaningSettings, piece: Piece) -> CleaningSettings:
    """Return the settings with which the page in hand was made: the last errata may be newer."""
    for newer in range(min(len(settings.errata), MOST_NEWER) + 1):
        errata = settings.errata[: len(settings.errata) - newer]
        known = replace(settings, errata=errata)
        if piece.text in corrected(source, known).after:
            return known
    raise ContentError(piece.id, STALE)


def _with(settings: CleaningSettings, erratum: Erratum) -> CleaningSettings:
    return replace(settings, errata=(*settings.errata, erratum))


def entry(erratum: Erratum) -> Plain:
    """Return an erratum as errata.yml has it."""
    given: dict[str, Plain] = {"source": erratum.source, "before": erratum.before}
    if not erratum.suspect and not erratum.cut:
        given["after"] = erratum.after
    if erratum.context:
        given["context"] = erratum.context
    given["reason"] = erratum.reason
    if erratum.suspect:
        given["suspect"] = "true"
    if erratum.cut:
        given["cut"] = "true"
    return given


def _ways(text: str, spot: Spot, meant: Erratum) -> Iterator[Erratum]:
    """Yield errata that name the place, each in other words."""
    start, end, around = spot.start, spot.end, spot.piece.text
    for first, last in islice(pinned(text, around, start, end), TRIES):
        window = around[first:last]
        if window.count(meant.before) == 1:
            yield replace(meant, context="" if window == meant.before else window)
        elif not meant.cut:
            after = around[first:start] + meant.after + around[end:last]
            yield replace(meant, before=window, after="" if meant.suspect else after)
