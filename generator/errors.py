"""The errors that a person who writes content can mend: one clear line, exit status 2."""

from __future__ import annotations


class ContentError(Exception):
    """Bad input: says the file, the line or key, what is wrong and what to do."""

    def __init__(self, where: str, what: str, line: int | None = None) -> None:
        place = f"{where}:{line}" if line is not None else where
        super().__init__(" ".join(f"{place}: {what}".split()))

    @classmethod
    def from_line(cls, line: str) -> ContentError:
        """Return the error that `str` made `line` of (in another process, say)."""
        error = cls("", "")
        error.args = (line,)
        return error
