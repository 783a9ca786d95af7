"""Divides the files of a large site among several zips, so that each opens everywhere.

Old programs read zips of up to 65,535 files and 4 GiB only, and a stick formatted as FAT32 holds no
larger file.  All volumes are unpacked into one folder; what belongs together stays together as far
as there is room: the documents and search first, then the reports, the rest behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.outputs.shared.file_sizes import size_words

MOST_FILES = 60_000
MOST_BYTES = 3_900_000_000  # before they are packed, so that the zip is smaller in any case
FIRST = "条文、对照表、词条和学习材料"  # what stands in no folder named below
HOLDS = {
    "search": "检索",
    "reports": "报告",
    "ledger": "整理记录",
    "data": "开放数据",
    "hant": "繁体字版",
}
ORDER = ("", *HOLDS)


@dataclass(frozen=True, slots=True)
class Volume:
    """A zip of several: its number from 1, its files in their order, their bytes, what they are."""

    number: int
    names: tuple[str, ...]
    size: int
    holds: str

    @property
    def size_words(self) -> str:
        """The size as people write it."""
        return size_words(self.size)


def divide(
    sizes: Mapping[str, int], most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES
) -> tuple[Volume, ...]:
    """Return the files, given by name with their bytes, in as few volumes as hold them.

    A single file of more than `most_bytes` has a volume of its own.
    """
    filled: list[list[str]] = [[]]
    room = most_bytes
    for name in sorted(sizes, key=lambda each: (ORDER.index(_group(each)), each)):
        if filled[-1] and (len(filled[-1]) == most_files or sizes[name] > room):
            filled.append([])
            room = most_bytes
        filled[-1].append(name)
        room -= sizes[name]
    found = [list(dict.fromkeys(map(_group, names))) for names in filled]
    return tuple(
        Volume(
            number,
            tuple(sorted(names)),
            sum(sizes[each] for each in names),
            "；".join(
                f"{HOLDS.get(group, FIRST)}{_part(group, found)}" for group in found[number - 1]
            ),
        )
        for number, names in enumerate(filled, 1)
    )


def _group(name: str) -> str:
    """Return the folder that a file belongs to, empty for those that are not named."""
    folder = name.partition("/")[0]
    return folder if folder in HOLDS else ""


def _part(group: str, found: list[list[str]]) -> str:
    return "（一部分）" if sum(group in each for each in found) > 1 else ""
