"""Words at boundaries, in both scripts and in pinyin: boundaries/README.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.text.dictionary import load_dictionary
from generator.text.pinyin import PinyinTable, pinyin_table, traditional_table
from generator.text.traditional import Converter

HERE = Path(__file__).parent / "boundaries"
TRADITIONAL, PINYIN = (
    [
        tuple(line.split("\t"))
        for draft in ("", "_more")
        for line in (HERE / f"{name}{draft}.txt").read_text("utf-8").splitlines()
    ]
    for name in ("traditional", "pinyin")
)
WRONG = {  # known to fail
    *(
        "同*行者",
        "*长大衣",
        "队*长途跋涉",
        "着*重新形势研判",
        "稳步*地方可推进",
        "成绩*差",
        "品*种植面",
    ),
    *("毛巾干了", "这条船只管运货", "因审核不细致使数据有误", "与其系亲属关系"),
}
CONVERTER = Converter()


@cache
def table() -> PinyinTable:
    return pinyin_table([phrase.replace("*", "") for phrase, _ in PINYIN], load_dictionary())


def test_the_lists_are_long_enough() -> None:
    assert len(set(TRADITIONAL)) > 600
    assert len(set(PINYIN)) > 900


@pytest.mark.parametrize(("phrase", "form"), TRADITIONAL)
def test_traditional(phrase: str, form: str) -> None:
    found = CONVERTER.to_traditional(f"会议认为，{phrase}，")
    assert (found == f"會議認為，{form}，") == (phrase not in WRONG), found


@pytest.mark.parametrize(("phrase", "reading"), PINYIN)
def test_pinyin(phrase: str, reading: str) -> None:
    found = table().readings(phrase.replace("*", ""))[phrase.index("*")]
    assert (found == reading) == (phrase not in WRONG), found


def test_pinyin_is_the_same_in_traditional_characters() -> None:
    phrases = [phrase.replace("*", "") for phrase, _ in PINYIN]
    forms = [CONVERTER.to_traditional(phrase) for phrase in phrases]
    turned = traditional_table(table(), load_dictionary(), CONVERTER, set("".join(forms)))
    other = [
        phrase
        for phrase, form in zip(phrases, forms, strict=True)
        if table().readings(phrase) != turned.readings(form)
    ]
    assert other == []


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("死于某地", "死於某地"),
        ("司机于某负全责", "司機于某負全責"),
        ("服务于校长", "服務於校長"),
        ("会后某部门", "會後某部門"),
        ("走了3里路", "走了3里路"),
        ("抓获8只", "抓獲8隻"),
        ("第二周领到", "第二週領到"),
        ("超标准列支", "超標準列支"),
    ],
)
def test_names_and_measures(phrase: str, form: str) -> None:
    assert CONVERTER.to_traditional(phrase) == form
