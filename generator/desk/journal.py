"""The journal of a desk: every change and undoing as a line, and where another hand came between.

An epoch of a file begins with its text as it was found, and holds what the desks have done to it
since; so the text without one of these changes is made by doing the others once more.  It begins
anew when somebody else has saved the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.desk.changes import Change, as_json
from generator.desk.steps import FileStep, as_data, done, from_data, stands
from generator.errors import ContentError

LISTS = ("files", "before", "after")


def journal_of(cache: Path, content: Path) -> Path:
    """Return where the journal of a content folder is, in the folder of the cache."""
    place = sha256(str(content.resolve()).encode()).hexdigest()
    return cache / f"desk-{place[:16]}.jsonl"


@dataclass
class Epoch:
    """The text of a file as it was found, and what was done since: id and steps of each."""

    text: str | None
    digest: str
    done: list[tuple[str, tuple[FileStep, ...]]] = field(default_factory=list)

    def without(self, names: Sequence[str]) -> str | None:
        """Return the text with all that was done since it was found, but for some changes."""
        text = self.text
        for name, steps in self.done:
            for step in () if name in names else steps:
                text = done(text, step)
        return text


class Journal:
    """What the desks of a content folder have done; several may write into one journal.

    `changes` and `steps` are by the id of the change, `epochs` by file; `lost` are the changes
    that another hand has saved over.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._forget()

    def _forget(self) -> None:
        self._read = 0
        self.changes: dict[str, Change] = {}
        self.steps: dict[str, tuple[FileStep, ...]] = {}
        self.epochs: dict[str, Epoch] = {}
        self.lost: set[str] = set()

    def follow(self) -> None:
        """Read what was written since; a journal that was deleted begins anew."""
        try:
            size = self._path.stat().st_size if self._path.exists() else 0
            if size < self._read:
                self._forget()
            if size == self._read:
                return
            with self._path.open("rb") as file:
                file.seek(self._read)
                rows = file.read()
        except OSError as error:
            raise ContentError(str(self._path), f"读不出来（{error.strerror}）") from error
        whole = rows[: rows.rfind(b"\n") + 1]
        self._read += len(whole)
        try:
            for row in whole.splitlines():
                self._take(json.loads(row))
        except (ValueError, KeyError, TypeError) as error:
            raise ContentError(str(self._path), "记录坏了；请删去这个文件再来") from error

    def left(self, file: str) -> str | None:
        """Return the text of a file as the desks have left it."""
        return self.epochs[file].without(())

    def found(self, file: str, text: str | None) -> None:
        """Note the text of a file that another hand has left, and what was lost by that."""
        lost = self._lost_by(file, text) if file in self.epochs else []
        self._write({"found": file, "text": text, "lost": lost})

    def note_by_hand(self, change: Change, steps: Sequence[FileStep]) -> None:
        """Note what another hand has done to a file."""
        row: dict[str, object] = {"by hand": as_json(change)}
        self._write(row | {"steps": [as_data(each) for each in steps]})

    def note(
        self, change: Change, steps: Sequence[FileStep], after: Mapping[str, str | None]
    ) -> None:
        """Note a change that was made, and the text that each of its files now has."""
        row = {"change": as_json(change), "steps": [as_data(each) for each in steps]}
        self._write(row | {"digests": _digests(after)})

    def note_undone(
        self, names: Sequence[str], steps: Sequence[FileStep], after: Mapping[str, str | None]
    ) -> None:
        """Note that changes were taken back: by those steps, or by doing all but them anew."""
        row = {"undo": list(names), "steps": [as_data(each) for each in steps]}
        self._write(row | {"digests": _digests(after)})

    def note_again(self, name: str, after: Mapping[str, str | None]) -> None:
        """Note that a change was made once more."""
        self._write({"again": name, "digests": _digests(after)})

    def is_known(self, file: str, text: str | None) -> bool:
        """Tell whether a file is as the desks have left it."""
        epoch = self.epochs.get(file)
        return epoch is not None and epoch.digest == digest(text)

    def in_epoch(self, name: str) -> bool:
        """Tell whether a change was made since its files were found as they began."""
        files = {step.file for step in self.steps[name]}
        return all(
            file in self.epochs and any(each == name for each, _ in self.epochs[file].done)
            for file in files
        )

    def _lost_by(self, file: str, text: str | None) -> list[str]:
        """Return the changes that stood in a file as the desks left it and stand no more."""
        left = self.left(file)
        lost = []
        for name, change in self.changes.items():
            steps = [step for step in self.steps[name] if step.file == file]
            if change.undone or name in self.lost or not steps:
                continue
            if all(stands(left, step) for step in steps) and not all(
                stands(text, step) for step in steps
            ):
                lost.append(name)
        return lost

    def _write(self, row: Mapping[str, object]) -> None:
        self.follow()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("r+b" if self._path.exists() else "wb") as file:
                file.seek(self._read)
                file.truncate()  # half a row, of a process that was killed
                file.write(json.dumps(row, ensure_ascii=True).encode() + b"\n")
        except OSError as error:
            raise ContentError(str(self._path), f"写不进去（{error.strerror}）") from error
        self.follow()

    def _take(self, row: Mapping[str, Any]) -> None:
        if "found" in row:
            self.epochs[row["found"]] = Epoch(row["text"], digest(row["text"]))
            self.lost |= set(row["lost"])
            return
        steps = tuple(from_data(each) for each in row.get("steps", ()))
        if "by hand" in row:
            change = change_of(row["by hand"])
            self.changes[change.id], self.steps[change.id] = change, steps
            return
        if "change" in row:
            change = change_of(row["change"])
            self.changes[change.id], self.steps[change.id] = change, steps
            self._enter(change.id, steps)
        elif "undo" in row:
            for name in row["undo"]:
                self.changes[name] = replace(self.changes[name], undone=True)
                self.lost.discard(name)
                for epoch in self.epochs.values():
                    epoch.done = [each for each in epoch.done if each[0] != name or steps]
            self._enter(f"undo-{row['undo'][0]}", steps)
        elif "again" in row:
            self.lost.discard(row["again"])
            self._enter(row["again"], self.steps[row["again"]])
        for file, told in row["digests"].items():
            self.epochs[file].digest = told

    def _enter(self, name: str, steps: Sequence[FileStep]) -> None:
        for file in dict.fromkeys(step.file for step in steps):
            own = tuple(step for step in steps if step.file == file)
            self.epochs[file].done.append((name, own))


def change_of(row: Mapping[str, Any]) -> Change:
    """Return the change that `as_json` made `row` of."""
    known = {each.name for each in fields(Change)}
    given = {name: value for name, value in row.items() if name in known}
    return Change(**given | {name: tuple(row[name]) for name in LISTS})


def digest(text: str | None) -> str:
    """Return what tells one text of a file from another; empty for none."""
    return "" if text is None else sha256(text.encode()).hexdigest()


def _digests(after: Mapping[str, str | None]) -> dict[str, str]:
    return {file: digest(text) for file, text in after.items()}
