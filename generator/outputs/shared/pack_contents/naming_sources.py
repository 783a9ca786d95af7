"""How a source is named to a reader: its title, who issued it, when; never a file or an id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Piece
from generator.outputs.shared.report_names import words_that_tell
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


class Names(Mapping[str, str]):
    """Id -> name, those that several pieces have told apart when they are asked for.

    A pack names few of the reports that there are: the others need not be told apart.
    """

    def __init__(self, pieces: Sequence[Piece], names: dict[str, str]) -> None:
        """Take the names that pieces have by themselves."""
        self._names = names
        self._alike: dict[str, list[Piece]] = defaultdict(list)
        for each in pieces:
            self._alike[names[each.id]].append(each)
        self._told: dict[str, str] = {}

    def __getitem__(self, id: str) -> str:
        """Return the name of a piece; those of its like are told apart with it."""
        name = self._names[id]
        group = self._alike[name]
        if len(group) == 1:
            return name
        if id not in self._told:
            words = words_that_tell(group)
            self._told |= {each.id: _with_words(name, words[each.id]) for each in group}
        return self._told[id]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many pieces are named."""
        return len(self._names)


def source_names(pieces: Sequence[Piece]) -> Names:
    """Return id -> its source_name; those that would be called alike are told apart."""
    return Names(pieces, {each.id: source_name(each) for each in pieces})


def short_names(pieces: Sequence[Piece]) -> Names:
    """Return what a sentence calls each piece, by its id: who issued it, where that tells it.

    A piece whose issuer or place others share is called by its title, and by what tells it
    from others of that title.
    """
    issuers = Counter(each.issuer or each.place for each in pieces)
    names = {
        each.id: short_name(each) if issuers[each.issuer or each.place] == 1 else title_name(each)
        for each in pieces
    }
    return Names(pieces, names)


def short_name(piece: Piece) -> str:
    """Return what a sentence calls a piece by itself: who issued it, where, or its title."""
    return piece.issuer or piece.place or title_name(piece)


def _with_words(name: str, words: str) -> str:
    """Return 《题目》（单位，日期） or 《题目》 with `words` in its brackets."""
    if not words:
        return name
    return f"{name[:-1]}，{words}）" if name.endswith("）") else f"{name}（{words}）"


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
