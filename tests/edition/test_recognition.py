"""Which pieces are copies of which base document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.edition import find_witnesses
from generator.errors import ContentError
from generator.model import Base, Piece
from tests.edition.conftest import ARTICLES, TITLE, law, piece

BASE = Base("water", TITLE, "《条例》")
OTHER_TITLE = "平河市城镇供水条例"
OTHER = (
    "为了规范城镇供水，保障生活、生产用水，根据有关法律，结合本市实际，制定本条例。",
    "本市行政区域内城镇供水、用水及其监督管理活动，适用本条例。",
    "供水企业应当保证水质，按月公布检测结果，接受公众查询。",
    "任何单位和个人不得擅自改装、拆除、移动公共供水设施。",
    "违反本条例规定，擅自改装公共供水设施的，由水行政主管部门责令限期改正。",
)


def sister() -> str:
    lines = [f"第{n}条　{text}" for n, text in zip("一二三四五", OTHER, strict=True)]
    return "\n".join([OTHER_TITLE, *lines])


def ids(found: tuple[Piece, ...]) -> list[str]:
    return [each.id for each in found]


def test_a_copy_without_title_and_headings_is_a_witness() -> None:
    pieces = [piece("a", law()), piece("b", law(title=False, headings=False))]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a", "b"]


def test_a_report_that_quotes_at_length_is_not_a_witness() -> None:
    quoting = "关于贯彻情况的报告\n" + "\n".join(ARTICLES[:4])
    own = "我局召开会议学习讨论，分片包干，逐户走访，建立问题清单，限时办结，群众满意度明显提高。"
    report = (
        quoting + "\n" + "\n".join(f"{own}第{n}批任务已经完成{n * 7}项。" for n in range(1, 16))
    )
    pieces = [piece("a", law()), piece("report", report)]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a"]


def test_two_laws_of_a_family_keep_their_own() -> None:
    pieces = [
        piece("a", law()),
        piece("b", sister()),
        piece("c", law(title=False, headings=False)),
        piece("d", sister().split("\n", 1)[1]),
    ]
    found = find_witnesses(pieces, [BASE, Base("supply", OTHER_TITLE, "《供水》")])
    assert ids(found["water"]) == ["a", "c"]
    assert ids(found["supply"]) == ["b", "d"]


def test_a_misread_title_is_known_again() -> None:
    pieces = [piece("a", law().replace("节约用水条例", "节约用氷条例"))]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a"]


def test_the_editors_declaration_goes_first() -> None:
    odd = replace(piece("odd", "别的文字。" * 60), kind="witness", base="water")
    copy = replace(piece("copy", law()), kind="report")
    pieces = [piece("a", law()), odd, copy]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a", "odd"]


def test_no_copy_and_an_unknown_base_are_errors() -> None:
    with pytest.raises(ContentError, match="找不到基准文件"):
        find_witnesses([piece("r", "总结。\n" * 40)], [BASE])
    wrong = replace(piece("a", law()), kind="witness", base="nothing")
    with pytest.raises(ContentError, match="base"):
        find_witnesses([wrong], [BASE])
    with pytest.raises(ContentError, match="同时被"):
        find_witnesses([piece("a", law())], [BASE, Base("twin", TITLE, "《条例》")])


OWN = "我局召开会议学习讨论，分片包干，逐户走访，建立问题清单，限时办结，群众满意度明显提高。"


def unlike(letters: int, offset: int = 0) -> str:
    """Return so many letters of which no sequence stands anywhere else."""
    return "".join(chr(0x5000 + offset + n) for n in range(letters))


def recognized(*texts: str) -> list[str]:
    pieces = [piece(f"p{n}", text) for n, text in enumerate(texts)]
    return ids(find_witnesses(pieces, [BASE])["water"])


def titled(letters: int) -> str:
    """Return a piece that states the title, with so many letters below it."""
    lines = [unlike(letters)[at : at + 100] for at in range(0, letters, 100)]
    return "\n".join([TITLE, *lines])


def test_a_copy_shares_more_than_a_third_of_its_words() -> None:
    """Seeds of 700 letters; a copy has so many of them in a row, then words of its own."""
    seed = titled(700)
    for shared, own, known in (
        (420, 420, True),  # half of its words, more than half of the document's
        (420, 900, False),  # less than a third of its words
        (140, 0, False),  # all its words, but a fifth of the document's
        (210, 0, True),
    ):
        other = unlike(shared) + unlike(own, 2000)
        assert recognized(seed, other) == (["p0", "p1"] if known else ["p0"]), (shared, own)


def test_a_title_must_stand_alone_near_the_beginning_above_a_document() -> None:
    body = law(title=False)
    assert recognized(f"{TITLE}\n{body}") == ["p0"]
    before = "某某文件\n" * 7
    assert recognized(f"{before}{TITLE}\n{body}") == ["p0"]
    with pytest.raises(ContentError, match="找不到基准文件"):
        recognized(f"{before}某某文件\n{TITLE}\n{body}")
    with pytest.raises(ContentError, match="找不到基准文件"):
        recognized(f"学习《{TITLE}》有感，我们要认真领会它的精神实质\n{body}")


def test_a_title_without_a_document_below_is_none() -> None:
    lines = "\n".join(f"{OWN}" for _ in range(4))
    assert recognized(f"{TITLE}\n\n{lines}") == ["p0"]
    for short in (f"{TITLE}\n一。\n二。\n三。\n四。\n五。", f"{TITLE}\n{OWN}\n{OWN}\n{OWN}"):
        with pytest.raises(ContentError, match="找不到基准文件"):
            recognized(short)
    labels = "\n".join(["", *(f"第{n}条 {OWN}" for n in "一二")])
    assert recognized(f"{TITLE}\n{labels}") == ["p0"]


def test_a_misread_title_counts_only_where_none_is_read_right() -> None:
    misread = law().replace("节约用水条例", "节约用氷条例")
    other = "\n".join([TITLE.replace("水", "氷"), *(f"第{n}条 {OWN}" for n in "一二三四五")])
    assert recognized(misread, other) == ["p0", "p1"]
    assert recognized(law(), other) == ["p0"]


def test_a_piece_is_the_copy_of_the_base_that_it_is_likest() -> None:
    """The third piece has two thirds of one document, and a third of the other."""
    one, other = unlike(300), unlike(300, 3000)
    texts = (
        f"{TITLE}\n" + "\n".join(one[at : at + 60] for at in range(0, 300, 60)),
        f"{OTHER_TITLE}\n" + "\n".join(other[at : at + 60] for at in range(0, 300, 60)),
        one[:120] + other[:240],
    )
    pieces = [piece(f"p{n}", text) for n, text in enumerate(texts)]
    for bases in (
        [BASE, Base("supply", OTHER_TITLE, "《供水》")],
        [Base("supply", OTHER_TITLE, "《供水》"), BASE],
    ):
        found = find_witnesses(pieces, bases)
        assert ids(found["water"]) == ["p0"]
        assert ids(found["supply"]) == ["p1", "p2"]


def test_a_declared_witness_needs_its_base_named_only_where_there_are_several() -> None:
    odd = replace(piece("odd", OWN), kind="witness")
    assert ids(find_witnesses([odd], [BASE])["water"]) == ["odd"]
    two = [BASE, Base("supply", OTHER_TITLE, "《供水》")]
    with pytest.raises(ContentError, match="witness 要用 base 写明"):
        find_witnesses([odd, piece("a", law()), piece("b", sister())], two)


def test_copies_of_a_declared_witness_are_found_by_its_text() -> None:
    declared = replace(piece("declared", unlike(300)), kind="witness", base="water")
    again = piece("again", unlike(280))
    assert ids(find_witnesses([declared, again], [BASE])["water"]) == ["declared", "again"]
