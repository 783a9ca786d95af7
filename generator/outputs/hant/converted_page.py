"""One page -> its traditional form: text and readers' attributes converted, links led aright.

Works on the tags as they stand, without building a tree: our own pages are well formed, and
everything that is not text (ids, anchors, scripts) must stay as it is to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.outputs.hant.mirror import Mirror
from generator.outputs.hant.segments import SegmentConverter

TOKEN = re.compile(
    r"""(<!--.*?-->|<(?:script|style)\b[^>]*>.*?</(?:script|style)>
    |</?[A-Za-z!](?:[^<>"']|"[^"]*"|'[^']*')*>)""",
    re.DOTALL | re.VERBOSE,
)
SPOKEN = re.compile(
    r'(\s(?:title|alt|aria-label|aria-description|placeholder|label|data-citation|data-cite-[a-z]+|data-tip|data-go|content)=")'
    r'([^"]+)(")'
)
LINKING = re.compile(r'(\s(?:href|src|action|data-src|data-scope)=")([^"]*)(")')
LINKS = ("href=", "src=", "action=")
ROOT = re.compile(r'\sdata-root="([^"]*)"')
# What only the edition shows; of its packs, by the script that they are in.
OWN = re.compile(r'(<\w+ data-only="(hant|hant-packs|hans-packs)") hidden>')
FILES = re.compile(r'(\sdata-(?:file|there|absent)=")([^"]*)(")')  # from the root
SWITCH = re.compile(r'<a\b[^>]*\bid="kb-script".*?</a>', re.DOTALL)
# Tags within a sentence: words may stand across them.
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|ruby|s|samp|small|span|strong"
    r"|sub|sup|time|u|var|wbr)[\s>]"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring texts that are read as one: their places among the tokens, and their text."""

    places: tuple[int, ...]
    text: str


def traditional_page(html: str, page: str, mirror: Mirror, converter: SegmentConverter) -> str:
    """Return `html`, the site's `page`, as it stands in the mirror.

    Expects attributes in double quotes, as our templates write them.
    """
    tokens = TOKEN.split(html)
    runs = list(_runs(tokens))
    spoken = [
        match[2]
        for token in tokens[1::2]
        if not token.isascii()
        for match in SPOKEN.finditer(token)
    ]
    known = converter.convert([*(run.text for run in runs), *spoken])
    for run in runs:
        text, at = known[run.text], 0
        for place in run.places:
            end = at + len(tokens[place])
            tokens[place] = text[at:end]
            at = end
    for place in range(1, len(tokens), 2):
        tokens[place] = _tag(tokens[place], page, mirror, known)
    shown = ("hant", "hant-packs" if mirror.packs else "hans-packs")
    said = OWN.sub(lambda m: f"{m[1]}>" if m[2] in shown else m[0], "".join(tokens))
    return _switched(said, page, mirror)


def _runs(tokens: list[str]) -> Iterator[_Run]:
    """Yield the runs of text; tokens stand in turn: text, tag, text, ..."""
    places: list[int] = []
    for place in range(0, len(tokens), 2):
        if tokens[place] and not tokens[place].isascii():
            places.append(place)
        tag = tokens[place + 1] if place + 1 < len(tokens) else "<end>"
        if places and not INLINE.match(tag):
            yield _Run(tuple(places), "".join(tokens[each] for each in places))
            places = []


def _tag(tag: str, page: str, mirror: Mirror, known: dict[str, str]) -> str:
    """Return a tag with its links led aright and its words converted."""
    if tag[1] in "/!" or '="' not in tag:
        return tag
    if tag.startswith(("<script", "<style")):
        opening, end, rest = tag.partition(">")
        return _linked(opening, page, mirror) + end + rest
    if tag.startswith("<html"):
        return re.sub(r'\blang="[^"]*"', 'lang="zh-Hant"', tag)
    if "data-root=" in tag:
        tag = ROOT.sub(r' data-root="../\1" data-pages="\1"', tag)
    if not tag.isascii():
        tag = SPOKEN.sub(lambda match: match[1] + known[match[2]] + match[3], tag)
    if " data-" in tag:
        tag = FILES.sub(lambda match: match[1] + mirror.place(match[2]) + match[3], tag)
    return _linked(tag, page, mirror)


def _linked(tag: str, page: str, mirror: Mirror) -> str:
    if not any(each in tag for each in LINKS):
        return tag
    return LINKING.sub(lambda m: m[1] + mirror.address(page, m[2]) + m[3], tag)


def _switched(html: str, page: str, mirror: Mirror) -> str:
    """Return a mirrored page with the switch to traditional characters made the way back."""
    back = (
        '<a class="kb-tool" id="kb-script" rel="alternate" hreflang="zh-Hans"'
        f' href="{mirror.original(page)}" title="轉為簡體字">簡</a>'
    )
    return SWITCH.sub(lambda _: back, html, count=1)
