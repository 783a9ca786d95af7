"""Files on their way into the library: looked at as part of it, then taken in, all or none."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.memo import DiskMemo
from generator.content import load_content
from generator.content.adding import place_for, write_new
from generator.content.reading import read_source
from generator.errors import ContentError
from generator.model import Library, Source
from generator.preview.import_record import Record, record_of
from generator.recipe import build_library

MOST_FILES = 50
MOST_BYTES = 400 * 1024 * 1024  # of all files that wait


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that waits: what it is called, its bytes, how it was read, where it is to stand."""

    name: str
    body: bytes
    source: Source
    place: Path
    is_there: bool


class IncomingFiles:
    """The files that were brought to one preview and are not yet taken in."""

    def __init__(self, content: Path, memo: DiskMemo, written: Callable[[], None]) -> None:
        """`written` is called when files have been put into the content folder."""
        self._content = content
        self._memo = memo
        self._written = written
        self._waiting: tuple[_Waiting, ...] = ()
        self._lock = threading.Lock()
        self._accepted: tuple[_Waiting, ...] = ()
        self._tried: tuple[tuple[_Waiting, ...], Library] | None = None

    def take(self, name: str, body: bytes) -> object:
        """Read a file and keep it; ContentError where it can't be read."""
        source = read_source(name, body, self._memo)
        if not source.text.strip():
            raise ContentError(name, "没有文字")
        with self._lock:
            if any(each.body == body for each in self._waiting):
                return {"name": name, "waiting": len(self._waiting)}
            sizes = sum(len(each.body) for each in self._waiting) + len(body)
            if len(self._waiting) >= MOST_FILES or sizes > MOST_BYTES:
                raise ContentError(name, "等着入库的已经太多；先把前面的入库，再放这些")
            shown = _other(name, {each.name for each in self._waiting})
            self._waiting = (*self._waiting, self._placed(shown, body, source, self._waiting))
            return {"name": shown, "waiting": len(self._waiting)}

    def records(self) -> object:
        """Return the records of the files that wait, and why they can't be taken in, if so."""
        with self._lock:
            waiting = self._free()
            if not waiting:
                return {"files": [], "failed": ""}
            try:
                library = self._library(waiting)
            except ContentError as error:
                return {"files": [_unread(each) for each in waiting], "failed": str(error)}
            return {"files": [_record(each, library) for each in waiting], "failed": ""}

    def accept(self, given: Mapping[str, object]) -> object:
        """Write all files that wait, or none; return their names."""
        with self._lock:
            waiting = self._free()
            if given or not waiting:
                raise ContentError("入库", "没有等着的文件；请重新载入")
            self._library(waiting)  # what can't be part of the library is not written
            new = [each for each in waiting if not each.is_there]
            _write_all(new)
            self._waiting, self._tried, self._accepted = (), None, tuple(new)
        self._written()
        return {
            "written": [each.place.name for each in new],
            "same": [each.place.name for each in waiting if each.is_there],
        }

    def take_back(self) -> object:
        """Take the files that were accepted last out again; they wait once more."""
        with self._lock:
            files, self._accepted = self._accepted, ()
            if not files:
                raise ContentError("撤回", "没有刚入库的文件")
            for each in files:
                if not each.place.is_file() or each.place.read_bytes() != each.body:
                    raise ContentError(each.place.name, "后来有人动过，不能撤回；请在文件夹里处理")
            for each in files:
                each.place.unlink()
            self._waiting = (*self._waiting, *files)
        self._written()
        return {"taken_back": [each.place.name for each in files]}

    def drop(self, names: object) -> object:
        """Forget the files called `names`, or all where it is None."""
        if names is not None and not isinstance(names, list):
            raise ContentError("不要", "没有说是哪些文件")
        with self._lock:
            kept = () if names is None else (x for x in self._waiting if x.name not in names)
            self._waiting = tuple(kept)
            return {"waiting": len(self._waiting)}

    def _placed(
        self, name: str, body: bytes, source: Source, before: Sequence[_Waiting]
    ) -> _Waiting:
        """Return a file with a place that neither the folder nor those `before` it have."""
        taken = [each.place.name for each in before]
        placed = place_for(self._content / "sources", name, body, self._memo, taken)
        read = replace(source, file=placed.path.name)
        return _Waiting(name, body, read, placed.path, placed.is_there)

    def _free(self) -> tuple[_Waiting, ...]:
        """Return the files that wait, with other places where somebody has taken theirs."""
        if any(each.place.exists() != each.is_there for each in self._waiting):
            placed: list[_Waiting] = []
            for each in self._waiting:
                placed.append(self._placed(each.name, each.body, each.source, placed))
            self._waiting = tuple(placed)
        return self._waiting

    def _library(self, waiting: tuple[_Waiting, ...]) -> Library:
        """Return the library as it would be with the files that wait."""
        if self._tried is None or self._tried[0] != waiting:
            content = load_content(self._content, self._memo)
            new = tuple(each.source for each in waiting if not each.is_there)
            sources = tuple(sorted((*content.sources, *new), key=lambda each: each.file))
            self._tried = waiting, build_library(replace(content, sources=sources), self._memo)
        return self._tried[1]


def _record(waiting: _Waiting, library: Library) -> Record:
    same = waiting.place.name if waiting.is_there else ""
    return record_of(waiting.name, waiting.source, library, same)


def _unread(waiting: _Waiting) -> Record:
    return {
        "name": waiting.name,
        "read": f"共{len(''.join(waiting.source.text.split()))}字",
        "same": waiting.place.name if waiting.is_there else "",
        "pieces": [],
        "left_out": [],
        "doubts": [],
    }


def _write_all(files: Sequence[_Waiting]) -> None:
    """Write files, all or none; ContentError where the disk does not take them."""
    written: list[Path] = []
    whole = False
    try:
        for each in files:
            if each.place.exists():
                raise ContentError(each.place.name, "刚刚有了同名的文件；请重新放入")
            written.append(each.place)
            write_new(each.place, each.body)
        whole = True
    except OSError as error:
        raise ContentError("sources", f"写不进去（{error.strerror}）") from error
    finally:
        if not whole:
            for place in written:
                place.unlink(missing_ok=True)


def _other(name: str, taken: set[str]) -> str:
    """Return a name to show that no file that waits has."""
    stem, dot, ending = name.rpartition(".")
    number, shown = 2, name
    while shown in taken:
        shown = f"{stem}（{number}）{dot}{ending}" if dot else f"{name}（{number}）"
        number += 1
    return shown
