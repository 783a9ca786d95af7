"""The grammar of labels: what is one, and what only looks like one."""

from __future__ import annotations

import re

import pytest

from generator.text import labels
from generator.text.numerals import numeral_value

WRITTEN = [
    (labels.DIVISION, "第二章 总则", "第二章", 2),
    (labels.DIVISION, "第12编附则", "第12编", 12),
    (labels.ARTICLE, "第一百零五条 为了", "第一百零五条", 105),
    (labels.ARTICLE, "第７条", "第７条", 7),
    (labels.SECTION, "十一、加强", "十一、", 11),
    (labels.ITEM, "（二十五）加强", "（二十五）", 25),
    (labels.ITEM, "(三)加强", "(三)", 3),
    (labels.ITEM, "㈣加强", "㈣", 4),
    (labels.POINT, "3.落实", "3.", 3),
    (labels.POINT, "12．落实", "12．", 12),
    (labels.POINT, "4、落实", "4、", 4),
    (labels.SUBPOINT, "（5）落实", "（5）", 5),
    (labels.SUBPOINT, "⑹落实", "⑹", 6),
    (labels.CIRCLE, "⑳落实", "⑳", 20),
    (labels.ORDINAL, "第三，落实", "第三，", 3),
    (labels.AMONG, "其二，落实", "其二，", 2),
    (labels.RUNNING, "二是落实", "二是", 2),
    (labels.RUNNING, "三要落实", "三要", 3),
    (labels.SEQUENCE, "首先，落实", "首先，", None),
    (labels.LOOSE, "1)落实", "1)", 1),
    (labels.LOOSE, "一）落实", "一）", None),
]
NO_LABELS = [
    (labels.DIVISION, "第二张"),
    (labels.ARTICLE, "第条"),
    (labels.SECTION, "一方面、"),
    (labels.ITEM, "（5）"),
    (labels.POINT, "3.5倍"),
    (labels.POINT, "2021、2022"),
    (labels.SUBPOINT, "（2021）"),
    (labels.RUNNING, "一是否"),
    (labels.LOOSE, "1.5万元"),
]


@pytest.mark.parametrize(("form", "text", "label", "number"), WRITTEN)
def test_a_label_is_read_with_its_number(
    form: labels.LabelForm, text: str, label: str, number: int | None
) -> None:
    match = re.match(form.groups, text)
    assert match
    assert match["label"] == label
    if number is not None:
        found = match.groupdict()
        assert numeral_value(found["number"] or found["enclosed"]) == number
    bare = re.match(form.pattern, text)
    assert bare
    assert bare[0] == label


@pytest.mark.parametrize(("form", "text"), NO_LABELS)
def test_what_only_looks_like_a_label_is_none(form: labels.LabelForm, text: str) -> None:
    assert not re.match(form.groups, text)
    assert not re.match(form.pattern, text)


def test_forms_stand_in_the_order_of_official_documents() -> None:
    printed = ["第一章", "第一条", "一、", "（一）", "1.", "（1）", "①"]
    for form, label in zip(labels.HEADINGS, printed, strict=True):
        assert re.fullmatch(form.pattern, label)
        assert [each for each in printed if re.fullmatch(form.pattern, each)] == [label]


def test_any_of_knows_all_the_forms_given_and_no_other() -> None:
    either = labels.any_of(labels.SECTION, labels.CIRCLE)
    assert [bool(re.match(either, text)) for text in ("一、", "②", "（一）", "1.")] == [
        *(True, True, False, False)
    ]


@pytest.mark.parametrize("text", ["1", "（十二", "a", "二"])
def test_a_typed_label_is_known_up_to_its_closing_mark(text: str) -> None:
    assert re.fullmatch(labels.TYPED, text)
    assert not re.fullmatch(labels.TYPED, f"{text}甲")
