"""File names -> ids of pieces, fit for addresses; every id belongs to one piece alone.

A name that would be in the way of the site's own pages, or that some system cannot hold, is
mended by itself, whatever other files there are; so no id changes when a file is added.  Two
files or pieces that come to one id are refused: the editors name one of them anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from unicodedata import normalize

from generator.cleaning.settings import CleaningSettings
from generator.cleaning.splitting import PieceSpan
from generator.errors import ContentError
from generator.model import CleanedSource
from generator.safe_names import LONGEST, is_device

HASH = re.compile(r"[_-][0-9a-f]{12,64}$")
LISTS = re.compile(r"index(?:-[0-9]+)?")  # pages of the lists that pieces stand in
MENDED = "--pian"  # no name comes to two hyphens by itself
OF_FILE = re.compile(  # behind a file's id
    r"(?:-[0-9]+)?(?:-annex(?:-[0-9]+)?)?(?:-part-[0-9]+)?"
)


def slug(file: str) -> str:
    """Return the id of the source `file`: its stem in a-z, 0-9 and hyphens.

    A content hash at its end is left out (001_6ebee5d97b0fd017.txt -> 001), Chinese is
    written in pinyin (监督 报告.txt -> jian-du-bao-gao).  A device's name on Windows and the
    name of a list are mended (con.txt -> con--pian).
    """
    file = normalize("NFC", file)
    stem = HASH.sub("", file.rsplit(".", 1)[0] if "." in file[1:] else file)
    syllables = [stem] if stem.isascii() else _pinyin(stem)
    joined = re.sub(r"[^a-z0-9]+", "-", "-".join(syllables).lower()).strip("-")
    if len(joined) > LONGEST:
        joined = joined[: LONGEST + 1].rpartition("-")[0] or joined[:LONGEST]
    mend = is_device(joined) or LISTS.fullmatch(joined)
    return f"{joined}{MENDED}" if mend else joined or "wen-jian"


def piece_ids(stem: str, spans: Sequence[PieceSpan]) -> list[tuple[str, str]]:
    """Return the id of each piece of the source `stem`, and that of the piece it is annexed to.

    A single piece has the source's id, of several each has its number: x, x-1, x-2; annexes are
    not counted, so that a report keeps its id.
    """
    alone = sum(not span.annex for span in spans) == 1
    ids: list[tuple[str, str]] = []
    owner, number, attached = stem, 0, 0
    for span in spans:
        if span.annex:
            attached += 1
            ids.append((annex_id(owner, attached), owner))
        else:
            number, attached = number + 1, 0
            owner = stem if alone else f"{stem}-{number}"
            ids.append((owner, ""))
    return ids


def annex_id(piece: str, number: int) -> str:
    """Return the id of an annex of a piece, counted from 1: x-annex, x-annex-2."""
    return f"{piece}-annex" if number == 1 else f"{piece}-annex-{number}"


def free_name(stem: str, taken: Collection[str]) -> str:
    """Return `stem`, or where that id is taken the first of stem-2, stem-3 … that is not."""
    number = 1
    name = stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


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


def refuse_twins(cleaned: Sequence[CleanedSource]) -> None:
    """Raise ContentError when two pieces have one id: the second of x.txt, and x-2.txt."""
    owners: dict[str, str] = {}
    for piece in sorted((p for each in cleaned for p in each.pieces), key=lambda p: p.file):
        taken = owners.setdefault(piece.id, piece.file)
        if taken != piece.file:
            raise ContentError(
                piece.file, f"与 {taken} 各有一篇得出同一个编号“{piece.id}”；请改其中一个的文件名"
            )


def refuse_strangers(settings: CleaningSettings, cleaned: Sequence[CleanedSource]) -> None:
    """Raise ContentError when a declaration or an erratum is about a source that is not there."""
    files = {each.source.file for each in cleaned}
    pieces = {piece.id for each in cleaned for piece in each.pieces}
    stems = {slug(file) for file in files}
    for name in settings.declared:
        dropped = name in stems or any(
            OF_FILE.fullmatch(name, at) and name[:at] in stems
            for at, char in enumerate(name)
            if char == "-"
        )
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
