"""Blanks for places, persons and figures, apart from words that a filter hid."""

import pytest

from generator.cleaning.anonymised import blanks


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("XX县纪委", {"XX": "anonymised"}),
        ("20xx年x月xx日", {"20xx": "anonymised", "x": "anonymised", "xx": "anonymised"}),
        ("局长xx在会上", {"xx": "anonymised"}),
        ("谈话XX人次、XX万多份", {"XX": "anonymised"}),
        ("××市教育局", {"××": "anonymised"}),
        ("坚持xx特色社会主义", {"xx": "masked"}),
        ("《xx共产党章程》", {"xx": "masked"}),
        ("围绕XX精神", {"XX": "masked"}),
        ("Linux系统、XXL码、3×4米、*注", {}),
        ("在*上", {}),  # one star may be a note's
        ("在*市", {"*": "masked"}),  # a star is a site's, XX the author's
        ("*年，*局党委", {"*": "masked"}),
        ("*年", {"*": "anonymised"}),
        ("完成**委交付的任务", {"**": "masked"}),
        ("学习_总书记的论述", {"_": "masked"}),
        ("姓名：________", {}),
        ("从严治（单字替换）永远在路上", {"（单字替换）": "masked"}),
        ("（此处为领导人姓名，请自行替换）强调", {"（此处为领导人姓名，请自行替换）": "masked"}),
        ("确保（名称）落到实处，（以下简称《意见》）", {"（名称）": "masked"}),
        ("在**上", {"**": "masked"}),
        ("由张三任副局长x，李四", {"x": "anonymised"}),
        ("A XX B", {}),  # no Chinese beside it
        ("甲XX", {"XX": "anonymised"}),  # at the end
        ("XX甲", {"XX": "masked"}),  # at the start
        ("甲5XX市", {}),
    ],
)
def test_blanks(text: str, kinds: dict[str, str]) -> None:
    assert {text[each.start : each.end]: each.kind for each in blanks(text)} == kinds
