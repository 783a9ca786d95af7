"""What comparing the witnesses gives: every passage established from the copies of it.

The model is W. W. Greg's copy-text (The Rationale of Copy-Text, 1950): in each passage the
soundest copy is followed in everything indifferent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.edition.article_keys import counted_on
from generator.edition.choosing import (
    LOOSE,
    ORDERED,
    Decision,
    decide,
    is_wording,
    readings_at,
)
from generator.edition.chosen_readings import Followed, followed_at
from generator.edition.established import Established
from generator.edition.foreign_matter import without_foreign
from generator.edition.label_finding import StyleName
from generator.edition.pairing import paired_by_label
from generator.edition.passages import Copy, Passage
from generator.edition.repair import repaired
from generator.edition.second_look import questioned
from generator.edition.usage import Usage
from generator.edition.variation import places
from generator.edition.witnesses import ArticleName, Block, ParsedWitness
from generator.errors import ContentError
from generator.text.article_names import Path, paths_named, plain_name, read_name


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing the witnesses gave; `ranking` has the soundest witness first."""

    style: StyleName
    names: Mapping[int, ArticleName]
    restarts: bool
    witnesses: tuple[ParsedWitness, ...]
    articles: tuple[Established, ...]
    running: tuple[Established, ...]
    ranking: tuple[int, ...]
    usage: Usage

    def blocks(self, witness: int) -> list[tuple[int, Block]]:
        """Return (key, block) of a witness, in the order in which they stand there."""
        own = [
            (each.key, each.passage.blocks[witness])
            for each in (*self.articles, *self.running)
            if witness in each.passage.blocks
        ]
        return sorted(own, key=lambda row: (row[1].start, row[1].end))


def compare(
    witnesses: Sequence[ParsedWitness],
    preferred: Mapping[str, int],
    base: str,
    readings: Sequence[tuple[str, int, str]] = (),
) -> Comparison:
    """Return what comparing `witnesses` of `base` gives.

    `preferred` is the editor's choice, what an article is called -> index of the witness;
    `readings` are choices at single places: article, index of the witness, its words there.
    ContentError where there is no such article.
    """
    usage = Usage([b.segment.text for each in witnesses for b in each.blocks])
    passages = paired_by_label(witnesses)
    names = witnesses[0].names
    if passages is None:
        passages, names = counted_on(repaired(witnesses, usage), names)
    passages = without_foreign(passages)
    ranking = _by_soundness(passages, len(witnesses))
    keys = {
        names[key].path if key in names else (key,): key
        for key in (each.key for each in passages)
        if key > 0
    }
    keyed = partial(_keyed, keys=keys, base=base, restarts=witnesses[0].restarts)
    chosen = {keyed("editorial", name): witness for name, witness in preferred.items()}
    followed: dict[int, list[Followed]] = defaultdict(list)
    for name, witness, words in readings:
        followed[keyed("readings", name)].append(Followed(witness, words))
    copytexts = [_copytext(each, ranking, chosen.get(each.key)) for each in passages]
    pairs = list(zip(passages, copytexts, strict=True))
    loose = _are_loose(pairs)
    made = questioned(
        [
            _establish(
                each,
                copytext,
                chosen.get(each.key) == copytext.witness,
                followed.get(each.key, ()),
                usage,
                loose,
            )
            for each, copytext in pairs
        ],
        witnesses,
    )
    return Comparison(
        witnesses[0].style,
        names,
        witnesses[0].restarts,
        tuple(witnesses),
        tuple(each for each in made if each.key > 0),
        tuple(each for each in made if each.key <= 0),
        ranking,
        usage,
    )


def _keyed(where: str, name: str, *, keys: Mapping[Path, int], base: str, restarts: bool) -> int:
    """Return the key of the article that editors call `name`, `where` in library.yml."""
    read = read_name(plain_name(name, base))
    found = paths_named(keys, read.path, restarts=restarts) if read else ()
    if len(found) != 1:
        wrong = "不止一条；写成 2-1 的样子" if found else "没有这一条"
        raise ContentError("library.yml", f"{where}.{base}.{name}：{wrong}")
    return keys[found[0]]


def _by_soundness(passages: Sequence[Passage], count: int) -> tuple[int, ...]:
    """Return the witnesses, the soundest first.

    Counted in letters: what is intrusive, given twice or lacking, and labels lost or wrong.
    """
    harm = [0] * count
    for each in passages:
        for repeat in each.repeats:
            harm[repeat.block.witness] += len(repeat.block.plain)
        for index in range(count):
            block = each.blocks.get(index)
            if block is None:
                harm[index] += 100
            elif (block.number or min(each.key, 0)) != each.key or not block.label:
                harm[index] += 20
        longest = max(len(copy.segment.text) for copy in each.copies)
        for copy in each.copies:
            harm[copy.witness] += copy.damage
            if longest - len(copy.segment.text) > longest // 5:
                harm[copy.witness] += longest - len(copy.segment.text)
    return tuple(sorted(range(count), key=lambda index: (harm[index], index)))


def _copytext(passage: Passage, ranking: Sequence[int], wanted: int | None) -> Copy:
    """Return the copy to follow: the editor's, else the least damaged, else the best witness's."""
    for copy in passage.copies:
        if copy.witness == wanted:
            return copy
    longest = max(len(copy.segment.text) for copy in passage.copies)

    def order(copy: Copy) -> tuple[bool, int]:
        broken = bool(copy.masks) or len(copy.segment.text) < 0.85 * longest
        return broken, ranking.index(copy.witness)

    return min(passage.copies, key=order)


def _others(passage: Passage, copytext: Copy) -> tuple[Copy, ...]:
    return tuple(copy for copy in passage.copies if copy is not copytext)


def _are_loose(pairs: Sequence[tuple[Passage, Copy]]) -> bool:
    """Tell whether the witnesses differ in wording so often that they are free copies."""
    wordings = size = 0
    for passage, copytext in pairs:
        if others := _others(passage, copytext):
            size += len(copytext.segment.text)
            for place in places(copytext, others):
                wordings += is_wording(readings_at(place, copytext, others))
    return wordings >= 3 and wordings * 1000 > LOOSE * size


def _establish(
    passage: Passage,
    copytext: Copy,
    ordered: bool,
    followed: Sequence[Followed],
    usage: Usage,
    loose: bool,
) -> Established:
    """Return the text of a passage, the decisions that made it, and where they stand.

    `ordered`: the editor has chosen the copy-text, and it is followed everywhere but where they
    have `followed` another.
    """
    others = _others(passage, copytext)
    decisions: list[Decision] = []
    starts: list[int] = []
    written = ""
    at = 0
    for place in places(copytext, others):
        made = decide(place, copytext, others, usage, loose=loose)
        wanted = followed_at(place, copytext, others, followed)
        if wanted is None and ordered:
            wanted = copytext.witness
        if wanted is not None:
            mine = readings_at(place, copytext, others).texts[wanted]
            made = replace(made, witness=wanted, text=mine, why=ORDERED, doubtful=False)
        written += copytext.segment.text[at : place.start]
        starts.append(len(written))
        written += made.text
        decisions.append(made)
        at = place.end
    written += copytext.segment.text[at:]
    return Established(passage, written, copytext, others, tuple(decisions), tuple(starts))
