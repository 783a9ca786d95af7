"""Markdown: the words without the marks, and nothing lost in what is nested."""

import time

import pytest

from generator.content.importing import import_file


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("3) 三\n4) 四\n", "3)三\n4)四\n"),
        ("甲<br>乙\n", "甲\n乙\n"),
        ("<table><tr><td>一<td>二<tr><td>三<td>四</table>\n", "一\t二\n三\t四\n"),
        ("| 甲 | 乙 |\n|--|--|\n| 1 |  |\n", "甲\t乙\n1\n"),
        ("```\n代码\n```\n\n    缩进\n", "代码\n缩进\n"),
        ("> " * 60 + "深处\n", "深处\n"),
        ("> " * 5000 + "深处\n", "深处\n"),
        ("- " * 5000 + "深处\n", "深处\n"),
        (
            "".join("  " * at + f"- 层{at}\n" for at in range(40)),
            "".join(f"层{at}\n" for at in range(40)),
        ),
    ],
)
def test_words_of_markdown(source: str, text: str) -> None:
    assert import_file("a.md", source.encode()).text == text


def test_what_is_left_out_is_on_the_record() -> None:
    imported = import_file(
        "a.md", "---\ntitle: 甲\n---\n乙![现场](a.png)\n\n<!-- 注 -->\n".encode()
    )
    assert imported.text == "乙现场\n"
    assert [(part.place, part.left_out) for part in imported.parts if part.reason] == [
        ("文件头", "title: 甲"),
        ("第4行", "现场"),
        ("第6行", "注"),
    ]


@pytest.mark.parametrize("unit", ["[", "![", "*", "_甲 ", "> ", "`", "<", "![a](", "|", " ", "1. "])
def test_no_markdown_hangs(unit: str) -> None:
    start = time.process_time()
    text = import_file("a.md", (unit * (20_000 // len(unit)) + "\n\n末").encode()).text
    assert text.endswith("末\n")
    assert time.process_time() - start < 8
