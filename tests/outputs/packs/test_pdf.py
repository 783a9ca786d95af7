"""PDF packs: measured from the file, as the standard has it; text as in the edition."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from generator.build.memo import no_memo
from generator.model import Library
from generator.outputs.packs import Fonts, FontsMissingError, find_fonts, render_pdf
from generator.outputs.packs.writing import set_pdfs
from generator.outputs.shared.pack_contents import Selection, pack_data, standard_selections
from tests.outputs.packs.conftest import HOSTILE, MM, Word, squeezed, text_of, words_of


def lines_of(words: list[Word], page: int) -> dict[float, list[Word]]:
    """Return a page's runs by line, page number left out; a line is known by its foot."""
    lines: dict[float, list[Word]] = {}
    for word in words:
        if word.page == page and word.top < 262:
            near = next((foot for foot in lines if abs(foot - word.bottom) < 2), word.bottom)
            lines.setdefault(near, []).append(word)
    return lines


def full_page(words: list[Word]) -> int:
    """Return the number of the page with most lines."""
    pages = {word.page for word in words}
    return max(pages, key=lambda page: (len(lines_of(words, page)), -page))


def test_the_page_is_a4(whole_pdf: Path) -> None:
    for page in pypdf.PdfReader(whole_pdf).pages:
        assert float(page.mediabox.width) == pytest.approx(595.28, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(841.89, abs=0.1)


def test_a_page_of_text_has_22_lines_of_28_characters(whole_pdf: Path) -> None:
    words = words_of(whole_pdf)
    page = full_page(words)
    lines = lines_of(words, page)
    assert len(lines) == 22
    lengths = Counter(sum(len(word.text) for word in line) for line in lines.values())
    assert lengths.most_common(1)[0][0] in (27, 28, 29)  # punctuation may be set close
    feet = sorted(lines)
    pitches = [below - above for above, below in itertools.pairwise(feet)]
    assert min(pitches) == pytest.approx(225 / 22, abs=0.2)
    assert max(pitches) == pytest.approx(225 / 22, abs=0.2)


def test_margins_are_those_of_the_standard(whole_pdf: Path) -> None:
    words = words_of(whole_pdf)
    for page in sorted({word.page for word in words})[2:]:
        text = [word for line in lines_of(words, page).values() for word in line]
        left, right = (28, 184) if page % 2 else (26, 182)
        assert min(word.left for word in text) >= left - 0.5
        for word in text:
            # a mark at the line's end is set close: its blank half hangs over
            blank = 16 / 2 / MM if word.text[-1] in "，。；：、！？”）》" else 0
            assert word.right <= right + blank + 0.5, word
        assert min(word.top for word in text) >= 37 - 1
        assert max(word.bottom for word in text) <= 262 + 1
    page = full_page(words)
    text = [word for line in lines_of(words, page).values() for word in line]
    assert min(word.left for word in text) == pytest.approx(28 if page % 2 else 26, abs=0.6)
    assert min(word.top for word in text) == pytest.approx(37, abs=1)


def test_page_numbers_stand_outside_between_dashes(whole_pdf: Path) -> None:
    words = words_of(whole_pdf)
    for page in sorted({word.page for word in words}):
        foot = [word for word in words if word.page == page and word.top > 262]
        if page == 1:
            assert not foot
            continue
        assert squeezed("".join(word.text for word in foot)) == f"—{page}—"
        edge = max(word.right for word in foot) if page % 2 else min(word.left for word in foot)
        expected = 184 - 14 * 25.4 / 72 if page % 2 else 26 + 14 * 25.4 / 72
        assert edge == pytest.approx(expected, abs=1)


def fonts_of(pdf: Path) -> Iterator[DictionaryObject]:
    """Yield what each page's fonts are, as the file has them."""
    for page in pypdf.PdfReader(pdf).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        named = resources["/Font"].get_object()
        assert isinstance(named, DictionaryObject)
        for each in named.values():
            font = each.get_object()
            assert isinstance(font, DictionaryObject)
            inner = font["/DescendantFonts"].get_object()
            assert isinstance(inner, ArrayObject)
            found = inner[0].get_object()
            assert isinstance(found, DictionaryObject)
            yield found


def test_fonts_are_embedded_and_subset(whole_pdf: Path) -> None:
    seen = set()
    for font in fonts_of(whole_pdf):
        name = str(font["/BaseFont"])
        assert name[7] == "+", f"{name} is no subset"
        descriptor = font["/FontDescriptor"].get_object()
        assert isinstance(descriptor, DictionaryObject)
        assert descriptor.keys() & {"/FontFile2", "/FontFile3"}
        seen.add(name)
    assert len(seen) >= 3


def test_the_text_is_the_editions(whole_pdf: Path, library: Library) -> None:
    printed = text_of(whole_pdf)
    edition = library.collations[0].edition
    for part in edition.parts:
        assert squeezed(part.label + part.heading) in printed
        for paragraph in part.paragraphs:
            assert squeezed(paragraph) in printed
        for article in part.articles:
            assert squeezed(article.label + article.text) in printed
    for paragraph in edition.preamble:
        assert squeezed(paragraph) in printed


def test_every_pack_says_the_text_of_its_articles(
    built_packs: dict[str, Path], library: Library
) -> None:
    for selection in standard_selections(library):
        printed = text_of(built_packs[selection.name])
        for article in library.collations[0].edition.articles:
            if article.number in selection.articles:
                assert squeezed(article.text) in printed, (selection.name, article.number)


@pytest.fixture(scope="session")
def built_packs(
    library: Library, fonts: Fonts, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("all")
    packs = [pack_data(library, each) for each in standard_selections(library)]
    found = {}
    for number, (pack, pdf) in enumerate(zip(packs, set_pdfs(packs, fonts, no_memo), strict=True)):
        found[pack.name] = folder / f"{number}.pdf"
        found[pack.name].write_bytes(pdf)
    return found


def test_markup_is_printed_as_it_stands(hostile: Library, fonts: Fonts, tmp_path: Path) -> None:
    edition = hostile.collations[0].edition
    number = edition.articles[0].number
    pack = pack_data(hostile, Selection(edition.base.id, (number,), session=HOSTILE, name="x"))
    path = tmp_path / "hostile.pdf"
    path.write_bytes(render_pdf(pack, fonts))
    printed = text_of(path)
    assert squeezed(f"各级党委应当{HOSTILE}办理") in printed
    assert printed.count(squeezed(HOSTILE)) >= 4  # cover, session, imprint, text
    assert pypdf.PdfReader(path).pages[0].mediabox.width < 600


def test_same_input_same_bytes(library: Library, fonts: Fonts) -> None:
    base = library.collations[0].edition.base.id
    selection = Selection(base, (5,), name="x")
    first, second = (render_pdf(pack_data(library, selection), fonts) for _ in range(2))
    assert first == second


def test_compact_packs_take_fewer_pages(library: Library, fonts: Fonts, tmp_path: Path) -> None:
    base = library.collations[0].edition.base.id
    counts = []
    for compact in (False, True):
        path = tmp_path / f"{compact}.pdf"
        pack = pack_data(library, Selection(base, (5, 8), compact=compact, name="x"))
        path.write_bytes(render_pdf(pack, fonts))
        counts.append(len(pypdf.PdfReader(path).pages))
    assert counts[1] < counts[0]


def test_a_law_without_links_makes_packs(law: Library, fonts: Fonts, tmp_path: Path) -> None:
    bare = replace(law, links=(), terms=())
    edition = bare.collations[0].edition
    pack = pack_data(bare, Selection(edition.base.id, (edition.articles[0].number,), name="x"))
    path = tmp_path / "law.pdf"
    path.write_bytes(render_pdf(pack, fonts))
    assert squeezed(edition.articles[0].text) in text_of(path)
    assert "各地材料" not in {section.title for section in pack.sections}


def test_a_character_that_no_font_writes_is_told(library: Library, fonts: Fonts) -> None:
    base = library.collations[0].edition.base.id
    pack = pack_data(library, Selection(base, (1,), session="怪字\U0010fffd", name="x"))
    with pytest.raises(FontsMissingError, match="U\\+10FFFD"):
        render_pdf(pack, fonts)


def test_no_fonts_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.outputs.packs.fonts.folders", lambda own=(): (tmp_path,))
    with pytest.raises(FontsMissingError) as caught:
        find_fonts()
    assert "字体" in str(caught.value)
    assert "\n" not in str(caught.value)
