"""How the articles of a base are numbered, and which of them a named provision is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Edition
from generator.text.provision_lists import Target


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the articles of a base are cited: their numbers by path (see Article in the model)."""

    articles: Mapping[tuple[int, ...], int]
    restarts: bool = False


def numbering_of(edition: Edition) -> Numbering:
    """Return how the articles of `edition` are cited."""
    return Numbering(
        {article.path or (article.number,): article.number for article in edition.articles},
        edition.restarts,
    )


def path_of(target: Target, numbering: Numbering | None) -> tuple[tuple[int, ...], int]:
    """Return the numbers of the article that `target` names, and the 项 inside it.

    Where numbers begin anew in every division, 第二部分第（一）条 and 第二条第（一）项 are the
    first article of the second division; a number without its division names none.
    """
    if numbering is None or not numbering.restarts:
        own = (target.article, target.branch) if target.branch else (target.article,)
        return (own if target.article else ()), target.item
    if target.divisions:
        own_number = target.article or target.item
        inside = target.item if target.article else 0
        return ((target.divisions[-1][1], own_number) if own_number else ()), inside
    if target.article and target.item:
        return (target.article, target.item), 0
    return (), 0
