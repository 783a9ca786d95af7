"""Names that the editors choose: each once, and none that the site or a system needs itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator import addresses
from generator.errors import ContentError
from generator.safe_names import LONGEST, is_device

RESERVED = frozenset(
    {"404", "assets", "data", "hant", "packs", "robots", "search", "sha256sums", "sitemap", "start"}
    | {
        value.split("/")[0].removesuffix(".html")
        for value in vars(addresses).values()
        if isinstance(value, str) and value.endswith(".html")
    }
)
SHEET = re.compile(r"-[0-9]+$")
ARTICLE_OR_PART = re.compile(r"(?:-part)?(?:-[0-9]+)+")


def refuse_duplicates(where: str, key: str, values: Iterable[str]) -> None:
    """Raise ContentError for a value that stands twice."""
    for value, count in Counter(values).items():
        if count > 1:
            raise ContentError(where, f"{key}：“{value}”用了{count}次；每一个只能用一次")


def refuse_reserved(where: str, key: str, values: Iterable[str]) -> None:
    """Raise ContentError for a value that cannot be the name of a page or folder of the site."""
    for value in values:
        if len(value) > LONGEST:
            short = f"{value[:12]}…"
            raise ContentError(where, f"{key}：“{short}”有{len(value)}个字符，最多{LONGEST}个")
        if SHEET.sub("", value) in RESERVED:  # coverage-2.html is the table's second page
            raise ContentError(where, f"{key}：“{value}”是网站自己要用的名字；请换一个")
        if is_device(value):
            raise ContentError(where, f"{key}：“{value}”在 Windows 上不能作文件名；请换一个")


def refuse_mixed_up(where: str, key: str, bases: Iterable[str]) -> None:
    """Raise ContentError where one base's id is what another's articles are called: b and b-2."""
    known = set(bases)
    for name in sorted(known):
        for at, char in enumerate(name):
            if char == "-" and name[:at] in known and ARTICLE_OR_PART.fullmatch(name, at):
                raise ContentError(
                    where, f"{key}：“{name}”会与“{name[:at]}”里条文的编号相混；请换一个"
                )
