"""Which fonts are taken: the library's own before the user's, those before what was fetched."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.memo import no_memo
from generator.build.places import FONTS
from generator.model import Library
from generator.outputs.packs import Fonts, render, writing
from generator.outputs.packs.fonts import find_fonts, folders
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.site_settings import find_settings


def test_places_stand_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, given = tmp_path / "own", tmp_path / "given"
    for each in (own, given):
        each.mkdir()
    monkeypatch.setenv("KB_FONTS", f"{given}:{tmp_path / 'nowhere'}")
    assert folders((own,))[:2] == (own, given)
    rest = folders((own,))[2:]
    assert not FONTS.is_dir() or rest[0] == FONTS
    assert own not in folders()


def test_the_build_takes_the_fonts_of_its_own_content_folder(
    law: Library,
    law_folder: Path,
    fonts: Fonts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever the working folder: the fonts of the body, copied there, are those that are used."""
    family = fonts.chains["hans"]["body"][0]
    (law_folder / "fonts").mkdir()
    for path, _ in fonts.files[family]:
        shutil.copy(path, law_folder / "fonts")
    taken: list[Fonts] = []

    def set_nothing(packs: object, found: Fonts, memo: object) -> list[bytes]:
        taken.append(found)
        return [b""] * len(writing.plan(law))

    monkeypatch.setattr(writing, "set_pdfs", set_nothing)
    for name in ("site", "dist"):
        (tmp_path / name).mkdir()
    context = Context(tmp_path / "site", tmp_path / "dist", tmp_path, no_memo)
    render(law, replace(context, settings=find_settings(law_folder)))
    places = {Path(path).parent for path, _ in taken[0].files[family]}
    assert law_folder / "fonts" in places
    assert taken[0].folders[0] == str(law_folder / "fonts")
    assert law_folder / "fonts" not in {Path(path).parent for path, _ in find_fonts().files[family]}
