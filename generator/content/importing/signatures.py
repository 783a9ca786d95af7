"""What a file really is, by its first bytes: a .doc from the web is often a page, RTF or docx."""

from __future__ import annotations

import re

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
HEAD = 4096  # bytes at the start that are looked at
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)[\s>]", re.IGNORECASE)
WORD_2003 = re.compile(rb"<w:wordDocument|progid=\"Word\.Document\"")
MAIL_LINE = re.compile(rb"(?:MIME-Version|From|Subject|Date|Content|X)[\w-]*:", re.IGNORECASE)
MAIL_KIND = re.compile(
    rb"^Content-Type:\s*(?:multipart/(?:related|alternative)|text/html)",
    re.IGNORECASE | re.MULTILINE,
)
OFFICE = ("doc", "docx", "docm", "dot", "dotx", "wps", "wpt", "rtf", "odt")
PAGES = ("html", "htm", "mht", "mhtml")


def real_ending(data: bytes, ending: str) -> str:
    """Return the ending that a file of an office program or the web should have; else its own.

    docx, odt, doc (an OLE file, or Word's XML of 2003), rtf, pdf, mht, html; "txt" for plain
    Chinese text under the ending of an office program.
    """
    if ending not in OFFICE and ending not in PAGES:
        return ending
    found = _signed(data)
    if found is not None:
        same = found == "docx" and ending in ("docx", "docm", "dotx")
        same |= found == "doc" and ending in ("doc", "dot", "wps", "wpt")
        return ending if same else found
    if ending in OFFICE and _is_chinese(data):
        return "txt"
    return ending


def _signed(data: bytes) -> str | None:
    """Return what the signature of a file says; None where it has none that is known."""
    if data.startswith(ZIP):
        if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:HEAD]:
            return "odt"
        return "docx" if b"[Content_Types].xml" in data else None
    if data.startswith(OLE):
        return "doc"
    head = _head(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if WORD_2003.search(head):
        return "doc"
    if MAIL_LINE.match(head) and MAIL_KIND.search(head):
        return "mht"
    return "html" if head.startswith(b"<") and PAGE.search(head) else None


def _head(data: bytes) -> bytes:
    """Return the start of a text in ASCII, without byte order mark and blanks before it."""
    head = data[:HEAD]
    if head.startswith(MARKS[1:]):
        order = "utf-16-le" if head.startswith(MARKS[1]) else "utf-16-be"
        head = head[2:].decode(order, "ignore").encode("ascii", "ignore")
    return head.removeprefix(MARKS[0]).lstrip()


def _is_chinese(data: bytes) -> bool:
    """Return whether bytes are plain text in which Chinese letters stand."""
    if b"\x00" in data[:HEAD] and not data.startswith(MARKS):
        return False
    for encoding in ("utf-8-sig", "utf-16" if data.startswith(MARKS[1:]) else "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        chinese = sum("一" <= char <= "鿿" for char in text[:HEAD])
        controls = sum(char < " " and char not in "\t\r\n\f" for char in text[:HEAD])
        return chinese > 10 * controls and chinese * 4 >= len(text[:HEAD].strip())
    return False
