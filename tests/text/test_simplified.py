"""Traditional characters read as simplified ones, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.common import COMMON_CHARACTERS
from generator.text.simplified import simplified


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("監督檢查", "监督检查"),
        ("第三條規定：領導幹部應當報告。", "第三条规定：领导干部应当报告。"),
        ("厨餘垃圾收運車輛", "厨余垃圾收运车辆"),
        ("abc 123，“甲”", "abc 123，“甲”"),
    ],
)
def test_traditional_characters_are_simplified(text: str, plain: str) -> None:
    assert simplified(text) == plain


@given(st.text() | st.text("監督檢查覆著乾後裏發髮监督检查", max_size=40))
def test_the_length_stays_and_once_is_enough(text: str) -> None:
    plain = simplified(text)
    assert len(plain) == len(text)
    assert simplified(plain) == plain


def test_what_simplified_script_uses_is_left() -> None:
    text = "覆盖、著作、乾坤、监督检查、瞭望、藉口、像"
    assert simplified(text) == text
    common = "".join(sorted(COMMON_CHARACTERS))
    assert simplified(common) == common
