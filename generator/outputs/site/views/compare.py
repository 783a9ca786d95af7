"""Reading an article and a report side by side (对读): two panes, what is linked tied by number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator import addresses
from generator.model import Article
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex

REPORTS_OFFERED = 300  # the page must not grow with the library: the others are searched for


@dataclass(frozen=True, slots=True)
class Choice:
    """A page that a pane can hold: what stands for it in the address, and its name."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class CompareView:
    """What the panes hold at first, and what they can hold; there may be `more` reports."""

    left: str
    right: str
    articles: tuple[Choice, ...]
    reports: tuple[Choice, ...]
    more: bool


def compare_view(index: LibraryIndex) -> CompareView:
    """Return the panes: the article and the report that have most to do with each other."""
    base, number, report = index.made(_strongest)
    if (base, number) not in index.articles:
        base, number = next(iter(index.articles))
    return CompareView(
        addresses.article(base, index.articles[base, number]),
        index.report_page(report),
        tuple(
            Choice(
                article_value(base, each),
                f"{words.article_name(each)} {words.short_heading(each)}",
            )
            for (base, number), each in index.articles.items()
            if base in index.collations
        ),
        tuple(
            Choice(addresses.pane(index.report_page(each.piece.id)), index.names[each.piece.id])
            for each in index.library.reports[:REPORTS_OFFERED]
        ),
        index.report_count > REPORTS_OFFERED,
    )


def _strongest(index: LibraryIndex) -> tuple[str, int, str]:
    """Return base, article and report of the pair with most links."""
    pairs = (
        ((base, number, report), len(links))
        for report, at in index.links_in.items()
        for (base, number), links in at.items()
    )
    first = next(iter(index.collations)), 1, next(iter(index.reports))
    return max(pairs, key=lambda pair: (pair[1], -pair[0][1]), default=(first, 0))[0]


def article_value(base: str, article: Article) -> str:
    """Return what stands for an article in the address: its page without the suffix."""
    return addresses.article(base, article).removesuffix(".html")


def reuse_compare_address(index: LibraryIndex, report: str, other: str) -> str:
    """Return the address that reads two reports beside each other, what they share marked."""
    left, right = index.report_page(report), index.report_page(other)
    return f"{addresses.COMPARE}?a={left.removesuffix('.html')}&r={addresses.pane(right)}"


def compare_address(index: LibraryIndex, base: str = "", number: int = 0, report: str = "") -> str:
    """Return the address that reads an article beside a report.

    What is not given is what has most to do with what is; where there is nothing, the
    address leaves that pane as it is.
    """
    near = (
        index.links_by_report.get(report, ())
        if report
        else index.links_by_article.get((base, number), ())
    )
    places = Counter((link.base, link.article, link.report) for link in near)
    if places and not (base and report):
        base, number, report = max(sorted(places), key=lambda place: places[place])
    asked = [f"a={article_value(base, index.articles[base, number])}"] if base else []
    asked += [f"r={addresses.pane(index.report_page(report))}"] if report else []
    return "?".join(filter(None, (addresses.COMPARE, "&".join(asked))))
