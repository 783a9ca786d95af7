"""Damaged and hostile Word files: one line, no hang, no memory eaten; depth and size are linear."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from generator.content.importing import import_file
from generator.errors import ContentError
from tests.content.importing.word_files import (
    abstract,
    changed,
    compose,
    item,
    level,
    num,
    paragraph,
    run,
    table,
)

LONGEST = 10  # seconds of work: what hangs takes longer; these take less than 3
DEEP = paragraph("深")
BOX = ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")
CELL = ("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "</w:tc></w:tr></w:tbl>")
FRAME = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
CONTROL = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")


def refused(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(ContentError) as caught:
        import_file(name, data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


DOCUMENT = "word/document.xml"
NUMBERED = compose(item("条", 1), numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (DOCUMENT, b'w:ilvl w:val="0"', b'w:ilvl w:val="x"'),
        (DOCUMENT, b'w:ilvl w:val="0"', b'w:ilvl w:val="' + b"9" * 9000 + b'x"'),
        ("word/numbering.xml", b'w:start w:val="1"', b'w:start w:val="x"'),
        ("word/numbering.xml", b'w:ilvl="0"', b'w:ilvl="1.5"'),
        (DOCUMENT, b"w:body>", b"w:nobody>"),
        (DOCUMENT, b"</w:body>", b""),
        (DOCUMENT, b"w:document", b"w:other"),
        ("word/numbering.xml", b"</w:numbering>", b""),
    ],
)
def test_parts_that_no_program_writes_are_refused(part: str, old: bytes, new: bytes) -> None:
    assert "不是完好的 docx" in refused(changed(NUMBERED, part, lambda xml: xml.replace(old, new)))


@pytest.mark.parametrize("number", ["1" + "0" * 40, "-" + "9" * 40, " 0 "])
def test_numbers_out_of_all_bounds_are_numbers(number: str) -> None:
    data = changed(
        NUMBERED,
        DOCUMENT,
        lambda xml: xml.replace(b'w:ilvl w:val="0"', f'w:ilvl w:val="{number}"'.encode()),
    )
    assert import_file("a.docx", data).text == "1.条\n"


def test_a_level_of_a_thousand_million_does_not_hang() -> None:
    numbering = abstract(1, level(10**9, "decimal", "%1.")) + num(1, 1)
    found = import_file("a.docx", compose(item("条", 1, 10**9), numbering=numbering))
    assert found.text == "1.条\n"


def test_no_document_and_no_zip() -> None:
    assert "不是完好的 docx" in refused(changed(NUMBERED, DOCUMENT, lambda _: b""))
    assert "不是完好的 docx" in refused(b"PK\x03\x04")


def test_a_corrupt_stream_a_strange_method_and_a_password() -> None:
    with zipfile.ZipFile(io.BytesIO(NUMBERED)) as archive:
        info = archive.getinfo(DOCUMENT)
    start = info.header_offset + 30 + len(DOCUMENT)
    corrupt = bytearray(NUMBERED)
    corrupt[start : start + 20] = b"\xff" * 20
    assert "不是完好的 docx" in refused(bytes(corrupt))
    central = NUMBERED.rindex(DOCUMENT.encode()) - 46
    for offset, value, word in ((8, 1, "密码"), (10, 99, "不是完好的 docx")):
        data = bytearray(NUMBERED)
        data[central + offset] = value
        data[info.header_offset + offset - 2] = value
        assert word in refused(bytes(data))


def test_a_docx_locked_by_word_is_an_ole_file() -> None:
    data = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    assert "加了密码" in refused(data)


@pytest.mark.parametrize("unit", ["<w:p/>", "<w:p><w:pPr/></w:p>", paragraph("一"), run("一")])
def test_what_unpacks_to_very_many_tags_is_refused_at_once(unit: str) -> None:
    data = compose(unit * (12_000_000 // len(unit)))
    assert len(data) < 200_000
    begun = time.process_time()
    assert "过大" in refused(data)
    assert time.process_time() - begun < LONGEST


def _declaring(declared: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"?><w:doc", declared).replace(b"X", b"&a9;")


def test_entities_that_grow_and_files_outside_are_refused() -> None:
    grown = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    for inside in (f'<!ENTITY a0 "字">{grown}', '<!ENTITY a9 SYSTEM "file:///etc/hostname">'):
        declared = f"?><!DOCTYPE w [{inside}]><w:doc".encode()
        data = changed(compose(paragraph("X")), DOCUMENT, _declaring(declared))
        assert "不是完好的 docx" in refused(data)


@pytest.mark.parametrize(
    ("around", "depth"), [(BOX, 45), (CELL, 60), (FRAME, 80), (CONTROL, 120), (CELL, 2000)]
)
def test_deep_nesting_is_read_or_refused_in_one_line(around: tuple[str, str], depth: int) -> None:
    data = compose(around[0] * depth + DEEP + around[1] * depth)
    if depth > 200:
        refused(data)
    else:
        assert import_file("a.docx", data).text.strip() == "深"


FIELD = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
LEVELS = abstract(1, *(level(at, "decimal", "%1.%2.%3.%4.%5.%6.%7.%8.%9") for at in range(9)))


@pytest.mark.parametrize(
    "body",
    [
        paragraph("一" * 1_000_000),
        paragraph("　" * 100_000 + "末"),
        paragraph("（" * 100_000),
        "".join(item("条", 1, at % 9) for at in range(10_000)),
        paragraph("见", runs=run("字") * 20_000),
        paragraph("字", '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>') * 20_000,
        paragraph(runs=(FIELD[0] + FIELD[1] + run("字")) * 20_000 + FIELD[2] * 20_000),
        paragraph("见", runs=FIELD[0] * 60_000 + run("字")),
        paragraph(
            "见", runs=f"<w:r><w:pict><w:txbxContent>{DEEP}</w:txbxContent></w:pict></w:r>" * 10_000
        ),
        table(["<w:p/>", paragraph("字") * 20_000]),
        table(*[["甲", "乙"]] * 10_000),
        paragraph("见", runs=(run("字") + run("藏", "<w:vanish/>")) * 10_000),
    ],
    ids=[
        *("long", "blanks", "brackets", "items", "runs", "marks", "fields", "begun"),
        *("boxes", "cell", "rows", "hidden"),
    ],
)
def test_nothing_hangs(body: str) -> None:
    begun = time.process_time()
    assert import_file("a.docx", compose(body, numbering=LEVELS + num(1, 1))).text
    assert time.process_time() - begun < LONGEST
