"""Traditional text read as simplified: one character for one, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.common import COMMON_CHARACTERS
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
        ("監督檢查，領導幹部應當報告。", "监督检查，领导干部应当报告。"),
        ("厨餘垃圾收運車輛", "厨余垃圾收运车辆"),
        ("article 5", "article 5"),
        ("", ""),
    ],
)
def test_characters_are_turned_one_by_one(text: str, plain: str) -> None:
    assert simplified(text) == plain
    assert len(simplified(text)) == len(text)


@given(st.text() | st.text("監督檢查覆著乾後裏發髮监督检查", max_size=40))
def test_the_length_stays_and_once_is_enough(text: str) -> None:
    plain = simplified(text)
    assert len(plain) == len(text)
    assert simplified(plain) == plain


def test_what_simplified_script_uses_is_left() -> None:
    text = "覆盖、著作、监督检查、瞭望、藉口、像"
    assert simplified(text) == text
    common = "".join(sorted(COMMON_CHARACTERS))
    assert simplified(common) == common.replace("乾", "干")  # for finding only: 乾淨 is 干净
