"""Authored pages (content/pages/): Markdown without HTML; every block of text has an id."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Page

BREAKS = ("softbreak", "hardbreak")
CODE = ("fence", "code_block")


@dataclass(frozen=True, slots=True)
class AuthoredBlock:
    """A heading, a paragraph, an item or a cell: its anchor on the page, and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Authored:
    """A page's finished HTML, and the blocks of text in it."""

    html: str
    blocks: tuple[AuthoredBlock, ...]


def render_page(page: Page) -> Authored:
    """Return the page as HTML; HTML within it shows as text, script addresses are refused."""
    markdown = MarkdownIt("js-default")
    tokens = markdown.parse(page.markdown)
    blocks: list[AuthoredBlock] = []
    holder: Token | None = None  # the element around the text that follows
    for token in tokens:
        if token.nesting == 1 and not token.hidden:
            holder = token
        _leave_pictures(token)
        if token.type in CODE:
            holder = token
        elif token.type != "inline":
            continue
        text = _words(token)
        if text and holder is not None:
            block = AuthoredBlock(f"page-{page.name}-{len(blocks) + 1}", text)
            holder.attrSet("id", block.id)
            blocks.append(block)
            holder = None
    html: str = markdown.renderer.render(tokens, markdown.options, {})
    return Authored(html, tuple(blocks))


def _leave_pictures(block: Token) -> None:
    """Put its words in the place of a picture that would be fetched; findings name it (P-001)."""
    for token in block.children or ():
        if token.type == "image" and not str(token.attrs.get("src", "")).startswith("data:"):
            token.type, token.tag, token.content = "text", "", f"（图：{token.content or '略'}）"


def _words(token: Token) -> str:
    """Return what a reader sees of a token, without its markup."""
    if token.children is None:
        return token.content.strip()
    words = (" " if each.type in BREAKS else each.content for each in token.children)
    return "".join(words).strip()
