"""A web page saved as one file (RFC 2557: .mht, .mhtml) -> the page in it."""

from __future__ import annotations

import email
import re

from generator.errors import ContentError

PAGES = ("text/html", "application/xhtml+xml")
NESTED = re.compile(rb"^content-type:[ \t]*multipart", re.IGNORECASE | re.MULTILINE)
DEEPEST = 50  # mails in mails; the time of the library grows with the square of them
DAMAGED = (LookupError, ValueError, TypeError, AttributeError, RecursionError)
ADVICE = "里面没有完好的网页；请在浏览器里另存为 html 再放入"


def page_of_mhtml(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the page and the encoding that its part states (empty: none).

    The page is the part that the head names as the start, else the largest page: the others are
    frames of it.  ContentError when the file holds no page.
    """
    if len(NESTED.findall(data)) > DEEPEST:
        raise ContentError(name, ADVICE)
    try:
        pages = _pages(data.lstrip())
    except DAMAGED as error:
        raise ContentError(name, ADVICE) from error
    if not pages:
        raise ContentError(name, ADVICE)
    _, _, body, charset = max(pages, key=lambda page: page[:2])
    return body, charset


def _pages(data: bytes) -> list[tuple[bool, int, bytes, str]]:
    """Return every page: whether it is the start, its size, its bytes, the encoding stated."""
    message = email.message_from_bytes(data)
    start = str(message.get_param("start") or "").strip("<> ")
    pages = []
    for part in message.walk():
        if part.get_content_type() in PAGES:
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                named = bool(start) and str(part.get("Content-ID", "")).strip("<> ") == start
                charset = str(part.get_content_charset() or "")
                pages.append((named, len(body), body, charset))
    return pages
