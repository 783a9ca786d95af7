"""Local passages for a pack: the best of each role, whole, each told once in the pack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Document, Link
from generator.outputs.shared.pack_contents.blocks import Block
from generator.outputs.shared.pack_contents.whole_passages import Printed, printed_passage
from generator.text.nomenclature import ROLES, RoleWord

STATUS_ORDER = {"confirmed": 0, "added": 1, "auto": 2}
SENTENCE = re.compile(r"[^。！？；\n]+")
LETTERS = re.compile(r"[^\w]|_")
TELLING = 12  # letters of a sentence that can be told again; shorter ones are common phrases
MOST_TOLD = 0.5  # share of a passage that may have been told before


@dataclass(frozen=True, slots=True)
class Chosen:
    """The passages of one role that an article shows; `count` is how many the site has."""

    role: RoleWord
    shown: tuple[tuple[Link, Printed], ...]
    count: int

    @property
    def more(self) -> int:
        """How many passages the site has besides."""
        return self.count - len(self.shown)


class Told:
    """The sentences that stand in a pack already, so that nothing is printed over and over."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Begin with the texts that the pack prints anyhow."""
        self._sentences: Counter[str] = Counter()
        for text in texts:
            self.add(text)

    def add(self, words: str) -> None:
        """Note that `words` are printed."""
        self._sentences.update(_sentences(words))

    def has(self, words: str) -> bool:
        """Tell whether the greater part of `words` is in the pack, or some of it twice."""
        sentences = list(_sentences(words))
        told = [each for each in sentences if self._sentences[each]]
        if any(self._sentences[each] > 1 for each in told):
            return True
        return sum(map(len, told)) > MOST_TOLD * max(1, sum(map(len, sentences)))


def choose_passages(
    links: Sequence[Link], reports: Mapping[str, Document], limit: int, told: Told
) -> tuple[Chosen, ...]:
    """Return an article's passages by role, at most `limit` of each, and note them in `told`.

    Only sure links are printed.  What editors have confirmed or added comes before what was
    found; then by score.  Of passages that share words the best one is printed.
    """
    ranked = sorted((link for link in links if link.sure), key=rank)
    counts = Counter(link.role for link in links)
    found = []
    for role in ROLES:
        if not counts[role.role]:
            continue
        shown: list[tuple[Link, Printed]] = []
        for link in ranked:
            if link.role != role.role or len(shown) == limit:
                continue
            printed = printed_passage(reports[link.report], link)
            if printed and not told.has(printed.words):
                told.add(printed.words)
                shown.append((link, printed))
        found.append(Chosen(role, tuple(shown), counts[role.role]))
    return tuple(found)


def passage_blocks(
    chosen: Iterable[Chosen], names: Mapping[str, str], *, counted: bool
) -> tuple[Block, ...]:
    """Return the passages as blocks, and, if `counted`, how many the site has besides.

    `names` are what sources are called, by their ids.
    """
    blocks: list[Block] = []
    more = []
    for each in chosen:
        if each.shown:
            blocks.append(Block("minor", f"{each.role.sign} {each.role.name}"))
        blocks += [
            Block(
                "passage",
                printed.words,
                label=each.role.sign,
                source=names[link.report] + shared_note(link),
            )
            for link, printed in each.shown
        ]
        if each.more:
            more.append(f"{each.role.name} {each.more} 段")
    if counted and more:
        blocks.append(Block("note", f"网站本条页面另有{'、'.join(more)}。"))
    return tuple(blocks)


def rank(link: Link) -> tuple[int, float, str, int]:
    """Return what passages are sorted by: the best come first."""
    return STATUS_ORDER[link.status], -link.score, link.report, link.start


def shared_note(link: Link) -> str:
    """Return what is said of a passage that several reports have; empty where one has it."""
    return f"，同一段文字见于 {link.shared} 篇报告" if link.shared > 1 else ""


def _sentences(words: str) -> Iterator[str]:
    """Yield the sentences that tell something, as their letters."""
    for found in SENTENCE.finditer(words):
        letters = LETTERS.sub("", found[0])
        if len(letters) >= TELLING:
            yield letters
