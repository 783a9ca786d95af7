"""How much volumes say on each article: the matrix by volumes, every count alone, the volumes."""

from __future__ import annotations

from collections import Counter

from generator.model import Library, Role
from generator.outputs.shared.coverage_counts import Coverage
from generator.outputs.shared.coverage_turns import ReportGroup
from generator.outputs.sheets.article_places import PLACE, article_places
from generator.outputs.sheets.coverage import LEADING, MANY, ROLE_WIDTH, matrix
from generator.outputs.sheets.empty_workbook import MOST_COLUMNS
from generator.outputs.sheets.sheet import Book, Column, Row, Table
from generator.text.nomenclature import ROLES, article_name
from generator.volumes import Hall

VOLUME = "分册"
STATED = 6  # places or years that the list of volumes names


def hall_coverage_book(library: Library, hall: Hall) -> Book:
    """Return the matrix by volumes, the counts one by one (which are the CSV), the volumes."""
    names: dict[str, Role] = {each.role: each.role for each in ROLES}
    counts = [
        Coverage(each.base, each.article, each.volume, names[each.role], each.passages)
        for each in hall.counts
    ]
    roles = tuple(each for each in ROLES if any(one.role == each.role for one in counts))
    groups = tuple(ReportGroup(each.title, (each.id,)) for each in hall.volumes)
    room = MOST_COLUMNS - len(LEADING) - len(roles)
    matrices = [
        matrix(library, counts, roles, VOLUME, groups[start : start + room], start)
        for start in range(0, max(1, len(groups)), room)
    ]
    single = _counts(library, hall, counts)
    return Book("coverage", (*matrices, single, _volumes(hall)), single)


def _counts(library: Library, hall: Hall, counts: list[Coverage]) -> Table:
    """Return a row for each article and each volume that says anything on it, in their order."""
    places = article_places(library)
    cells: dict[tuple[str, int, str], Counter[Role]] = {}
    for each in counts:
        cell = cells.setdefault((each.base, each.article, each.report), Counter())
        cell[each.role] += each.count
    rows: list[Row] = []
    for collation in library.collations:
        base = collation.edition.base.id
        for article in collation.edition.articles:
            for volume in hall.volumes:
                found = cells.get((base, article.number, volume.id))
                if found is None:
                    continue
                rows.append(
                    (
                        article_name(article.label),
                        article.heading,
                        *places[base, article.number],
                        volume.title,
                        volume.id,
                        volume.reports,
                        *(found[each.role] or "" for each in ROLES),
                        found.total(),
                    )
                )
    columns = (
        Column("条", 15, centred=True),
        Column("条标题", 26),
        *PLACE,
        Column(VOLUME, 26),
        Column("分册编号", 14),
        Column("分册报告篇数", 13, centred=True),
        *(Column(each.name, ROLE_WIDTH, centred=True) for each in ROLES),
        Column("合计", ROLE_WIDTH, centred=True),
    )
    sparse = len(rows) * len(ROLES) > MANY
    return Table("明细", columns, tuple(rows), fixed=2, sparse=sparse)


def _volumes(hall: Hall) -> Table:
    """Return a row for each volume: what it holds, and what its reports state."""
    columns = (
        Column(VOLUME, 26),
        Column("分册编号", 14),
        Column("报告篇数", 10, centred=True),
        Column("关联处数", 10, centred=True),
        Column("地方", 40),
        Column("年份", 30),
    )
    rows: list[Row] = [
        (
            each.title,
            each.id,
            each.reports,
            each.links,
            "、".join(place for place, _ in each.places[:STATED])
            + ("等" if len(each.places) > STATED else ""),
            "、".join(sorted(year for year, _ in each.years)[:STATED])
            + ("等" if len(each.years) > STATED else ""),
        )
        for each in hall.volumes
    ]
    return Table(VOLUME, columns, tuple(rows), fixed=1)
