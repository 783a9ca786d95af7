"""What the traditional edition shows of a hit, put together again as the client does it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.memo import no_memo
from generator.model import Library
from generator.outputs.search import render
from generator.outputs.search.index import Index
from generator.outputs.search.shards import write_shards
from generator.outputs.search.traditional_forms import (
    iterate_traditional,
    unusual,
    usual_forms,
)
from generator.outputs.shared.render_context import Context
from generator.text.traditional import Converter
from tests.outputs.search.client import Client, rising


@pytest.mark.parametrize("sample", [0, 1_000, 400_000])
def test_the_forms_give_the_text_of_every_block(
    findable: Library, sample: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However little of the text is read to know which form is usual."""
    monkeypatch.setattr("generator.outputs.search.traditional_forms.SAMPLE", sample)
    monkeypatch.setattr("generator.outputs.search.index.BIG_BLOCK", 700)
    index = Index(findable)
    shards = Client({"m.js": 'kbShard("m",{});\n'} | dict(iterate_traditional(index))).shards
    names = {"一园一策", "一 园 一 图", "种植图", "轮值制度", "公共温室"}
    convert = Converter(names).to_traditional
    forms = shards["h"]["forms"]
    usual = dict(zip(forms[::2], forms[1::2], strict=True))
    assert not [char for char, form in usual.items() if char == form]
    assert len(index.blocks) > 4
    for number, block in enumerate(index.blocks):
        shown = [usual.get(char, char) for char in block.text]
        code, others = shards[f"h{number}"]
        for place, form in zip(rising(code), others, strict=True):
            assert shown[place] != form  # only what differs is written
            shown[place] = form
        assert "".join(shown) == convert(block.text)
    assert shards["hw"] == [convert(line.split("\t")[0]) for line in index.words]


def test_only_a_sample_decides_which_form_is_usual(
    findable: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.outputs.search.traditional_forms.SAMPLE", 0)
    monkeypatch.setattr("generator.outputs.search.index.BIG_BLOCK", 700)
    index = Index(findable)
    shards = Client({"m.js": 'kbShard("m",{});\n'} | dict(iterate_traditional(index))).shards
    assert set(shards["h"]["forms"][::2]) <= set(index.blocks[0].text)


def test_names_of_articles_are_shown_turned_and_bases_found_by_either_name(
    findable: Library,
) -> None:
    index = Index(findable)
    shards = Client({"m.js": 'kbShard("m",{});\n'} | dict(iterate_traditional(index))).shards
    rules = shards["h"]["bases"][1]
    assert rules["names"] == ["《溫室辦法》", "《温室办法》", "公共温室使用办法", "banfa"]
    assert rules["articles"][2] == ["banfa-3", "banfa/3.html", "3 三 san", "第三條", "規矩", "kxx"]


def test_the_form_that_stands_most_often_is_the_usual_one() -> None:
    texts = [("后后后天", "後後后天"), ("后发", "后發"), ("发", "髮")]
    assert usual_forms(texts) == {"发": "發"}  # 后 stays two times, and first among equals
    assert usual_forms([("后后后", "後後后")]) == {"后": "後"}


def test_places_of_other_forms_count_from_the_start_of_the_text() -> None:
    code, forms = unusual("天后以后", "天后以後", {"后": "後"})
    assert (rising(code), forms) == ([1], "后")
    code, forms = unusual("天后以后", "天后以後", {})
    assert (rising(code), forms) == ([3], "後")


@pytest.mark.parametrize(("language", "also"), [("zh-Hans", True), ("zh-Hant", False)])
def test_what_is_written_where(
    findable: Library, tmp_path: Path, language: str, also: bool
) -> None:
    """A library that is in traditional characters already has nothing to turn."""
    library = replace(findable, language=language)
    render(library, Context(tmp_path, tmp_path / "dist", tmp_path, no_memo))
    search, turned_search = tmp_path / "search", tmp_path / "hant" / "search"
    assert written(search) == write_shards(library)
    turned = written(turned_search)
    assert turned == (dict(iterate_traditional(Index(library))) if also else {})
    if also:
        assert (tmp_path / "hant" / "search" / "h.js").is_file()


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*.js")
    }
