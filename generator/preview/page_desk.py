"""What can be decided on a page of the site: its text, links, findings, variants, as it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator import addresses
from generator.checking.reader_words import sentence
from generator.cleaning import Declared
from generator.desk.finding_ids import finding_id
from generator.model import Article, Base, Collation, Document, Finding, Link, Piece
from generator.outputs.site.views import words
from generator.outputs.site.views.findings import UNPLACED, all_findings, finding_sheets
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.passages import why
from generator.outputs.site.views.report import links_by_sentence
from generator.preview.on_page import (
    ArticleChoice,
    BaseOnPage,
    FindingOnPage,
    LinkOnPage,
    PageDesk,
    PieceOnPage,
    ReadingOnPage,
    SpanOnPage,
    VariantOnPage,
)

DECLARED = ("title", "genre", "issuer", "date", "place", "kind", "base")


def page_desk(index: LibraryIndex, address: str, declared: Mapping[str, Declared]) -> PageDesk:
    """Return what can be decided at `address`; nothing where it is no page of the library.

    `declared` is what library.yml says of sources and pieces.
    """
    document = _document(index, address)
    collation = _collation(index, address)
    article = _article(collation, address) if collation else None
    return PageDesk(
        address,
        _piece(index, document, declared) if document else None,
        _base(collation.edition.base) if collation else None,
        tuple(_base(each.edition.base) for each in index.library.collations),
        tuple(_choices(index)),
        tuple(each.name for each in index.library.terms),
        tuple(SpanOnPage(x.id, x.start, x.end) for x in document.sentences) if document else (),
        tuple(_links(index, document, collation, article)),
        tuple(_finding(index, each) for each in _findings(index, address)),
        tuple(_variants(collation, article)) if collation else (),
    )


def documents(index: LibraryIndex) -> Iterator[tuple[str, Document]]:
    """Yield every text that has pages of its own, after the address of its first page."""
    for name, document in index.reports.items():
        yield index.report_page(name), document
    for reprint in index.library.reprints:
        yield index.report_page(reprint.document.piece.id), reprint.document
    for law in index.library.laws:
        yield addresses.law(law.id, index.library), law.document


def _document(index: LibraryIndex, address: str) -> Document | None:
    """Return the text whose page is at `address`; a long one has more below its first."""
    for page, document in documents(index):
        if page == address or address.startswith(f"{page.removesuffix('.html')}/"):
            return document
    return None


def _collation(index: LibraryIndex, address: str) -> Collation | None:
    base = address.partition("/")[0]
    return index.collations.get(base) if "/" in address else None


def _article(collation: Collation, address: str) -> Article | None:
    """Return the article whose page, or a sheet of whose links, is at `address`."""
    base = collation.edition.base.id
    for each in collation.edition.articles:
        page = addresses.article(base, each)
        if page == address or address.startswith(f"{page.removesuffix('.html')}-links"):
            return each
    return None


def _piece(
    index: LibraryIndex, document: Document, declared: Mapping[str, Declared]
) -> PieceOnPage:
    piece = document.piece
    own = [declared.get(piece.id, Declared()), declared.get(piece.file, Declared())]
    said = [name for name in DECLARED if any(getattr(each, name) is not None for each in own)]
    kind = "law" if piece.id in index.laws else "report"
    return PieceOnPage(
        piece.id,
        piece.file,
        piece.title,
        piece.genre,
        piece.issuer,
        piece.date,
        piece.place,
        piece.kind or kind,
        piece.base,
        tuple(said),
        _is_behind(index, piece),
    )


def _is_behind(index: LibraryIndex, piece: Piece) -> bool:
    """Tell whether another piece stands before this one in its file."""
    return any(x.file == piece.file and x.start < piece.start for x in _pieces(index))


def _base(base: Base) -> BaseOnPage:
    return BaseOnPage(
        base.id,
        base.title,
        base.short_title,
        base.issuer,
        base.adopted,
        base.published,
        base.effective,
        base.numbering,
    )


def _choices(index: LibraryIndex) -> Iterator[ArticleChoice]:
    alone = len(index.library.collations) == 1
    for collation in index.library.collations:
        base = collation.edition.base
        for each in collation.edition.articles:
            name = words.article_name(each)
            named = name if alone else base.short_title + name
            yield ArticleChoice(base.id, each.address, named, words.short_heading(each))


def _links(
    index: LibraryIndex,
    document: Document | None,
    collation: Collation | None,
    article: Article | None,
) -> Iterator[LinkOnPage]:
    if document is not None:
        links = index.links_by_report.get(document.piece.id, ())
        at: dict[str, list[str]] = {each.id: [] for each in links}
        for name, inside in links_by_sentence(document.sentences, links).items():
            for each in inside:
                at[each.id].append(name)
        for each in links:
            yield _link(index, each, tuple(at[each.id]))
    elif collation is not None and article is not None:
        for each in index.links_by_article.get((collation.edition.base.id, article.number), ()):
            yield _link(index, each, ())


def _link(index: LibraryIndex, link: Link, sentences: tuple[str, ...]) -> LinkOnPage:
    article = index.articles[link.base, link.article]
    base = index.collations[link.base].edition.base
    text = index.reports[link.report].piece.text
    reasons = dict.fromkeys(why(each) for each in link.evidence)
    return LinkOnPage(
        link.id,
        link.report,
        link.start,
        link.end,
        text[link.start : link.end],
        link.base,
        article.address,
        base.short_title + words.article_name(article),
        words.short_heading(article),
        link.role,
        link.status,
        round(link.score, 2),
        next(iter(reasons), ""),
        sentences,
        () if sentences else (link.id,),
    )


def _findings(index: LibraryIndex, address: str) -> Iterable[Finding]:
    """Return the findings that a page tells of, in its order."""
    for sheet in finding_sheets(index):
        if sheet.address == address:
            return sheet.rows
    found = all_findings(index)
    return [
        each
        for each in found.rows
        if found.place(each).page == address and found.section(each) != UNPLACED
    ]


def _finding(index: LibraryIndex, finding: Finding) -> FindingOnPage:
    piece, start, end = _place(index, finding)
    text = index.made(_texts).get(piece, "")[start:end]
    can_be_mended = bool(text.strip()) and "\n" not in text
    told = finding_id(finding), sentence(finding), text
    return FindingOnPage(*told, piece, start, end, can_be_mended)


def _place(index: LibraryIndex, finding: Finding) -> tuple[str, int, int]:
    """Return where a finding's words stand; what names but a file, where they stand but once."""
    if finding.piece or not finding.text.strip():
        return finding.piece, finding.start, finding.end
    texts = index.made(_texts_by_file).get(finding.file, [])
    found = [(name, text.find(finding.text)) for name, text in texts if finding.text in text]
    if sum(text.count(finding.text) for _, text in texts) != 1:
        return "", 0, 0
    name, start = found[0]
    return name, start, start + len(finding.text)


