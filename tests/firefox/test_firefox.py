"""The offline zip in Firefox, from a disk: Debian's firefox-esr, spoken to by Marionette.

Not part of `make test`: `make test-firefox` installs the driver and runs this folder.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Built

marionette = pytest.importorskip("marionette_driver.marionette")
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
pytestmark = pytest.mark.skipif(not FIREFOX, reason="Firefox is not here")

# Firefox hints at its own early layout of the frames of 对读 (category Layout): no line of ours.
MESSAGES = """
  const found = Services.console.getMessageArray()
    .filter((m) => m instanceof Ci.nsIScriptError && m.category !== "Layout")
    .map((m) => [m.sourceName, m.errorMessage]);
  Services.console.reset();
  return found;
"""


class Firefox:
    """A page in Firefox, and what its console said."""

    def __init__(self, driver: Any, root: Path) -> None:
        self.driver = driver
        self.root = root

    def open(self, address: str) -> None:
        path, mark, rest = address.partition("#")
        self.driver.navigate((self.root / path).as_uri() + mark + rest)

    def ask(self, expression: str) -> Any:
        """Return the value of an expression, once it is true or time is up.

        The page's own names hang on `page`; promises are waited for.
        """
        script = f"""
          const done = arguments[arguments.length - 1], page = window.wrappedJSObject || window;
          (async () => {{
            for (let i = 0; i < 100; i++) {{
              let value = null;
              try {{ value = await ({expression}); }} catch (error) {{ /* not there yet */ }}
              if (value || i === 99) return done(JSON.stringify(value));
              await new Promise((next) => setTimeout(next, 50));
            }}
          }})();
        """
        return json.loads(self.driver.execute_async_script(script, sandbox=None))

    def follow(self, link: str) -> None:
        """Go where the first link that fits leads."""
        self.driver.navigate(self.ask(f"document.querySelector({json.dumps(link)}).href"))

    def said(self) -> list[str]:
        """Return what went wrong on our pages since it was last asked."""
        with self.driver.using_context("chrome"):
            found = self.driver.execute_script(MESSAGES)
        return [text for place, text in found if str(place).startswith("file:")]


@pytest.fixture(scope="module")
def firefox(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox, and the zip unpacked on a path with spaces and Chinese characters."""
    root = tmp_path_factory.mktemp("U盘 学习 材料") / "监督 意见（离线）"
    (archive,) = built.dist.glob("*-offline.zip")
    with zipfile.ZipFile(archive) as files:
        files.extractall(root)
    driver = marionette.Marionette(
        bin=FIREFOX, headless=True, gecko_log=str(root.with_name("gecko.log"))
    )
    driver.start_session()
    driver.timeout.script = 30
    yield Firefox(driver, root)
    driver.delete_session()
    driver.instance.close(clean=True)


@pytest.fixture(autouse=True)
def nothing_goes_wrong(firefox: Firefox) -> Iterator[None]:
    firefox.said()
    yield
    assert firefox.said() == []


@pytest.mark.parametrize("page", ["index.html", "yijian/5.html", "hant/yijian/5.html"])
def test_search_works_at_any_depth(firefox: Firefox, page: str) -> None:
    firefox.open(page)
    hits = firefox.ask("page.kbSearch('三重一大')")
    assert len(hits) > 3
    assert all(hit["exact"] for hit in hits)
    firefox.driver.navigate(firefox.ask(f"new URL({json.dumps(hits[0]['url'])}, location).href"))
    assert ("/hant/" in firefox.driver.get_url()) == page.startswith("hant/")
    assert firefox.ask("document.querySelector(':target').textContent.includes('三重一大')")


def test_the_way_in_the_panel_and_the_marked_hit(firefox: Firefox) -> None:
    firefox.open("START.html")
    firefox.follow(".open a")
    assert firefox.ask("document.querySelector('[data-page]').dataset.page") == "home"
    firefox.open("yijian/5.html")
    assert firefox.ask(
        "(document.querySelector('.count').click(), document.querySelector('.panel.open') && true)"
    )
    firefox.ask(
        """(() => {
          const box = document.getElementById("kb-query");
          box.focus();
          box.value = "私人领地";
          return box.dispatchEvent(new Event("input", {bubbles: true}));
        })()"""
    )
    assert firefox.ask("document.querySelectorAll('#search-results section a').length") > 1
    firefox.follow("#search-results section a")
    assert firefox.ask("document.querySelector('mark.kb-found').textContent") == "私人领地"


def test_settings_and_pinyin_hold_when_the_page_is_opened_again(firefox: Firefox) -> None:
    firefox.open("yijian/6.html")
    firefox.ask("document.querySelector('[name=pinyin][value=all]').click() || true")
    assert firefox.ask("document.querySelectorAll('.kb-py').length") > 50
    firefox.driver.refresh()
    assert firefox.ask("document.querySelectorAll('.kb-py').length") > 50
    firefox.ask("document.querySelector('[name=pinyin][value=\"\"]').click() || true")


def test_side_by_side(firefox: Firefox) -> None:
    firefox.open("compare.html")
    assert firefox.ask("document.querySelector('.pair output').textContent").startswith("相连")


def test_every_kind_of_page_opens_without_a_complaint(firefox: Firefox) -> None:
    for page in [*firefox.root.glob("*.html"), *firefox.root.glob("hant/*.html")]:
        firefox.open(page.relative_to(firefox.root).as_posix())
        assert firefox.ask("document.title"), page


def test_the_policy_lets_nothing_out(firefox: Firefox) -> None:
    firefox.open("index.html")
    answer = firefox.ask("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'stopped')")
    assert answer == "stopped"
