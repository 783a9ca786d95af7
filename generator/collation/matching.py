"""Which blocks of the witnesses are the same article, and what its number is.

Blocks are compared by their n-grams (an index first, then only likely pairs), never by
label alone: a label may be lost, misread or used twice.  A label that one witness has
lost is found again where another witness's article begins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapidfuzz import fuzz

from generator.collation.labels import WEAK_BRACKET, WEAK_LAW
from generator.collation.strands import letters
from generator.collation.witnesses import Block, ParsedWitness, make_block

GRAM = 5
HEAD = 90  # letters of an article that are looked for where its label may be lost
OPENING = 40  # letters by which an article's beginning is known again
NEAR = 6  # letters by which the beginnings of two copies of an article may differ
DRIFT = 8  # letters by which a diagonal may drift through lost and doubled characters
ALIKE = 0.4  # likeness from which two blocks may be copies; like beginnings and labels add to it
SHARED = 0.15  # share of the smaller block's n-grams that two copies have at least
REPEAT = 20  # letters that a repeated article has at least
COMMON = 12  # blocks that a telling n-gram stands in at most


@dataclass(slots=True)
class Cluster:
    """The copies of one article: by witness the block that carries it, and repeats of it."""

    blocks: dict[int, Block] = field(default_factory=dict)
    repeats: list[Block] = field(default_factory=list)
    number: int | None = None


class GramIndex:
    """Where the n-grams of some blocks stand: (block, place in its letters)."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.plains = [block.plain for block in blocks]
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, plain in enumerate(self.plains):
            for gram, place in grams(plain):
                self.places[gram].append((at, place))
        self.weights = [
            sum(1 / len({b for b, _ in self.places[gram]}) for gram in {g for g, _ in grams(p)})
            for p in self.plains
        ]

    def telling(self, gram: str) -> list[tuple[int, int]]:
        """Return the places of `gram`, none when it stands in too many to tell."""
        places = self.places.get(gram, [])
        return places if len(places) <= COMMON else []

    def likeness(self, plain: str) -> dict[int, float]:
        """Return how much of the smaller text `plain` and each block share, from 0 to 1.

        An n-gram counts the less the more blocks have it, so that formulas tell little.
        """
        votes: dict[int, float] = defaultdict(float)
        own = 0.0
        for gram in {gram for gram, _ in grams(plain)}:
            bearers = {at for at, _ in self.places.get(gram, [])}
            weight = 1 / max(1, len(bearers))
            own += weight
            if len(bearers) <= COMMON:
                for at in bearers:
                    votes[at] += weight
        return {
            at: min(1.0, shared / max(0.01, min(own, self.weights[at])))
            for at, shared in votes.items()
        }


def grams(plain: str) -> Iterator[tuple[str, int]]:
    """Yield every n-gram of `plain` with its place."""
    for at in range(len(plain) - GRAM + 1):
        yield plain[at : at + GRAM], at


# --- labels that a witness has lost ----------------------------------------------


def restore_labels(witnesses: Sequence[ParsedWitness]) -> list[list[Block]]:
    """Return the blocks of every witness, cut where another one's article begins."""
    result = []
    for index, witness in enumerate(witnesses):
        blocks = list(witness.blocks)
        found = GramIndex(blocks)
        cuts: dict[int, dict[int, int]] = defaultdict(dict)
        for other in (each for each in witnesses if each is not witness):
            for number, at, place in _lost_beginnings(blocks, found, other):
                cuts[at].setdefault(place, number)
        cut_blocks: list[Block] = []
        for at, block in enumerate(blocks):
            cut_blocks += _cut(witness, index, block, cuts.get(at, {}))
        result.append(cut_blocks)
    return result


