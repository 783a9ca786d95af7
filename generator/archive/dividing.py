"""Reports -> volumes: by what each report states or where it lies, and small enough.

The rule looks at one report at a time, and at the set of file names, never at their order:

1. A group is the reports of one place, year or folder; by size all are one group.
2. A group of more than `size` is halved by the first bit of the SHA-256 of the file names, each
   half that is still too large by the next bit, and so on.

So one report more touches the one volume that it falls into, and divides it where it is full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.cleaning.identifying import slug
from generator.text.numerals import numeral_text

UNSTATED = {"place": "地方未写明", "year": "年份未写明", "folder": "未归文件夹", "size": ""}
WHOLE = "分册"  # what the halves of all are halves of, where nothing but size divides


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to be divided: its name, where it is, its digest, and what it is divided by."""

    name: str
    path: str
    sha256: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class VolumePart:
    """A volume to be: its id in addresses, its title, its files in the order of their names."""

    id: str
    title: str
    files: tuple[ReportFile, ...]


def divide(files: Sequence[ReportFile], by: str, size: int) -> tuple[VolumePart, ...]:
    """Return the volumes, by title as they stand in lists: groups in order, halves in theirs."""
    groups: defaultdict[str, list[ReportFile]] = defaultdict(list)
    for each in files:
        groups[each.value].append(each)
    ids = _ids(groups)
    return tuple(
        part
        for value in sorted(groups, key=lambda each: (not each, each))
        for part in _halved(groups[value], size, ids[value], _title(by, value))
    )


def _title(by: str, value: str) -> str:
    if not value:
        return UNSTATED[by]
    return f"{value}年" if by == "year" else value


def _ids(values: Sequence[str] | dict[str, list[ReportFile]]) -> dict[str, str]:
    """Return an id for each value; values that are written alike are told apart by a digest."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for value in sorted(values):
        name = slug(f"{value}.x") if value else "other"
        if not name[0].isalpha():
            name = f"v{name}"
        if name in taken:
            name = f"{name}-{sha256(value.encode()).hexdigest()[:6]}"
        taken.add(name)
        found[value] = name
    return found


def _halved(
    files: Sequence[ReportFile], size: int, volume: str, title: str, depth: int = 0, share: int = 0
) -> Iterator[VolumePart]:
    """Yield the volumes of a group: `share` counts from 0 among the 2 ** `depth` of its kind."""
    if len(files) <= size:
        if files:
            kept = tuple(sorted(files, key=lambda each: each.name))
            yield VolumePart(_share_id(volume, depth, share), _shared(title, depth, share), kept)
        return
    halves: tuple[list[ReportFile], list[ReportFile]] = ([], [])
    for each in files:
        halves[_bit(each.name, depth)].append(each)
    for bit in (0, 1):
        yield from _halved(halves[bit], size, volume, title, depth + 1, share * 2 + bit)


def _bit(name: str, depth: int) -> int:
    """Return bit number `depth` of the digest of a file name."""
    return sha256(name.encode()).digest()[depth // 8] >> (7 - depth % 8) & 1


def _share_id(volume: str, depth: int, share: int) -> str:
    return f"{volume}-{2**depth}-{share + 1}" if depth else volume


def _shared(title: str, depth: int, share: int) -> str:
    """Return a title with the share: 东桥区（四之二）; 分册六十四之三 where there is no other."""
    if not depth:
        return title or WHOLE
    told = f"{numeral_text(2**depth)}之{numeral_text(share + 1)}"
    return f"{title}（{told}）" if title else f"{WHOLE}{told}"
