"""Editors' decisions on links, tied to quoted words so that they survive edits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Role


@dataclass(frozen=True, slots=True)
class Decision:
    """Confirm, reject or add the link between the passage that holds `words` and an article."""

    decision: Literal["confirm", "reject", "add"]
    report: str
    words: str
    article: int
    base: str | None
    role: Role | None
    note: str
    line: int
