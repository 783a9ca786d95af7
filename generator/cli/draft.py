"""draft: checks a text of one's own against the library, as HTML and DOCX."""

from __future__ import annotations

import os
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.build.moment import given_moment
from generator.build.progress import say
from generator.cli.command import Command, content_argument, open_content
from generator.errors import ContentError, system_error

LARGEST = 64 << 20  # bytes of a draft


def arguments(parser: ArgumentParser) -> None:
    """Add what draft takes."""
    content_argument(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="稿子：txt、md、docx 等")
    parser.add_argument(
        "--output", type=Path, metavar="NAME", help="写到这里（不写后缀；不给就写在稿子旁边）"
    )


def run(options: Namespace) -> int:
    """Check the draft, write the report, say what was found."""
    name, text = _text(options.file)
    from generator.draft import arrange, check_draft
    from generator.outputs.draft.page import as_html
    from generator.outputs.draft.word import as_docx
    from generator.outputs.draft.wording import summary
    from generator.recipe import linking_of

    content, library, memo = open_content(options)
    report = check_draft(arrange(library, linking_of(content, library, memo)), text)
    moment = given_moment(os.environ)
    made = {
        ".html": as_html(name, report, library).encode(),
        ".docx": as_docx(name, report, library, int(time.time()) if moment is None else moment),
    }
    target = options.output or options.file.with_name(f"{options.file.stem}-核稿")
    for ending, data in made.items():
        _write(target.with_name(target.name + ending), data)
    for line in summary(report):
        print(line)
    say(f"写在 {target}.html 和 {target}.docx")
    return 0


def _text(path: Path) -> tuple[str, str]:
    """Return the name and the text of a draft; ContentError where it can't be read."""
    from generator.content.reading import read_source

    if path.is_dir():
        raise ContentError(str(path), "是文件夹；请给一个文件")
    try:
        if path.stat().st_size > LARGEST:
            raise ContentError(str(path), "太大了；稿子不超过 64 MB")
        source = read_source(path.name, path.read_bytes())
    except FileNotFoundError as error:
        raise ContentError(str(path), "没有这个文件") from error
    except OSError as error:
        raise system_error(error) or ContentError(str(path), "读不了") from error
    if not source.text.strip():
        raise ContentError(str(path), "没有文字")
    return path.stem, source.text


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise system_error(error) or ContentError(str(path), "写不了") from error


COMMAND = Command("draft", "核对一份稿子：引文、条款、讲到的条文、与报告相同的话", arguments, run)
