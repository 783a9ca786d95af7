"""mcp: answers other programs (language models' tools) from the library, by the MCP protocol."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import wraps
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from generator.cli.command import Command, content_argument, open_content
from generator.errors import ContentError

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from generator.answers import Answers

Given = ParamSpec("Given")
Told = TypeVar("Told")
TOLD = (
    "本库的文件、报告和它们的关联，只读。每一处引文都带着编号、位置和 SHA-256，"
    "文字与原文一字不差；引用时请连同页面地址。先用 texts 看有哪些文本。"
)


def arguments(parser: ArgumentParser) -> None:
    """Add what mcp takes."""
    content_argument(parser)


def run(options: Namespace) -> int:
    """Answer on standard input and output until the other side ends."""
    if find_spec("mcp") is None:
        raise ContentError("mcp", "没有装好；请运行 pip install mcp，或 make mcp")
    from generator.answers import Answers
    from generator.draft import arrange
    from generator.recipe import linking_of

    with redirect_stdout(sys.stderr):  # what is said meanwhile is no answer
        content, library, memo = open_content(options)
        drafts = arrange(library, linking_of(content, library, memo))
    server_of(Answers(library, drafts), library.title).run()
    return 0


def server_of(answers: Answers, title: str) -> MCPServer:
    """Return a server whose tools are what `answers` can be asked."""
    from mcp.server import MCPServer

    server = MCPServer("zhishiku", title=title, instructions=TOLD, version=version("zhishiku"))
    tools: tuple[tuple[str, str, Callable[..., object]], ...] = (
        ("texts", "列出本库的文本：文件（base）、报告、转载、法规", answers.texts),
        ("search", "查出含有这些文字的句子，标点、空格不计", answers.search),
        ("read_article", "读文件的一条：base 是文件编号，number 是第几条", answers.article),
        ("read_text", "读一篇报告或法规的一段：从第几字起，读多少字", answers.text),
        ("passages", "各篇报告里讲到这一条的片段，强的在前，带依据", answers.passages),
        ("variants", "这一条在各版本中的异文和取舍理由", answers.variants),
        (
            "check_quotations",
            "核对一段文字里对文件的引用：一字不差、有改动、找不到",
            answers.check_quotations,
        ),
    )
    for name, about, function in tools:
        server.add_tool(_plain(function), name=name, description=about)
    return server


def _plain(function: Callable[Given, Told]) -> Callable[Given, Told]:
    """Return `function` with what is not there said in its own words."""
    from mcp.server.mcpserver.exceptions import ToolError

    from generator.answers import NotThereError

    @wraps(function)
    def told(*given: Given.args, **named: Given.kwargs) -> Told:
        try:
            return function(*given, **named)
        except NotThereError as error:
            raise ToolError(str(error)) from error

    return told


COMMAND = Command("mcp", "按 MCP 协议回答其他程序（供大模型工具查本库，只读）", arguments, run)
