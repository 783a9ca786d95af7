"""The cover's title is broken by sense, and nothing of it is lost."""

import pytest

from generator.outputs.shared.pack_contents.cover import TITLE_LINE, title_lines
from generator.outputs.shared.pack_contents.matter import balanced_title


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("及时报告", ("及时报告",)),
        (
            "贯彻执行民主集中制，完善“三重一大”决策监督机制",
            ("贯彻执行民主集中制，", "完善“三重一大”决策监督机制"),
        ),
    ],
)
def test_a_long_heading_is_broken_after_a_clause(heading: str, lines: tuple[str, ...]) -> None:
    assert title_lines(heading) == lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("云溪市河道保护条例", ("云溪市河道保护条例",)),
        (
            "中共中央关于加强对“一把手”和领导班子监督的意见",
            ("中共中央关于加强对“一把手”", "和领导班子监督的意见"),
        ),
        (
            "云溪市人民政府关于进一步加快发展社区居家养老服务的意见",
            ("云溪市人民政府关于", "进一步加快发展社区居家养老服务的意见"),
        ),
        (
            "云溪市人民政府印发《关于发展社区居家养老服务的意见》的决定",
            ("云溪市人民政府印发", "《关于发展社区居家养老服务的意见》的决定"),
        ),
    ],
)
def test_a_documents_title_is_broken_by_sense(title: str, lines: tuple[str, ...]) -> None:
    assert balanced_title(title) == lines


@pytest.mark.parametrize("length", [25, 30, 55])
def test_what_has_no_words_still_fits_its_lines(length: int) -> None:
    for lines in (title_lines("甲" * length), balanced_title("甲" * length)):
        assert "".join(lines) == "甲" * length
        assert max(map(len, lines)) <= TITLE_LINE
