"""The edition's running text: lines of sentences, each an anchor; 款, 项 and the rest marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Article, EditionSentence, Provision, Variant
from generator.outputs.site.views.citing import cited_provisions
from generator.outputs.site.views.glossary import GlossWords, first_of_each
from generator.outputs.site.views.marking import Mark, Run, runs
from generator.outputs.site.views.references import ReferenceView
from generator.outputs.site.views.words import item_width
from generator.text.provisions import provision_name, provisions

Tag = int | Provision | ReferenceView | str  # a str is the id of a gloss


@dataclass(frozen=True, slots=True)
class RunView:
    """Some words of a sentence.

    `tags` are the numbers of the variants that stand there.  `label` tells the label of an item
    (项, 目), and `address` is set where an item begins in the middle of a line.  `reference` is
    where the words lead that name another provision.  `cite` is how the item is cited that
    begins there: 第（三）项.  `gloss` is the id of what explains the words.
    """

    text: str
    tags: tuple[int, ...] = ()
    label: bool = False
    address: str = ""
    reference: ReferenceView | None = None
    cite: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence."""

    id: str
    runs: tuple[RunView, ...]
    links: int = 0


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of an article: a 款 that begins, or an 项 or 目 (`depth` 1, 2, 3).

    `address` is that of what begins with the line, `name` what it is: 第二款第（三）项.  `cite` is
    how it is cited, without the 款 where the article has but one.
    """

    sentences: tuple[SentenceView, ...]
    address: str = ""
    name: str = ""
    depth: int = 1
    cite: str = ""


ParagraphView = tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The lines of an article; `label_width` is that of its widest item label, in ems."""

    lines: tuple[LineView, ...]
    label_width: float

    @property
    def divided(self) -> bool:
        """Whether it has more than one 款 or item, so that their addresses tell something."""
        return sum(bool(each.address) for each in self.lines) > 1


def article_text(
    article: Article,
    sentences: Sequence[EditionSentence],
    variants: Sequence[tuple[int, Variant]] = (),
    links: dict[str, int] | None = None,
    references: Sequence[Mark[ReferenceView]] = (),
    words: GlossWords | None = None,
) -> ArticleText:
    """Return the lines of `article`, with its numbered variants and its references marked.

    `links` counts passages by sentence id.  Words of the glossary are marked where they first
    stand, the heading left out.
    """
    found = provisions(article.text)
    marks: list[Mark[Tag]] = [
        Mark(each.at, max(each.at_end, each.at + 1), number) for number, each in variants
    ]
    marks += [Mark(each.start, each.start + len(each.label), each) for each in found if each.label]
    marks += [Mark(each.start, each.end, each.tag) for each in references]
    if words:
        occurrences = words.occurrences(article.text, [(each.start, each.end) for each in marks])
        running = sentences[1:] if article.heading else sentences
        spans = [(each.start, each.end) for each in running]
        marks += [
            Mark(each.start, each.end, each.tag) for each in first_of_each(occurrences, spans)
        ]
    counts = links or {}
    lines: dict[int, list[EditionSentence]] = {}
    for sentence in sentences:
        lines.setdefault(sentence.paragraph, []).append(sentence)
    openings = {each.start: each for each in reversed(found)}
    cites = cited_provisions(article.text, article.heading)
    return ArticleText(
        tuple(
            _line(article.text, line, openings.get(line[0].start), marks, counts, cites)
            for _, line in sorted(lines.items())
        ),
        max((item_width(each.label) for each in found if each.label), default=0.0),
    )


def _line(
    text: str,
    sentences: Sequence[EditionSentence],
    opening: Provision | None,
    marks: Iterable[Mark[Tag]],
    links: dict[str, int],
    cites: dict[str, str],
) -> LineView:
    views = tuple(
        SentenceView(
            each.id,
            tuple(_run(run, opening, cites) for run in runs(text, each.start, each.end, marks)),
            links.get(each.id, 0),
        )
        for each in sentences
    )
    if opening is None:
        return LineView(views)
    depth = 1 + ("x" in opening.address) + ("m" in opening.address)
    name, cite = provision_name(opening.address), cites[opening.address]
    return LineView(views, opening.address, name, depth, cite)


def _run(run: Run[Tag], opening: Provision | None, cites: dict[str, str]) -> RunView:
    """Return a run as it is shown; `opening` has its address on the line."""
    begins = next((each for each in run.tags if isinstance(each, Provision)), None)
    inside = begins is not None and begins != opening and run.start == begins.start
    return RunView(
        run.text,
        tuple(each for each in run.tags if isinstance(each, int)),
        begins is not None and begins == opening,
        begins.address if begins and inside else "",
        next((each for each in run.tags if isinstance(each, ReferenceView)), None),
        cites[begins.address] if begins and inside else "",
        next((each for each in run.tags if isinstance(each, str)), ""),
    )


def plain_paragraphs(
    sentences: Sequence[EditionSentence], words: GlossWords
) -> tuple[ParagraphView, ...]:
    """Return the paragraphs of sentences that stand outside articles, with words of the glossary.

    Those are marked where they first stand in a paragraph.
    """
    paragraphs: dict[int, list[SentenceView]] = {}
    seen: dict[int, set[str]] = {}
    for each in sentences:
        found = first_of_each(words.occurrences(each.text), [(0, len(each.text))])
        known = seen.setdefault(each.paragraph, set())
        new = [mark for mark in found if mark.tag not in known]
        known.update(mark.tag for mark in new)
        shown = tuple(
            RunView(run.text, gloss=next(iter(run.tags), ""))
            for run in runs(each.text, 0, len(each.text), new)
        )
        paragraphs.setdefault(each.paragraph, []).append(SentenceView(each.id, shown))
    return tuple(tuple(views) for _, views in sorted(paragraphs.items()))
