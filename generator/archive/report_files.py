"""The files to be divided: found, counted, and asked for the place or year that they state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.archive.dividing import ReportFile
from generator.archive.engines import Engine
from generator.build.memo import DiskMemo
from generator.cleaning import CleaningSettings, clean
from generator.content.files import own_file, read
from generator.content.reading import read_source
from generator.errors import ContentError

AT_ONCE = 1000  # files that a worker is asked about together


@dataclass(frozen=True, slots=True)
class Asking:
    """What workers need to tell what a file states."""

    by: str
    settings: CleaningSettings
    memo: str


def find_report_files(folder: Path) -> list[ReportFile]:
    """Return the files below `folder` with the first folder that each lies in, by name.

    ContentError where two have one name: they could come into one volume.
    """
    if not folder.is_dir():
        raise ContentError(str(folder), "没有这个文件夹；把要分册的报告放进去")
    found: dict[str, ReportFile] = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or path.is_dir():
            continue
        if path.name in found:
            raise ContentError(str(path), f"与 {found[path.name].path} 同名；请改其中一个的文件名")
        digest = sha256(read(own_file(path, folder))).hexdigest()
        value = inside.parts[0] if len(inside.parts) > 1 else ""
        found[path.name] = ReportFile(path.name, str(path), digest, value)
    if not found:
        raise ContentError(str(folder), "没有报告；请至少放入一个文本")
    return [found[name] for name in sorted(found)]


def with_values(
    files: Sequence[ReportFile], by: str, settings: CleaningSettings, memo: Path, engine: Engine
) -> list[ReportFile]:
    """Return the files with what they are divided by; ContentError where one can't be read."""
    if by == "folder":
        return list(files)
    if by == "size":
        return [replace(each, value="") for each in files]
    asking = Asking(by, settings, str(memo))
    batches = [files[at : at + AT_ONCE] for at in range(0, len(files), AT_ONCE)]
    values: dict[int, list[str]] = {}
    for ended in engine.map(stated, batches, asking):
        if ended.made is None:
            raise ContentError.from_line(ended.reason)
        values[ended.number] = ended.made
    told = [value for number in sorted(values) for value in values[number]]
    return [replace(each, value=value) for each, value in zip(files, told, strict=True)]


def stated(files: Sequence[ReportFile], asking: Asking) -> list[str]:
    """Return the place or year that the first piece of each file states, that states one."""
    memo = DiskMemo(Path(asking.memo))
    return [_stated(asking, each, memo) for each in files]


def _stated(asking: Asking, file: ReportFile, memo: DiskMemo) -> str:
    source = read_source(file.name, read(Path(file.path)), memo)
    pieces = memo(clean, source, asking.settings.of_source(file.name)).pieces
    of = (piece.place if asking.by == "place" else piece.date[:4] for piece in pieces)
    return next(filter(None, of), "")
