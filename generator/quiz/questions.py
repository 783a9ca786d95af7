"""What a question is: words of the edition, one stretch of them left out, asked for or matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

GapOf = Literal["number", "body", "modal", "phrase"]
ChoiceOf = Literal["number", "body", "deed"]
CUT = "……"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the edition: `text` is that of article `article` between `start` and `end`."""

    article: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap to be filled (填空): `answer` is left out of `passage`.

    `passage` are stretches of the article's text in their order, what lies between them is cut;
    `also` are other ways to write the answer, `bank` the words to choose from where there are
    any; `sentences` are the ids of what the question shows.
    """

    id: str
    of: GapOf
    passage: tuple[tuple[int, int], ...]
    answer: Words
    sentences: frozenset[str]
    also: tuple[str, ...] = ()
    bank: tuple[str, ...] = ()

    @property
    def articles(self) -> frozenset[int]:
        """The numbers of the articles that it is about."""
        return frozenset((self.answer.article,))


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several (选择): `options` stand verbatim in the edition, that at `right` here."""

    id: str
    of: ChoiceOf
    passage: tuple[tuple[int, int], ...]
    options: tuple[Words, ...]
    right: int
    sentences: frozenset[str]

    @property
    def answer(self) -> Words:
        """The right one."""
        return self.options[self.right]

    @property
    def articles(self) -> frozenset[int]:
        """The numbers of the articles that it is about."""
        return frozenset((self.answer.article,))


@dataclass(frozen=True, slots=True)
class Pair:
    """A body and what the edition asks of it or lets it do."""

    body: Words
    deed: Words


@dataclass(frozen=True, slots=True)
class Matching:
    """Bodies to be matched with their deeds (连线); these are shown in the order `shuffled`."""

    id: str
    pairs: tuple[Pair, ...]
    shuffled: tuple[int, ...]
    sentences: frozenset[str]

    @property
    def articles(self) -> frozenset[int]:
        """The numbers of the articles that it is about."""
        return frozenset(each.body.article for each in self.pairs)


Question = Gap | Choice | Matching


def shown(question: Gap | Choice, text: str) -> tuple[str, str]:
    """Return what stands before and behind the blank; `text` is that of the article."""
    answer = question.answer
    before = after = ""
    last = None
    for start, end in question.passage:
        joint = CUT if last is not None and text[last:start].strip() else ""
        if end <= answer.start:
            before += joint + text[start:end]
        elif start <= answer.start:
            before += joint + text[start : answer.start]
            after += text[answer.end : end]
        else:
            after += joint + text[start:end]
        last = end
    return before.replace("\n", ""), after.replace("\n", "")


def question_id(kind: str, article: str, words: Sequence[str]) -> str:
    """Return an id that stays the same as long as the words do: yijian-5-gap-1f2e3d4c."""
    return f"{article}-{kind}-{sha256(chr(0).join(words).encode()).hexdigest()[:8]}"


def rank(seed: str, name: str) -> str:
    """Return what sorts names in an order that looks like chance and is always the same."""
    return sha256(f"{seed}\0{name}".encode()).hexdigest()
