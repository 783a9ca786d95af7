"""Two editions of one document -> what happened from the one to the other, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.amendment.divisions import compare_divisions
from generator.amendment.matching import Matched, match, out_of_order
from generator.amendment.similarity import plain
from generator.amendment.wording import word_edits
from generator.model import (
    Article,
    ArticleChange,
    ChangeKind,
    Collation,
    DivisionChange,
    Edition,
    Revision,
)


def compare_editions(old: Edition, new: Edition) -> Revision:
    """Return what changed from `old` to `new`; pure, the same for the same texts.

    An article was `moved` when its place among the others changed, or when it stands in a
    division that is neither the counterpart of its own nor split from that.
    """
    before, after = old.articles, new.articles
    found = match([each.text for each in before], [each.text for each in after])
    numbers = {before[one].number: after[other].number for one, other in found.pairs.items()}
    split = {
        after[part].number: before[one].number
        for one, parts in found.split.items()
        for part in parts
    }
    divisions = compare_divisions(old, new, numbers, split)
    moved = out_of_order(found.pairs) | _to_another_division(old, new, found, divisions)
    rows = _Rows(before, after, found, moved).all()
    return Revision(old.base.id, new.base.id, tuple(rows), divisions)


def _to_another_division(
    old: Edition, new: Edition, found: Matched, divisions: Iterable[DivisionChange]
) -> frozenset[int]:
    """Return the old places of articles that stand in a division of another descent."""
    descent: set[tuple[int, int]] = set()
    for each in divisions:
        descent.add((each.old or each.source, each.new))
    named = {part.number for part in (*old.parts,) if part.label or part.heading}
    named_new = {part.number for part in (*new.parts,) if part.label or part.heading}
    homes = [part.number for part in old.parts for _ in part.articles]
    places = [part.number for part in new.parts for _ in part.articles]
    lasting = {each.old for each in divisions if each.old and each.new}
    return frozenset(
        one
        for one, other in found.pairs.items()
        if homes[one] in named & lasting
        and places[other] in named_new
        and (homes[one], places[other]) not in descent
        and any(each.new == places[other] and each.old for each in divisions)
    )


class _Rows:
    """Makes the rows of the comparison in the order of the new version."""

    def __init__(
        self,
        before: Sequence[Article],
        after: Sequence[Article],
        found: Matched,
        moved: frozenset[int],
    ) -> None:
        self._before = before
        self._after = after
        self._found = found
        self._moved = moved
        self._parts = {part for some in found.split.values() for part in some}
        self._joined = {one for some in found.joined.values() for one in some}

    def all(self) -> list[ArticleChange]:
        """Return a row for every article of both versions."""
        of_new = {other: one for one, other in self._found.pairs.items()}
        rows: list[tuple[int, ArticleChange]] = []  # the place in the old version, -1 for none
        for other in range(len(self._after)):
            if other in self._parts:
                continue
            if other not in of_new:
                rows.append((-1, self._row((), (other,), ["added"])))
                continue
            one = of_new[other]
            rows.append((-1 if one in self._moved else one, self._paired(one, other)))
        for one in range(len(self._before)):
            if one not in self._found.pairs and one not in self._joined:
                behind = [at for at, (place, _) in enumerate(rows) if 0 <= place < one]
                dropped = self._row((one,), (), ["dropped"])
                rows.insert(behind[-1] + 1 if behind else 0, (one, dropped))
        return [row for _, row in rows]

    def _paired(self, one: int, other: int) -> ArticleChange:
        split, joined = self._found.split.get(one, ()), self._found.joined.get(other, ())
        olds, news = tuple(sorted((one, *joined))), tuple(sorted((other, *split)))
        kinds: list[ChangeKind] = []
        if split:
            kinds.append("split")
        if joined:
            kinds.append("joined")
        if plain(self._text(self._before, olds)) != plain(self._text(self._after, news)):
            kinds.append("changed")
        labels = {self._label(self._before[at]) for at in olds}
        if labels.isdisjoint(self._label(self._after[at]) for at in news):
            kinds.append("renumbered")
        if one in self._moved:
            kinds.append("moved")
        return self._row(olds, news, kinds)

    def _row(
        self, olds: tuple[int, ...], news: tuple[int, ...], kinds: list[ChangeKind]
    ) -> ArticleChange:
        changed = "changed" in kinds
        old, new = self._text(self._before, olds), self._text(self._after, news)
        return ArticleChange(
            tuple(self._before[at].number for at in olds),
            tuple(self._after[at].number for at in news),
            tuple(kinds),
            word_edits(old, new) if changed else (),
        )

    @staticmethod
    def _text(articles: Sequence[Article], places: Iterable[int]) -> str:
        return "\n".join(articles[at].text for at in places)

    @staticmethod
    def _label(article: Article) -> str:
        return plain(article.label)


def compared(
    editions: Iterable[Edition], earlier: Sequence[Collation]
) -> Iterator[tuple[Edition, Edition]]:
    """Yield which versions are compared: each with the next one, and with the one in force."""
    for edition in editions:
        old = [each.edition for each in earlier if each.edition.base.version_of == edition.base.id]
        chain = [*old, edition]
        for one, other in pairwise(chain):
            yield one, other
            if other is not edition:
                yield one, edition


def counterparts(revision: Revision) -> Mapping[int, tuple[int, ...]]:
    """Return old article -> the articles of the new version in which it lives on."""
    return {one: row.new for row in revision.articles for one in row.old if row.new}
