"""A checked draft as it is shown: the words in pieces, notes behind sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.draft import DraftReport
from generator.outputs.draft import wording

SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]+[”’」』）)]*|[^。！？!?\n]+|\n")


@dataclass(frozen=True, slots=True)
class Note:
    """What is told of words of the draft; `kind` is how they are marked, `page` where to look."""

    number: int
    start: int
    end: int
    kind: str
    what: str
    more: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one look; `notes` are those that end with them, `original` what was there."""

    text: str
    kinds: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the draft in pieces, and the notes to be read behind it."""

    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class DraftView:
    """What is shown of a checked draft."""

    summary: tuple[str, ...]
    lines: tuple[tuple[Sentence, ...], ...]
    notes: tuple[Note, ...]


def draft_view(
    report: DraftReport, name_of: Callable[[str], str], page_of: Callable[[str, int], str]
) -> DraftView:
    """Return what is shown of a report.

    `name_of` names a report of the library, `page_of` is where its words from an offset on stand.
    """
    notes = _notes(report, name_of, page_of)
    lines: list[list[Sentence]] = [[]]
    cuts = _cuts(report, notes)
    for match in SENTENCE.finditer(report.text):
        if match[0] == "\n":
            lines.append([])
            continue
        own = tuple(each for each in notes if match.start() < each.end <= match.end())
        lines[-1].append(Sentence(_marks(report, notes, cuts, match.span()), own))
    shown = tuple(tuple(line) for line in lines if any(_words(each) for each in line))
    return DraftView(tuple(wording.summary(report)), shown, notes)


def _words(sentence: Sentence) -> str:
    return "".join(each.text for each in sentence.marks).strip()


def _notes(
    report: DraftReport, name_of: Callable[[str], str], page_of: Callable[[str, int], str]
) -> tuple[Note, ...]:
    found: list[tuple[int, int, str, tuple[str, str], str]] = []
    for quoted in report.quotations:
        page = quoted.places[0].page if quoted.places else ""
        told = wording.of_quotation(report.text, quoted)
        found.append((quoted.start, quoted.end, f"q-{quoted.verdict}", told, page))
    for cited in report.citations:
        good = cited.exists and (cited.quotation is None or cited.stands)
        told = wording.of_citation(cited, report.quotations)
        found.append((cited.start, cited.end, "c-good" if good else "c-bad", told, cited.page))
    for run in report.runs:
        told = wording.of_run(run, name_of(run.report))
        page = page_of(run.report, run.report_start)
        found.append((run.start, run.end, "shared", told, page))
    for doubt in report.findings:
        found.append((doubt.start, doubt.end, "doubt", wording.of_finding(doubt), ""))
    found.sort(key=lambda each: (each[1], each[0], each[2]))
    return tuple(
        Note(number, start, max(end, start + 1), kind, *told, page)
        for number, (start, end, kind, told, page) in enumerate(found, 1)
    )


def _cuts(report: DraftReport, notes: Sequence[Note]) -> list[int]:
    """Return the offsets at which the look of the words may change."""
    cuts = {at for each in notes for at in (each.start, each.end)}
    cuts |= {at for each in report.stretches for at in (each.start, each.end)}
    cuts |= {
        at for each in report.quotations for one in each.changes for at in (one.start, one.end)
    }
    return sorted(cuts)


def _marks(
    report: DraftReport, notes: Sequence[Note], cuts: Sequence[int], span: tuple[int, int]
) -> tuple[Mark, ...]:
    start, end = span
    edges = [start, *(at for at in cuts if start < at < end), end]
    near = [each for each in notes if each.start < end and start < each.end]
    changes = [
        one for each in report.quotations for one in each.changes if start <= one.start <= end
    ]
    marks = []
    for low, high in pairwise(edges):
        gone = [each.original for each in changes if each.start == each.end == low]
        if gone and gone[0]:
            marks.append(Mark("", "change", (), (), gone[0]))
        over = [each for each in near if each.start < high and low < each.end]
        kinds = [each.kind for each in over]
        kinds += [
            each.kind
            for each in report.stretches
            if each.kind == "document" and each.start < high and low < each.end
        ]
        original = next(
            (each.original for each in changes if each.start <= low < high <= each.end), None
        )
        marks.append(
            Mark(
                report.text[low:high],
                " ".join(dict.fromkeys(kinds)),
                tuple(each.number for each in over if max(each.start, start) == low),
                tuple(each.number for each in over if each.end == high),
                original,
            )
        )
    return tuple(marks)
