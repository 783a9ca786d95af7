"""An edition with its apparatus -> TEI: witnesses in the header, readings where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lxml import etree

from generator.model import Article, Collation, Edition, Part, Source, Variant
from generator.outputs.shared.xml_text import xml_text
from generator.outputs.tei.apparatus import entry, with_apparatus
from generator.outputs.tei.writing import ID, TEI, append_text, document, origin
from generator.text.nomenclature import division_kind

Place = tuple[str, int]  # ("article", number) or ("part", number)
TITLE_AND_PREAMBLE: Place = ("part", 0)


def tei_edition(collation: Collation, sources: Mapping[str, Source]) -> bytes:
    """Return the edition in UTF-8; `sources` are the files by name.

    The text of an article stands in an ab, an lb for each line feed.  Variants that overlap
    others, or that have no place in the text, follow in a list at the end.
    """
    edition = collation.edition
    sigla = {each.id: f"w{n}" for n, each in enumerate(collation.witnesses, start=1)}
    witnesses = TEI.listWit()
    for each in collation.witnesses:
        description = origin(each.piece, sources[each.piece.file])
        witnesses.append(TEI.witness(*description, **{ID: sigla[each.id], "n": each.id}))
    encoding = TEI.encodingDesc(
        TEI.variantEncoding(method="parallel-segmentation", location="internal")
    )
    text = _Text(collation.apparatus, sigla).element(edition)
    return document(edition.base, "整理本和校勘记", witnesses, encoding, text)


class _Text:
    """Writes the text of one edition, and gathers the variants that find no place in it."""

    def __init__(self, variants: Iterable[Variant], sigla: Mapping[str, str]) -> None:
        self._sigla = sigla
        self._variants: dict[Place, list[Variant]] = defaultdict(list)
        for each in variants:
            if each.article is not None:
                self._variants["article", each.article].append(each)
            else:
                self._variants["part", each.part or 0].append(each)
        self._left: list[tuple[str, Variant]] = []

    def element(self, edition: Edition) -> etree._Element:
        """Return the text element: matter and title in front, divisions, variants left over."""
        front = TEI.front()
        for each in edition.matter:
            front.append(TEI.div(append_text(TEI.ab(), each.text), type=each.kind))
        body = TEI.body()
        if edition.preamble:
            text = "\n".join(edition.preamble)
            body.append(TEI.div(self._ab(TITLE_AND_PREAMBLE, "", text), type="preamble"))
        else:
            self._left.extend(("", each) for each in self._variants[TITLE_AND_PREAMBLE])
        self._divisions(body, edition)
        if not len(body):
            body.append(TEI.ab())
        text = TEI.text(*([front] if len(front) else []), body)
        if self._left:
            text.append(TEI.back(TEI.listApp(*self._entries_left())))
        return text

    def _divisions(self, body: etree._Element, edition: Edition) -> None:
        within = [(0, body)]
        for part in edition.parts:
            while within[-1][0] >= part.depth:
                within.pop()
            element = self._division(edition, part)
            within[-1][1].append(element)
            within.append((part.depth, element))

    def _division(self, edition: Edition, part: Part) -> etree._Element:
        eid = f"{edition.base.id}-part-{part.number}"
        element = TEI.div(type=division_kind(part.label), **{ID: eid})
        if part.label or part.heading:
            element.append(TEI.head(TEI.label(xml_text(part.label)), xml_text(part.heading)))
        place: Place = ("part", part.number)
        if part.paragraphs:
            element.append(self._ab(place, eid, "\n".join(part.paragraphs)))
        else:
            self._left.extend((eid, each) for each in self._variants[place])
        for article in part.articles:
            element.append(self._article(article))
        return element

    def _article(self, article: Article) -> etree._Element:
        text = self._ab(("article", article.number), article.id, article.text)
        label = TEI.head(TEI.label(xml_text(article.label)))
        return TEI.div(label, text, type="条", n=article.address, **{ID: article.id})

    def _ab(self, place: Place, eid: str, text: str) -> etree._Element:
        element = TEI.ab()
        left = with_apparatus(element, text, self._variants[place], self._sigla)
        self._left.extend((eid, each) for each in left)
        return element

    def _entries_left(self) -> Iterable[etree._Element]:
        for eid, variant in self._left:
            app = entry(variant, self._sigla)
            app.set("n", f"{variant.at}-{variant.at_end}")
            if eid:
                app.set("from", f"#{eid}")
            yield app
