"""review: the least certain links, one by one, decided by an editor and written to links.yml."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Literal

from generator.build.progress import say
from generator.cli.command import Command, content_argument, open_library
from generator.errors import ContentError
from generator.linking import Candidate, candidates, decision_entry, with_entry
from generator.model import Library

DECISIONS: dict[str, Literal["confirm", "reject"]] = {"y": "confirm", "n": "reject"}
ASK = "y 认可，n 否定，回车跳过，q 结束；可在字母后写理由："
EMPTY = "# 对自动关联的裁定；words 引报告里的原话\n"
WIDTH = 160  # characters of a passage that are shown


def arguments(parser: ArgumentParser) -> None:
    """Add what review takes."""
    content_argument(parser)
    parser.add_argument("--count", type=int, default=20, metavar="N", help="列出几条，默认 20")
    parser.add_argument("--list", action="store_true", help="只列出，不裁定")


def run(options: Namespace) -> int:
    """Show the least certain links; ask about each, and write down what is answered."""
    if options.count < 1:
        raise ContentError("--count", "须是 1 以上的数")
    library = open_library(options)
    found = candidates(
        library.links,
        library.reports,
        [each.edition for each in library.collations],
        options.count,
    )
    if not found:
        say("没有待裁定的关联。")
        return 0
    if options.list:
        for number, candidate in enumerate(found, 1):
            say(_shown(library, candidate, number, len(found)))
        return 0
    written = _ask(library, found, options.content / "links.yml")
    say(f"写入 {written} 条裁定；重新 build 即生效。" if written else "没有写入裁定。")
    return 0


def _ask(library: Library, found: tuple[Candidate, ...], place: Path) -> int:
    """Write down what is answered, each decision at once; return how many."""
    written = 0
    for number, candidate in enumerate(found, 1):
        say(_shown(library, candidate, number, len(found)))
        answer, note = _answer()
        if answer == "q":
            break
        if answer in DECISIONS:
            _write(place, decision_entry(candidate, DECISIONS[answer], note))
            written += 1
    return written


def _answer() -> tuple[str, str]:
    """Return the letter that was answered and the reason behind it; q at the end of input."""
    while True:
        print(ASK, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            return "q", ""
        letter, _, note = line.strip().partition(" ")
        if letter.lower() in ("", "q", *DECISIONS):
            return letter.lower(), note.strip()
        say("请答 y、n、q，或直接回车。")


def _shown(library: Library, candidate: Candidate, number: int, count: int) -> str:
    """Return a link as lines: the passage, the article, why it is there."""
    link = candidate.link
    report = next(each for each in library.reports if each.piece.id == link.report)
    article = next(
        article
        for each in library.collations
        for article in each.edition.articles
        if (each.edition.base.id, article.number) == (link.base, link.article)
    )
    passage = report.piece.text[link.start : link.end]
    evidence = "；".join(dict.fromkeys(each.text for each in link.evidence if each.text))
    return "\n".join(
        (
            f"\n[{number}/{count}] {report.piece.title or link.report}（把握 {link.score:.2f}）",
            f"  报告：{_short(passage)}",
            f"  条文：{article.label}{_short(article.text)}",
            f"  依据：{_short(evidence)}",
        )
    )


def _short(text: str) -> str:
    words = "".join(text.split())
    return words if len(words) <= WIDTH else f"{words[:WIDTH]}…"


def _write(place: Path, entry: str) -> None:
    """Put `entry` at the end of links.yml, in one step."""
    try:
        existing = place.read_text("utf-8") if place.exists() else EMPTY
        half = place.with_name(f".{place.name}.new")
        half.write_text(with_entry(existing, entry), "utf-8")
        half.replace(place)
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(str(place), f"写不进去（{error}）") from error


COMMAND = Command("review", "逐条裁定最没有把握的关联", arguments, run)
