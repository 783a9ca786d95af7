"""Words that gave way to others, as an amendment says it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.amendment import word_edits


def shown(old: str, new: str) -> str:
    """Return the old text with [what was left out|what was put in]."""
    made, at = "", 0
    for each in word_edits(old, new):
        made += old[at : each.old_start]
        made += f"[{old[each.old_start : each.old_end]}|{new[each.new_start : each.new_end]}]"
        at = each.old_end
    return made + old[at:]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("期限为十日。", "期限为十五日。", "期限为[十日|十五日]。"),
        (
            "处一千元以下罚款。",
            "处一千元以上五千元以下罚款。",
            "处一千元[|以上五千元]以下罚款。",
        ),
        (
            "由主管部门责令改正；拒不改正的，处罚款。",
            "由主管部门责令限期改正；拒不改正的，处罚款。",
            "由主管部门责令[|限期]改正；拒不改正的，处罚款。",
        ),
        ("依照第十二条处理。", "依照第十三条之一处理。", "依照[第十二条|第十三条之一]处理。"),
        (
            "甲应当登记。\n乙应当备案。",
            "甲应当登记。\n丙应当公告。\n乙应当备案。",
            "甲应当登记。\n[|丙应当公告。\n]乙应当备案。",
        ),
        (
            "应当公开、公平、公正。",
            "应当公开、公平。",
            "应当公开、公平[、公正|]。",
        ),
        ("完全一样。", "完全一样。", "完全一样。"),
    ],
)
def test_whole_words_are_marked(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


WORDS = st.lists(
    st.sampled_from(
        ["应当", "登记", "，", "。", "\n", "第三条", "主管部门", "的", "（", "abc", "十日"]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_the_edits_make_the_new_text_of_the_old_one(old: str, new: str) -> None:
    edits = word_edits(old, new)
    made, at, there = "", 0, 0
    for each in edits:
        assert each.old_start >= at
        assert old[at : each.old_start] == new[there : each.new_start]
        assert each.old_end > each.old_start or each.new_end > each.new_start
        made += old[at : each.old_start] + new[each.new_start : each.new_end]
        at, there = each.old_end, each.new_end
    assert made + old[at:] == new
