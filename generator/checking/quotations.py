"""引文核对: report passages that are nearly an article's sentence, but not word for word.

Sentences of the editions are indexed by their n-grams; only sentences that share many of
them are aligned (passim's order of work: candidates first, then characters).  The time is
about linear in the length of the reports.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.cleaning.ledger import in_source
from generator.edition.differences import differences
from generator.model import CleanedSource, Document, Edition, Finding, Sentence
from generator.text import labels
from generator.text.nomenclature import article_name

GRAM = 5
SHORTEST = 14  # letters that a quotation worth checking has at least
NEARLY = 84  # likeness (of 100) from which a passage is meant as a quotation
SHARED = 0.45  # share of the article sentence's n-grams that the report's sentence has
LABELS = (labels.SECTION, labels.ITEM, labels.POINT, labels.SUBPOINT, labels.CIRCLE)
LABEL = re.compile(rf"^\s*{labels.any_of(*LABELS)}")  # who quotes a sentence leaves it out
LETTER, NO_LETTER = re.compile(r"\w"), re.compile(r"\W+")
SHOWN = 4  # differences that a message spells out
AROUND = 3  # letters of context that make a difference readable
LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence of an edition: where it stands, in words, and its letters."""

    place: str
    text: str
    grams: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quotable:
    """The sentences of the editions, and which of them hold each n-gram."""

    units: tuple[_Unit, ...]
    index: Mapping[str, Sequence[int]]


def quotable(editions: Sequence[Edition]) -> Quotable:
    """Return what reports may quote."""
    units = tuple(unit for edition in editions for unit in _units(edition))
    index: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for gram in sorted(unit.grams):
            index[gram].append(at)
    return Quotable(units, dict(index))


def check_quotations(
    report: Document, known: Quotable, cleaned: CleanedSource
) -> tuple[Finding, ...]:
    """Return a Q-001 for every near quotation; `start`, `end` in the report's text.

    The ledger of the `cleaned` source tells the line.
    """
    return tuple(
        finding
        for sentence in report.sentences
        for finding in _check(report, sentence, known, cleaned)
    )


def _units(edition: Edition) -> Iterator[_Unit]:
    articles = {article.number: article for article in edition.articles}
    for sentence in edition.sentences:
        plain = _plain(LABEL.sub("", sentence.text))
        if len(plain) < SHORTEST:
            continue
        article = articles.get(sentence.article or 0)
        name = article_name(article.label) if article else "正文"
        place = f"{edition.base.short_title}{name}"
        yield _Unit(place, plain, frozenset(_grams(plain)))


def _plain(text: str) -> str:
    return NO_LETTER.sub("", text)


def _grams(plain: str) -> list[str]:
    return [plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1)]


def _check(
    report: Document, sentence: Sentence, known: Quotable, cleaned: CleanedSource
) -> Iterator[Finding]:
    """Yield the finding for the article sentence that a report's sentence nearly quotes."""
    text = report.piece.text[sentence.start : sentence.end]
    plain = _plain(text)
    if len(plain) < SHORTEST:
        return
    nearest = _nearest(plain, known)
    if nearest is None:
        return
    unit, low, high = nearest
    changed = _changes(unit.text, plain[low:high])
    if not changed:
        return
    places = [match.start() for match in LETTER.finditer(text)]
    start, end = sentence.start + places[low], sentence.start + places[high - 1] + 1
    piece = report.piece
    line = cleaned.source.text.count("\n", 0, in_source(piece, cleaned.edits, start)) + 1
    words = piece.text[start:end].replace("\n", "")
    yield Finding(
        "Q-001",
        "info",
        piece.file,
        line,
        words if len(words) <= LONGEST else words[: LONGEST - 1] + "…",
        f"与{unit.place}的一句相近而字有出入：{changed}",
        piece.id,
        start,
        end,
        details=(unit.place, changed),
    )


def _nearest(plain: str, known: Quotable) -> tuple[_Unit, int, int] | None:
    """Return the sentence of an edition that plain[low:high] nearly gives, with low and high.

    None where nothing is near enough, and where a sentence is given word for word.
    """
    shared = known.index.keys() & set(_grams(plain))
    votes = Counter(at for gram in shared for at in known.index[gram])
    best: tuple[float, _Unit, int, int] | None = None
    for at, count in sorted(votes.items()):
        unit = known.units[at]
        if count < SHARED * len(unit.grams):
            continue
        if unit.text in plain:
            return None
        match = fuzz.partial_ratio_alignment(unit.text, plain, score_cutoff=NEARLY)
        if match is None or len(unit.text) > 1.15 * len(plain):
            continue
        low, high = match.dest_start, match.dest_end
        score = fuzz.ratio(unit.text, plain[low:high])
        if score >= NEARLY and (best is None or score > best[0]):
            best = (score, unit, low, high)
    return best[1:] if best else None


def _changes(original: str, quoted: str) -> str:
    """Return the differences in words: 原文“督查”，此处“检查”; at most SHOWN of them."""
    shown = []
    found = differences(original, quoted)
    for each in found[:SHOWN]:
        there, here = original[each.a0 : each.a1], quoted[each.b0 : each.b1]
        before = original[max(0, each.a0 - AROUND) : each.a0]
        if there and here:
            shown.append(f"原文“{before}【{there}】”，此处作“{before}【{here}】”")
        elif there:
            shown.append(f"原文“{before}【{there}】”，此处无“{there}”")
        else:
            shown.append(f"此处“{before}【{here}】”，原文无“{here}”")
    more = f"；另有{len(found) - SHOWN}处" if len(found) > SHOWN else ""
    return "；".join(shown) + more
