"""What becomes a link, of which kind, with which score and which evidence."""

from __future__ import annotations

from generator.linking import ArticleIndex, index_articles
from generator.linking.linker import link_with
from generator.linking.named_weights import Linear
from generator.linking.roles.role_weights import load_role_weights
from generator.linking.scoring.features import CONTEXT, OWN
from generator.linking.scoring.weights import Bounds, LinkWeights, RoundWeights, TaughtWeights
from generator.linking.teaching.taught_features import TAUGHT
from generator.model import Base, Link, Term
from tests.linking.conftest import edition, report

ARTICLES = (
    "甲乙丙丁。戊己庚辛壬癸子丑寅卯",
    "天地玄黄。宇宙洪荒日月盈昃",
    "辰宿列张。宇宙洪荒",
    "寒来暑往。秋收",
)
TERMS = (Term("t", "宇宙洪荒", (), "机制", "", "", ("星空",), ("早晚", "大海")),)
INDEX = index_articles([edition(ARTICLES)], TERMS)


def weights(
    own: dict[str, float],
    around: dict[str, float] | None = None,
    linked: float = 0.5,
    sure: float = 0.95,
) -> LinkWeights:
    """Return weights where nothing counts but what is named; -2 is the chance to begin with."""
    first = Linear(-2.0, dict.fromkeys(OWN, 0.0) | own)
    second = Linear(0.0, dict.fromkeys(CONTEXT, 0.0) | {"own": 1.0} | (around or {}))
    bounds = Bounds(linked, sure)
    rounds = RoundWeights(first, second, bounds)
    taught = TaughtWeights(Linear(0.0, dict.fromkeys(TAUGHT, 0.0)), bounds)
    return LinkWeights(rounds, rounds, rounds, taught)


def links(text: str, made: LinkWeights, index: ArticleIndex = INDEX) -> list[Link]:
    return list(link_with(report(text), index, made, load_role_weights()))


def test_what_reaches_the_bound_is_linked() -> None:
    likely = weights({"runs": 9.0, "term_sum": 9.0})
    assert [one.article for one in links("戊己，卅廿庚辛壬", likely)] == [1]
    assert links("卅廿", likely) == []
    assert links("戊己", weights({})) == []
    half = weights({"citation": 0.0, "length": 0.0}, {"own": 0.0})  # a chance of 0.5 for all
    assert {one.score for one in links("戊己庚，宇宙洪荒", half)} == {0.5}
    assert links("戊己庚，宇宙洪荒", weights({}, {"own": 0.0}, 0.51)) == []


def test_nothing_is_linked_that_nobody_could_check() -> None:
    everything = weights({}, {"own": -1.0})
    assert {one.article for one in links("戊己庚", everything)} == {1}


def test_a_citation_is_a_link_of_the_highest_score() -> None:
    (one,) = links("落实《规则》第四条。", weights({}))
    assert (one.article, one.kind, one.score) == (4, "citation", 0.99)
    assert [each.what for each in one.evidence] == ["citation"]


def test_a_quotation_a_mechanism_a_paraphrase() -> None:
    likely = weights({"runs": 9.0, "related_body": 99.0})
    kinds = {"戊己庚辛壬癸子丑": "quotation", "仰望星空": "mechanism", "戊己庚": "paraphrase"}
    for text, kind in kinds.items():
        assert {one.kind for one in links(text, likely)} == {kind}
    quoted = links("第四条，《规则》第一条，戊己庚辛壬癸子丑", likely)
    assert [one.kind for one in quoted if one.article == 1] == ["citation"]


def test_a_term_of_which_the_article_has_less_than_three_tenths_makes_no_mechanism() -> None:
    likely = weights({"term_body": 99.0})
    four = index_articles([edition(tuple(f"{each}。宇宙洪荒" for each in "甲乙丙丁"))], TERMS)
    assert {one.kind for one in links("宇宙洪荒", likely, four)} == {"paraphrase"}
    three = index_articles([edition((*(f"{each}。宇宙洪荒" for each in "甲乙丙"), "戊己"))], TERMS)
    assert {one.kind for one in links("宇宙洪荒", likely, three)} == {"mechanism"}


def test_hints_are_shown_where_there_is_little_else() -> None:
    likely = weights({"related_body": 99.0, "runs": 9.0})
    (one, _) = links("星空，大海", likely)
    assert [(each.what, each.text) for each in one.evidence] == [
        ("term", "星空"),
        ("similarity", "大海"),
    ]
    enough = links("星空，日月盈昃，大海", likely)[0]
    assert [each.text for each in enough.evidence] == ["星空", "日月盈昃"]


UNDER = "题目\n一、抓戊己庚\n（一）抓好其他的事\n卅廿甬勺，卞卅廿甬。\n卞勺甬廿卅。勺甬廿卅卞。\n"


