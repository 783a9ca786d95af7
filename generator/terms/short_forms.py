"""Short forms of a name in the reports: 安全生产责任保险 -> 安责险."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from generator.terms.language import Language
from generator.terms.phrases import Passage, Phrase, Spot
from generator.terms.words import Run

LEAST, MOST = 3, 4  # letters
NAME = 5  # letters of what is shortened, at least
PLACES = 2  # in the reports, at least


def short_forms(
    names: Iterable[Phrase], passages: Iterable[Passage], language: Language
) -> dict[str, tuple[tuple[str, tuple[Spot, ...]], ...]]:
    """Return name -> its short forms, each with its places in the reports.

    A short form has the first letters of the name's words in their order, the first of all, and
    ends with the name's last letter or the first of its last word.  No word of the language is one.
    """
    by_first: dict[str, list[Phrase]] = defaultdict(list)
    for name in names:
        if len(name.words) > 2 and len(name.text) >= NAME:
            by_first[name.text[0]].append(name)
    places: dict[str, list[Spot]] = defaultdict(list)
    for passage in passages:
        for text in _possible(passage.runs, by_first.keys() - language.parting):
            if text not in language.probabilities:
                places[text].append(passage.spot)
    return _of_names(by_first, places)


def _possible(runs: Iterable[Run], firsts: Container[str]) -> Iterator[str]:
    for run in runs:
        for start, word in enumerate(run.words):
            if word[0] in firsts:
                text = ""
                for following in run.words[start : start + MOST]:
                    text += following
                    if len(text) > MOST:
                        break
                    if len(text) >= LEAST:
                        yield text


def _of_names(
    by_first: Mapping[str, Sequence[Phrase]], places: Mapping[str, Sequence[Spot]]
) -> dict[str, tuple[tuple[str, tuple[Spot, ...]], ...]]:
    found: dict[str, list[tuple[str, tuple[Spot, ...]]]] = defaultdict(list)
    for text, spots in sorted(places.items()):
        if len(spots) >= PLACES:
            for name in by_first[text[0]]:
                if is_short_form(text, name.words):
                    found[name.text].append((text, tuple(spots)))
    return {name: tuple(forms) for name, forms in found.items()}


def is_short_form(text: str, words: Sequence[str]) -> bool:
    """Tell whether `text` is made of first letters of `words`, and the last of them all."""
    whole = "".join(words)
    if text in whole or text[0] != words[0][0] or len(whole) < len(text) + 2:
        return False
    at = 1
    for letter in text[1:-1]:
        while at < len(words) and words[at][0] != letter:
            at += 1
        if at == len(words):
            return False
        at += 1
    return text[-1] == whole[-1] or (at < len(words) and text[-1] == words[-1][0])
