"""A file is read in a process of its own: what it throws, eats or prints does no harm."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from generator.content.importing import apart, child, import_file
from generator.content.importing.apart import import_apart
from generator.content.importing.imported import Imported, Intake
from generator.errors import ContentError

PAGE = (
    "<html><body><p>南坝社区阅览室每周开放四十八小时。</p><p>读者满意。</p></body></html>".encode()
)


def test_it_is_the_same_as_read_here() -> None:
    assert import_apart("a.html", PAGE) == import_file("a.html", PAGE)


def test_the_process_loads_nothing_but_readers() -> None:
    code = (
        "import sys; import generator.content.importing.child\n"
        "print(*{'generator.cleaning', 'generator.content.loading', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_what_the_reader_says_of_a_bad_file_comes_through() -> None:
    with pytest.raises(ContentError) as here:
        import_file("坏.docx", b"PK\x03\x04 nothing")
    with pytest.raises(ContentError) as apart_:
        import_apart("坏.docx", b"PK\x03\x04 nothing")
    assert str(here.value) == str(apart_.value)


def test_too_slow_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "QUICK", 0.01)
    with pytest.raises(ContentError, match=r"a\.html: 读了 .* 秒还没有读完"):
        import_apart("a.html", PAGE)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import os; os.abort()", "中断"),
        ("import sys; sys.exit(3)", "中断了（3）"),
        ("print('half an answer')", "中断"),
        ("raise RuntimeError('broken')", "broken"),
        ("x = bytearray(8 << 30)", "MemoryError"),
    ],
)
def test_a_reader_that_dies_is_one_line(
    program: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited = f"from generator.content.importing import child; child._limit({apart.MEMORY}); "
    monkeypatch.setattr(apart, "CHILD", limited + program)
    with pytest.raises(ContentError) as raised:
        import_apart("a.html", PAGE)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "内存"),
        (RecursionError(), "层次太深"),
        (ZeroDivisionError(), "ZeroDivisionError"),
    ],
)
def test_whatever_a_library_throws_is_one_line(
    error: BaseException, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "import_file", _thrower(error))
    assert said in str(child._answer("a.html", b"")["error"])


def _thrower(error: BaseException) -> Callable[[str, bytes], Imported]:
    def read(name: str, data: bytes) -> Imported:
        raise error

    return read


def test_half_surrogates_do_not_come_through(monkeypatch: pytest.MonkeyPatch) -> None:
    intake = Intake("reader")
    start = intake.take("第1段", "paragraph", "甲\ud800乙")
    intake.doubt("I-006", start, start + 3, "字\udfff", b"png")
    monkeypatch.setattr(child, "import_file", lambda name, data: intake.imported())
    answer = child._answer("a.html", b"")
    assert answer["text"] == "甲\ufffd乙\n"
    assert "\udfff" not in str(answer)


def test_an_intake_knows_where_everything_is() -> None:
    intake = Intake("reader")
    intake.take("第1段", "paragraph", "甲。\n")
    intake.leave("页眉", "header", "某某公报", "页眉不是正文")
    intake.take("第2段", "paragraph", "  ")
    second = intake.take("第3段", "paragraph", "乙\r\n丙")
    intake.doubt("I-003", second, second + 99, "不确定")
    taken = intake.imported()
    assert taken.text == "甲。\n乙\n丙\n"
    assert [taken.text[each.start : each.end] for each in taken.parts] == ["甲。", "", "乙\n丙"]
    assert [each.left_out for each in taken.parts] == ["", "某某公报", ""]
    assert taken.doubts[0].end == len(taken.text)
