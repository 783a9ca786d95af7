"""Choices that the finished text speaks against; where it does, they are in doubt.

Every stretch of a document stands once in it.  So what only one copy has, and what stands
elsewhere as well, may be there by a slip; what was left out and stands nowhere may be lost;
and where a copy has whole sentences twice, nothing tells a slip from the author.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.edition.choosing import ORDERED, Decision
from generator.edition.established import Established
from generator.edition.pairing import READING
from generator.edition.passages import Copy
from generator.edition.segments import FULL_STOPS, closes_note, letters
from generator.edition.witnesses import ParsedWitness

GRAM = 8  # letters by which a stretch is known again
MOST = 0.5  # share of a stretch that stands elsewhere from which one speaks of all
TELLING = 14  # letters at the end of an article that begin a sentence there, but not here
FORMULA = 20  # letters up to which laws end alike in mid-sentence


def questioned(
    made: Sequence[Established], witnesses: Sequence[ParsedWitness]
) -> list[Established]:
    """Return what was established, with the choices in doubt that the whole speaks against."""
    known = _Known(made)
    return [
        replace(
            each,
            decisions=tuple(
                replace(d, asked=True)
                if not d.doubtful
                and d.why != ORDERED
                and _is_questionable(d, each, known, witnesses)
                else d
                for d in each.decisions
            ),
            stray=known.stray(each.text) if len(witnesses) > 1 and not each.others else "",
        )
        for each in made
    ]


def _is_questionable(
    decision: Decision, each: Established, known: _Known, witnesses: Sequence[ParsedWitness]
) -> bool:
    """Tell whether the finished text speaks against a choice between longer stretches."""
    place = decision.place
    spans = {each.copytext.witness: (place.start, place.end), **place.spans}
    readings = {
        copy.witness: letters(copy.segment.text[slice(*spans[copy.witness])])
        for copy in each.copies
    }
    masks = [(witness, mask) for witness, mask in place.masks if mask.kind != "foreign"]
    chosen = letters(decision.text)
    left = [text for text in readings.values() if text != chosen]
    left += [letters(mask.text) for _, mask in masks]
    if max(map(len, (chosen, *left))) <= READING:
        return False
    alone = sum(text == chosen for text in readings.values()) == 1
    if alone and len(chosen) > READING:
        copy = next(c for c in each.copies if readings[c.witness] == chosen)
        start = copy.segment.offsets[spans[copy.witness][0]]
        if known.share(chosen, 2) > MOST or _is_of_another(start, each.key, copy, witnesses):
            return True
    lost = (text for text in left if len(text) > max(READING, 2 * len(chosen)))
    if any(known.share(text, 1) < MOST for text in lost):
        return True
    return not chosen and any(
        _is_sentences(witnesses[witness].piece.text, mask.start, mask.end)
        for witness, mask in masks
    )


def _is_of_another(start: int, key: int, copy: Copy, witnesses: Sequence[ParsedWitness]) -> bool:
    """Tell whether a place of a witness stands behind the label of another article."""
    return key > 0 and any(
        block.start <= start < block.end and block.sure and block.number not in (None, key)
        for block in witnesses[copy.witness].blocks
    )


def _is_sentences(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] begins and ends as sentences do."""
    before = text[:start].rstrip(" \t\u3000")[-1:]
    return before in FULL_STOPS and _ends(text, end - 1)


def _ends(text: str, at: int) -> bool:
    return text[at] in FULL_STOPS or closes_note(text, at)


class _Known:
    """The letters of the finished text: how often each n-gram stands in it, and where."""

    def __init__(self, made: Sequence[Established]) -> None:
        self._times: Counter[str] = Counter()
        texts = []
        begins: list[bool] = []
        for each in made:
            opens = True
            for at, char in enumerate(each.text):
                if char.isalnum():
                    texts.append(char)
                    begins.append(opens)
                    opens = False
                else:
                    opens = opens or _ends(each.text, at)
            texts.append("\n")
            begins.append(True)
        self._text, self._begins = "".join(texts), begins
        self._times.update(self._text[at : at + GRAM] for at in range(len(texts) - GRAM + 1))

    def _covered(self, text: str, times: int) -> list[bool]:
        """Return which letters stand `times` times in the finished text."""
        covered = [False] * len(text)
        for at in range(max(1, len(text) - GRAM + 1)):
            gram = text[at : at + GRAM]
            count = self._times[gram] if len(gram) == GRAM else self._text.count(gram)
            if count >= times:
                covered[at : at + len(gram)] = [True] * len(gram)
        return covered

    def share(self, text: str, times: int) -> float:
        """Return the share of the letters of `text` that stand `times` times in the whole."""
        return sum(self._covered(text, times)) / len(text)

    def stray(self, text: str) -> str:
        """Return the end of an article that stands elsewhere too, and begins there otherwise."""
        plain = letters(text)
        covered = self._covered(plain, 2) if len(plain) >= TELLING else []
        low = len(covered)
        while low and covered[low - 1]:
            low -= 1
        tail = plain[low:]
        if len(tail) < TELLING or not low:
            return ""
        places = [at for at in (self._text.find(tail), self._text.rfind(tail)) if at >= 0]
        begins = {self._begins[at] for at in places}
        return tail if len(begins) > 1 or (len(tail) > FORMULA and begins == {False}) else ""
