"""Labels that a witness has lost, found again where another witness's article begins.

An article of another witness that has no counterpart is looked for in what stands between
the counterparts of its neighbours; where several are missing in a row, the places that
keep their order are taken together.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from generator.collation.chains import heaviest_chain
from generator.collation.clustering import in_order, likely_pairs
from generator.collation.grams import COMMON, DRIFT, GramIndex, grams
from generator.collation.labels import WEAK_BRACKET, WEAK_LAW
from generator.collation.strands import letters
from generator.collation.witnesses import Block, ParsedWitness, make_block

HEAD = 60  # letters of an article that are looked for where its label may be lost
VOTES = 3.0  # n-grams that must speak for a place
PROBE = 14  # letters by which the place is found to the letter
TAIL = 8  # last letters of the article before, where too little of one is left
LIKE = 60  # likeness (of 100) of these letters
OPENING = 24  # letters that must go on alike
LIKE_OPENING = 65  # likeness (of 100) of these letters
EXACT = 6  # first letters by which a place is sure
NEAREST = 4  # characters away from a place at which a sentence may begin
OPENERS = "“‘（《【"
ENDS = "。\n”！？"
NEAR = 2  # letters from the beginning of a block within which a place is its beginning


@dataclass(frozen=True, slots=True)
class Beginning:
    """Article `number` of another witness begins in block `at` before letter `place`.

    `exact`: the first letters agree, so that the place is sure to the letter.
    """

    number: int
    at: int
    place: int
    weight: float
    exact: bool = False


def restore_labels(witnesses: Sequence[ParsedWitness]) -> list[list[Block]]:
    """Return the blocks of every witness, cut where another one's article begins."""
    result = []
    for index, witness in enumerate(witnesses):
        blocks = list(witness.blocks)
        for other in (each for each in witnesses if each is not witness):
            cuts: dict[int, dict[int, Beginning]] = defaultdict(dict)
            for found in _lost_beginnings(blocks, other.blocks):
                cuts[found.at].setdefault(found.place, found)
            made: list[Block] = []
            for at, block in enumerate(blocks):
                made += _cut(witness, index, block, cuts.get(at, {}))
            blocks = made
        result.append(blocks)
    return result


def _lost_beginnings(blocks: Sequence[Block], others: Sequence[Block]) -> Iterator[Beginning]:
    """Yield where the articles of another witness begin inside this one's blocks."""
    labelled = [block for block in others if block.number is not None]
    pairs = likely_pairs(blocks, [[block] for block in labelled])
    chain = in_order([pair for pair in pairs if pair.likely and blocks[pair.at].number is not None])
    anchors = [(-1, -1), *((pair.of, pair.at) for pair in chain), (len(labelled), len(blocks))]
    found = GramIndex(blocks)
    for (low_of, low), (high_of, high) in itertools.pairwise(anchors):
        missing = range(low_of + 1, high_of)
        if not missing:
            continue
        candidates = [
            (of, place)
            for of in missing
            for place in _candidates(labelled[of], found, max(0, low), high)
            or _behind(labelled, of, found, max(0, low), high)
        ]
        ranked = [
            (of, 1_000_000 * place.at + place.place, place.weight) for of, place in candidates
        ]
        for at in heaviest_chain(ranked):
            place = candidates[at][1]
            if place.place > NEAR or blocks[place.at].number is None:
                yield place


