"""What a reader of the exported ledger can do: take the edits back."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Edit


def undo(text: str, edits: Sequence[Edit]) -> str:
    """Return the source that `edits` turned into `text` (all of its pieces, joined).

    Needs only what the exported ledger holds: where each edit stood, its before and after.
    """
    parts: list[str] = []
    at = 0  # in `text`
    shift = 0  # offset in `text` minus offset in the source
    for edit in edits:
        start = edit.start + shift
        parts += [text[at:start], edit.before]
        at = start + len(edit.after)
        shift += len(edit.after) - len(edit.before)
    parts.append(text[at:])
    return "".join(parts)
