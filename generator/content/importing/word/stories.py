"""The stories of a Word file (body, cell, text box, note …) -> parts on the record, in order."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.content.importing.word import line_parts, record, tables
from generator.content.importing.word.context import NOTES, Context
from generator.content.importing.word.fields import Fields
from generator.content.importing.word.line_parts import Box, Line, Note, joined
from generator.content.importing.word.lines import mark_state, read_line
from generator.content.importing.word.names import q
from generator.content.importing.word.raw_words import PARAGRAPHS, raw_words
from generator.content.importing.word.record import Part, Record
from generator.content.importing.word.styles import own_numbering
from generator.content.importing.word.things import put_chunk, put_thing

REASONS = {
    line_parts.HIDDEN: ("隐藏文字，不公开", record.HIDDEN),
    line_parts.DELETED: ("修订中已删除", record.TRACKED),
    line_parts.MOVED: ("修订中已移到别处", record.TRACKED),
    line_parts.RUBY: ("注音，不入正文", ""),
    line_parts.FIELD: ("域代码，正文收其结果", ""),
    line_parts.PROMPT: ("填写提示，不是正文", ""),
}
NOTE_NAMES = {"footnote": "注", "endnote": "尾注"}
RUNS = frozenset(map(q, ("m:oMathPara", "m:oMath", "w:r", "w:hyperlink", "w:fldSimple")))
BLOCKS = frozenset(map(q, ("w:tbl", "w:altChunk", "w:subDoc", "w:sdt", "w:del", "w:moveFrom")))
OF_CELLS = ("paragraph", "caption")
LABEL = "label"
SUBDOCUMENT = "子文档没有读出；请在 Word 里并入主文档后再放入"
DRAWN = "由 Word 当场算出的编号或公式，没有读出"
NO_NOTE = "正文引用的注在文件里找不到"


@dataclass(slots=True)
class _Waiting:
    """Paragraphs whose marks are deleted or hidden; the next one joins them."""

    lines: list[Line]
    properties: etree._Element | None  # of the first that has words, which gives its number
    worded: bool


@dataclass(slots=True)
class Story:
    """A run of blocks while it is read: where it stands and how far it has got.

    `counted`: its paragraphs are told apart in the places; else all stand at `place`.
    """

    place: str
    record: Record
    fields: Fields
    kind: str = "paragraph"
    counted: bool = True
    paragraphs: int = 0
    tables: int = 0
    waiting: _Waiting | None = None

    def next_place(self) -> str:
        """Return the name of the place of the next paragraph."""
        self.paragraphs += 1
        return f"{self.place}第{self.paragraphs}段" if self.counted else self.place


def read_story(root: etree._Element, story: Story, context: Context) -> None:
    """Put the paragraphs and tables below an element on the record of a story."""
    bare_counts = context.bare_counts
    for block in tables.inside(root):
        if block.tag in PARAGRAPHS:
            if not len(block) and not bare_counts and story.waiting is None:
                continue
            _paragraph(block, story, context)
        elif block.tag in RUNS:
            _paragraph(_around(block), story, context)
        elif block.tag in BLOCKS:
            _end_waiting(story, context)
            _block(block, story, context)
    _end_waiting(story, context)


def _block(block: etree._Element, story: Story, context: Context) -> None:
    """Put what is no paragraph on the record: a table, a prompt, a file within the file."""
    place = story.place or "正文"
    if block.tag == q("w:tbl"):
        story.tables += 1
        _table(block, story, context, f"{story.place}表{story.tables}")
    elif block.tag == q("w:altChunk"):
        put_chunk(block.get(q("r:id"), ""), context, story.record, place)
    elif block.tag == q("w:subDoc"):
        story.record.leave(place, "object", "", SUBDOCUMENT, record.BROKEN)
    else:
        state = line_parts.PROMPT if block.tag == q("w:sdt") else line_parts.DELETED
        _leave_words(block, story.record, place, state)


def read_aside(root: etree._Element, place: str, context: Context) -> Record:
    """Return the record of a story by itself, all of it at one place."""
    aside = Record()
    read_story(root, Story(place, aside, Fields(root), counted=False), context)
    return aside


def _paragraph(paragraph: etree._Element, story: Story, context: Context) -> None:
    """Read a paragraph; one whose mark is deleted or hidden waits for the next, and joins it."""
    properties = paragraph.find(q("w:pPr"))
    style = context.styles.of(properties)
    line = read_line(paragraph, style, context.styles, story.fields)
    state = mark_state(properties, style, context.styles)
    waiting = story.waiting
    if waiting is None and state == line_parts.SHOWN:
        _put(line, properties, story, context)
        return
    if waiting is None:
        waiting = _Waiting([], properties, worded=False)
    if not waiting.worded:
        waiting.properties = properties
    waiting.lines.append(line)
    waiting.worded = waiting.worded or bool(line.words.strip())
    if state == line_parts.DELETED:
        place = f"{story.place}第{story.paragraphs + 1}段" if story.counted else story.place
        story.record.leave(place, "deleted", "", "修订中已删除段落标记", record.TRACKED)
    story.waiting = waiting
    if state == line_parts.SHOWN:
        _end_waiting(story, context)


def _end_waiting(story: Story, context: Context) -> None:
    """Put the paragraphs that wait on the record as one."""
    waiting = story.waiting
    if waiting is None:
        return
    story.waiting = None
    properties = waiting.properties if waiting.worded else None
    _put(joined(waiting.lines), properties, story, context)


def _put(line: Line, properties: etree._Element | None, story: Story, context: Context) -> None:
    """Put a paragraph on the record: its words with their label, then all that hangs on it."""
    style = context.styles.of(properties)
    label = context.numbering.label(own_numbering(properties), style)
    if line.empty and not label.text and not label.bullet:
        return
    place = story.next_place()
    words = re.sub(r"\n{2,}", "\n", line.words).strip("\n")
    if words.strip():
        caption = context.styles.name(style) in ("caption", "题注")
        kind = "caption" if caption and story.kind == "paragraph" else story.kind
        story.record.take(place, kind, label.before(words), contents=line.contents)
    elif label.text:
        story.record.leave(place, LABEL, label.text, "只有自动编号，没有文字")
    if label.bullet:
        story.record.leave(place, "bullet", label.bullet, "项目符号，不入正文")
    _put_beside(line, story, context, place)


def _put_beside(line: Line, story: Story, context: Context, place: str) -> None:
    """Put what a paragraph holds besides its words on the record."""
    for state, text in line.stretches:
        if state != line_parts.SHOWN and text.strip():
            story.record.leave(place, state, text, *REASONS[state])
    if line.inserted:
        story.record.notice(place, "inserted", record.TRACKED)
    for code in line.lost:
        story.record.leave(place, "field", code, DRAWN, record.BROKEN)
    for note in line.notes:
        _put_note(note, story, context, place)
    for thing in line.things:
        put_thing(thing, context, story.record, place)
    for number, box in enumerate(line.boxes, start=1):
        _put_box(box, story, context, f"{place}文本框{number}")


def _put_box(box: Box, story: Story, context: Context, place: str) -> None:
    if box.state != line_parts.SHOWN:
        _leave_words(box.element, story.record, place, box.state)
    elif box.words:
        story.record.take(place, "textbox", box.words)
    else:
        inner = Story(place, story.record, Fields(box.element), "textbox")
        read_story(box.element, inner, context)


def _put_note(note: Note, story: Story, context: Context, place: str) -> None:
    """Put a note where it is called as a line of its own, 〔注1：…〕."""
    behind = f"（“{_flat(note.before)}”后）" if note.before.strip() else ""
    where = f"{place}{NOTES[note.kind]}{behind}"
    element = context.notes.get((note.kind, note.identity))
    if element is None:
        story.record.leave(where, note.kind, note.mark, NO_NOTE, record.BROKEN)
        return
    if (note.kind, note.identity) in context.noted:
        return
    context.noted.add((note.kind, note.identity))
    if note.state != line_parts.SHOWN:
        _leave_words(element, story.record, where, note.state)
        return
    mark = note.mark.strip()
    if not mark:
        context.note_counts[note.kind] += 1
        mark = str(context.note_counts[note.kind])
    aside = read_aside(element, where, context)
    words = " ".join(_flat(part.words) for part in aside.texts())
    if words.strip():
        name = NOTE_NAMES[note.kind]
        story.record.take(where, note.kind, f"〔{name}{mark}：{words.strip()}〕")
    story.record.parts.extend(part for part in aside.parts if not part.is_text)


def _table(table: etree._Element, story: Story, context: Context, place: str) -> None:
    """Put the rows of a table on the record, a tab between cells.

    A row of one cell is only a frame: its paragraphs stand for themselves.  A table within a
    cell comes behind the row, as rows of its own.
    """
    for number, row in enumerate(tables.rows(table), start=1):
        where = f"{place}第{number}行"
        state = tables.row_state(row)
        if state != line_parts.SHOWN:
            _leave_words(row, story.record, where, state)
            continue
        if tables.row_inserted(row):
            story.record.notice(where, "inserted", record.TRACKED)
        cells = tables.cells(row)
        if len(cells) == 1 and not tables.goes_on(cells[0]):
            read_story(cells[0], Story(where, story.record, story.fields, story.kind), context)
        else:
            _row(cells, story, context, where)


def _row(cells: list[etree._Element], story: Story, context: Context, place: str) -> None:
    read = [_read_cell(cell, story, context, place) for cell in cells]
    worded = any(cell.text for cell in read)
    cell_texts = [cell.text or (cell.serial if worded else "") for cell in read]
    contents = any(cell.contents for cell in read)
    story.record.take(place, "row", "\t".join(cell_texts), contents=contents)
    for cell in read:
        said = (LABEL,) if worded and cell.serial else ()
        story.record.parts += [part for part in cell.beside if part.kind not in said]


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell gives to its row; `serial`: the automatic number that is all it shows."""

    text: str
    serial: str
    contents: bool
    beside: list[Part]


