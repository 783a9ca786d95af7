"""Archives read and written in the browser, from the disk and under the pages' own policy."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PARTS = {"a.xml": "<甲>乙𠀀</甲>", "word/b.xml": "x" * 100_000}
LOAD = "(address) => window.kbShared.script(address)"
READ = """async (text) => {
    const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    try {
        return await window.kbOfficeZip.read(bytes.buffer, (name) => !name.endsWith(".bin"));
    } catch (error) {
        return "refused";
    }
}"""
WRITE = "async (parts) => [...await window.kbOfficeZip.write(parts)]"


def archive(parts: dict[str, bytes]) -> str:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return base64.b64encode(made.getvalue()).decode()


@pytest.fixture
def reader(page: Page, built_site: Path) -> Page:
    """The page that lies deepest: in traditional characters, in a folder."""
    page.goto((built_site / "hant/yijian/5.html").as_uri())
    assert page.evaluate("typeof window.fflate") == "undefined"
    page.evaluate(LOAD, (built_site / "hant/assets/js/office-zip.js").as_uri())
    return page


def test_an_archive_is_read_and_what_is_not_wanted_is_left(reader: Page) -> None:
    parts = {name: text.encode() for name, text in PARTS.items()}
    wide = {"c.xml": "\ufeff宽".encode("utf-16-le")}
    read = reader.evaluate(READ, archive({**parts, **wide, "picture.bin": b"\0"}))
    assert read == {**PARTS, "c.xml": "宽"}


def test_what_is_no_archive_or_unfolds_without_end_is_refused(reader: Page) -> None:
    assert reader.evaluate(READ, base64.b64encode(b"no archive").decode()) == "refused"
    assert reader.evaluate(READ, archive({"a.xml": b"\0" * (65 << 20)})) == "refused"


def test_what_is_written_opens_elsewhere_and_is_the_same_each_time(reader: Page) -> None:
    made = bytes(reader.evaluate(WRITE, PARTS))
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert {name: file.read(name).decode() for name in file.namelist()} == PARTS
    assert bytes(reader.evaluate(WRITE, PARTS)) == made
