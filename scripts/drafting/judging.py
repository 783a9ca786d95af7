"""How much of what was planted in a draft a check has found, and what it has found besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scripts.drafting.making import MadeDraft, Planted, PlantedCitation, letters

MOSTLY = 0.8  # of a planted quotation, what a found one has of it


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A quotation as a check tells it; `restored` is the words with the changes taken back."""

    start: int
    end: int
    verdict: str
    articles: frozenset[int]
    restored: str


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation as a check tells it; `article` is 0 for one that is not there."""

    start: int
    end: int
    article: int
    exists: bool


@dataclass(frozen=True, slots=True)
class FoundDraft:
    """What a check says of a draft: shares in letters."""

    quotations: tuple[FoundQuotation, ...]
    citations: tuple[FoundCitation, ...]
    document: int
    shared: int
    own: int


@dataclass(slots=True)
class Score:
    """Counts over many drafts."""

    planted: Counter[str] = field(default_factory=Counter)
    recalled: Counter[str] = field(default_factory=Counter)
    restored: Counter[str] = field(default_factory=Counter)
    found: int = 0
    right: int = 0
    cited: int = 0
    cited_recalled: int = 0
    cited_found: int = 0
    cited_right: int = 0
    off: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, made: MadeDraft, found: FoundDraft, name: str) -> None:
        """Count one draft."""
        self._quotations(made, found, name)
        self._citations(made, found, name)
        total = made.document + made.shared + made.own
        for truth, said in (
            (made.document, found.document),
            (made.shared, found.shared),
            (made.own, found.own),
        ):
            self.off.append(100 * abs(truth - said) / total)
        if self.off[-2] > 2:
            self.misses.append(
                f"{name} shared {made.shared / total:.3f} {found.shared / total:.3f}"
            )

    def _quotations(self, made: MadeDraft, found: FoundDraft, name: str) -> None:
        for planted in made.quotations:
            kind = f"{planted.how} {'marked' if planted.marked else 'plain'}"
            self.planted[kind] += 1
            hits = [each for each in found.quotations if _is_of(each, planted)]
            if hits:
                self.recalled[kind] += 1
                self.restored[kind] += any(
                    letters(each.restored) == letters(planted.original) for each in hits
                )
            else:
                there = [each for each in found.quotations if _overlap(each, planted)]
                words = made.text[planted.start : planted.end]
                self.misses.append(f"{name} missed {kind}: {words} / {planted.original} -> {there}")
        for each in found.quotations:
            self.found += 1
            if any(_agrees(each, planted) for planted in made.quotations):
                self.right += 1
            else:
                self.misses.append(
                    f"{name} false {each.verdict}: {made.text[each.start : each.end]}"
                )

    def _citations(self, made: MadeDraft, found: FoundDraft, name: str) -> None:
        for planted in made.citations:
            for article in planted.articles:
                self.cited += 1
                hit = any(_cites(each, planted, article) for each in found.citations)
                self.cited_recalled += hit
                if not hit:
                    around = made.text[max(0, planted.start - 12) : planted.end + 6]
                    self.misses.append(f"{name} not cited {article}: {around}")
        for each in found.citations:
            if any(q.start <= each.start and each.end <= q.end for q in made.quotations):
                continue  # the words quoted cite by themselves
            self.cited_found += 1
            right = any(
                _cites(each, planted, article)
                for planted in made.citations
                for article in planted.articles
            )
            self.cited_right += right
            if not right:
                self.misses.append(
                    f"{name} false citation: {made.text[each.start - 12 : each.end]}"
                )

    def rows(self) -> Iterable[str]:
        """Yield the figures, a line each."""
        planted, recalled = sum(self.planted.values()), sum(self.recalled.values())
        altered = [kind for kind in self.planted if kind.split()[0] in ("letters", "swapped")]
        yield f"quotations {planted}: recall {recalled / max(1, planted):.4f}"
        yield f"quotations found {self.found}: precision {self.right / max(1, self.found):.4f}"
        restored = sum(self.restored[kind] for kind in altered)
        known = max(1, sum(self.recalled[kind] for kind in altered))
        yield f"altered, letters right: {restored / known:.4f}"
        yield f"citations {self.cited}: recall {self.cited_recalled / max(1, self.cited):.4f}"
        right = self.cited_right / max(1, self.cited_found)
        yield f"citations found {self.cited_found}: precision {right:.4f}"
        within = sum(each <= 2 for each in self.off) / max(1, len(self.off))
        mean = sum(self.off) / max(1, len(self.off))
        most = max(self.off, default=0)
        yield f"shares off: mean {mean:.2f}, most {most:.2f}, within two {within:.4f}"
        for kind in sorted(self.planted):
            if self.recalled[kind] < self.planted[kind]:
                yield f"  {kind}: {self.recalled[kind]} of {self.planted[kind]}"

    @property
    def quotations(self) -> tuple[float, float]:
        """Precision and recall of quotations."""
        planted = max(1, sum(self.planted.values()))
        return self.right / max(1, self.found), sum(self.recalled.values()) / planted


def _overlap(found: FoundQuotation, planted: Planted) -> int:
    return max(0, min(found.end, planted.end) - max(found.start, planted.start))


def _agrees(found: FoundQuotation, planted: Planted) -> bool:
    same = found.verdict == planted.verdict
    place = not planted.articles or bool(found.articles & planted.articles)
    return same and place and _overlap(found, planted) >= MOSTLY * (found.end - found.start)


def _is_of(found: FoundQuotation, planted: Planted) -> bool:
    enough = _overlap(found, planted) >= MOSTLY * (planted.end - planted.start)
    return enough and _agrees(found, planted)


def _cites(found: FoundCitation, planted: PlantedCitation, article: int) -> bool:
    over = min(found.end, planted.end) > max(found.start, planted.start)
    return over and found.exists == planted.exists and found.article == article


def restored(text: str, start: int, end: int, changes: Sequence[tuple[int, int, str]]) -> str:
    """Return text[start:end] with what stands there in the place of each change."""
    words, at = "", start
    for first, last, original in sorted(changes):
        words += text[at:first] + original
        at = max(at, last)
    return words + text[at:end]
