"""Establishing the edition: articles, running text and parts from all witnesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.collation.background import Background
from generator.collation.beginnings import restore_labels
from generator.collation.clustering import Cluster, cluster_blocks
from generator.collation.copies import Copy, damage
from generator.collation.deciding import (
    LOOSE,
    Decision,
    decide,
    is_wording,
    readings_at,
)
from generator.collation.grams import GramIndex
from generator.collation.intrusions import without_intrusions
from generator.collation.labels import StyleName
from generator.collation.numbering import number_clusters
from generator.collation.places import places
from generator.collation.strands import Strand
from generator.collation.surroundings import SEVERAL, Surroundings, known_share
from generator.collation.witnesses import Block, ParsedWitness

FRONT = 0  # the key of the running text before the first article


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
    blocks = restore_labels(witnesses)
    texts = [witness.piece.text for witness in witnesses]
    clusters = number_clusters(cluster_blocks(blocks), blocks, texts)
    running = _running(blocks, clusters)
    everything = [*clusters, *running]
    background = Background([b.strand.text for each in blocks for b in each] + list(others))
    around = _surroundings(everything, background)
    last = clusters[-1].number if clusters else None
    cleaned = {
        _key(each): without_intrusions(
            [Copy(w, block.strand) for w, block in sorted(each.blocks.items())],
            _key(each),
            _key(each) == last,
            around,
        )
        for each in everything
    }
    harm = _harm(witnesses, clusters, cleaned)
    ranking = tuple(sorted(range(len(witnesses)), key=lambda w: (harm[w], w)))
    chosen = {
        _key(each): _copytext(cleaned[_key(each)], ranking, preferred.get(_key(each)))
        for each in everything
    }
    loose = _loose(cleaned, chosen)
    made = [
        _establish(each, cleaned[_key(each)], chosen[_key(each)], preferred, background, loose)
        for each in everything
    ]
    return Comparison(
        witnesses[0].style,
        tuple(witnesses),
        tuple(tuple(each) for each in blocks),
        tuple(each for each in made if each.key > 0),
        tuple(each for each in made if each.key <= 0),
        ranking,
        around,
    )


def _key(cluster: Cluster) -> int:
    return cluster.number if cluster.number is not None else FRONT


def _running(blocks: Sequence[Sequence[Block]], clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the running text outside articles, clustered by the article that follows it."""
    numbers = {id(b): each.number for each in clusters for b in each.blocks.values()}
    found: dict[int, dict[int, list[Block]]] = defaultdict(dict)
    for index, own in enumerate(blocks):
        for at, block in enumerate(own):
            if block.number is not None or not block.strand.text:
                continue
            earlier = any(each.number is not None for each in own[:at])
            following = next((each for each in own[at:] if each.number is not None), None)
            number = numbers.get(id(following)) if following is not None else None
            key = FRONT if not earlier else -(number or 0)
            if key or not earlier:
                found[key].setdefault(index, []).append(block)
    return [
        Cluster({index: _joined(run) for index, run in runs.items()}, [], key)
        for key, runs in sorted(found.items(), reverse=True)
    ]


def _joined(run: Sequence[Block]) -> Block:
    """Return a run of blocks as one, a paragraph end between them."""
    if len(run) == 1:
        return run[0]
    text = "\n".join(each.strand.text for each in run)
    offsets: list[int] = []
    for each in run:
        offsets += each.strand.offsets  # the extra last offset serves the line feed
    return replace(run[0], end=run[-1].end, strand=Strand(text, tuple(offsets)))


def _surroundings(clusters: Sequence[Cluster], background: Background) -> Surroundings:
    owned = [
        (_key(each), index, block) for each in clusters for index, block in each.blocks.items()
    ]
    index = GramIndex([block for _, _, block in owned])
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
    return Surroundings(
        index, tuple((key, w) for key, w, _ in owned), background, pairs, usual, finals
    )


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
