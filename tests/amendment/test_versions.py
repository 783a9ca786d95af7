"""Three versions of a small document: what the comparison says, held to what a person says."""

from __future__ import annotations

import pytest

from generator.content import load_content
from generator.model import ArticleChange, Collation, Library
from generator.recipe import build_library
from tests.conftest import PROJECT

FOLDER = PROJECT / "tests" / "libraries" / "caiyuan"


@pytest.fixture(scope="module")
def library() -> Library:
    return build_library(load_content(FOLDER))


def changes(library: Library, old: str, new: str) -> dict[tuple[str, str], ArticleChange]:
    """Return the rows in which something happened, by the labels of the articles."""
    collations: dict[str, Collation] = {
        each.edition.base.id: each for each in (*library.earlier, *library.collations)
    }
    before, after = collations[old].edition.articles, collations[new].edition.articles
    (revision,) = [each for each in library.revisions if (each.old, each.new) == (old, new)]
    return {
        (
            "+".join(before[at - 1].label for at in row.old),
            "+".join(after[at - 1].label for at in row.new),
        ): row
        for row in revision.articles
        if row.kinds
    }


def test_each_version_is_an_edition_of_its_own_copies(library: Library) -> None:
    found = {
        each.edition.base.id: [one.id for one in each.witnesses]
        for each in (*library.earlier, *library.collations)
    }
    assert found == {
        "banfa-v2012": ["banfa-2012"],
        "banfa-v2017": ["banfa-2017", "banfa-wangzhan"],
        "banfa": ["banfa-2022"],
    }
    assert [each.edition.base.until for each in library.earlier] == ["2017-10-01", "2022-05-01"]
    assert library.earlier[0].edition.base.title == "平川市社区菜园管理暂行办法"
    assert len(library.earlier[1].apparatus) == 2
    assert [len(each.edition.articles) for each in library.earlier] == [14, 14]


def test_the_first_amendment_article_by_article(library: Library) -> None:
    found = changes(library, "banfa-v2012", "banfa-v2017")
    assert {labels: row.kinds for labels, row in found.items()} == {
        ("第三条", "第三条"): ("changed",),
        ("第六条", "第六条"): ("changed",),
        ("", "第八条"): ("added",),
        ("第八条", "第九条"): ("renumbered",),
        ("第九条", "第十条"): ("renumbered",),
        ("第十条", ""): ("dropped",),
        ("第十二条", "第十二条"): ("changed",),
        ("第十三条", "第十三条"): ("changed",),
    }


def test_the_second_amendment_article_by_article(library: Library) -> None:
    found = changes(library, "banfa-v2017", "banfa")
    assert {labels: row.kinds for labels, row in found.items()} == {
        ("第四条", "第四条+第五条"): ("split",),
        ("第五条", "第六条"): ("changed", "renumbered"),
        ("第六条", "第七条"): ("changed", "renumbered"),
        ("第七条", "第八条"): ("changed", "renumbered"),
        ("第十一条", "第九条"): ("changed", "renumbered", "moved"),
        ("第八条", "第十条"): ("renumbered",),
        ("第九条", "第十一条"): ("changed", "renumbered"),
        ("第十条", "第十二条"): ("changed", "renumbered"),
        ("", "第十三条"): ("added",),
        ("", "第十四条"): ("added",),
        ("第十二条+第十三条", "第十五条"): ("joined", "changed", "renumbered"),
        ("第十四条", "第十六条"): ("changed", "renumbered"),
    }


def test_divisions_are_told_by_their_headings_and_articles(library: Library) -> None:
    revision = library.revisions[-1]
    assert (revision.old, revision.new) == ("banfa-v2017", "banfa")
    assert {(each.old, each.new): each.kinds for each in revision.divisions} == {
        (1, 1): (),
        (2, 2): ("renamed",),
        (3, 3): ("renamed",),
        (0, 4): ("added",),
        (4, 5): ("renamed", "renumbered"),
    }


def test_every_two_versions_that_follow_and_each_with_the_one_in_force(library: Library) -> None:
    assert [(each.old, each.new) for each in library.revisions] == [
        ("banfa-v2012", "banfa-v2017"),
        ("banfa-v2012", "banfa"),
        ("banfa-v2017", "banfa"),
    ]
