"""The page of an article: its text, what is linked with each sentence, and the apparatus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import addresses
from generator.duties.wording import DutyClause, clauses_of
from generator.model import Article, EditionSentence, Link
from generator.outputs.shared.best_passages import MANY, best_and_different
from generator.outputs.shared.pack_contents.regulations import regulations_at
from generator.outputs.shared.pack_contents.selection import articles_have_packs
from generator.outputs.site.views import words
from generator.outputs.site.views.article_history import NO_HISTORY, History, article_history
from generator.outputs.site.views.citing import (
    CitedDocument,
    CitedUnit,
    cited_base,
    cited_forms,
    cited_unit,
)
from generator.outputs.site.views.compare import compare_address
from generator.outputs.site.views.contents import part_address
from generator.outputs.site.views.edition_text import ArticleText, article_text
from generator.outputs.site.views.glossary import Gloss, shown_glosses
from generator.outputs.site.views.hall_article import VolumeLine, article_volumes, best_passages
from generator.outputs.site.views.hall_index import HallIndex
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.passages import Passage, passage_of
from generator.outputs.site.views.references import Cited, cited_by, cites, reference_marks
from generator.outputs.site.views.structured_data import Node, article_data
from generator.outputs.site.views.variants import VariantView, variant_view
from generator.text.nomenclature import ROLES, RoleWord

AT_ONCE = 6
OF_MANY = 12  # passages of a role that come first where an article has more than MANY
IN_PANEL, IN_PANEL_OF_MANY = 12, 6


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """The passages of one role: the first few sure ones, and those that unfold.

    `likely` is how many of the folded ones, where all are there, are no more than likely.
    """

    role: RoleWord
    shown: tuple[Passage, ...]
    folded: tuple[Passage, ...]
    count: int
    likely: int

    @property
    def told(self) -> int:
        """How many of the passages stand on the page."""
        return len(self.shown) + len(self.folded)


@dataclass(frozen=True, slots=True)
class SentencePanel:
    """The passages linked with one sentence; `more` of them are left to the list below."""

    id: str
    opening: str
    count: int
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The article before or after."""

    address: str
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class Step:
    """A division on the way to the article."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the page of an article shows; `few` tells that it shows all its passages."""

    id: str
    base: str
    number: int
    address: str
    few: bool
    base_title: str
    path: tuple[Step, ...]
    label: str
    name: str
    heading: str
    heading_stop: str
    heading_sentence: str
    heading_links: int
    head_address: str
    text: ArticleText
    groups: tuple[RoleGroup, ...]
    panels: tuple[SentencePanel, ...]
    link_count: int
    all_links: str
    full_text: str
    variants: tuple[VariantView, ...]
    duties: tuple[DutyClause, ...]
    data: Node
    cited_by: tuple[Cited, ...]
    cites: tuple[Cited, ...]
    terms: tuple[Gloss, ...]
    regulations: tuple[Gloss, ...]
    witness: str
    source_file: str
    apparatus: str
    pack: tuple[str, str]
    compare: str
    citation: str
    document: CitedDocument
    unit: CitedUnit
    forms: tuple[tuple[str, str, str], ...]
    previous: Neighbour | None
    next: Neighbour | None
    volumes: tuple[VolumeLine, ...] = ()
    all_volumes: int = 0
    history: History = NO_HISTORY


