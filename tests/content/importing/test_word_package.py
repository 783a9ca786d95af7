"""The package of a Word file, in the ways that programs write it."""

from __future__ import annotations

import io
import zipfile

from generator.content.importing import import_file
from tests.content.importing.word_files import (
    changed,
    compose,
    item,
    paragraph,
)


def test_strict_files_and_other_names_of_parts() -> None:
    strict = compose(paragraph("甲") + item("乙", 1))
    strict = changed(
        strict,
        "word/document.xml",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    strict = changed(
        strict,
        "_rels/.rels",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships/",
        ),
    )
    assert import_file("a.docx", strict).text == "甲\n乙\n"


def test_the_document_stands_where_the_package_says() -> None:
    data = compose(paragraph("甲"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for each in given.namelist():
            body = given.read(each).replace(b'"word/document.xml"', b'"/word/other.xml"')
            made.writestr(each.replace("document.xml", "other.xml"), body)
    assert import_file("a.docx", out.getvalue()).text == "甲\n"


def test_a_document_of_two_bodies() -> None:
    data = compose(paragraph("甲") + "</w:body><w:body>" + paragraph("乙"))
    found = import_file("a.docx", data)
    assert found.text == "甲\n乙\n"
    assert [part.place for part in found.parts] == ["第1段", "第2段"]


def test_parts_named_with_backslashes_and_other_letters() -> None:
    data = compose(paragraph("甲"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for each in given.infolist():
            info = zipfile.ZipInfo("x")
            info.filename = each.filename.replace("word/document", "Word\\Document")
            made.writestr(info, given.read(each.filename))
    assert import_file("a.docx", out.getvalue()).text == "甲\n"
    assert import_file("a.docm", data).text == import_file("a.dotx", data).text == "甲\n"
