"""What a check finds: a place in the piece's text and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful place; offsets into the piece's text, `message` for the editor.

    `details` are words that the message names, see Finding.
    """

    start: int
    end: int
    message: str
    details: tuple[str, ...] = ()
