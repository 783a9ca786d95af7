"""The cover's title is broken by sense, and nothing of it is lost."""

import pytest

from generator.outputs.shared.pack_contents.cover import TITLE_LINE, title_lines


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("及时报告", ("及时报告",)),
        (
            "贯彻执行民主集中制，完善“三重一大”决策监督机制",
            ("贯彻执行民主集中制，", "完善“三重一大”决策监督机制"),
        ),
        ("甲" * (TITLE_LINE + 5), ("甲" * (TITLE_LINE + 5),)),
    ],
)
def test_a_long_heading_is_broken_after_a_clause(heading: str, lines: tuple[str, ...]) -> None:
    assert title_lines(heading) == lines
