"""Pages that list: the front page, reports, laws, duties, terms, volumes; the authored pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.duties.wording import clauses_of
from generator.model import Collation, Library, Term
from generator.outputs.markdown.names import Index
from generator.outputs.markdown.writing import escaped, heading, items, link, told

OF_A_SHEET = 2_000  # reports that a list names


def list_pages(index: Index) -> Iterator[tuple[str, str]]:
    """Yield address -> Markdown of the lists, and of what the editors have written."""
    library = index.library
    yield addresses.markdown(addresses.HOME), told(_home(index))
    if library.reports:
        yield from _reports(index)
    if library.laws:
        page = addresses.markdown(addresses.LAWS)
        rows = [
            link(each.title, page, addresses.markdown(addresses.law(each.id, library)))
            for each in library.laws
        ]
        yield page, told((heading(1, "法规"), items(rows)))
    page = addresses.markdown(addresses.DUTIES)
    yield page, told((heading(1, "责任清单"), *_duties(index, page)))
    yield addresses.markdown(addresses.TERMS), told(_terms(library.terms))
    for each in library.pages:
        yield addresses.markdown(addresses.page(each.name)), each.markdown.rstrip("\n") + "\n"


def _home(index: Index) -> Iterator[str]:
    library = index.library
    page = addresses.markdown(addresses.HOME)
    yield heading(1, library.title)
    if library.subtitle:
        yield escaped(library.subtitle)
    for collation in library.collations:
        base = collation.edition.base
        yield f"## {link(base.title, page, addresses.markdown(addresses.full_text(base.id)))}"
        yield items(_articles(index, collation, page))
    rows = [(addresses.REPORTS, f"报告 {len(library.reports)}篇", bool(library.reports))]
    rows += [(addresses.LAWS, f"法规 {len(library.laws)}部", bool(library.laws))]
    rows += [(addresses.DUTIES, "责任清单", True), (addresses.TERMS, "词条", True)]
    rows += [(addresses.page(each.name), each.title, True) for each in library.pages]
    yield heading(2, "其他")
    yield items(link(title, page, addresses.markdown(each)) for each, title, there in rows if there)


def _articles(index: Index, collation: Collation, page: str) -> Iterator[str]:
    for each in collation.edition.articles:
        name, target = index.articles[collation.edition.base.id, each.number]
        yield link(name, page, target)


def _reports(index: Index) -> Iterator[tuple[str, str]]:
    reports = index.library.reports
    first = addresses.markdown(addresses.REPORTS)
    sheets = range(0, len(reports), OF_A_SHEET)
    pages = [first.replace(".md", f"-{at // OF_A_SHEET + 1}.md") if at else first for at in sheets]
    for page, at in zip(pages, sheets, strict=True):
        rows = [
            "　".join(
                filter(
                    None,
                    (
                        link(index.names[each.piece.id], page, index.report(each.piece.id)),
                        *map(escaped, (each.piece.genre, each.piece.issuer, each.piece.date)),
                    ),
                )
            )
            for each in reports[at : at + OF_A_SHEET]
        ]
        others = [link(f"第{n}页", page, each) for n, each in enumerate(pages, 1) if each != page]
        yield page, told((heading(1, "报告"), "　".join(others), items(rows)))


def _duties(index: Index, page: str) -> Iterator[str]:
    for collation in index.library.collations:
        base = collation.edition.base.id
        for article in collation.edition.articles:
            clauses = clauses_of(index.duties.get((base, article.number), ()), article.text)
            if clauses:
                name, target = index.articles[base, article.number]
                yield f"## {link(name, page, target)}"
                yield items(
                    f"{'、'.join(map(escaped, each.bodies)) or '未写明主体'}：{escaped(each.words)}"
                    for each in clauses
                )


def _terms(terms: Sequence[Term]) -> Iterator[str]:
    yield heading(1, "词条")
    for each in terms:
        yield heading(2, each.name)
        aliases = [alias for alias in each.aliases if alias != each.name]
        if aliases:
            yield escaped(f"又作{'、'.join(aliases)}")
        if each.gloss:
            yield escaped(f"{each.gloss}{f'（{each.source}）' if each.source else ''}")


def volume_rows(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the title of each volume of a hall, and the address of its llms.txt."""
    for each in library.hall.volumes if library.hall else ():
        yield each.title, f"{each.address}{addresses.LLMS}"
