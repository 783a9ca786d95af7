"""Choosing a reading where copies differ.

The model is W. W. Greg's copy-text (The Rationale of Copy-Text, 1950): one witness, the
soundest for the article, is followed in everything indifferent; it is left only where
evidence shows that it is the one in error.  Evidence, in this order: an intrusion on one
side; a majority; a letter repeated or lost by a slip; what reads like the language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.pairing import READING
from generator.edition.passages import Copy
from generator.edition.segments import letters
from generator.edition.usage import Usage
from generator.edition.variation import Place
from generator.model import VariantKind

CONTEXT = 8
CLEAR = 2.0  # odds (natural logarithm) from which the language decides without a doubt
LOST = 10.0  # odds that a letter which one witness alone has is right
SHORT = 6  # letters of readings that are compared sequence by sequence
MUCH = 1.5  # times that a longer reading is better known from which it is taken
LEFT_OUT = "一本脱文"
ORDERED = "编者指定"
LOOSE = 1.0  # wording variants in 1000 letters from which a witness is a free copy


@dataclass(frozen=True, slots=True)
class Decision:
    """The reading chosen at a place: `text`, carried by `witness`; why; whether doubtful.

    `asked`: not the copies, but the finished text speaks against it (second_look.py).
    """

    place: Place
    witness: int
    text: str
    kind: VariantKind
    why: str
    doubtful: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """What each witness has at a place; witnesses with an intrusion there are `masked`."""

    texts: dict[int, str]
    masked: frozenset[int]


def readings_at(place: Place, copytext: Copy, others: Sequence[Copy]) -> Readings:
    """Return the readings at `place`, intrusions left out."""
    texts = {copytext.witness: copytext.segment.text[place.start : place.end]}
    for other in others:
        low, high = place.spans[other.witness]
        texts[other.witness] = other.segment.text[low:high]
    return Readings(texts, frozenset(witness for witness, _ in place.masks))


def is_wording(readings: Readings) -> bool:
    """Tell whether the difference is one of wording, not of a slip, a letter or a stop."""
    texts = [text for w, text in readings.texts.items() if w not in readings.masked]
    if len(set(texts)) < 2 or readings.masked:
        return False
    sizes = [sum(1 for char in text if char.isalnum()) for text in texts]
    if max(sizes) > 12:
        return False
    return min(sizes) >= 1 and max(sizes) >= 2 and (len(set(sizes)) > 1 or min(sizes) >= 3)


def decide(
    place: Place,
    copytext: Copy,
    others: Sequence[Copy],
    usage: Usage,
    *,
    loose: bool,
) -> Decision:
    """Return the decision at `place`; `loose`: the witnesses differ freely in wording."""
    readings = readings_at(place, copytext, others)
    sound = {w: t for w, t in readings.texts.items() if w not in readings.masked}
    if readings.masked:
        return _beside_intrusion(place, copytext, readings, sound)
    mine = readings.texts[copytext.witness]
    counted = Counter(readings.texts.values()).most_common(2)
    if (
        len(readings.texts) >= 3
        and counted[0][1] >= 2
        and (len(counted) < 2 or counted[1][1] < counted[0][1])
    ):
        text = counted[0][0]
        witness = copytext.witness if text == mine else _carrier(readings.texts, text)
        rival = next(t for t in readings.texts.values() if t != text)
        return Decision(place, witness, text, _kind(text, rival), f"{counted[0][1]}本相同")
    rival_witness, rival = next((w, t) for w, t in readings.texts.items() if t != mine)
    before = copytext.segment.text[max(0, place.start - CONTEXT) : place.start]
    after = copytext.segment.text[place.end : place.end + CONTEXT]
    takes, why, doubtful = _rival_wins(mine, rival, before, after, usage, loose=loose)
    if why == LEFT_OUT and max(len(letters(mine)), len(letters(rival))) > READING:
        # whether a longer stretch belongs was weighed when the witnesses were merged
        doubtful = any(
            each.is_open(*(place.spans.get(each.witness, (place.start, place.end))))
            for each in (copytext, *others)
        )
    chosen, rejected = (rival, mine) if takes else (mine, rival)
    return Decision(
        place,
        rival_witness if takes else copytext.witness,
        chosen,
        _kind(chosen, rejected),
        why,
        doubtful,
    )


def _carrier(texts: dict[int, str], text: str) -> int:
    return min(witness for witness, each in texts.items() if each == text)


def _beside_intrusion(
    place: Place, copytext: Copy, readings: Readings, sound: dict[int, str]
) -> Decision:
    mask = max((mask for _, mask in place.masks), key=lambda each: len(each.text))
    kind: VariantKind = mask.kind
    if not sound:
        witness = max(readings.texts, key=lambda w: (len(readings.texts[w]), w == copytext.witness))
        return Decision(place, witness, readings.texts[witness], kind, "各本均有误植", True)
    if kind == "foreign":
        witness = max(readings.texts, key=lambda w: (len(readings.texts[w]), w in sound, -w))
        return Decision(place, witness, readings.texts[witness], kind, "")
    witness = max(sound, key=lambda w: (w == copytext.witness, len(sound[w]), -w))
    return Decision(place, witness, sound[witness], kind, "", mask.doubtful)


def _rival_wins(
    mine: str, rival: str, before: str, after: str, usage: Usage, *, loose: bool
) -> tuple[bool, str, bool]:
    """Return whether the rival's reading is taken, why in Chinese, and whether in doubt."""
    plain_mine, plain_rival = letters(mine), letters(rival)
    if plain_mine == plain_rival:
        return _stops(mine, rival, before, after, loose=loose)
    longer, shorter = max(mine, rival, key=len), min(mine, rival, key=len)
    slip = _slip(longer, shorter, before, after)
    said = f"“{slip}”重出"
    if slip and (len(slip) >= 2 or not loose):
        return rival == shorter, said, False
    if loose:
        return False, said if slip and longer == rival else "", False
    sizes = len(plain_mine), len(plain_rival)
    if max(sizes) <= 2 and abs(sizes[0] - sizes[1]) <= 1:
        odds = usage.preference(before, rival, mine, after)
        if sizes[0] != sizes[1]:
            # a letter more makes a text less probable, but letters are lost, not invented
            odds += LOST if longer == rival else -LOST
        best = rival if odds > 0 else mine
        return odds > 0, "据文例", abs(odds) < CLEAR or _is_strange(best, before, after, usage)
    if min(sizes) == 0 or max(sizes) >= 3 * min(sizes):
        return longer == rival, LEFT_OUT, True
    if sizes[0] == sizes[1] and sizes[0] <= SHORT:
        return usage.preference(before, rival, mine, after) > 0, "据文例", True
    shares = [usage.share(before[-1:] + each + after[:1]) for each in (mine, rival)]
    return shares[1] > MUCH * shares[0], "据文例", True


