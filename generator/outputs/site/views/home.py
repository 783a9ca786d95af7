"""The home page: a title page, the articles by part, the reports, what to download."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import Base
from generator.outputs.shared.matter_shown import document_number
from generator.outputs.site.views.contents import BaseEntry, base_entries
from generator.outputs.site.views.hall import HallHome, hall_home
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.report_lines import ReportLine, report_line
from generator.outputs.site.views.structured_data import Node, library_data
from generator.volumes import Above

REPORTS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class HomeBase:
    """A base document on the home page.

    `articles` is how many there are; they are paragraphs without numbers where `counted`.
    """

    base: Base
    entry: BaseEntry
    articles: int
    counted: bool
    document_number: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    title: str
    subtitle: str
    bases: tuple[HomeBase, ...]
    reports: tuple[ReportLine, ...]
    report_count: int
    link_count: int
    packs: tuple[tuple[str, str], ...]
    data: Node
    hall: HallHome | None = None
    above: Above | None = None


def home_view(index: LibraryIndex) -> HomeView:
    """Return the view of the home page."""
    library = index.library
    bases = zip(library.collations, base_entries(index), strict=True)
    return HomeView(
        title=library.title,
        subtitle=library.subtitle,
        bases=tuple(
            HomeBase(
                each.edition.base,
                entry,
                len(each.edition.articles),
                any(article.label.startswith("¶") for article in each.edition.articles),
                document_number(each.edition),
            )
            for each, entry in bases
        ),
        reports=tuple(report_line(index, each) for each in library.reports[:REPORTS_SHOWN]),
        report_count=index.report_count,
        link_count=len(library.links),
        packs=tuple(
            (each.edition.base.short_title, addresses.pack(each.edition.base.id))
            for each in library.collations
        ),
        data=library_data(index),
        hall=hall_home(library.hall) if library.hall else None,
        above=library.above,
    )
