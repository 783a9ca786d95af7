"""核稿: what is found in drafts of which all is known."""

from __future__ import annotations

import pytest

from generator.draft import DraftLibrary, DraftReport, check_draft
from tests.draft.conftest import COPIED


def _quotations(report: DraftReport) -> list[tuple[str, str, list[str]]]:
    return [
        (each.verdict, report.text[each.start : each.end], [place.name for place in each.places])
        for each in report.quotations
    ]


def test_a_quotation_is_exact_whatever_its_marks_and_lines(small: DraftLibrary) -> None:
    text = "他说：“遗失图书应当照价赔偿；珍贵图书，加倍赔偿。赔偿所得用于购置图书”。"
    [found] = check_draft(small, text).quotations
    assert (found.verdict, found.marked, found.punctuation) == ("exact", True, True)
    assert [place.name for place in found.places] == ["《条例》第五条"]
    assert found.places[0].page == "b/5.html#b-5-s1"


def test_words_without_marks_are_found_too(small: DraftLibrary) -> None:
    text = "工作中我们注意，市图书馆每周开放不少于五十六小时，节假日照常开放。大家都满意。"
    words = "市图书馆每周开放不少于五十六小时，节假日照常开放"
    assert _quotations(check_draft(small, text)) == [("exact", words, ["《条例》第二条"])]


LOANS = "每人一次可以借书十册，借期六十日，可以续借两次，逾期不还的按日收取滞纳金。"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("要求“每人一次可以借书八册，借期三十日”。", [("八", "十")]),
        ("要求“每人一次可以借书十册，借期三十个日”。", [("个", "")]),
        (LOANS, [("六", "三"), ("两", "一")]),
        ("规定是“遗失可以补办，凭身份证明领取”，", None),
    ],
)
def test_what_is_altered_is_marked_letter_by_letter(
    small: DraftLibrary, text: str, changes: list[tuple[str, str]] | None
) -> None:
    [found] = check_draft(small, text).quotations
    assert found.verdict == "altered"
    said = [(text[each.start : each.end], each.original) for each in found.changes]
    assert changes is None or said == changes


def test_a_sentence_left_out_is_told(small: DraftLibrary) -> None:
    text = "条例说“借阅证免费办理，遗失可以补办”。"
    [found] = check_draft(small, text).quotations
    assert found.verdict == "altered"
    assert [(each.start, each.original) for each in found.changes] == [
        (text.index("遗失"), "凭身份证明领取")
    ]


def test_words_left_out_with_an_ellipsis_are_exact(small: DraftLibrary) -> None:
    text = "条例说“借阅证免费办理……遗失可以补办”。"
    assert [each.verdict for each in check_draft(small, text).quotations] == ["exact"]


def test_two_places_put_together_are_no_quotation(small: DraftLibrary) -> None:
    text = "条例说“节假日照常开放，借阅证免费办理，凭身份证明领取”。"
    [found] = check_draft(small, text).quotations
    assert found.verdict == "altered"
    assert [place.name for place in found.places] == ["《条例》第二条", "《条例》第三条"]


def test_made_up_words_in_marks_are_found_nowhere(small: DraftLibrary) -> None:
    text = "《条例》指出：“每个村都要配一辆流动书车，风雨无阻”。大家叫它“幸福书车”。"
    assert _quotations(check_draft(small, text)) == [
        ("missing", "每个村都要配一辆流动书车，风雨无阻", [])
    ]


@pytest.mark.parametrize(
    ("text", "name", "exists", "stands"),
    [
        ("《条例》第五条规定“遗失图书应当照价赔偿”。", "《条例》第五条", True, True),
        ("《条例》第四条规定“遗失图书应当照价赔偿”。", "《条例》第四条", True, False),
        ("“遗失图书应当照价赔偿”（《条例》第五条）。", "《条例》第五条", True, True),
        ("《条例》第五条第二款规定“遗失图书应当照价赔偿”。", "《条例》第五条第二款", True, False),
        ("《条例》第五条第三款另有规定。", "《条例》第五条第三款", False, False),
        ("按《条例》第六条第（二）项办理。", "《条例》第六条第（二）项", True, False),
        ("按《条例》第六条第（四）项办理。", "《条例》第六条第（四）项", False, False),
        ("按《条例》第八条办理。", "《条例》第八条", False, False),
    ],
)
def test_what_is_cited_is_there_or_not(
    small: DraftLibrary, text: str, name: str, exists: bool, stands: bool
) -> None:
    [found] = check_draft(small, text).citations
    assert (found.name, found.exists, found.stands) == (name, exists, stands)


def test_the_number_of_another_law_is_none_of_ours(small: DraftLibrary) -> None:
    assert check_draft(small, "按照《中华人民共和国档案法》第九条办理。").citations == ()


def test_every_letter_is_of_one_kind(small: DraftLibrary) -> None:
    quoted = "每人一次可以借书十册，借期三十日，可以续借一次，逾期不还的按日收取滞纳金。"
    own = "本月新到绘本一箱，孩子们抢着看。"
    report = check_draft(small, f"{own}\n{quoted}\n{COPIED}\n")
    counts = [sum(map(str.isalnum, each)) for each in (quoted, COPIED, own)]
    assert [report.shares.document, report.shares.shared, report.shares.own] == counts
    assert [each.kind for each in report.stretches] == ["own", "document", "shared"]
    assert [name for name, _ in report.by_report] == ["r1"]


def test_what_was_copied_and_changed_is_still_shared(small: DraftLibrary) -> None:
    changed = COPIED.replace("老粮仓", "旧仓库").replace("太阳能路灯", "路灯").replace("常常", "总")
    report = check_draft(small, f"{changed}\n本月新到绘本一箱，孩子们抢着看。\n")
    assert report.shares.shared == sum(map(str.isalnum, changed))


def test_articles_spoken_of_and_left_out(small: DraftLibrary) -> None:
    report = check_draft(small, "我们落实《条例》第四条，一次借书十册。")
    spoken = {each.article for each in report.coverage if each.spoken}
    assert 4 in spoken
    assert [each.article for each in report.coverage] == [1, 2, 3, 4, 5, 6, 7]
    assert all(each.passages == () for each in report.coverage if each.spoken)


def test_what_check_finds_in_any_text(small: DraftLibrary) -> None:
    text = "工作总结\n抓好三个方面的工作：\n一是开门。\n二是送书。\n己经办好“夜读点。\n"
    codes = {each.code for each in check_draft(small, text).findings}
    assert {"T-001", "T-007", "T-011"} <= codes


@pytest.mark.parametrize("text", ["", "\n", "“”", "。。", "一", "《条例》第条"])
def test_an_empty_draft_says_nothing(small: DraftLibrary, text: str) -> None:
    report = check_draft(small, text)
    assert report.quotations == ()
    assert report.shares.document == report.shares.shared == 0
