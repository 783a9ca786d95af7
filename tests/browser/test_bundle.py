"""The offline zip, unpacked and opened as files: everything works, nothing is asked for."""

from __future__ import annotations

import hashlib
import re
import socket
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page, expect

from tests.text.test_traditional import simplified_only

if TYPE_CHECKING:
    from tests.browser.conftest import Built, NewPage

pytestmark = pytest.mark.browser
ASIDE = re.compile(r"[a-z]+:(?!//)|data:")


@pytest.fixture(scope="session")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked on a path with spaces and Chinese characters."""
    folder = tmp_path_factory.mktemp("U盘 学习 材料") / "监督 意见（离线）"
    (archive,) = built.dist.glob("*-offline.zip")
    with zipfile.ZipFile(archive) as files:
        files.extractall(folder)
    return folder


def opened(page: Page, file: Path, rest: str = "") -> Page:
    page.goto(file.as_uri() + rest)
    return page


def test_the_zip_is_safe_to_hand_on(built: Built) -> None:
    (archive,) = built.dist.glob("*-offline.zip")
    beside = archive.with_name(archive.name + ".sha256").read_text("ascii").split()
    assert beside == [hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name]
    with zipfile.ZipFile(archive) as files:
        names = files.namelist()
    assert {"START.html", "index.html", "SHA256SUMS", "hant/index.html"} <= set(names)
    assert all(name.isascii() and len(name) <= 120 for name in names)


def test_every_file_is_listed_with_its_checksum(unpacked: Path) -> None:
    listed = {}
    for line in (unpacked / "SHA256SUMS").read_text("ascii").splitlines():
        value, name = line.split("  ")
        listed[name] = value
    found = {
        file.relative_to(unpacked).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in unpacked.rglob("*")
        if file.is_file() and file.name != "SHA256SUMS"
    }
    assert listed == found


def test_no_link_is_dead_and_none_leads_away(unpacked: Path) -> None:
    anchors: dict[Path, set[str]] = {}
    trees = {}
    for file in sorted(unpacked.rglob("*.html")):
        trees[file] = lxml_html.fromstring(file.read_bytes())
        chosen_by = trees[file].xpath("//form[contains(@class, 'choose')]//option")
        choices = {f"{each.getparent().get('name')}={each.get('value')}" for each in chosen_by}
        anchors[file] = {*trees[file].xpath("//@id"), *choices}
    dead = []
    for file, tree in trees.items():
        for link in {*tree.xpath("//@href"), *tree.xpath("//@src"), *tree.xpath("//@action")}:
            if ASIDE.match(link):
                continue
            asked = urlsplit(link)
            target = (file.parent / unquote(asked.path)).resolve() if asked.path else file
            named = set(unquote(asked.fragment).split("&")) - {""}
            if not target.is_file() or not named <= anchors.get(target, set()):
                dead.append((file.relative_to(unpacked).as_posix(), link))
    assert len(trees) > 60
    assert dead == []


def test_pages_run_under_the_policy(page: Page, unpacked: Path) -> None:
    files = [*unpacked.glob("*.html"), *unpacked.glob("hant/*.html")]
    files += [next(unpacked.glob("*/5.html")), *sorted(unpacked.glob("reports/*.html"))[:2]]
    for file in files:
        policy = opened(page, file).locator("meta[http-equiv='Content-Security-Policy']")
        assert policy.count() == 1, file
    # The shared watch fails the test on any error or any request off the disk.


def test_the_policy_forbids_the_network(browser: Browser, unpacked: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        context = browser.new_context()
        page = opened(context.new_page(), unpacked / "index.html")
        tried = page.evaluate(
            """(address) => Promise.all([
                fetch(address + "/a").then(() => "sent", () => "stopped"),
                ...["img", "script", "audio"].map((tag) => new Promise((done) => {
                    const made = document.createElement(tag);
                    made.onload = made.onerror = ({ type }) => done(type);
                    made.src = address + "/" + tag;
                    document.body.append(made);
                })),
            ])""",
            address,
        )
        assert tried == ["stopped", "error", "error", "error"]
        with pytest.raises(TimeoutError):
            server.accept()
        context.close()


def test_start_leads_in_without_scripts(new_page: NewPage, unpacked: Path) -> None:
    page = new_page(java_script_enabled=False)
    opened(page, unpacked / "START.html").get_by_role("link", name="打开知识库").click()
    assert page.url.endswith("/index.html")
    page.goto((unpacked / "START.html").as_uri())
    page.get_by_role("link", name="打開知識庫").click()
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    page.locator(".contents li a").nth(4).click()
    assert len(page.locator("article .text").inner_text()) > 100


def test_search_finds_and_leads_to_the_place(page: Page, unpacked: Path) -> None:
    opened(page, unpacked / "index.html")
    page.keyboard.press("/")
    page.keyboard.type("民主集中制")
    hit = page.locator("#search-results a[href*='#']").first
    hit.wait_for()
    assert "民主集中制" in hit.inner_text()
    hit.click()
    anchor = unquote(urldefrag(page.url)[1])
    assert "民主集中制" in page.locator(f"[id='{anchor}']").inner_text()


def test_search_in_the_traditional_edition_stays_in_it(page: Page, unpacked: Path) -> None:
    opened(page, unpacked / "hant" / "index.html")
    page.locator("#kb-query").click()
    page.keyboard.type("貫徹執行民主集中制")
    hit = page.locator("#search-results a[href*='#']").first
    hit.wait_for()
    hit.click()
    assert "/hant/" in page.url
    anchor = unquote(urldefrag(page.url)[1])
    assert "民主集中制" in page.locator(f"[id='{anchor}']").inner_text()
    assert page.locator("mark.kb-found").first.inner_text().startswith("貫徹")


def test_the_traditional_edition_shows_hits_in_its_own_script(page: Page, unpacked: Path) -> None:
    ask = """async (queries) => {
      const all = [].concat(...await Promise.all(queries.map((query) => kbSearch(query))));
      const terms = await kbEngine.suggest("ybs"), articles = await kbEngine.articles();
      return {hits: all.map(({id, title, snippet, exact}) => ({id, title, snippet, exact})),
              words: terms.map(({word}) => word).concat(...[].concat(...articles.map(
                ({names, articles}) =>
                  [names[0], ...[].concat(...articles.map((each) => each.slice(3)))])))};
    }"""
    queries = ["监督", "干部", "後", "第五条", "zhengfu"]
    plain = opened(page, unpacked / "index.html").evaluate(ask, queries)["hits"]
    shown = opened(page, unpacked / "hant" / "index.html").evaluate(ask, queries)
    assert [(hit["id"], hit["exact"]) for hit in shown["hits"]] == [
        (hit["id"], hit["exact"]) for hit in plain
    ]
    text = "".join(hit["title"] + hit["snippet"] for hit in shown["hits"])
    assert not set(text + "".join(shown["words"])) & simplified_only()
    assert len(shown["words"]) > 25
    sentences = {
        node.get("id"): "".join(node.text_content().split())
        for file in (unpacked / "hant").rglob("*.html")
        for node in lxml_html.fromstring(file.read_bytes()).xpath("//*[@id and @class]")
        if "s" in node.get("class").split()
    }
    compared = 0
    for hit in shown["hits"]:
        if hit["id"] in sentences and "…" not in hit["snippet"]:
            assert "".join(hit["snippet"].split()) == sentences[hit["id"]]
            compared += 1
    assert compared > 50


def test_a_panel_opens(page: Page, unpacked: Path) -> None:
    opened(page, next(unpacked.glob("*/5.html")))
    page.locator(".count").first.click()
    assert page.locator(".panel.open").is_visible()


def test_packs_are_there_and_are_what_they_say(unpacked: Path) -> None:
    packs = sorted(unpacked.glob("packs/*.pdf"))
    assert len(packs) > 25
    assert all(pack.read_bytes().startswith(b"%PDF") for pack in packs)
    words = sorted(unpacked.glob("packs/*.docx"))
    assert [each.stem for each in words] == [each.stem for each in packs]
    assert all(zipfile.is_zipfile(each) for each in words)


def test_the_traditional_edition_has_nothing_simplified(unpacked: Path) -> None:
    pages = sorted((unpacked / "hant").rglob("*.html"))
    assert len(pages) > 30
    left: dict[str, set[str]] = {}
    for file in pages:
        tree = lxml_html.fromstring(file.read_bytes())
        assert tree.get("lang") == "zh-Hant"
        for gone in tree.xpath("//script|//style"):
            gone.drop_tree()
        spoken = tree.xpath("//@title|//@aria-label|//@placeholder|//@alt")
        remains = set(tree.text_content() + "".join(spoken)) & simplified_only()
        if remains:
            left[file.name] = remains
    assert left == {}


def test_both_scripts_have_the_same_pages_and_places(unpacked: Path) -> None:
    for file in sorted(unpacked.rglob("*.html")):
        name = file.relative_to(unpacked)
        if name.parts[0] in ("hant", "linker") or name.name == "START.html":
            continue
        one = lxml_html.fromstring(file.read_bytes())
        other = lxml_html.fromstring((unpacked / "hant" / name).read_bytes())
        assert one.xpath("//@id") == other.xpath("//@id"), name


def test_the_switch_goes_to_and_fro_at_one_place(page: Page, unpacked: Path) -> None:
    article = next(unpacked.glob("*/5.html"))
    sentence = lxml_html.parse(article).xpath("(//*[@class='s']/@id)[3]")[0]
    opened(page, article, f"#{sentence}").locator("#kb-script").click()
    assert page.url.endswith(f"/hant/{article.parent.name}/5.html#{sentence}")
    page.locator("#kb-script").click()
    assert page.url == f"{article.as_uri()}#{sentence}"


def test_the_switch_keeps_the_sentence_at_the_top(page: Page, unpacked: Path) -> None:
    opened(page, next(unpacked.glob("*/full.html")))
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") > 1000
    page.locator("#kb-script").click()
    anchor = urldefrag(page.url)[1]
    # A slow machine names the new address before it has laid out the page and scrolled to it.
    page.wait_for_load_state("load")
    page.wait_for_function("() => scrollY > 1000")
    place = page.locator(f"[id='{anchor}']").bounding_box()
    assert place
    assert 0 < place["y"] < 300


def test_the_single_file_opens_alone(page: Page, built: Built, tmp_path: Path) -> None:
    (single,) = (each for each in built.dist.glob("*.html"))
    folder = tmp_path / "空 文件夹"
    folder.mkdir()
    (folder / single.name).write_bytes(single.read_bytes())
    opened(page, folder / single.name)
    page.keyboard.press("/")
    page.keyboard.type("民主集中制")
    expect(page.locator("#count")).to_have_text(re.compile(r"\d+处"))
    page.keyboard.press("Enter")
    assert "民主集中制" in page.locator(".hit.now").inner_text()
    assert re.fullmatch(r"1/\d+处", page.locator("#count").inner_text())
    page.keyboard.press("Enter")
    assert page.locator("#count").inner_text().startswith("2/")
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()


def test_the_single_file_reads_without_scripts(
    new_page: NewPage, built: Built, tmp_path: Path
) -> None:
    (single,) = (each for each in built.dist.glob("*.html"))
    page = new_page(java_script_enabled=False)
    opened(page, single)
    assert not page.locator("#find").is_visible()
    assert len(page.locator("main").inner_text()) > 10_000
    page.locator("nav a[href^='#']").nth(5).click()
    assert "#" in page.url
