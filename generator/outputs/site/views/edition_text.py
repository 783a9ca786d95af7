"""The edition's running text: paragraphs of sentences, each an anchor, variants marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, EditionSentence, Variant
from generator.outputs.site.views.marking import Mark, Run, runs


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence; a run's tags are the numbers of the variants that stand there."""

    id: str
    runs: tuple[Run[int], ...]
    links: int = 0


ParagraphView = tuple[SentenceView, ...]


def article_paragraphs(
    article: Article,
    sentences: Sequence[EditionSentence],
    variants: Sequence[tuple[int, Variant]] = (),
    links: dict[str, int] | None = None,
) -> tuple[ParagraphView, ...]:
    """Return the paragraphs (款) of `article`, with its numbered variants marked.

    `links` counts passages by sentence id.
    """
    marks = [Mark(each.at, max(each.at_end, each.at + 1), number) for number, each in variants]
    counts = links or {}
    paragraphs: dict[int, list[SentenceView]] = {}
    for each in sentences:
        view = SentenceView(
            each.id, runs(article.text, each.start, each.end, marks), counts.get(each.id, 0)
        )
        paragraphs.setdefault(each.paragraph, []).append(view)
    return tuple(tuple(views) for _, views in sorted(paragraphs.items()))


def plain_paragraphs(sentences: Sequence[EditionSentence]) -> tuple[ParagraphView, ...]:
    """Return the paragraphs of sentences that stand outside articles."""
    paragraphs: dict[int, list[SentenceView]] = {}
    for each in sentences:
        run: Run[int] = Run(each.text, each.start, ())
        paragraphs.setdefault(each.paragraph, []).append(SentenceView(each.id, (run,)))
    return tuple(tuple(views) for _, views in sorted(paragraphs.items()))