def _is_strange(letter: str, before: str, after: str, usage: Usage) -> bool:
    """Tell whether a letter stands nowhere else beside either of its neighbours.

    Then it may be as wrong as the one that it was preferred to.
    """
    pairs = [before[-1:] + letter, letter + after[:1]]
    return len(letter) == 1 and all(
        usage.count(pair) <= 1 for pair in pairs if len(pair) == 2 and pair.isalpha()
    )


def _stops(
    mine: str, rival: str, before: str, after: str, *, loose: bool
) -> tuple[bool, str, bool]:
    """Decide between readings that differ in punctuation or paragraphs alone."""
    if loose or (mine and rival and "\n" not in mine + rival):
        doubled = not loose and len(mine) > len(rival) and set(mine) == set(rival)
        return doubled, "标点从底本" if not doubled else "标点重出", False
    if mine.replace("\n", "") == rival.replace("\n", ""):
        return False, "分段从底本", False
    longer = max(mine, rival, key=len)
    extra = longer[-1:] if longer else ""
    if extra and (before.endswith(extra) or after.startswith(extra)) and extra not in "”’」』":
        return rival != longer, "标点重出", False
    return rival == longer, "标点脱落", False


def _slip(longer: str, shorter: str, before: str, after: str) -> str:
    """Return the letters that `longer` repeats from beside it, empty when it does not."""
    head = 0
    while head < len(shorter) and longer[head] == shorter[head]:
        head += 1
    tail = 0
    while tail < len(shorter) - head and longer[-1 - tail] == shorter[-1 - tail]:
        tail += 1
    if head + tail < len(shorter) or len(longer) == len(shorter):
        return ""
    extra = longer[head : len(longer) - tail]
    near_before, near_after = before + longer[:head], longer[len(longer) - tail :] + after
    if extra.isalpha() and (near_before.endswith(extra) or near_after.startswith(extra)):
        return extra
    return ""


def _kind(chosen: str, rejected: str) -> VariantKind:
    if letters(chosen) == letters(rejected):
        return "punctuation"
    if not letters(rejected):
        return "omission"
    if not letters(chosen):
        return "addition"
    return "wording"
