"""Why a link stands: what is shown of a sentence and of the article, and what is not."""

from __future__ import annotations

from generator.linking import citations, index_articles
from generator.linking.evidence import context_evidence, hint_evidence, own_evidence
from generator.linking.index import BaseIndex
from generator.linking.scoring.sentence_words import sentence_words
from generator.model import Evidence, Term
from tests.linking.conftest import edition, report

ARTICLES = (
    "甲乙丙丁。戊己庚辛壬癸子丑寅卯辰巳午未，带班子",
    "天地玄黄。宇宙洪荒，日月盈昃辰宿列张寒来暑往",
    "加强领导。加强工作，的工作",
)
TERM = Term("t", "宇宙洪荒", ("洪荒",), "机制", "", "", ("星空",), ("早晚", "早晚车", "大海", "车"))


THESAURUS = (("班子建设", "带班子"),)


def base_of(articles: tuple[str, ...] = ARTICLES, terms: tuple[Term, ...] = (TERM,)) -> BaseIndex:
    return index_articles([edition(articles)], terms, THESAURUS).bases[0]


BASE = base_of()


def shown(text: str, article: int, base: BaseIndex = BASE, at: int = 0) -> tuple[Evidence, ...]:
    document = report(text)
    cited = citations(text, [base.base], {base.base.id: base.numbering})
    words = sentence_words(document, base)[at]
    found = own_evidence(document, document.sentences[at], words, article, cited, base)
    for each in found:
        assert text[each.report_start : each.report_end] == each.text
    return found


def told(
    text: str, article: int, base: BaseIndex = BASE, at: int = 0
) -> list[tuple[str, str, str]]:
    """Return kind, the report's words and the article's words of each piece of evidence."""
    body = base.articles[article].article.text
    return [
        (each.what, each.text, body[each.article_start : each.article_end])
        for each in shown(text, article, base, at)
    ]


def test_eight_letters_in_a_row_are_a_quotation_and_fewer_a_likeness() -> None:
    assert told("说戊己庚辛壬癸子丑了", 0) == [
        ("quotation", "戊己庚辛壬癸子丑", "戊己庚辛壬癸子丑")
    ]
    assert told("说戊己庚辛壬癸子了", 0) == [("similarity", "戊己庚辛壬癸子", "戊己庚辛壬癸子")]
    assert told("说戊己庚了", 0) == [("similarity", "戊己庚", "戊己庚")]
    assert told("说戊己了", 0) == []


def test_runs_end_at_stops_and_at_the_end() -> None:
    assert told("戊己庚，辛壬癸", 0) == [
        ("similarity", "戊己庚", "戊己庚"),
        ("similarity", "辛壬癸", "辛壬癸"),
    ]
    assert told("午未，带班", 0) == []


def test_a_run_is_shown_once() -> None:
    assert len(told("卅，戊己庚，戊己庚，卅", 0)) == 1
    assert len(told("卅，戊己庚，戊己辛，庚辛壬，戊己庚", 0)) == 2


def test_generic_words_alone_show_nothing() -> None:
    assert told("加强领导", 2) == []
    assert told("加强工作，的工作", 2) == []
    body = ("加强甲乙丙。其他", "天地", "玄黄")
    assert told("加强甲", 0, base_of(body)) == []
    assert told("加强甲乙", 0, base_of(body)) == [("similarity", "加强甲乙", "加强甲乙")]


def test_terms_stand_where_the_article_has_them() -> None:
    assert told("管好洪荒", 1) == [("term", "洪荒", "洪荒")]
    assert told("管好洪荒", 0) == []
    assert told("仰望星空", 1) == [("term", "星空", "宇宙洪荒")]


def test_a_term_of_which_the_article_has_another_wording_is_shown_by_that() -> None:
    other = base_of(("甲乙。洪荒", "其他"))
    assert told("宇宙洪荒", 0, other)[0] == ("term", "宇宙洪荒", "洪荒")


def test_the_same_wording_of_a_term_is_shown_once_and_each_wording() -> None:
    assert [text for _, text, _ in told("洪荒，洪荒，星空", 1)] == ["洪荒", "星空"]


def test_what_a_term_or_quotation_holds_is_not_shown_again() -> None:
    assert told("宇宙洪荒", 1) == [("term", "宇宙洪荒", "宇宙洪荒")]
    found = told("宇宙洪荒日月盈昃辰宿列张", 1)
    assert [what for what, _, _ in found] == ["quotation", "term"]


def test_kin_of_the_articles_words_are_a_likeness() -> None:
    assert told("班子建设", 0) == [("similarity", "班子建设", "带班子")]
    assert told("班子建设", 1) == []


def test_kin_of_which_the_article_has_little_show_nothing() -> None:
    many = tuple(f"第{at}。带班子" for at in "甲乙丙丁戊己庚")  # a seventh each: less than 0.15
    assert told("班子建设", 0, base_of(many, ())) == []
    assert told("班子建设", 0, base_of(many[1:], ())) != []  # a sixth each


