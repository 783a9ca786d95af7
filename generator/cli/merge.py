"""merge: what several units have filled in (自查), put together without loss."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from generator.build.progress import say
from generator.cli.command import Command, content_argument, open_library
from generator.errors import ContentError
from generator.examination import Merged, as_own_file, asked_rows, merge, overview, read_file
from generator.examination.merging import UNKNOWN
from generator.outputs.sheets.examination import merged_book, titles
from generator.outputs.sheets.workbook import as_xlsx

NAMED = 10  # unknown rows that are named one by one


def arguments(parser: ArgumentParser) -> None:
    """Add what merge takes."""
    content_argument(parser)
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="文件",
        help="各单位的自查表：xlsx，或“自查”页导出的文件",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("自查汇总.xlsx"),
        metavar="FILE",
        help="写到哪里：xlsx，或 json（可再合并）",
    )
    parser.add_argument(
        "--today", type=_day, default=None, metavar="2026-11-28", help="按哪一天算逾期；不写是今天"
    )


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ArgumentTypeError(f"“{words}”不是日子；写成 2026-11-28") from error


def run(options: Namespace) -> int:
    """Write what the files say together; all of them are read before anything is written."""
    out: Path = options.out
    if out.suffix.lower() not in (".xlsx", ".json"):
        raise ContentError(str(out), "只能写成 .xlsx 或 .json")
    if out.exists():
        raise ContentError(str(out), "已经有了，不覆盖；请用 --out 换个名字")
    files = [read_file(_bytes(each), each.name) for each in options.files]
    library = open_library(options)
    merged = merge(asked_rows(library.collations, library.duties), files)
    today = options.today or date.today()
    if out.suffix.lower() == ".json":
        data = as_own_file(merged, library.title).encode()
    else:
        data = as_xlsx(merged_book(merged, f"{titles(library)}自查汇总", today), 0)
    try:
        out.write_bytes(data)
    except OSError as error:
        raise ContentError(str(out), f"写不进去（{error.strerror}）") from error
    _tell(merged, today)
    say(str(out))
    return 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(str(path), f"读不出来（{error.strerror}）") from error


def _tell(merged: Merged, today: date) -> None:
    late = len(overview(merged, today).overdue)
    say(
        f"{len(merged.units)} 个单位，{len(merged.rows)} 行；"
        f"说法不同并列的 {merged.conflicts} 行，逾期的 {late} 行"
    )
    strange = [each for each in merged.rows if UNKNOWN in each.note]
    if strange:
        say(f"不在本库清单里的 {len(strange)} 行，都留在最后：")
    for each in strange[:NAMED]:
        say(f"  {each.unit}：{(each.words or each.id or '（没有要求）')[:40]}")
    if len(strange) > NAMED:
        say("  ……")


COMMAND = Command("merge", "合并各单位填好的自查表", arguments, run)
