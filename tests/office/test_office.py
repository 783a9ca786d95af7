"""Word packs as an office program sees them: LibreOffice prints the same text on A4.

Not part of `make test`: `make test-office` installs LibreOffice and runs this folder.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from generator.model import Library
from generator.outputs.packs import render_docx
from generator.outputs.shared.pack_contents import Selection, pack_data

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")


def squeezed(text: str) -> str:
    """Return text without blanks."""
    return re.sub(r"\s", "", text)


def whole(library: Library) -> Selection:
    edition = library.collations[0].edition
    return Selection(
        edition.base.id,
        tuple(each.number for each in edition.articles),
        tuple(each.number for each in edition.parts),
        whole=True,
        name="whole",
    )


@pytest.fixture(scope="module", params=["real", "law"])
def printed(
    request: pytest.FixtureRequest,
    library: Library,
    law: Library,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Library, Path]:
    """A library, and its whole pack printed by LibreOffice."""
    chosen = library if request.param == "real" else law
    folder = tmp_path_factory.mktemp("office")
    source = folder / "whole.docx"
    source.write_bytes(render_docx(pack_data(chosen, whole(chosen))))
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return chosen, folder / "whole.pdf"


def test_the_text_is_the_editions(printed: tuple[Library, Path]) -> None:
    library, pdf = printed
    out = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    pages = [re.sub(r"—\s*\d+\s*—\s*$", "", page.strip()) for page in out.split("\f")]
    text = squeezed("".join(pages))
    for article in library.collations[0].edition.articles:
        assert squeezed(article.label + article.text) in text, article.number


def test_every_page_is_a4(printed: tuple[Library, Path]) -> None:
    for page in pypdf.PdfReader(printed[1]).pages:
        assert float(page.mediabox.width) == pytest.approx(595.3, abs=0.5)
        assert float(page.mediabox.height) == pytest.approx(841.9, abs=0.5)


def test_the_cover_is_one_page_and_the_contents_have_page_numbers(
    printed: tuple[Library, Path],
) -> None:
    second = pypdf.PdfReader(printed[1]).pages[1].extract_text()
    assert "目录" in squeezed(second)
    assert re.search(r"条文原文[.·…]*\d+", squeezed(second))
