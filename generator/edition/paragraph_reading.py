"""Reading witnesses whose paragraphs bear no numbers: which paragraph of each is which.

Paragraphs are paired by their wording.  One that opens in mid-sentence in another witness is
the rest of a broken one; one that has a twin is under the key of that twin; what is like no
other is a paragraph of its own, behind the one that it follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.edition.label_finding import Mark
from generator.edition.repair.chains import heaviest_chain
from generator.edition.segments import CLOSERS, STOPS, letters
from generator.structure.lines import lines_of

GRAM = 4
ALIKE = 0.5  # share of the n-grams of the shorter of two paragraphs that the longer has
NEAR = 300  # letters within which an intrusion stands between two paragraphs
OPENING = 8  # letters by which a paragraph is known again


@dataclass(slots=True)
class _Paragraph:
    """A paragraph of the document, as the first witness that has it gives it."""

    text: str
    witnesses: set[int] = field(default_factory=set)

    @property
    def grams(self) -> frozenset[str]:
        """The n-grams of its letters."""
        return _grams(self.text)


@dataclass(frozen=True, slots=True)
class _Opening:
    start: int
    text: str  # its letters
    grams: frozenset[str]


def paragraph_marks(texts: Sequence[str]) -> tuple[list[list[Mark]], list[list[tuple[int, ...]]]]:
    """Return a mark for every paragraph of every witness, and its path."""
    plain = [_Plain(text) for text in texts]
    rows = [
        _openings(text, [each for at, each in enumerate(plain) if at != own])
        for own, text in enumerate(texts)
    ]
    order = sorted(range(len(rows)), key=lambda at: (-sum(len(o.text) for o in rows[at]), at))
    found: list[_Paragraph] = []
    homes: list[list[_Paragraph]] = [[] for _ in rows]
    for at in order:
        homes[at] = _paired(rows[at], found, at)
    twins = {id(each): _twin(each, found) for each in found}
    kept = [each for each in found if twins[id(each)] is each]
    number = {id(each): count for count, each in enumerate(kept, 1)}
    marks = [
        [
            Mark("article", number[id(twins[id(home)])], "¶", opening.start, opening.start)
            for opening, home in zip(row, own, strict=True)
        ]
        for row, own in zip(rows, homes, strict=True)
    ]
    return marks, [[(mark.number,) for mark in row] for row in marks]


def _openings(text: str, others: Sequence[_Plain]) -> list[_Opening]:
    """Return where the paragraphs of a text open: its lines, but for the rest of broken ones."""
    made: list[_Opening] = []
    before = ""
    for line in lines_of(text):
        plain = letters(line.words)
        broken = bool(before) and before.rstrip(CLOSERS)[-1:] not in tuple(STOPS)
        before = line.words
        if made and _is_rest(made[-1].text, plain, others, broken=broken):
            last = made.pop()
            plain = last.text + plain
            made.append(_Opening(last.start, plain, _grams(plain)))
        elif plain:
            made.append(_Opening(line.start, plain, _grams(plain)))
    return made


def _is_rest(before: str, plain: str, others: Sequence[_Plain], *, broken: bool) -> bool:
    """Tell whether a line goes on from a broken one: it opens in mid-sentence in another text.

    There it follows right upon the end of the line before, or that line is not near: then the
    line before is a stranger, not what an intrusion has been put behind.
    """
    tail = before[-OPENING:]
    opens = [kind for other in others for kind in other.kinds(tail, plain[:OPENING])]
    if not opens:
        opening = plain[: 2 * OPENING]
        if any(other.has_near(tail, opening) for other in others):
            return False
        opens = [kind for other in others for kind in other.kinds("", opening)]
    return bool(opens) and not any(
        kind == "line" or (kind == "stop" and not broken) for kind in opens
    )


class _Plain:
    """The letters of a text, and what stands before each: a line end, a stop, or neither."""

    def __init__(self, text: str) -> None:
        made: list[str] = []
        self._before: list[str] = []
        last = "line"
        for char in text:
            if char.isalnum():
                made.append(char)
                self._before.append(last)
                last = ""
            elif char == "\n":
                last = "line"
            elif char in STOPS and last != "line":
                last = "stop"
        self._text = "".join(made)

    def has_near(self, before: str, opening: str) -> bool:
        """Tell whether some letters stand not far before others."""
        at = self._text.find(opening)
        return at >= 0 and before in self._text[max(0, at - NEAR) : at]

    def kinds(self, before: str, opening: str) -> list[str]:
        """Return what stands before each place where the text has some letters."""
        found = []
        at = self._text.find(before + opening)
        while at >= 0 and opening:
            found.append(self._before[at + len(before)])
            at = self._text.find(before + opening, at + 1)
        return found


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other))


def _paired(row: Sequence[_Opening], found: list[_Paragraph], witness: int) -> list[_Paragraph]:
    """Return which paragraph each of a witness's is; new ones are put in where they stand."""
    known = [each.grams for each in found]
    pairs = []
    for at, opening in enumerate(row):
        for place, grams in enumerate(known):
            shared = len(opening.grams & grams)
            same = found[place].text[: 2 * OPENING] == opening.text[: 2 * OPENING]
            if same or shared >= ALIKE * min(len(opening.grams), len(grams)):
                pairs.append((at, place, float(shared) * (2.0 if same else 1.0)))
    chain = {pairs[at][0]: found[pairs[at][1]] for at in heaviest_chain(pairs)}
    alike = {at: found[max((w, -p) for a, p, w in pairs if a == at)[1] * -1] for at, _, _ in pairs}
    homes: list[_Paragraph] = []
    last: _Paragraph | None = None
    for at, opening in enumerate(row):
        home = chain.get(at)
        if home is None and at in alike and _opens_alike(alike[at].text, opening.text):
            homes.append(alike[at])
            continue
        if home is None:
            home = _Paragraph(opening.text)
            found.insert(next((i + 1 for i, e in enumerate(found) if e is last), 0), home)
        home.witnesses.add(witness)
        homes.append(home)
        last = home
    return homes


def _opens_alike(one: str, other: str) -> bool:
    return (
        one[:OPENING] == other[:OPENING]
        or _likeness(_grams(one[: 4 * OPENING]), _grams(other[: 4 * OPENING])) >= ALIKE
    )


def _twin(each: _Paragraph, found: Sequence[_Paragraph]) -> _Paragraph:
    """Return the paragraph that one repeats: it has fewer witnesses than its twin."""
    for other in found:
        if (
            other is not each
            and len(other.witnesses) > len(each.witnesses)
            and other.text[:OPENING] == each.text[:OPENING]
            and _likeness(other.grams, each.grams) >= ALIKE
        ):
            return other
    return each
