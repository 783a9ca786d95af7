"""Traditional text read as simplified: one character for one, wherever it stands."""

from __future__ import annotations

import pytest

from generator.text.simplified import simplified


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("第十一條第（三）項", "第十一条第（三）项"),
        ("《雲溪市圖書借閱條例》", "《云溪市图书借阅条例》"),
        ("依照該條例執行", "依照该条例执行"),
        ("后来里面", "后来里面"),
        ("關於徵求意見後", "关于征求意见后"),
        ("第二〇三条", "第二〇三条"),
        ("article 5", "article 5"),
        ("", ""),
    ],
)
def test_characters_are_turned_one_by_one(text: str, plain: str) -> None:
    assert simplified(text) == plain
    assert len(simplified(text)) == len(text)
