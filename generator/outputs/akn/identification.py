"""What an Akoma Ntoso document says of itself: work, expression, manifestation, dates, issuer.

Akoma Ntoso Version 1.0, Part 1 and Naming Convention Version 1.0 (OASIS standards, 2018 and 2019).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from lxml.builder import ElementMaker

from generator.model import Base

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
LANGUAGE = "zho"
MAIN = "main"
UNKNOWN = "0001-01-01"  # a date is asked for; what the library does not know is so dated
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
EVENTS = (("adopted", "通过"), ("published", "公布"), ("effective", "施行"))


def meta_of(
    base: Base, component: str, number: str = "", versions: Sequence[Base] = ()
) -> etree._Element:
    """Return the meta of a document or, named by `component`, of one of its attachments.

    `number` is the document's number as printed (文号).  What is referred to stands once, in the
    meta of the main document.

    Of `versions` over time the first gives the work its date; each is an expression with its own.
    """
    dates = _dates(base)
    day, event = dates[0] if dates else (UNKNOWN, "不明")
    first = _dates(versions[0])[:1] if versions else []
    made, making = first[0] if first else (day, event)
    work = f"/akn/cn/act/{made}/{base.version_of or base.id}"
    expression = f"{work}/{LANGUAGE}@{dates[-1][0] if dates else ''}"
    identification = AKN.identification(
        AKN.FRBRWork(
            *_core(f"{work}/!{component}", work, made, making, base.title),
            AKN.FRBRcountry(value="cn"),
            *([AKN.FRBRnumber(value=number)] if number else []),
        ),
        AKN.FRBRExpression(
            *_core(f"{expression}/!{component}", expression, day, event),
            AKN.FRBRlanguage(language=LANGUAGE),
        ),
        AKN.FRBRManifestation(
            *_core(f"{expression}/!{component}.xml", f"{expression}.akn", day, event),
            AKN.FRBRformat(value="application/akn+xml"),
        ),
        source="#edition",
    )
    meta = AKN.meta(identification)
    published = [each for each, name in dates if name == "公布"]
    if published:
        meta.append(AKN.publication(date=published[0], name="公布", showAs="公布"))
    if component != MAIN:
        return meta
    if len(versions) > 1:
        meta.append(_lifecycle(versions))
    meta.append(
        AKN.references(
            AKN.TLCOrganization(
                eId="issuer", href=f"/akn/ontology/organization/cn/{base.id}", showAs=base.issuer
            ),
            AKN.TLCObject(eId="edition", href="/akn/ontology/object/cn/edition", showAs="整理本"),
            source="#edition",
        )
    )
    return meta


def _lifecycle(versions: Sequence[Base]) -> etree._Element:
    """Return when the document was made and when it was amended, as far as days are known."""
    events = [
        AKN.eventRef(
            date=dates[0][0],
            type="amendment" if at else "generation",
            source="#edition",
            eId=f"lifecycle_{each.version}",
        )
        for at, each in enumerate(versions)
        if (dates := _dates(each))
    ]
    return AKN.lifecycle(*events, source="#edition")


def _dates(base: Base) -> Sequence[tuple[str, str]]:
    """Return the whole dates that are known, in their order, each with what happened."""
    known = ((getattr(base, name), word) for name, word in EVENTS)
    return sorted((day, word) for day, word in known if DAY.fullmatch(day))


def _core(this: str, uri: str, day: str, event: str, title: str = "") -> list[etree._Element]:
    return [
        AKN.FRBRthis(value=this),
        AKN.FRBRuri(value=uri),
        *([AKN.FRBRalias(value=title, name="title")] if title else []),
        AKN.FRBRdate(date=day, name=event),
        AKN.FRBRauthor(href="#issuer"),
    ]
