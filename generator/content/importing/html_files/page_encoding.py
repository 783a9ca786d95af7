"""The bytes of a web page -> its source, in the encoding in which it reads."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from generator.content.decoding import LEAST_PLAUSIBLE, MARKS, plausibility
from generator.errors import ContentError

CHARSET = re.compile(
    rb"(?:charset|encoding)[ \t\r\n]{0,9}=[ \t\r\n]{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE
)
LONGEST_TAG = 400  # bytes of a tag before it names its encoding
DECLARATIONS = 20  # looked at: scripts and links may name encodings before the page does
ALIASES = {
    **dict.fromkeys(
        ("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cn-gb", "chinese", "cp936", "ms936"),
        "gb18030",
    ),
    **dict.fromkeys(("big5", "big-5", "x-big5", "cn-big5", "csbig5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    "hz-gb-2312": "hz",
}
OTHERS = ("utf-8", "gb18030", "big5hkscs")
WIDE = ("utf-16-le", "utf-16-be")
MANY_NULLS = 0.1  # of the bytes: a page in UTF-16, whose markup is half zero bytes
SAMPLE = 200_000  # characters that are judged
CLEARLY = 0.05  # more plausible than what the page declares


def page_text(data: bytes, name: str, stated: str = "") -> str:
    """Return the source of a page; `stated` is the encoding that came with it, if any.

    What a page declares is believed where the text is as plausible in it as in any other
    encoding.  Bytes that are no characters become U+FFFD, which is a finding later on.
    ContentError when it reads in no encoding.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding.removesuffix("-sig"), "replace")
    nulls = data.count(0)
    if nulls > MANY_NULLS * len(data):
        return _best(data, WIDE, name)
    data = data.replace(b"\x00", b"") if nulls else data
    if data.isascii():
        return data.decode("ascii")
    declared = [encoding for each in (stated, *_declared(data)) if (encoding := _known(each))]
    return _best(data, tuple(dict.fromkeys((*declared[:1], *OTHERS, *declared[1:]))), name)


def _declared(data: bytes) -> Iterator[str]:
    """Yield the encodings that the tags <meta> and <?xml> of a page name, in order."""
    for _, match in zip(range(DECLARATIONS), CHARSET.finditer(data), strict=False):
        start = data.rfind(b"<", max(0, match.start() - LONGEST_TAG), match.start())
        tag = data[start : match.start()].lower()
        if start >= 0 and tag.startswith((b"<meta", b"<?xml")) and b">" not in tag:
            yield match[1].decode("ascii", "ignore")


def _known(declared: str) -> str:
    """Return the codec of an encoding that a page names; empty for those of no Chinese text."""
    return ALIASES.get(declared.strip().lower(), "")


def _best(data: bytes, candidates: tuple[str, ...], name: str) -> str:
    """Return the text in the most plausible encoding; the first stands unless clearly beaten."""
    best, best_score = "", 0.0
    for encoding in candidates:
        text = data.decode(encoding, "replace")
        score = plausibility(text[:SAMPLE]) - text.count("\ufffd") / max(1, len(text))
        if not best or score > best_score + CLEARLY:
            best, best_score = text, score
    if best_score < LEAST_PLAUSIBLE and not _reads(data):
        raise ContentError(name, "读不出是什么编码的网页；请在浏览器里打开，另存为 UTF-8 的网页")
    return best if best_score >= LEAST_PLAUSIBLE else data.decode("utf-8")


def _reads(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8: a page with few Chinese characters among others."""
    try:
        codecs.utf_8_decode(data, "strict", True)
    except UnicodeDecodeError:
        return False
    return True
