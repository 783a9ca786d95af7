"""Names that the editors choose: each once, and none that the site needs itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator import addresses
from generator.errors import ContentError

RESERVED = frozenset(
    {"assets", "data", "packs", "search"}
    | {
        value.split("/")[0].removesuffix(".html")
        for value in vars(addresses).values()
        if isinstance(value, str) and value.endswith(".html")
    }
)


def refuse_duplicates(where: str, key: str, values: Iterable[str]) -> None:
    """Raise ContentError for a value that stands twice."""
    for value, count in Counter(values).items():
        if count > 1:
            raise ContentError(where, f"{key}：“{value}”用了{count}次；每一个只能用一次")


def refuse_reserved(where: str, key: str, values: Iterable[str]) -> None:
    """Raise ContentError for a value that the site needs itself."""
    for value in values:
        if value in RESERVED:
            raise ContentError(where, f"{key}：“{value}”是网站自己要用的名字；请换一个")
