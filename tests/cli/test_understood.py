"""status tells in plain words what was understood of each base document."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.understood import understood
from generator.content import load_content
from generator.errors import ContentError
from generator.recipe import build_library

DOCUMENTS = Path(__file__).parents[1] / "structure" / "documents"
LIBRARY = """title: 试验库
name: shiyan
bases:
  - id: b
    title: {title}
    short_title: 《文件》
{more}"""


def understood_of(folder: Path, name: str, more: str = "") -> list[str]:
    text = (DOCUMENTS / f"{name}.txt").read_text("utf-8")
    lines = {"title-on-three-lines": 3, "head-and-signature-glued": 2}.get(name, 1)
    title = "".join(text.splitlines()[:lines])
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "base.txt").write_text(text, "utf-8")
    (folder / "library.yml").write_text(LIBRARY.format(title=title, more=more), "utf-8")
    return list(understood(build_library(load_content(folder))))


def test_numbers_that_begin_anew_are_told(tmp_path: Path) -> None:
    lines = understood_of(tmp_path, "restarting-items")
    assert lines[1:4] == [
        "  编号：条作“（一）”，每一部分从头数",
        "  部分 3，条 7，款 7，项 0",
        "  字数核对：每个版本的每一个字都有着落",
    ]


def test_matter_apart_is_told_line_by_line(tmp_path: Path) -> None:
    lines = understood_of(tmp_path, "head-and-signature-glued")
    told = [line.removeprefix("  正文以外·") for line in lines if "正文以外" in line]
    assert told == [
        "文号：云政发〔2021〕7号",
        "主送机关：各街道办事处，市政府各部门、各直属机构：",
        "落款：云溪市人民政府",
        "日期：2021年6月3日",
        "附注：（此件公开发布）",
    ]


def test_a_document_without_numbers_is_counted_in_paragraphs(tmp_path: Path) -> None:
    assert "  编号：没有编号，每段算一条" in understood_of(tmp_path, "no-numbers")


def test_chapters_items_and_the_day_of_force_are_told(tmp_path: Path) -> None:
    lines = understood_of(tmp_path, "annex-after-last-article")
    assert "  章 2，条 5，款 5，项 0" in lines
    assert "  施行日期：2022年5月1日" in lines
    assert any(line.startswith("  正文以外·附件：附录") for line in lines)


def test_a_person_may_know_better_how_articles_are_numbered(tmp_path: Path) -> None:
    name = "points-some-with-items"
    assert "  编号：条作“一、”，全文连着数" in understood_of(tmp_path, name)
    more = "    numbering: [一、, （一）]\n"
    assert "  编号：条作“（一）”，每一部分从头数" in understood_of(tmp_path, name, more)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("    numbering: 甲\n", "numbering：不认识编号“甲”"),
        ("    article_titles: {第九十条: 借阅}\n", "article_titles.第九十条：没有这一条"),
    ],
)
def test_what_is_wrong_in_library_yml_is_one_line(tmp_path: Path, more: str, said: str) -> None:
    with pytest.raises(ContentError, match=said) as caught:
        understood_of(tmp_path, "tiao-zhi-yi", more)
    assert "\n" not in str(caught.value)


def test_article_titles_are_what_lists_call_articles(tmp_path: Path) -> None:
    more = "    article_titles: {第二条之一: 湖泊, '3': 禁倒}\n"
    understood_of(tmp_path, "tiao-zhi-yi", more)
    articles = build_library(load_content(tmp_path)).collations[0].edition.articles
    assert [articles[at].short_title for at in (2, 4)] == ["湖泊", "禁倒"]


def test_what_looks_like_an_annex_may_belong_to_the_text(tmp_path: Path) -> None:
    more = "    annexes: false\n"
    lines = understood_of(tmp_path, "annex-after-last-article", more)
    assert not any("正文以外·附件" in line for line in lines)
    assert "  字数核对：每个版本的每一个字都有着落" in lines
