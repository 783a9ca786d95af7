"""Pictures, charts, diagrams, objects and files within a Word file: what can be said of them."""

from __future__ import annotations

from lxml import etree

from generator.content.importing.word import record
from generator.content.importing.word.context import Context
from generator.content.importing.word.line_parts import SHOWN, SYMBOL, Thing
from generator.content.importing.word.names import q
from generator.content.importing.word.record import Record
from generator.errors import ContentError

REASONS = {
    "picture": "图片，没有读出其中的文字",
    "chart": "图表，没有收入正文",
    "diagram": "图示，没有读出其中的文字",
    "object": "嵌入的对象，没有读出其中的文字",
    SYMBOL: "符号字体中的符号，没有对应的文字",
}
GONE = "不公开或已删除的图片、对象"
CHUNK_UNREAD = "嵌入的整篇文件没有读出；请在 Word 里打开后另存一次再放入"
CHART_WORDS = (q("a:t"), q("c:v"))


def put_thing(thing: Thing, context: Context, to: Record, place: str) -> None:
    """Put a picture, chart, diagram or object of a paragraph on the record.

    The words of a diagram are text; those of a chart are kept aside.
    """
    if thing.state != SHOWN:
        to.leave(place, thing.kind, thing.words, GONE)
        return
    root = _root(thing, context)
    if thing.kind == "diagram" and root is not None and (points := _points(root)):
        for point in points:
            to.take(f"{place}图示", "diagram", point)
        return
    words = [thing.words] if thing.words else []
    if thing.kind == "chart" and root is not None:
        words += ["".join(each.itertext()).strip() for each in root.iter(*CHART_WORDS)]
    reason = REASONS[thing.kind]
    to.leave(place, thing.kind, "\t".join(each for each in words if each), reason, record.UNREAD)


def put_chunk(identity: str, context: Context, to: Record, place: str) -> None:
    """Put a whole file that stands in the text (w:altChunk) on the record, read where it can be."""
    target = context.targets.get(identity)
    known = target is not None and not target.outside and context.package.has(target.name)
    if target is None or not known or context.read_chunk is None:
        to.leave(place, "chunk", "", CHUNK_UNREAD, record.BROKEN)
        return
    try:
        found = context.read_chunk(context.package.data(target.name), target.name)
    except ContentError as error:
        to.leave(place, "chunk", str(error), CHUNK_UNREAD, record.BROKEN)
        return
    for part in found.parts:
        where = f"{place}{part.place}"
        if part.reason:
            to.leave(where, part.kind, part.left_out, part.reason)
        else:
            to.take(where, part.kind, found.text[part.start : part.end])
    for doubt in found.doubts:
        to.leave(place, record.SAID, "", doubt.message, doubt.code)


def _root(thing: Thing, context: Context) -> etree._Element | None:
    target = context.targets.get(thing.relation)
    if thing.kind not in ("chart", "diagram") or target is None or target.outside:
        return None
    return context.package.xml(target.name) if context.package.has(target.name) else None


def _points(root: etree._Element) -> list[str]:
    """Return the words of the points of a diagram, in the order of the file."""
    words = (
        "".join("".join(each.itertext()) for each in point.iter(q("a:t")))
        for point in root.iter(q("dgm:pt"))
    )
    return [each for each in words if each.strip()]
