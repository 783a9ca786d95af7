"""The 3,500 common characters: level one of 通用规范汉字表 (State Council, 2013)."""

from __future__ import annotations

from importlib.resources import files

COMMON_CHARACTERS = frozenset(
    files(__package__).joinpath("common_characters.txt").read_text("utf-8").replace("\n", "")
)
