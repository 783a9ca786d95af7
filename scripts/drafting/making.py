"""Drafts made of quotations, citations, copied passages and words of their own, all known.

Quotations come from the articles of a library's documents, copied passages from its reports, own
words from texts on other policies.  Own words and copied passages share no run of letters with the
documents, so that nothing else in a draft is a quotation.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model import Article, Edition, Library
from generator.text.nomenclature import article_name
from generator.text.numerals import numeral_text
from generator.text.provisions import provision_name, provisions
from generator.text.sentences import sentence_spans

NO_LETTER = re.compile(r"[\W_]+")
STRANGE = re.compile(
    '[《》“”「」『』"…]|第[^，。]{1,6}[条款项]|[条款项]的?规定|以下简称|[本该]意见'
)
APART = 7  # letters: own words and copied passages share no run of so many with the documents
REUSED = 9  # nor own words with reports
LEAST = 18  # letters of a quotation
MOST = 160


@dataclass(frozen=True, slots=True)
class Planted:
    """A quotation at start..end of a draft: what it is, and the articles it is from."""

    start: int
    end: int
    verdict: str
    marked: bool
    how: str
    base: str
    articles: frozenset[int]
    original: str


@dataclass(frozen=True, slots=True)
class PlantedCitation:
    """A citation at start..end: the articles that it names, 0 for one that is not there."""

    start: int
    end: int
    base: str
    articles: tuple[int, ...]
    exists: bool


@dataclass(slots=True)
class MadeDraft:
    """A draft and all that is known of it; shares are counts of letters."""

    text: str = ""
    quotations: list[Planted] = field(default_factory=list)
    citations: list[PlantedCitation] = field(default_factory=list)
    document: int = 0
    shared: int = 0
    own: int = 0


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return NO_LETTER.sub("", text)


def grams(text: str, size: int) -> set[str]:
    """Return the runs of `size` letters of a text."""
    plain = letters(text)
    return {plain[at : at + size] for at in range(len(plain) - size + 1)}


class Maker:
    """Makes drafts from one library, the same for the same seed."""

    def __init__(self, library: Library, others: Sequence[str]) -> None:
        self.editions = [each.edition for each in library.collations if each.edition.articles]
        self.known: set[str] = set()
        for edition in self.editions:
            texts = [*edition.preamble, *(p for part in edition.parts for p in part.paragraphs)]
            for text in (*texts, *(a.text for a in edition.articles), edition.base.title):
                self.known |= grams(text, APART)
        self.documents = letters(
            "\n".join(a.text for edition in self.editions for a in edition.articles)
        )
        reused: set[str] = set()
        for report in library.reports:
            reused |= grams(report.piece.text, REUSED)
        self.own = [
            each for each in others if self._is_free(each) and not (grams(each, REUSED) & reused)
        ]
        self.copied = [run for report in library.reports for run in self._runs(report.piece.text)]
        self.quotable = [
            (edition, article, spans)
            for edition in self.editions
            for article in edition.articles
            if (spans := _sentences(article.text))
        ]

    def _is_free(self, text: str) -> bool:
        return not STRANGE.search(text) and not (grams(text, APART) & self.known)

    def _runs(self, text: str) -> Iterator[str]:
        """Yield runs of sentences of one paragraph that a draft may copy."""
        for line in text.split("\n"):
            run = ""
            for start, end in sentence_spans(line):
                sentence = line[start:end].strip()
                if self._is_free(sentence) and sentence.endswith("。"):
                    run += sentence
                    if len(letters(run)) >= 70:
                        yield run
                        run = ""
                else:
                    run = ""

    def draft(self, seed: int, share: float, edits: float, size: int = 2400) -> MadeDraft:
        """Return a draft of about `size` letters, `share` of them copied with `edits` of them."""
        chance = random.Random(seed)
        made = MadeDraft()
        writer = _Writer(self, chance, made)
        writer.title()
        parts: list[str] = []
        wanted = size * share if self.copied else 0.0
        copied = 0.0
        while copied < wanted:
            parts.append("copy")
            copied += 85
        parts += ["quote"] * chance.randint(4, 9) + ["cite"] * chance.randint(2, 5)
        left = size - copied - 60 * len([each for each in parts if each != "copy"])
        parts += ["own"] * max(6, int(left / 45))
        chance.shuffle(parts)
        for part in parts:
            if part == "copy":
                writer.copy(edits)
            elif part == "quote":
                writer.quote()
            elif part == "cite":
                writer.cite()
            else:
                writer.say()
            if part == "copy" or chance.random() < 0.3:
                writer.line()
        writer.line()
        return made


def _sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences of an article that can be quoted, none with a label of its own."""
    labels = {each.start for each in provisions(text) if each.label}
    found = []
    for start, end in sentence_spans(text):
        words = text[start:end]
        if not labels.intersection(range(start, end)) and "\n" not in words.strip():
            found.append((start, start + len(words.rstrip())))
    return found


