"""Texts cut at the borders of marks lose nothing and mark exactly what was asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.site.views.marking import Mark, runs

TEXT = "党委要加强监督检查，防止出现一言堂。"
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


@given(spans, st.lists(spans, max_size=6))
def test_runs_hold_the_text_and_its_marks(window: list[int], marked: list[list[int]]) -> None:
    start, end = window
    marks = [Mark(low, high, number) for number, (low, high) in enumerate(marked)]
    found = runs(TEXT, start, end, marks)
    assert "".join(run.text for run in found) == TEXT[start:end]
    for run in found:
        assert run.text
        for at in range(run.start, run.start + len(run.text)):
            assert set(run.tags) == {m.tag for m in marks if m.start <= at < m.end}


def test_overlapping_marks_share_a_run() -> None:
    found = runs("甲乙丙丁", 0, 4, [Mark(0, 3, "a"), Mark(2, 4, "b")])
    assert [(run.text, run.tags) for run in found] == [
        ("甲乙", ("a",)),
        ("丙", ("a", "b")),
        ("丁", ("b",)),
    ]
