"""The cleaning rules, one file each, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.cleaning.ledger import Change
from generator.cleaning.rules import line_ends, paywall_markers
from generator.cleaning.settings import CleaningSettings

Find = Callable[[str, CleaningSettings], Iterable[Change]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule: its code, its name for readers, and what finds its changes."""

    code: str
    name: str
    find: Find


RULES: tuple[Rule, ...] = (
    Rule("C-001", "行尾统一", line_ends.find),
    Rule("C-002", "付费标记", paywall_markers.find),
)
