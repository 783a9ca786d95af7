"""status: what was found in every source."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Container, Iterator

from generator.cli.command import Command, content_argument, open_library
from generator.cli.understood import understood
from generator.model import Library, Piece


def run(options: Namespace) -> int:
    """Print what every source is, and what was understood of every base document."""
    library = open_library(options)
    for line in (*lines(library), *understood(library)):
        print(line)
    return 0


def lines(library: Library, files: Container[str] | None = None) -> Iterator[str]:
    """Yield the lines of the report on all sources, or on `files` of them."""
    edits = Counter(edit.file for edit in library.ledger)
    links = Counter(link.report for link in library.links)
    pieces: list[tuple[Piece, str]] = [
        (witness.piece, f"版本（{each.edition.base.short_title}）")
        for each in library.collations
        for witness in each.witnesses
    ]
    pieces += [(report.piece, report.piece.genre or "报告") for report in library.reports]
    pieces += [(law.document.piece, "法规") for law in library.laws]
    pieces += [(each.document.piece, f"转载（{each.report}）") for each in library.reprints]
    for source in library.sources:
        if files is not None and source.file not in files:
            continue
        inside = sorted(
            (each for each in pieces if each[0].file == source.file), key=lambda p: p[0].start
        )
        outside = len(source.text) - sum(piece.end - piece.start for piece, _ in inside)
        yield (
            f"{source.file}：{source.encoding}，{len(source.text)} 字，{len(inside)} 篇，"
            f"{edits[source.file]} 处整理，篇外 {outside} 字"
        )
        for piece, kind in inside:
            counted = not kind.startswith(("版本", "法规", "转载"))
            count = f"，{links[piece.id]} 条关联" if counted else ""
            title = piece.title or "（无题）"
            yield f"  {piece.id}  {kind}  {title}，{len(piece.text)} 字{count}"


COMMAND = Command("status", "列出每个来源：编码、篇、整理、关联", content_argument, run)
