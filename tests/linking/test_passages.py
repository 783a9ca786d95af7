"""Neighbouring sentences on one article with one role are one passage."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.linking import join_passages
from generator.model import Document, Evidence, Link, LinkStatus, Role
from tests.linking.conftest import report

TEXT = "题目\n甲乙丙丁。戊己庚辛。壬癸子丑。\n寅卯辰巳。午未申酉。\n"
DOCUMENT = report(TEXT)
ROLES: tuple[Role, ...] = ("practice", "problem", "measure")


def link_at(
    at: int,
    article: int = 2,
    role: Role = "practice",
    document: Document = DOCUMENT,
    score: float = 0.5,
    status: LinkStatus = "auto",
    base: str = "guize",
) -> Link:
    sentence = document.sentences[at]
    words = document.piece.text[sentence.start : sentence.end]
    return Link(
        f"{sentence.id}-{base}-{article}",
        document.piece.id,
        sentence.start,
        sentence.end,
        base,
        article,
        role,
        "topic",
        score,
        status,
        (Evidence("similarity", words, sentence.start, sentence.end, 0, 0),),
        sure=False,
    )


def passages(*links: Link, document: Document = DOCUMENT) -> list[str]:
    text = document.piece.text
    return [text[one.start : one.end] for one in join_passages(links, [document])]


def test_the_sentences_are_those_of_the_text() -> None:
    assert [TEXT[each.start : each.end] for each in DOCUMENT.sentences] == [
        "题目",
        "甲乙丙丁。",
        "戊己庚辛。",
        "壬癸子丑。",
        "寅卯辰巳。",
        "午未申酉。",
    ]


def test_neighbours_on_one_article_with_one_role_are_one_passage() -> None:
    assert passages(link_at(1), link_at(2)) == ["甲乙丙丁。戊己庚辛。"]
    assert passages(link_at(1), link_at(2), link_at(3)) == ["甲乙丙丁。戊己庚辛。壬癸子丑。"]
    assert passages(link_at(1)) == ["甲乙丙丁。"]
    assert passages() == []


def test_what_is_apart_stays_apart() -> None:
    two = ["甲乙丙丁。", "壬癸子丑。"]
    assert passages(link_at(1), link_at(3)) == two  # a sentence between
    assert passages(link_at(3), link_at(4)) == ["壬癸子丑。", "寅卯辰巳。"]  # a paragraph's end
    assert passages(link_at(0), link_at(1)) == ["题目", "甲乙丙丁。"]
    apart = ["甲乙丙丁。", "戊己庚辛。"]
    assert passages(link_at(1), link_at(2, article=3)) == apart
    assert passages(link_at(1), link_at(2, base="other")) == apart
    assert passages(link_at(1), link_at(2, role="problem")) == apart


def test_two_articles_side_by_side_make_a_passage_each() -> None:
    links = [link_at(at, article) for at in (1, 2) for article in (2, 3)]
    found = join_passages(links, [DOCUMENT])
    assert [(one.article, TEXT[one.start : one.end]) for one in found] == [
        (2, "甲乙丙丁。戊己庚辛。"),
        (3, "甲乙丙丁。戊己庚辛。"),
    ]


def test_a_passage_is_named_after_its_first_sentence_and_is_as_sure_as_its_surest() -> None:
    first = replace(link_at(1, score=0.4), learned=("r：甲",))
    second = replace(
        link_at(2, score=0.9, status="confirmed"), sure=True, kind="quotation", learned=("r：乙",)
    )
    (one,) = join_passages([first, second], [DOCUMENT])
    assert (one.id, one.score, one.sure, one.kind) == (first.id, 0.9, True, "quotation")
    assert (one.status, one.learned) == ("confirmed", ("r：甲", "r：乙"))
    assert one.evidence == (*first.evidence, *second.evidence)
    (again,) = join_passages([second, replace(link_at(3), status="added")], [DOCUMENT])
    assert (again.status, again.score) == ("added", 0.9)


def test_evidence_is_shown_once_and_not_without_end() -> None:
    shown = link_at(1).evidence
    (one,) = join_passages([link_at(1), replace(link_at(2), evidence=shown)], [DOCUMENT])
    assert one.evidence == shown
    many = tuple(replace(shown[0], report_end=at) for at in range(30))
    (one,) = join_passages([replace(link_at(1), evidence=many), link_at(2)], [DOCUMENT])
    assert len(one.evidence) == 12


LEADS = (
    "题目\n二是强化夜间巡查机制。每季度听取汇报，听取三次。今年劝导十二人。"
    "三是添置车辆。买了两台车，都已上路。\n"
)


def test_a_bare_lead_takes_what_fills_it_and_its_role() -> None:
    document = report(LEADS)
    words = [LEADS[each.start : each.end] for each in document.sentences]
    lead = words.index("二是强化夜间巡查机制。")
    links = [
        link_at(lead, role="measure", document=document),
        link_at(lead + 1, role="practice", document=document),
        link_at(lead + 2, role="practice", document=document),
    ]
    (one,) = join_passages(links, [document])
    assert LEADS[one.start : one.end] == "".join(words[lead : lead + 3])
    assert one.role == "practice"


def test_the_next_lead_begins_a_passage_of_its_own() -> None:
    document = report(LEADS)
    words = [LEADS[each.start : each.end] for each in document.sentences]
    second = words.index("三是添置车辆。")
    links = [link_at(at, document=document) for at in range(second - 2, second + 2)]
    assert passages(*links, document=document) == [
        "".join(words[second - 2 : second]),
        "".join(words[second : second + 2]),
    ]


def test_only_a_bare_lead_takes_another_role() -> None:
    text = "题目\n二是强化夜间巡查机制，每季度听取汇报并当场解决问题若干件次。今年劝导十二人。\n"
    document = report(text)
    links = [
        link_at(1, role="measure", document=document),
        link_at(2, role="practice", document=document),
    ]
    assert len(passages(*links, document=document)) == 2


def test_the_reports_of_several_do_not_mix() -> None:
    other = report(TEXT, "other")
    links = [link_at(1), link_at(2), link_at(1, document=other), link_at(2, document=other)]
    found = join_passages(links, [DOCUMENT, other])
    assert [(one.report, one.id) for one in found] == [
        ("r", links[0].id),
        ("other", links[2].id),
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from([2, 3]), st.sampled_from(ROLES)),
        unique_by=lambda each: each[:2],
    )
)
def test_every_linked_sentence_stays_covered_and_none_besides(
    made: list[tuple[int, int, Role]],
) -> None:
    links = [link_at(at, article, role) for at, article, role in sorted(made)]
    found = join_passages(links, [DOCUMENT])
    assert len({one.id for one in found}) == len(found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for article in (2, 3):
        covered = sorted(
            at
            for one in found
            if one.article == article
            for at, each in enumerate(DOCUMENT.sentences)
            if one.start <= each.start and each.end <= one.end
        )
        assert covered == sorted(at for at, number, _ in made if number == article)
    assert {each for one in found for each in one.evidence} == {
        each for one in links for each in one.evidence
    }
    assert join_passages(links, [DOCUMENT]) == found
