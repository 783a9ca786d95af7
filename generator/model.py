"""The vocabulary of the knowledge base as frozen dataclasses; depends on nothing else.

All offsets are Unicode code points.  Unless a docstring says otherwise they point
into the cleaned text of the piece that holds them.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Literal, TypeVar, cast, get_args

from generator.original import Original
from generator.volumes import Above, Hall

Role = Literal["practice", "problem", "measure", "understanding", "other"]
LinkKind = Literal["citation", "quotation", "paraphrase", "mechanism", "topic"]
LinkStatus = Literal["auto", "confirmed", "added"]
EvidenceKind = Literal["citation", "quotation", "term", "similarity", "context", "decision"]
DutyKind = Literal["duty", "right", "prohibition"]
Level = Literal["error", "warning", "info"]
VariantKind = Literal[
    "punctuation",
    "wording",
    "omission",
    "addition",
    "splice",
    "duplicate",
    "misnumbering",
    "misplacement",
    "foreign",
    "heading",
]
MatterKind = Literal[
    "promulgation",  # what stands before the title: an order, a notice that forwards the text
    "title",
    "number",  # 文号
    "issuer",
    "date",
    "note",  # 题注
    "addressee",  # 主送机关
    "contents",
    "annex-list",  # 附件说明
    "signature",  # 落款
    "remark",  # 附注, 抄送, 印发
    "annex",
]


T = TypeVar("T")


def many(kind: type[T]) -> type[T]:
    """Let objects of which a library has very many be sent and kept as rows of their fields.

    A frozen dataclass with slots else goes field by field, through Python, both ways.
    """
    row = attrgetter(*(each.name for each in fields(cast(Any, kind))))

    def reduced(self: T) -> tuple[type[T], Any]:
        return kind, row(self)

    kind.__reduce__ = reduced  # type: ignore[assignment, method-assign]
    return kind


# --- sources, ledger, pieces -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A file as received (来源): its name below content/sources/ and its decoded text.

    `sha256` is that of the file's bytes.  `original` tells how a file that is no plain text was
    read (Word, PDF, web page …); `encoding` is then the file's format.
    """

    file: str
    text: str
    sha256: str
    encoding: str
    original: Original | None = None


@many
@dataclass(frozen=True, slots=True)
class Edit:
    """One reversible change (整理记录); offsets into the decoded source."""

    file: str
    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One document cut out of a source (篇).

    `start` and `end` are offsets into the decoded source; `text` is that span with
    the ledger's edits inside it applied.  Empty strings stand for what the text does
    not state (nothing is invented).
    """

    id: str
    file: str
    start: int
    end: int
    text: str
    title: str
    genre: str = ""
    issuer: str = ""
    date: str = ""
    place: str = ""
    kind: str = ""  # "witness", "report" or "law" where the editors declare it
    base: str = ""  # of which base document it is a witness, where the editors declare it
    order: int = 0  # pieces are listed by order, then by file
    annex_of: str = ""
    annexes: tuple[tuple[int, int], ...] = ()
    version: str = ""  # of which version of that base, where the editors declare it


@dataclass(frozen=True, slots=True)
class CleanedSource:
    """What cleaning makes of one source: pieces, ledger, and what it was not sure of."""

    source: Source
    pieces: tuple[Piece, ...]
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


@many
@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at (疑点); `line` counts from 1 in the source.

    `piece`, `start`, `end`: where it stands in a piece's text, where that is known.  `picture` is
    a PNG of the place in a scan.  `details` are words and numbers that the message is made of,
    for those who say it in words of their own (checking/reader_words.py says which).
    """

    code: str
    level: Level
    file: str
    line: int
    text: str
    message: str
    piece: str = ""
    start: int = 0
    end: int = 0
    picture: bytes = b""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the editors found to be in order (无误): findings of a code in a piece or a file.

    It holds as long as a finding shows just these `words`.
    """

    code: str
    place: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that the editors found to be in order, and their reason."""

    finding: Finding
    reason: str