def article_view(index: LibraryIndex, base: str, number: int) -> ArticleView:
    """Return the view of an article."""
    collation = index.editions[base]
    article = index.articles[base, number]
    sentences = index.article_sentences[base, number]
    numbered = [pair for pair in enumerate(collation.apparatus, 1) if pair[1].article == number]
    links = index.told_by_article.get((base, number), ())
    touched = {each.id: sentences_touched(each, sentences) for each in links}
    counts = Counter(sentence for ids in touched.values() for sentence in ids)
    headed = bool(article.heading) and bool(sentences)
    text = article_text(
        article,
        sentences,
        numbered,
        dict(counts),
        reference_marks(index, base, number),
        index.gloss_words,
    )
    heading_id = sentences[0].id if headed else ""
    numbers = [each.number for each in collation.edition.articles]
    at = numbers.index(number)
    document, unit = cited_base(collation.edition), unit_of(index, base, article)
    return ArticleView(
        id=article.id,
        base=base,
        number=number,
        address=article.address,
        few=len(links) <= MANY,
        base_title=collation.edition.base.short_title,
        path=_path(index, base, number),
        label=words.article_label(article),
        name=words.article_name(article),
        heading=article.heading,
        heading_stop=sentences[0].text[len(article.heading) :] if headed else "",
        heading_sentence=heading_id,
        heading_links=counts.get(heading_id, 0),
        head_address=_head_address(text, heading_id),
        text=_without(text, heading_id),
        groups=hall_groups(index.hall, base, number) if index.hall else role_groups(index, links),
        panels=tuple(
            _panel(
                index,
                sentence,
                [each for each in links if sentence.id in touched[each.id]],
                few=len(links) <= MANY,
            )
            for sentence in sentences
            if counts.get(sentence.id)
        ),
        link_count=index.hall.by_article.get((base, number), Counter()).total()
        if index.hall
        else len(links),
        all_links=links_address(base, article),
        full_text=addresses.full_text(base),
        variants=tuple(variant_view(at, each, article.text) for at, each in numbered),
        duties=clauses_of(
            (each for each in index.library.duties if (each.base, each.article) == (base, number)),
            article.text,
        ),
        data=article_data(index, base, number),
        cited_by=cited_by(index, base, number),
        cites=cites(index, base, number),
        terms=_terms(index, article.text),
        regulations=_regulations(index, article.text),
        witness=article.witness,
        source_file=article.source.file,
        apparatus=addresses.apparatus(base),
        pack=_pack(index, base, article),
        compare=compare_address(index, base, number),
        citation=f"{collation.edition.base.title}{words.article_name(article)}",
        document=document,
        unit=unit,
        forms=cited_forms(document, unit),
        previous=_neighbour(index, base, numbers[at - 1]) if at else None,
        next=_neighbour(index, base, numbers[at + 1]) if at + 1 < len(numbers) else None,
        volumes=article_volumes(index.hall, base, article) if index.hall else (),
        all_volumes=len(index.hall.hall.volumes) if index.hall else 0,
        history=article_history(index, base, number),
    )


def _terms(index: LibraryIndex, text: str) -> tuple[Gloss, ...]:
    """Return the glosses of the terms that `text` uses, in their order in the library."""
    return tuple(
        index.term_glosses[term.id]
        for term in index.library.terms
        if term.id in index.term_glosses
        and any(name in text for name in (term.name, *term.aliases))
    )


def _regulations(index: LibraryIndex, text: str) -> tuple[Gloss, ...]:
    """Return the glosses of all regulations that `text` names, in their order there."""
    forms = index.gloss_words.forms
    named = (forms.get(name) for name in regulations_at(text).values())
    return shown_glosses(index.glosses, (each for each in named if each))


def unit_of(index: LibraryIndex, base: str, article: Article) -> CitedUnit:
    """Return how an article of `base` is cited."""
    divisions = index.divisions[base, index.parts[base, article.number].number]
    return cited_unit(article, divisions, restarts=index.editions[base].edition.restarts)


def links_address(base: str, article: Article) -> str:
    """Return the page of all links of an article, made where its own page can't hold them."""
    return f"{addresses.article(base, article).removesuffix('.html')}-links.html"


def sentences_touched(link: Link, sentences: Sequence[EditionSentence]) -> tuple[str, ...]:
    """Return the ids of the sentences that the evidence of `link` points at.

    A link whose evidence has no place in the article belongs to its first sentence.
    """
    places = [each for each in link.evidence if each.article_end > each.article_start]
    found = tuple(
        sentence.id
        for sentence in sentences
        if any(p.article_start < sentence.end and p.article_end > sentence.start for p in places)
    )
    return found or tuple(sentence.id for sentence in sentences[:1])


