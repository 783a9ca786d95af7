"""The articles beside a paragraph of a report, and the words that their links rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.model import Article, Link, Sentence
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.text.nomenclature import ROLES, RoleWord

WORDS_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Chip:
    """An article beside a paragraph, with the words of the article that the link rests on."""

    key: str
    address: str
    label: str
    heading: str
    quote: str
    roles: tuple[RoleWord, ...]
    sentences: tuple[str, ...]
    links: tuple[str, ...]


def chips_of(
    index: LibraryIndex, sentences: Sequence[Sentence], by_sentence: dict[str, list[Link]]
) -> tuple[Chip, ...]:
    """Return the articles that the sentences of a paragraph are linked with, in their order."""
    grouped: dict[tuple[str, int], list[tuple[str, Link]]] = {}
    for sentence in sentences:
        for link in by_sentence.get(sentence.id, ()):
            grouped.setdefault((link.base, link.article), []).append((sentence.id, link))
    chips = []
    for (base, number), found in sorted(grouped.items()):
        article = index.articles[base, number]
        best = max((link for _, link in found), key=lambda each: each.score)
        roles = {link.role for _, link in found}
        chips.append(
            Chip(
                article_key(base, number),
                addresses.article(base, article),
                _label(index, base, article),
                words.short_heading(article),
                article_words(article.text, best),
                tuple(each for each in ROLES if each.role in roles),
                tuple(dict.fromkeys(sentence for sentence, _ in found)),
                link_keys(link for _, link in found),
            )
        )
    return tuple(chips)


def _label(index: LibraryIndex, base: str, article: Article) -> str:
    """Return the label beside a paragraph; that of an earlier version says which."""
    label = words.article_label(article)
    return label if base in index.collations else f"{index.base_names[base]}{label}"


def article_words(text: str, link: Link) -> str:
    """Return the words of the article that the link rests on, or its beginning."""
    places = [each for each in link.evidence if each.article_end > each.article_start]
    longest = max(places, key=lambda each: each.article_end - each.article_start, default=None)
    start = max(0, longest.article_start - 20) if longest else 0
    shown = text[start : start + WORDS_SHOWN]
    return ("…" if start else "") + shown + ("…" if start + WORDS_SHOWN < len(text) else "")


def article_key(base: str, number: int) -> str:
    """Return how the filter of a report calls an article: yijian-5."""
    return f"{base}-{number}"


def link_keys(links: Iterable[Link]) -> tuple[str, ...]:
    """Return what of each link the filter asks for: practice@yijian-5."""
    keys = (f"{each.role}@{article_key(each.base, each.article)}" for each in links)
    return tuple(dict.fromkeys(keys))
