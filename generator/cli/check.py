"""check: the findings, like a linter's; exit status 1 when one is an error."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter

from generator.cli.command import Command, content_argument, open_library
from generator.model import Finding, Level

LEVELS: dict[Level, str] = {"error": "错误", "warning": "警告", "info": "提示"}


def arguments(parser: ArgumentParser) -> None:
    """Add what check takes."""
    content_argument(parser)
    parser.add_argument(
        "--accepted", action="store_true", help="列出 library.yml 里 accepted 认为无误的"
    )


def run(options: Namespace) -> int:
    """Print the findings by file and line, then how many there are of each level."""
    library = open_library(options)
    if options.accepted:
        for each in library.accepted:
            print(f"{line(each.finding)}（无误：{each.reason}）")
        print(f"无误 {len(library.accepted)} 条")
        return 0
    for finding in sorted(library.findings, key=_place):
        print(line(finding))
    counts = Counter(finding.level for finding in library.findings)
    print("，".join(f"{name} {counts[level]} 条" for level, name in LEVELS.items()))
    return 1 if counts["error"] else 0


def line(finding: Finding) -> str:
    """Return a finding as one line: place, code, level, what to do, the words."""
    words, message = (" ".join(each.split()) for each in (finding.text, finding.message))
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    quoted = f"：{words}" if words else ""
    return f"{place}: {finding.code} {LEVELS[finding.level]} {message}{quoted}"


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.file, finding.line, finding.code, finding.text


COMMAND = Command("check", "列出疑点；有“错误”一级的，返回 1", arguments, run)
