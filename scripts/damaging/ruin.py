"""What is done to a document: lines in the making, how much damage, and a memory of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

TEXT_DAMAGES = ("splice", "broken", "intruded", "missing", "false article")
LETTER_DAMAGES = ("misread", "misread", "misread", "lost", "doubled")
GRAVE = (*TEXT_DAMAGES, "broken in both", "spliced in both", "misread in both")
HARMLESS = ("glued",)  # the label itself stays


@dataclass
class Line:
    """A line of a witness in the making: which article it belongs to, and its label."""

    text: str
    article: int = 0
    label: str = ""
    glued: bool = False  # stands on the same line as what comes before it
    part: bool = False


@dataclass
class Ruin:
    """What damages have done so far: spots that the other witness must keep, and counts.

    `harmed` tells for every article which text and label damages each witness suffered.
    """

    articles: set[int] = field(default_factory=set)
    labels: set[int] = field(default_factory=set)
    letters: set[tuple[int, int]] = field(default_factory=set)
    parts: bool = False
    title: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    harmed: dict[int, dict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )

    def note(self, kind: str, witness: str, *numbers: int) -> None:
        """Remember a damage that articles suffered in a witness."""
        self.counts[kind] += 1
        for number in numbers if kind not in HARMLESS else ():
            self.harmed[number][witness].add(kind)

    @property
    def in_both(self) -> set[int]:
        """Articles that both witnesses have damaged at the same place, by what was done.

        That is damaged text against damaged text, and lost text against a label that the
        other witness has lost or wrong, or an article that it has out of order: what only
        one witness has, it has without a sound number.
        """
        return {
            number
            for number, by in self.harmed.items()
            if len(by) > 1 and any(kind in GRAVE for kinds in by.values() for kind in kinds)
        }


@dataclass(frozen=True, slots=True)
class Rates:
    """How much damage: shares of articles or letters that suffer each kind."""

    letters: float = 0.004
    structure: float = 0.03
    both: float = 0.0  # share of articles that both witnesses have damaged at one place
    only: frozenset[str] = frozenset()  # kinds of damage to set; empty for all

    def allows(self, kind: str) -> bool:
        """Tell whether a kind of damage is to be set."""
        return not self.only or kind in self.only
