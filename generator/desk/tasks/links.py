"""Sentences whose links are in doubt, linked or not: those that are on most pages first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from generator.desk.changes import Answer, Task
from generator.linking import Choice, Doubt
from generator.model import Article, Document, Library, Link
from generator.text.nomenclature import article_name

BESIDE = 40  # characters shown of what stands beside a sentence
SHOWN = 80  # characters shown of an article

Action = dict[str, object]


def link_tasks(library: Library, doubts: Sequence[Doubt]) -> Iterator[Task]:
    """Yield a task for each sentence in doubt.

    Linked ones come first in the order of how many pages they are on, then how near the bound;
    `doubts` are the most uncertain first.
    """
    reports = {each.piece.id: each for each in library.reports}
    articles = {
        (one.edition.base.id, article.number): article
        for one in library.collations
        for article in one.edition.articles
    }
    links: dict[str, list[Link]] = defaultdict(list)
    for each in library.links:
        links[each.report].append(each)
    pages = [_pages(each, links[each.report]) for each in doubts]
    for at in sorted(range(len(doubts)), key=lambda at: (-pages[at], at)):
        yield _task(doubts[at], pages[at], reports[doubts[at].report], articles, library)


def _pages(doubt: Doubt, links: Sequence[Link]) -> int:
    """Return how many pages show the sentence: of reports that have it, of articles it is at."""
    here = [each for each in links if each.start < doubt.end and doubt.start < each.end]
    sharing = max((each.shared for each in here), default=1)
    return sharing + len({(each.base, each.article) for each in here})


def _task(
    doubt: Doubt,
    pages: int,
    report: Document,
    articles: dict[tuple[str, int], Article],
    library: Library,
) -> Task:
    text = report.piece.text
    linked = [each for each in doubt.choices if each.linked]
    kind = "link" if linked else "unlinked"
    names = "、".join(article_name(articles[each.base, each.article].label) for each in linked)
    short = {one.edition.base.id: one.edition.base.short_title for one in library.collations}
    base = short[doubt.choices[0].base]
    title = f"写的是{base}{names}吗" if linked else f"写的是不是{base}的哪一条"
    on = f"，{pages}个页面上有它" if pages > 1 else ""
    said = f"程序的把握是{doubt.choices[0].chance:.0%}{on}"
    name = _name(doubt, kind, text)
    return Task(
        id=name,
        kind=kind,
        title=title,
        page="",
        words=text[doubt.start : doubt.end],
        around=(
            text[max(0, doubt.start - BESIDE) : doubt.start].rpartition("\n")[2],
            text[doubt.end : doubt.end + BESIDE].partition("\n")[0],
        ),
        why=f"{report.piece.title or report.piece.id}；{said}",
        answers=tuple(_answers(doubt, name, report, articles)),
        piece=doubt.report,
        start=doubt.start,
        end=doubt.end,
    )


def _answers(
    doubt: Doubt, name: str, report: Document, articles: dict[tuple[str, int], Article]
) -> Iterator[Answer]:
    linked = [each for each in doubt.choices if each.linked]
    blank: Action = {
        "do": "about",
        "report": doubt.report,
        "start": doubt.start,
        "end": doubt.end,
        "words": report.piece.text[doubt.start : doubt.end],
        "base": doubt.choices[0].base,
    }
    if linked:
        label = "对，就是这几条" if len(linked) > 1 else "对"
        yield Answer("y", label, blank | {"articles": [each.address for each in linked]})
    for number, each in enumerate(doubt.choices, 1):
        against = [other.address for other in linked if other != each]
        action = blank | {"articles": [each.address], "against": against}
        yield Answer(str(number), _label(each, articles), action, _shown(each, articles))
    yield Answer("0", "都不是", blank | {"articles": []})
    yield Answer("l", "以后再看", {"do": "finding", "finding": name, "verdict": "later"})


def _name(doubt: Doubt, kind: str, text: str) -> str:
    """Return what names a task: the same as long as the words are."""
    words = f"{doubt.report} {text[doubt.start : doubt.end]}"
    return f"{kind}-{sha256(words.encode()).hexdigest()[:12]}"


def _label(choice: Choice, articles: dict[tuple[str, int], Article]) -> str:
    article = articles[choice.base, choice.article]
    state = "（现已关联）" if choice.linked else ""
    return f"{article_name(article.label)}{state}　{article.short_title}"


def _shown(choice: Choice, articles: dict[tuple[str, int], Article]) -> str:
    words = "".join(articles[choice.base, choice.article].text.split())
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return f"把握 {choice.chance:.2f}　{shown}"
