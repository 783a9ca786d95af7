"""How a source is named to a reader: its title, who issued it, when; never a file or an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import Piece
from generator.text.nomenclature import chinese_date
from generator.text.quoting import quoted, titled

LONGEST_TITLE = 45
OPENING = 14  # letters of its text that a piece without a title is known by
EDGE = "，。；：、 　"


def source_name(piece: Piece) -> str:
    """Return 《题目》（单位，日期）; a title that editors made up keeps its ［ ］."""
    facts = "，".join(
        fact for fact in (piece.issuer or piece.place, chinese_date(piece.date)) if fact
    )
    return title_name(piece) + (f"（{facts}）" if facts else "")


def short_names(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return what a sentence calls each piece, by its id: who issued it, where that tells it.

    A piece whose issuer or place others share is called by its title.
    """
    issuers = Counter(each.issuer or each.place for each in pieces)
    return {
        each.id: who
        if (who := each.issuer or each.place) and issuers[who] == 1
        else title_name(each)
        for each in pieces
    }


def title_name(piece: Piece) -> str:
    """Return the title in 《 》; a piece without one is named by how it begins."""
    title = piece.title.strip()
    if not title:
        return f"未写题目的材料（开头是{quoted(_opening(piece.text))}）"
    if title.startswith(("［", "[")):
        return title
    name = titled(title)
    if len(name) > LONGEST_TITLE + 2:
        return f"{name[: LONGEST_TITLE + 1]}……》"
    return name


def _opening(text: str) -> str:
    line = next((each.strip() for each in text.split("\n") if each.strip()), "")
    return line if len(line) <= OPENING else f"{line[:OPENING].rstrip(EDGE)}……"
