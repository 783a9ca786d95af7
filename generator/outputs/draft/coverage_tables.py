"""The plain form of the scorer of links, by which 核稿 tells which articles a draft speaks of.

For each base: `rows`, the letters of its articles with how many are the heading's and, four for
each letter, how surprising it is in official prose behind none to three letters before it; the
letters of paragraphs outside; `terms`, `kin` and `hints`, whose each wording is; `weights` and
`bias` of a weighted sum that says yes above zero.  The weights imitate the links of the command
(scripts/learn_plain_coverage.py); what words tell that are merely akin is left out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from generator.linking.index import base_text
from generator.linking.scoring.sentence_words import telling_of
from generator.linking.scoring.weights import RICH
from generator.linking.term_shares import Indexed, index_hints, index_kin, index_terms
from generator.model import Edition, Term
from generator.text.letters import STOP, letters_of
from generator.text.official_language import ORDER, official_language
from generator.text.simplified import simplified

SCALE = 5  # steps of a nat
FIRST, SKIPPED = 40, 92  # the character of nothing; the backslash is left out
LARGEST = 80
SHORTEST_TITLE = 3


def scorer_tables(
    edition: Edition, terms: Sequence[Term], thesaurus: Sequence[Sequence[str]]
) -> dict[str, Any]:
    """Return what the page weighs sentences against the articles of `edition` by."""
    text = base_text(edition)
    named, kin = index_terms(text, terms), index_kin(text, thesaurus)
    names: dict[str, int] = {}
    letters = [each.folded.letters for each in text.articles]
    wordings = len(named) + len(kin)
    plenty = wordings >= RICH * max(1, len(letters))
    rich = "rich" if plenty else "with terms" if wordings else "without terms"
    titles = {
        simplified(letters_of(each)) for each in (edition.base.title, edition.base.short_title)
    }
    return {
        "rows": [
            (each.folded.letters, each.heading, _codes(each.folded.letters))
            for each in text.articles
        ],
        "scale": SCALE,
        "outside": text.outside,
        "surprise": [_surprise(each) for each in letters],
        "heading": [_surprise(each.folded.letters[: each.heading]) for each in text.articles],
        "terms": _forms(named, names),
        "kin": _forms(kin, names),
        "hints": _forms(index_hints(text, terms), names),
        "names": list(names),
        "titles": sorted((each for each in titles if len(each) >= SHORTEST_TITLE), key=len)[::-1],
        **plain_weights()[rich],
    }


@cache
def plain_weights() -> dict[str, dict[str, Any]]:
    """Return the weights by how much is known of a base's vocabulary."""
    found: dict[str, dict[str, Any]] = json.loads(
        files(__package__).joinpath("plain_weights.json").read_text("utf-8")
    )
    return found


def _codes(letters: str) -> str:
    """Return four characters for each letter: its surprise behind none, one, two, three letters."""
    of_letter = official_language().of_letter
    found = []
    for at, letter in enumerate(letters):
        for before in range(ORDER):
            run = letters[max(0, at - before) : at]
            stopped = letter == STOP or STOP in run or len(run) < before
            value = 0 if stopped else min(LARGEST, round(SCALE * of_letter(letter, run)))
            code = FIRST + value
            found.append(chr(code + (code >= SKIPPED)))
    return "".join(found)


def _surprise(letters: str) -> float:
    """Return how surprising the runs between stops are together."""
    return round(sum(map(official_language().of_run, letters.split(STOP))), 1)


def _forms(indexed: Indexed, names: dict[str, int]) -> list[Any]:
    """Return the wordings with the terms that they speak of: name, own, telling, shares."""
    return [
        (
            form,
            [
                (
                    names.setdefault(one.name, len(names)),
                    int(one.own),
                    round(telling_of(form), 3),
                    [
                        (each.article, round(each.share, 3), int(each.in_heading))
                        for each in one.shares
                    ],
                )
                for one in terms
            ],
        )
        for form, terms in indexed.items()
    ]
