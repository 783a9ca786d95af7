"""Which version of a document a report means: the one in force at its date, unless it says so.

2017年修正的《办法》第六条, 《办法》（2017年修正）第六条    that of the year
新修订的《办法》第六条                                   the newest adopted by then
原《办法》第六条, 修订前的…, 原第六条                      the one before
《暂行办法》第六条                                       the one that had this title
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from generator.model import Base, Edition
from generator.text.in_force import had_begun, in_force_at

_YEAR = re.compile(
    r"(?P<year>\d{4})年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:由?[^，。；《》\n]{0,12}?)"
    r"(?:修[订正改]|通过|公布|颁布|印发|制定|发布|版)(?:施行|实施|通过|公布)?后?的?$"
)
_YEAR_BEHIND = re.compile(
    r"[（(〔]?(?P<year>\d{4})年?(?:\d{1,2}月(?:\d{1,2}日)?)?[^（）()，。；]{0,12}"
    r"(?:修[订正改]|通过|版|本|公布)[^（）()，。；]{0,4}[）)〕]?"
)
_NEW = re.compile(r"(?:(?:新|最近)修[订正改]的?|修[订正改]后的?|新(?:版|颁布|公布|出台)?的?)$")
_OLD = re.compile(r"(?:(?<![本])原(?:来)?的?|旧版?的?|(?:修[订正改]|修正)(?:以)?前的?)$")
OLD_WORDS = re.compile(r"[旧原]|修[订正改](?:以)?前的?")
_NEAR = 28  # letters before a name that may say which version is meant


@dataclass(frozen=True, slots=True)
class Chain:
    """All versions of a document, oldest first, and a report's date, empty where it has none."""

    versions: tuple[Base, ...]
    date: str = ""

    @property
    def meant(self) -> Base:
        """The version in force at the date: the newest without one."""
        return in_force_at(self.versions, self.date)

    @property
    def adopted(self) -> Base:
        """The newest version that was known at the date."""
        known = [each for each in self.versions if had_begun(each, adopted=True, date=self.date)]
        return known[-1] if known else self.versions[0]

    def named(self, before: str, behind: str, title: str) -> Base | None:
        """Return the version that words around a document's name say; None where they say none."""
        before = before[-_NEAR:]
        year = _YEAR.search(before) or _YEAR_BEHIND.search(title) or _YEAR_BEHIND.match(behind)
        if year:
            of_year = [each for each in self.versions if year["year"] in _years(each)]
            if of_year:
                return of_year[-1]
        if _OLD.search(before):
            at = self.versions.index(self.meant)
            return self.versions[max(0, at - 1)]
        return self.adopted if _NEW.search(before) else None


def _years(version: Base) -> set[str]:
    return {day[:4] for day in (version.adopted, version.published) if day}


Chains = tuple[tuple[Edition, ...], ...]
"""For every base all editions over time, oldest first; only its own where it was not amended."""


def chains_of(editions: Sequence[Edition], earlier: Sequence[Edition]) -> Chains:
    """Return for each base its versions over time."""
    return tuple(
        (*(old for old in earlier if old.base.version_of == each.base.id), each)
        for each in editions
    )


def editions_at(chains: Chains, date: str) -> tuple[Edition, ...]:
    """Return of each document the version in force at a date."""
    found = []
    for chain in chains:
        meant = in_force_at([each.base for each in chain], date)
        found.append(next(each for each in chain if each.base == meant))
    return tuple(found)


def every_choice(chains: Chains) -> tuple[tuple[Edition, ...], ...]:
    """Return every way to take one version of each document, the newest ones first."""
    return tuple(product(*(tuple(reversed(chain)) for chain in chains)))


def chains_at(chains: Chains, date: str) -> Mapping[str, Chain]:
    """Return, by the id of the version in force at a date, all versions of its document."""
    found = {}
    for chain in chains:
        if len(chain) > 1:
            made = Chain(tuple(each.base for each in chain), date)
            found[made.meant.id] = made
    return found
