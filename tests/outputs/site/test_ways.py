"""The line of sections: what stands on it, what behind 更多, and what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from mkdocs.structure.nav import Link, Navigation, Section

from generator import addresses
from generator.model import Library, Page
from generator.outputs.site.pages import SitePage, site_pages
from generator.outputs.site.views.frame import frame_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.ways import Line, line_of

NO_NAV = Navigation([], [])


def line(library: Library, page: SitePage | None = None, nav: Navigation = NO_NAV) -> Line:
    frame = frame_of(LibraryIndex(library))
    return line_of(frame, page, nav, own=nav is NO_NAV, with_indexes=False)


def with_pages(library: Library, *titles: str) -> Library:
    pages = tuple(Page(f"p{at}", title, "") for at, title in enumerate(titles))
    return replace(library, pages=pages)


def page_of_kind(library: Library, kind: str) -> SitePage:
    return next(each for each in site_pages(library) if each.kind == kind)


@pytest.mark.parametrize(
    ("kind", "section", "current"),
    [
        ("home", "首页", "page"),
        ("full_text", "全文", "page"),
        ("article", "全文", "true"),
        ("report", "报告", "true"),
        ("reports", "报告", "page"),
        ("coverage", "对照表", "page"),
        ("compare", "对读", "page"),
        ("duties", "责任清单", "page"),
        ("apparatus", "校勘", "page"),
        ("ledger", "整理记录", "true"),
        ("ledger_list", "整理记录", "page"),
        ("findings", "疑点", "page"),
        ("authored", "说明", "page"),
    ],
)
def test_the_section_of_the_page_is_marked_and_no_other(
    kind: str, section: str, current: str, tiny: Library
) -> None:
    found = line(tiny, page_of_kind(tiny, kind))
    assert [(each.text, each.current) for each in found.shown if each.current] == [
        (section, current)
    ]


def test_the_list_of_findings_goes_on_under_its_section(tiny: Library) -> None:
    second = replace(page_of_kind(tiny, "findings"), address="findings-2.html")
    marked = {each.text: each.current for each in line(tiny, second).shown if each.current}
    assert marked == {"疑点": "true"}


def test_a_page_that_is_none_of_ours_marks_nothing(tiny: Library) -> None:
    assert not any(each.current for each in line(tiny).shown)


def test_all_stands_on_the_line_where_it_fits(tiny: Library) -> None:
    found = line(with_pages(tiny, "关于本库", "数据说明", "怎样使用"))
    assert found.more == ()
    assert [each.text for each in found.shown[:4]] == ["首页", "全文", "报告", "对照表"]
    assert [each.text for each in found.shown[-3:]] == ["关于本库", "数据说明", "怎样使用"]


def test_what_does_not_fit_is_behind_more_in_order(tiny: Library) -> None:
    titles = [f"编者写的说明第{at}篇" for at in range(9)]
    library = with_pages(tiny, *titles)
    found = line(library, page_of_kind(library, "authored"))
    assert [each.text for each in (*found.shown, *found.more)][-9:] == titles
    assert [each.text for each in found.shown].count("疑点") == 1
    assert found.more
    assert not found.is_more_current
    last = SitePage("p8.html", titles[8], "authored", lambda: None)
    assert line(library, last).is_more_current


def test_each_of_several_bases_has_its_text_and_its_apparatus(
    tiny: Library, make_tiny: Callable[..., Library]
) -> None:
    [one] = tiny.collations
    base = replace(one.edition.base, id="c", short_title="《办法》")
    other = replace(one, edition=replace(one.edition, base=base))
    texts = {each.text: each.address for each in line(replace(tiny, collations=(one, other))).shown}
    assert texts["《意见》"] == addresses.full_text("b")
    assert texts["《办法》"] == addresses.full_text("c")
    assert texts["《办法》校勘"] == addresses.apparatus("c")
    assert "全文" not in texts


def test_nav_stands_in_place_of_the_sections_flat_and_in_order(tiny: Library) -> None:
    section = Section(
        "材料", [Link("一", "https://one.example/"), Section("内", [Link("二", "#")])]
    )
    found = line(tiny, nav=Navigation([section, Link("三", "#")], []))
    assert [(each.text, bool(each.address), each.ours) for each in found.shown] == [
        ("材料", False, False),
        ("一", True, False),
        ("内", False, False),
        ("二", True, False),
        ("三", True, False),
    ]


def test_the_name_of_a_section_is_not_left_alone_at_the_end_of_the_line(tiny: Library) -> None:
    links = [Link("十二个字长的一个栏目的名字", "#") for _ in range(5)]
    nav = Navigation([*links, Section("材料", [Link("十二个字长的一个栏目的名字", "#")] * 3)], [])
    found = line(tiny, nav=nav)
    assert len(found.shown) == 5
    assert found.more[0].text == "材料"
