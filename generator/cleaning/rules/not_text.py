"""What the editors found to be no part of the text: errata.yml, `cut: true`.

Words that stand exactly once go, and the line that they leave empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.cleaning.ledger import Change
from generator.cleaning.rules.errata import made
from generator.cleaning.settings import CleaningSettings


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the cuts that can be made; the reason is the note."""
    for change in made(text, [each for each in settings.errata if each.cut]):
        first = change.start == 0 or text[change.start - 1] == "\n"
        if first and text[change.end : change.end + 1] == "\n":
            yield replace(change, end=change.end + 1)
        else:
            yield change
