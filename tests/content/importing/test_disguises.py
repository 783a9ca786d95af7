"""Files that are something else than their ending says, mails with a page, office programs."""

from __future__ import annotations

import io
import subprocess
import zipfile

import pytest

from generator.content.importing import import_file, office_files
from generator.content.importing.signatures import real_ending
from generator.errors import ContentError
from tests.content.importing.word_files import compose, paragraph

WORDS = "要落实全面从严治党主体责任，加强对领导班子的监督，做到真管真严、敢管敢严、长管长严。"
PAGE = f"<html><head><meta charset='{{}}'></head><body><p>{WORDS}</p></body></html>"
BARE = PAGE.replace("<meta charset='{}'>", "")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"
MAIL = (
    "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n\tboundary="b"\r\n\r\n--b\r\n{}\r\n\r\n{}\r\n'
    "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "iVBORw0K\r\n--b--\r\n"
)
OFFICE = ("doc", "docx", "wps", "rtf", "odt", "dot")


@pytest.mark.parametrize("ending", OFFICE)
@pytest.mark.parametrize(
    "data",
    [
        compose(paragraph(WORDS)),
        PAGE.format("gb2312").encode("gb18030"),
        ("\ufeff \n<!DOCTYPE html>" + PAGE.format("utf-8")).encode(),
        MAIL.format("Content-Type: text/html; charset=utf-8", PAGE.format("utf-8")).encode(),
        WORDS.encode("gb18030"),
        WORDS.encode(),
    ],
    ids=["docx", "gbk-page", "page", "mail", "gbk-text", "text"],
)
def test_a_file_is_read_as_what_it_is(ending: str, data: bytes) -> None:
    assert import_file(f"a.{ending}", data).text == f"{WORDS}\n"


@pytest.mark.parametrize(
    ("data", "ending", "real"),
    [
        (OLE + b"\0" * 100, "docx", "doc"),
        (OLE + b"\0" * 100, "wps", "wps"),
        (b"{\\rtf1\\ansi}", "doc", "rtf"),
        (b"%PDF-1.4", "docx", "pdf"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:w/>', "docx", "doc"),
        (ODT, "doc", "odt"),
        (b"PK\x03\x04 [Content_Types].xml", "docm", "docm"),
        (MAIL.encode(), "htm", "mht"),
        (b"<html>", "mht", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "doc", "html"),
        (b"x", "doc", "doc"),
        (b"\x00\x01\x02", "doc", "doc"),
        (b"<html>", "txt", "txt"),
        (b"", "docx", "docx"),
    ],
)
def test_the_real_ending(data: bytes, ending: str, real: str) -> None:
    assert real_ending(data, ending) == real


@pytest.mark.parametrize(
    ("head", "page", "encoding"),
    [
        ('Content-Type: text/html; charset="gb2312"', BARE, "gb18030"),
        ("Content-Type: text/html", PAGE.format("gb2312"), "gb18030"),
        ("Content-Type: text/html; charset=unicode", BARE, "utf-8"),
        ("Content-Type: text/html; charset=unicode", BARE, "utf-16"),
        ("Content-Type: text/html; charset=none-such", PAGE.format("utf-8"), "utf-8"),
    ],
)
def test_a_page_saved_as_a_mail(head: str, page: str, encoding: str) -> None:
    mail = MAIL.format(head, "PAGE").encode().replace(b"PAGE", page.encode(encoding))
    found = import_file("a.mht", mail)
    assert found.text == f"{WORDS}\n"


def test_a_page_saved_as_a_mail_in_base64_and_quoted_printable() -> None:
    import base64
    import quopri

    for name, body in (
        ("base64", base64.encodebytes(PAGE.format("utf-8").encode())),
        ("quoted-printable", quopri.encodestring(PAGE.format("utf-8").encode())),
    ):
        head = f"Content-Type: text/html\r\nContent-Transfer-Encoding: {name}"
        assert (
            import_file("a.mhtml", MAIL.format(head, body.decode()).encode()).text == f"{WORDS}\n"
        )


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"MIME-Version: 1.0\n\nx", b"Content-Type: multipart/related; boundary=b\n\n--b--",
     b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
     + b"--b\nContent-Type: multipart/related; boundary=b\n\n" * 3000],
)  # fmt: skip
def test_a_mail_without_a_page_is_one_line(data: bytes) -> None:
    with pytest.raises(ContentError, match=r"mht|文字|网页"):
        import_file("a.mht", data)


def test_without_libreoffice_one_line_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office_files, "PROGRAMS", ("no-such-program",))
    for name, data in (("a.doc", OLE), ("a.docx", OLE), ("a.rtf", b"{\\rtf1 x}")):
        with pytest.raises(ContentError, match=r"libreoffice-writer.*另存为 docx") as caught:
            import_file(name, data)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("ending", ["doc", "wps", "rtf", "odt"])
@pytest.mark.parametrize("data", [b"x", b"", b"\xd0\xcf", b"\x00\x01\x02" * 99, b"abc" * 99])
def test_what_is_no_file_of_a_word_processor_never_comes_to_libreoffice(
    ending: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_files, "_converted", lambda *_: pytest.fail("was called"))
    with pytest.raises(ContentError, match="另存为"):
        import_file(f"a.{ending}", data)


def _word_97(flags: int) -> bytes:
    return OLE + b"\0" * 504 + b"\xec\xa5" + b"\0" * 9 + bytes([flags]) + b"\0" * 100


def _locked_odt() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.doc", _word_97(1), "密码"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.odt", _locked_odt(), "密码"),
        ("a.doc", OLE + "Workbook".encode("utf-16-le"), "电子表格"),
        ("a.wps", OLE + "PowerPoint Document".encode("utf-16-le"), "演示文稿"),
    ],
)
def test_locked_files_and_other_kinds_say_so(
    name: str, data: bytes, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_files, "_converted", lambda *_: pytest.fail("was called"))
    with pytest.raises(ContentError, match=word):
        import_file(name, data)


def test_a_libreoffice_that_hangs_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hanging")
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {folder}/child\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(office_files, "PROGRAMS", (str(program),))
    monkeypatch.setattr(office_files, "SECONDS", 1)
    with pytest.raises(ContentError, match="LibreOffice 读不了"):
        import_file("a.doc", OLE)
    child = (folder / "child").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True)
    assert state.stdout.strip()[:1] in ("", "Z")
