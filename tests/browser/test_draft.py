"""核稿 in the browser: from file://, a pasted text or a file, the same answers as the command's."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page

from generator.content import load_content
from generator.draft import DraftReport, arrange, check_draft
from generator.recipe import build_library, linking_of
from scripts.draft_bench import as_found, made_drafts, other_sentences
from scripts.drafting.browsing import browsed
from scripts.drafting.judging import Score
from scripts.drafting.making import MadeDraft, Maker
from tests.browser.conftest import PHONE, NewPage
from tests.conftest import LAW

pytestmark = pytest.mark.browser

DRAFT = (
    "阅览室工作汇报\n《条例》第七条规定：“每个工作日开放不少于九小时。”我们做到了。\n"
    "《条例》第九十九条也落实了。<b>粗</b>\n"
)


def _checked(page: Page, site: Path, text: str = DRAFT) -> Page:
    page.goto((site / "draft.html").as_uri())
    page.fill("#draft-text", text)
    page.click("#draft-form button[type=submit]")
    page.wait_for_selector("#draft-found:not([hidden])")
    return page


def test_what_is_found_stands_beside_the_draft_and_in_the_summary(
    page: Page, law_site: Path
) -> None:
    _checked(page, law_site)
    said = page.inner_text("#draft-summary")
    assert "引用条款2处：有这一条1，没有这一条1" in said
    bad = page.locator(".c-bad", has_text="第九十九条")
    note = page.locator(".dr-note", has_text="没有这一条")
    assert bad.bounding_box()["x"] < note.bounding_box()["x"]  # type: ignore[index]
    assert page.locator("#draft-shown b", has_text="粗").count() == 0
    assert page.evaluate("document.activeElement.id") == "draft-found"
    page.keyboard.press("n")
    assert page.locator(".dr-note.here").count() == 1


def test_on_a_phone_what_is_found_stands_below_the_sentence(
    new_page: NewPage, law_site: Path
) -> None:
    page = _checked(new_page(viewport=PHONE), law_site)
    box = page.locator(".dr-note").first.bounding_box()
    assert box is not None
    assert box["x"] < 40
    assert box["width"] > 300
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_a_file_is_read_without_being_sent(
    page: Page, law_site: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"稿.{ending}"
    if ending == "docx":
        document = Document()
        for line in DRAFT.strip().split("\n"):
            document.add_paragraph(line)
        document.save(str(path))
    else:
        path.write_bytes(DRAFT.encode("gb18030"))
    page.goto((law_site / "draft.html").as_uri())
    page.set_input_files("#draft-file", path)
    page.wait_for_selector("#draft-found:not([hidden])")
    assert page.input_value("#draft-text").split("\n")[:2] == DRAFT.split("\n")[:2]
    assert "没有这一条1" in page.inner_text("#draft-summary")


@pytest.fixture(scope="module")
def checked() -> tuple[list[MadeDraft], list[DraftReport]]:
    content = load_content(LAW)
    library = build_library(content)
    known = arrange(library, linking_of(content, library))
    drafts = list(made_drafts(Maker(library, other_sentences(LAW)), 8))
    return drafts, [check_draft(known, each.text) for each in drafts]


def test_the_page_finds_what_the_command_finds(
    page: Page, law_site: Path, checked: tuple[list[MadeDraft], list[DraftReport]]
) -> None:
    page.goto((law_site / "draft.html").as_uri())
    page.evaluate("kbShared.script(kbShared.root + 'assets/js/draft.js')")
    score = Score()
    alike = []
    for number, (made, report) in enumerate(zip(*checked, strict=True)):
        said, command = browsed(page, made.text), as_found(report)
        found = said.found
        alike += [
            bool(each.spoken) == ((each.base, each.article) in said.spoken)
            for each in report.coverage
        ]
        score.add(made, found, str(number))
        assert found.citations == command.citations
        assert [(q.start, q.end, q.verdict, q.articles) for q in found.quotations] == [
            (q.start, q.end, q.verdict, q.articles) for q in command.quotations
        ]
        assert (found.document, found.shared) == (command.document, command.shared)
    assert min(score.quotations) >= 0.98, score.misses
    assert sum(alike) >= 0.95 * len(alike)


def test_what_is_doubtful_in_any_text_is_found(page: Page, law_site: Path) -> None:
    page.goto((law_site / "draft.html").as_uri())
    page.evaluate("kbShared.script(kbShared.root + 'assets/js/draft.js')")
    text = "抓好三个方面的工作：\n一是开门。\n二是送书。\n四是巡查。\n己经办好“夜读点，xx特色。\n"
    found = browsed(page, text).findings
    assert {(code, text[at]) for code, at in found} == {
        ("T-001", "“"),
        ("T-005", "四"),
        ("T-007", "三"),
        ("T-008", "x"),
        ("T-011", "己"),
    }


def test_without_scripts_the_page_says_so(new_page: NewPage, law_site: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((law_site / "draft.html").as_uri())
    assert "运行脚本" in page.inner_text("#content noscript")
    assert not page.is_visible("#draft-form")
