"""The doubts of the readers become findings, each with its line, words and picture."""

from __future__ import annotations

from generator.checking.originals import original_findings
from generator.model import Source
from generator.original import Original, ReaderDoubt


def test_a_doubt_is_a_finding_where_it_stands() -> None:
    doubts = (
        ReaderDoubt("I-003", 4, 6, "“己经”认得不准", b"png"),
        ReaderDoubt("I-001", 0, 0, "隐藏文字未收：机密"),
    )
    source = Source("a.pdf", "甲乙。\n己经办好。\n", "", "pdf", Original("pdf", "x", (), doubts))
    found = original_findings([source, Source("b.txt", "丙", "", "utf-8")])
    assert [(e.code, e.level, e.file, e.line, e.text, e.picture) for e in found] == [
        ("I-003", "warning", "a.pdf", 2, "己经", b"png"),
        ("I-001", "warning", "a.pdf", 1, "", b""),
    ]
