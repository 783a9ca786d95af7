"""The site as written: every page there, hostile texts plain, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from generator.model import Library, Page
from generator.outputs.shared.page_templates import THEME
from generator.outputs.shared.site_settings import SiteSettings
from generator.outputs.site import write_site
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.authored import authored_view

HOSTILE = {
    "title": '--- title: x --- <script>window.hacked=1</script>{{ 7*7 }}"onload="x',
    "words": "<img src=x onerror=window.hacked=1>**粗**[链](javascript:window.hacked=1){% raw %}",
    "heading": "<b>{{ 7*7 }}</b>&lt;监督",
    "term": "</title><script>window.hacked=1</script>",
}


def written(library: Library, folder: Path) -> dict[str, bytes]:
    write_site(library, folder)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_page_is_written_and_nothing_of_the_theme_that_we_do_not_use(
    tiny: Library, tmp_path: Path
) -> None:
    files = written(tiny, tmp_path / "site")
    pages = {each.address for each in site_pages(tiny)}
    assert pages | {"404.html"} == {name for name in files if name.endswith(".html")}
    assert {"index.html", "b/1.html", "b/full.html", "reports/r.html", "about.html"} <= pages
    unused = ("lunr", "workers", ".map", ".icons", ".svg", "pages/")
    assert not [name for name in files if any(each in name for each in unused)]
    assert b'aria-current="page"' in files["b/1.html"]


@pytest.mark.parametrize(
    ("setting", "root", "advised"),
    [("", "/", True), ("site_url: https://example.org/a/kb\n", "/a/kb/", False)],
)
def test_a_missing_page_shows_the_way_from_any_depth(
    setting: str, root: str, advised: bool, tiny: Library, tmp_path: Path
) -> None:
    config = tmp_path / "mkdocs.yml"
    theme = "theme: {name: material, font: false, favicon: 'data:,'}\n"
    config.write_text(
        f"site_name: x\nplugins: [zhishiku]\n{theme}{setting}extra: {{generator: false}}"
    )
    write_site(tiny, tmp_path / "site", SiteSettings(config, None, (THEME,)))
    page = (tmp_path / "site" / "404.html").read_text("utf-8")
    tree = html.fromstring(page)
    ways = [str(each) for each in tree.xpath("//@href | //@src | //@action | //@data-root")]
    own = [each for each in ways if not each.startswith(("#", "data:"))]
    assert len(own) > 10
    assert all(each.startswith(root) and "//" not in each for each in own), own
    for each in own:
        path = each.removeprefix(root).partition("#")[0]
        assert not path.endswith(".html") or (tmp_path / "site" / path).is_file()
    assert ("删去再试" in page) == advised


def test_the_same_library_gives_the_same_bytes(tiny: Library, tmp_path: Path) -> None:
    assert written(tiny, tmp_path / "one") == written(tiny, tmp_path / "two")


def test_hostile_texts_show_as_plain_text(
    make_tiny: Callable[..., Library], tmp_path: Path
) -> None:
    files = written(make_tiny(**HOSTILE), tmp_path / "site")
    for name, data in files.items():
        if not name.endswith(".html"):
            continue
        tree = html.fromstring(data)
        for script in tree.xpath("//script[not(contains(@type, 'json'))]"):
            assert script.get("src", "").lstrip("./").startswith("assets/"), name
            assert not (script.text or "").strip(), name
        assert len(tree.xpath("//script[@type='application/json']")) == 1, name  # Material reads it
        for script in tree.xpath("//script[@type='application/ld+json']"):
            assert json.loads(script.text), name  # data, and nothing after it
        assert not tree.xpath("//img | //@onerror | //@onload | //@onclick"), name
        assert not [h for h in tree.xpath("//@href") if h.strip().startswith("javascript")], name
        assert "49" not in (tree.findtext(".//title") or ""), name
    report = html.fromstring(files["reports/r.html"])
    shown = report.text_content()
    assert HOSTILE["words"] in shown
    assert "{{ 7*7 }}" in shown
    assert "<script>window.hacked=1</script>{{ 7*7 }}" in (report.findtext(".//title") or "")
    assert HOSTILE["heading"] in html.fromstring(files["b/1.html"]).text_content()


@pytest.mark.parametrize(
    ("markdown", "absent", "present"),
    [
        ("<script>x</script>", "<script", "&lt;script"),
        ("[a](javascript:alert(1))", "<a", "[a]"),
        ("**粗** `码`", "**", "<strong>粗</strong>"),
        ("{{ 7*7 }}", "49", "{{ 7*7 }}"),
    ],
)
def test_authored_pages_are_markdown_without_html(markdown: str, absent: str, present: str) -> None:
    shown = str(authored_view(Page("p", "P", markdown)).html)
    assert absent not in shown
    assert present in shown


def test_a_build_takes_nothing_from_one_before_it_in_the_same_process(
    tiny: Library, tmp_path: Path
) -> None:
    """MkDocs keeps the plugin itself; an address of another site must not come into this one's."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: x\nsite_url: https://example.org/\nplugins: [zhishiku]\n"
        "theme: {name: material, font: false}\n"
    )
    write_site(tiny, tmp_path / "with", SiteSettings(config, None, (THEME,)))
    write_site(tiny, tmp_path / "without")
    assert b'rel="canonical"' in (tmp_path / "with" / "about.html").read_bytes()
    assert b'rel="canonical"' not in (tmp_path / "without" / "about.html").read_bytes()
