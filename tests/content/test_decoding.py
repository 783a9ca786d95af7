"""Decoding: every encoding that Chinese texts come in, told apart and read back exactly."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.decoding import decode, encode
from generator.errors import ContentError

SHORT = "各位领导、同志们：根据会议安排，我谈点体会。"
TRADITIONAL = "各位領導、同志們：根據會議安排，我談點體會。"
SOURCES = sorted(Path("content/sources").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "codec", "mark", "named"),
    [
        (SHORT, "utf-8", b"", "utf-8"),
        (SHORT, "utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        (SHORT, "utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le-sig"),
        (SHORT, "utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be-sig"),
        (SHORT, "utf-16-le", b"", "utf-16-le"),
        (SHORT, "utf-16-be", b"", "utf-16-be"),
        (SHORT, "gb18030", b"", "gb18030"),
        ("意见", "gb18030", b"", "gb18030"),
        ("关于监督的报告", "gbk", b"", "gb18030"),
        (TRADITIONAL, "big5", b"", "big5"),
        ("監督工作報告", "big5", b"", "big5"),
        (SHORT + "㐀𠮷", "gb18030", b"", "gb18030"),
        ("abc", "utf-8", b"", "utf-8"),
    ],
)
def test_each_encoding_is_told_and_read(text: str, codec: str, mark: bytes, named: str) -> None:
    data = mark + text.encode(codec)
    source = decode(data, "a.txt")
    assert (source.text, source.encoding) == (text, named)
    assert encode(source.text, source.encoding) == data


@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:3])
def test_real_texts_in_other_encodings(path: Path, codec: str) -> None:
    text = path.read_text("utf-8")
    assert decode(text.encode(codec), "a.txt").text == text


@pytest.mark.parametrize("length", [6, 12, 40, 200])
def test_pieces_of_real_texts_however_small(length: int) -> None:
    text = SOURCES[3].read_text("utf-8")
    for start in range(0, 4000, 131):
        part = text[start : start + length]
        assert decode(part.encode("gb18030"), "a.txt").text == part


def test_line_ends_and_controls_stay_as_received() -> None:
    assert decode("甲\r\n乙\u200b\r丙".encode(), "a.txt").text == "甲\r\n乙\u200b\r丙"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\n" + bytes(range(256)),
        bytes(range(256)) * 4,
        b"\xff\xfe\x00\xd8\x00",
        b"a\x00b",
        "Déjà vu à la carte, façade".encode("latin-1"),
    ],
)
def test_what_is_no_chinese_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ContentError, match=r"^a\.bin: ") as caught:
        decode(data, "a.bin")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    try:
        source = decode(data, "a.txt")
    except ContentError:
        return
    assert encode(source.text, source.encoding) == data


@given(st.text(st.characters(categories=["Lo", "Nd", "Po"], max_codepoint=0x9FA5), max_size=60))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text
