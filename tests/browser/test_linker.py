"""Other pages that include the linker: what it finds, what it leaves alone, what it shows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.linking.named_documents import normal, short_names, without_state
from generator.outputs.linker.script import GRAMMAR
from generator.outputs.linker.tables import linker_tables
from generator.text.simplified import simplified
from tests.browser.conftest import NewPage
from tests.linking.test_citation_sentences import SCENES, SEEN, UNSEEN, Row

pytestmark = pytest.mark.browser

TITLE = "云溪市公共阅览室管理条例"
MARKED = "[...document.querySelectorAll('kb-ref')].map((each) => each.textContent)"
MEANING = Path(linker_tables.__code__.co_filename).with_name("meaning.js")
LEAST = 0.78  # of the citations labelled; what depends on a guess is no link


@pytest.fixture
def other(law_site: Path, tmp_path: Path, page: Page) -> NewPage:
    """Open a page of somebody else's with this body, which includes the law's linker."""
    return _opener(law_site, tmp_path, page)


def _opener(site: Path, folder: Path, page: Page) -> NewPage:
    def opened(body: str, *, attributes: str = "", head: str = "", encoding: str = "utf-8") -> Page:
        source = (site / "linker" / "linker.js").as_uri()
        path = folder / "other.html"
        text = (
            f"<!DOCTYPE html><html><head><meta charset='{encoding}'><title>通知</title>{head}"
            f"</head><body>{body}<script src='{source}' {attributes}></script></body></html>"
        )
        path.write_bytes(text.encode(encoding))
        page.goto(path.as_uri())  # what the linker loads is waited for, too
        return page

    return opened


# --- what is found -----------------------------------------------------------


def _wrong(page: Page, rows: tuple[Row, ...]) -> tuple[list[str], float]:
    """Return the rows in which the linker finds what is not labelled, and its recall."""
    scenes = {
        name: [
            {
                "id": base.id,
                "full": normal(base.title),
                "stem": without_state(normal(base.title)),
                "forms": short_names(base),
                "about": simplified(base.title + base.issuer),
                "restarts": scene.numberings[base.id].restarts,
                "paths": ["-".join(map(str, path)) for path in scene.numberings[base.id].articles],
            }
            for base in scene.bases
        ]
        for name, scene in SCENES.items()
    }
    found = page.evaluate(
        f"""([scenes, rows]) => {{
{GRAMMAR.read_text("utf-8")}{MEANING.read_text("utf-8")}
for (const documents of Object.values(scenes)) for (const each of documents)
  each.has = (path) => each.paths.includes(path);
const shown = ({{ path, paragraph, item }}) =>
  [path, paragraph || "", item || ""].join("/").replace(/\\/+$/, "");
return rows.map(([scene, text]) => namedIn(text, scenes[scene], false).reduce((all, one) =>
  all.concat(one.targets.map((each) => `${{one.document.id}} ${{shown(each)}}`)), []));
}}""",
        [scenes, [[row.scene, simplified(row.text)] for row in rows]],
    )
    right = expected = 0
    wrong = []
    for row, here in zip(rows, found, strict=True):
        there = Counter(each for each in row.expected if "!" not in each)
        right += (Counter(here) & there).total()
        expected += there.total()
        if Counter(here) - there:
            wrong.append(f"{row.text}\n    {', '.join(here)} is not {', '.join(row.expected)}")
    return wrong, right / expected


@pytest.mark.parametrize("rows", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_of_the_labelled_sentences_no_link_is_wrong(page: Page, rows: tuple[Row, ...]) -> None:
    """The table is that of the Python side (tests/linking/test_citation_sentences.py)."""
    wrong, recall = _wrong(page, rows)
    assert wrong == []
    assert recall >= LEAST


FOUND = {
    "按照《条例》第六条，每周开放。": ["《条例》第六条"],
    f"全文见《{TITLE}》。": [f"《{TITLE}》"],
    "《条例》第三条至第五条，第三、五条。": ["《条例》第三条至第五条，第三、五条"],
    "《條例》第七條第一款第（三）項。": ["《條例》第七條第一款第（三）項"],
    "《<b>条例</b>》第<i>六</i>条。": ["《", "条例", "》第", "六", "条"],
    "<a href='#x'>《条例》</a>第六条。": ["第六条"],
    f"《{TITLE}》施行。按照条例第六条办理。": [f"《{TITLE}》", "第六条"],
}
NOT_FOUND = (
    "第五条规定了开放时间。",
    "合同第五条、公司章程第六条。",
    "《江城市公共阅览室管理条例》第五条。",
    "《信访工作条例》已学习。</p><p>《条例》第五条已落实。",
    f"《{TITLE}》和《江城市公共阅览室管理条例》都要求公示。</p><p>《条例》第五条已落实。",
    "《条例》第九十九条。",
    "按照条例第六条办理。",
    "根据本条例第六条。",
    "<a href='#x'>《条例》第六条</a>",
    "<code>《条例》第六条</code> <pre>《条例》第六条</pre>",
    "<textarea>《条例》第六条</textarea><button>《条例》第六条</button>",
    "<span contenteditable>《条例》第六条</span>",
    "<span data-kb-linker='off'>《条例》第六条</span>",
    "<span onclick='1'>《条例》第六条</span>",
    "《条例》</p><p>第六条",
)


def test_what_is_certain_is_marked_and_the_page_says_what_it_said(other: NewPage) -> None:
    page = other("".join(f"<p>{each}</p>" for each in FOUND))
    assert page.evaluate(
        "[...document.querySelectorAll('p')].map((each) =>"
        " [...each.querySelectorAll('kb-ref')].map((ref) => ref.textContent))"
    ) == [*FOUND.values()]
    said = page.evaluate("[...document.querySelectorAll('p')].map((each) => each.textContent)")
    plain = page.evaluate(
        "(all) => all.map((each) => { const p = document.createElement('p');"
        " p.innerHTML = each; return p.textContent; })",
        list(FOUND),
    )
    assert said == plain


@pytest.mark.parametrize("number", range(len(NOT_FOUND)))
def test_what_is_not_certain_or_not_ours_to_touch_stays(other: NewPage, number: int) -> None:
    page = other(f"<p>{NOT_FOUND[number]}</p>")
    assert [each for each in page.evaluate(MARKED) if each != f"《{TITLE}》"] == []


# --- what is shown -----------------------------------------------------------

BOX = "kb-ref-box"


def _said(page: Page) -> str:
    return page.locator("#kb-ref-said").text_content() or ""


def test_an_article_shows_by_mouse_keyboard_and_click(other: NewPage) -> None:
    page = other("<p>先看这里。</p><p>《条例》第七条第一款第（三）项要求送书上门。</p>")
    page.hover("kb-ref")
    expect(page.locator(BOX)).to_be_visible()
    page.wait_for_function("document.querySelector('#kb-ref-said').textContent.includes('押金')")
    page.mouse.move(5, 400)
    expect(page.locator(BOX)).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator(BOX)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.localName === 'kb-ref-box'")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_hidden()
    assert page.evaluate("document.activeElement.localName") == "kb-ref"
    page.click("kb-ref")
    expect(page.locator(BOX)).to_be_visible()
    assert page.get_attribute("kb-ref", "aria-expanded") == "true"


def test_a_long_law_is_loaded_article_by_article(
    page: Page, law_site: Path, law: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TOGETHER", "SHARD"):
        monkeypatch.setattr(f"generator.outputs.linker.tables.{name}", 200)
    folder = tmp_path / "site" / "linker"
    folder.mkdir(parents=True)
    (folder / "linker.js").write_bytes((law_site / "linker" / "linker.js").read_bytes())
    for name, script in linker_tables(law):  # type: ignore[arg-type]
        (folder / name).write_text(script, "utf-8")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    opened = _opener(tmp_path / "site", tmp_path, page)("<p>《条例》第十条</p>")
    assert not [each for each in loaded if each.startswith("linker-texts")]
    opened.hover("kb-ref")
    expect(opened.locator(BOX)).to_be_visible()
    opened.wait_for_function("document.querySelector('#kb-ref-said').textContent.includes('检查')")
    assert len([each for each in loaded if each.startswith("linker-texts")]) == 1


HOSTILE = """<meta http-equiv="Content-Security-Policy"
 content="style-src 'none'; script-src file: 'unsafe-inline'">
