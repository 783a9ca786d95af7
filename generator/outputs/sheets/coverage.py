"""How much the reports say on each article: the matrix as on the screen, and every count alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.model import Library, Role
from generator.outputs.shared.coverage_counts import Coverage, count_coverage
from generator.outputs.shared.coverage_turns import ReportGroup, coverage_turns
from generator.outputs.shared.divisions import division_title, lying_above
from generator.outputs.shared.report_names import report_names
from generator.outputs.sheets.article_places import PLACE, article_places
from generator.outputs.sheets.empty_workbook import MOST_COLUMNS
from generator.outputs.sheets.sheet import Band, Book, Cell, Column, Row, Table
from generator.text.nomenclature import ROLES, RoleWord, article_name

MISSING = "未找到"
LEADING = (Column("条", 15, centred=True), Column("条标题", 32), Column("合计", 8, centred=True))
ROLE_WIDTH, GROUP_WIDTH = 8, 14
MANY_REPORTS = 60
MANY = 100_000  # cells, of which empty ones are no longer written
LEGEND = (
    "{signs}；符号后的数字是处数。空格是未找到：未找到不等于没有做，只说明这些{of}里没有自动找到。"
    "自动关联，仅供参考。"
)


def coverage_book(library: Library) -> Book:
    """Return the matrix by reports, and by what they can be put together by; the counts as CSV.

    Of many reports the groups come first, as on the site: hundreds of columns are read by nobody.
    """
    counts = count_coverage(library.links)
    names = report_names([each.piece for each in library.reports])
    reports = tuple(ReportGroup(names[each.piece.id], (each.piece.id,)) for each in library.reports)
    roles = tuple(each for each in ROLES if any(one.role == each.role for one in counts))
    room = MOST_COLUMNS - len(LEADING) - len(roles)
    by_report = [
        matrix(library, counts, roles, "报告", reports[start : start + room], start)
        for start in range(0, max(1, len(reports)), room)
    ]
    turned = [
        matrix(library, counts, roles, turn.title, turn.groups[:room])
        for turn in coverage_turns([each.piece for each in library.reports])
    ]
    wide = len(reports) > MANY_REPORTS
    matrices = (*turned, *by_report) if wide else (*by_report, *turned)
    single = _counts(library, counts, names)
    return Book("coverage", (*matrices, single), single)


def matrix(
    library: Library,
    counts: Sequence[Coverage],
    roles: Sequence[RoleWord],
    way: str,
    groups: Sequence[ReportGroup],
    before: int = 0,
) -> Table:
    """Return articles by groups of reports; `before` groups stand on sheets before this one."""
    at = {report: column for column, group in enumerate(groups) for report in group.reports}
    cells: dict[tuple[str, int], dict[int, Counter[Role]]] = defaultdict(dict)
    totals: dict[tuple[str, int], Counter[Role]] = defaultdict(Counter)
    for each in counts:
        place = each.base, each.article
        totals[place][each.role] += each.count
        if (column := at.get(each.report)) is not None:
            cells[place].setdefault(column, Counter())[each.role] += each.count
    rows: list[Row] = []
    sums: list[Counter[Role]] = [Counter() for _ in groups]
    for collation in library.collations:
        edition = collation.edition
        if len(library.collations) > 1:
            rows.append(Band(edition.base.short_title))
        for part in edition.parts:
            if not part.articles:
                continue
            titles = [division_title(each) for each in (*lying_above(edition, part), part)]
            if words := "　".join(filter(None, titles)):
                rows.append(Band(words))
            for article in part.articles:
                place = edition.base.id, article.number
                for column, found in cells[place].items():
                    sums[column] += found
                rows.append(
                    (
                        article_name(article.label),
                        article.short_title,
                        *_totals(totals[place], roles),
                        *(_signs(cells[place].get(at, Counter())) for at in range(len(groups))),
                    )
                )
    signs = "　".join(f"{each.sign}{each.name}" for each in roles)
    whole: Counter[Role] = sum(totals.values(), Counter())
    rows.append(("合计", "", *_totals(whole, roles), *(each.total() or "" for each in sums)))
    return Table(
        f"按{way}" if not before else f"按{way}（第{before + 1}篇起）",
        (
            *LEADING,
            *(Column(f"{each.sign} {each.name}", ROLE_WIDTH, centred=True) for each in roles),
            *(Column(each.label, GROUP_WIDTH, centred=True) for each in groups),
        ),
        tuple(rows),
        (
            f"{'、'.join(each.edition.base.short_title for each in library.collations)}"
            f"对照表（按{way}）",
            LEGEND.format(signs=signs, of="分册" if library.hall else "报告").lstrip("；"),
        ),
        fixed=3,
        sparse=len(groups) * len(cells) > MANY,
    )


def _totals(counts: Counter[Role], roles: Sequence[RoleWord]) -> tuple[Cell, ...]:
    return (counts.total() or MISSING, *(counts[each.role] or "" for each in roles))


def _signs(counts: Counter[Role]) -> str:
    """Return a cell of the matrix: ●3 ▲1."""
    return " ".join(f"{each.sign}{counts[each.role]}" for each in ROLES if counts[each.role])


def _counts(library: Library, counts: Sequence[Coverage], names: dict[str, str]) -> Table:
    """Return a row for each article and each report that says anything on it, in their order."""
    places = article_places(library)
    by_pair: dict[tuple[str, int, str], Counter[Role]] = defaultdict(Counter)
    speaking: dict[tuple[str, int], set[str]] = defaultdict(set)
    for each in counts:
        by_pair[each.base, each.article, each.report][each.role] += each.count
        speaking[each.base, each.article].add(each.report)
    order = {each.piece.id: number for number, each in enumerate(library.reports)}
    pieces = {each.piece.id: each.piece for each in library.reports}
    rows: list[Row] = []
    for collation in library.collations:
        base = collation.edition.base.id
        for article in collation.edition.articles:
            for report in sorted(speaking[base, article.number], key=lambda each: order[each]):
                found = by_pair[base, article.number, report]
                piece = pieces[report]
                rows.append(
                    (
                        article_name(article.label),
                        article.heading,
                        *places[base, article.number],
                        names[report],
                        report,
                        piece.place,
                        piece.date,
                        piece.genre,
                        *(found[each.role] or "" for each in ROLES),
                        found.total(),
                    )
                )
    columns = (
        Column("条", 15, centred=True),
        Column("条标题", 26),
        *PLACE,
        Column("报告", 40),
        Column("报告编号", 11),
        Column("地方", 11),
        Column("日期", 12),
        Column("体裁", 9, centred=True),
        *(Column(each.name, 7, centred=True) for each in ROLES),
        Column("合计", 7, centred=True),
    )
    sparse = len(rows) * len(ROLES) > MANY
    return Table("明细", columns, tuple(rows), fixed=2, sparse=sparse)
