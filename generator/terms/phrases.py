"""The phrases of the base documents that may be names, and where they stand.

A phrase is a row of words between two stops.  What stands beside it tells whether it is a whole:
it is free on a side where stops, words that part phrases and ever new words follow, and bound
where one word nearly always does (安全|生产: the one is bound to the other).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator.terms.language import Language
from generator.terms.words import Run

LEAST, MOST = 2, 14  # letters
MOST_WORDS = 7
JOINING = frozenset("的了和与及或是等被把其将并而于则且既")  # no name has one, unless it is quoted
DENYING = frozenset("不未无")  # a name goes on behind one: 明进暗|不进
COUNTED = re.compile(
    "[一二三四五六七八九十百千万〇零两0-9]+(?:个|项|日|天|年|月|倍|元|人|名|次|条|款|章|类|种|小时|分钟|工作日|以上|以下|%)"
    "|分之|第[一二三四五六七八九十]+|[0-9]+$"
)

Spot = tuple[str, int]
"""An article by base and number, or a sentence of a report by piece and its index there."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence cut into runs; `article` is 0 in a base where it stands outside articles."""

    spot: Spot
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: its words, the articles that hold it, and its places in reports.

    `inside` is how often it stands in the bases; `left` and `right`, 0 to 1, how free it is;
    `quoted` that it stands in quotation marks.
    """

    text: str
    words: tuple[str, ...]
    articles: frozenset[Spot]
    inside: int
    reported: tuple[Spot, ...]
    left: float
    right: float
    quoted: bool

    @property
    def reports(self) -> frozenset[str]:
        """The reports that hold it."""
        return frozenset(report for report, _ in self.reported)


@dataclass(slots=True)
class _Seen:
    words: tuple[str, ...]
    articles: set[Spot]
    inside: int
    reported: list[Spot]
    beside: tuple[Counter[str], Counter[str]]
    quoted: bool


def find_phrases(
    base: Sequence[Passage], reports: Iterable[Passage], language: Language
) -> dict[str, Phrase]:
    """Return the phrases that stand in an article, by their letters; time linear in the texts."""
    seen: dict[str, _Seen] = {}
    for passage in base:
        for run, start, end, text in rows(passage.runs):
            whole = run.quotes(start, end)
            if text not in seen:
                words = run.words[start:end]
                if not may_be_name(words, language, quoted=whole):
                    continue
                seen[text] = _Seen(words, set(), 0, [], (Counter(), Counter()), quoted=False)
            known = seen[text]
            known.inside += 1
            known.quoted |= whole
            if passage.spot[1]:
                known.articles.add(passage.spot)
            _look_beside(known, run, start, end, language)
    beginnings = beginnings_of(seen)
    for passage in reports:
        for run, start, end, text in rows_among(passage.runs, seen, beginnings):
            seen[text].reported.append(passage.spot)
            _look_beside(seen[text], run, start, end, language)
    return {text: _phrase(text, known) for text, known in seen.items() if known.articles}


def rows(runs: Iterable[Run]) -> Iterator[tuple[Run, int, int, str]]:
    """Yield every row of up to MOST_WORDS words: its run, its first and last place, its letters."""
    for run in runs:
        for start in range(len(run.words)):
            text = ""
            for end in range(start + 1, min(len(run.words), start + MOST_WORDS) + 1):
                text += run.words[end - 1]
                if len(text) > MOST:
                    break
                if len(text) >= LEAST:
                    yield run, start, end, text


def beginnings_of(texts: Iterable[str]) -> frozenset[str]:
    """Return all that any of `texts` begins with, itself included."""
    return frozenset(text[:size] for text in texts for size in range(1, len(text) + 1))


def rows_among(
    runs: Iterable[Run], texts: Container[str], beginnings: Container[str]
) -> Iterator[tuple[Run, int, int, str]]:
    """Yield the rows of words that are among `texts`; `beginnings` are those of all of them."""
    for run in runs:
        for start in range(len(run.words)):
            text = ""
            for end in range(start + 1, min(len(run.words), start + MOST_WORDS) + 1):
                text += run.words[end - 1]
                if text not in beginnings:
                    break
                if text in texts:
                    yield run, start, end, text


def may_be_name(words: Sequence[str], language: Language, *, quoted: bool = False) -> bool:
    """Tell whether a row of words has the shape of a name; nearly any in quotation marks has."""
    text = "".join(words)
    if COUNTED.search(text):
        return False
    if quoted:
        return True
    first, last = words[0], words[-1]
    return not (
        _opens_with(first, language.heads)
        or first in language.parting
        or last in language.tails
        or _parts_behind(last, language)
        or any(word in JOINING or word in language.inner for word in words)
        or any(len(word) > 1 and word in language.heads for word in words)
        or all(word in language.generic for word in words)
        or text in language.everywhere
        or (len(words) > 1 and len(first) == 1 and first in language.generic)
    )


def _opens_with(word: str, heads: Set[str]) -> bool:
    """Tell whether a word is one of `heads`, or of four letters and made of one: 依法追究."""
    return word in heads or (len(word) == 4 and word[:2] in heads)


def _parts_behind(word: str, language: Language) -> bool:
    """Tell whether a word parts phrases and ends none: 单位 may end one."""
    return word in language.parting and word not in language.endings


def beside(run: Run, start: int, end: int, language: Language) -> tuple[str, str]:
    """Return the words on both sides of a row; "" is a stop, or a word that parts phrases."""
    left = "" if start == 0 or start in run.quoted else run.words[start - 1]
    right = "" if end == len(run.words) or end in run.quoted else run.words[end]
    if left in language.parting or left in language.heads or left in language.verbs:
        left = ""
    if _parts_behind(right, language) or (right in language.tails and right not in DENYING):
        right = ""
    return left, right


def _look_beside(known: _Seen, run: Run, start: int, end: int, language: Language) -> None:
    for counted, word in zip(known.beside, beside(run, start, end, language), strict=True):
        counted[word] += 1


def _phrase(text: str, known: _Seen) -> Phrase:
    left, right = (freedom(each) for each in known.beside)
    articles, reported = frozenset(known.articles), tuple(known.reported)
    return Phrase(text, known.words, articles, known.inside, reported, left, right, known.quoted)


def freedom(beside: Mapping[str, int]) -> float:
    """Return the share of places where a stop, or one of several words, stands beside a phrase.

    The most frequent word counts as the phrase's going on, all others as half a boundary.
    """
    every = sum(beside.values())
    stops = beside.get("", 0)
    most = max((count for word, count in beside.items() if word), default=0)
    kinds = len(beside) - (1 if stops else 0) + stops
    share = (stops + 0.5 * (every - stops - most)) / every
    return min(1.0, share + (0.25 if kinds >= 3 else 0.0))


def by_article(phrases: Iterable[Phrase]) -> dict[Spot, list[Phrase]]:
    """Return the phrases of each article."""
    found: dict[Spot, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for article in phrase.articles:
            found[article].append(phrase)
    return found
