"""The texts of the editors' files by name, None where there is no file, and steps on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from generator.desk.steps import FileStep, done, with_old

Texts: TypeAlias = "dict[str, str | None]"


def after_steps(texts: Texts, steps: Sequence[FileStep]) -> Texts:
    """Return the texts after some steps."""
    return after_noting(texts, steps)[0]


def after_noting(texts: Texts, steps: Sequence[FileStep]) -> tuple[Texts, tuple[FileStep, ...]]:
    """Return the texts after some steps, and the steps with what they find in their place."""
    after, noted = dict(texts), []
    for step in steps:
        noted.append(with_old(after[step.file], step))
        after[step.file] = done(after[step.file], step)
    return after, tuple(noted)


def some_of(texts: Texts, files: Sequence[str]) -> Texts:
    """Return those of the texts."""
    return {file: texts[file] for file in files}
