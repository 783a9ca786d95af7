"""The wording that reports have from the documents they speak of: repeating it is no reuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Edition, Law, Term
from generator.reuse.runs import (
    Codes,
    Flags,
    Positions,
    among,
    codes_of,
    hashes_by_size,
    run_hashes,
)
from generator.text.letters import STOP, letters_of

LEAST = 20  # letters of its own that a shared passage has
QUOTED = 8  # letters in a row from which words of a document are taken from it
SHORTEST_PHRASE = 4  # shorter names are everybody's words


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of documents as hashes: `runs` by length, and `windows` of LEAST letters."""

    runs: tuple[tuple[int, Codes], ...]
    windows: Codes

    def own(self, letters: str, bounds: Positions) -> Flags:
        """Tell which of `letters` are the writer's own: neither quoted nor in a set phrase.

        No words reach across `bounds`, where stretches that do not belong together begin.
        """
        codes = codes_of(letters)
        steps = np.zeros(len(codes) + 1, dtype=np.int64)
        ends = np.append(bounds, len(codes))
        hashes = hashes_by_size(codes, (size for size, _ in self.runs))
        for (size, known), runs in zip(self.runs, hashes, strict=True):
            found = np.flatnonzero(among(runs, known))
            found = found[ends[np.searchsorted(ends, found, side="right")] >= found + size]
            steps[found] += 1
            steps[found + size] -= 1
        own: Flags = np.cumsum(steps[:-1]) == 0
        return own


def wording_of(texts: Iterable[str], phrases: Iterable[str]) -> Wording:
    """Return the wording of the documents with `texts`, and of their titles and set `phrases`."""
    runs: dict[int, list[Codes]] = defaultdict(list)
    windows: list[Codes] = [np.zeros(0, dtype=np.uint64)]
    for text in texts:
        codes = codes_of(_plain(text))
        runs[QUOTED].append(run_hashes(codes, QUOTED))
        windows.append(run_hashes(codes, LEAST))
    for phrase in sorted(set(map(_plain, phrases))):
        if len(phrase) >= SHORTEST_PHRASE:
            size = min(len(phrase), QUOTED)
            runs[size].append(run_hashes(codes_of(phrase), size))
    return Wording(
        tuple((size, np.unique(np.concatenate(found))) for size, found in sorted(runs.items())),
        np.unique(np.concatenate(windows)),
    )


def library_wording(
    editions: Sequence[Edition], laws: Sequence[Law], terms: Sequence[Term]
) -> Wording:
    """Return the wording of the base documents and laws of a library, and of its terms."""
    texts = [text for edition in editions for text in _texts(edition)]
    titles = [
        title
        for edition in editions
        for title in (edition.base.title, edition.base.short_title, *_headings(edition))
    ]
    names = [name for term in terms for name in (term.name, *term.aliases)]
    return wording_of(
        [*texts, *(law.document.piece.text for law in laws)],
        [*titles, *(law.title for law in laws), *names],
    )


def _texts(edition: Edition) -> Iterable[str]:
    yield "\n".join(edition.preamble)
    for part in edition.parts:
        yield "\n".join(part.paragraphs)
        yield from (article.text for article in part.articles)


def _headings(edition: Edition) -> Iterable[str]:
    for part in edition.parts:
        yield part.heading
        yield from (article.heading for article in part.articles)


def _plain(text: str) -> str:
    return letters_of(text).replace(STOP, "")
