"""Reports as they stand in lists, with what helps to choose one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Document
from generator.outputs.shared.opening_words import opening_words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.text.nomenclature import chinese_date

ROUND, THOUSANDS = 100, 10_000  # letters: to what a length is rounded, from where it is in 万


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list; what its text does not state is left out of `facts`.

    `letters` is its length, `articles` the keys of those that it touches (yijian-5) of all.
    """

    id: str
    address: str
    title: str
    opening: str
    facts: tuple[str, ...]
    letters: int
    articles: tuple[str, ...]
    all_articles: int
    links: int

    @property
    def told(self) -> tuple[str, ...]:
        """What the list tells of it: 调研, 某县, 2022年5月, 约3200字, 涉及25条中的12条 …"""
        touched = (
            f"涉及{self.all_articles}条中的{len(self.articles)}条",
            f"{self.links}处关联",
        )
        return (*self.facts, about(self.letters), *(touched if self.links else ("没有关联",)))


def report_line(index: LibraryIndex, report: Document) -> ReportLine:
    """Return how a report stands in a list."""
    piece = report.piece
    links = index.links_by_report.get(piece.id, ())
    facts = (piece.genre, piece.issuer, piece.place, chinese_date(piece.date))
    touched = sorted({(each.base, each.article) for each in links})
    return ReportLine(
        piece.id,
        index.report_page(piece.id),
        index.names[piece.id],
        opening_words(report),
        tuple(dict.fromkeys(each for each in facts if each)),
        len("".join(piece.text.split())),
        tuple(article_key(*each) for each in touched),
        len(index.articles),
        len(links),
    )


def article_key(base: str, number: int) -> str:
    """Return what stands for an article in filters and addresses of lists and reports."""
    return f"{base}-{number}"


def about(letters: int) -> str:
    """Return a length for readers: 约640字, 约3200字, 约1.2万字."""
    if letters >= THOUSANDS:
        return f"约{letters / THOUSANDS:.1f}".removesuffix(".0") + "万字"
    step = ROUND if letters >= 10 * ROUND else ROUND // 10
    return f"约{max(step, round(letters / step) * step)}字"
