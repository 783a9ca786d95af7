"""Regulations named, coverage counted, questions asked."""

from generator.model import Library
from generator.outputs.shared.coverage_counts import count_coverage
from generator.outputs.shared.pack_contents.discussion import questions
from generator.outputs.shared.pack_contents.regulations import regulations_named
from generator.text.nomenclature import article_name


def test_regulations_are_counted_most_often_first() -> None:
    text = "依据《甲条例》和《乙规定》，《乙规定》另有规定的除外。《意见》"
    assert regulations_named(text, {"《意见》"}) == (("《乙规定》", 2), ("《甲条例》", 1))


def test_only_the_outer_of_nested_names_counts() -> None:
    assert regulations_named("《关于印发《甲办法》的通知》") == (
        ("《关于印发《甲办法》的通知》", 1),
    )


def test_marks_that_never_close_name_nothing() -> None:
    assert regulations_named("《没有收口\n《甲条例》》《》《" + "长" * 80 + "》") == (
        ("《甲条例》", 1),
    )


def test_coverage_adds_up_to_the_links(library: Library) -> None:
    cells = count_coverage(library.links)
    assert sum(each.count for each in cells) == len(library.links)
    assert len({(c.base, c.article, c.report, c.role) for c in cells}) == len(cells)


def test_questions_name_the_article_and_what_it_forbids(library: Library) -> None:
    for article in library.collations[0].edition.articles:
        duties = [each for each in library.duties if each.article == article.number]
        asked = questions(article, duties, ())
        assert asked[0].startswith(article_name(article.label))
        assert 1 <= len(asked) <= 2
