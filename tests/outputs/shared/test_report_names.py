"""Reports of one title are told apart by what they state, else by their words."""

from __future__ import annotations

from generator.model import Piece
from generator.outputs.shared.report_names import report_names


def names(*facts: tuple[str, str, str, str]) -> list[str]:
    """Return the names of pieces of a title, place, date and issuer each."""
    pieces = [
        Piece(str(at), f"{at}.txt", 0, 0, "", title, place=place, date=date, issuer=issuer)
        for at, (title, place, date, issuer) in enumerate(facts)
    ]
    found = report_names(pieces)
    return [found[piece.id] for piece in pieces]


def test_a_title_of_its_own_stays_as_it_is() -> None:
    assert names(("总结", "甲县", "2021", ""), ("汇报", "甲县", "2021", "")) == ["总结", "汇报"]


def test_as_much_is_added_as_is_needed() -> None:
    assert names(
        ("报告", "甲县", "2020-03-01", "甲局"),
        ("报告", "乙县", "2021-03-01", "乙局"),
        ("报告", "乙县", "2022-03", "乙局"),
        ("报告", "丙县", "2021", "丙局"),
        ("报告", "丙县", "2021", "丁局"),
        ("报告", "", "2023", ""),
    ) == [
        "报告（甲县）",
        "报告（乙县，2021年3月1日）",
        "报告（乙县，2022年3月）",
        "报告（丙县，2021年，丙局）",
        "报告（丙县，2021年，丁局）",
        "报告（2023年）",
    ]


def texts(*given: tuple[str, str], **facts: str) -> list[str]:
    """Return the names of reports of one title, each of a file and its text."""
    pieces = [
        Piece(f"{at}", file, 0, 0, f"报告\n{text}", "报告", **facts)  # type: ignore[arg-type]
        for at, (file, text) in enumerate(given)
    ]
    found = report_names(pieces)
    return [found[piece.id] for piece in pieces]


def test_what_all_state_alike_tells_nothing_and_is_left_out() -> None:
    assert names(*[("报告", "甲县", year, "甲局") for year in ("2020", "2021", "2022")]) == [
        "报告（2020年）",
        "报告（2021年）",
        "报告（2022年）",
    ]


def test_the_kind_tells_apart_what_nothing_else_does() -> None:
    pieces = [
        Piece(kind, "1.txt", 0, 0, "", "关于阅览室", place="甲县", date="2021", genre=kind)
        for kind in ("讲话", "调研报告", "")
    ]
    found = report_names(pieces)
    assert found["讲话"] == "关于阅览室（讲话）"
    assert found["调研报告"] == "关于阅览室（调研报告）"
    assert len(set(found.values())) == 3


def test_four_reports_that_state_the_same_are_known_by_their_words() -> None:
    assert texts(
        ("1.txt", "今年以来，全区新建阅览室四处。"),
        ("2.txt", "今年以来，全区关闭阅览室两处。"),
        ("3.txt", "一、今年以来，全区新建阅览室四处，其中夜间开放的有两处。"),
        ("4.txt", "今年以来，“一室一档”全面推行，居民借书更加方便了许多许多。"),
        place="甲县",
        date="2021-05",
    ) == [
        "报告（文件1.txt）",  # all that it says, others say too
        "报告（写有“全区关闭阅览室两处”）",
        "报告（写有“其中夜间开放的有两处”）",
        "报告（写有“‘一室一档’全面推行”）",
    ]


def test_a_file_that_a_person_named_tells_them_apart() -> None:
    assert texts(("东桥区汇报.docx", "一样的话。"), ("西河区汇报.docx", "一样的话。")) == [
        "报告（文件名“东桥区汇报”）",
        "报告（文件名“西河区汇报”）",
    ]


def test_only_where_there_are_no_words_they_are_counted() -> None:
    assert texts(*[("一.txt", "一样的话。")] * 3) == [f"报告（同题第{at}篇）" for at in (1, 2, 3)]
    assert names(*[("报告", "", "", "")] * 2, ("报告", "甲县", "", "")) == [
        "报告（文件0.txt）",
        "报告（文件1.txt）",
        "报告（甲县）",
    ]


def test_reports_without_a_title_have_names_too() -> None:
    assert names(("", "甲县", "", ""), ("", "乙县", "", "")) == [
        "（无题）（甲县）",
        "（无题）（乙县）",
    ]


def test_a_thousand_reports_of_one_title_are_named_at_once() -> None:
    found = names(*[("报告", f"{at % 9}县", f"20{at % 30 + 10}", "") for at in range(1000)])
    assert len(set(found)) == 1000


def test_a_name_that_another_title_is_already_is_not_given_again() -> None:
    found = names(("报告", "甲县", "", ""), ("报告", "乙县", "", ""), ("报告（甲县）", "", "", ""))
    assert len(set(found)) == 3
    assert found[2] == "报告（甲县）"


def test_an_issuer_named_like_the_place_is_said_once() -> None:
    found = names(("报告", "甲县", "", "甲县"), ("报告", "甲县", "", "甲局"), ("报告", "", "", ""))
    assert found[:2] == ["报告（甲县）", "报告（甲县，甲局）"]
