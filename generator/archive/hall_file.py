"""The hall's library.yml: that of a library, and how its volumes come about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, RootModel

from generator.content.schema import Identifier, LibraryFile, Strict, Words
from generator.content.yaml_files import read_yaml
from generator.errors import ContentError

By = Literal["place", "year", "folder", "size"]
Plain = dict[str, Any]  # a YAML file as it stands: texts, lists and mappings


class DivideEntry(Strict):
    """How the reports in `folder` are divided; no volume has more than `size`."""

    by: By
    size: Annotated[int, Field(ge=1)] = 1000
    folder: Words = "reports"


class NamedEntry(Strict):
    """A volume that is a content folder of its own; its path starts at the hall's folder."""

    id: Identifier
    title: Words
    content: Words


class DividedHall(LibraryFile):
    """library.yml of a hall that says how to divide."""

    volumes: DivideEntry


class NamedHall(LibraryFile):
    """library.yml of a hall that names its volumes."""

    volumes: Annotated[tuple[NamedEntry, ...], Field(min_length=1)]


class _Mapping(RootModel[dict[str, Any]]):
    """A file as it stands."""


class _Rows(RootModel[tuple[dict[str, Any], ...]]):
    """A list file as it stands."""


@dataclass(frozen=True, slots=True)
class HallFile:
    """The hall's library.yml; `library` is what it says of the library, as it stands there.

    Either `divide` or `named` says what the volumes are; `errata` and `links` are the rows of
    these files.
    """

    folder: Path
    title: str
    library: Plain
    divide: DivideEntry | None
    named: tuple[NamedEntry, ...]
    errata: tuple[Plain, ...] = ()
    links: tuple[Plain, ...] = ()


def read_hall(folder: Path) -> HallFile:
    """Return the hall in `folder`; ContentError says what to mend."""
    path = folder / "library.yml"
    if not path.is_file():
        raise ContentError(str(path), "缺少 library.yml；请照 docs/scale.md 写一个")
    library = read_mapping(path)
    volumes = library.pop("volumes", None)
    if volumes is None:
        raise ContentError(
            str(path), "缺少 volumes：写明分册怎样分（by: place、year、folder、size），或逐个列出"
        )
    rows = [tuple(read_rows(folder / f"{name}.yml")) for name in ("errata", "links")]
    if isinstance(volumes, list):
        named = read_yaml(path, NamedHall, str(path))
        _refuse_twins(path, named.volumes)
        return HallFile(folder, named.title, library, None, named.volumes, *rows)
    divided = read_yaml(path, DividedHall, str(path))
    return HallFile(folder, divided.title, library, divided.volumes, (), *rows)


def read_mapping(path: Path) -> Plain:
    """Return a YAML mapping as it stands."""
    return dict(read_yaml(path, _Mapping, str(path)).root)


def read_rows(path: Path) -> list[Plain]:
    """Return the rows of a YAML list as they stand; none where there is no such file."""
    return list(read_yaml(path, _Rows, str(path)).root) if path.is_file() else []


def _refuse_twins(path: Path, entries: tuple[NamedEntry, ...]) -> None:
    seen: set[str] = set()
    for each in entries:
        if each.id in seen:
            raise ContentError(str(path), f"volumes：编号“{each.id}”写了两次；请改其中一个")
        seen.add(each.id)
