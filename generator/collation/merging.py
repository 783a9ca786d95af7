"""The copies of one article, set against each other: where they differ, what is intrusive.

First what does not belong is taken out of each copy on evidence (another article's text,
text repeated, foreign matter): a mask.  Then the copies are aligned with the copy-text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from generator.collation.alignment import Difference, differences
from generator.collation.background import Background
from generator.collation.grams import DRIFT, GRAM, GramIndex, grams
from generator.collation.strands import Strand, letters
from generator.collation.witnesses import ends_whole

INTRUSION = 10  # letters that an intrusion has at least
DENSE = 0.6  # share of an intrusion's n-grams that stand in the article that it repeats
PARTIAL = 30  # letters from which a run is a copy though it fills only part of a difference
COVERING = 0.7  # share of a difference that a shorter run must fill
SEVERAL = -1_000_000  # stands for "more than one article"
FORMULA = 4  # a wording that stands in so many articles is a formula, not a copy
SEAM = 5  # letters on either side of a seam that are read together
PLAIN_SEAM = 6.0  # odds (natural logarithm) from which a seam alone decides
FOREIGN_LENGTH = 40
FOREIGN = 0.6  # share of known letter pairs, relative to the document's own, below it foreign

MaskKind = Literal["splice", "duplicate", "misplacement", "foreign"]


@dataclass(frozen=True, slots=True)
class Mask:
    """Text taken out of a copy: it stood before `at` of the strand that is left.

    `start`..`end` in the piece's text; `target` is the article (0 for text outside
    articles) whose wording it repeats, `target_witness` the witness that shows it.
    """

    kind: MaskKind
    at: int
    text: str
    start: int
    end: int
    target: int | None = None
    target_witness: int | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A witness's copy of an article: what is left of it after the masks."""

    witness: int
    strand: Strand
    masks: tuple[Mask, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place where copies differ: copy-text[start:end] and the other witnesses' spans."""

    start: int
    end: int
    spans: dict[int, tuple[int, int]]
    masks: tuple[tuple[int, Mask], ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a copy is judged by: every block of every witness, and the language.

    `owners[i]` is (article number, witness) of index.blocks[i]; `finals` holds those of the
    last block of each witness, behind which foreign matter may stand.  `pairs` gives for two
    letters the article that alone has them, SEVERAL where more do.
    """

    index: GramIndex
    owners: tuple[tuple[int, int], ...]
    background: Background
    pairs: dict[str, int]
    usual_share: float
    finals: frozenset[tuple[int, int]] = frozenset()

    def share(self, text: str, number: int) -> float:
        """Return the share of the letter pairs of `text` that other articles have too."""
        return known_share(text, number, self.pairs)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A span of a copy that may be intrusive; `low`..`high` is the difference it lies in.

    `strength`: 2 where the witness itself has the text in its own place too, 1 where every
    witness of that place has it, 0 where one has it and another lacks it.  `clean`: the
    other copy reads on without a break where this one has the span.
    """

    start: int
    end: int
    kind: MaskKind
    target: int | None
    shown: int | None
    low: int
    high: int
    opposite: str
    strength: int
    clean: bool = True


def without_intrusions(
    copies: Sequence[Copy], number: int, last: bool, around: Surroundings
) -> list[Copy]:
    """Return the copies of article `number`, each without what evidence shows as intrusive."""
    suspects: list[list[Suspect]] = []
    for copy in copies:
        others = [each for each in copies if each is not copy]
        found: list[Suspect] = []
        for low, high, opposite in _unshared(copy, others):
            final = last or (number, copy.witness) in around.finals
            found += _suspects(copy, others, number, (low, high, opposite), final, around)
        if (last or (number, copy.witness) in around.finals) and not found:
            whole = 0, len(copy.strand.text), ""
            found += _foreign_tail(copy.strand.text, whole, number, around)
        suspects.append(found)
    return [
        _masked(copy, _convicted(copy, suspects[at], copies, suspects, around))
        for at, copy in enumerate(copies)
    ]


def _convicted(
    copy: Copy,
    mine: Sequence[Suspect],
    copies: Sequence[Copy],
    suspects: Sequence[list[Suspect]],
    around: Surroundings,
) -> list[Suspect]:
    """Return the suspects that the rivals' own suspects do not clear."""
    kept = []
    for each in mine:
        rivals = [
            other
            for at, found in enumerate(suspects)
            if copies[at] is not copy
            for other in found
            if _answers(copies[at].strand.text[other.low : other.high], each.opposite)
        ]
        cleared = any(_outweighs(other, each, copy, around) for other in rivals)
        if not cleared and (each.strength or (each.clean and not rivals)):
            kept.append(each)
    return kept


def _answers(text: str, opposite: str) -> bool:
    """Tell whether a rival's suspected text is what stands opposite."""
    return bool(opposite) and bool(text) and fuzz.partial_ratio(text, opposite) >= 80


def _outweighs(other: Suspect, each: Suspect, copy: Copy, around: Surroundings) -> bool:
    """Tell whether a rival's suspect clears this one.

    The seam tells most: the right text goes on as the language does, a spliced one breaks
    off in mid-word.  Where it tells little, the stronger evidence decides.
    """
    text = copy.strand.text
    before = text[max(0, each.low - SEAM) : each.low]
    length = min(_leading(text[each.low : each.high]), _leading(each.opposite), SEAM)
    mine, rival = text[each.low : each.low + length], each.opposite[:length]
    seam = around.background.preference(before, mine, rival, "")
    one, two = _weight(other), _weight(each)
    if abs(seam) >= PLAIN_SEAM or one == two:
        return seam > 0
    return one > two


def _leading(text: str) -> int:
    """Return how many letters `text` begins with."""
    return next((at for at, char in enumerate(text) if not char.isalnum()), len(text))


def _weight(each: Suspect) -> tuple[bool, int, float]:
    """Return how much speaks against a suspect, to be compared."""
    covered = (each.end - each.start) / max(1, each.high - each.low)
    return covered >= 0.85, each.strength, covered


def _unshared(copy: Copy, others: Sequence[Copy]) -> list[tuple[int, int, str]]:
    """Return the spans of a copy that no other copy has, and what the first has instead."""
    found: list[tuple[int, int, str]] | None = None
    for other in others:
        here = [
            (each.a0, each.a1, other.strand.text[each.b0 : each.b1])
            for each in differences(copy.strand.text, other.strand.text)
            if _letters(copy.strand.text[each.a0 : each.a1]) >= INTRUSION
        ]
        if found is None:
            found = here
        else:
            found = [
                (max(a, c), min(b, d), opposite)
                for a, b, opposite in found
                for c, d, _ in here
                if min(b, d) > max(a, c)
            ]
    return [
        each for each in found or [] if _letters(copy.strand.text[each[0] : each[1]]) >= INTRUSION
    ]


def _letters(text: str) -> int:
    return sum(1 for char in text if char.isalnum())


def _suspects(
    copy: Copy,
    others: Sequence[Copy],
    number: int,
    difference: tuple[int, int, str],
    last: bool,
    around: Surroundings,
) -> list[Suspect]:
    """Return the parts of a difference that look another article's, repeated, or foreign."""
    low, high, opposite = difference
    text = copy.strand.text
    replaced = _letters(opposite) >= INTRUSION // 2
    at_end = _letters(text[high:]) == 0
    if repeated := _repeated_elsewhere(text, (low, high), number, copy.witness, around):
        start, end, owner, witness, strength = repeated
        whole = ends_whole(others[0].strand.text)
        clean = replaced or whole or not at_end
        if replaced or not at_end or whole:
            kind: MaskKind = "splice" if replaced or (at_end and not whole) else "duplicate"
            return [Suspect(start, end, kind, owner, witness, low, high, opposite, strength, clean)]
    plain = letters(text[low:high])[0]
    rest = letters(text[:low])[0] + "\n" + letters(text[high:])[0]
    if not replaced and len(plain) < len(rest) and fuzz.partial_ratio(plain, rest) >= 90:
        here = copy.witness
        return [Suspect(low, high, "duplicate", number, here, low, high, opposite, 2)]
    return _foreign_tail(text, difference, number, around) if at_end and last else []


def _repeated_elsewhere(
    text: str, span: tuple[int, int], number: int, witness: int, around: Surroundings
) -> tuple[int, int, int, int, int] | None:
    """Return (start, end, article, witness, strength): what another article has of a span."""
    low, high = span
    plain, places = letters(text[low:high])
    diagonals: dict[tuple[int, int], list[int]] = defaultdict(list)
    for gram, place in grams(plain):
        for at, where in around.index.places.get(gram, []):
            if around.owners[at][0] != number:
                diagonals[at, (where - place) // DRIFT].append(place)
    best: tuple[int, int, int, int, int] | None = None
    bearers = set()
    shown_by: dict[int, set[int]] = defaultdict(set)
    for (at, slot), found in diagonals.items():
        here = found + diagonals.get((at, slot + 1), [])
        first, final = min(here), max(here) + GRAM
        if final - first < INTRUSION or len(set(here)) < DENSE * (final - first - GRAM + 1):
            continue
        if len(set(here)) >= DENSE * (len(plain) - GRAM + 1):
            bearers.add(around.owners[at][0])
        shown_by[around.owners[at][0]].add(around.owners[at][1])
        # the witness's own copy shows best that its scribe's eye slipped
        rank = (len(set(here)), around.owners[at][1] == witness)
        if best is None or rank > (best[0], around.owners[best[3]][1] == witness):
            best = (len(set(here)), first, final, at, slot)
    if best is None or len(bearers) >= FORMULA:
        return None
    _, first, final, at, slot = best
    if final - first < min(PARTIAL, COVERING * len(plain)):
        return None
    start = low if first < 4 else low + places[first]
    end = high if len(plain) - final < 4 else low + places[final - 1] + 1
    end = _running_on(text, end, around.index.plains[at][final + (slot + 1) * DRIFT - DRIFT :])
    owner, shown = around.owners[at]
    bearing = {w for number_of, w in around.owners if number_of == owner}
    strength = 2 if witness in shown_by[owner] else int(shown_by[owner] == bearing)
    return start, end, owner, shown, strength


def _running_on(text: str, end: int, source: str) -> int:
    """Return where a copied run that reaches `end` really ends.

    The right text goes on differently, but may agree by chance with some of the run.
    `source` is what stands after the run in the article that it was copied from.
    """
    rest = letters(text[end:])[0]
    if rest and fuzz.partial_ratio(rest, source[: len(rest) + 2 * DRIFT]) >= 85:
        return len(text)
    return end


def _foreign_tail(
    text: str, difference: tuple[int, int, str], number: int, around: Surroundings
) -> list[Suspect]:
    """Return the paragraphs after the document's end, told by their vocabulary."""
    low, high, opposite = difference
    edges = [at for at in range(max(low, 1), high) if text[at] == "\n" or text[at - 1] == "\n"]
    for edge in edges:
        share = around.share(text[edge:high], number)
        if high - edge >= FOREIGN_LENGTH and share < FOREIGN * around.usual_share:
            return [Suspect(edge, high, "foreign", None, None, low, high, opposite, 2)]
    return []


def _masked(copy: Copy, suspects: Sequence[Suspect]) -> Copy:
    """Return a copy with the spans taken out of its strand."""
    text, offsets = copy.strand.text, copy.strand.offsets
    kept: list[int] = []
    masks = list(copy.masks)
    at = 0
    for each in sorted(suspects, key=lambda suspect: (suspect.start, suspect.end)):
        low, high = max(each.start, at), each.end
        if low >= high:
            continue
        kept += range(at, low)
        begin, end = copy.strand.span(low, high)
        masks.append(
            Mask(each.kind, len(kept), text[low:high], begin, end, each.target, each.shown)
        )
        at = high
    kept += range(at, len(text))
    reduced = Strand("".join(text[i] for i in kept), (*(offsets[i] for i in kept), offsets[-1]))
    return Copy(copy.witness, reduced, tuple(masks))


# --- places where the copies differ ---------------------------------------------------


def places(copytext: Copy, others: Sequence[Copy]) -> list[Place]:
    """Return where `others` differ from the copy-text, in order, each place once."""
    by_witness = {
        each.witness: differences(copytext.strand.text, each.strand.text) for each in others
    }
    marks: list[tuple[int, int, tuple[int, Mask] | None]] = [
        (each.a0, each.a1, None) for found in by_witness.values() for each in found
    ]
    marks += [(mask.at, mask.at, (copytext.witness, mask)) for mask in copytext.masks]
    for other in others:
        for mask in other.masks:
            low, high = _in_copytext(mask.at, by_witness[other.witness])
            marks.append((low, high, (other.witness, mask)))
    groups: list[list[tuple[int, int, tuple[int, Mask] | None]]] = []
    end = -1
    for mark in sorted(marks, key=lambda each: (each[0], each[1])):
        if groups and mark[0] <= end:
            groups[-1].append(mark)
        else:
            groups.append([mark])
        end = max(end, mark[1])
    result = []
    for group in groups:
        low, high = min(each[0] for each in group), max(each[1] for each in group)
        spans = {
            witness: (_before(low, found), _after(high, found))
            for witness, found in by_witness.items()
        }
        masks = tuple(each[2] for each in group if each[2] is not None)
        result.append(Place(low, high, spans, masks))
    return result


def _in_copytext(at: int, found: Sequence[Difference]) -> tuple[int, int]:
    """Return the span of the copy-text that the other's place `at` falls on."""
    shift = 0
    for each in found:
        if each.b0 <= at <= each.b1:
            return each.a0, each.a1
        if each.b1 < at:
            shift = each.a1 - each.b1
    return at + shift, at + shift


def _before(at: int, found: Sequence[Difference]) -> int:
    """Return the other's place for the copy-text's `at`, ahead of what is inserted there."""
    shift = 0
    for each in found:
        if each.a1 <= at and each.a0 < at:
            shift = each.b1 - each.a1
    return at + shift


def _after(at: int, found: Sequence[Difference]) -> int:
    """Return the other's place for the copy-text's `at`, behind what is inserted there."""
    shift = 0
    for each in found:
        if each.a1 <= at:
            shift = each.b1 - each.a1
    return at + shift


def known_share(text: str, number: int, pairs: dict[str, int]) -> float:
    """Return the share of the letter pairs of `text` that stand in other articles too."""
    own = [text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()]
    if not own:
        return 1.0
    return sum(1 for pair in own if pairs.get(pair, number) != number) / len(own)


def damage(copy: Copy) -> int:
    """Return how much of a copy was intrusive, in letters, and 5 more for a broken end."""
    return sum(_letters(mask.text) for mask in copy.masks) + (
        0 if ends_whole(copy.strand.text) else 5
    )


def commonest(readings: Sequence[str]) -> tuple[str, int]:
    """Return the reading that most copies have, and how many have it."""
    return Counter(readings).most_common(1)[0]
