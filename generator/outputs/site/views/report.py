"""The page of a report: its text, the articles beside it, where it came from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Document, Heading, Link, Paragraph, Sentence
from generator.outputs.site.views import words
from generator.outputs.site.views.article import sentences_touched
from generator.outputs.site.views.citing import CitedDocument, cited_report
from generator.outputs.site.views.compare import compare_address
from generator.outputs.site.views.glossary import Gloss, shown_glosses
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Run, runs
from generator.outputs.site.views.mending import Mended, edits_inside
from generator.outputs.site.views.noted_words import Noted, noted_words
from generator.outputs.site.views.paging import Sheet
from generator.outputs.site.views.report_chips import Chip, article_key, chips_of, link_keys
from generator.outputs.site.views.report_parts import is_long, report_parts, way_to
from generator.outputs.site.views.report_relatives import Copy, ReuseNote, copy_of, reuse_note
from generator.outputs.site.views.structured_data import Node, report_data_of
from generator.outputs.site.views.versions import ReadVersion, read_versions
from generator.text.nomenclature import ROLES, RoleWord, chinese_date, full_width
from generator.text.numerals import numeral_text

MOST_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """A sentence; a run's tags are what is to be noted at its words.

    `links` are those that it lies in, each as role@article; `touches` are the ids of the
    articles' sentences that it is linked with, those of an article in their order.
    """

    id: str
    runs: tuple[Run[Noted], ...]
    links: tuple[str, ...]
    touches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A paragraph with its chips; `level` is that of a heading line, 0 of running text.

    `part` is the part of the report that it lies in, as it is cited: 第二部分.
    """

    level: int
    sentences: tuple[ReportSentence, ...]
    chips: tuple[Chip, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline."""

    address: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of a report: its address and its outline; `parts` are all, none where it is alone."""

    address: str
    outline: tuple[OutlineEntry, ...]
    parts: tuple[Sheet[Sentence], ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the page of a report shows; of a long one, a part: `parts` are its pages.

    `starts` are the numbers of the parts' first sentences, `stem` is what their addresses begin
    with: none where there is but one page.
    """

    id: str
    title: str
    title_sentences: tuple[ReportSentence, ...]
    facts: tuple[str, ...]
    source_file: str
    sha256: str
    edit_count: int
    ledger: str
    paragraphs: tuple[ReportParagraph, ...]
    roles: tuple[tuple[RoleWord, int], ...]
    articles: tuple[tuple[str, str, int], ...]
    link_count: int
    compare: str
    document: CitedDocument
    data: Node
    copies: tuple[Copy, ...] = ()
    copy_of: tuple[str, str] | None = None
    annex_of: tuple[str, str] | None = None
    annexes: tuple[tuple[str, str], ...] = ()
    glosses: tuple[Gloss, ...] = ()
    reuse: ReuseNote | None = None
    parts: Sheet[Sentence] | None = None
    starts: tuple[str, ...] = ()
    stem: str = ""
    versions: tuple[ReadVersion, ...] = ()


def report_pages(index: LibraryIndex, report: Document) -> Iterator[ReportPage]:
    """Yield the pages of a report: one, but for a long one."""
    piece = report.piece
    links = index.links_by_report.get(piece.id, [])
    if not is_long(report, links):
        yield ReportPage(index.report_page(piece.id), outline_entries(report))
        return
    parts = report_parts(index, report, links_by_sentence(report.sentences, links))
    for part in parts:
        entries = outline_entries(report, partial(way_to, part, parts))
        yield ReportPage(part.address, entries, parts if len(parts) > 1 else (), part.number)


def report_view(
    index: LibraryIndex, report: Document, page: ReportPage | None = None
) -> ReportView:
    """Return the view of a report, or of one of its pages."""
    piece = report.piece
    parts = page.parts if page else ()
    part = parts[page.number] if page and parts else None
    links = index.links_by_report.get(piece.id, [])
    edits = edits_inside(piece, index.edits_by_file.get(piece.file, ()))
    sentences = part.rows if part else report.sentences
    if part:
        start, end = sentences[0].start, sentences[-1].end
        links = [each for each in links if each.start < end and each.end > start]
    by_sentence = links_by_sentence(sentences, links)
    paragraphs = _paragraphs(index, report, sentences, by_sentence, edits)
    lines = 0 if part and part.number else _title_lines(paragraphs, piece.title)
    title = tuple(each for paragraph in paragraphs[:lines] for each in paragraph.sentences)
    paragraphs = paragraphs[lines:]
    articles = Counter((each.base, each.article) for each in links)
    roles = Counter(each.role for each in links)
    return ReportView(
        id=piece.id,
        title=piece.title,
        title_sentences=title,
        facts=tuple(
            each
            for each in (piece.genre, piece.issuer, piece.place, chinese_date(piece.date))
            if each
        ),
        source_file=piece.file,
        sha256=index.hashes.get(piece.file, ""),
        edit_count=len(edits),
        ledger=index.ledger_page(piece.file),
        paragraphs=paragraphs,
        roles=tuple((each, roles[each.role]) for each in ROLES if roles[each.role]),
        articles=tuple(
            (
                article_key(base, number),
                f"{'' if base in index.collations else index.base_names[base]}"
                f"{words.article_name(index.articles[base, number])}"
                f" {words.short_heading(index.articles[base, number])}",
                count,
            )
            for (base, number), count in sorted(articles.items())
        ),
        link_count=len(links),
        compare=compare_address(index, report=piece.id) if links else "",
        document=cited_report(piece),
        data=report_data_of(index, piece),
        copies=tuple(
            copy_of(index, report, each) for each in index.reprints_by_report.get(piece.id, ())
        ),
        copy_of=_other(
            index, index.reprints[piece.id].report if piece.id in index.reprints else ""
        ),
        annex_of=_other(index, piece.annex_of),
        annexes=tuple(index.annexes_by_piece.get(piece.id, ())),
        glosses=shown_glosses(index.glosses, _glossed(paragraphs)),
        parts=part,
        starts=tuple(each.rows[0].id.rpartition("-s")[2] for each in parts),
        stem=index.report_page(piece.id).removesuffix(".html") if parts else "",
        reuse=reuse_note(index, piece.id),
        versions=read_versions(index, piece.date),
    )


def _other(index: LibraryIndex, name: str) -> tuple[str, str] | None:
    """Return the page and the title of the report called `name`; None where there is none."""
    found = index.reports.get(name)
    return (index.report_page(name), index.names[name]) if found else None


def _words(paragraph: ReportParagraph) -> str:
    return "".join(run.text for each in paragraph.sentences for run in each.runs)


def _title_lines(paragraphs: Sequence[ReportParagraph], title: str) -> int:
    """Return how many of the first paragraphs are the title, which may stand on several lines."""
    words = ""
    for count, paragraph in enumerate(paragraphs[:MOST_TITLE_LINES], 1):
        words += _words(paragraph)
        if words == title:
            return count
    return 0


def links_by_sentence(
    sentences: Sequence[Sentence], links: Sequence[Link]
) -> dict[str, list[Link]]:
    """Return the links whose passage takes in each sentence, by sentence id."""
    found: dict[str, list[Link]] = defaultdict(list)
    first = 0
    for link in sorted(links, key=lambda each: (each.start, each.end)):
        while first < len(sentences) and sentences[first].end <= link.start:
            first += 1
        for sentence in sentences[first:]:
            if sentence.start >= link.end:
                break
            found[sentence.id].append(link)
    return dict(found)


def here(sentence: Sentence) -> str:
    """Return the way to a sentence of the page itself."""
    return f"#{sentence.id}"


def outline_entries(
    report: Document, way: Callable[[Sentence], str] = here
) -> tuple[OutlineEntry, ...]:
    """Return the outline down to its second level; an entry leads to its first sentence."""
    entries = []
    for heading in report.outline:
        if heading.level > 2 or len(heading.title) > 40:
            continue
        sentence = next((each for each in report.sentences if each.end > heading.start), None)
        if sentence is not None:
            text = full_width(heading.label) + heading.title.rstrip("。；，")
            entries.append(OutlineEntry(way(sentence), heading.level, text))
    return tuple(entries)


def _paragraphs(
    index: LibraryIndex,
    report: Document,
    shown: Sequence[Sentence],
    by_sentence: dict[str, list[Link]],
    edits: Sequence[Mended],
) -> tuple[ReportParagraph, ...]:
    marks = noted_words(index, report, edits)
    inside: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in shown:
        inside[sentence.paragraph].append(sentence)
    text = report.piece.text
    lines = {each.start: each for each in report.outline if not each.inline}
    depths = sorted({each.level for each in lines.values()})
    paragraphs = []
    for number, paragraph in enumerate(report.paragraphs):
        sentences = inside.get(number, [])
        views = tuple(
            _sentence(
                index,
                each.id,
                runs(text, each.start, each.end, marks),
                by_sentence.get(each.id, ()),
            )
            for each in sentences
        )
        if views:
            paragraphs.append(
                ReportParagraph(
                    _level(paragraph, lines, depths),
                    views,
                    chips_of(index, sentences, by_sentence),
                    _part(report.outline, paragraph),
                )
            )
    return tuple(paragraphs)


def _sentence(
    index: LibraryIndex, name: str, shown: tuple[Run[Noted], ...], links: Sequence[Link]
) -> ReportSentence:
    """Return a sentence with the roles, articles and article sentences that it is linked to."""
    touched = (
        sentence
        for link in links
        for sentence in sentences_touched(link, index.article_sentences[link.base, link.article])
    )
    return ReportSentence(
        name,
        shown,
        link_keys(links),
        tuple(sorted(set(touched), key=lambda each: (len(each), each))),
    )


def _glossed(paragraphs: Iterable[ReportParagraph]) -> Iterator[str]:
    """Yield the ids of what explains words of the text, in reading order."""
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for run in sentence.runs:
                yield from (tag.address for tag in run.tags if tag.what == "gloss")


def _level(paragraph: Paragraph, lines: dict[int, Heading], depths: Sequence[int]) -> int:
    """Return how deep a heading line stands, 1 for the highest there is; 0 for other lines."""
    heading = lines.get(paragraph.start) if paragraph.heading else None
    return depths.index(heading.level) + 1 if heading else 0


def _part(outline: Sequence[Heading], paragraph: Paragraph) -> str:
    """Return the numbered part of the report that a paragraph lies in; empty where none is."""
    own = (
        each
        for each in outline
        if each.level == 1 and not each.inline and each.start <= paragraph.start < each.section_end
    )
    part = next(own, None)
    return f"第{numeral_text(part.number)}部分" if part and part.number else ""