def _candidates(block: Block, found: GramIndex, low: int, high: int) -> list[Beginning]:
    """Return the places in blocks low to high where `block` may begin, a few at most."""
    head = block.plain[:HEAD]
    diagonals: dict[tuple[int, int], float] = defaultdict(float)
    for gram, place in grams(head):
        places = [each for each in found.places.get(gram, []) if low <= each[0] < high]
        if len(places) <= COMMON:
            for at, where in places:
                diagonals[at, (where - place) // DRIFT] += 1 / len(places)
    votes = {
        (at, slot): weight + diagonals.get((at, slot + 1), 0.0)
        for (at, slot), weight in diagonals.items()
    }
    made: dict[int, Beginning] = {}
    enough = min(VOTES, len(head) / 3)
    for at, slot in sorted(votes, key=lambda key: (-votes[key], key))[:4]:
        begins = _beginning(head, found.plains[at], slot * DRIFT)
        if votes[at, slot] < enough or begins is None:
            continue
        goes_on = fuzz.ratio(head[:OPENING], found.plains[at][begins : begins + OPENING])
        exact = found.plains[at][begins : begins + EXACT] == head[:EXACT]
        if goes_on >= LIKE_OPENING or (exact and _opens_sentence(found.blocks[at], begins)):
            key = 1_000_000 * at + begins
            made.setdefault(key, Beginning(block.number or 0, at, begins, votes[at, slot], exact))
    return list(made.values())


def _opens_sentence(block: Block, place: int) -> bool:
    """Tell whether letter `place` of a block is the first of a sentence or line."""
    text = block.strand.text
    at = letters(text)[1][place]
    while at > 0 and text[at - 1] in OPENERS:
        at -= 1
    return at == 0 or text[at - 1] in ENDS


def _behind(
    labelled: Sequence[Block], of: int, found: GramIndex, low: int, high: int
) -> list[Beginning]:
    """Return where an article begins of which little is left: behind the one before it."""
    head, before = labelled[of].plain[:2], labelled[of - 1].plain[-TAIL:] if of else ""
    made: list[Beginning] = []
    if len(before) < TAIL or len(head) < 2:
        return made
    for at in range(low, high):
        place = found.plains[at].find(before + head)
        while place >= 0 and len(made) < COMMON:
            made.append(Beginning(labelled[of].number or 0, at, place + TAIL, 1.0, True))
            place = found.plains[at].find(before + head, place + 1)
    return made


def _beginning(head: str, plain: str, about: int) -> int | None:
    """Return where `head` begins in `plain`, looked for from `about` on."""
    best: tuple[float, int] | None = None
    probe = head[:PROBE]
    for place in range(max(0, about - DRIFT), min(len(plain), about + 3 * DRIFT)):
        score = fuzz.ratio(probe, plain[place : place + len(probe)])
        if best is None or score > best[0]:
            best = (score, place)
    return best[1] if best and best[0] >= LIKE else None


def _cut(
    witness: ParsedWitness, index: int, block: Block, places: dict[int, Beginning]
) -> list[Block]:
    """Return the pieces of `block`, cut before the letters at `places`."""
    if not places:
        return [block]
    if block.number is None and min(places) <= NEAR:
        block = replace(block, number=places.pop(min(places)).number)
    text = witness.piece.text
    where = letters(block.strand.text)[1]
    edges = []
    for place, beginning in sorted(places.items()):
        at = _snapped(block.strand.text, where[place], 0 if beginning.exact else NEAREST)
        start = block.strand.offsets[at]
        edges.append((_label_remains(text, block.start, start), start, beginning.number))
    made = []
    bounds: list[tuple[int, int, int | None, str]] = [
        (block.label_start, block.start, block.number, block.label),
        *((label_start, start, number, "") for label_start, start, number in edges),
    ]
    for here, (label_start, start, found, label) in enumerate(bounds):
        stop = bounds[here + 1][0] if here + 1 < len(bounds) else block.end
        sure = here == 0 and block.sure
        made.append(
            make_block(text, index, found, label, label_start, start, max(start, stop), sure)
        )
    return [each for each in made if each.strand.text or each.label]


def _snapped(text: str, at: int, reach: int) -> int:
    """Return the beginning of the sentence or line nearest to `at`, `at` if there is none.

    It is looked for up to `reach` characters away.
    """
    while at > 0 and text[at - 1] in OPENERS:
        at -= 1
    for step in range(reach + 1):
        for place in (at - step, at + step):
            if 0 < place < len(text) and text[place - 1] in ENDS:
                return place
    return at


def _label_remains(text: str, low: int, at: int) -> int:
    """Return where the remains of a label before `at` begin, `at` when there are none."""
    begin = max(low, text.rfind("\n", low, at) + 1, text.rfind("。", low, at) + 1)
    for start in range(max(begin, at - 10), at):
        probe = text[start:at].strip() + " "
        for pattern in (WEAK_LAW, WEAK_BRACKET):
            found = pattern.match(probe)
            if found and found.end() >= len(probe) - 1 and len(probe) > 2:
                return start
    return at
