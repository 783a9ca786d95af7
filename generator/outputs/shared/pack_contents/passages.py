"""Local passages for a pack: the best of each role, whole, each told once in the pack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Document, Link, Role
from generator.outputs.shared.pack_contents.blocks import Block
from generator.outputs.shared.pack_contents.whole_passages import printed_passage
from generator.text.nomenclature import ROLES, RoleWord
from generator.text.quoting import quoted
from generator.volumes import VolumePassage

STATUS_ORDER = {"confirmed": 0, "added": 1, "auto": 2}
SENTENCE = re.compile(r"[^。！？；\n]+")
LETTERS = re.compile(r"[^\w]|_")
TELLING = 12  # letters of a sentence that can be told again; shorter ones are common phrases
VOLUME = "分册"
MOST_TOLD = 0.5  # share of a passage that may have been told before


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as it is printed: its words, of which source, and who speaks in a sentence.

    `report` is what sources are listed by; `marks` are the words that bear witness; `auto` tells
    that nobody has confirmed it.
    """

    words: str
    source: str
    speaker: str
    report: str
    marks: tuple[str, ...]
    auto: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The passages of one role that an article shows; `count` is how many the site has."""

    role: RoleWord
    shown: tuple[Shown, ...]
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


@dataclass(frozen=True, slots=True)
class Speakers:
    """The reports by their ids: their texts, their names among sources, and in a sentence."""

    reports: Mapping[str, Document]
    sources: Mapping[str, str]
    short: Mapping[str, str]


def choose_passages(
    links: Sequence[Link], speakers: Speakers, limit: int, told: Told
) -> tuple[Chosen, ...]:
    """Return an article's passages by role, at most `limit` of each, and note them in `told`.

    Only sure links are printed.  What editors have confirmed or added comes before what was
    found; then by score.  Of passages that share words the best one is printed.
    """
    ranked = sorted((link for link in links if link.sure), key=rank)
    counts = Counter(link.role for link in links)

    def printable(role: Role) -> Iterator[Callable[[], Shown | None]]:
        yield from (partial(_shown, speakers, link) for link in ranked if link.role == role)

    return _chosen(printable, counts, limit, told)


def choose_of_volumes(
    passages: Sequence[VolumePassage],
    titles: Mapping[str, str],
    counts: Mapping[Role, int],
    limit: int,
    told: Told,
) -> tuple[Chosen, ...]:
    """Return what `choose_passages` does, of the best passages that volumes have left a hall.

    They stand in the order in which they are shown; `titles` are those of the volumes by id.
    """

    def printable(role: Role) -> Iterator[Callable[[], Shown | None]]:
        mine = (each for each in passages if each.role == role and each.printed)
        yield from (partial(_of_volume, each, titles[each.volume]) for each in mine)

    return _chosen(printable, counts, limit, told)


def _chosen(
    printable: Callable[[Role], Iterator[Callable[[], Shown | None]]],
    counts: Mapping[Role, int],
    limit: int,
    told: Told,
) -> tuple[Chosen, ...]:
    found = []
    for role in ROLES:
        if not counts.get(role.role):
            continue
        shown: list[Shown] = []
        for make in printable(role.role):
            if len(shown) == limit:
                break
            each = make()
            if each and not told.has(each.words):
                told.add(each.words)
                shown.append(each)
        found.append(Chosen(role, tuple(shown), counts[role.role]))
    return tuple(found)


def _shown(speakers: Speakers, link: Link) -> Shown | None:
    printed = printed_passage(speakers.reports[link.report], link)
    if printed is None:
        return None
    return Shown(
        printed.words,
        speakers.sources[link.report],
        speakers.short[link.report],
        link.report,
        tuple(each.text for each in link.evidence),
        link.status == "auto",
        shared_note(link),
    )


def _of_volume(passage: VolumePassage, title: str) -> Shown:
    where = f"，见{quoted(title)}" if title.startswith(VOLUME) else f"，见{VOLUME}{quoted(title)}"
    return Shown(
        passage.printed,
        passage.source + where,
        passage.speaker,
        f"{passage.volume}/{passage.address}",
        passage.marks,
        passage.auto,
    )


def passage_blocks(chosen: Iterable[Chosen], *, counted: bool) -> tuple[Block, ...]:
    """Return the passages as blocks, and, if `counted`, how many the site has besides."""
    blocks: list[Block] = []
    more = []
    for each in chosen:
        if each.shown:
            blocks.append(Block("minor", f"{each.role.sign} {each.role.name}"))
        blocks += [
            Block(
                "passage",
                shown.words,
                label=each.role.sign,
                source=shown.source + shown.note,
            )
            for shown in each.shown
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
