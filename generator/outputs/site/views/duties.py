"""Who must do what (责任清单), by body."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.duties import by_body
from generator.duties.wording import UNNAMED, DutyClause, clause_of
from generator.model import Duty
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty in the words of its article, and where it stands; `document` is as it is cited."""

    document: str
    clause: DutyClause
    label: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with its duties, in reading order."""

    id: str
    name: str
    duties: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class DutiesView:
    """What the page of duties shows."""

    bodies: tuple[BodyView, ...]
    count: int
    table: str
    register: str


def duties_view(index: LibraryIndex) -> DutiesView:
    """Return the view of the duties, the bodies that have most first, no body last."""
    ordered = sorted(by_body(index.library.duties), key=lambda each: (not each[0], -len(each[1])))
    return DutiesView(
        tuple(
            BodyView(f"body-{number}", body or UNNAMED, tuple(_duty(index, each) for each in found))
            for number, (body, found) in enumerate(ordered, 1)
        ),
        len(index.library.duties),
        addresses.table("duties"),
        addresses.table("register"),
    )


def _duty(index: LibraryIndex, duty: Duty) -> DutyLine:
    article = index.articles.get((duty.base, duty.article))
    page = addresses.article(duty.base, article) if article else addresses.full_text(duty.base)
    return DutyLine(
        index.collations[duty.base].edition.base.short_title,
        clause_of(duty, article.text if article else ""),
        words.article_label(article) if article else "",
        words.article_name(article) if article else "条文之外",
        f"{page}#{duty.sentence}",
    )