def _pieces(index: LibraryIndex) -> list[Piece]:
    """Return every piece of the library."""
    texts = [document.piece for _, document in documents(index)]
    copies = (each for collation in index.library.collations for each in collation.witnesses)
    return [*texts, *(each.piece for each in copies)]


def _texts(index: LibraryIndex) -> dict[str, str]:
    """Return the text of every piece, by its id."""
    return {each.id: each.text for each in _pieces(index)}


def _texts_by_file(index: LibraryIndex) -> dict[str, list[tuple[str, str]]]:
    """Return the pieces of every file, each as its id and its text."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in _pieces(index):
        found[each.file].append((each.id, each.text))
    return dict(found)


def _variants(collation: Collation, article: Article | None) -> Iterator[VariantOnPage]:
    """Yield the variants of an article, of all where it is None, whose readings differ."""
    names = {each.number: each.address for each in collation.edition.articles}
    for number, variant in enumerate(collation.apparatus, 1):
        if variant.article not in names or (article and variant.article != article.number):
            continue
        chosen = variant.chosen.witness
        readings = (variant.chosen, *(x for x in variant.readings if x.witness != chosen))
        yield VariantOnPage(
            f"variant-{number}",
            collation.edition.base.id,
            names[variant.article],
            number,
            tuple(ReadingOnPage(x.witness, x.text, x.witness == chosen) for x in readings),
        )
