"""Titles on the pages: lines end by sense, nothing is cut or overflows, copied words are exact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.text.title_breaks import title_breaks

pytestmark = pytest.mark.browser

NewPage = Callable[..., Page]

TITLES = (
    ".kb-main h1, .kb-main h2, .kb-main h3, .kb-nav a, .column a, .report-list a, .turn a, .from a"
)
LINES = """(selector) => [...document.querySelectorAll(selector)].filter((each) =>
  each.offsetWidth && !each.closest(".panel")).map((each) => {
  const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), ends = [];
  const right = each.closest("h1, h2, h3, li, p, a").getBoundingClientRect().right + 1;
  let words = "", last = null, over = false;
  while (walker.nextNode()) {
    const node = walker.currentNode, within = node.parentNode.closest("small, .way, .stop, h3 .no");
    if (within && each.contains(within)) {
      words += node.data;
      last = null;
      continue;
    }
    for (let at = 0; at < node.data.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width && last && box.top > last.top + 4) ends.push(words.length);
      if (box.width) last = box;
      over = over || box.right > right;
      words += node.data[at];
    }
  }
  return { words, ends, over };
})"""
"""The words of each title, the offsets at which its lines end, and whether they go too far."""


def pages_of(site: Path) -> Iterator[Path]:
    for name in (
        "index.html",
        "reports/index.html",
        "coverage.html",
        "downloads.html",
        "about.html",
    ):
        if (site / name).is_file():
            yield site / name
    for folder in ("yijian", "tiaoli", "reports"):
        yield from sorted((site / folder).glob("*.html"))[:12:2]


def ended_within_words(words: str, ends: list[int]) -> list[str]:
    """Return the lines' ends that are no places where a line may end."""
    allowed = {each.at for each in title_breaks(words)}
    return [
        f"{words[:at]}|{words[at:]}"
        for at in ends
        if at not in allowed and words[at - 1] not in "，、。；：》）”　 "
    ]


@pytest.mark.parametrize("width", [1280, 1024, 390])
def test_lines_of_titles_end_by_sense_and_none_is_cut(
    width: int, new_page: NewPage, built_site: Path, law_site: Path
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    seen = 0
    wrong = []
    for path in (*pages_of(built_site), *pages_of(law_site)):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        for title in page.evaluate(LINES, TITLES if path.name != "full.html" else "h1, .full h2"):
            seen += len(title["ends"])
            wrong += ended_within_words(title["words"], title["ends"])
            wrong += [f"{path.name}: {title['words']} is cut"] if title["over"] else []
    assert sorted(set(wrong)) == [], "\n".join(sorted(set(wrong)))
    assert seen >= 20, "hardly any title takes two lines: this test looks at nothing"


def test_titles_do_not_overflow_on_the_narrowest_phones(
    new_page: NewPage, built_site: Path
) -> None:
    phone = new_page(viewport={"width": 240, "height": 600})
    for path in pages_of(built_site):
        phone.goto(path.as_uri(), wait_until="domcontentloaded")
        titles = phone.evaluate(LINES, ".kb-main h1, .kb-main h2, .column a")
        assert [each["words"] for each in titles if each["over"]] == [], path


def test_what_is_copied_and_found_is_the_title_to_the_letter(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian" / "full.html").as_uri())
    title = "中共中央关于加强对“一把手”和领导班子监督的意见"
    expect(page.locator("h1")).to_have_text(title)
    assert page.locator("h1 wbr").count() >= 2
    copied = page.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector("h1"));
          return getSelection().toString();
        }"""
    )
    assert copied == title
    page.evaluate("getSelection().collapse(document.body, 0)")
    assert page.evaluate(f"find({title!r})"), "Ctrl-F finds it"


def test_the_traditional_edition_reads_words_across_places(page: Page, built_site: Path) -> None:
    page.goto((built_site / "hant" / "yijian" / "full.html").as_uri())
    expect(page.locator("h1")).to_have_text("中共中央關於加強對“一把手”和領導班子監督的意見")
    assert page.locator("h1 wbr").count() >= 2


def test_pinyin_stands_over_a_title_as_over_the_text(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian" / "10.html").as_uri())
    heading = page.locator("h1 .s")
    before = heading.evaluate("(each) => each.textContent")
    page.locator("#kb-reading-open").click()
    page.locator("#kb-reading").get_by_text("全部").click()
    expect(heading.locator("rt").first).to_be_visible()
    assert heading.locator("rt").count() == sum("\u4e00" <= letter <= "\u9fff" for letter in before)
    page.locator('#kb-reading [name=pinyin][value=""] + span').click()
    expect(heading.locator("rt")).to_have_count(0)
    assert heading.evaluate("(each) => each.textContent") == before
    assert heading.locator("wbr").count() >= 1


def test_what_was_found_is_marked_across_the_places(page: Page, built_site: Path) -> None:
    address = (built_site / "yijian" / "5.html").as_uri()
    page.goto(f"{address}?q=贯彻执行民主集中制#yijian-5-s1")
    marks = page.locator("h1 mark.kb-found")
    expect(marks.first).to_be_visible()
    assert "".join(marks.all_inner_texts()) == "贯彻执行民主集中制"
    page.keyboard.press("Escape")
    expect(marks).to_have_count(0)
