"""L-005: an article that a report cites and the base does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import load_content
from generator.recipe import build_library

LIBRARY = """title: 试验库
name: shiyan
bases:
  - id: b
    title: 云溪市河道保护条例
    short_title: 《条例》
"""
DOCUMENTS = Path(__file__).parents[1] / "structure" / "documents"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("《条例》第三条执行较好。", []),
        ("《条例》第二条之一执行较好。", []),
        ("《条例》第十八条没有发现问题。", ["第十八条"]),
        ("《条例》第三条、第九条执行较好。", ["第三条、第九条"]),
        ("《条例》第二条之五执行较好。", ["第二条之五"]),
        ("《条例》第五条至第九条执行较好。", ["第五条至第九条"]),
        ("《条例》第七条、该条例第八条执行较好。", ["第七条", "第八条"]),
        ("《條例》第十八條沒有發現問題。", ["第十八條"]),
        ("《刑法》第二百条另有规定。", []),
    ],
)
def test_a_citation_of_what_is_not_there_is_a_finding(
    tmp_path: Path, sentence: str, found: list[str]
) -> None:
    (tmp_path / "sources").mkdir()
    base = (DOCUMENTS / "tiao-zhi-yi.txt").read_text("utf-8")
    (tmp_path / "sources" / "base.txt").write_text(base, "utf-8")
    report = f"河道保护工作报告\n今年以来，我街道认真开展河道保护工作。\n{sentence}\n"
    (tmp_path / "sources" / "r.txt").write_text(report, "utf-8")
    (tmp_path / "library.yml").write_text(LIBRARY, "utf-8")
    findings = [
        each for each in build_library(load_content(tmp_path)).findings if each.code == "L-005"
    ]
    assert [each.text for each in findings] == found
    assert all((each.file, each.line) == ("r.txt", 3) for each in findings)
    assert all(each.message == "《条例》共6条，没有这一条" for each in findings)
