"""Cleaning at its face: the received texts, declarations, errata, speed."""

import time
from pathlib import Path

import pytest

from generator.cleaning import CleaningSettings, Declared, Erratum, clean
from generator.content.decoding import decode
from generator.content.importing import import_file
from generator.errors import ContentError
from generator.model import CleanedSource, Piece, Source
from tests.cleaning.test_ledger import check_exact, real_settings

FILES = sorted(Path("content/sources").glob("*.txt"))


def _clean(
    text: str, settings: CleaningSettings | None = None, file: str = "a.txt"
) -> CleanedSource:
    return clean(Source(file, text, "", "utf-8"), settings or CleaningSettings())


@pytest.fixture(scope="module")
def received() -> dict[str, Piece]:
    return {
        piece.id: piece
        for path in FILES
        for piece in clean(decode(path.read_bytes(), path.name), real_settings()).pieces
    }


def test_nine_pieces_with_their_titles(received: dict[str, Piece]) -> None:
    general = "加强一把手和领导班子监督情况报告"
    assert {name: piece.title for name, piece in received.items()} == {
        "000-1": f"{general}（篇一）",
        "000-2": f"{general}（篇二）",
        "000-3": f"{general}（篇三）",
        "000-4": f"{general}（篇四）",
        "000-5": f"{general}（篇五）",
        "001": "中共中央关于加强对“一把手”和领导班子监督的意见",
        "002": "关于加强对“一把手”和领导班子监督工作情况的汇报",
        "003": "［关于加强对“一把手”和领导班子监督的调研报告］",
        "004": "［关于加强对“一把手”和领导班子管理监督的讲话］",
    }
    assert (received["001"].date, received["001"].issuer) == ("2021-03-27", "中共中央")
    assert received["002"].text.startswith(received["002"].title + "\n")
    assert not any("#" in piece.text or "\n\n" in piece.text for piece in received.values())


def test_001_is_mended_mechanically_and_ends_where_the_story_begins(
    received: dict[str, Piece],
) -> None:
    text = received["001"].text
    assert "党内政治生活的领导责任，" in text
    assert text.endswith("不断增强监督实效。")
    assert "\n（二十）定期分析" in text
    assert not any(mark in text for mark in ",;:()")
    assert "近日常态化" in text, "its readings are for the collation"


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("000-4", "考核挑选上来"),
        ("000-4", "心存恻隐"),
        ("000-4", "党政“一把手”独断专行"),
        ("000-4", "民主集中制原则造成"),
        ("000-5", "始终成为中国特色社会主义事业"),
        ("000-5", "《中国共产党党内监督条例》、"),
        ("002", "重大问题亲自过问"),
        ("002", "严管即是厚爱"),
        ("003", "片面的认为"),
        ("003", "凌驾于组织之上"),
        ("003", "开展主题教育，"),
        ("003", "XX县纪委监委"),
        ("000-1", "20xx年x月xx日"),
        ("000-1", "贯彻学习和“回头看”情况"),
    ],
)
def test_what_was_proofread(received: dict[str, Piece], piece: str, words: str) -> None:
    assert words in received[piece].text


def test_every_certain_misprint_was_found() -> None:
    codes = {
        finding.code
        for path in FILES
        for finding in clean(decode(path.read_bytes(), path.name), real_settings()).findings
    }
    assert codes == {"E-004"}


def test_errata_that_find_nothing_or_too_much_become_findings_at_their_line() -> None:
    settings = CleaningSettings(
        (
            Erratum("a.txt", "桃选", "挑选", "形近"),
            Erratum("a.txt", "侧隐", "恻隐", "形近"),
            Erratum("a.txt", "侧隐", "恻隐", "形近", context="又存侧隐"),
            Erratum("a.txt", "存侧隐之", "存恻隐之", "形近"),
            Erratum("a.txt", "完善地", "", "疑为完整", suspect=True),
            Erratum("b.txt", "甲", "乙", "别的来源"),
        )
    )
    cleaned = _clean("题目\r\n\r\n心存侧隐，\n\n又存侧隐之心，完善地理解。", settings)
    assert "又存恻隐之心，完善地理解" in cleaned.pieces[0].text
    assert "心存侧隐，" in cleaned.pieces[0].text
    assert [(each.code, each.level, each.line) for each in cleaned.findings] == [
        ("E-001", "warning", 0),
        ("E-002", "warning", 3),
        ("E-003", "warning", 5),
        ("E-004", "info", 5),
    ]
    check_exact(cleaned)