# --- structure ---------------------------------------------------------------


@many
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a piece; `paragraph` is the index of the paragraph it stands in."""

    id: str
    start: int
    end: int
    paragraph: int


@many
@dataclass(frozen=True, slots=True)
class Heading:
    """An outline entry (一、 （一） 1. 一是 第一，).

    `start`..`end` is the heading itself, label included; the section it opens runs to
    `section_end`.  `level` counts from 1; `number` is the value of the label or None.
    `inline` tells a heading that opens a running paragraph (一是…) from one on its own line.
    """

    level: int
    label: str
    number: int | None
    title: str
    start: int
    end: int
    section_end: int
    inline: bool


@many
@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a piece; `heading` when the whole line is a heading or the title."""

    start: int
    end: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A piece with its structure."""

    piece: Piece
    paragraphs: tuple[Paragraph, ...]
    outline: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]


# --- what is neither a base document nor a report of its own ----------------------


@dataclass(frozen=True, slots=True)
class LawArticle:
    """An article of another law: text[start:end], its words from `body` on; 之一 is branch 1."""

    number: int
    branch: int
    label: str
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Law:
    """Another law or regulation (法规): cited, not counted as practice; `title` without notes."""

    document: Document
    title: str
    articles: tuple[LawArticle, ...]

    @property
    def id(self) -> str:
        """The id of its piece."""
        return self.document.piece.id


@dataclass(frozen=True, slots=True)
class LawCitation:
    """Words of a report, at `start`..`end` of its text, that cite an article of a law."""

    report: str
    start: int
    end: int
    law: str
    number: int
    branch: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where a reprint and its report differ, with where it stands in each text."""

    report_start: int
    report_end: int
    reprint_start: int
    reprint_end: int


@dataclass(frozen=True, slots=True)
class Reprint:
    """A text (转载) that is nearly the same as the report with the id `report`.

    It is not counted; `differences` are in the order of the report's text.
    """

    report: str
    document: Document
    differences: tuple[Difference, ...]


# --- the base document: witnesses, edition, apparatus --------------------------


