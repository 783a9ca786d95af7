"""generator pack: what may be asked for, and what is said when it can't be had."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

import docx
import pytest

from generator.errors import ContentError
from generator.model import Library
from generator.outputs.packs.custom_pack import add_arguments, chosen, run
from tests.outputs import documents


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
        (("--of-place", "京师"), "没有“京师”；有："),
        (("--of-place", "章丘市", "--of-kind", "讲话"), "没有合这些条件的报告"),
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


@pytest.mark.parametrize(
    ("name", "wish", "articles"),
    [
        ("code", "2", (2,)),
        ("code", "3", (4,)),  # 第三条, though the fourth article
        ("code", "2-1", (3,)),
        ("code", "2－1", (3,)),
        ("code", "b-2-1", (3,)),
        ("code", "第二条之一", (3,)),
        ("code", "二条之一、五", (3, 6)),
        ("code", "2-1至4", (3, 4, 5)),
        ("code", "第二条之一～第三条", (3, 4)),
        ("code", "2-4", (2, 3, 4, 5)),
        ("code", "2k1x2m1", (2,)),
        ("code", "b-2-k1x2", (2,)),
        ("code", "2-1k1", (3,)),
        ("code", "第二条第一款第（二）项", (2,)),
        ("code", "第二条第二款", (2,)),
        ("opinion", "2-1", (3,)),
        ("opinion", "第二部分第（一）条", (3,)),
        ("opinion", "1-2至2-1", (2, 3)),
        ("opinion", "b-1-2-k1x2", (2,)),
        ("plain", "2", (2,)),
        ("plain", "第2段", (2,)),
        ("plain", "¶1,¶3", (1, 3)),
    ],
)
def test_an_article_may_be_named_by_path_label_or_id(
    name: str, wish: str, articles: tuple[int, ...], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    library: Library = request.getfixturevalue(name)
    assert chosen(options(tmp_path, "--articles", wish), library).articles == articles


@pytest.mark.parametrize(
    ("name", "wish", "words"),
    [
        ("code", "2-7", "没有第 2-7 条"),
        ("code", "第二条之三", "没有“第二条之三”"),
        ("code", "9", "没有第 9 条；有第一条到第五条"),
        ("code", "第二条第三款", "第二条没有第三款"),
        ("code", "2k1x9", "第二条没有第一款第（九）项"),
        ("code", "2-1k4", "第二条之一没有第四款"),
        ("code", "4至2-1", "前大后小"),
        ("code", "第二编", "看不懂“第二编”"),
        ("code", "，", "一条也没有"),
        ("opinion", "1", "“1”有 2 条.*1-1、2-1"),
        ("opinion", "（二）", "1-2、2-2"),
        ("opinion", "2-9", "没有第 2-9 条；有第一部分第（一）条到第二部分第（二）条"),
        ("plain", "7", "没有第 7 条；有第1段到第3段"),
    ],
)
def test_a_name_that_no_article_has_is_one_line(
    name: str, wish: str, words: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    library: Library = request.getfixturevalue(name)
    with pytest.raises(ContentError, match=words) as caught:
        chosen(options(tmp_path, "--articles", wish), library)
    assert "\n" not in str(caught.value)


def test_what_can_be_read_two_ways_is_asked_for_again(tmp_path: Path) -> None:
    text = documents.CODE.replace(
        "第二条之一　湖泊", "第二条之一　甲。\n第二条之二　乙。\n第二条之三　湖泊"
    )
    library = documents.library_of(tmp_path / "content", documents.CODE_TITLE, text)
    with pytest.raises(ContentError, match="有两种读法；请写第二条之三，或者 2至3"):
        chosen(options(tmp_path, "--articles", "2-3"), library)
    assert chosen(options(tmp_path, "--articles", "2至3"), library).articles == (2, 3, 4, 5, 6)
    assert chosen(options(tmp_path, "--articles", "2-2"), library).articles == (4,)


@pytest.mark.parametrize(
    ("wish", "parts", "articles"),
    [
        ("1", (1, 2, 3, 4), (1, 2, 3, 4)),
        ("第一编", (1, 2, 3, 4), (1, 2, 3, 4)),
        ("第二章", (3, 4), (4,)),
        ("第三章　处罚,附则", (6, 7), (5, 6)),
        ("2-3", (2, 3, 4), (1, 2, 3, 4)),
    ],
)
def test_a_division_comes_with_what_lies_in_it(
    code: Library, tmp_path: Path, wish: str, parts: tuple[int, ...], articles: tuple[int, ...]
) -> None:
    selection = chosen(options(tmp_path, "--part", wish), code)
    assert (selection.parts, selection.articles) == (parts, articles)


@pytest.mark.parametrize(("wish", "words"), [("第九章", "没有“第九章”"), ("3-1", "前大后小")])
def test_a_division_that_is_not_there_is_one_line(
    code: Library, tmp_path: Path, wish: str, words: str
) -> None:
    with pytest.raises(ContentError, match=words):
        chosen(options(tmp_path, "--part", wish), code)


def test_reports_are_chosen_by_what_they_state_and_the_pack_says_so(
    library: Library, tmp_path: Path
) -> None:
    stated = {each.piece.id: each.piece for each in library.reports}
    place = ("--of-place", "章丘市")
    assert chosen(options(tmp_path, *place), library).reports == ("000-4",)
    both = chosen(options(tmp_path, *place, "--of-place", "XX县"), library)
    assert both.reports == ("000-4", "003")
    narrowed = chosen(options(tmp_path, *place, "--of-place", "XX县", "--of-kind", "论述"), library)
    assert narrowed.reports == ("000-4",)
    unstated = chosen(options(tmp_path, "--of-year", "未写明"), library).reports
    assert unstated == tuple(sorted(id for id, each in stated.items() if not each.date))
    wishes = ("--articles", "5,24", *place, "--include", "links", "--format", "docx", "--name", "p")
    run(options(tmp_path, *wishes), library)
    text = [each.text for each in docx.Document(str(tmp_path / "out" / "p.docx")).paragraphs]
    assert any(each.startswith("只收章丘市的报告，共1篇。") for each in text)
