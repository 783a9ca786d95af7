"""Writing out the content folder of a volume, or of the hall: an ordinary library's.

It takes of the hall's curated files what is about its own sources, so that an erratum or a
decision touches the volume that it is about and no other.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.archive.hall_file import HallFile, Plain, read_mapping, read_rows
from generator.build.memo import digest, files_digest
from generator.cleaning.identifying import OF_FILE, slug
from generator.errors import ContentError

WHOLE_FILES = ("terms.yml", "thesaurus.txt")
WHOLE_FOLDERS = ("pages", "fonts")


@dataclass(frozen=True, slots=True)
class Folder:
    """A content folder to be written: YAML files as they are to stand, files to be taken over.

    `sources` are names and paths; `kept` are files and folders of the hall that it has whole.
    `key` is a digest of all that will stand in it.
    """

    library: Plain
    errata: Sequence[Plain] = ()
    links: Sequence[Plain] = ()
    sources: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()
    key: str = field(default="", compare=False)


def library_folder(
    hall: HallFile,
    title: str,
    name: str,
    sources: Sequence[tuple[str, str, str]],
    above: Plain | None,
) -> Folder:
    """Return the folder of a volume (of the hall itself where `above` is None).

    `sources` are name, path and digest of each.
    """
    names = {each[0] for each in sources}
    stems = {slug(name) for name in names}
    library = hall.library | {"title": title, "name": name}
    library |= {"hall": above} if above else {}
    declared = library.get("sources") or {}
    library["sources"] = {
        key: declared[key] for key in declared if key in names or _is_of(key, stems)
    }
    if library.get("accepted"):
        library["accepted"] = [
            row
            for row in library["accepted"]
            if row.get("place") in names or _is_of(str(row.get("place")), stems)
        ]
    errata = [row for row in hall.errata if row.get("source") in names]
    links = [row for row in hall.links if _is_of(str(row.get("report", "")), stems)]
    kept = tuple(
        str(hall.folder / each)
        for each in (*WHOLE_FILES, *WHOLE_FOLDERS)
        if (hall.folder / each).exists()
    )
    digests = [(each[0], each[2]) for each in sources]
    whole = [files_digest(Path(each), (".",)) for each in kept]
    key = digest((library, errata, links, digests, whole))
    return Folder(library, errata, links, tuple((n, path) for n, path, _ in sources), kept, key)


def named_folder(content: Path, title: str, above: Plain) -> Folder:
    """Return the folder of a volume that is a content folder of its own, led back to the hall."""
    if not (content / "library.yml").is_file():
        raise ContentError(str(content), "不是内容文件夹（没有 library.yml）；请核对 volumes")
    library = read_mapping(content / "library.yml") | {"hall": above, "title": title}
    sources = [
        (path.name, str(path))
        for path in sorted((content / "sources").glob("*"))
        if not path.name.startswith(".")
    ]
    kept = [
        str(content / each) for each in (*WHOLE_FILES, *WHOLE_FOLDERS) if (content / each).exists()
    ]
    return Folder(
        library,
        read_rows(content / "errata.yml"),
        read_rows(content / "links.yml"),
        tuple(sources),
        tuple(kept),
        digest((library, files_digest(content, (".",)))),
    )


def refuse_strangers(hall: HallFile, names: Collection[str]) -> None:
    """Raise ContentError where something is declared of a source that the hall has nowhere."""
    stems = {slug(name) for name in names}
    path = str(hall.folder / "library.yml")
    for key in hall.library.get("sources") or {}:
        if key not in names and not _is_of(key, stems):
            raise ContentError(path, f"sources.{key}：总馆和各分册都没有这个来源文件")
    for row in hall.errata:
        if row.get("source") not in names:
            where = str(hall.folder / "errata.yml")
            raise ContentError(where, f"source：“{row.get('source')}”不在总馆和各分册里")


def _is_of(key: str, stems: Collection[str]) -> bool:
    """Tell whether a piece's id is that of a file with one of these slugs."""
    return key in stems or any(
        OF_FILE.fullmatch(key, at) and key[:at] in stems
        for at, char in enumerate(key)
        if char == "-"
    )


def write_folder(folder: Folder, target: Path) -> None:
    """Write a content folder to `target`, in the place of what was there."""
    new = target.with_name(f".{target.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    (new / "sources").mkdir(parents=True)
    _write(new / "library.yml", folder.library)
    for name, rows in (("errata.yml", folder.errata), ("links.yml", folder.links)):
        if rows:
            _write(new / name, list(rows))
    for name, path in folder.sources:
        _take(Path(path), new / "sources" / name)
    for path in folder.kept:
        kept = Path(path)
        if kept.is_dir():
            shutil.copytree(kept, new / kept.name)
        else:
            shutil.copyfile(kept, new / kept.name)
    shutil.rmtree(target, ignore_errors=True)
    new.rename(target)


def _write(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")


def _take(path: Path, target: Path) -> None:
    """Let a source stand at `target` too: linked where the file system can, else copied."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)
