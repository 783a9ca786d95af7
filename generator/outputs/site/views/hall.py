"""The hall's pages: its volumes, the matrix of articles by volumes, what volumes share.

Addresses of volumes start at the hall's root, as they do in `Library.hall`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator import addresses
from generator.model import Article
from generator.outputs.site.views import words
from generator.outputs.site.views.coverage import Dot, dots_of
from generator.outputs.site.views.hall_article import LISTED, VolumeLine
from generator.outputs.site.views.hall_index import HallIndex
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.volumes import Hall, SharedBetween, Volume

VOLUMES_PER_SHEET = 100
COLUMNS = 12
SHARED_PER_SHEET = 100
STATED = 24  # places and years on the first page
SHOWN = 3  # places that a line of a volume names


# --- the list of volumes


@dataclass(frozen=True, slots=True)
class ListedVolume:
    """A line of the list of volumes; `years` and `places` are told in words."""

    address: str
    coverage: str
    title: str
    reports: int
    links: int
    years: str
    places: str


@dataclass(frozen=True, slots=True)
class VolumesView:
    """A sheet of the list of volumes, and what all of them hold."""

    volumes: tuple[ListedVolume, ...]
    sheet: Sheet[Volume]
    reports: int
    links: int


def volume_sheets(hall: Hall) -> tuple[Sheet[Volume], ...]:
    """Return the volumes in sheets."""
    return sheets(hall.volumes, VOLUMES_PER_SHEET, addresses.VOLUMES)


def volumes_view(hall: Hall, sheet: Sheet[Volume]) -> VolumesView:
    """Return the view of one sheet of the list of volumes."""
    return VolumesView(
        tuple(map(listed_volume, sheet.rows)),
        sheet,
        sum(each.reports for each in hall.volumes),
        sum(each.links for each in hall.volumes),
    )


def listed_volume(volume: Volume) -> ListedVolume:
    """Return how a volume stands in lists."""
    years = sorted(year for year, _ in volume.years)
    span = f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年" if years else ""
    places = "、".join(place for place, _ in volume.places[:SHOWN])
    more = f"等{len(volume.places)}地" if len(volume.places) > SHOWN else ""
    return ListedVolume(
        f"{volume.address}{addresses.HOME}",
        f"{volume.address}{addresses.COVERAGE}",
        volume.title,
        volume.reports,
        volume.links,
        span,
        places + more,
    )


@dataclass(frozen=True, slots=True)
class HallHome:
    """What the first page of a hall shows besides the contents of the documents."""

    volumes: tuple[ListedVolume, ...]
    volume_count: int
    reports: int
    links: int
    places: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    shared: int


def hall_home(hall: Hall) -> HallHome:
    """Return what the first page shows of the volumes."""
    places: Counter[str] = Counter()
    years: Counter[str] = Counter()
    for each in hall.volumes:
        places.update(dict(each.places))
        years.update(dict(each.years))
    return HallHome(
        tuple(map(listed_volume, hall.volumes[:LISTED])),
        len(hall.volumes),
        sum(each.reports for each in hall.volumes),
        sum(each.links for each in hall.volumes),
        tuple(sorted(places.items(), key=lambda each: (-each[1], each[0])))[:STATED],
        tuple(sorted(years.items(), reverse=True))[:STATED],
        len(hall.shared),
    )


# --- the matrix


@dataclass(frozen=True, slots=True)
class HallCell:
    """What a volume says on an article; `address` is empty where it says nothing."""

    address: str
    label: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class HallRow:
    """An article with its cells, and what all volumes say of it."""

    address: str
    label: str
    heading: str
    volumes: int
    total: int
    cells: tuple[HallCell, ...]


@dataclass(frozen=True, slots=True)
class HallBand:
    """A part of a base with its rows."""

    title: str
    rows: tuple[HallRow, ...]


@dataclass(frozen=True, slots=True)
class HallCoverageView:
    """A sheet of the matrix of articles by volumes; `gaps` are articles that none speaks of."""

    columns: tuple[ListedVolume, ...]
    bands: tuple[HallBand, ...]
    gaps: tuple[HallRow, ...]
    sheet: Sheet[Volume]
    volumes: int
    reports: int
    links: int
    table: str


def hall_coverage_sheets(hall: Hall) -> tuple[Sheet[Volume], ...]:
    """Return the columns of the matrix in sheets."""
    return sheets(hall.volumes, COLUMNS, addresses.COVERAGE)


def hall_coverage_view(
    index: LibraryIndex, hall: HallIndex, sheet: Sheet[Volume]
) -> HallCoverageView:
    """Return the view of one sheet of the matrix."""
    bands = tuple(
        HallBand(
            words.path_title(index.divisions[collation.edition.base.id, part.number]),
            tuple(_row(hall, collation.edition.base.id, each, sheet) for each in part.articles),
        )
        for collation in index.library.collations
        for part in collation.edition.parts
        if part.articles
    )
    volumes = hall.hall.volumes
    return HallCoverageView(
        tuple(map(listed_volume, sheet.rows)),
        bands,
        tuple(row for band in bands for row in band.rows if not row.total),
        sheet,
        len(volumes),
        sum(each.reports for each in volumes),
        sum(each.links for each in volumes),
        addresses.table("coverage"),
    )


def _row(hall: HallIndex, base: str, article: Article, sheet: Sheet[Volume]) -> HallRow:
    speak = sum((base, article.number, each.id) in hall.by_cell for each in hall.hall.volumes)
    return HallRow(
        addresses.article(base, article),
        words.article_label(article),
        words.short_heading(article),
        speak,
        hall.by_article.get((base, article.number), Counter()).total(),
        tuple(_cell(hall, base, article, each) for each in sheet.rows),
    )


def _cell(hall: HallIndex, base: str, article: Article, volume: Volume) -> HallCell:
    counts = hall.by_cell.get((base, article.number, volume.id))
    if not counts:
        return HallCell("", "", ())
    dots = dots_of(counts)
    told = "，".join(f"{each.role.name}{each.count}处" for each in dots)
    return HallCell(
        f"{volume.address}{addresses.article(base, article)}#links",
        f"{words.article_name(article)}，{volume.title}：{told}",
        dots,
    )


# --- what volumes share


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A passage that several volumes share, with where it stands first."""

    text: str
    letters: int
    reports: int
    volumes: int
    places: tuple[VolumeLine, ...]


@dataclass(frozen=True, slots=True)
class ReuseView:
    """A sheet of what volumes share."""

    passages: tuple[SharedLine, ...]
    sheet: Sheet[SharedBetween]


def hall_reuse_sheets(hall: Hall) -> tuple[Sheet[SharedBetween], ...]:
    """Return what volumes share in sheets."""
    return sheets(hall.shared, SHARED_PER_SHEET, addresses.REUSE)


def hall_reuse_view(hall: HallIndex, sheet: Sheet[SharedBetween]) -> ReuseView:
    """Return the view of one sheet of what volumes share."""
    return ReuseView(tuple(_shared(hall, each) for each in sheet.rows), sheet)


def _shared(hall: HallIndex, shared: SharedBetween) -> SharedLine:
    places = tuple(
        VolumeLine(
            f"{hall.volumes[each.volume].address}{each.address}",
            f"{each.report_title}（{hall.volumes[each.volume].title}）",
            1,
        )
        for each in shared.places
    )
    return SharedLine(shared.text, shared.letters, shared.reports, shared.volumes, places)
