"""What a repository knows of the editors' files: who committed which change of them, and when."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.curated import FILES
from generator.desk.changes import Change
from generator.desk.differences import changed_lines, steps_between, told
from generator.desk.steps import FileStep, key
from generator.errors import ContentError

MOST = 200  # commits that are looked at, the last ones
PATIENCE = 20  # seconds for one command of git
RECORD, FIELD = "\x1e", "\x1f"


@dataclass(frozen=True, slots=True)
class Committed:
    """A change that a commit made to one file, the steps that it comes to, and what names them."""

    change: Change
    steps: tuple[FileStep, ...]
    keys: frozenset[str]


def head(folder: Path) -> str:
    """Return what names the last commit of the repository of a folder; empty where none is."""
    found = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    return found.decode("ascii", "replace").strip() if found else ""


def committed(folder: Path) -> tuple[Committed, ...]:
    """Return the changes that commits made to the editors' files, the last first."""
    form = RECORD + FIELD.join(("%H", "%an", "%aI", "%s")) + FIELD
    asked = ("log", f"-n{MOST}", f"--format={form}", "--name-only", "--no-renames", "--relative")
    log = _git(folder, *asked, "--", *FILES)
    return tuple(_read(folder, (log or b"").decode("utf-8", "replace")))


def _read(folder: Path, log: str) -> Iterator[Committed]:
    rows = []
    for record in log.split(RECORD)[1:]:
        commit, who, at, subject, names = record.split(FIELD)
        rows += [(commit, who, at, subject, name) for name in names.split() if name in FILES]
    texts = _texts(folder, [f"{row[0]}{back}:./{row[4]}" for row in rows for back in ("^", "")])
    for row, old, new in zip(rows, texts[::2], texts[1::2], strict=True):
        yield _committed(*row, old, new)


def _committed(
    commit: str, who: str, at: str, subject: str, file: str, old: str | None, new: str | None
) -> Committed:
    try:
        steps = steps_between(file, old, new)
    except ContentError:  # it could not be read in those days
        steps = ()
    before, after = changed_lines(old, new)
    change = Change(
        id=f"git-{commit[:12]}-{file.partition('.')[0]}",
        at=at,
        who=who,
        files=(file,),
        summary=f"{subject}（{file}：{'新建' if old is None else told(steps)}）",
        before=before,
        after=after,
        reversible=bool(steps) and old is not None,  # a whole file is no decision
    )
    return Committed(change, steps, frozenset(map(key, steps)))


def _texts(folder: Path, names: Sequence[str]) -> list[str | None]:
    """Return the texts of files in commits; None where a file was not there."""
    if not names:
        return []
    # a relative name is read from the folder in which git runs
    out = _git(folder, "cat-file", "--batch", given="".join(f"{each}\n" for each in names)) or b""
    texts: list[str | None] = []
    at = 0
    for _ in names:
        stop = out.find(b"\n", at)
        words = out[at:stop].split(b" ")
        if stop < 0 or words[-1] in (b"missing", b"ambiguous"):
            texts.append(None)
            at = stop + 1
            continue
        size = int(words[-1])
        texts.append(out[stop + 1 : stop + 1 + size].decode("utf-8", "replace"))
        at = stop + 2 + size
    return texts


def _git(folder: Path, *arguments: str, given: str = "") -> bytes | None:
    """Return what git says; None where there is no git, or no repository."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments],
            input=given.encode(),
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
