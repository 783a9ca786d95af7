"""Each 第X条, 款 and 项 that a draft cites: is it there, and do the words stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator import addresses
from generator.draft.report import CitedProvision, Quotation
from generator.linking import Citation, citations, numbering_of
from generator.model import Article, Edition, Provision
from generator.text.nomenclature import article_name
from generator.text.numerals import numeral_text
from generator.text.provisions import provision_name, provisions

SENTENCE_END = re.compile("[。！？!?；;\n]")
REACH = 40  # letters between a citation and the words said to stand there


def find_citations(
    text: str, editions: Sequence[Edition], quotations: Sequence[Quotation]
) -> tuple[CitedProvision, ...]:
    """Return the citations of provisions of `editions` in a draft, in order."""
    bases = [each.base for each in editions]
    numberings = {each.base.id: numbering_of(each) for each in editions}
    by_id = {each.base.id: each for each in editions}
    found = citations(text, bases, numberings)
    return tuple(
        _cited(text, each, by_id[each.base], quotations)
        for each in found
        if by_id[each.base].articles
    )


def _cited(
    text: str, cited: Citation, edition: Edition, quotations: Sequence[Quotation]
) -> CitedProvision:
    base = edition.base.id
    short = edition.base.short_title or edition.base.title
    article = next((each for each in edition.articles if each.number == cited.article), None)
    if article is None:
        name = f"{short}第{numeral_text(cited.path[-1])}条" if cited.path else short
        at = _quotation(text, cited, quotations)
        return CitedProvision(cited.start, cited.end, base, 0, name, "", False, at)
    named = bool(cited.paragraph or cited.item)
    unit = provision_of(article, cited.paragraph or 0, cited.item or 0) if named else None
    name = f"{short}{article_name(article.label)}"
    if named:
        name += _said(cited.paragraph or 0, cited.item or 0)
    page = addresses.article(base, article)
    at = _quotation(text, cited, quotations)
    stands = at is not None and _stands(quotations[at], base, article, unit)
    return CitedProvision(
        *(cited.start, cited.end, base, article.number, name, page),
        not named or unit is not None,
        at,
        stands,
    )


def _said(paragraph: int, item: int) -> str:
    if not item:
        return f"第{numeral_text(paragraph)}款"
    return provision_name(f"k{paragraph}x{item}") if paragraph else f"第（{numeral_text(item)}）项"


def provision_of(article: Article, paragraph: int, item: int) -> Provision | None:
    """Return the 款 or 项 of an article; an 项 without its 款 is the first one of that number."""
    for each in provisions(article.text):
        steps = re.fullmatch(r"k(\d+)(?:x(\d+))?", each.address)
        if steps is None:
            continue
        found = int(steps[1]), int(steps[2] or 0)
        if found == (paragraph, item) or (item and not paragraph and found[1] == item):
            return each
    return None


def _quotation(text: str, cited: Citation, quotations: Sequence[Quotation]) -> int | None:
    """Return the quotation in the sentence of a citation: behind it, or right before it."""
    behind = before = None
    for at, each in enumerate(quotations):
        if each.start >= cited.end and behind is None:
            between = text[cited.end : each.start]
            if len(between) <= REACH and not SENTENCE_END.search(between):
                behind = at
        if each.end <= cited.start:
            between = text[each.end : cited.start]
            if re.fullmatch("[”」』。；]{0,3}[（(](?:见|引自|参见|载)?[^（）()。]{0,24}", between):
                before = at
    return before if before is not None else behind


def _stands(quotation: Quotation, base: str, article: Article, unit: Provision | None) -> bool:
    """Tell whether the words of a quotation stand in the article, and in the 款 or 项 cited."""
    return any(
        place.base == base
        and place.article == article.number
        and (unit is None or (unit.start <= place.start and place.end <= unit.end))
        for place in quotation.places
    )


def articles_of(editions: Sequence[Edition]) -> Iterator[tuple[Edition, Article]]:
    """Yield every article with its edition, in reading order."""
    for edition in editions:
        for article in edition.articles:
            yield edition, article
