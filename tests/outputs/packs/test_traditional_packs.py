"""Packs of the site in traditional characters: made where library.yml asks for them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from generator.build.memo import no_memo
from generator.content import load_content
from generator.model import Library, PackStyle
from generator.outputs.packs import render
from generator.outputs.packs.fonts import Fonts
from generator.outputs.shared.render_context import Context
from generator.recipe import build_library
from tests.conftest import LAW, differing
from tests.outputs.packs.conftest import squeezed, text_of

TRADITIONAL = PackStyle(traditional=True)


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The law, asked for in traditional characters as an editor asks."""
    folder = tmp_path_factory.mktemp("asking") / "law"
    shutil.copytree(LAW, folder)
    with (folder / "library.yml").open("a") as file:
        file.write("packs: {traditional: true}\n")
    return build_library(load_content(folder))


@pytest.fixture(scope="module")
def made(asking: Library, tmp_path_factory: pytest.TempPathFactory, fonts: Fonts) -> Path:
    """What the output writes of it, below site/ and dist/."""
    return written(asking, tmp_path_factory.mktemp("made"))


def written(library: Library, folder: Path) -> Path:
    for name in ("site", "dist"):
        (folder / name).mkdir()
    render(library, Context(folder / "site", folder / "dist", folder / "site", no_memo))
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*")}


def test_every_pack_has_a_fellow_in_traditional_characters(made: Path) -> None:
    packs = names(made / "site" / "packs")
    assert len(packs) > 10
    assert names(made / "site" / "hant" / "packs") == packs
    assert names(made / "dist" / "hant" / "packs") == {each for each in packs if "pdf" in each}


def test_they_say_the_same_in_other_characters(made: Path) -> None:
    """Article 5 of the law, by what a person would write."""
    for suffix in ("pdf", "docx"):
        texts = []
        for folder in ("packs", "hant/packs"):
            path = made / "site" / folder / f"tiaoli-5.{suffix}"
            document = None if suffix == "pdf" else docx.Document(str(path))
            texts.append(
                squeezed("".join(each.text for each in document.paragraphs))
                if document
                else text_of(path)
            )
        plain, turned = texts
        for words, form in (
            ("目录", "目錄"),
            ("公共阅览室", "公共閱覽室"),
            ("学习时间", "學習時間"),
        ):
            assert plain.count(words) == turned.count(form) > 0
            assert words not in turned


def test_glyphs_and_page_settings_are_those_of_traditional_text(made: Path) -> None:
    reader = pypdf.PdfReader(made / "site" / "hant" / "packs" / "tiaoli-5.pdf")
    used = {
        font.get_object()["/BaseFont"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert used
    assert all("CJKtc" in name for name in used), used
    styles = docx.Document(str(made / "site" / "hant" / "packs" / "tiaoli-5.docx")).styles
    assert styles["正文内容"].element.rPr.rFonts.get(qn("w:eastAsia")) == "新細明體"
    languages = {each.get(qn("w:eastAsia")) for each in styles.element.iter(qn("w:lang"))}
    assert languages == {"zh-TW"}


def test_they_are_the_same_every_time(made: Path, asking: Library, tmp_path: Path) -> None:
    assert differing(made / "site" / "hant", written(asking, tmp_path) / "site" / "hant") == []


@pytest.mark.parametrize(
    ("style", "language"), [(PackStyle(), "zh-Hans"), (TRADITIONAL, "zh-Hant")]
)
def test_none_are_made_that_nobody_asks_for(
    law: Library, tmp_path: Path, style: PackStyle, language: str
) -> None:
    """A library in traditional characters has them already."""
    few = [replace(each, edition=replace(each.edition, parts=())) for each in law.collations]
    library = replace(law, packs=style, language=language, collations=tuple(few))
    assert not (written(library, tmp_path) / "site" / "hant" / "packs").exists()
