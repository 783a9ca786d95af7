"""The base documents as a draft may quote them: every text a row of letters, with its places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.draft.letters import Letters, letters_in
from generator.draft.report import QuotedPlace
from generator.model import Edition, EditionSentence
from generator.text.nomenclature import article_name, part_name
from generator.text.provisions import provisions


@dataclass(frozen=True, slots=True)
class Original:
    """The text of an article, or of a paragraph outside articles (`article` is 0 then).

    Labels of 款 and 项 are no letters of it: who quotes may leave them out.  `starts` is where its
    sentences begin, `pages` where each is shown.
    """

    base: str
    article: int
    name: str
    text: str
    letters: Letters
    starts: tuple[int, ...]
    pages: tuple[str, ...]

    def place(self, first: int, last: int) -> QuotedPlace:
        """Return the place of the letters `first`..`last`."""
        start, end = self.letters.span(first, last)
        at = max(0, bisect_right(self.starts, start) - 1)
        page = self.pages[at] if self.pages else ""
        return QuotedPlace(self.base, self.article, start, end, self.name, page)


def originals_of(editions: Sequence[Edition]) -> tuple[Original, ...]:
    """Return every text of the editions, in reading order."""
    return tuple(each for edition in editions for each in _originals(edition))


def _originals(edition: Edition) -> Iterator[Original]:
    base = edition.base.id
    short = edition.base.short_title or edition.base.title
    by_text: dict[tuple[int | None, int | None, int], list[EditionSentence]] = {}
    for each in edition.sentences:
        outside = 0 if each.article else each.paragraph
        by_text.setdefault((each.part, each.article, outside), []).append(each)

    def original(
        article: int, name: str, text: str, sentences: Sequence[EditionSentence]
    ) -> Original:
        labels = [
            (each.start, each.start + len(each.label)) for each in provisions(text) if each.label
        ]
        return Original(
            base,
            article,
            name,
            text,
            letters_in(text, labels),
            tuple(each.start for each in sentences),
            tuple(addresses.edition_sentence(base, each) for each in sentences),
        )

    for number, paragraph in enumerate(edition.preamble):
        yield original(0, f"{short}引言", paragraph, by_text.get((None, None, number), ()))
    for part in edition.parts:
        name = part_name(part.label) or part.heading
        for number, paragraph in enumerate(part.paragraphs):
            found = by_text.get((part.number, None, number), ())
            yield original(0, f"{short}{name}", paragraph, found)
        for article in part.articles:
            own = f"{name if edition.restarts else ''}{article_name(article.label)}"
            found = by_text.get((part.number, article.number, 0), ())
            yield original(article.number, f"{short}{own}", article.text, found)
