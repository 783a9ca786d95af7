"""A law and a seed -> an amended law, and what was done to it.

Every article has at most one thing done to its place and words; what is moved passes at least
three articles that stay, so that it is beyond doubt which was moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from generator.amendment.wording import tokens
from generator.model import Article, Base, ChangeKind, Edition, Part, SourceSpan
from generator.text.numerals import numeral_text

SUBJECTS = ("航标", "渡口", "灯塔", "浮桥", "船闸", "码头", "趸船", "水尺")
DEEDS = ("定期除锈刷漆", "悬挂编号铭牌", "设置救生圈架", "登记吃水深度", "校准潮位刻度", "更换缆绳")
CLAUSES = ("并留存影像资料", "必要时聘请专家论证", "所需经费列入预算", "同时抄送档案机构")
HEADINGS = ("航道养护", "渡运安全", "信号设施", "水位观测")
PASSED = 3  # articles that stay, which one that is moved passes at least
SHORTEST_PART = 16  # letters of each part of an article that is split


@dataclass
class Draft:
    """An article on its way: the numbers that it had, its text, what was done to it.

    `words` are what was left out and what was put in, where it was changed.
    """

    old: tuple[int, ...]
    text: str
    kinds: set[ChangeKind] = field(default_factory=set)
    words: tuple[str, str] | None = None
    continued: bool = False  # the second part of an article that was split


@dataclass
class Chapter:
    """A division on its way: the number that it had, 0 for none; from which it was split."""

    old: int
    heading: str
    articles: list[Draft]
    source: int = 0


Row = tuple[tuple[int, ...], tuple[int, ...], frozenset[ChangeKind]]


@dataclass(frozen=True, slots=True)
class Amended:
    """Both versions, and the truth: every row, the words of changes, every division.

    `words` is by the new number of the article, `divisions` are old, new, heading changed, source.
    """

    old: Edition
    new: Edition
    rows: frozenset[Row]
    words: dict[int, tuple[str, str]]
    divisions: frozenset[tuple[int, int, bool, int]]


def edition_of(title: str, chapters: Sequence[tuple[str, Sequence[str]]], name: str) -> Edition:
    """Return an edition with these divisions, headings first, of these articles."""
    parts = []
    number = 0
    for at, (heading, texts) in enumerate(chapters, 1):
        articles = []
        for text in texts:
            number += 1
            label = f"第{numeral_text(number)}条"
            span = SourceSpan("", 0, 0)
            articles.append(
                Article(f"{name}-{number}", number, label, "", text, "", span, (number,))
            )
        parts.append(Part(at, f"第{numeral_text(at)}章", heading, (), tuple(articles)))
    return Edition(Base(name, title, title), (), tuple(parts), ())


def amend(edition: Edition, seed: int) -> Amended:
    """Return `edition`, in chapters, and what a number of amendments make of it."""
    chance = Random(seed)
    given = [article.text for article in edition.articles]
    sizes = _sizes(len(given), chance)
    old = edition_of(edition.base.title, _chaptered(given, sizes), "old")
    chapters, number = [], 0
    for at, part in enumerate(old.parts, 1):
        drafts = []
        for article in part.articles:
            number += 1
            drafts.append(Draft((number,), article.text))
        chapters.append(Chapter(at, part.heading, drafts))
    _Hand(chapters, chance).work()
    return _amended(old, chapters)


def _sizes(count: int, chance: Random) -> list[int]:
    """Return how many articles each chapter has: four at least."""
    sizes = []
    while count >= 8:
        sizes.append(chance.randint(4, min(9, count - 4)))
        count -= sizes[-1]
    return [*sizes, count] if count else sizes


def _chaptered(texts: Sequence[str], sizes: Sequence[int]) -> list[tuple[str, Sequence[str]]]:
    found, at = [], 0
    for number, size in enumerate(sizes, 1):
        found.append((f"第{number}类事项", texts[at : at + size]))
        at += size
    return found


class _Hand:
    """Does the amendments."""

    def __init__(self, chapters: list[Chapter], chance: Random) -> None:
        self._chapters = chapters
        self._chance = chance
        self._added = 0

    def work(self) -> None:
        chance = self._chance
        for deed, times in (
            (self._split, chance.randint(0, 1)),
            (self._join, chance.randint(0, 1)),
            (self._change, chance.randint(1, 4)),
            (self._drop, chance.randint(0, 2)),
            (self._move, chance.randint(0, 2)),
            (self._add, chance.randint(0, 3)),
        ):
            for _ in range(times):
                deed()
        if chance.random() < 0.4:
            self._split_chapter()
        if chance.random() < 0.4:
            chapter = chance.choice([each for each in self._chapters if each.old])
            chapter.heading = f"{chance.choice(HEADINGS)}与{chapter.heading}"

    def _untouched(self) -> list[tuple[Chapter, Draft]]:
        return [
            (chapter, draft)
            for chapter in self._chapters
            for draft in chapter.articles
            if draft.old and not draft.kinds and not draft.continued
        ]

    def _split(self) -> None:
        for chapter, draft in self._shuffled():
            cuts = [at + 1 for at, char in enumerate(draft.text) if char in "。\n"]
            fit = [
                at
                for at in cuts
                if min(at, len(draft.text) - at) >= SHORTEST_PART and draft.text[at - 1] == "。"
            ]
            if fit and "：" not in draft.text:
                at = self._chance.choice(fit)
                first, second = draft.text[:at], draft.text[at:].lstrip("\n")
                place = chapter.articles.index(draft)
                draft.kinds.add("split")
                if draft.text[at : at + 1] != "\n":
                    draft.kinds.add("changed")
                draft.text = first
                chapter.articles.insert(place + 1, Draft(draft.old, second, continued=True))
                return

    def _join(self) -> None:
        for chapter, draft in self._shuffled():
            place = chapter.articles.index(draft)
            after = chapter.articles[place + 1 : place + 2]
            short = min(len(draft.text), len(after[0].text) if after else 0)
            if after and after[0].old and not after[0].kinds and short >= SHORTEST_PART:
                if after[0].continued:
                    continue
                draft.old = (*draft.old, *after[0].old)
                draft.text = f"{draft.text}\n{after[0].text}"
                draft.kinds.add("joined")
                del chapter.articles[place + 1]
                return

    def _shuffled(self) -> list[tuple[Chapter, Draft]]:
        found = self._untouched()
        self._chance.shuffle(found)
        return found

    def _change(self) -> None:
        for _, draft in self._shuffled():
            if self._reword(draft):
                return

    def _reword(self, draft: Draft) -> bool:
        """Put a clause in, leave one out, or put a word in the place of another."""
        text = draft.text
        how = self._chance.choice(("in", "out", "other"))
        if how == "in" and "，" in text:
            at = text.index("，") + 1
            clause = f"{self._chance.choice(CLAUSES)}，"
            draft.text, draft.words = f"{text[:at]}{clause}{text[at:]}", ("", clause)
        elif how == "out" and text.count("，") > 1 and len(text) > 60:
            first = text.index("，")
            second = text.index("，", first + 1)
            draft.words = (text[first + 1 : second + 1], "")
            draft.text = text[: first + 1] + text[second + 1 :]
            if second - first > len(text) / 3:
                draft.text, draft.words = text, None
                return False
        else:
            words = [each for each in tokens(text) if len(each) == 2 and text.count(each) == 1]
            if not words or len(text) < 24:
                return False
            word, other = self._chance.choice(words), self._chance.choice(SUBJECTS)
            draft.text, draft.words = text.replace(word, other), (word, other)
        draft.kinds.add("changed")
        return True

    def _drop(self) -> None:
        for chapter, draft in self._shuffled():
            if len(chapter.articles) > 2:
                draft.kinds.add("dropped")
                chapter.articles.remove(draft)
                return

    def _move(self) -> None:
        chance = self._chance
        flat = [
            (chapter, draft)
            for chapter in self._chapters
            for draft in chapter.articles
            if draft.old and "moved" not in draft.kinds
        ]
        free = [pair for pair in self._untouched() if len(pair[0].articles) > 2]
        if not free or len(flat) < 2 * PASSED + 3:
            return
        chapter, draft = chance.choice(free)
        at = next(place for place, (_, each) in enumerate(flat) if each is draft)
        targets = [
            place
            for place in range(len(flat))
            if abs(place - at) > PASSED and not flat[place][1].continued
        ]
        if not targets:
            return
        home, mark = flat[chance.choice(targets)]
        chapter.articles.remove(draft)
        home.articles.insert(home.articles.index(mark), draft)
        draft.kinds.add("moved")
        if chance.random() < 0.5:
            self._reword(draft)

    def _add(self) -> None:
        chance = self._chance
        chapter = chance.choice(self._chapters)
        subject = SUBJECTS[self._added % len(SUBJECTS)]
        deeds = chance.sample(DEEDS, 3)
        self._added += 1
        text = f"{subject}的经营者应当{deeds[0]}、{deeds[1]}；未{deeds[2]}的，暂缓验收。"
        places = [
            at
            for at in range(len(chapter.articles) + 1)
            if at == len(chapter.articles) or not chapter.articles[at].continued
        ]
        chapter.articles.insert(chance.choice(places), Draft((), text, {"added"}))

    def _split_chapter(self) -> None:
        fit = [
            each
            for each in self._chapters
            if each.old
            and len(each.articles) >= 6
            and all(draft.old and "moved" not in draft.kinds for draft in each.articles)
        ]
        if not fit:
            return
        chapter = self._chance.choice(fit)
        cut = 2 * len(chapter.articles) // 3
        while chapter.articles[cut].continued:
            cut += 1
        rest, chapter.articles = chapter.articles[cut:], chapter.articles[:cut]
        made = Chapter(0, "其他规定", rest, chapter.old)
        self._chapters.insert(self._chapters.index(chapter) + 1, made)


def _amended(old: Edition, chapters: Sequence[Chapter]) -> Amended:
    new = edition_of(
        old.base.title,
        [(each.heading, [draft.text for draft in each.articles]) for each in chapters],
        "new",
    )
    rows: list[Row] = []
    words: dict[int, tuple[str, str]] = {}
    seen: set[int] = set()
    number = 0
    for chapter in chapters:
        for draft in chapter.articles:
            number += 1
            seen |= set(draft.old)
            if draft.continued:
                before, news, kinds = rows.pop()
                rows.append((before, (*news, number), kinds - {"renumbered"}))
                if number not in before and not set(news) & set(before):
                    rows[-1] = (before, (*news, number), kinds | {"renumbered"})
                continue
            kinds = frozenset(draft.kinds)
            if draft.old and number not in draft.old:
                kinds |= {"renumbered"}
            rows.append((draft.old, (number,), kinds))
            if draft.words:
                words[number] = draft.words
    for article in old.articles:
        if article.number not in seen:
            rows.append(((article.number,), (), frozenset({"dropped"})))
    headings = {part.number: part.heading for part in old.parts}
    divisions = frozenset(
        (each.old, at, bool(each.old) and headings[each.old] != each.heading, each.source)
        for at, each in enumerate(chapters, 1)
    )
    return Amended(old, replace(new), frozenset(rows), words, divisions)
