"""The terms (词条) by kind, with the articles and the reports in which each stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

from generator import addresses
from generator.model import Term
from generator.outputs.site.views import words
from generator.outputs.site.views.glossary import LISTED, Gloss, Regulation
from generator.outputs.site.views.library_index import LibraryIndex

REPORTS_SHOWN = 7  # the search finds the rest


@dataclass(frozen=True, slots=True)
class TermView:
    """A term, its gloss, the articles (address, label, name) and reports in which it stands."""

    term: Term
    aliases: tuple[str, ...]
    articles: tuple[tuple[str, str, str], ...]
    reports: tuple[tuple[str, str], ...]
    more: bool
    search: str


@dataclass(frozen=True, slots=True)
class RegulationView:
    """A regulation that texts name, and the reports that name it: address, title."""

    gloss: Gloss
    reports: tuple[tuple[str, str], ...]
    search: str

    @property
    def more(self) -> int:
        """How many reports name it that are not shown."""
        return self.gloss.reports - len(self.reports)


@dataclass(frozen=True, slots=True)
class TermsView:
    """What the page of terms shows: kinds in order of first use; regulations that texts name."""

    kinds: tuple[tuple[str, tuple[TermView, ...]], ...]
    count: int
    regulations: tuple[RegulationView, ...]
    unlisted: int


def terms_view(index: LibraryIndex) -> TermsView:
    """Return the view of the terms."""
    kinds: dict[str, list[TermView]] = {}
    for term in index.library.terms:
        kinds.setdefault(term.kind or "词条", []).append(_term(index, term))
    return TermsView(
        tuple((kind, tuple(found)) for kind, found in kinds.items()),
        len(index.library.terms),
        tuple(_regulation(index, each) for each in index.regulations[:LISTED]),
        max(0, len(index.regulations) - LISTED),
    )


def _regulation(index: LibraryIndex, found: Regulation) -> RegulationView:
    return RegulationView(
        found.gloss,
        tuple(
            (index.report_page(each), index.names[each]) for each in found.reports[:REPORTS_SHOWN]
        ),
        f"{addresses.SEARCH}?q={quote(found.gloss.name.strip('《》'))}",
    )


def _term(index: LibraryIndex, term: Term) -> TermView:
    names = (term.name, *term.aliases)
    reports = list(islice(_reports(index, names), REPORTS_SHOWN + 1))
    return TermView(
        term,
        tuple(each for each in term.aliases if each != term.name),
        tuple(
            (addresses.article(base, each), words.article_label(each), words.article_name(each))
            for (base, number), each in index.articles.items()
            if any(name in each.text for name in names)
        ),
        tuple(reports[:REPORTS_SHOWN]),
        len(reports) > REPORTS_SHOWN,
        f"{addresses.SEARCH}?q={quote(term.name)}",
    )


def _reports(index: LibraryIndex, names: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield the reports that use one of `names`; a name's first use is its place there."""
    for report in index.library.reports:
        text = report.piece.text
        at = next((found for name in names if (found := text.find(name)) >= 0), -1)
        if at < 0:
            continue
        sentence = next((each for each in report.sentences if each.end > at), None)
        address = index.report_page(report.piece.id)
        yield address + (f"#{sentence.id}" if sentence else ""), index.names[report.piece.id]
