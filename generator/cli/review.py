"""review: the sentences whose links are most in doubt, answered by an editor into links.yml."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from generator.build.progress import say, watched
from generator.cli.command import Command, content_argument, open_content
from generator.errors import ContentError
from generator.linking import Doubt, decision_entry, quoted_words, with_entry
from generator.model import Article, Document, Library

ASK = (
    "写的是哪几条？现已关联的都对答 y；否则答序号（如 1 或 1 3；序号外的条写 =条号，如 =12），"
    "都不是答 0，回车跳过，q 结束；后面可写理由："
)
EMPTY = "# 对自动关联的裁定；words 引报告里的原话\n"
ARTICLE_WIDTH = 80  # characters of an article that are shown
BESIDE = 40  # characters shown of the sentences beside
ANSWER = re.compile(r"(?P<chosen>[yY]|(?:=\S+|\d+)(?:[ ,，、]+(?:=\S+|\d+))*)(?:\s+(?P<note>.*))?$")


def arguments(parser: ArgumentParser) -> None:
    """Add what review takes."""
    content_argument(parser)
    parser.add_argument("--count", type=int, default=20, metavar="N", help="问几句，默认 20")
    parser.add_argument("--list", action="store_true", help="只列出，不裁定")


def run(options: Namespace) -> int:
    """Show the sentences most in doubt; ask about each, and write down what is answered."""
    from generator.recipe import open_doubts  # heavy

    if options.count < 1:
        raise ContentError("--count", "须是 1 以上的数")
    content, library, memo = open_content(options)
    found = open_doubts(content, library, options.count, memo, watched)
    if not found:
        say("没有拿不准的句子。")
        return 0
    if options.list:
        for number, doubt in enumerate(found, 1):
            say(_shown(library, doubt, f"[{number}/{len(found)}]"))
        return 0
    written = _ask(library, found, options.content / "links.yml")
    say(f"写入 {written} 条裁定；重新 build 即生效。" if written else "没有写入裁定。")
    return 0


def _ask(library: Library, found: Sequence[Doubt], place: Path) -> int:
    """Write down what is answered, each answer at once; return how many decisions."""
    written = 0
    for number, doubt in enumerate(found, 1):
        say(_shown(library, doubt, f"[{number}/{len(found)}]"))
        answer = _answer(library, doubt)
        if answer is None:
            break
        for entry in answer:
            _write(place, entry)
        written += len(answer)
    return written


def _answer(library: Library, doubt: Doubt) -> tuple[str, ...] | None:
    """Return the entries that an answer makes; None where no more is answered."""
    while True:
        print(ASK, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            return None
        said = line.strip()
        if said.lower() == "q":
            return None
        if not said:
            return ()
        if (entries := _entries(library, doubt, said)) is not None:
            return entries
        say("请答 y、上面的序号、=条号、0、q，或直接回车。")


def _entries(library: Library, doubt: Doubt, said: str) -> tuple[str, ...] | None:
    """Return the entries for links.yml that an answer makes; None where it is no answer."""
    match = ANSWER.match(said)
    if match is None:
        return None
    report = _report(library, doubt.report)
    words = quoted_words(report, doubt.start, doubt.end)
    base, note = doubt.choices[0].base, match["note"] or ""
    chosen = re.findall(r"=\S+|\d+", match["chosen"])
    if chosen == ["0"]:
        return (decision_entry("none", doubt.report, words, base, note=note),)
    known = {str(number): each for number, each in enumerate(doubt.choices, 1)}
    if not chosen:  # y
        chosen = [number for number, each in known.items() if each.linked]
    if not chosen or any(each not in known and not each.startswith("=") for each in chosen):
        return None
    entries = [
        decision_entry(
            "confirm" if known[each].linked else "add",
            doubt.report,
            words,
            base,
            known[each].address,
            note,
        )
        for each in chosen
        if each in known
    ]
    entries += [
        decision_entry("add", doubt.report, words, base, each[1:], note)
        for each in chosen
        if each.startswith("=")
    ]
    entries += [
        decision_entry("reject", doubt.report, words, base, each.address, note)
        for number, each in known.items()
        if each.linked and number not in chosen
    ]
    return tuple(entries)


def _shown(library: Library, doubt: Doubt, head: str) -> str:
    """Return a sentence whole, what stands beside it, and the articles to choose from."""
    report = _report(library, doubt.report)
    text = report.piece.text
    before = _words(text[max(0, doubt.start - BESIDE) : doubt.start])
    after = _words(text[doubt.end : doubt.end + BESIDE])
    lines = [
        f"\n{head} {report.piece.title or doubt.report}",
        f"  句子：{_words(text[doubt.start : doubt.end])}",
        f"  前后：…{before}〔此句〕{after}…",
    ]
    for number, each in enumerate(doubt.choices, 1):
        article = _article(library, each.base, each.article)
        words = _words(article.text)
        shown = words if len(words) <= ARTICLE_WIDTH else f"{words[:ARTICLE_WIDTH]}…"
        state = "，现已关联" if each.linked else ""
        lines.append(f"  {number}. {article.label}（把握 {each.chance:.2f}{state}）{shown}")
    return "\n".join(lines)


def _report(library: Library, name: str) -> Document:
    return next(each for each in library.reports if each.piece.id == name)


def _article(library: Library, base: str, number: int) -> Article:
    return next(
        article
        for each in library.collations
        for article in each.edition.articles
        if (each.edition.base.id, article.number) == (base, number)
    )


def _words(text: str) -> str:
    return "".join(text.split())


def _write(place: Path, entry: str) -> None:
    """Put `entry` at the end of links.yml, in one step."""
    try:
        existing = place.read_text("utf-8") if place.exists() else EMPTY
        half = place.with_name(f".{place.name}.new")
        half.write_text(with_entry(existing, entry), "utf-8")
        half.replace(place)
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(str(place), f"写不进去（{error}）") from error


COMMAND = Command("review", "逐句裁定最没有把握的关联", arguments, run)
