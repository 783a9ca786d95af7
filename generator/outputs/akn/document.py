"""An edition -> an Akoma Ntoso 3.0 document: divisions, articles, matter around the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from generator.model import Base, Edition, Matter, OwnReference, Part
from generator.outputs.akn.article import article_element
from generator.outputs.akn.identification import AKN, MAIN, meta_of
from generator.outputs.shared.xml_text import xml_text
from generator.text.nomenclature import division_kind

DIVISIONS = {
    "编": "book",
    "分编": "subtitle",
    "篇": "title",
    "章": "chapter",
    "节": "section",
    "部分": "part",
}
BEFORE = ("promulgation", "number", "issuer", "date", "note", "addressee", "contents", "annex-list")
AFTER = ("signature", "remark")


def akoma_ntoso(
    edition: Edition, references: Iterable[OwnReference], versions: Sequence[Base] = ()
) -> bytes:
    """Return the document in UTF-8; `references` of other documents are left out.

    `versions` are all of the document over time, oldest first: one work, an expression each.

    Labels stand in num, everything else as it is printed; a 款 of several lines has a p a line.
    """
    own: dict[int, list[OwnReference]] = defaultdict(list)
    for each in references:
        if each.base == edition.base.id:
            own[each.article].append(each)
    numbers = [each.text for each in edition.matter if each.kind == "number"]
    act = AKN.act(
        meta_of(edition.base, MAIN, "".join(numbers[:1]), versions),
        AKN.preface(*_preface(edition)),
        name=edition.base.short_title.strip("《》") or "act",
        contains="singleVersion",
    )
    if edition.preamble:
        act.append(AKN.preamble(*(AKN.p(xml_text(each)) for each in edition.preamble)))
    act.append(AKN.body(*_divisions(edition, own)))
    after = [each for each in edition.matter if each.kind in AFTER]
    if after:
        act.append(AKN.conclusions(*_matter(after)))
    annexes = [each for each in edition.matter if each.kind == "annex"]
    if annexes:
        act.append(AKN.attachments(*_attachments(edition, annexes, versions)))
    document = AKN.akomaNtoso(act)
    _indent(document, "\n")
    text: bytes = etree.tostring(document, xml_declaration=True, encoding="UTF-8")
    return text + b"\n"


def _indent(element: etree._Element, before: str) -> None:
    """Put every element on a line of its own, but those that stand in running text."""
    if not len(element) or element.text or etree.QName(element).localname == "p":
        return
    element.text = f"{before}  "
    for child in element:
        _indent(child, f"{before}  ")
        child.tail = f"{before}  "
    element[-1].tail = before


def _preface(edition: Edition) -> Iterator[etree._Element]:
    title = edition.base.title
    yield AKN.p(AKN.docTitle(xml_text(title)), **{"class": "title"})
    yield from _matter(each for each in edition.matter if each.kind in BEFORE)


def _matter(matter: Iterable[Matter]) -> Iterator[etree._Element]:
    for each in matter:
        for line in filter(None, each.text.split("\n")):
            yield AKN.p(xml_text(line), **{"class": each.kind})


def _divisions(
    edition: Edition, references: dict[int, list[OwnReference]]
) -> Iterator[etree._Element]:
    """Yield the highest divisions, the others inside them."""
    within: list[tuple[int, etree._Element]] = []
    for part in edition.parts:
        element = _division(edition, part, references)
        while within and within[-1][0] >= part.depth:
            within.pop()
        if within:
            within[-1][1].append(element)
        within.append((part.depth, element))
        if len(within) == 1:
            yield element


def _division(
    edition: Edition, part: Part, references: dict[int, list[OwnReference]]
) -> etree._Element:
    articles = {each.number: each for each in edition.articles}
    eid = f"dvs_{part.number}"
    element = AKN(DIVISIONS[division_kind(part.label)], eId=eid)
    if part.label:
        element.append(AKN.num(xml_text(part.label)))
    if part.heading:
        element.append(AKN.heading(xml_text(part.heading)))
    for number, text in enumerate(part.paragraphs, start=1):
        content = AKN.content(AKN.p(xml_text(text)))
        element.append(AKN.paragraph(content, eId=f"{eid}__para_{number}"))
    for article in part.articles:
        own = references.get(article.number, ())
        element.append(article_element(article, own, articles))
    return element


def _attachments(
    edition: Edition, annexes: Sequence[Matter], versions: Sequence[Base]
) -> Iterator[etree._Element]:
    for number, annex in enumerate(annexes, start=1):
        name = f"annex_{number}"
        yield AKN.attachment(
            AKN.doc(
                meta_of(edition.base, name, "", versions),
                AKN.mainBody(*_matter([annex])),
                name="附件",
            ),
            eId=f"att_{number}",
        )
