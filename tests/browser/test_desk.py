"""The editors' desk in the preview, as a person uses it: a click, the file, the page, and back.

One preview of one scratch library serves the whole file; every test takes back what it decided.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.build.memo import content_memo
from generator.preview.building import Builder
from generator.preview.desk_decisions import DeskDecisions
from generator.preview.incoming import IncomingFiles
from generator.preview.routes import Routes
from generator.preview.serving import Preview
from generator.preview.warm_process import Wanted
from tests.browser.conftest import PHONE
from tests.conftest import LAW

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk")]

KEPT = "# 编者的话：这一行要留着\n"
FILES = ("library.yml", "links.yml", "errata.yml", "terms.yml")
PATIENCE = 60_000  # milliseconds for a build on a machine that is at other things, too
REPORT = "reports/xihe.html"
LINKED = "《条例》第七条第二款规定，公共阅览室不得以任何名义向居民收取押金。"
MISPRINT = "无障碍出入口"


class Resting:
    """Builds a copy of the content, which follows it only once woken.

    What is decided and undone before that costs no builds, and no page is loaded anew meanwhile.
    """

    def __init__(self, content: Path, root: Path) -> None:
        self._content, self._copy = content, root / "copy"
        shutil.copytree(content, self._copy)
        places = root / "cache", root / "site", root / "dist"
        self._builder = Builder(Wanted(self._copy, *places, "site", 1, False))
        self._builder.start()
        assert self._builder.wait(1, 300).version == 1
        self.is_awake = False
        self.stop = self._builder.stop
        self.library = self._builder.library
        self.state = self._builder.state

    def nudge(self) -> None:
        """Build, if awake."""
        if self.is_awake:
            shutil.copytree(self._content, self._copy, dirs_exist_ok=True)
            self._builder.nudge()


@dataclass(frozen=True)
class Desk:
    """A preview that runs, its library, and a page of a browser in it."""

    content: Path
    server: Preview
    page: Page
    builder: Resting

    def go(self, address: str) -> None:
        """Open a page of the preview and wait for its desk."""
        self.page.goto(f"http://127.0.0.1:{self.server.server_port}/{address}")
        expect(self.page.locator(".desk-bar")).to_be_visible()
        self.page.evaluate("kbDesk.page.then(() => new Promise((done) => setTimeout(done)))")

    def texts(self) -> dict[str, str]:
        """Return what stands in the editors' files."""
        return {name: (self.content / name).read_text("utf-8") for name in FILES}

    def sentence(self, words: str) -> Locator:
        """Return a sentence of the report."""
        return self.page.locator("article .text .s, article h1 .s").filter(has_text=words).first

    def press(self, name: str) -> None:
        """Press a button of what is open."""
        opened = self.page.locator(".desk-card, .desk-picked:not([hidden])").last
        opened.get_by_role("button", name=name, exact=False).first.click()

    def fill(self, name: str, words: str) -> None:
        """Write into a field of what is open."""
        self.page.locator(".desk-card").get_by_label(name, exact=True).fill(words)

    def select(self, words: str) -> None:
        """Select words of the report, as one does with the mouse."""
        self.page.evaluate(
            """(words) => {
              const whole = document.querySelector("article .text");
              const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode, at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                node.parentElement.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
                return;
              }
              throw Error(words);
            }""",
            words,
        )

    def decided(self, act: Callable[[], None], name: str, *lines: str) -> None:
        """Check that `act` adds just `lines` to a file, and that Ctrl-Z takes them back."""
        before = self.texts()
        act()
        added = self.when(lambda: self.texts()[name] != before[name] and self.texts())
        assert {each for each in FILES if added[each] != before[each]} == {name}
        old, new = before[name].splitlines(), added[name].splitlines()
        fresh = [line for line in new if line not in old]
        assert all(any(each in line for line in fresh) for each in lines), fresh
        assert [line for line in new if line not in fresh] == [x for x in old if x != "[]"], new
        assert KEPT.strip() in new
        self.undo()
        self.when(lambda: self.texts() == before)

    def undo(self) -> None:
        """Take back the last decision by its key, outside of any field."""
        expect(self.page.get_by_role("button", name="撤销", exact=True)).to_be_enabled()
        self.page.evaluate("document.activeElement.blur()")
        self.page.keyboard.press("Control+z")

    def when(self, found: Callable[[], object]) -> dict[str, str]:
        """Wait for something, and return it."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            if value := found():
                return value if isinstance(value, dict) else {}
            time.sleep(0.02)
        raise AssertionError(self.page.locator(".desk-state, .desk-error").all_inner_texts())


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    root = tmp_path_factory.mktemp("desk")
    content = Path(shutil.copytree(LAW, root / "content"))
    for name in FILES:
        place = content / name
        body = place.read_text("utf-8") if place.exists() else "[]\n"
        place.write_text(KEPT + body, "utf-8")
    copy = (content / "sources" / "tiaoli.txt").read_text("utf-8")
    other = copy.replace("每次不超过五册", "每次不超过三册")
    assert other != copy
    (content / "sources" / "tiaoli-2.txt").write_text(other, "utf-8")
    builder = Resting(content, root)
    memo = content_memo(root / "cache", content)
    routes = Routes(
        DeskDecisions(content, root / "cache" / "desk.jsonl", builder),
        IncomingFiles(content, memo, builder.nudge),
    )
    server = Preview(0, root / "site", routes)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    desk = Desk(content, server, page, builder)
    desk.go("index.html")  # the desk's own pages are for who comes from the site's
    yield desk
    context.close()
    builder.stop()
    server.shutdown()
    server.server_close()
    refused = "the server responded with a status of 422"  # a test wants to be refused
    assert [each for each in problems if refused not in each] == []


def test_a_link_is_accepted_rejected_given_a_role_or_moved(desk: Desk) -> None:
    desk.go(REPORT)

    def answer(name: str) -> None:
        desk.sentence(LINKED).click()
        desk.press(name)

    def role() -> None:
        answer("改性质")
        desk.page.locator(".desk-card select").select_option("measure")
        desk.press("改成这样")

    def move() -> None:
        answer("改条")
        desk.fill("改为", "11")
        desk.page.keyboard.press("Enter")
        desk.press("改成这一条")

    words = LINKED[:8]
    desk.decided(lambda: answer("认可"), "links.yml", "decision: confirm", words)
    desk.decided(lambda: answer("否定"), "links.yml", "decision: reject", "article: 7")
    desk.decided(role, "links.yml", "decision: confirm", "role: measure")
    desk.decided(move, "links.yml", "decision: reject", "decision: add", "article: 11")


def test_words_that_are_selected_are_linked_mended_made_a_term_or_taken_out(desk: Desk) -> None:
    desk.go(REPORT)

    def pick(words: str, name: str) -> None:
        desk.select(words)
        desk.press(name)

    def link() -> None:
        pick("有无障碍出入口", "加关联")
        desk.fill("写的是", "八条")
        desk.page.keyboard.press("ArrowDown")
        desk.page.keyboard.press("Enter")
        desk.press("加上")

    def mend() -> None:
        pick(MISPRINT, "勘误")
        desk.fill("应作", "无障碍入口")
        desk.press("改正")

    def suspect() -> None:
        pick(MISPRINT, "勘误")
        desk.page.locator(".desk-card [type=checkbox]").check()
        desk.press("改正")

    def term() -> None:
        pick("借书保证金", "作为词条")
        desk.fill("类别", "说法")
        desk.press("收入")

    def cut() -> None:
        pick("街道的检查也没有到位", "不是正文")
        desk.press("去掉")

    desk.decided(link, "links.yml", "decision: add")
    desk.decided(mend, "errata.yml", f"before: {MISPRINT}", "after: 无障碍入口", "明显的错字")
    desk.decided(suspect, "errata.yml", f"before: {MISPRINT}", "suspect: true")
    desk.decided(term, "terms.yml", "name: 借书保证金", "kind: 说法")
    desk.decided(cut, "errata.yml", "街道的检查也没有到位", "不是正文")


def test_a_text_and_a_base_are_described_and_pieces_divided_or_left_out(desk: Desk) -> None:
    desk.go(REPORT)

    def describe() -> None:
        desk.page.get_by_role("button", name="改本篇的说明").click()
        desk.fill("单位", "西河社区: 居委会 # 一")
        desk.fill("日期", "2021年3月")
        desk.press("改好了")

    def divide() -> None:
        desk.sentence("三、处理意见").hover()
        desk.page.get_by_role("button", name="裁", exact=True).click()
        desk.press("另成一篇")
        desk.press("分开")

    def drop() -> None:
        desk.page.get_by_role("button", name="不收本篇").click()
        desk.press("不收")

    def base() -> None:
        desk.page.get_by_role("button", name="改本文件的说明").click()
        desk.fill("施行日期", "2020-01-02")
        desk.press("改好了")

    desk.decided(describe, "library.yml", "issuer:", "date: 2021年3月")
    desk.decided(divide, "library.yml", "divide:", "三、处理意见")
    desk.decided(drop, "library.yml", "drop: true")
    desk.go("tiaoli/full.html")
    desk.decided(base, "library.yml", "effective: 2020-01-02")


def test_a_finding_is_in_order_and_a_variant_follows_another_copy(desk: Desk) -> None:
    desk.go("findings.html")

    def fine() -> None:
        desk.page.locator(".findings li").first.get_by_role("button", name="无误").click()
        desk.fill("理由", "换了说法，不是引用")
        desk.press("无误")

    def follow() -> None:
        desk.page.locator(".desk-row button", has_text="改从别本").first.click()
        desk.page.locator(".desk-card [type=radio]").last.check()
        desk.press("照它")

    desk.decided(fine, "library.yml", "accepted:", "换了说法，不是引用")
    desk.go("tiaoli/8.html")
    desk.decided(follow, "library.yml", "readings:", "follow: ")


def test_a_file_is_brought_looked_at_and_taken_in(desk: Desk) -> None:
    page = desk.page
    desk.go(REPORT)
    body = (
        "南坪社区阅览室开放情况汇报\n阅览室按照《条例》第六条开放。\n"
        "南坪社区居民委员会\n2021年5月6日\n"
    )
    page.evaluate(
        """(body) => {
          const files = new DataTransfer();
          files.items.add(new File([body], "南坪.txt"));
          files.items.add(new File(["%PDF-1.4 broken"], "坏.pdf"));
          ["dragenter", "drop"].forEach((name) => document.body.dispatchEvent(
            new DragEvent(name, { dataTransfer: files, bubbles: true, cancelable: true })));
        }""",
        body,
    )
    page.wait_for_url("**/.desk/files.html", timeout=PATIENCE)
    record = page.locator(".desk-record")
    expect(record).to_have_count(1)
    for told in ("南坪.txt", "南坪社区阅览室开放情况汇报", "报告", "2021年5月6日", "自动关联"):
        expect(record).to_contain_text(told)
    expect(page.locator(".desk-wrong")).to_contain_text("坏.pdf")
    known = {path.name for path in (desk.content / "sources").iterdir()}
    page.get_by_role("button", name="入库", exact=True).click()
    expect(page.locator(".desk-done")).to_contain_text("已放入")
    (added,) = {path.name for path in (desk.content / "sources").iterdir()} - known
    assert (desk.content / "sources" / added).read_text("utf-8") == body
    (desk.content / "sources" / added).unlink()


def test_a_phone_has_the_desk_too_and_nothing_is_covered(desk: Desk) -> None:
    page = desk.page
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    desk.go(REPORT)
    sentence = desk.sentence(LINKED)
    sentence.click()
    own, card = sentence.bounding_box(), page.locator(".desk-card").bounding_box()
    assert own
    assert card
    assert card["y"] >= own["y"] + own["height"]
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size({"width": 1280, "height": 720})


def test_the_queue_is_answered_by_keys(desk: Desk) -> None:
    page = desk.page
    desk.go(".desk/queue.html")
    card = page.locator(".desk-task")
    expect(card).to_be_visible()
    first = card.inner_text()
    page.keyboard.press("ArrowRight")
    assert card.inner_text() != first
    page.keyboard.press("ArrowLeft")
    assert card.inner_text() == first
    key = card.locator(".desk-answer kbd").first.inner_text()
    words = card.locator("mark").inner_text()
    desk.decided(lambda: page.keyboard.press(key), "links.yml", words[:8])

    def another() -> None:
        page.keyboard.press("=")
        desk.fill("写的是", "12")
        page.keyboard.press("Enter")
        desk.press("就是这一条")

    desk.decided(another, "links.yml", "article: 12")
    assert card.get_by_role("link", name="到页面上看").get_attribute("href")


def test_the_page_comes_back_in_its_place_and_says_what_changed(desk: Desk) -> None:
    desk.builder.is_awake = True
    desk.go(REPORT)
    page = desk.page
    desk.sentence("三、处理意见").evaluate("own => own.scrollIntoView()")
    top = "document.querySelector('.para:last-child .s').getBoundingClientRect().top"
    before = page.evaluate(top)
    page.evaluate("window.stays = true")
    desk.select(MISPRINT)
    desk.press("勘误")
    desk.fill("应作", "没有障碍的出入口")
    desk.press("改正")
    expect(page.locator("article .text")).to_contain_text("没有障碍的出入口", timeout=PATIENCE)
    expect(page.locator(".desk-state")).to_contain_text("已更新")
    assert page.evaluate("window.stays") is None  # it was loaded anew
    assert abs(page.evaluate(top) - before) < 45  # a line more, at most
    desk.undo()
    expect(page.locator("article .text")).to_contain_text(f"有{MISPRINT}", timeout=PATIENCE)
    desk.when(lambda: "没有障碍" not in desk.texts()["errata.yml"])


def test_markup_in_a_field_is_words_and_a_refusal_is_told_beside_it(desk: Desk) -> None:
    desk.builder.is_awake = True
    desk.go(REPORT)
    before = desk.texts()
    planted = "<img src=x onerror=alert(1)>: {a: [b]} # !!python/none"
    desk.page.get_by_role("button", name="改本篇的说明").click()
    desk.fill("日期", "去年")
    desk.press("改好了")
    expect(desk.page.locator(".desk-card .desk-error")).to_contain_text("日期")
    assert desk.texts() == before
    desk.page.keyboard.press("Escape")
    expect(desk.page.get_by_role("button", name="改本篇的说明")).to_be_focused()

    desk.page.get_by_role("button", name="改本篇的说明").click()
    desk.fill("题目", planted)
    desk.press("改好了")
    expect(desk.page.locator(".report-head h1")).to_contain_text(planted, timeout=PATIENCE)
    assert desk.page.locator("article img").count() == 0
    desk.go(".desk/history.html")
    row = desk.page.locator(".desk-history li").first
    expect(row).to_contain_text(planted[:10])
    row.get_by_role("button", name="撤销").click()
    expect(desk.page.locator(".desk-history li").first).to_contain_text("已撤销")
    assert desk.texts() == before
