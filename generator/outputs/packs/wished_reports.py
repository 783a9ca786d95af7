"""Which reports a person means: by id, or by what they state (place, year, kind, issuer)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.errors import ContentError
from generator.model import Library
from generator.outputs.shared.coverage_turns import UNSTATED as UNSTATED_WORDS
from generator.outputs.shared.coverage_turns import YEAR, Fact
from generator.outputs.shared.stated_choices import CHOSEN_BY

NAMED = 12  # values that are named where one is not known


def option_of(fact: Fact) -> str:
    """Return the option that chooses reports by `fact`: --of-place."""
    return f"--of-{fact.name}"


def reports_wished(
    library: Library, ids: Sequence[str], wished: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], str]:
    """Return the ids of the reports that are meant, and how the choice is told to readers.

    `ids` are reports by name.  `wished` has for each fact, by name, the values of which a report
    must state one; 未写明 stands for reports that state none.  Nothing wished is all reports: no
    ids and no words.  ContentError says what is not there.
    """
    pieces = [report.piece for report in library.reports]
    known = {piece.id for piece in pieces}
    for report in ids:
        if report not in known:
            raise ContentError("--report", f"没有“{report}”；有：{'、'.join(sorted(known))}")
    kept = [piece for piece in pieces if not ids or piece.id in ids]
    told = []
    for fact in CHOSEN_BY:
        values = [_value(fact, each) for each in wished.get(fact.name, ())]
        for value in values:
            _check(fact, value, {fact.of(piece) for piece in pieces})
        if values:
            kept = [piece for piece in kept if fact.of(piece) in values]
            told.append("、".join(_shown(fact, each) for each in values))
    if not kept and told:
        raise ContentError(
            "、".join(option_of(fact) for fact in CHOSEN_BY if wished.get(fact.name)),
            "没有合这些条件的报告",
        )
    chosen = tuple(sorted(piece.id for piece in kept)) if ids or told else ()
    return chosen, f"只收{'，'.join(told)}的报告，共{len(chosen)}篇。" if told else ""


def _value(fact: Fact, word: str) -> str:
    """Return what reports state that a person calls `word`: 2022年 is 2022."""
    word = word.strip()
    if word == UNSTATED_WORDS:
        return ""
    return word.removesuffix("年") if fact == YEAR else word


def _shown(fact: Fact, value: str) -> str:
    if not value:
        return f"{UNSTATED_WORDS}{fact.title}"
    return f"{value}年" if fact == YEAR else value


def _check(fact: Fact, value: str, known: set[str]) -> None:
    if value in known:
        return
    stated = sorted(each for each in known if each)
    named = "、".join(stated[:NAMED]) + ("等" if len(stated) > NAMED else "")
    there = f"有：{named}" if stated else f"报告都没有写明{fact.title}"
    raise ContentError(option_of(fact), f"没有“{value or UNSTATED_WORDS}”；{there}")
