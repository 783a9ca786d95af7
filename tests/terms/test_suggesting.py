"""Terms proposed for a library that has none."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from generator.model import Document, Edition, Library, Term
from generator.terms import Suggestion, Wording, suggest_terms
from generator.text.letters import letters_of


def wordings(suggestions: Iterable[Suggestion]) -> Iterator[Wording]:
    for each in suggestions:
        yield from (each.name, *each.aliases, *each.related, *each.hints)


def texts_of(found: Sequence[Wording]) -> list[str]:
    return [each.text for each in found]


def editions_of(library: Library) -> list[Edition]:
    return [each.edition for each in library.collations]


def sentences_with(words: str, reports: Iterable[Document]) -> set[tuple[str, str]]:
    return {
        (report.piece.id, each.id)
        for report in reports
        for each in report.sentences
        if words in letters_of(report.piece.text[each.start : each.end])
    }


def test_distinctive_phrases_of_articles_are_names(suggested: dict[str, Suggestion]) -> None:
    wanted = (
        *("托育服务联席会议", "闲置校舍", "保育师资格证", "一园一档", "晨检午检", "食品留样"),
        *("托育服务责任保险", "托育消费券", "巡回指导员"),
    )
    assert [name for name in wanted if name not in suggested] == []


@pytest.mark.parametrize(
    "general",
    [
        "有关法律法规",
        "本办法规定",
        "行政处罚",
        "每月",
        "责令改正",
        "四十八小时",
        "情节严重",
        "不得",
    ],
)
def test_what_any_law_says_is_no_name(general: str, suggested: dict[str, Suggestion]) -> None:
    assert general not in suggested


def test_the_subject_of_the_whole_library_is_no_name(suggested: dict[str, Suggestion]) -> None:
    assert "托育" not in suggested
    assert "托育机构" not in suggested


@pytest.mark.parametrize("which", ["day_care", "law", "library"])
def test_where_it_stands_is_true(which: str, request: pytest.FixtureRequest) -> None:
    library: Library = request.getfixturevalue(which)
    found = suggest_terms(editions_of(library), library.reports)
    articles = {
        (edition.base.id, article.number): letters_of(article.text)
        for edition in editions_of(library)
        for article in edition.articles
    }
    assert found
    for each in wordings(found):
        letters = letters_of(each.text)
        for article in each.standing.articles:
            assert letters in articles[article], each
        places = sentences_with(letters, library.reports)
        assert set(each.standing.reports) <= {report for report, _ in places}
        assert each.standing.sentences <= len(places)
        assert each.standing.articles or each.standing.reports
    assert all(each.name.standing.articles for each in found)


def test_the_count_of_reports_and_sentences(suggested: dict[str, Suggestion]) -> None:
    standing = suggested["托育消费券"].name.standing
    assert standing.articles == (("banfa", 9),)
    assert standing.reports == ("beishan", "dongcun", "nanhe")
    assert standing.sentences == 4


def test_longer_and_shorter_forms_are_aliases(suggested: dict[str, Suggestion]) -> None:
    assert texts_of(suggested["巡回指导员"].aliases) == ["巡回指导员队伍"]
    assert texts_of(suggested["托育服务联席会议"].aliases) == ["托育服务联席会议制度"]


def test_a_short_form_that_reports_use_is_an_alias(suggested: dict[str, Suggestion]) -> None:
    [short] = suggested["托育服务责任保险"].aliases
    assert (short.text, short.standing.articles) == ("托责险", ())
    assert short.standing.reports == ("beishan", "nanhe")


def test_what_reports_say_near_a_term_and_nowhere_else_goes_with_it(
    suggested: dict[str, Suggestion],
) -> None:
    assert texts_of(suggested["托育消费券"].related) == ["过期作废"]
    assert texts_of(suggested["巡回指导员"].related) == ["奶瓶消毒"]
    assert "低收入" in texts_of(suggested["托育消费券"].hints)
    every = texts_of(list(wordings(suggested.values())))
    assert "街道" not in every  # one report says it
    assert "情况" not in every  # all of them say it, of anything


def test_nothing_is_proposed_twice(suggested: dict[str, Suggestion]) -> None:
    every = texts_of(list(wordings(suggested.values())))
    assert len(every) == len(set(every))


def test_kinds_are_told_by_the_last_word(suggested: dict[str, Suggestion]) -> None:
    assert suggested["巡回指导员"].kind == "机构"
    assert suggested["托育服务责任保险"].kind == "制度"
    assert suggested["一园一档"].kind == "说法"


def test_what_terms_have_already_is_not_proposed(
    day_care: Library, suggested: dict[str, Suggestion]
) -> None:
    first = suggested["托育消费券"]
    terms = [
        Term("t1", "托育消费券", (), "", "", "", related=("过期作废",), hints=("消费",)),
        Term("t2", "巡回指导", ("“一园一档”",), "", "", ""),
    ]
    again = suggest_terms(editions_of(day_care), day_care.reports, terms)
    every = texts_of(list(wordings(again)))
    assert first.name.text not in every
    assert not {"过期作废", "消费", "一园一档"} & set(every)
    names = [each.name.text for each in again]
    assert "巡回指导员" not in names  # a longer form of a name that there is
    assert "保育师资格证" in names


def test_all_accepted_nothing_of_it_comes_again(
    day_care: Library, suggested: dict[str, Suggestion]
) -> None:
    terms = [
        Term(
            each.name.text,
            each.name.text,
            tuple(texts_of(each.aliases)),
            "",
            "",
            "",
            tuple(texts_of(each.related)),
            tuple(texts_of(each.hints)),
        )
        for each in suggested.values()
    ]
    before = set(texts_of(list(wordings(suggested.values()))))
    again = suggest_terms(editions_of(day_care), day_care.reports, terms)
    assert not before & set(texts_of(list(wordings(again))))


def test_count_takes_the_worthiest(day_care: Library, suggested: dict[str, Suggestion]) -> None:
    few = suggest_terms(editions_of(day_care), day_care.reports, count=5)
    assert [each.name.text for each in few] == list(suggested)[:5]


def test_the_same_texts_give_the_same_terms(
    day_care: Library, suggested: dict[str, Suggestion]
) -> None:
    mixed = tuple(reversed(day_care.reports))
    again = suggest_terms(editions_of(day_care), mixed)
    assert again == tuple(suggested.values())


def test_without_reports_the_base_alone_has_names(day_care: Library) -> None:
    names = [each.name.text for each in suggest_terms(editions_of(day_care), ())]
    assert "一园一档" in names
    assert "托育消费券" in names


def test_without_articles_there_is_nothing(day_care: Library) -> None:
    [edition] = editions_of(day_care)
    bare = replace(edition, parts=(), sentences=())
    assert suggest_terms([bare], day_care.reports) == ()


@pytest.mark.parametrize("letters", ["安", "1", "“", " ", "安全、"])
def test_long_rows_of_one_sign_do_not_hang(letters: str, day_care: Library) -> None:
    [edition] = editions_of(day_care)
    long = replace(edition.sentences[5], text=letters * (100_000 // len(letters)))
    start = time.monotonic()
    suggest_terms([replace(edition, sentences=(*edition.sentences, long))], day_care.reports)
    assert time.monotonic() - start < 60
