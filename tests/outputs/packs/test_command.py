"""generator pack: what may be asked for, and what is said when it can't be had."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

import docx
import pytest

from generator.errors import ContentError
from generator.model import Library
from generator.outputs.packs.custom_pack import add_arguments, chosen, run


def options(tmp_path: Path, *arguments: str) -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("--content", type=Path, default=tmp_path)
    add_arguments(parser)
    return parser.parse_args([*arguments, "--out", str(tmp_path / "out")])


def test_articles_and_parts_are_put_together(library: Library, tmp_path: Path) -> None:
    selection = chosen(options(tmp_path, "--articles", "5,8-10", "--part", "5"), library)
    part = library.collations[0].edition.parts[4]
    assert selection.articles == tuple(
        sorted({5, 8, 9, 10} | {each.number for each in part.articles})
    )
    assert selection.parts == (5,)
    assert not selection.whole


def test_nothing_named_is_the_whole(library: Library, tmp_path: Path) -> None:
    selection = chosen(options(tmp_path), library)
    assert selection.whole
    assert len(selection.articles) == len(library.collations[0].edition.articles)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--articles", "999"), "没有第 999 条"),
        (("--articles", "x"), "看不懂“x”"),
        (("--articles", "9-3"), "前大后小"),
        (("--part", "77"), "没有第 77 部分"),
        (("--include", "nonsense"), "不认识“nonsense”"),
        (("--include", ","), "一项也没有"),
        (("--report", "none"), "没有“none”"),
        (("--format", "odt"), "不认识“odt”"),
        (("--base", "none"), "没有“none”"),
        (("--name", "../x"), "文件名"),
    ],
)
def test_a_bad_wish_is_one_line(
    library: Library, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    with pytest.raises(ContentError, match=words) as caught:
        run(options(tmp_path, *arguments), library)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_traditional_pack_says_so_in_traditional_characters(
    library: Library, tmp_path: Path
) -> None:
    wishes = ("--articles", "5", "--script", "hant", "--format", "docx", "--name", "hant")
    assert run(options(tmp_path, *wishes), library) == 0
    document = docx.Document(str(tmp_path / "out" / "hant.docx"))
    text = "".join(each.text for each in document.paragraphs)
    assert "監督" in text
    assert "监督" not in text
    assert "民主集中制" in text
    assert "幹部" not in text or "干部" not in text


def test_session_date_and_place_are_on_the_cover(library: Library, tmp_path: Path) -> None:
    wishes = ("--articles", "5", "--format", "docx", "--session", "专题=一", "--name", "p")
    run(options(tmp_path, *wishes, "--date", "2021-09-10", "--place", "三楼"), library)
    text = [each.text for each in docx.Document(str(tmp_path / "out" / "p.docx")).paragraphs]
    assert "学习专题：专题=一" in text
    assert "学习时间：2021年9月10日" in text
    assert "学习地点：三楼" in text
