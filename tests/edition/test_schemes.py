"""Witnesses whose numbering is whole, in every form of numbering, and when they are not."""

from __future__ import annotations

import pytest

from generator.edition import collate
from generator.edition.sound_reading import read_sound
from generator.errors import ContentError
from generator.model import Base, Collation, Piece
from tests.edition.conftest import law, piece

TITLE = "平河市用水办法"
FORMS = {
    "branches": (
        "第一条 甲。\n第一条之一 乙。\n第一条之二 丙。\n第二条 丁。",
        ["第一条", "第一条之一", "第一条之二", "第二条"],
        [(1,), (1, 1), (1, 2), (2,)],
    ),
    "items": ("一、甲。\n二、乙。\n三、丙。", ["一、", "二、", "三、"], [(1,), (2,), (3,)]),
    "points": ("1.甲。\n2.乙。\n3.丙。", ["1.", "2.", "3."], [(1,), (2,), (3,)]),
}


def of(*texts: str, numbering: tuple[str, ...] = ()) -> Collation:
    base = Base("b", TITLE, "《办法》", numbering=numbering)
    return collate(base, [piece(f"w{n}", f"{TITLE}\n{t}\n") for n, t in enumerate(texts, 1)])


@pytest.mark.parametrize("form", FORMS)
def test_articles_are_called_by_their_labels_and_counted_in_reading_order(form: str) -> None:
    text, labels, paths = FORMS[form]
    for texts in ((text,), (text, text)):
        articles = of(*texts).edition.articles
        assert [a.label for a in articles] == labels
        assert [a.path for a in articles] == paths
        assert [a.number for a in articles] == list(range(1, len(labels) + 1))
        assert [a.id for a in articles] == ["-".join(map(str, ("b", *path))) for path in paths]
        assert [a.text for a in articles] == [f"{char}。" for char in "甲乙丙丁"[: len(labels)]]


def test_numbers_that_begin_anew_in_every_division() -> None:
    text = "一、总则\n1.甲甲。\n2.乙乙。\n二、附则\n1.丙丙。\n2.丁丁。"
    found = of(text, text, numbering=("一、", "1."))
    assert found.edition.restarts
    assert [(a.number, a.label) for a in found.edition.articles] == [
        *((1, "1."), (2, "2."), (3, "1."), (4, "2.")),
    ]
    assert [a.path for a in found.edition.articles] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert [[a.number for a in part.articles] for part in found.edition.parts] == [[1, 2], [3, 4]]
    assert not of("第一条 甲。\n第二条 乙。").edition.restarts


def test_paragraphs_without_any_number_are_counted() -> None:
    found = of("甲是这样规定的。\n乙是那样规定的。", numbering=("¶",))
    assert [a.label for a in found.edition.articles] == ["¶1", "¶2"]


def reads(*texts: str, numbering: tuple[str, ...] = ()) -> bool:
    base = Base("b", TITLE, "《办法》", numbering=numbering)
    pieces: list[Piece] = [piece(f"w{n}", f"{TITLE}\n{t}\n") for n, t in enumerate(texts, 1)]
    return read_sound(pieces, base) is not None


def test_a_plain_count_with_a_gap_is_read_label_by_label() -> None:
    assert reads("第一条 甲。\n第二条 乙。\n第三条 丙。")
    assert not reads("第一条 甲。\n第三条 乙。\n第四条 丙。")
    assert not reads("第二条 甲。\n第三条 乙。\n第四条 丙。")
    assert not reads("第一条 甲。\n第二条 乙。\n第三条 丙。", "第一条 甲。\n第三条 丙。")


def test_a_count_with_branches_is_read_as_it_is_though_numbers_lack() -> None:
    assert reads("第一条 甲。\n第一条之一 乙。\n第三条 丙。")


def test_witnesses_numbered_in_different_ways_are_not_read_together() -> None:
    law_like = "第一条 甲。\n第二条 乙。\n第三条 丙。"
    assert not reads(law_like, "一、甲。\n二、乙。\n三、丙。")


def test_the_editors_choice_must_be_a_witness() -> None:
    base = Base("water", "平河市节约用水条例", "《条例》")
    with pytest.raises(ContentError, match="没有版本“w9”；有的是w1、w2"):
        collate(base, [piece("w1", law()), piece("w2", law())], {"3": "w9"})


def test_an_article_with_a_look_alike_in_its_label_is_not_sure() -> None:
    text = "\n".join(f"第{n}条 {n}号措施。" for n in "一二三四五六七八九")
    assert reads(text)
    found = of(text.replace("第八条", "第入条"), text)
    assert [a.label for a in found.edition.articles] == [f"第{n}条" for n in "一二三四五六七八九"]