class _Writer:
    """Writes one draft, and keeps count of what it has written."""

    def __init__(self, maker: Maker, chance: random.Random, made: MadeDraft) -> None:
        self.maker = maker
        self.chance = chance
        self.made = made
        self.edition = chance.choice(maker.editions)
        self.short = self.edition.base.short_title

    def put(self, text: str, kind: str = "own") -> tuple[int, int]:
        start = len(self.made.text)
        self.made.text += text
        count = len(letters(text))
        setattr(self.made, kind, getattr(self.made, kind) + count)
        return start, len(self.made.text)

    def line(self) -> None:
        if not self.made.text.endswith("\n"):
            self.made.text += "\n"

    def title(self) -> None:
        self.put("关于本单位近期工作情况的汇报")
        self.line()
        self.made.text += ""

    def say(self) -> None:
        self.put(self.chance.choice(self.maker.own))

    def copy(self, edits: float) -> None:
        words = self.chance.choice(self.maker.copied)
        self.line()
        self.put(edited(words, edits, self.chance, self.maker.own), "shared")

    def _drawn(self, count: int) -> tuple[Edition, Article, list[tuple[int, int]]] | None:
        """Return `count` sentences of an article one behind the other, long enough."""
        for _ in range(60):
            edition, article, spans = self.chance.choice(self.maker.quotable)
            if edition is not self.edition or len(spans) < count:
                continue
            first = self.chance.randrange(len(spans) - count + 1)
            some = spans[first : first + count]
            size = [len(letters(article.text[a:b])) for a, b in some]
            if min(size) >= 8 and LEAST <= sum(size) <= MOST * count:
                return edition, article, some
        return None

    def quote(self) -> None:
        """Write a quotation, of a kind drawn by lot."""
        how = self.chance.choice(
            (
                "exact",
                "exact",
                "across",
                "letters",
                "letters",
                "swapped",
                "dropped",
                "joined",
                "made up",
            )
        )
        count = {"across": 2, "dropped": 3}.get(how, 1)
        drawn = self._drawn(count)
        if drawn is None:
            return
        _, article, spans = drawn
        original = article.text[spans[0][0] : spans[-1][1]]
        articles = {article.number}
        marked = self.chance.random() < 0.5
        words, verdict = original, "exact"
        if how == "letters":
            words, verdict = self._with_changes(original), "altered"
        elif how == "swapped":
            words, verdict = _swapped(original, self.chance), "altered"
        elif how == "dropped":
            words = article.text[slice(*spans[0])] + article.text[slice(*spans[2])]
            verdict = "altered"
        elif how == "joined":
            other = self._drawn(1)
            if other is None or other[1].number == article.number:
                return
            words = original + other[1].text[slice(*other[2][0])]
            articles.add(other[1].number)
            verdict, marked = "altered", True
        elif how == "made up":
            words, verdict, marked = self.chance.choice(self.maker.own), "missing", True
            articles = set()
        if verdict == "altered" and letters(words) in self.maker.documents:
            return  # the change leaves words that stand there
        self._place(words, verdict, how, articles, original, article, marked=marked)

    def _place(
        self,
        words: str,
        verdict: str,
        how: str,
        articles: set[int],
        original: str,
        article: Article,
        *,
        marked: bool,
    ) -> None:
        words = words.replace("\n", "")
        if marked:
            words = words.replace("“", "‘").replace("”", "’")
            cites = self.chance.random() < 0.6
            if cites:
                self._citation(self.short, [article], "")
                self.put(self.chance.choice(("规定：“", "明确要求，“", "指出：“")))
            else:
                self.put(f"{self.short}强调：“" if how != "made up" else "文件里说：“")
        else:
            self.say()
        kind = "own" if verdict == "missing" else "document"
        start, end = self.put(words.rstrip("。；，") if marked else words, kind)
        self.made.quotations.append(
            Planted(
                *(start, end, verdict, marked, how, self.edition.base.id),
                frozenset(articles),
                original,
            )
        )
        self.put("。”" if marked else "" if words[-1:] in "。；！？" else "。")
        self.say()

    def _with_changes(self, words: str) -> str:
        """Return words with one to five letters changed, not more than one in five."""
        places = [at for at, char in enumerate(words) if char.isalnum()]
        most = min(5, len(places) // 5)
        count = self.chance.randint(1, max(1, most))
        chosen = sorted(self.chance.sample(places[2:-2], count), reverse=True)
        strange = letters(self.chance.choice(self.maker.own))
        for at in chosen:
            other = self.chance.choice(strange)
            while other == words[at]:
                other = self.chance.choice("另外再说别样")
            way = self.chance.choice(("put", "put", "add", "leave out"))
            if way == "put":
                words = words[:at] + other + words[at + 1 :]
            elif way == "add":
                words = words[:at] + other + words[at:]
            else:
                words = words[:at] + words[at + 1 :]
        return words

    def _citation(self, name: str, articles: Sequence[Article], address: str) -> None:
        """Write a citation of articles that are there, of the last the provision `address`."""
        form = self.chance.choice(("label", "plain", "arabic"))
        shown = [_said(each, form) for each in articles]
        text = "、".join(shown)
        if address:
            text += provision_name(address)
        self.put(name)
        start, end = self.put(text)
        numbers = tuple(each.number for each in articles)
        self.made.citations.append(
            PlantedCitation(start, end, self.edition.base.id, numbers, exists=True)
        )

    def cite(self) -> None:
        """Write a sentence that cites: articles there are, one there is not, another law's."""
        self.line()
        articles = self.edition.articles
        way = self.chance.choice(("one", "one", "two", "unit", "none", "law", "long"))
        self.put(self.chance.choice(("按照", "对照", "根据", "我们落实")))
        if way == "law":
            self.put(f"《中华人民共和国档案法》第{numeral_text(self.chance.randint(2, 30))}条")
        elif way == "none":
            number = len(articles) + self.chance.randint(1, 30)
            self.put(self.short)
            start, end = self.put(f"第{numeral_text(number)}条")
            base = self.edition.base.id
            self.made.citations.append(PlantedCitation(start, end, base, (0,), exists=False))
        elif way == "two":
            at = sorted(self.chance.sample(range(len(articles)), min(2, len(articles))))
            self._citation(self.short, [articles[each] for each in at], "")
        elif way == "unit":
            article = self.chance.choice(articles)
            units = [each.address for each in provisions(article.text) if "m" not in each.address]
            self._citation(self.short, [article], self.chance.choice(units))
        else:
            name = f"《{self.edition.base.title}》" if way == "long" else self.short
            self._citation(name, [self.chance.choice(articles)], "")
        self.put(self.chance.choice(("的要求，", "，", "的规定，")))
        self.say()


def _said(article: Article, form: str) -> str:
    """Return how an article is cited: as it is called, 第五条, 第5条."""
    path = article.path or (article.number,)
    if form == "label" or len(path) > 1:
        return article_name(article.label)
    return f"第{numeral_text(path[0])}条" if form == "plain" else f"第{path[0]}条"


def _swapped(words: str, chance: random.Random) -> str:
    """Return words with two neighbouring pairs of letters in each other's place."""
    runs = [
        m.start() + at
        for m in re.finditer(r"[^\W_]{6,}", words)
        for at in range(len(m[0]) - 3)
        if words[m.start() + at : m.start() + at + 2]
        != words[m.start() + at + 2 : m.start() + at + 4]
    ]
    if not runs:
        return words
    at = chance.choice(runs)
    return words[:at] + words[at + 2 : at + 4] + words[at : at + 2] + words[at + 4 :]


def edited(words: str, rate: float, chance: random.Random, others: Sequence[str]) -> str:
    """Return words in which `rate` of the letters are replaced, left out or added, word by word."""
    left = int(rate * len(letters(words)))
    while left > 0:
        size = min(left, chance.randint(1, 4))
        at = chance.randrange(max(1, len(words) - size - 1))
        strange = letters(chance.choice(others))
        begin = chance.randrange(max(1, len(strange) - size))
        other = strange[begin : begin + size]
        way = chance.choice(("put", "put", "add", "leave out"))
        behind = at if way == "add" else at + size
        words = words[:at] + ("" if way == "leave out" else other) + words[behind:]
        left -= size
    return words
