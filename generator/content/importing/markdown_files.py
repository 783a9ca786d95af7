"""Markdown files -> text: the words without the marks, one line per paragraph."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.content.decoding import decode
from generator.content.importing.imported import Imported, lines_imported

FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
TAG = re.compile(r"<[^<>]{1,500}>")


def read_markdown(data: bytes, name: str) -> Imported:
    """Return the words of a Markdown file; the numbers of numbered lists stay."""
    source = decode(data, name).text.replace("\r\n", "\n")
    tokens = MarkdownIt("commonmark").enable("table").parse(FRONT_MATTER.sub("", source))
    lines: list[str] = []
    label = ""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            label = f"{token.info}." if token.info else ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            lines.append("\t".join(row))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_words(token))
        elif token.type == "inline":
            lines.append(label + _words(token))
            label = ""
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
        elif token.type == "html_block":
            lines.append(TAG.sub("", token.content).strip())
    return lines_imported("\n".join(line for line in lines if line), "markdown-it-py")


def _words(token: Token) -> str:
    """Return the text of a run of words; a soft line end joins Chinese and parts Latin."""
    text = ""
    for child in token.children or []:
        if child.type == "softbreak":
            text += "\n"
        elif child.type == "hardbreak":
            text += "\v"
        elif child.type in ("text", "code_inline", "image"):
            text += child.content
    text = re.sub(r"(?<=[A-Za-z0-9,.;])\n(?=[A-Za-z0-9])", " ", text)
    return text.replace("\n", "").replace("\v", "\n")
