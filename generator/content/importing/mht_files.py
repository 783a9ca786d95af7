"""Web pages saved in one file (mht, mhtml: a mail with the page and its pictures) -> text."""

from __future__ import annotations

import email
import email.policy
import re
from contextlib import suppress
from dataclasses import replace
from email.message import EmailMessage

from generator.content.importing.html_files import read_html
from generator.content.importing.imported import Imported
from generator.errors import ContentError
from generator.original import OriginalPart

DAMAGED = "不是完好的 mht 文件；请在浏览器里另存为网页（html）再放入"
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=", re.IGNORECASE)
NESTED = re.compile(rb"^content-type:\s*multipart", re.IGNORECASE | re.MULTILINE)
DEEPEST = 50  # mails within the mail; the library takes time that grows with their square
SAME = {"gb2312": "gb18030", "gbk": "gb18030", "unicode": "utf-16"}


def read_mht(data: bytes, name: str) -> Imported:
    """Return the text of the page in a file saved whole; ContentError where there is none.

    The page is the first part of the kind text/html; pictures go on the record.
    """
    if len(NESTED.findall(data)) > DEEPEST:
        raise ContentError(name, DAMAGED)
    try:
        parts = [part for part in _message(data).walk() if not part.is_multipart()]
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        if page is None:
            raise ContentError(name, DAMAGED)
        found = read_html(_bytes(page), name)
        end = len(found.text)
        pictures = tuple(
            OriginalPart(f"图片{number}", "picture", end, end, "", "网页里的图片，没有读出")
            for number, _ in enumerate(
                (part for part in parts if part.get_content_maintype() == "image"), start=1
            )
        )
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ContentError(name, DAMAGED) from error
    return replace(found, parts=found.parts + pictures)


def _message(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _bytes(page: EmailMessage) -> bytes:
    """Return the page's bytes, in UTF-8 where only the mail says what encoding they are in.

    What reads as UTF-8 is that, whatever the mail says: Word writes "unicode" for it.
    """
    payload = page.get_payload(decode=True)
    assert isinstance(payload, bytes)
    charset = str(page.get_content_charset() or "").lower()
    if not charset or DECLARED.search(payload[:4096]):
        return payload
    with suppress(UnicodeDecodeError):
        if "\x00" not in payload.decode():
            return payload
    try:
        return payload.decode(SAME.get(charset, charset)).encode()
    except (LookupError, UnicodeDecodeError):
        return payload