@dataclass(frozen=True, slots=True)
class Base:
    """A base document (基准文件) as library.yml declares it; empty where unknown.

    `numbering` are examples of its labels, from the highest division to the article (一、 and
    （一）); `article_titles` titles by label or number; `effective` from when it is in force.
    `annexes` are the lines that begin one, found out where it is None.  `earlier` are its earlier
    versions (修订前的文本), oldest first, each a base of its own, whose `version_of` is this one's
    id.  `version` is what the editors call a version, `version_name` how pages do where they say
    so, `until` when it ceased to be in force; empty where a base has no versions.
    """

    id: str
    title: str
    short_title: str
    issuer: str = ""
    adopted: str = ""
    published: str = ""
    effective: str = ""
    numbering: tuple[str, ...] = ()
    article_titles: Mapping[str, str] = field(default_factory=dict)
    annexes: tuple[str, ...] | None = None
    version: str = ""
    version_name: str = ""
    version_of: str = ""
    until: str = ""
    earlier: tuple[Base, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """A span of a decoded source."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article (条) of the edition.

    `text` is everything after the label, heading sentence included, its paragraphs (款)
    separated by a line feed.  `label` is as printed: （五）, 第五条之一, ¶5.  `path` are the
    numbers that name it: of its division where they begin anew in each, its own, that of 之一.
    `number` counts the articles of the document from 1.  `short_title` is what lists call it:
    the editors' title, its heading, or first words that tell it from the others.
    """

    id: str
    number: int
    label: str
    heading: str
    text: str
    witness: str
    source: SourceSpan
    path: tuple[int, ...] = ()
    short_title: str = ""

    @property
    def address(self) -> str:
        """Its path as pages, packs and editors' files write it: 5, 2-1."""
        return "-".join(map(str, self.path or (self.number,)))


@dataclass(frozen=True, slots=True)
class Matter:
    """Matter apart (正文以外): what stands around the text of a base document."""

    kind: MatterKind
    text: str
    source: SourceSpan


@dataclass(frozen=True, slots=True)
class Provision:
    """A paragraph (款), item (项) or subitem (目) of an article: k2, k2x3, k2x3m1.

    `start`..`end` is in the article's text, label included; the label of a 款 is empty.
    """

    address: str
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A division (编, 章, 节, 部分): running paragraphs, then articles.

    Divisions stand in reading order; `depth`, from 1, tells which lie in which.
    """

    number: int
    label: str
    heading: str
    paragraphs: tuple[str, ...]
    articles: tuple[Article, ...]
    depth: int = 1


@dataclass(frozen=True, slots=True)
class EditionSentence:
    """A sentence of the edition in reading order.

    `start` and `end` are offsets into the article's text or, outside articles, into the
    paragraph with index `paragraph` of the part (or of the preamble where part is None).
    """

    id: str
    part: int | None
    article: int | None
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The text established from the witnesses (整理本).

    With `restarts` the numbers of its articles begin anew in every division.
    """

    base: Base
    preamble: tuple[str, ...]
    parts: tuple[Part, ...]
    sentences: tuple[EditionSentence, ...]
    matter: tuple[Matter, ...] = ()
    restarts: bool = False

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article in reading order."""
        return tuple(article for part in self.parts for article in part.articles)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a witness reads at a variant; offsets into the witness's cleaned text.

    An omission has an empty text and start == end, at the place where it would stand.
    """

    witness: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Variant:
    """A place where witnesses differ (异文), and why the chosen reading was chosen.

    Exactly one of `article` and `part` is set; the preamble and title are part 0.
    `at` and `at_end` are where the chosen text stands in the edition's article text (or,
    for a part, in its paragraphs joined by line feeds).
    """

    article: int | None
    part: int | None
    kind: VariantKind
    chosen: Reading
    readings: tuple[Reading, ...]
    reason: str
    at: int
    at_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """A run of a witness that matches a run of the edition's plain text (for the map).

    `start`..`end` are in the witness's cleaned text; `article` is the edition's article
    that it matches (0 for text outside articles, None for text found nowhere).
    """

    start: int
    end: int
    article: int | None
    kind: Literal["same", "variant", "splice", "duplicate", "foreign", "orphan"]


@dataclass(frozen=True, slots=True)
class Witness:
    """A copy of a base document (版本) and how good it proved to be.

    `matter` are the spans of its text that stand apart from the document's own.
    """

    id: str
    piece: Piece
    has_title: bool
    has_parts: bool
    sound_articles: tuple[int, ...]
    damaged_articles: tuple[int, ...]
    alignments: tuple[Alignment, ...]
    matter: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Collation:
    """A base document collated: edition, apparatus, witnesses, doubts."""

    edition: Edition
    witnesses: tuple[Witness, ...]
    apparatus: tuple[Variant, ...]
    findings: tuple[Finding, ...]


# --- versions over time ----------------------------------------------------------

ChangeKind = Literal[
    "added", "dropped", "changed", "renumbered", "moved", "split", "joined", "renamed"
]


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Words old[old_start:old_end] gave way to new[new_start:new_end]; either may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What became of an article (条) from one version to another; no kinds: nothing.

    `old` and `new` are the numbers of its articles in the two editions: none on one side where
    it was added or dropped, several where it was split or joined.  `edits` are offsets into
    their texts, those of several joined by a line feed.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    kinds: tuple[ChangeKind, ...] = ()
    edits: tuple[WordEdit, ...] = ()


@dataclass(frozen=True, slots=True)
class DivisionChange:
    """What became of a division, by the numbers of the parts; 0 on one side: added, dropped.

    An added one that took its articles from a division that lives on is `split` from `source`.
    """

    old: int
    new: int
    kinds: tuple[ChangeKind, ...] = ()
    source: int = 0


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from the version with the base id `old` to that with `new` (修订对照).

    `articles` stand in the order of the new version, dropped ones behind what stood before them.
    """

    old: str
    new: str
    articles: tuple[ArticleChange, ...]
    divisions: tuple[DivisionChange, ...] = ()


# --- links ---------------------------------------------------------------------


@many
@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a link stands; the words of the report and of the article that show it.

    Offsets are into the report's text and the article's text; a pair is 0, 0 where the
    evidence has no place on that side (a citation by number, say).
    """

    what: EvidenceKind
    text: str
    report_start: int
    report_end: int
    article_start: int
    article_end: int


@many
@dataclass(frozen=True, slots=True)
class Link:
    """A passage of a report <-> an article of a base (关联).

    A passage is a run of whole sentences on one subject with one role.  `sure` tells a link that
    is as good as certain (可靠) from one that is likely (可能); `learned` names the decisions of
    the editors, as report and words, that it rests on.
    `shared` is how many reports have the passage, its own among them.
    """

    id: str
    report: str
    start: int
    end: int
    base: str
    article: int
    role: Role
    kind: LinkKind
    score: float
    status: LinkStatus
    evidence: tuple[Evidence, ...]
    sure: bool = True
    learned: tuple[str, ...] = ()
    shared: int = 1


# --- reuse ---------------------------------------------------------------------


@many
@dataclass(frozen=True, slots=True)
class Place:
    """A span of a report's text."""

    report: str
    start: int
    end: int


@many
@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same letters in several reports (雷同), as `text` writes them at the first place.

    The places are in the order of the reports; a report may have several.  `letters` is how many
    it has, marks and blanks not counted.  `common` tells that it is no copying of few: more than
    a few reports have it, or all of it but a few letters.  `near`: the places are the same but
    for changes.
    """

    text: str
    places: tuple[Place, ...]
    letters: int = 0
    common: bool = False
    near: bool = False


@many
@dataclass(frozen=True, slots=True)
class SharedRun:
    """What two reports share that few have, changed here and there or not at all (雷同).

    `same` is how many letters are the same in both and neither a document's nor common.
    `changes` are spans of the text of `one` and those of the `other` that stand for them; one of
    the two may be empty.
    """

    one: Place
    other: Place
    same: int
    changes: tuple[tuple[int, int, int, int], ...] = ()


FEW = 8  # reports up to which a passage is shared; what more have is common
Whose = Literal["document", "common", "shared", "own"]


@many
@dataclass(frozen=True, slots=True)
class ReportShares:
    """Of how many letters the running text of a report is, and whose they are; they add up.

    `document`: words of the documents; `common`: those that more than a few reports have;
    `shared`: those that few have; `own`: the rest.  `marks` tells where they stand in a report
    that shares anything with few: numbers of 32 bits, start, end and whose.
    """

    report: str
    letters: int
    document: int
    common: int
    shared: int
    own: int
    marks: bytes = b""

    @property
    def spans(self) -> tuple[tuple[int, int, Whose], ...]:
        """Spans of the text that are not the report's own, in order, and whose they are."""
        numbers = array("i", self.marks)
        return tuple(
            (start, end, get_args(Whose)[whose])
            for start, end, whose in zip(*[iter(numbers)] * 3, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Reuse:
    """What the reports of a library share with each other beyond the documents (雷同).

    `near` are passages that are the same but for changes, written as at the first place.
    `runs` are what each two reports share, by the order of the reports; `shares` has one for
    each report, in their order.
    """

    near: tuple[SharedPassage, ...] = ()
    runs: tuple[SharedRun, ...] = ()
    shares: tuple[ReportShares, ...] = ()


@many
@dataclass(frozen=True, slots=True)
class SharedLinks:
    """Links of an article, by their ids, that are one passage, and where that passage stands.

    `places` has one for each report that has the passage, linked or not.
    """

    links: tuple[str, ...]
    places: tuple[Place, ...]


# --- derived and curated -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Term:
    """A mechanism, fixed phrase or body (词条) with its aliases and a gloss from the texts."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    gloss: str
    source: str
    related: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must, may or must not do what (责任): drawn from one sentence of the edition.

    `body`, `modal`, `condition` and `action` are words of the article as they stand there.
    `start`..`end` is the whole clause in the article's text and `action_start`..`action_end`
    the words of `action`, the items of its list included; `condition` is what stands before
    the modal (对…的, 发现…的).  `body` is empty where the sentence does not say who.
    `carried` tells that the modal is not repeated in this clause but carried on from
    earlier in the sentence; `body_start`..`body_end` and `modal_start` say where the words
    stand, then and else.  A clause with several bodies is a duty for each, with one `start`.
    `kind`: 应当 and the like are a duty, 可以 and 有权 a right (or power), 不得 a prohibition.
    """

    id: str
    base: str
    article: int
    sentence: str
    body: str
    modal: str
    action: str
    condition: str = ""
    start: int = 0
    end: int = 0
    action_start: int = 0
    action_end: int = 0
    carried: bool = False
    kind: DutyKind = "duty"
    body_start: int = 0
    body_end: int = 0
    modal_start: int = 0


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """An article by its number, and the address of a 款 or 项 in it; empty for the whole."""

    article: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class OwnReference:
    """Words of an article, at `start`..`end` of its text, that name places of its own document.

    `liability` tells that the article says what follows on a breach of them.
    """

    base: str
    article: int
    start: int
    end: int
    places: tuple[CitedPlace, ...]
    liability: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """An authored page of content/pages/: Markdown."""

    name: str
    title: str
    markdown: str


Carried = Literal["zip", "single"]
"""What a site may carry of itself to be taken away: the offline bundle, the single page."""

PageNumber = Literal["— 1 —", "第1页", "第1页 共N页", "1", "无"]
PackFace = Literal["title", "heading", "minor", "body"]
"""小标宋 for titles, 黑体 for headings of the first level, 楷体 for the second, 仿宋 for text."""


@dataclass(frozen=True, slots=True)
class PackStyle:
    """How the editors want packs to look: the form of page numbers, fonts by name, a cover.

    `fonts` are those of some faces; the rest keep what GB/T 9704 asks for.  `traditional` asks
    for the packs of the site in traditional characters as well, `quiz` for a self-test in them.
    """

    page_number: PageNumber = "— 1 —"
    fonts: tuple[tuple[PackFace, str], ...] = ()
    cover: bool = True
    traditional: bool = False
    quiz: bool = False


USUAL_PACKS = PackStyle()


@dataclass(frozen=True, slots=True)
class Library:
    """The knowledge base (知识库), loaded and derived: the one object that outputs read.

    `thesaurus` are groups of wordings in which its reports say one thing; `above` is the hall that
    it is a volume of; `hall` what it knows of volumes of its own.  `earlier` are the earlier
    versions of its bases, collated each by itself; `revisions` what changed between versions.
    `accepted` are findings that the editors have looked at and found to be in order; they are
    none of `findings`.
    """

    name: str
    title: str
    subtitle: str
    language: str
    sources: tuple[Source, ...]
    ledger: tuple[Edit, ...]
    collations: tuple[Collation, ...]
    reports: tuple[Document, ...]
    links: tuple[Link, ...]
    references: tuple[OwnReference, ...]
    duties: tuple[Duty, ...]
    terms: tuple[Term, ...]
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    laws: tuple[Law, ...] = ()
    law_citations: tuple[LawCitation, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    shared_passages: tuple[SharedPassage, ...] = ()
    shared_links: tuple[SharedLinks, ...] = ()
    reuse: Reuse = Reuse()
    packs: PackStyle = USUAL_PACKS
    downloads: tuple[Carried, ...] = ()
    thesaurus: tuple[tuple[str, ...], ...] = ()
    above: Above | None = None
    hall: Hall | None = None
    earlier: tuple[Collation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()

    @property
    def every_collation(self) -> tuple[Collation, ...]:
        """What is in force, then the earlier versions."""
        return (*self.collations, *self.earlier)
