"""Establishing the edition: articles, running text and parts from all witnesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.collation.background import Background
from generator.collation.copies import Cluster, Copy, damage
from generator.collation.deciding import (
    LOOSE,
    Decision,
    decide,
    is_wording,
    readings_at,
)
from generator.collation.foreign import without_foreign
from generator.collation.labels import StyleName
from generator.collation.numbering import boundaries
from generator.collation.places import places
from generator.collation.streams import stream_of
from generator.collation.surroundings import SEVERAL, Surroundings, known_share
from generator.collation.units import FRONT, units_of
from generator.collation.weaving import weave
from generator.collation.witnesses import Block, ParsedWitness


@dataclass(frozen=True, slots=True)
class Established:
    """An article or a stretch of running text, established.

    `key` is the article's number; 0 for the text before the first article, -n for running
    text right before article n.  `decisions` are in order; `starts` gives where the text of
    each stands in `text`.
    """

    key: int
    text: str
    copytext: Copy
    others: tuple[Copy, ...]
    decisions: tuple[Decision, ...]
    starts: tuple[int, ...]
    block: Block
    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing the witnesses gave."""

    style: StyleName
    witnesses: tuple[ParsedWitness, ...]
    blocks: tuple[tuple[Block, ...], ...]
    articles: tuple[Established, ...]
    running: tuple[Established, ...]
    ranking: tuple[int, ...]
    around: Surroundings


def compare(
    witnesses: Sequence[ParsedWitness], preferred: Mapping[int, int], others: Sequence[str]
) -> Comparison:
    """Return what comparing `witnesses` gives.

    `preferred` is the editor's choice, article number -> index of the witness; `others`
    are further texts of the library, evidence of its language.
    """
    background = Background([b.strand.text for each in witnesses for b in each.blocks] + [*others])
    streams = [stream_of(at, each.blocks) for at, each in enumerate(witnesses)]
    woven = weave(streams, background)
    units = units_of(witnesses, woven, boundaries(woven))
    clusters = [unit.cluster for unit in units]
    around = _surroundings(clusters, background)
    last = max((_key(each) for each in clusters), default=0)
    cleaned = {
        _key(unit.cluster): without_foreign(
            unit.copies, _key(unit.cluster), _key(unit.cluster) == last, around
        )
        for unit in units
    }
    harm = _harm(witnesses, clusters, cleaned)
    ranking = tuple(sorted(range(len(witnesses)), key=lambda w: (harm[w], w)))
    chosen = {
        _key(each): _copytext(cleaned[_key(each)], ranking, preferred.get(_key(each)))
        for each in clusters
    }
    loose = _loose(cleaned, chosen)
    made = [
        _establish(each, cleaned[_key(each)], chosen[_key(each)], preferred, background, loose)
        for each in clusters
    ]
    return Comparison(
        witnesses[0].style,
        tuple(witnesses),
        _blocks(clusters, len(witnesses)),
        tuple(each for each in made if each.key > 0),
        tuple(each for each in made if each.key <= 0),
        ranking,
        around,
    )


def _key(cluster: Cluster) -> int:
    return cluster.number if cluster.number is not None else FRONT


def _blocks(clusters: Sequence[Cluster], count: int) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks of every witness in the order in which they stand there."""
    own: list[list[Block]] = [[] for _ in range(count)]
    for each in clusters:
        for index, block in each.blocks.items():
            own[index].append(block)
    return tuple(tuple(sorted(row, key=lambda block: (block.start, block.end))) for row in own)


def _surroundings(clusters: Sequence[Cluster], background: Background) -> Surroundings:
    owned = [
        (_key(each), index, block) for each in clusters for index, block in each.blocks.items()
    ]
    pairs: dict[str, int] = {}
    for key, _, block in owned:
        text = block.strand.text
        for pair in {text[at : at + 2] for at in range(len(text) - 1)}:
            pairs[pair] = key if pairs.get(pair, key) == key else SEVERAL
    shares = sorted(known_share(block.strand.text, key, pairs) for key, _, block in owned)
    usual = shares[len(shares) // 2] if shares else 1.0
    ends: dict[int, tuple[int, int]] = {}
    for key, w, block in owned:
        ends[w] = max(ends.get(w, (0, 0)), (block.end, key))
    finals = frozenset((key, w) for w, (_, key) in ends.items())
    return Surroundings(background, pairs, usual, finals)


def _harm(
    witnesses: Sequence[ParsedWitness],
    clusters: Sequence[Cluster],
    cleaned: Mapping[int, Sequence[Copy]],
) -> list[int]:
    """Return how damaged each witness is: intrusions, repeats, labels lost or wrong, gaps."""
    harm = [0] * len(witnesses)
    for each in clusters:
        for block in each.repeats:
            harm[block.witness] += len(block.plain)
        for index in range(len(witnesses)):
            block_here = each.blocks.get(index)
            if block_here is None:
                harm[index] += 100
            elif block_here.number != each.number or not block_here.label:
                harm[index] += 20
    for copies in cleaned.values():
        longest = max((len(copy.strand.text) for copy in copies), default=0)
        for copy in copies:
            harm[copy.witness] += damage(copy)
            if longest - len(copy.strand.text) > longest // 5:
                harm[copy.witness] += longest - len(copy.strand.text)
    return harm


def _copytext(copies: Sequence[Copy], ranking: Sequence[int], wanted: int | None) -> Copy:
    """Return the copy to follow: the editor's, else the least damaged, else the best witness's."""
    for copy in copies:
        if copy.witness == wanted:
            return copy
    longest = max(len(copy.strand.text) for copy in copies)

    def order(copy: Copy) -> tuple[bool, int]:
        broken = bool(copy.masks) or len(copy.strand.text) < 0.85 * longest
        return broken, ranking.index(copy.witness)

    return min(copies, key=order)


def _loose(cleaned: Mapping[int, Sequence[Copy]], chosen: Mapping[int, Copy]) -> bool:
    """Tell whether the witnesses differ in wording so often that they are free copies."""
    wordings = size = 0
    for key, copies in cleaned.items():
        copytext = chosen[key]
        others = [copy for copy in copies if copy is not copytext]
        if not others:
            continue
        size += len(copytext.strand.text)
        for place in places(copytext, others):
            wordings += is_wording(readings_at(place, copytext, others))
    return wordings >= 3 and wordings * 1000 > LOOSE * size


def _establish(
    cluster: Cluster,
    copies: Sequence[Copy],
    copytext: Copy,
    preferred: Mapping[int, int],
    background: Background,
    loose: bool,
) -> Established:
    """Return the text of an article, the decisions that made it, and where they stand."""
    key = _key(cluster)
    others = tuple(copy for copy in copies if copy is not copytext)
    ordered = preferred.get(key) == copytext.witness
    decisions: list[Decision] = []
    starts: list[int] = []
    parts: list[str] = []
    at = length = 0
    for place in places(copytext, others):
        made = decide(place, copytext, others, background, loose=loose)
        if ordered:
            mine = readings_at(place, copytext, others).texts[copytext.witness]
            made = replace(
                made, witness=copytext.witness, text=mine, why="编者指定", doubtful=False
            )
        kept = copytext.strand.text[at : place.start]
        parts += [kept, made.text]
        length += len(kept)
        starts.append(length)
        length += len(made.text)
        decisions.append(made)
        at = place.end
    parts.append(copytext.strand.text[at:])
    return Established(
        key,
        "".join(parts),
        copytext,
        others,
        tuple(decisions),
        tuple(starts),
        cluster.blocks[copytext.witness],
        cluster,
    )
