"""Word packs as an office program sees them: LibreOffice prints the same text on A4.

Not part of `make test`: `make test-office` installs LibreOffice and runs this folder.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import docx
import pypdf
import pytest

from generator.model import USUAL_PACKS, Library, PackFace
from generator.outputs.packs import render_docx
from generator.outputs.shared.pack_contents import Selection, pack_data, standard_selections

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


@dataclass(frozen=True)
class Printed:
    """A library's packs, each as Word has it and as LibreOffice prints it."""

    library: Library
    packs: tuple[tuple[Path, Path], ...]


@pytest.fixture(scope="module", params=["real", "law"])
def printed(
    request: pytest.FixtureRequest,
    library: Library,
    law: Library,
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    """A library, its whole pack and some others printed by LibreOffice."""
    chosen = library if request.param == "real" else law
    folder = tmp_path_factory.mktemp("office")
    selections = [whole(chosen), *standard_selections(chosen)[1::5]]
    selections.append(replace(selections[0], name="compact", compact=True))
    sources = [folder / f"{at}.docx" for at in range(len(selections))]
    for selection, source in zip(selections, sources, strict=True):
        source.write_bytes(render_docx(pack_data(chosen, selection)))
    to_pdf(folder, sources)
    return Printed(chosen, tuple((each, each.with_suffix(".pdf")) for each in sources))


def test_the_text_is_the_editions(printed: Printed) -> None:
    pages = [re.sub(r"—\s*\d+\s*—\s*$", "", each) for each in pages_of(printed.packs[0][1])]
    text = squeezed("".join(pages))
    for article in printed.library.collations[0].edition.articles:
        assert squeezed(article.label + article.text) in text, article.number


def test_every_page_is_a4(printed: Printed) -> None:
    for page in pypdf.PdfReader(printed.packs[0][1]).pages:
        assert float(page.mediabox.width) == pytest.approx(595.3, abs=0.5)
        assert float(page.mediabox.height) == pytest.approx(841.9, abs=0.5)


def test_the_contents_say_the_pages_that_libreoffice_makes(printed: Printed) -> None:
    """What Word shows before any update is what LibreOffice reckons when it prints."""
    entries = []
    for source, pdf in printed.packs:
        shown = squeezed("".join(pages_of(pdf)[1:5]))
        place = 0
        for words, number in written(source):
            found = re.compile(re.escape(squeezed(words)) + r"[.·…]+(\d+)").search(shown, place)
            assert found, words
            place = found.end()
            entries.append((number, found[1]))
    right = sum(here == there for here, there in entries)
    assert right >= 0.98 * len(entries), [each for each in entries if each[0] != each[1]]


def to_pdf(folder: Path, sources: list[Path]) -> None:
    """Print Word files as LibreOffice sets them, each beside itself."""
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )


def pages_of(pdf: Path) -> list[str]:
    """Return the words of each page."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [page.strip() for page in out.split("\f")]


def written(source: Path) -> list[tuple[str, str]]:
    """Return the entries of the contents with their page numbers, as they stand in the file."""
    entries = []
    for paragraph in docx.Document(str(source)).paragraphs:
        if paragraph.style and paragraph.style.name in ("目录一级", "目录二级"):
            words, number = paragraph.text.rsplit("\t", 1)
            entries.append((words, number))
    return entries


def test_the_layout_keeps_whatever_fonts_there_are(library: Library, tmp_path: Path) -> None:
    """Fonts that are here, the usual ones, which are not, and unheard-of ones: the same pages.

    A pack of more than 60 pages comes out within one page, its contents with the right numbers.
    """
    faces: tuple[PackFace, ...] = ("title", "heading", "minor", "body")
    fonts = {"usual": "", "unknown": "某厂某体", "sans": "Noto Sans CJK SC"}
    pack = pack_data(library, whole(library))
    for name, font in fonts.items():
        chosen = tuple((face, font) for face in faces) if font else ()
        style = replace(USUAL_PACKS, fonts=chosen)
        (tmp_path / f"{name}.docx").write_bytes(render_docx(replace(pack, style=style)))
    to_pdf(tmp_path, [tmp_path / f"{name}.docx" for name in fonts])
    counts = {name: len(pypdf.PdfReader(tmp_path / f"{name}.pdf").pages) for name in fonts}
    assert min(counts.values()) > 60
    assert max(counts.values()) - min(counts.values()) <= 1, counts
    for name in fonts:
        shown = squeezed("".join(pages_of(tmp_path / f"{name}.pdf")[1:4]))
        entries = written(tmp_path / f"{name}.docx")
        right = sum(
            re.search(re.escape(squeezed(words)) + r"[.·…]+" + number + r"(?!\d)", shown)
            is not None
            for words, number in entries
        )
        assert right >= len(entries) - 1, name
