"""A web page saved as one file (RFC 2557: .mht, .mhtml) -> the page in it."""

from __future__ import annotations

import email

from generator.errors import ContentError

PAGES = ("text/html", "application/xhtml+xml")


def page_of_mhtml(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the page and the encoding that its part states (empty: none).

    The page is the part that the head names as the start, else the largest page: the others are
    frames of it.  ContentError when the file holds no page.
    """
    message = email.message_from_bytes(data)
    start = str(message.get_param("start") or "").strip("<> ")
    pages: list[tuple[bool, int, bytes, str]] = []
    for part in message.walk():
        if part.get_content_type() not in PAGES:
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            named = bool(start) and str(part.get("Content-ID", "")).strip("<> ") == start
            pages.append((named, len(body), body, str(part.get_content_charset() or "")))
    if not pages:
        raise ContentError(name, "里面没有网页；请在浏览器里另存为 html 再放入")
    _, _, body, charset = max(pages, key=lambda page: page[:2])
    return body, charset
