"""Pages -> their traditional form: text and readers' attributes converted, links led aright.

Works on the tags as they stand, without building a tree: our own pages are well formed, and
everything that is not text (ids, anchors, scripts) must stay as it is to the letter.

Pages of a site have most of their tags and many of their words in common.  A page is cut at
the tags that end a sentence, and each different piece of a folder's pages is converted once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from generator.outputs.hant.mirror import Mirror
from generator.outputs.hant.segments import SegmentConverter

# Tags within a sentence: words may stand across them.
INLINE = (
    "(?:a|abbr|b|bdi|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|ruby|s|samp|small|span|strong"
    "|sub|sup|time|u|var|wbr)[\\s>]"
)
WHOLE = r"<!--.*?-->|<(?:script|style)\b[^>]*>.*?</(?:script|style)>"
REST = r"""[^<>"'\x1e]*(?:(?:"[^"\x1e]*"|'[^'\x1e]*')[^<>"'\x1e]*)*>"""
CUT = re.compile(f"({WHOLE}|<(?!/?{INLINE})/?[A-Za-z!]{REST})", re.DOTALL)
TAG_WITHIN = re.compile(f"(<(?=/?{INLINE})/?[a-z]{REST})")
SPOKEN = re.compile(
    r'(\s(?:title|alt|aria-label|aria-description|placeholder|label|data-citation|data-cite-[a-z]+|data-tip|data-go|content)=")'
    r'([^"]+)(")'
)
LINKING = re.compile(r'(\s(?:href|src|action|data-src|data-scope)=")([^"]*)(")')
APART = "\x1e"  # between pieces that are handled as one text; HTML can't hold it
ROOT = re.compile(r'\sdata-root="([^"]*)"')
# What only the edition shows; of its packs, by the script that they are in.
OWN = re.compile(r'(<\w+ data-only="(hant|hant-packs|hans-packs)") hidden>')
FILES = re.compile(r'(\sdata-(?:file|there|absent)=")([^"]*)(")')  # from the root
SWITCH = re.compile(r'<a\b[^>]*\bid="kb-script".*?</a>', re.DOTALL)
REMEMBERED = 50_000  # pieces of a folder's pages, about; beyond that the memory starts anew


class PageConverter:
    """Converts the pages of a site that stand in `mirror`.

    Expects attributes in double quotes and no < in them, as our templates write them.
    `characters` are those of all that has been converted so far.
    """

    def __init__(self, mirror: Mirror, segments: SegmentConverter) -> None:
        self._mirror = mirror
        self._segments = segments
        self._known: dict[str, dict[str, str]] = {}  # folder -> piece -> its form there
        self.characters: set[str] = set()

    def page(self, html: str, page: str) -> str:
        """Return `html`, the site's `page`, as it stands in the mirror."""
        folder = posixpath.dirname(page)
        known = self._known.setdefault(folder, {})
        if len(known) > REMEMBERED:
            known.clear()
        pieces = CUT.split(html.replace(APART, " "))
        texts, tags = (list(set(pieces[at::2]) - known.keys()) for at in (0, 1))
        self._learn(texts, tags, folder, known)
        return self._switched("".join(map(known.__getitem__, pieces)), page)

    def _learn(
        self, texts: Sequence[str], tags: Sequence[str], folder: str, known: dict[str, str]
    ) -> None:
        """Add to `known` pieces of pages of `folder` as they stand in the mirror.

        `texts` have no tags in them but those within sentences.  All are handled in one long
        text, which is far quicker than many short ones.
        """
        tokens = TAG_WITHIN.split(APART.join(texts))  # in turn: text, tag, text, ...
        within = tokens[1::2]
        words = _words_alone(tokens[0::2]).split(APART)
        spoken = [] if _are_ascii(within) else _spoken(APART.join(within))
        spoken += [word for tag in tags if not tag.isascii() for word in _spoken(tag)]
        forms = self._segments.convert([*words, *spoken])
        tokens[0::2] = _put_back(APART.join([forms[each] for each in words]), tokens[0::2])
        if within:
            tokens[1::2] = self._tag(APART.join(within), folder, forms).split(APART)
        known.update(zip(texts, "".join(tokens).split(APART), strict=True) if texts else ())
        known.update((each, self._whole_tag(each, folder, forms)) for each in tags)
        new = (form for each in (texts, tags) for form in map(known.__getitem__, each))
        self.characters.update(*(form for form in new if not form.isascii()))

    def _whole_tag(self, tag: str, folder: str, known: dict[str, str]) -> str:
        """Return a tag that stands between sentences, or a whole script, with its links led."""
        if tag[1] in "/!" or '="' not in tag:
            return tag
        if tag.startswith('<script type="application/ld+json"'):
            return ""  # the page in simplified characters says it for both
        if tag.startswith(("<script", "<style")):
            opening, end, rest = tag.partition(">")
            return self._linked(opening, folder) + end + rest
        if tag.startswith("<html"):
            return re.sub(r'\blang="[^"]*"', 'lang="zh-Hant"', tag)
        if "data-root=" in tag:
            tag = ROOT.sub(r' data-root="../\1" data-pages="\1"', tag)
        return self._tag(tag, folder, known)

    def _tag(self, tags: str, folder: str, known: dict[str, str]) -> str:
        """Return a tag, or several, with their links led aright and their words converted."""
        if not tags.isascii():
            tags = SPOKEN.sub(lambda match: match[1] + known[match[2]] + match[3], tags)
        if FILES.search(tags):
            tags = FILES.sub(lambda match: match[1] + self._mirror.place(match[2]) + match[3], tags)
        if "data-only=" in tags:
            tags = OWN.sub(self._shown, tags)
        return self._linked(tags, folder)

    def _shown(self, found: re.Match[str]) -> str:
        shown = ("hant", "hant-packs" if self._mirror.packs else "hans-packs")
        return f"{found[1]}>" if found[2] in shown else found[0]

    def _linked(self, tags: str, folder: str) -> str:
        return LINKING.sub(lambda m: m[1] + self._mirror.address(folder, m[2]) + m[3], tags)

    def _switched(self, html: str, page: str) -> str:
        """Return a mirrored page with the switch to traditional characters made the way back."""
        back = (
            '<a class="kb-tool" id="kb-script" rel="alternate" hreflang="zh-Hans"'
            f' href="{self._mirror.original(page)}" title="轉為簡體字">簡</a>'
        )
        return SWITCH.sub(lambda _: back, html, count=1)


def _are_ascii(texts: Sequence[str]) -> bool:
    return all(map(str.isascii, texts))


def _spoken(tags: str) -> list[str]:
    return [match[2] for match in SPOKEN.finditer(tags)]


def _words_alone(texts: Sequence[str]) -> str:
    """Return texts as they are read: joined across tags, without what is no Chinese.

    APART in them stays, for the ends of pieces: what a piece is without does not depend on
    which pieces are beside it.
    """
    return "".join(
        APART.join("" if part.isascii() else part for part in text.split(APART)) for text in texts
    )


def _put_back(words: str, texts: Sequence[str]) -> list[str]:
    """Return `texts` with what `_words_alone` took of them replaced by `words`, as long."""
    found, at = [], 0
    for text in texts:
        parts = []
        for part in text.split(APART):
            size = 0 if part.isascii() else len(part)
            parts.append(words[at : at + size] if size else part)
            at += size + len(APART)
        at -= len(APART)  # none behind the last
        found.append(APART.join(parts))
    return found