def _lost_beginnings(
    blocks: Sequence[Block], found: GramIndex, other: ParsedWitness
) -> Iterator[tuple[int, int, int]]:
    """Yield (number, block, place): where an article of `other` begins inside a block."""
    counts = Counter(block.number for block in other.blocks if block.number is not None)
    for block in other.blocks:
        if block.number is None or counts[block.number] > 1 or not block.sure:
            continue
        head = block.plain[:HEAD]
        diagonals: dict[tuple[int, int], float] = defaultdict(float)
        for gram, place in grams(head):
            places = found.telling(gram)
            for at, where in places:
                diagonals[at, (where - place) // DRIFT] += 1 / len(places)
        votes = {
            (at, slot): weight + diagonals.get((at, slot + 1), 0.0)
            for (at, slot), weight in diagonals.items()
        }
        if not votes:
            continue
        best = max(votes.values())
        near = [key for key in votes if votes[key] >= 0.7 * best]
        begun = any(
            -2 <= slot <= 0 and fuzz.ratio(head[:OPENING], found.plains[at][:OPENING]) >= 80
            for at, slot in votes
        )
        if best < 3 or begun:
            continue
        at, slot = max(near, key=lambda key: (votes[key], -key[0], -key[1]))
        begins = _beginning(head, found.plains[at], slot * DRIFT)
        if begins is not None and begins > NEAR:
            yield block.number, at, begins


def _beginning(head: str, plain: str, about: int) -> int | None:
    """Return where `head` begins in `plain`, looked for from `about` on."""
    low = max(0, about - DRIFT)
    best: tuple[float, int] | None = None
    probe = head[:14]
    for place in range(low, min(len(plain), about + 3 * DRIFT)):
        score = fuzz.ratio(probe, plain[place : place + len(probe)])
        if best is None or score > best[0]:
            best = (score, place)
    return best[1] if best and best[0] >= 60 else None


def _cut(witness: ParsedWitness, index: int, block: Block, places: dict[int, int]) -> list[Block]:
    """Return the pieces of `block`, cut before the letters at `places` (place -> number)."""
    if not places:
        return [block]
    text = witness.piece.text
    where = letters(block.strand.text)[1]
    edges = []
    for place, number in sorted(places.items()):
        at = _snapped(block.strand.text, where[place])
        if at is None:
            continue
        start = block.strand.offsets[at]
        label_start = _label_remains(text, block.start, start)
        edges.append((label_start, start, number))
    made = []
    bounds: list[tuple[int, int, int | None, str]] = [
        (block.label_start, block.start, block.number, block.label),
        *((label_start, start, number, "") for label_start, start, number in edges),
    ]
    for here, (label_start, start, found, label) in enumerate(bounds):
        stop = bounds[here + 1][0] if here + 1 < len(bounds) else block.end
        piece = make_block(
            text,
            index,
            found,
            label,
            label_start,
            start,
            max(start, stop),
            here == 0 and block.sure,
        )
        made.append(piece)
    return [each for each in made if each.strand.text or each.label]


def _snapped(text: str, at: int) -> int | None:
    """Return the beginning of the sentence or line nearest to `at`, None if there is none."""
    while at > 0 and text[at - 1] in "“‘（《【":
        at -= 1
    for step in range(5):
        for place in (at - step, at + step):
            if 0 < place < len(text) and text[place - 1] in "。\n”！？":
                return place
    remains = WEAK_LAW.search(text, max(0, at - 9), at) or WEAK_BRACKET.search(
        text, max(0, at - 9), at
    )
    return at if remains else None


def _label_remains(text: str, low: int, at: int) -> int:
    """Return where the remains of a label before `at` begin, `at` when there are none."""
    begin = max(low, text.rfind("\n", low, at) + 1, text.rfind("。", low, at) + 1)
    remains = text[begin:at]
    if remains.strip() and len(remains.strip()) <= 9:
        probe = remains.strip() + " "
        if WEAK_LAW.match(probe) or WEAK_BRACKET.match(probe):
            return begin
    return at


# --- copies of the same article ---------------------------------------------------


def cluster_blocks(witnesses: Sequence[Sequence[Block]]) -> list[Cluster]:
    """Return the clusters of the labelled blocks of all witnesses, numbered, in order."""
    clusters: list[Cluster] = []
    for index in sorted(range(len(witnesses)), key=lambda at: -_coherence(witnesses[at])):
        blocks = [block for block in witnesses[index] if block.number is not None]
        _add(clusters, index, blocks)
    _number(clusters, witnesses)
    _fill_gaps(clusters)
    return sorted(
        (each for each in clusters if each.number is not None), key=lambda each: each.number or 0
    )


def _coherence(blocks: Sequence[Block]) -> int:
    """Return how well the labels of a witness count on: the larger the better."""
    numbers = [block.number for block in blocks if block.number is not None and block.label]
    steps = sum(1 for a, b in pairwise(numbers) if b == a + 1)
    return steps - 2 * (len(numbers) - len(set(numbers)))


def _add(clusters: list[Cluster], index: int, blocks: Sequence[Block]) -> None:
    """Give every block of a witness its cluster: likeliest pairs first, each one once."""
    members = [(c, block) for c, each in enumerate(clusters) for block in each.blocks.values()]
    found = GramIndex([block for _, block in members])
    pairs: list[tuple[float, int, int, int]] = []
    for at, block in enumerate(blocks):
        for m, likeness in found.likeness(block.plain).items():
            cluster, member = members[m]
            score = _alike(block, member, likeness)
            if likeness >= SHARED and score >= ALIKE:
                order = abs(at - m)
                pairs.append((-score, order, at, cluster))
    taken: set[int] = set()
    full: set[int] = set()
    late: dict[int, int] = {}
    for _, _, at, cluster in sorted(pairs):
        if at in taken:
            continue
        if cluster in full:
            late.setdefault(at, cluster)
            continue
        clusters[cluster].blocks[index] = blocks[at]
        taken.add(at)
        full.add(cluster)
    _add_rest(clusters, index, blocks, taken, late)


def _add_rest(
    clusters: list[Cluster],
    index: int,
    blocks: Sequence[Block],
    taken: set[int],
    late: dict[int, int],
) -> None:
    """Place the blocks that found no cluster free: repeats of another, or new articles."""
    fresh: list[tuple[int, Cluster]] = []
    for at, block in enumerate(blocks):
        if at in taken:
            continue
        if at in late and _contained(block, clusters[late[at]].blocks[index]):
            clusters[late[at]].repeats.append(block)
            continue
        twin = next((each for _, each in fresh if _contained(block, each.blocks[index])), None)
        if twin is None:
            fresh.append((at, Cluster({index: block})))
        elif _closer(block, twin.blocks[index], at, blocks):
            twin.repeats.append(twin.blocks[index])
            twin.blocks[index] = block
        else:
            twin.repeats.append(block)
    clusters += [each for _, each in fresh]


def _closer(block: Block, rival: Block, at: int, blocks: Sequence[Block]) -> bool:
    """Tell whether `block` at place `at` counts on better than its twin, `rival`."""

    def fits(place: int) -> int:
        number = blocks[place].number or 0
        before = blocks[place - 1].number if place else number - 1
        after = blocks[place + 1].number if place + 1 < len(blocks) else number + 1
        return (before == number - 1) + (after == number + 1)

    return fits(at) > fits(list(blocks).index(rival))


def _alike(one: Block, other: Block, likeness: float) -> float:
    """Return how alike two blocks are: shared n-grams, like beginnings, the same label."""
    score = likeness
    length = min(24, len(one.plain), len(other.plain))
    if length and fuzz.ratio(one.plain[:length], other.plain[:length]) >= 70:
        score += 0.5
    if one.number == other.number:
        score += 0.3
    return score


def _contained(block: Block, other: Block) -> bool:
    """Tell whether most of `other` stands again in `block`, or most of `block` in `other`."""
    shorter, longer = sorted((block.plain, other.plain), key=len)
    if len(shorter) < REPEAT or len(shorter) < 0.3 * len(longer):
        return False
    return fuzz.partial_ratio(shorter, longer) >= 80


# --- numbers -----------------------------------------------------------------------


def _number(clusters: Sequence[Cluster], witnesses: Sequence[Sequence[Block]]) -> None:
    """Give every cluster its number: the labels vote, the order decides the rest."""
    weights: list[tuple[float, int, int]] = []
    for at, cluster in enumerate(clusters):
        votes: dict[int, float] = defaultdict(float)
        for index, block in cluster.blocks.items():
            if block.number is not None:
                votes[block.number] += _confidence(block, witnesses[index])
        weights += [(-weight, number, at) for number, weight in votes.items()]
    used: set[int] = set()
    for _, number, at in sorted(weights):
        if clusters[at].number is None and number not in used:
            clusters[at].number = number
            used.add(number)
    for cluster in clusters:
        left = _between(cluster, clusters, witnesses) if cluster.number is None else None
        if left is not None and left not in used:
            cluster.number = left
            used.add(left)


def _fill_gaps(clusters: list[Cluster]) -> None:
    """Give a lost article back what stands behind the one before it in a single witness.

    Where a number is missing and one copy of the article before it goes on with paragraphs
    that the other copies lack, these paragraphs are the article whose label was lost.
    """
    numbered = {each.number: each for each in clusters if each.number is not None}
    for number in range(2, max((n or 0 for n in numbered), default=0)):
        before = numbered.get(number - 1)
        if number in numbered or before is None:
            continue
        for index, block in before.blocks.items():
            others = [b.plain for i, b in before.blocks.items() if i != index]
            edge = _end_of_copy(block, others)
            if edge is not None:
                offsets = block.strand.offsets
                first, rest = block.strand[:edge], block.strand[edge + 1 :]
                before.blocks[index] = replace(block, strand=first, end=offsets[edge - 1] + 1)
                start = offsets[edge + 1]
                lost = replace(
                    block, number=number, label="", label_start=start, start=start, strand=rest
                )
                made = Cluster({index: lost}, [], number)
                clusters.append(made)
                numbered[number] = made
                break


def _end_of_copy(block: Block, others: Sequence[str]) -> int | None:
    """Return the paragraph end behind which a block goes on after what the others have."""
    text = block.strand.text
    edges = [at for at, char in enumerate(text) if char == "\n"]
    if not others:
        return edges[0] if len(edges) == 1 else None
    for edge in edges:
        own = letters(text[:edge])[0]
        if any(fuzz.ratio(own, other) >= 90 for other in others):
            return edge if len(letters(text[edge:])[0]) >= REPEAT else None
    return None


def _confidence(block: Block, blocks: Sequence[Block]) -> float:
    """Return how far a label is to be trusted: more when the count goes on around it."""
    if not block.label:
        return 0.3
    labelled = [each for each in blocks if each.number is not None]
    at = next(i for i, each in enumerate(labelled) if each is block)
    number = block.number or 0
    before = labelled[at - 1].number if at else 0
    after = labelled[at + 1].number if at + 1 < len(labelled) else number + 1
    weight = 1.0 + (before == number - 1) + (after == number + 1)
    if sum(1 for each in labelled if each.number == number and each.label) > 1:
        weight -= 0.5
    return weight if block.sure else weight / 2


def _between(
    cluster: Cluster, clusters: Sequence[Cluster], witnesses: Sequence[Sequence[Block]]
) -> int | None:
    """Return the number that the neighbours of a cluster leave for it."""
    numbers = {id(block): each.number for each in clusters for block in each.blocks.values()}
    for index, block in cluster.blocks.items():
        labelled = [each for each in witnesses[index] if each.number is not None]
        at = next(i for i, each in enumerate(labelled) if each is block)
        before = numbers.get(id(labelled[at - 1])) if at else 0
        if before is not None:
            return before + 1
        after = numbers.get(id(labelled[at + 1])) if at + 1 < len(labelled) else None
        if after is not None and after > 1:
            return after - 1
    return None
