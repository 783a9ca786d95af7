"""A Word file (docx, docm; Strict too) -> its text, and a record of every part of it.

Read as Word shows it with all changes accepted and hidden text not shown.  A note stands as a
line of its own right behind its paragraph, 〔注1：…〕: inside a sentence it would break what is
quoted from it, at the end of the document it would be far from what it explains.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from generator.content.importing.archive import DamagedError
from generator.content.importing.imported import Imported
from generator.content.importing.word.context import NOTES, Context, ReadChunk, make_context
from generator.content.importing.word.fields import Fields
from generator.content.importing.word.names import NotANumberError, q
from generator.content.importing.word.package import Package, bodies_of
from generator.content.importing.word.record import Record
from generator.content.importing.word.stories import Story, read_aside, read_story
from generator.errors import ContentError

READER = "lxml"
AGAIN = "请用 Word 或 WPS 打开后另存一次"
SIDES = {"header": "页眉", "footer": "页脚"}


def read_docx(
    data: bytes, name: str, *, reader: str = READER, read_chunk: ReadChunk | None = None
) -> Imported:
    """Return the text of a Word file; ContentError when it is damaged, locked or too large.

    `reader` is who made the file of another, or reads it; `read_chunk` reads a whole file of
    another kind that is put into the text (w:altChunk).
    """
    record = Record()
    try:
        package = Package(data, name)
        main = package.main()
        bodies = bodies_of(package.xml(main))
        context = make_context(package, main, read_chunk)
        story = Story("", record, Fields(bodies[0].getparent()))
        for body in bodies:
            read_story(body, story, context)
        _put_sides(context, record)
    except NotANumberError as error:
        raise ContentError(name, f"不是完好的 docx 文件（“{error}”不是数）；{AGAIN}") from error
    except (DamagedError, RecursionError) as error:
        raise ContentError(name, f"不是完好的 docx 文件；{AGAIN}") from error
    return record.imported(reader)


def _put_sides(context: Context, record: Record) -> None:
    """Put what stands beside the text on the record: notes never called, heads, feet, comments."""
    for key, note in context.notes.items():
        if key not in context.noted:
            _leave(note, NOTES[key[0]], key[0], "正文没有引用这条注", context, record)
    counts: Counter[str] = Counter()
    for target in context.targets.values():
        if target.kind in SIDES and not target.outside and context.package.has(target.name):
            counts[target.kind] += 1
            side = SIDES[target.kind]
            root = context.package.xml(target.name)
            place = f"{side}{counts[target.kind]}"
            _leave(root, place, target.kind, f"{side}，不入正文", context, record)
    comments = context.root("comments")
    for number, comment in enumerate([] if comments is None else comments, start=1):
        author = comment.get(q("w:author"), "")
        place = f"批注{number}（{author}）" if author else f"批注{number}"
        _leave(comment, place, "comment", "批注，不入正文", context, record)


def _leave(
    root: etree._Element, place: str, kind: str, reason: str, context: Context, record: Record
) -> None:
    """Put a story that is no part of the text on the record: its lines as one part."""
    aside = read_aside(root, place, context)
    words = "\n".join(part.words for part in aside.texts())
    if words:
        record.leave(place, kind, words, reason)
    for part in aside.parts:
        if part.reason:
            record.leave(place, part.kind, part.words, part.reason)
