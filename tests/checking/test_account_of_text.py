"""K-008: every letter of every witness is in the edition, apart from it, or in the apparatus."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checking.account_of_text import account, lost
from generator.edition import collate
from generator.model import Base, CleanedSource, Collation, Piece, Source

TITLE = "云溪市河道保护条例"
TEXT = (
    f"{TITLE}\n（2020年1月1日通过）\n第一章 总则\n第一条 为了保护河道，防治水患，制定本条例。\n"
    "第二条 本市行政区域内河道的保护适用本条例。\n第三条 任何单位和个人不得向河道倾倒垃圾。\n"
    "第四条 本条例自公布之日起施行。\n云溪市人民政府\n2020年1月1日\n"
)


def collated(*texts: str) -> Collation:
    pieces = [Piece(f"w{n}", f"w{n}.txt", 0, len(text), text, "") for n, text in enumerate(texts)]
    return collate(Base("b", TITLE, "《条例》"), pieces)


def found_of(collation: Collation) -> list[str]:
    sources = {
        each.piece.file: CleanedSource(
            Source(each.piece.file, each.piece.text, "0" * 64, "utf-8"), (), (), ()
        )
        for each in collation.witnesses
    }
    return [f"{each.file}:{each.line} {each.text}" for each in account([collation], sources)]


def test_a_whole_document_is_accounted_for() -> None:
    assert found_of(collated(TEXT)) == []


def test_what_only_one_of_two_witnesses_has_is_named() -> None:
    other = TEXT.replace("本市行政区域内", "全市").replace("，防治水患", "")
    assert found_of(collated(TEXT, other)) == []


@pytest.mark.parametrize(
    ("drop", "quoted"),
    [
        ("第三条", "任何单位和个人不得向河道倾倒垃圾"),
        ("第一条", "为了保护河道，防治水患，制定本条例"),
    ],
)
def test_an_article_that_is_lost_is_quoted(drop: str, quoted: str) -> None:
    whole = collated(TEXT)
    parts = tuple(
        replace(part, articles=tuple(each for each in part.articles if each.label != drop))
        for part in whole.edition.parts
    )
    cut = replace(whole, edition=replace(whole.edition, parts=parts))
    [finding] = found_of(cut)
    assert quoted in finding
    assert finding.startswith(f"w0.txt:{4 if drop == '第一条' else 6} ")


def test_matter_apart_counts_only_where_it_is_said_to_stand_apart() -> None:
    whole = collated(TEXT)
    bare = replace(whole, witnesses=(replace(whole.witnesses[0], matter=()),))
    spans = lost(bare, bare.witnesses[0])
    assert [TEXT[start:end] for start, end in spans] == [
        "2020年1月1日通过",
        "云溪市人民政府\n2020年1月1日",
    ]


def test_one_letter_alone_is_no_loss_but_two_are() -> None:
    whole = collated(TEXT)
    [part] = whole.edition.parts
    for gone, count in (("垃", 0), ("垃圾", 1)):
        articles = tuple(replace(each, text=each.text.replace(gone, "")) for each in part.articles)
        edition = replace(whole.edition, parts=(replace(part, articles=articles),))
        assert len(found_of(replace(whole, edition=edition))) == count
