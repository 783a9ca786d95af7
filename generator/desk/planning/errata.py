"""A misprint corrected, or suspected, at a place of a text -> an entry of errata.yml.

The place is named by words that stand once in the source; that just this place is changed, and
nothing else, is tried out before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.cleaning import CleaningSettings, Erratum, can_be_made, corrected, pinned
from generator.content.yaml_files import Plain
from generator.desk.actions import ErratumAction
from generator.desk.planning.plan import STALE, Plan, Written, piece_of, refuse_stale, shown
from generator.desk.steps import FileStep
from generator.desk.yaml_changes import Add
from generator.errors import ContentError
from generator.model import Library, Piece, Source

FILE = "errata.yml"
TRIES = 8  # ways to name a place that are tried out
MOST_NEWER = 12  # errata written since a page was made


def plan_erratum(action: ErratumAction, library: Library, written: Written) -> Plan:
    """Return the entry for a misprint; ContentError where its place can't be told."""
    piece = piece_of(library, action.piece)
    refuse_stale(piece, action.start, action.end, action.words)
    if not action.suspect and action.correct == action.words:
        raise ContentError(piece.id, "改前改后一样，什么也没有改")
    source = next(each for each in library.sources if each.file == piece.file)
    curated = written.curated
    settings = CleaningSettings(curated.errata, curated.markers, curated.declared)
    erratum = place_erratum(source, settings, piece, action)
    told = (
        f"{shown(action.words)}疑有误"
        if action.suspect
        else f"{shown(action.words)}订正为{shown(action.correct)}"
        if action.correct
        else f"{shown(action.words)}删去"
    )
    return Plan((FileStep(FILE, Add((), entry(erratum))),), f"勘误：{told}")


def place_erratum(
    source: Source, settings: CleaningSettings, piece: Piece, action: ErratumAction
) -> Erratum:
    """Return the erratum of just that place; ContentError where there is none."""
    known = _as_on_page(source, settings, piece)
    texts = corrected(source, known)
    at = texts.after.find(piece.text)
    start, end = at + action.start, at + action.end
    wanted = texts.after[:start] + action.correct + texts.after[end:]
    for each in _ways(texts.after if action.suspect else texts.before, piece, action):
        erratum = replace(each, source=source.file)
        if action.suspect:
            where = each.context or each.before
            if texts.after.find(where) + where.find(each.before) == start:
                return erratum
        elif corrected(source, _with(known, erratum)).after == wanted and can_be_made(
            texts.before, _with(settings, erratum), erratum
        ):
            return erratum
    raise ContentError(
        piece.id, "这里已经订正或还原过，或者同样的话不止一处；请多选几个字，或先撤销原来的勘误"
    )


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
    if not erratum.suspect:
        given["after"] = erratum.after
    if erratum.context:
        given["context"] = erratum.context
    given["reason"] = erratum.reason
    if erratum.suspect:
        given["suspect"] = "true"
    return given


def _ways(text: str, piece: Piece, action: ErratumAction) -> Iterator[Erratum]:
    """Yield errata that name the place, each in other words."""
    start, end = action.start, action.end
    for first, last in islice(pinned(text, piece.text, start, end), TRIES):
        window = piece.text[first:last]
        blank = Erratum("", window, "", action.reason, suspect=action.suspect)
        if window.count(action.words) == 1:
            context = "" if window == action.words else window
            yield replace(blank, before=action.words, after=action.correct, context=context)
        else:
            after = piece.text[first:start] + action.correct + piece.text[end:last]
            yield replace(blank, after=after)