def test_four_likenesses_at_most_the_longest_in_their_order() -> None:
    text = "戊己庚，庚辛壬癸，癸子丑寅，甲乙丙，丑寅卯辰"
    found = told(text, 0)
    assert [words for _, words, _ in found] == ["戊己庚", "庚辛壬癸", "癸子丑寅", "丑寅卯辰"]


NEAR = "日月盈昃辰宿列张寒来暑往"


def test_a_clause_that_is_nearly_the_articles_is_shown_whole() -> None:
    changed = NEAR.replace("宿", "卅")  # eleven of twelve letters
    assert ("similarity", changed, NEAR) in told(f"卅廿，{changed}", 1)


def test_a_clause_that_is_too_short_or_too_far_is_not() -> None:
    assert told("日月盈昃卅宿列张寒来暑", 1) == [
        ("similarity", "日月盈昃", "日月盈昃"),
        ("similarity", "宿列张寒来暑", "宿列张寒来暑"),
    ]
    far = NEAR.replace("盈", "卅").replace("宿", "廿").replace("寒", "勺")
    assert ("similarity", far, NEAR) not in told(far, 1)


def test_beside_a_quotation_nothing_nearly_alike_is_shown() -> None:
    near = NEAR.replace("来", "卅")
    found = told(f"{near}，戊己庚辛壬癸子丑", 1)
    assert [what for what, _, _ in found] == ["quotation"]


def test_a_citation_is_shown_for_its_sentence_and_its_article() -> None:
    text = "见《规则》第二条。\n见《规则》第一条。"
    assert told(text, 1) == [("citation", "第二条", "")]
    assert told(text, 0) == []
    assert told(text, 0, at=1) == [("citation", "第一条", "")]


LISTED = "其他。应当：\n（一）甲乙。\n（二）丙丁。\n另款戊己。"


def test_a_citation_shows_the_paragraph_or_item_that_it_names() -> None:
    base = base_of((LISTED, "其他"), ())
    assert told("《规则》第一条第二款", 0, base)[0][2].startswith("另款戊己")
    assert "丙丁" in told("《规则》第一条第一款第二项", 0, base)[0][2]
    assert "甲乙" in told("《规则》第一条第（一）项", 0, base)[0][2]
    assert told("《规则》第一条第九款", 0, base)[0][2] == ""
    assert told("《规则》第一条第（九）项", 0, base)[0][2] == ""


def test_an_item_without_its_paragraph_is_found_in_a_later_one() -> None:
    base = base_of(("其他。\n应当：\n（一）甲乙。\n（二）丙丁。", "其他"), ())
    assert "丙丁" in told("《规则》第一条第（二）项", 0, base)[0][2]


def hints(text: str, article: int, already: tuple[Evidence, ...] = ()) -> list[str]:
    document = report(text)
    words = sentence_words(document, BASE)[0]
    found = hint_evidence(document, words, article, BASE, already)
    assert {each.what for each in found} <= {"similarity"}
    return [each.text for each in found]


def test_hints_at_an_article_are_shown_in_their_order() -> None:
    assert hints("大海，早晚", 1) == ["大海", "早晚"]
    assert hints("大海，早晚", 0) == []


def test_a_hint_inside_another_is_not_shown() -> None:
    assert hints("早晚车", 1) == ["早晚车"]


def test_a_hint_in_what_is_shown_already_is_not_shown_again() -> None:
    there = (Evidence("term", "看大海", 0, 3, 0, 0),)
    assert hints("看大海，早晚", 1, there) == ["早晚"]


def test_hints_at_a_term_that_the_article_shares_with_others_show_nothing() -> None:
    thirds = base_of(("甲。洪荒", "乙。洪荒", "丙。洪荒"))
    document = report("大海")
    words = sentence_words(document, thirds)[0]
    assert hint_evidence(document, words, 0, thirds, ()) == ()
    halves = base_of(("甲。洪荒", "乙。洪荒", "丙"))
    words = sentence_words(document, halves)[0]
    assert len(hint_evidence(document, words, 0, halves, ())) == 1


def test_four_hints_at_most_the_longest() -> None:
    term = Term("t", "洪荒", (), "机制", "", "", (), ("一车", "二车", "三车", "四大车", "五大车"))
    base = base_of(("甲。洪荒", "乙"), (term,))
    document = report("一车，二车，三车，四大车，五大车")
    found = hint_evidence(document, sentence_words(document, base)[0], 0, base, ())
    assert [each.text for each in found] == ["一车", "二车", "四大车", "五大车"]


def test_a_heading_hands_on_its_subject_as_the_article_says_it() -> None:
    document = report("题目\n一、抓甲乙\n其他。\n")
    article = BASE.articles[0]
    found = context_evidence(document, 1, article)
    assert (found.what, found.text) == ("context", "一、抓甲乙")
    assert (found.article_start, found.article_end) == (0, len("甲乙丙丁"))