<script>
addEventListener("click", (e) => e.stopPropagation(), true);
String.prototype.at = undefined; window.all = window.words = 1;
</script>"""


def test_a_page_with_its_own_rules_and_encoding(other: NewPage) -> None:
    body = "<div><p>《条例》第六条</p></div>"
    page = other(body, head=HOSTILE, encoding="gb18030")
    page.click("kb-ref")
    expect(page.locator(BOX)).to_be_visible()
    page.wait_for_function("document.querySelector('#kb-ref-said').textContent.includes('闭馆')")


def test_what_is_selected_stays_selected(other: NewPage) -> None:
    script = (
        "<script>const t = document.querySelector('p').firstChild;"
        "getSelection().setBaseAndExtent(t, 2, t, 9);</script>"
    )
    page = other(f"<p>按照《条例》第六条办理。</p>{script}", attributes="defer")
    assert page.evaluate("getSelection().toString()") == "《条例》第六条"
    page.evaluate("getSelection().selectAllChildren(document.querySelector('p'))")
    assert page.evaluate("getSelection().toString()") == "按照《条例》第六条办理。"


def test_what_the_page_changes_later_is_read_again_and_nothing_stands_twice(
    other: NewPage,
) -> None:
    page = other("<p>按照《条例》第六条办理。</p><div></div>")
    page.evaluate("document.querySelector('div').innerHTML = '<p>《条例》第七条</p>'")
    page.wait_for_function("document.querySelectorAll('kb-ref').length === 2")
    page.evaluate("document.querySelector('p').firstChild.data = '另按《条例》第八条办理。'")
    page.wait_for_function("document.querySelector('kb-ref').textContent.includes('八')")
    assert page.text_content("p") == "另按《条例》第八条办理。"
    page.evaluate("document.querySelector('p').firstChild.remove()")
    page.wait_for_function("document.querySelectorAll('kb-ref').length === 1")
    assert page.text_content("p") == ""


def test_settings_of_the_script(other: NewPage) -> None:
    body = "<p>《条例》第五条</p><main><p>《条例》第六条</p></main>"
    assert other(body, attributes="data-within='main'").evaluate(MARKED) == ["《条例》第六条"]
    full = f"{body}<p>《{TITLE}》第七条</p>"
    page = other(full, attributes="data-names='full'")
    assert len(page.evaluate(MARKED)) == 3
    page = other(body, attributes="data-names='full' defer")
    assert page.evaluate(MARKED) == []


def test_the_page_that_tells_how_works_itself(phone: Page, law_site: Path) -> None:
    phone.goto((law_site / "linker" / "index.html").as_uri())
    phone.tap("kb-ref >> nth=0")
    expect(phone.locator(BOX)).to_be_visible()
    box = phone.locator(BOX).bounding_box()
    assert box is not None
    assert round(box["y"] + box["height"]) == 844
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.touchscreen.tap(20, 20)
    expect(phone.locator(BOX)).to_be_hidden()