def test_a_sentence_inherits_its_subject_and_says_from_where() -> None:
    hand_on = weights({"runs": 9.0}, {"parent": 9.0, "grandparent": 9.0})
    found = {UNDER[one.start : one.end]: one for one in links(UNDER, hand_on)}
    for words in ("（一）抓好其他的事", "卅廿甬勺，卞卅廿甬。"):
        one = found[words]
        assert [(each.what, each.text) for each in one.evidence] == [("context", "一、抓戊己庚")]
        assert one.kind == "topic"
    own = found["一、抓戊己庚"]
    assert [each.what for each in own.evidence] == ["similarity"]


def test_what_has_a_subject_of_its_own_does_not_inherit_it() -> None:
    text = "题目\n一、抓戊己庚\n卅廿庚辛壬，卅。\n"
    hand_on = weights({"runs": 9.0}, {"parent": 9.0})
    (_, below) = links(text, hand_on)
    assert [each.what for each in below.evidence] == ["similarity"]


def test_a_heading_takes_its_subject_from_below_and_a_sentence_from_beside() -> None:
    text = "题目\n一、抓其他的事\n卅廿甬勺卞勺，抓戊己庚。卞勺。\n"
    hand_on = weights({"runs": 9.0}, {"best_child": 9.0, "previous": 9.0, "following": 9.0})
    found = {text[one.start : one.end]: one for one in links(text, hand_on)}
    giver = "卅廿甬勺卞勺，抓戊己庚。"
    for words in ("一、抓其他的事", "卞勺。"):
        assert [each.text for each in found[words].evidence] == [giver]


def test_links_stand_in_reading_order_over_all_bases() -> None:
    other = edition(("戊己庚。其他", "宇宙洪荒"), Base("other", "另一份文件", "另一份"))
    both = index_articles([edition(ARTICLES), other], ())
    found = links("戊己庚。\n宇宙洪荒。\n", weights({"runs": 9.0}), both)
    assert [one.id for one in found] == [
        "r-s1-guize-1",
        "r-s1-other-1",
        "r-s2-guize-2",
        "r-s2-guize-3",
        "r-s2-other-2",
    ]


def test_an_article_of_that_number_in_another_base_is_not_cited() -> None:
    other = edition(("天干。其他", "地支"), Base("other", "另一份文件", "另一份"))
    both = index_articles([edition(ARTICLES), other], ())
    found = links("落实《另一份文件》第二条。", weights({}), both)
    assert [(one.base, one.article) for one in found] == [("other", 2)]


def test_a_link_names_its_sentence() -> None:
    text = "题目\n戊己庚。\n"
    (one,) = links(text, weights({"runs": 9.0}))
    assert text[one.start : one.end] == "戊己庚。"
    assert (one.report, one.base, one.status) == ("r", "guize", "auto")
    assert one.score == round(one.score, 3) > 0.9


def test_a_link_is_sure_from_its_own_bound_on() -> None:
    def sure(bound: float) -> list[bool]:
        return [one.sure for one in links("戊己庚", weights({"runs": 4.0}, sure=bound))]

    (one,) = links("戊己庚", weights({"runs": 4.0}))
    assert 0.5 < one.score < 0.95
    assert (sure(0.95), sure(one.score - 0.01)) == ([False], [True])


def test_what_is_cited_or_taken_over_is_linked_and_sure_whatever_was_learned() -> None:
    never = weights({}, {"own": 0.0}, 0.999999, 0.999999)
    (cited,) = links("落实《规则》第四条。", never)
    assert cited.sure
    assert links("戊己庚辛壬癸子丑寅卯", never) == []  # ten letters are not twelve
    whole = index_articles([edition(("甲乙。寒来暑往秋收冬藏闰余成岁", "丙丁"))], ())
    (taken,) = links("寒来暑往秋收冬藏闰余成岁", never, whole)
    assert (taken.article, taken.kind, taken.sure) == (1, "quotation", True)


def test_without_decisions_nothing_is_learned() -> None:
    assert all(one.learned == () for one in links("戊己庚", weights({"runs": 9.0})))


def test_without_vocabulary_one_everyday_word_is_below_what_is_linked() -> None:
    texts = ("甲乙丙丁。许可证", "天地玄黄。宇宙洪荒", "辰宿列张")
    everything = weights({"mass": 9.0})
    bare = index_articles([edition(texts)], ())
    assert links("许可证", everything, bare) == []
    assert [one.article for one in links("宇宙洪荒", everything, bare)] == [2]
    named = index_articles([edition(texts)], (Term("t", "许可证", (), "机制", "", ""),))
    assert [one.article for one in links("许可证", everything, named)] == [1]


def test_what_a_neighbour_hands_on_is_linked_without_vocabulary() -> None:
    texts = ("甲乙丙丁。许可证", "天地玄黄。宇宙洪荒", "辰宿列张")
    hand_on = weights({"mass": 9.0}, {"parent": 9.0, "children": 9.0})
    bare = index_articles([edition(texts)], ())
    found = links("题目\n一、抓宇宙洪荒\n卅廿甬勺，卞卅廿甬。\n", hand_on, bare)
    assert [one.article for one in found] == [2, 2]
