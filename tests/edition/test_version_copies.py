"""Which copy is a copy of which version of its document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.edition import find_witnesses
from generator.errors import ContentError
from generator.model import Base, Piece

TITLE = "平川市渡船管理办法"
OLD = ("渡船应当登记。", "渡工应当年满十八周岁。", "渡口应当设置标牌。", "本办法自公布之日起施行。")
NEW = ("渡船应当登记并悬挂标识。", "渡工应当年满二十周岁，身体健康。", *OLD[2:])
EARLIER = Base("banfa-v2001", TITLE, "《办法》", adopted="2001-03-01", version="2001")
BASE = Base("banfa", TITLE, "《办法》", adopted="2019-06-05", version="2019", earlier=(EARLIER,))


def copy(name: str, articles: tuple[str, ...], note: str = "", version: str = "") -> Piece:
    """Return a copy of the articles, with a note below its title."""
    lines = [f"第{'一二三四'[at]}条　{text}" for at, text in enumerate(articles)]
    text = "\n".join([TITLE, *([note] if note else []), *lines])
    return Piece(name, f"{name}.txt", 0, len(text), text, TITLE, version=version)


FIRST = copy("a", OLD, "（2001年3月1日市人民政府令第8号发布）")
SECOND = copy("b", NEW, "（2001年3月1日市人民政府令第8号发布，2019年6月5日修订）")


def found(*pieces: Piece) -> dict[str, list[str]]:
    """Return the names of the copies by version."""
    witnesses = find_witnesses(pieces, [BASE])
    return {name: [piece.id for piece in some] for name, some in witnesses.items()}


def test_the_note_tells_the_newest_version_that_it_names() -> None:
    assert found(FIRST, SECOND) == {"banfa-v2001": ["a"], "banfa": ["b"]}


def test_a_year_alone_tells_it_too() -> None:
    third = copy("c", NEW, "（2019年修订）")
    assert found(FIRST, third) == {"banfa-v2001": ["a"], "banfa": ["c"]}


def test_a_copy_that_says_nothing_goes_where_its_words_are() -> None:
    old, new = copy("c", OLD), copy("d", NEW)
    assert found(FIRST, SECOND, old, new) == {"banfa-v2001": ["a", "c"], "banfa": ["b", "d"]}


def test_the_only_version_without_a_copy_gets_the_only_copy_left() -> None:
    assert found(FIRST, copy("c", NEW)) == {"banfa-v2001": ["a"], "banfa": ["c"]}


def test_an_editor_may_say_it() -> None:
    said = replace(SECOND, id="c", version="2001")
    assert found(FIRST, SECOND, said)["banfa-v2001"] == ["a", "c"]


def test_a_version_that_is_none_is_one_clear_line() -> None:
    with pytest.raises(ContentError, match=r"sources\.c：没有版本“1999”；有的是2001、2019"):
        found(FIRST, SECOND, replace(SECOND, id="c", version="1999"))


def test_copies_that_cannot_be_told_are_named() -> None:
    with pytest.raises(ContentError, match="2001 这一版的抄本；认不出 c、d 是哪一版"):
        found(SECOND, copy("c", OLD), copy("d", NEW))