def test_the_note_of_a_correction_is_its_reason() -> None:
    cleaned = _clean("心存侧隐。", CleaningSettings((Erratum("a.txt", "侧隐", "恻隐", "形近"),)))
    assert [(e.before, e.after, e.rules, e.note) for e in cleaned.edits] == [
        ("侧隐", "恻隐", ("C-013",), "形近")
    ]


BODY = "甲甲甲甲。落实责任，强化监督，严肃问责。" * 5
TWO = f"合集\n篇一\n{BODY}\n篇二\n{BODY}"


def test_declarations_of_a_piece_go_before_those_of_its_file() -> None:
    settings = CleaningSettings(
        declared={
            "a.txt": Declared(issuer="甲局", date="2020", order=2, kind="report"),
            "a-2": Declared(issuer="乙局", title="新题", genre="论述", place="某县", order=1),
        }
    )
    first, second = _clean(TWO, settings).pieces
    assert (first.issuer, first.date, first.title, first.order) == (
        "甲局",
        "2020",
        "合集（篇一）",
        2,
    )
    assert (second.issuer, second.date, second.title, second.order) == (
        "乙局",
        "2020",
        "［新题］",
        1,
    )
    assert (second.genre, second.place, second.kind) == ("论述", "某县", "report")


@pytest.mark.parametrize("declared", [Declared(drop=True), Declared(kind="foreign")])
def test_a_dropped_piece_is_in_the_ledger_and_keeps_the_ids_of_the_others(
    declared: Declared,
) -> None:
    cleaned = _clean(TWO, CleaningSettings(declared={"a-1": declared}))
    assert [piece.id for piece in cleaned.pieces] == ["a-2"]
    assert any("C-902" in edit.rules and edit.before == BODY for edit in cleaned.edits)
    check_exact(cleaned)


def test_a_declared_title_that_the_text_states_is_not_marked_as_supplied() -> None:
    for title, shown in (("监督谈", "监督谈"), ("监督论", "［监督论］")):
        settings = CleaningSettings(declared={"a.txt": Declared(title=title)})
        assert _clean(f"前言\n监督谈\n{BODY}", settings).pieces[0].title == shown


def test_a_story_behind_a_document_is_cut_under_its_own_name() -> None:
    own = FILES[0].read_text("utf-8")[7265:13983].rstrip()
    story = FILES[1].read_text("utf-8")[7030:].rstrip()
    cleaned = _clean(f"\n{own}\n\n{story}\n")
    cuts = {edit.rules[0]: edit.before for edit in cleaned.edits if edit.after == ""}
    assert cuts["C-901"].strip() == story
    assert cleaned.pieces[0].text.endswith(own[-20:])


@pytest.mark.parametrize("text", ["", " \n\u3000\r\n", "##paidend##", "\u200b"])
def test_a_source_without_text_is_refused(text: str) -> None:
    with pytest.raises(ContentError, match="没有文字"):
        _clean(text)


def test_a_million_characters_in_seconds() -> None:
    unit = FILES[1].read_text("utf-8") + "\n" + FILES[0].read_text("utf-8")[30:]
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    start = time.process_time()
    _clean(text)
    assert time.process_time() - start < 10


def test_a_wrapped_pdf_with_page_numbers_comes_back_as_its_paragraphs(
    received: dict[str, Piece],
) -> None:
    typst = pytest.importorskip("typst")
    text = received["003"].text
    page = (
        "#set page(width: 160mm, height: 150mm,"
        " footer: context align(center)[— #counter(page).display() —])\n"
        '#set text(font: "Noto Serif CJK SC", size: 14pt, lang: "zh")\n'
    )
    data = typst.compile((page + text.replace("\n", "\n\n")).encode())
    (piece,) = _clean(import_file("a.pdf", data).text).pieces
    assert piece.text.replace("\n", "") == text.replace("\n", "")
    assert text.count("\n") <= piece.text.count("\n") <= text.count("\n") + 12
