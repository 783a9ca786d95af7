"""mkdocs.yml runs the site: what it says takes effect, and `mkdocs build` alone gives it all."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from lxml import html

from generator.content import load_content
from generator.errors import ContentError
from generator.outputs.shared.page_templates import THEME
from generator.outputs.shared.site_settings import DEFAULT, find_settings
from generator.outputs.site import write_site
from generator.recipe import build_library
from tests.conftest import PROJECT, Built, generator

PLAIN = (
    "site_name: x\ndocs_dir: content/pages\ntheme: {name: material, language: zh, font: false}\n"
)


@pytest.fixture
def folder(law_folder: Path) -> Path:
    """A maintainer's folder: content/, and a mkdocs.yml to be written."""
    return law_folder.parent


def mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def pages_built(folder: Path, settings: str) -> Path:
    """Write mkdocs.yml and make the pages by it; return the site's folder."""
    (folder / "mkdocs.yml").write_text(f"{PLAIN}{settings}\n", "utf-8")
    return write_law(folder, "site")


def write_law(folder: Path, site: str = "again") -> Path:
    """Write the pages of the folder's content into `site`, by its mkdocs.yml; return that."""
    library = build_library(load_content(folder / "content"))
    write_site(library, folder / site, find_settings(folder / "content"))
    return folder / site


