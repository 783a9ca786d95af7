"""What is copied brings its source: any selection, in the form that the reader chose."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

COPY = """([from, start, to, end]) => {
    const text = ([selector, index]) => {
        const found = document.querySelectorAll(selector)[index];
        return document.createTreeWalker(found, NodeFilter.SHOW_TEXT).nextNode();
    };
    const range = document.createRange(), first = text(from), last = text(to);
    range.setStart(first, start);
    range.setEnd(last, end === null ? last.length : end);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
    first.parentNode.dispatchEvent(event);
    return { text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") };
}"""


def copied(
    page: Page,
    first: str,
    last: str | None = None,
    start: int = 0,
    end: int | None = None,
    at: tuple[int, int] = (0, 0),
) -> dict[str, str]:
    """Return what a selection brings from one element's first text to another's."""
    made: dict[str, str] = page.evaluate(COPY, [[first, at[0]], start, [last or first, at[1]], end])
    return made


def choose(page: Page, form: str) -> None:
    page.evaluate("(cite) => localStorage.setItem('kb-reading', JSON.stringify({ cite }))", form)
    page.reload()


@pytest.fixture
def library_page(page: Page, built_site: Path) -> Callable[[str], Page]:
    """Open a page of the real site."""

    def open_page(address: str) -> Page:
        page.goto((built_site / address).as_uri())
        return page

    return open_page


def edition(site: Path) -> dict[str, object]:
    made: dict[str, object] = json.loads((site / "data" / "edition.json").read_text("utf-8"))
    return made


@pytest.mark.parametrize(
    ("form", "source"),
    [
        ("", "《条例》第七条第一款第（三）项"),
        ("full", "《云溪市公共阅览室管理条例》（2019年9月26日）第七条第一款第（三）项"),
        ("part", "《条例》第三章第七条第一款第（三）项"),
        (
            "gb",
            "云溪市人民代表大会常务委员会. 云溪市公共阅览室管理条例[Z]. 2019-10-08: "
            "第七条第一款第（三）项.",
        ),
    ],
)
def test_part_of_an_item_of_a_law(page: Page, law_site: Path, form: str, source: str) -> None:
    page.goto((law_site / "tiaoli/7.html").as_uri())
    choose(page, form)
    made = copied(page, "#k1x3 .s", start=0, end=None)
    text, _, last = made["text"].rpartition("\n")
    assert text == "（三）"
    assert last == f"——{source}"
    assert made["html"] == f"<p>（三）</p><p>{last}</p>"


def test_several_lines_of_an_article_are_cited_by_what_holds_them(
    page: Page, law_site: Path
) -> None:
    page.goto((law_site / "tiaoli/7.html").as_uri())
    within = copied(page, "#k1x1 .s", "#k1x3 .s")["text"]
    assert within.endswith("——《条例》第七条第一款")
    assert "\n（二）" in within
    assert "¶" not in within
    assert copied(page, "#k1x1 .s", "#k2 .s")["text"].endswith("——《条例》第七条")


def test_articles_of_the_full_text_are_cited_as_a_range(page: Page, law_site: Path) -> None:
    page.goto((law_site / "tiaoli/full.html").as_uri())
    text = copied(page, "#tiaoli-6 .s", "#tiaoli-7 .s")["text"]
    assert text.endswith("——《条例》第六条至第七条")
    assert [each for each in text.split("\n") if each.startswith("第七条")]
    choose(page, "part")
    text = copied(page, "#tiaoli-1 .s", "#tiaoli-7 .s")["text"]
    assert text.endswith("——《条例》第一章第一条至第三章第七条")


def test_the_real_library_counts_as_its_document_does(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    found = edition(built_site)
    base, short = found["id"], found["short_title"]
    page = library_page(f"{base}/5.html")
    sentences = page.locator(".text .s")
    made = copied(page, ".text .s", ".text .s", start=2, end=4, at=(0, 1))
    words = str(sentences.nth(0).text_content())[2:] + str(sentences.nth(1).text_content())[:4]
    assert made["text"] == f"{words}\n——{short}第（五）条"
    page = library_page(f"{base}/full.html")
    assert copied(page, f"#{base}-5 .s", f"#{base}-7 .s")["text"].endswith(
        f"——{short}第（五）条至第（七）条"
    )


def test_a_report_is_cited_by_title_issuer_and_date(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    reports = json.loads((built_site / "data" / "reports.json").read_text("utf-8"))
    report = next(each for each in reports if each["issuer"] and each["outline"])
    page = library_page(f"reports/{report['id']}.html")
    title = report["title"] if report["title"][0] in "《［" else f"《{report['title']}》"
    assert copied(page, ".para .s")["text"].endswith(f"\n——{title}")
    choose(page, "full")
    assert f"——{title}（{report['issuer']}" in copied(page, ".para .s")["text"]


def test_a_linked_passage_is_cited_as_its_report(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    page = library_page(f"{edition(built_site)['id']}/5.html")
    passage = page.locator(".passages .passage").first
    title = passage.locator(".from a, .sharers a").first.text_content()
    assert copied(page, ".passages .passage blockquote")["text"].endswith(f"\n——《{title}》")


def test_nothing_is_added_where_the_reader_wants_none(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    page = library_page(f"{edition(built_site)['id']}/5.html")
    choose(page, "off")
    assert (
        copied(page, ".text .s", end=4)["text"]
        == str(page.locator(".text .s").first.text_content())[:4]
    )


def test_words_about_the_text_are_copied_as_they_are(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    page = library_page(f"{edition(built_site)['id']}/5.html")
    assert copied(page, "#links-head") == {"text": "", "html": ""}  # left to the browser


def test_pinyin_and_counts_are_not_copied(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    page = library_page(f"{edition(built_site)['id']}/5.html")
    plain = copied(page, "article h1 .label", ".text .s", at=(0, 1), end=3)
    page.evaluate("localStorage.setItem('kb-reading', JSON.stringify({ pinyin: 'all' }))")
    page.reload()
    page.locator(".text ruby").first.wait_for()
    script = """() => {
        const range = document.createRange(), texts = document.querySelectorAll(".text .s");
        range.setStart(document.querySelector("article h1 .label").firstChild, 0);
        range.setEnd(texts[1].querySelectorAll("ruby")[2].firstChild, 1);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        const clipboardData = new DataTransfer();
        document.body.dispatchEvent(
            new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
        return { text: clipboardData.getData("text/plain"),
                 html: clipboardData.getData("text/html") };
    }"""
    assert page.evaluate(script) == plain


def test_the_traditional_edition_cites_in_traditional_characters(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    page = library_page(f"hant/{edition(built_site)['id']}/5.html")
    assert copied(page, ".text .s")["text"].endswith("——《意見》第（五）條")
    page = library_page(f"hant/{edition(built_site)['id']}/full.html")
    base = edition(built_site)["id"]
    assert copied(page, f"#{base}-5 .s", f"#{base}-6 .s")["text"].endswith("第（五）條至第（六）條")


def test_the_choice_marks_its_line_under_the_article(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    page = library_page(f"{edition(built_site)['id']}/5.html")
    marked = page.locator(".cites .on")
    expect(marked).to_have_attribute("data-form", "short")
    page.locator("#kb-reading-open").click()
    page.locator("#kb-reading input[name=cite][value=gb] + span").click()
    expect(marked).to_have_attribute("data-form", "gb")
    line = marked.locator("dd").evaluate("(each) => each.firstChild.data")
    assert copied(page, ".text .s")["text"].endswith(f"——{line}")
    page.reload()
    expect(marked).to_have_attribute("data-form", "gb")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_tools_of_a_sentence_cover_no_text(page: Page, built_site: Path, width: int) -> None:
    report = json.loads((built_site / "data" / "links.json").read_text("utf-8"))[0]["report"]
    base = edition(built_site)["id"]
    page.set_viewport_size({"width": width, "height": 844})
    for address in (f"{base}/5.html", f"{base}/full.html", f"reports/{report}.html"):
        page.goto((built_site / address).as_uri())
        covered = page.evaluate(
            """() => {
                const over = (a, b) => a.left < b.right - 0.5 && a.right > b.left + 0.5
                    && a.top < b.bottom - 0.5 && a.bottom > b.top + 0.5;
                const found = [];
                const others = [...document.querySelectorAll(
                    ".s, .label, .count, .to-article, .chips")];
                for (const each of document.querySelectorAll("main .s")) {
                    each.scrollIntoView({ block: "center" });
                    each.click();
                    const tools = document.querySelector(".kb-copy").getBoundingClientRect();
                    if (tools.right > document.documentElement.clientWidth) found.push(each.id);
                    for (const other of others)
                        for (const line of other.getClientRects())
                            if (over(tools, line)) found.push(`${each.id} ${other.className}`);
                }
                return found;
            }"""
        )
        assert covered == [], address


def test_a_report_s_sentences_are_reached_by_keyboard(
    library_page: Callable[[str], Page], built_site: Path
) -> None:
    report = json.loads((built_site / "data" / "links.json").read_text("utf-8"))[0]["report"]
    page = library_page(f"reports/{report}.html")
    first = page.locator(".text .s").first
    first.focus()
    page.keyboard.press("ArrowDown")
    second = page.locator(".text .s").nth(1)
    expect(second).to_be_focused()
    for _ in range(
        second.locator("a").count() + 1
    ):  # words of it that explain themselves come first
        page.keyboard.press("Tab")
    expect(page.locator(".kb-copy button").first).to_be_focused()


def test_a_filter_leads_to_its_hits_and_stands_in_the_address(page: Page, built_site: Path) -> None:
    links = json.loads((built_site / "data" / "links.json").read_text("utf-8"))
    link = max(links, key=lambda each: each["start"])
    page.goto((built_site / f"reports/{link['report']}.html").as_uri())
    before = page.evaluate("history.length")
    key = f"{link['base']}-{link['article']}"
    page.locator(".filter select").select_option(key)
    lit = page.locator(".s.on")
    expect(lit).to_be_in_viewport()
    assert f"@{key}" in str(lit.get_attribute("data-links"))
    assert f"article={key}" in page.url
    assert page.evaluate("history.length") == before
    told = page.locator(".kb-told")
    expect(told).to_have_attribute("aria-live", "polite")
    expect(told).to_contain_text("句")
    hits = page.locator(".s.linked").count()
    page.reload()
    assert page.locator(".filter select").input_value() == key
    assert page.locator(".s.linked").count() == hits
    expect(page.locator(".s.on")).to_be_in_viewport()
    for box in page.locator(".filter input").all():
        box.uncheck()
    expect(told).to_have_text("没有合条件的句子")
    assert "roles=" in page.url
