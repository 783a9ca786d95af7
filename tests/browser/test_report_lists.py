"""Choosing from the list of reports: by kind, year, place, office and article, and its order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser import many_reports
from tests.browser.many_reports import write_many_reports
from tests.conftest import generator

pytestmark = pytest.mark.browser

NewPage = Callable[..., Page]
SOME, MANY = 60, 130  # one sheet, and two
LARGEST = 500_000  # bytes of a page


class Stated(NamedTuple):
    """What library.yml says of a report."""

    id: str
    title: str
    kind: str
    place: str
    date: str
    issuer: str


def stated(count: int) -> list[Stated]:
    rows = []
    for number in range(count):
        facts = dict(re.findall(r"(\w+): '([^']*)'", many_reports.facts(number)))
        rows.append(
            Stated(
                f"r{number:05}",
                facts["title"],
                facts["genre"],
                facts["place"],
                facts["date"],
                facts["issuer"],
            )
        )
    return rows


def build(folder: Path, count: int) -> Path:
    write_many_reports(folder / "content", count)
    for name in ("site", "search"):
        done = generator("build", "--only", name, "--site", "site", cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("some"), SOME)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("many"), MANY)


def address(site: Path, state: str = "", name: str = "index") -> str:
    return f"{(site / 'reports' / f'{name}.html').as_uri()}{state and f'#{state}'}"


def shown(page: Page) -> list[str]:
    """Return the ids of the reports that one sees, in their order."""
    links = page.locator("#report-list > li:visible > a:first-child")
    hrefs = links.evaluate_all("(all) => all.map((each) => each.pathname)")
    return [Path(each).stem for each in hrefs]


def told(page: Page) -> str:
    return page.locator(".choose output").inner_text()


def ids(reports: Iterable[Stated]) -> list[str]:
    return [each.id for each in reports]


def choose(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f".choose select[name={name}]").select_option(value)
    expect(page.locator(".choose output")).not_to_be_empty()


def test_without_scripts_the_whole_list_is_there(new_page: NewPage, some: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address(some))
    assert shown(page) == ids(stated(SOME))
    expect(page.locator(".choose")).to_be_hidden()


def test_a_choice_is_told_stands_in_the_address_and_is_found_again(
    page: Page, new_page: NewPage, some: Path
) -> None:
    page.goto(address(some))
    choose(page, kind="方案")
    assert shown(page) == ids(each for each in stated(SOME) if each.kind == "方案")
    assert told(page) == "显示12篇，共60篇"
    choose(page, year="2023")
    wanted = [each for each in stated(SOME) if each.kind == "方案" and each.date[:4] == "2023"]
    assert shown(page) == ids(wanted)
    assert told(page) == f"显示{len(wanted)}篇，共60篇"
    passed_on = page.evaluate("decodeURIComponent(location.hash)")
    assert passed_on == "#kind=方案&year=2023"
    other = new_page()
    other.goto(page.url)
    expect(other.locator(".choose select[name=kind]")).to_have_value("方案")
    assert shown(other) == ids(wanted)
    other.get_by_role("button", name="全部显示").click()
    assert shown(other) == ids(stated(SOME))
    assert told(other) == "显示全部60篇"
    assert other.evaluate("location.hash") == ""
    expect(other.locator(".choose select").first).to_be_focused()


def test_what_is_not_stated_can_be_chosen_too(page: Page, some: Path) -> None:
    page.goto(address(some, "place=-"))
    assert shown(page) == ids(each for each in stated(SOME) if not each.place)
    assert "未写明（12篇）" in page.locator(".choose select[name=place]").inner_text()
    page.goto(address(some, "place=-&issuer=西河区文化局"))
    assert shown(page) == []
    assert told(page) == "没有合条件的报告"


def test_a_choice_that_there_is_not_is_left_alone(page: Page, some: Path) -> None:
    page.goto(address(some, "kind=诗歌&page=2&%E4=1"))
    assert shown(page) == ids(stated(SOME))


def test_the_order_is_a_choice(page: Page, some: Path) -> None:
    page.goto(address(some))
    reports = stated(SOME)
    choose(page, sort="date")
    dated = sorted((each for each in reports if each.date), key=lambda each: each.date)
    assert (
        shown(page)[: len(dated)]
        == sorted(
            ids(dated), key=lambda id: ({each.id: each.date for each in dated}[id], -int(id[1:]))
        )[::-1]
    )
    assert shown(page)[len(dated) :] == ids(each for each in reports if not each.date)
    choose(page, sort="name")
    titles = {each.id: each.title for each in reports}
    in_order = list(dict.fromkeys(titles[each] for each in shown(page)))
    assert [each[:9] for each in in_order] == [
        "公共阅览室工作总结",  # gong gong yue lan shi: gong zuo, jian she, ye jian
        "公共阅览室建设和管",
        "公共阅览室夜间开放",
        "关于公共阅览室的调",  # guan yu
        "在公共阅览室工作会",  # zai
    ]
    choose(page, sort="length")
    lengths = page.locator("#report-list > li").evaluate_all(
        "(all) => all.map((each) => Number(each.dataset.letters))"
    )
    assert lengths == sorted(lengths, reverse=True)
    choose(page, sort="articles")
    touched = [
        int(re.findall(r"条中的(\d+)条", each)[0]) if "条中的" in each else 0
        for each in page.locator("#report-list .facts").all_inner_texts()
    ]
    assert touched == sorted(touched, reverse=True)
    assert touched[0] >= 5
    assert page.evaluate("location.hash") == "#sort=articles"
    choose(page, sort="")
    assert shown(page) == ids(reports)


def test_an_article_leads_to_the_reports_that_touch_it_and_to_their_words_on_it(
    page: Page, some: Path
) -> None:
    page.goto(address(some))
    choose(page, article="yijian-4")
    found = shown(page)
    assert 5 < len(found) < SOME
    page.locator("#report-list > li > a").first.click()
    expect(page.locator(".report .filter select[name=article]")).to_have_value("yijian-4")
    first = page.locator(".s.on").first
    expect(first).to_be_in_viewport()
    assert "送书上门" in first.inner_text()
    page.go_back()
    expect(page.locator(".choose select[name=article]")).to_have_value("yijian-4")
    assert shown(page) == found


def test_keys_alone_do_and_the_count_is_said(page: Page, some: Path) -> None:
    page.goto(address(some))
    kind = page.get_by_label("体裁")
    kind.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".choose output")).to_have_text("显示12篇，共60篇")
    expect(page.locator(".choose output")).to_have_attribute("aria-live", "polite")
    expect(kind).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("年份")).to_be_focused()


def test_of_several_sheets_all_are_chosen_from_on_any(page: Page, many: Path) -> None:
    reports = stated(MANY)
    page.goto(address(many, name="index-2"))
    assert shown(page) == ids(reports[100:])
    assert page.evaluate("window.kbReports") is None, "the rows of all are loaded when needed"
    choose(page, kind="讲话")
    expect(page.locator(".choose output")).to_have_text("显示26篇，共130篇")
    assert shown(page) == ids(each for each in reports if each.kind == "讲话")
    expect(page.locator(".sheets")).to_be_hidden()
    first = page.locator("#report-list > li").first
    expect(first.locator("a")).to_have_text(
        "在公共阅览室工作会议上的讲话（高岭区，2025年5月5日）", use_inner_text=True
    )
    expect(first.locator(".opening")).to_have_text("全区第5次清点阅览室的藏书，平均每个居民5册。")
    assert "2021年" not in first.inner_text()
    page.get_by_role("button", name="全部显示").click()
    expect(page.locator(".choose output")).to_have_text("显示全部130篇")
    assert shown(page) == ids(reports[100:])
    expect(page.locator(".sheets")).to_be_visible()


def test_a_long_answer_comes_in_steps(page: Page, many: Path) -> None:
    page.goto(address(many, "sort=length"))
    expect(page.locator("#report-list > li")).to_have_count(100)
    page.get_by_role("button", name="再看30篇").click()
    expect(page.locator("#report-list > li")).to_have_count(130)
    expect(page.locator("#report-list > li").nth(100).locator("a")).to_be_focused()
    assert sorted(shown(page)) == ids(stated(MANY))
    page.locator("#report-list > li > a").nth(120).click()
    expect(page.locator("article[data-report]")).to_be_visible()


def test_lines_from_the_script_are_those_of_the_page(page: Page, many: Path) -> None:
    page.goto(address(many))
    before = page.locator("#report-list > li").first.inner_text().split()
    choose(page, year="-")
    expect(page.locator(".choose output")).to_have_text("显示19篇，共130篇")
    assert page.locator("#report-list > li").first.inner_text().split() == before


def test_the_traditional_edition_takes_the_same_address(new_page: NewPage, many: Path) -> None:
    page = new_page()
    page.goto(address(many, "kind=总结"))
    expect(page.locator(".choose output")).to_have_text("显示26篇，共130篇")
    found = shown(page)
    page.locator("#kb-script").click()
    expect(page.locator(".choose output")).to_have_text("顯示26篇，共130篇")
    assert shown(page) == found
    expect(page.locator("#report-list > li > a").first).to_have_text(
        "公共閱覽室工作總結（西河區，2024年2月2日）", use_inner_text=True
    )


def test_no_page_is_too_large(many: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in many.rglob("*.html")}
    assert max(sizes.values()) < LARGEST


def test_an_article_of_many_passages_opens_them_by_what_reports_state(
    page: Page, new_page: NewPage, many: Path
) -> None:
    page.goto((many / "yijian" / "5.html").as_uri())
    expect(page.locator("#first-passages .passage").first).to_be_visible()
    page.get_by_role("button", name="按性质、地方、年份等挑选").click()
    place = page.locator("#choose-passages select[name=place]")
    expect(page.get_by_label("性质")).to_be_focused()
    place.select_option("西河区")
    expect(page.locator("#first-passages")).to_be_hidden()
    found = page.locator("#chosen-passages .passage")
    expect(found.first).to_be_visible()
    states = {each.id: each for each in stated(MANY)}
    reports = found.locator(".from a").evaluate_all("(all) => all.map((each) => each.pathname)")
    assert {states[Path(each).stem].place for each in reports} == {"西河区"}
    told = page.locator("#choose-passages output").inner_text()
    assert told == f"合条件的{found.count()}处"
    assert f"西河区（{found.count()}处）" in place.inner_text()
    other = new_page()
    other.goto(page.url.replace("/yijian/", "/hant/yijian/"))
    expect(other.locator("#choose-passages output")).to_have_text(
        told.replace("条", "條").replace("处", "處")
    )
    expect(other.locator("#choose-passages select[name=place]")).to_have_value("西河区")
    found.first.locator("a").click()
    expect(page.locator("article[data-report] .s:target")).to_be_visible()


def test_search_chooses_among_its_hits_by_what_reports_state(page: Page, many: Path) -> None:
    page.goto(f"{(many / 'search.html').as_uri()}?q=阅览室")
    place = page.locator(".kb-search-filters select[name=place]")
    expect(place).to_be_visible()
    place.select_option("西河区")
    wanted = [each.id for each in stated(MANY) if each.place == "西河区"]
    hits = page.locator("#search-results li a")
    assert hits.count() > 0
    found = hits.evaluate_all("(all) => all.map((each) => each.pathname)")
    assert {Path(each).stem for each in found} == set(wanted)
    total = int(re.findall(r"报告 (\d+) 处", page.locator("#kb-search-summary").inner_text())[0])
    assert f"西河区（{total}处）" in place.inner_text()
    page.reload()
    expect(place).to_have_value("西河区")
    expect(page.locator("#kb-search-summary")).to_contain_text(f"报告 {total} 处")


def test_a_pack_takes_what_reports_of_a_place_say(page: Page, many: Path) -> None:
    page.goto(f"{(many / 'packs.html').as_uri()}#yijian-5")
    page.get_by_label("各地材料", exact=True).check()
    cites = page.locator("#pk-yijian-5 [data-is=links] cite")
    before = cites.all_inner_texts()
    page.get_by_role("button", name="按地方、年份等挑选").click()
    place = page.locator("#pack-reports select[name=place]")
    place.select_option("北坪区")
    expect(page.locator("#pack-reports output")).to_have_text(
        f"取自{sum(each.place == '北坪区' for each in stated(MANY))}篇"
    )
    expect(cites.first).to_contain_text("北坪区")
    assert all("北坪区" in each for each in cites.all_inner_texts())
    place.select_option("")
    expect(cites).to_have_text(before)


def test_search_in_few_reports_offers_no_more_choices(page: Page, built_site: Path) -> None:
    page.goto(f"{(built_site / 'search.html').as_uri()}?q=监督")
    expect(page.locator("#kb-search-summary")).to_contain_text(re.compile(r"报告 \d{3} 处"))
    expect(page.locator(".kb-search-filters select")).to_have_count(2)
