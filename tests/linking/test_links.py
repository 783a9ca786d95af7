from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.linking import ArticleIndex, index_articles, link, roles
from generator.text.letters import fold, letters_of
from tests.linking.conftest import ARTICLES, edition, report

REPORT = """一、工作情况
（一）定时收运厨余垃圾。
今年以来，新购车辆12台，每日早晚各一次。
（二）督导员在投放点值守。
共招募督导员30名，劝导随意倾倒。
二、存在的问题
混投的现象仍有，《规则》第四条执行不到位。
三、下一步打算
我们将认真学习领会，提高政治站位。
"""


def linked(text: str, index: ArticleIndex) -> dict[str, set[int]]:
    document = report(text)
    found: dict[str, set[int]] = {}
    for one in link(document, index):
        found.setdefault(document.piece.text[one.start : one.end], set()).add(one.article)
    return found


def test_wording_term_citation(rules: ArticleIndex) -> None:
    found = linked(REPORT, rules)
    assert found["（一）定时收运厨余垃圾。"] == {2}
    assert 3 in found["（二）督导员在投放点值守。"]
    assert found["混投的现象仍有，《规则》第四条执行不到位。"] == {4}


def test_general_exhortation_has_no_link(rules: ArticleIndex) -> None:
    assert "我们将认真学习领会，提高政治站位。" not in linked(REPORT, rules)


def test_an_item_inherits_its_headings_subject(rules: ArticleIndex) -> None:
    under = (
        "一、厨余垃圾每日定时收运\n（一）落实《规则》第二条，车辆密闭。\n新购12台，早晚各一次。\n"
    )
    document = report(under + "二、其他工作\n（一）开展培训。\n新购12台，早晚各一次。\n")
    items = [
        one
        for one in link(document, rules)
        if document.piece.text[one.start : one.end] == "新购12台，早晚各一次。"
    ]
    assert [(one.article, one.start < len(under)) for one in items] == [(2, True)]
    assert [each.what for each in items[0].evidence] == ["context"]
    assert items[0].evidence[0].text == "（一）落实《规则》第二条，车辆密闭。"
    assert items[0].kind == "topic"


def test_roles_follow_headings() -> None:
    document = report(REPORT)
    judged = {
        document.piece.text[each.start : each.end]: role
        for each, role in zip(document.sentences, roles(document), strict=True)
    }
    assert judged["今年以来，新购车辆12台，每日早晚各一次。"] == "practice"
    assert judged["混投的现象仍有，《规则》第四条执行不到位。"] == "problem"
    assert judged["我们将认真学习领会，提高政治站位。"] == "measure"


def test_ids_are_stable_and_unique(rules: ArticleIndex) -> None:
    links = link(report(REPORT), rules)
    assert len({one.id for one in links}) == len(links)
    assert links == link(report(REPORT), rules)
    assert all(one.id.startswith("r-s") and one.id.endswith(f"-{one.article}") for one in links)


def test_width_and_quotes_do_not_matter(rules: ArticleIndex) -> None:
    wide = "厨余垃圾每日定时收运，收运车辆密闭，防止滴漏。"
    other = "厨余垃圾每日“定时收运”,收运车辆密闭,防止滴漏。"
    assert linked(wide, rules)[wide] == linked(other, rules)[other] == {2}


def test_a_library_without_terms_links_too() -> None:
    index = index_articles([edition()], ())
    text = "督导员在投放点值守，劝导随意倾倒。"
    assert 3 in linked(text, index)[text]


def test_empty_report(rules: ArticleIndex) -> None:
    assert link(report(""), rules) == ()
    assert roles(report("")) == ()


PIECES = st.lists(
    st.one_of(
        st.sampled_from([part for text in ARTICLES for part in text.split("。") if part]),
        st.sampled_from(
            ["“", "”", "\n", "。", "，", "一、", "（二）", "《规则》第三条", "前款", "ａ", "　"]
        ),
        st.text("的督导员收运投放混投加强工作", max_size=8),
    ),
    max_size=24,
)


@settings(max_examples=60)
@given(PIECES)
def test_every_link_shows_evidence_where_it_says(rules: ArticleIndex, pieces: list[str]) -> None:
    document = report("".join(pieces))
    text = document.piece.text
    for one in link(document, rules):
        assert one.evidence
        assert 0 <= one.score <= 1
        assert any((one.start, one.end) == (s.start, s.end) for s in document.sentences)
        article = ARTICLES[one.article - 1]
        for each in one.evidence:
            assert text[each.report_start : each.report_end] == each.text
            assert each.text
            assert 0 <= each.article_start <= each.article_end <= len(article)
            if each.what == "quotation":
                theirs = letters_of(article[each.article_start : each.article_end])
                assert letters_of(each.text) == theirs
            if each.what != "context":
                assert one.start <= each.report_start < each.report_end <= one.end


@given(st.text(max_size=60))
def test_folded_offsets_point_at_the_letters(text: str) -> None:
    folded = fold(text)
    assert len(folded.letters) == len(folded.offsets)
    assert list(folded.offsets) == sorted(set(folded.offsets))
    for letter, offset in zip(folded.letters, folded.offsets, strict=True):
        assert letter in (text[offset], "|") or fold(text[offset]).letters == letter
