"""Of many passages the best that differ come first."""

from __future__ import annotations

from generator.model import Link, Piece
from generator.outputs.shared.best_passages import best_and_different

TEXTS = (
    "建立重大事项集体讨论、会议决定的制度。",
    "对采购经费逐笔核对，按季公开账目。",
    "选派年轻干部到村里任职，每年考核一次。",
    "请群众代表旁听议事会，当场提出意见。",
)


def pieces(*texts: str, places: tuple[str, ...] = (), years: tuple[str, ...] = ()) -> list[Piece]:
    return [
        Piece(
            f"r{at}", f"r{at}.txt", 0, len(text), text, f"报告{at}",
            date=years[at] if years else "", place=places[at] if places else "",
        )
        for at, text in enumerate(texts)
    ]  # fmt: skip


def links(found: list[Piece]) -> list[Link]:
    """A link with each whole text, the strongest first."""
    return [
        Link(
            id=f"l{at}",
            report=each.id,
            start=0,
            end=len(each.text),
            base="b",
            article=1,
            role="practice",
            kind="topic",
            score=9 - at / 100,
            status="auto",
            evidence=(),
        )
        for at, each in enumerate(found)
    ]


def chosen(found: list[Piece], most: int) -> list[str]:
    by_id = {each.id: each for each in found}
    return [each.report for each in best_and_different(links(found), most, by_id.__getitem__)]


def test_few_are_all_there_in_their_order() -> None:
    assert chosen(pieces(*TEXTS), 4) == ["r0", "r1", "r2", "r3"]


def test_the_best_is_first_and_no_wording_comes_twice_while_there_is_another() -> None:
    found = pieces(*[TEXTS[0]] * 5, TEXTS[1], TEXTS[0], TEXTS[2], TEXTS[3])
    assert chosen(found, 4) == ["r0", "r5", "r7", "r8"]


def test_a_wording_that_is_little_changed_is_the_same() -> None:
    found = pieces(TEXTS[0], TEXTS[0].replace("重大事项", "重大问题"), *TEXTS[1:3])
    assert chosen(found, 3) == ["r0", "r2", "r3"]


def test_of_alike_passages_another_place_and_another_year_come_first() -> None:
    one = pieces(*TEXTS, places=("甲县", "甲县", "甲县", "乙县"))
    assert chosen(one, 2) == ["r0", "r3"]
    other = pieces(*TEXTS, years=("2021-01", "2021-02", "2022-01", "2022-02"))
    assert chosen(other, 2) == ["r0", "r2"]


def test_what_is_not_stated_is_not_the_same() -> None:
    assert chosen(pieces(*TEXTS), 2) == ["r0", "r1"]
