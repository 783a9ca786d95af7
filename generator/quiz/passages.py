"""What a question shows around its blank: a sentence, of a list its head too, never too much."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, Edition, EditionSentence
from generator.text.provisions import provisions

LONGEST, SHORTEST = 110, 14  # letters of a passage, without its answer
HEAD = 60  # letters of a list's head
LEANS = re.compile(
    r"(?:[其该此这]|上述|前[款项条述]|以上|同时|另外|并|但|对此|前者|后者|有前|本[款项]|依照前|违反前)"
)
OWN_PLACE = re.compile(
    r"前[一二两三]?[款项条]|本条第|上一款|前述|上述|(?<!违反)本\w{1,3}第[一二三四五六七八九十百0-9]+条"
)
ITEM = re.compile(r"\s*(?:[（(][一二三四五六七八九十百0-9]{1,4}[)）]|[0-9]{1,2}[.．、])")


@dataclass(frozen=True, slots=True)
class Passage:
    """Stretches of an article's text, and the ids of the sentences that they are of."""

    spans: tuple[tuple[int, int], ...]
    sentences: frozenset[str]


class Passages:
    """Finds what is shown of one article."""

    def __init__(self, edition: Edition, article: Article) -> None:
        """Look up the sentences and items of `article`."""
        self.article = article
        self._sentences = [each for each in edition.sentences if each.article == article.number]
        self._starts = [each.start for each in self._sentences]
        self._heads = _heads(article, self._sentences)
        heading = article.heading.strip()
        self._from = len(heading) if heading and article.text.startswith(heading) else 0

    def around(self, start: int, end: int, least: int = SHORTEST) -> Passage | None:
        """Return what is shown around text[start:end]; None where it would not make sense.

        At least `least` letters are left to be shown.  A sentence that leans on one before it
        (其…, 前款…), or says too little, is not asked of.
        """
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return None
        sentence = self._sentences[at]
        text = self.article.text
        if end > sentence.end or start < self._from:
            return None
        head = self._heads.get(at)
        left, right = _cut(text, sentence.start, sentence.end, start, end)
        opening = ITEM.sub("", text[left : left + 12]).lstrip()
        if head is None and (ITEM.match(text[left:right]) or LEANS.match(opening)):
            return None
        letters = len(text[left:right]) - (end - start) + (head[1] - head[0] if head else 0)
        if (
            text[left:right].rstrip().endswith("：")
            or OWN_PLACE.search(text[left:right])
            or not least <= letters <= LONGEST + HEAD
        ):
            return None
        ids = {sentence.id}
        if head:
            ids.add(self._sentences[bisect_right(self._starts, head[0]) - 1].id)
        spans = (head, (left, right)) if head else ((left, right),)
        return Passage(spans, frozenset(ids))


def _cut(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Return the sentence, or of a long one the clauses between two ； around the blank."""
    if last - first <= LONGEST:
        return first, last
    left = text.rfind("；", first, start) + 1 or first
    right = text.find("；", end, last) + 1 or last
    return left, right


def _heads(article: Article, sentences: Sequence[EditionSentence]) -> dict[int, tuple[int, int]]:
    """Return for sentences, by index, that are items of a list where the list's head stands."""
    text = article.text
    found: dict[int, tuple[int, int]] = {}
    paragraphs = [each for each in provisions(text) if "x" not in each.address]
    items = [each for each in provisions(text) if "x" in each.address and "m" not in each.address]
    for at, sentence in enumerate(sentences):
        item = next((each for each in items if each.start <= sentence.start < each.end), None)
        if item is None or sentence.start - item.start > len(item.label) + 2:
            continue
        inside = [each for each in paragraphs if each.start <= item.start < each.end]
        if not inside:
            continue
        start = inside[-1].start
        first = min(each.start for each in items if each.start >= start)
        head = text[start:first].rstrip()
        if not head.endswith("：") or ITEM.match(head):
            continue
        begin = max(head.rfind("。", 0, -1), head.rfind("；", 0, -1)) + 1
        if len(head) - begin <= HEAD:
            found[at] = (start + begin, start + len(head))
    return found