def _read_cell(cell: etree._Element, story: Story, context: Context, place: str) -> _Cell:
    """Read a cell.  A number that stands alone is the text of a column 序号."""
    aside = Record()
    read_story(cell, Story(place, aside, story.fields, counted=False), context)
    own = [part for part in aside.parts if part.is_text and part.kind in OF_CELLS]
    beside = [part for part in aside.parts if not (part.is_text and part.kind in OF_CELLS)]
    text = " ".join(_flat(part.words) for part in own)
    serial = "" if own else " ".join(part.words for part in beside if part.kind == LABEL)
    if tables.goes_on(cell):
        if text:
            beside.append(Part(place, "cell", text, "合并单元格中不显示的文字"))
        text = serial = ""
    return _Cell(text, serial, any(part.contents for part in own), beside)


def _leave_words(root: etree._Element, to: Record, place: str, state: str) -> None:
    """Put all the words below an element on the record as hidden, deleted …."""
    words = "".join(raw_words(root)).strip()
    if words:
        to.leave(place, state, words, *REASONS[state])


def _around(block: etree._Element) -> etree._Element:
    """Return a paragraph around what should stand in one."""
    paragraph = etree.Element(q("w:p"))
    paragraph.append(deepcopy(block))
    return paragraph


def _flat(words: str) -> str:
    return " ".join(words.split())
