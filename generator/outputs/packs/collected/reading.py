"""The file of a collection (docs/collection.md) -> Collection; a bad one is told in one line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ContentError

FORMAT, VERSION = "collection", 1
MOST = 64_000_000  # bytes of a file: a browser keeps a tenth of it


@dataclass(frozen=True, slots=True)
class Item:
    """What was gathered: the words, the id of the sentence (variant, term) where they begin.

    `cite` is the place as the browser wrote it; `comment` the reader's own words.
    """

    id: str
    kind: str
    text: str
    language: str
    cite: str
    comment: str
    group: str


@dataclass(frozen=True, slots=True)
class Collection:
    """What a reader gathered, in order; the groups in theirs, "" for what has none."""

    title: str
    items: tuple[Item, ...]
    groups: tuple[str, ...]

    def grouped(self) -> list[tuple[str, tuple[Item, ...]]]:
        """Return the groups with their items, those without a group first; no empty ones."""
        names = dict.fromkeys(("", *self.groups, *(each.group for each in self.items)))
        found = [(name, tuple(e for e in self.items if e.group == name)) for name in names]
        return [(name, some) for name, some in found if some]


def read_collection(path: Path) -> Collection:
    """Return the collection of a file; ContentError says in one line what is wrong with it."""
    where = str(path)
    try:
        if path.stat().st_size > MOST:
            raise ContentError(where, "太大了，不是摘编导出的文件")
        given = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ContentError(where, f"读不出来（{error.strerror}）") from error
    except (ValueError, RecursionError) as error:
        raise ContentError(where, "不是摘编导出的文件（JSON 读不出来）") from error
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise ContentError(where, "不是摘编导出的文件")
    if given.get("version") != VERSION:
        raise ContentError(where, f"这个版本的摘编文件读不了：{given.get('version')}")
    items = given.get("items")
    if not isinstance(items, list) or not items:
        raise ContentError(where, "摘编是空的")
    groups = given.get("groups", [])
    if not isinstance(groups, list) or not all(isinstance(each, str) for each in groups):
        raise ContentError(where, "groups 应当是组名的列表")
    return Collection(
        _text(where, "title", given, "title").strip(),
        tuple(_item(where, number, each) for number, each in enumerate(items, 1)),
        tuple(groups),
    )


def _item(where: str, number: int, given: object) -> Item:
    name = f"第{number}处"
    if not isinstance(given, dict):
        raise ContentError(where, f"{name}不是一处摘编")
    cites = given.get("cites", {})
    if not isinstance(cites, dict):
        raise ContentError(where, f"{name}的 cites 应当是出处的写法")
    item = Item(
        _text(where, name, given, "id"),
        _text(where, name, given, "kind"),
        _text(where, name, given, "text").strip(),
        _text(where, name, given, "lang"),
        _text(where, name, cites, "short"),
        _text(where, name, given, "comment").strip(),
        _text(where, name, given, "group"),
    )
    if not item.id or not item.text:
        raise ContentError(where, f"{name}没有 {'text' if item.id else 'id'}")
    return item


def _text(where: str, name: str, given: dict[str, object], key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        raise ContentError(where, f"{name}的 {key} 应当是文字")
    return value
