"""An article as Akoma Ntoso: 款 are paragraphs, 项 points, 目 indents, references are refs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from generator.model import Article, OwnReference, Provision
from generator.outputs.akn.identification import AKN
from generator.outputs.shared.xml_text import xml_text
from generator.text.provisions import provisions

LEVELS = {"k": ("paragraph", "para"), "x": ("point", "point"), "m": ("indent", "indent")}
STEP = re.compile(r"([kxm])(\d+)")


def article_eid(article: Article) -> str:
    """Return the identifier of an article: art_5, art_2-1."""
    return f"art_{article.address}"


def provision_eid(article: Article, address: str) -> str:
    """Return the identifier of the 款, 项 or 目 at `address` (k2x3) of an article."""
    steps = (f"{LEVELS[kind][1]}_{number}" for kind, number in STEP.findall(address))
    return "__".join((article_eid(article), *steps))


def article_element(
    article: Article, references: Iterable[OwnReference], articles: Mapping[int, Article]
) -> etree._Element:
    """Return the article; `references` are its own, `articles` those of the document by number."""
    writer = _Writer(article, tuple(references), articles)
    units = provisions(article.text)
    return AKN.article(
        AKN.num(xml_text(article.label)), *writer.elements(units), eId=article_eid(article)
    )


class _Writer:
    """Writes the provisions of one article."""

    def __init__(
        self,
        article: Article,
        references: tuple[OwnReference, ...],
        articles: Mapping[int, Article],
    ) -> None:
        self._article = article
        self._references = references
        self._articles = articles

    def elements(self, units: Sequence[Provision]) -> Iterator[etree._Element]:
        """Yield the provisions of the highest level among `units`, the others inside them."""
        at = 0
        while at < len(units):
            below = at + 1
            while below < len(units) and units[below].address.startswith(units[at].address):
                below += 1
            yield self._element(units[at], units[at + 1 : below])
            at = below

    def _element(self, unit: Provision, inside: Sequence[Provision]) -> etree._Element:
        level = STEP.findall(unit.address)[-1][0]
        element = AKN(LEVELS[level][0], eId=provision_eid(self._article, unit.address))
        if unit.label:
            element.append(AKN.num(xml_text(unit.label)))
        start = unit.start + len(unit.label)
        if not inside:
            element.append(AKN.content(*self._lines(start, unit.end)))
            return element
        if start < inside[0].start:
            element.append(AKN.intro(*self._lines(start, inside[0].start)))
        element.extend(self.elements(inside))
        if inside[-1].end < unit.end:
            element.append(AKN.wrapUp(*self._lines(inside[-1].end, unit.end)))
        return element

    def _lines(self, start: int, end: int) -> Iterator[etree._Element]:
        """Yield the text from `start` to `end`, a p a line."""
        for line in re.finditer(r"[^\n]+", self._article.text[start:end]):
            yield self._line(start + line.start(), start + line.end())

    def _line(self, start: int, end: int) -> etree._Element:
        text = self._article.text
        line = AKN.p()
        at = start
        for each in self._references:
            if at <= each.start and each.end <= end and each.places:
                place = each.places[0]
                href = f"#{provision_eid(self._articles[place.article], place.address)}"
                _append(line, text[at : each.start])
                line.append(AKN.ref(xml_text(text[each.start : each.end]), href=href))
                at = each.end
        _append(line, text[at:end])
        return line


def _append(element: etree._Element, text: str) -> None:
    """Append `text` to what stands in `element`."""
    if len(element):
        element[-1].tail = xml_text((element[-1].tail or "") + text)
    else:
        element.text = xml_text((element.text or "") + text)