def tree_of(page: Path) -> html.HtmlElement:
    return html.fromstring(page.read_bytes())


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_mkdocs_build_alone_gives_the_same_site(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(f"{PLAIN}plugins: [zhishiku]\n", "utf-8")
    done = mkdocs(folder, "build", "--site-dir", "by-mkdocs")
    assert done.returncode == 0, done.stderr
    done = generator("build", cwd=folder)
    assert done.returncode == 0, done.stderr
    ours, theirs = files_of(folder / "site"), files_of(folder / "by-mkdocs")
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    for needed in ("data/links.json", "hant/index.html", "assets/pinyin.js", "packs", "downloads"):
        assert any(name.startswith(needed) for name in theirs), needed


def get(address: str) -> str:
    """Return a page of the preview; nothing while it does not answer."""
    try:
        with urlopen(address, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def wait_for(words: str, address: str, deadline: float) -> bool:
    """Tell whether the page at `address` holds `words` before the deadline."""
    while time.monotonic() < deadline:
        if words in get(address):
            return True
        time.sleep(0.2)
    return False


def test_mkdocs_serve_shows_a_change_of_the_content(folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    (folder / "mkdocs.yml").write_text(f"{PLAIN}plugins: [zhishiku]\n", "utf-8")
    title = folder / "content" / "library.yml"
    deadline = time.monotonic() + 240
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert wait_for("公共阅览室条例知识库", f"http://{place}/index.html", deadline)
        assert get(f"http://{place}/hant/index.html"), "the other outputs are there too"
        text = title.read_text("utf-8").replace("公共阅览室条例知识库", "改过名的知识库")
        title.write_text(text, "utf-8")
        assert wait_for("改过名的知识库", f"http://{place}/index.html", deadline)
    finally:
        os.killpg(server.pid, signal.SIGKILL)  # with the builds that it started
        server.wait(10)


def test_bad_content_ends_mkdocs_with_one_line(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(f"{PLAIN}plugins: [zhishiku]\n", "utf-8")
    (folder / "content" / "library.yml").write_text("title: [", "utf-8")
    done = mkdocs(folder, "build")
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert "library.yml" in said
    assert "Traceback" not in said


def test_the_repository_s_own_mkdocs_yml_stands_on_its_theme(built: Built) -> None:
    """The shipped library was built by mkdocs.yml of this repository."""
    settings = find_settings(PROJECT / "content")
    assert settings.configuration == PROJECT / "mkdocs.yml"
    assert settings.theme == (THEME,), "overrides/ is the theme that the package carries"
    page = tree_of(built.site / "index.html")
    assert page.xpath("//main[@data-md-component='main']"), "Material's own base template"


@pytest.mark.parametrize(
    ("where", "found"),
    [("beside the content", "mkdocs.yml"), ("of another site", None), ("nowhere", None)],
)
def test_which_mkdocs_yml_counts(where: str, found: str | None, folder: Path) -> None:
    if where != "nowhere":
        plugins = "[zhishiku]" if found else "[]"
        (folder / "mkdocs.yml").write_text(f"{PLAIN}plugins: {plugins}\n", "utf-8")
    (folder / "elsewhere").mkdir()
    before = Path.cwd()
    os.chdir(folder / "elsewhere")
    try:
        chosen = find_settings(folder / "content").configuration
    finally:
        os.chdir(before)
    assert chosen == (folder / found if found else DEFAULT)


def test_a_mkdocs_yml_that_mkdocs_refuses_is_bad_input(folder: Path, law: object) -> None:
    (folder / "mkdocs.yml").write_text(f"{PLAIN}plugins: [zhishiku, no-such-plugin]\n", "utf-8")
    with pytest.raises(ContentError, match=r"mkdocs\.yml"):
        write_site(law, folder / "site", find_settings(folder / "content"))  # type: ignore[arg-type]


def test_palette_logo_copyright_and_social(folder: Path) -> None:
    (folder / "content/pages/logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    site = pages_built(
        folder,
        "plugins: [zhishiku]\n"
        "copyright: '© <b>某局</b>'\n"
        "extra: {generator: false, social: [{icon: material/home, link: 'https://example.org'}]}\n",
    )
    plain = tree_of(site / "about.html")
    assert plain.xpath("//footer//b/text()") == ["某局"]
    assert plain.xpath("//footer//a[@href='https://example.org']")
    assert not plain.xpath("//body/@data-md-color-scheme")
    assert not plain.xpath("//header//img")
    coloured = (
        (folder / "mkdocs.yml")
        .read_text("utf-8")
        .replace(
            "font: false", "font: false, logo: logo.svg, palette: {scheme: slate, primary: teal}"
        )
    )
    (folder / "mkdocs.yml").write_text(coloured, "utf-8")
    write_law(folder)
    page = tree_of(folder / "again" / "about.html")
    assert page.xpath("//body/@data-md-color-scheme") == ["slate"]
    assert page.xpath("//body/@data-md-color-primary") == ["teal"]
    assert page.xpath("//header//img/@src") == ["logo.svg"]
    assert (folder / "again" / "logo.svg").is_file()


@pytest.mark.parametrize(("language", "said"), [("zh", "zh-Hans"), ("en", "en")])
def test_the_theme_s_language(language: str, said: str, folder: Path) -> None:
    text = f"{PLAIN}plugins: [zhishiku]\n".replace("language: zh", f"language: {language}")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    write_law(folder)
    page = tree_of(folder / "again" / "index.html")
    assert page.xpath("/html/@lang") == [said]
    words = page.xpath("//script[@id='__config']/text()")[0]
    assert ('"clipboard.copy": "Copy to clipboard"' in words) == (language == "en")


def test_extra_css_and_javascript_come_last(folder: Path) -> None:
    for name in ("extra.css", "extra.js"):
        (folder / "content/pages" / name).write_text("")
    site = pages_built(
        folder, "plugins: [zhishiku]\nextra_css: [extra.css]\nextra_javascript: [extra.js]"
    )
    page = tree_of(site / "tiaoli" / "1.html")
    assert page.xpath("//link[@rel='stylesheet']/@href")[-1] == "../extra.css"
    assert page.xpath("//script/@src")[-1] == "../extra.js"
    assert (site / "extra.css").is_file()
    assert (site / "extra.js").is_file()


NAV = """plugins: [zhishiku]
nav:
  - index.md
  - 材料: {材料目录: reports/index.md}
  - 说明: [about.md, terms.md]
  - 上级网站: https://example.org/
"""


def entries(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for link in page.xpath("//*[@class='kb-sections']//a"):
        yield link.text_content(), link.get("href")


def test_nav_says_what_stands_in_the_line_of_sections(folder: Path) -> None:
    settings = NAV.replace("{材料目录: reports/index.md}", "[{材料目录: reports/index.md}]")
    site = pages_built(folder, settings)
    page = tree_of(site / "tiaoli" / "1.html")
    library = page.xpath("//title/text()")[0].split(" · ")[-1]
    assert list(entries(page)) == [
        (library, "../index.html"),
        ("材料目录", "../reports/index.html"),
        ("关于本库", "../about.html"),
        ("词条", "../terms.html"),
        ("上级网站", "https://example.org/"),
    ]
    assert page.xpath("//*[@class='kb-sections']//span/text()") == ["材料", "说明"]
    about = tree_of(site / "about.html")
    assert about.xpath("//*[@class='kb-sections']//a[@aria-current]/@href") == ["about.html"]
    assert about.xpath("//link[@rel='next']/@href") == ["terms.html"]


THIRD = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "theirs.md", content="# 别家的页面\\n\\n**粗**"))
    return files

def on_page_content(html, page, config, files):
    return html.replace("<h1", "<p class=theirs>别家加的话</p><h1", 1)

def on_env(env, config, files):
    env.globals["third"] = "第三方"
    return env

def on_post_page(output, page, config):
    return output.replace("</body>", "<!-- third --></body>")
"""


def test_a_third_plugin_takes_effect(folder: Path) -> None:
    (folder / "third.py").write_text(THIRD, "utf-8")
    notes = folder / "mine" / "partials"
    notes.mkdir(parents=True)
    (notes / "kb-notes.html").write_text("<p class='from-third'>{{ third }}</p>", "utf-8")
    (folder / "mine" / "pages").mkdir()
    (folder / "mine" / "pages" / "terms.html").write_text("<h1>自己的词条页</h1>", "utf-8")
    settings = "plugins: [zhishiku]\nhooks: [third.py]"
    (folder / "mkdocs.yml").write_text("")
    (folder / "mine" / "README.md").write_text("not a page")
    text = f"{PLAIN}{settings}\n".replace("font: false", "font: false, custom_dir: mine")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    write_law(folder)
    page = folder / "again" / "tiaoli" / "2.html"
    assert "<!-- third -->" in page.read_text("utf-8")
    assert tree_of(page).xpath("//*[@id='content']//p[@class='theirs']/text()") == ["别家加的话"]
    assert tree_of(page).xpath("//p[@class='from-third']/text()") == ["第三方"]
    theirs = tree_of(folder / "again" / "theirs.html")
    assert theirs.xpath("//*[@id='content']//strong/text()") == ["粗"]
    assert theirs.xpath("//header[@data-page='other']")
    assert "自己的词条页" in (folder / "again" / "terms.html").read_text("utf-8")