def role_groups(index: LibraryIndex, links: Sequence[Link]) -> tuple[RoleGroup, ...]:
    """Return the passages by role in the order of the roles; of many the best that differ."""
    groups = []
    for role in ROLES:
        found = [each for each in links if each.role == role.role]
        if not found:
            continue
        kept = surest(found) if len(links) <= MANY else _best(index, found, OF_MANY)
        shown = min(AT_ONCE, sum(each.sure for each in kept))
        passages = tuple(passage_of(index, each) for each in kept)
        likely = sum(not each.sure for each in kept[shown:])
        groups.append(RoleGroup(role, passages[:shown], passages[shown:], len(found), likely))
    return tuple(groups)


def hall_groups(hall: HallIndex, base: str, number: int) -> tuple[RoleGroup, ...]:
    """Return the best passages of all volumes of a hall by role."""
    groups = []
    for role, passages, sure, count in best_passages(hall, base, number):
        shown = min(AT_ONCE, sure)
        likely = len(passages) - sure
        groups.append(RoleGroup(role, passages[:shown], passages[shown:], count, likely))
    return tuple(groups)


def surest(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links in their order, those that are no more than likely behind the others."""
    return tuple(sorted(links, key=lambda each: not each.sure))


def _best(index: LibraryIndex, links: Sequence[Link], most: int) -> tuple[Link, ...]:
    """Return the best that differ; those that are no more than likely where others are few."""
    sure = [each for each in links if each.sure]
    pool = sure if len(sure) >= most else surest(links)
    return surest(best_and_different(pool, most, lambda report: index.reports[report].piece))


def _panel(
    index: LibraryIndex, sentence: EditionSentence, links: Sequence[Link], *, few: bool
) -> SentencePanel:
    shown = links[:IN_PANEL] if few else _best(index, links, IN_PANEL_OF_MANY)
    return SentencePanel(
        f"{sentence.id}-links",
        sentence.text if len(sentence.text) <= 24 else sentence.text[:24] + "…",
        len(links),
        tuple(passage_of(index, each) for each in shown),
        len(links) - len(shown),
    )


def _without(text: ArticleText, sentence: str) -> ArticleText:
    """Return the text without the sentence that stands in the heading already."""
    kept = (
        replace(line, sentences=tuple(each for each in line.sentences if each.id != sentence))
        for line in text.lines
    )
    return replace(text, lines=tuple(line for line in kept if line.sentences))


def _head_address(text: ArticleText, sentence: str) -> str:
    """Return the address of the line that is nothing but the heading; empty where none is."""
    alone = [sentence]
    lines = (each for each in text.lines if [s.id for s in each.sentences] == alone)
    return next((line.address for line in lines), "")


def _path(index: LibraryIndex, base: str, number: int) -> tuple[Step, ...]:
    """Return the divisions that the article lies in, the highest first; none without a name."""
    part = index.parts[base, number]
    return tuple(
        Step(part_address(base, each), title)
        for each in index.divisions[base, part.number]
        if (title := words.part_title(each))
    )


def _pack(index: LibraryIndex, base: str, article: Article) -> tuple[str, str]:
    """Return the address of the article's pack and what it is of; nothing is said of its own.

    An earlier version has none.
    Where articles have none it is that of the division, named where it has a number.
    """
    if base not in index.collations:
        return "", ""
    if articles_have_packs(index.collations[base].edition):
        return addresses.pack(base, article), ""
    top = index.divisions[base, index.parts[base, article.number].number][0]
    return addresses.pack(base, part=top.number), words.part_name(top) or "本部分"


def _neighbour(index: LibraryIndex, base: str, number: int) -> Neighbour:
    article = index.articles[base, number]
    return Neighbour(
        addresses.article(base, article), words.article_label(article), words.short_heading(article)
    )
