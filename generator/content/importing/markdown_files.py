"""Markdown files -> text: the words without the marks, one line per paragraph."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.content.decoding import decode
from generator.content.importing.html_files.page_lines import page_lines
from generator.content.importing.html_files.page_tree import page_tree
from generator.content.importing.imported import Imported, Intake, lines_imported

READER = "markdown-it-py"
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
DEEPEST = (
    120  # marks and blanks before a line: the parser drops what is nested deeper than it reads
)
OPENING = r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
OPENINGS = re.compile(rf"^({OPENING}{{{DEEPEST}}}){OPENING}+", re.MULTILINE)
NESTING = DEEPEST * 3
LEAST = 0.5  # of the ideographs must come through the parser: what it takes for marks is none
BREAK = re.compile(r"<br\b", re.IGNORECASE)


def read_markdown(data: bytes, name: str) -> Imported:
    """Return the words of a Markdown file; the numbers of numbered lists stay.

    Each paragraph, row of a table, block of code and picture is on the record.
    """
    source = decode(data, name).text.replace("\r\n", "\n").replace("\r", "\n")
    head = FRONT_MATTER.match(source)
    body = OPENINGS.sub(r"\1", source[head.end() :] if head else source)
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    try:
        tokens = parser.parse(body)
    except RecursionError:  # brackets without end: no text that anyone wrote as Markdown
        return lines_imported(source, READER)
    walk = _Walk(source[: head.end()].count("\n") if head else 0)
    if head:
        walk.intake.leave("文件头", "metadata", head[1].strip(), "文件头的说明信息")
    for token in tokens:
        walk.token(token)
    imported = walk.intake.imported()
    if _letters(imported.text) < LEAST * _letters(body):
        return lines_imported(source, READER)
    return imported


def _letters(text: str) -> int:
    return sum("\u4e00" <= char <= "\u9fff" for char in text)


class _Walk:
    """Takes the tokens of a file in order."""

    def __init__(self, first_line: int) -> None:
        self.intake = Intake(READER)
        self._first = first_line
        self._place = ""
        self._label = ""
        self._row: list[str] | None = None
        self._tables = 0
        self._rows = 0

    def token(self, token: Token) -> None:
        """Take what a token says."""
        if token.map:
            self._place = f"第{token.map[0] + self._first + 1}行"
        if token.type == "list_item_open":
            self._label = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "table_open":
            self._tables += 1
            self._rows = 0
        elif token.type == "tr_open":
            self._row = []
            self._rows += 1
        elif token.type == "tr_close" and self._row is not None:
            row = "\t".join(self._row).rstrip("\t")
            self.intake.take(f"表{self._tables}第{self._rows}行", "row", row)
            self._row = None
        elif token.type == "inline" and self._row is not None:
            self._row.append(_words(token).replace("\n", " "))
            self._pictures(token)
        elif token.type == "inline":
            self.intake.take(self._place, "paragraph", self._label + _words(token))
            self._label = ""
            self._pictures(token)
        elif token.type in ("fence", "code_block"):
            self.intake.take(self._place, "code", token.content.rstrip("\n"))
        elif token.type == "html_block":
            self._html(token.content)

    def _html(self, source: str) -> None:
        """Take all that a piece of HTML shows; it is no page, so nothing in it is furniture."""
        for line in page_lines(page_tree(source)):
            if line.unseen:
                self.intake.leave(self._place, line.kind, line.words, line.unseen)
            else:
                self.intake.take(self._place, line.kind, line.words)

    def _pictures(self, token: Token) -> None:
        for child in token.children or []:
            if child.type == "image":
                self.intake.leave(self._place, "picture", child.content, "图片")


def _words(token: Token) -> str:
    """Return the text of a run of words; a soft line end joins Chinese and parts Latin."""
    text = ""
    for child in token.children or []:
        if child.type == "softbreak":
            text += "\n"
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and BREAK.match(child.content)
        ):
            text += "\v"
        elif child.type in ("text", "code_inline", "image"):
            text += child.content
    text = re.sub(r"(?<=[A-Za-z0-9,.;])\n(?=[A-Za-z0-9])", " ", text)
    return text.replace("\n", "").replace("\v", "\n")
