"""Sound documents from texts: the library's own edition, or a well-formed law in a file."""

from __future__ import annotations

from pathlib import Path

from generator.content import load_content
from generator.edition import collate
from generator.model import Base, Edition, Piece
from generator.recipe import build_library
from scripts.damaging.documents import SoundArticle, SoundDocument, SoundPart


def sound_text(text: str) -> SoundDocument:
    """Return a well-formed text (title on its first line) as a sound document."""
    title = next(line.strip() for line in text.splitlines() if line.strip())
    piece = Piece("sound", "sound.txt", 0, len(text), text, title)
    base = Base("base", title, title)
    return _document(collate(base, [piece]).edition)


def real_edition(content: Path) -> SoundDocument:
    """Return the edition of a content folder's first base document."""
    return _document(build_library(load_content(content)).collations[0].edition)


def _document(edition: Edition) -> SoundDocument:
    law = any(article.label.startswith("第") for article in edition.articles)
    parts = tuple(
        SoundPart(
            part.label,
            part.heading,
            part.paragraphs,
            tuple(
                SoundArticle(
                    a.number,
                    "" if a.label.startswith("¶") else a.label,
                    tuple(a.text.split("\n")),
                    a.path,
                )
                for a in part.articles
            ),
        )
        for part in edition.parts
    )
    date = edition.base.adopted
    line = "（{}年{}月{}日）".format(*(int(n) for n in date.split("-"))) if date else ""
    return SoundDocument(
        "law" if law else "policy", edition.base.title, line, edition.preamble, parts
    )
