"""Word documents made in the browser, opened in LibreOffice: they say what the page said."""

from __future__ import annotations

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM
from tests.browser.searching import export
from tests.conftest import Built

pytestmark = [
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here"),
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no browser"),
]

PUT = """(items) => localStorage.setItem(
    `kb-collection ${window.kbRecord.library}`,
    JSON.stringify({ title: "学习摘编", groups: ["做法", "问题"], items }),
)"""


def save_word(site: Path, items: list[dict[str, object]], target: Path) -> None:
    """Put `items` into 摘编 and save what the page makes of them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(accept_downloads=True)
        page.goto((site / "notes.html").as_uri())
        page.evaluate(PUT, items)
        page.goto((site / "collection.html").as_uri())
        with page.expect_download() as saved:
            page.locator("#kb-collection-word").click()
        saved.value.save_as(target)
        browser.close()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_collection_opens_in_libreoffice_with_the_same_text(built: Built, tmp_path: Path) -> None:
    """200 things out of all texts, in three groups, with comments."""
    texts = [
        (each["id"], report["text"][each["start"] : each["end"]])
        for report in export(built.site, "reports")
        for each in report["sentences"]
    ][:190]
    texts += [(each["id"], each["text"]) for each in export(built.site, "edition")["sentences"]][
        :10
    ]
    items = [
        {
            "id": id,
            "page": "notes.html",
            "kind": "sentence",
            "text": text.strip(),
            "lang": "zh-Hans",
            "cites": {"short": f"《出处{number}》"},
            "comment": f"批{number}注" if number % 3 else "",
            "group": ("", "做法", "问题")[number % 3],
        }
        for number, (id, text) in enumerate(texts)
    ]
    with ThreadPoolExecutor(1) as apart:  # other tests have a browser's loop in this thread
        apart.submit(save_word, built.site, items, tmp_path / "a.docx").result()
    command = ("soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile")
    subprocess.run(
        [*command, "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True,
        capture_output=True,
        timeout=300,
    )
    said = (tmp_path / "a.txt").read_text("utf-8-sig")
    wanted = "学习摘编"
    for group in ("", "做法", "问题"):
        wanted += group
        for each in items:
            if each["group"] == group:
                comment = f"批注：{each['comment']}" if each["comment"] else ""
                wanted += f"{each['text']}——{each['cites']['short']}{comment}"
    assert squeezed(said) == squeezed(wanted)
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True,
        capture_output=True,
        timeout=300,
    )
    assert round(float(pypdf.PdfReader(tmp_path / "a.pdf").pages[0].mediabox.width)) == 595
