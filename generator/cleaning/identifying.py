"""File names -> ids of pieces, fit for addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.cleaning.settings import CleaningSettings
from generator.errors import ContentError
from generator.model import CleanedSource

HASH = re.compile(r"[_-][0-9a-f]{12,64}$")
LONGEST = 40


def slug(file: str) -> str:
    """Return the id of the source `file`: its stem in a-z, 0-9 and hyphens.

    A content hash at its end is left out (001_6ebee5d97b0fd017.txt -> 001), Chinese is
    written in pinyin (监督 报告.txt -> jian-du-bao-gao).
    """
    stem = HASH.sub("", file.rsplit(".", 1)[0] if "." in file[1:] else file)
    syllables = [stem] if stem.isascii() else _pinyin(stem)
    joined = re.sub(r"[^a-z0-9]+", "-", "-".join(syllables).lower()).strip("-")
    if len(joined) > LONGEST:
        joined = joined[: LONGEST + 1].rpartition("-")[0] or joined[:LONGEST]
    return joined or "wen-jian"


def _pinyin(text: str) -> list[str]:
    """Return the syllables of `text`; its dictionaries are only loaded where they are needed."""
    from pypinyin import Style, lazy_pinyin

    return list(lazy_pinyin(text, style=Style.NORMAL, errors=str))


def refuse_clashes(files: Iterable[str]) -> None:
    """Raise ContentError when two of the source files would have the same id."""
    owners: dict[str, str] = {}
    for file in files:
        taken = owners.setdefault(slug(file), file)
        if taken != file:
            raise ContentError(
                file, f"与 {taken} 得出同一个编号“{slug(file)}”；请改其中一个的文件名"
            )


def refuse_strangers(settings: CleaningSettings, cleaned: Sequence[CleanedSource]) -> None:
    """Raise ContentError when a declaration or an erratum is about a source that is not there."""
    files = {each.source.file for each in cleaned}
    pieces = {piece.id for each in cleaned for piece in each.pieces}
    for name in settings.declared:
        dropped = any(re.fullmatch(rf"{slug(file)}(?:-[0-9]+)?", name) for file in files)
        if name not in files and name not in pieces and not dropped:
            known = "、".join(sorted(files)[:6])
            raise ContentError(
                "library.yml", f"sources.{name}：没有这个来源文件，也没有这个编号；现有 {known}"
            )
    for erratum in settings.errata:
        if erratum.source not in files:
            raise ContentError(
                "errata.yml", f"source：“{erratum.source}”不在 sources 文件夹里；请核对文件名"
            )
