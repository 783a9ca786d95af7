"""One paragraph of a Word file -> its words in order, and what in it is not words of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from generator.content.importing.word import formulas
from generator.content.importing.word.fields import Fields
from generator.content.importing.word.line_parts import (
    DELETED,
    DROPPED,
    EMPTY,
    FIELD,
    HIDDEN,
    MOVED,
    PROMPT,
    RUBY,
    SHOWN,
    SYMBOL,
    Box,
    Line,
    Note,
    Thing,
)
from generator.content.importing.word.names import q, switched
from generator.content.importing.word.raw_words import alternative
from generator.content.importing.word.styles import Styles
from generator.content.importing.word.symbols import in_font, sign_at

BEFORE = 12  # characters before a note that its place names
PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"


def read_line(paragraph: etree._Element, style: str, styles: Styles, fields: Fields) -> Line:
    """Return what a paragraph of a style holds; `fields` goes on from the paragraph before it."""
    if not any(child.tag not in SILENT for child in paragraph):
        return EMPTY
    reader = _LineReader(styles, style, fields)
    reader.walk(paragraph, SHOWN)
    return reader.line()


class _LineReader:
    """Walks through a paragraph.  At every place the text is in one state: shown, hidden …."""

    def __init__(self, styles: Styles, style: str, fields: Fields) -> None:
        self._styles, self._style, self._fields = styles, style, fields
        self._stretches: list[tuple[str, list[str]]] = []
        self._boxes: list[Box] = []
        self._notes: list[Note] = []
        self._things: list[Thing] = []
        self._inserted = False
        self._contents = False
        self._lost: list[str] = []
        self._font = ""
        self._described = ""
        self._marking = False  # the rest of the run is the mark of a note
        self._marks: dict[int, list[str]] = {}  # by the number of the note

    def line(self) -> Line:
        return Line(
            tuple((state, "".join(texts)) for state, texts in self._stretches),
            tuple(self._boxes),
            tuple(
                replace(note, mark="".join(self._marks.get(at, ())))
                for at, note in enumerate(self._notes)
            ),
            tuple(self._things),
            self._inserted,
            self._contents,
            tuple(self._lost),
        )

    def walk(self, element: etree._Element, state: str) -> None:
        for child in element:
            act = ACTS.get(child.tag)
            if act is not None:
                act(self, child, state)
            elif child.tag not in SILENT:
                self.walk(child, state)

    def say(self, text: str, state: str) -> None:
        """Add text in a state; text that stands in a field's code is no text."""
        if not text:
            return
        if state == SHOWN and not self._fields.showing:
            self._fields.code(text)
            return
        if self._marking and self._notes:
            self._marks.setdefault(len(self._notes) - 1, []).append(text)
            return
        if state == SHOWN and self._fields.contents:
            self._contents = True
        if not self._stretches or self._stretches[-1][0] != state:
            self._stretches.append((state, []))
        self._stretches[-1][1].append(text)

    def run(self, element: etree._Element, state: str) -> None:
        properties = element.find(q("w:rPr"))
        font, marking = self._font, self._marking
        if properties is not None:
            fonts = properties.find(q("w:rFonts"))
            self._font = "" if fonts is None else fonts.get(q("w:ascii"), "")
        if state == SHOWN and self._styles.hides(self._style, properties):
            state = HIDDEN
        self.walk(element, state)
        self._font, self._marking = font, marking

    def text(self, element: etree._Element, state: str) -> None:
        text = element.text or ""
        if "\n" in text or "\r" in text:
            if element.get(PRESERVED) != "preserve":
                text = text.strip()
            text = " ".join(text.splitlines())
        self.say(in_font(text, self._font), state)

    def symbol(self, element: etree._Element, state: str) -> None:
        font, place = element.get(q("w:font"), ""), element.get(q("w:char"), "")
        char = sign_at(place, font)
        if char:
            self.say(char, state)
        else:
            self._things.append(Thing(SYMBOL, f"{font} {place}".strip(), "", state))

    def instruction(self, element: etree._Element, state: str) -> None:
        text = element.text or ""
        if not self._fields.code(text):
            self.say(text, FIELD if state == SHOWN else state)

    def field_mark(self, element: etree._Element, state: str) -> None:
        ended = self._fields.character(element)
        if ended is None:
            return
        self.say(ended.drawn, state)
        self.say(ended.reading, RUBY)
        if self._fields.showing and state == SHOWN:
            self.say(ended.code, FIELD)
            if ended.lost:
                self._lost.append(ended.code)

    def simple_field(self, element: etree._Element, state: str) -> None:
        self.walk(element, state)
        if self._fields.showing and state == SHOWN:
            self.say(element.get(q("w:instr"), "").strip(), FIELD)

    def ruby(self, element: etree._Element, state: str) -> None:
        for child in element:
            if child.tag == q("w:rt"):
                self.walk(child, RUBY if state == SHOWN else state)
            elif child.tag == q("w:rubyBase"):
                self.walk(child, state)

    def inserted(self, element: etree._Element, state: str) -> None:
        self._inserted |= len(element) > 0
        self.walk(element, state)

    def deleted(self, element: etree._Element, _: str) -> None:
        self.walk(element, MOVED if element.tag == q("w:moveFrom") else DELETED)

    def control(self, element: etree._Element, state: str) -> None:
        properties, inner = element.find(q("w:sdtPr")), element.find(q("w:sdtContent"))
        if inner is not None:
            prompt = state == SHOWN and switched(properties, "w:showingPlcHdr")
            self.walk(inner, PROMPT if prompt else state)

    def alternatives(self, element: etree._Element, state: str) -> None:
        chosen = alternative(element)
        if chosen is not None:
            self.walk(chosen, state)

    def box(self, element: etree._Element, state: str) -> None:
        self._boxes.append(Box(element, state))

    def word_art(self, element: etree._Element, state: str) -> None:
        if element.get("string", "").strip():
            self._boxes.append(Box(element, state, element.get("string", "")))

    def note(self, element: etree._Element, state: str) -> None:
        kind = "footnote" if element.tag == q("w:footnoteReference") else "endnote"
        last = self._stretches[-1] if self._stretches else (SHOWN, [])
        said = "".join(last[1][-BEFORE:]) if last[0] == SHOWN else ""
        self._notes.append(Note(kind, element.get(q("w:id"), ""), said[-BEFORE:], state))
        self._marking = element.get(q("w:customMarkFollows"), "0") not in ("0", "false", "off")

    def description(self, element: etree._Element, _: str) -> None:
        self._described = element.get("descr") or element.get("title") or ""

    def picture(self, element: etree._Element, state: str) -> None:
        words = self._described or element.get(TITLE) or ""
        self._things.append(Thing("picture", words, "", state))
        self._described = ""

    def thing(self, element: etree._Element, state: str) -> None:
        kind, attribute = THINGS[element.tag]
        found = element if element.tag != q("w:object") else element.find(OLE)
        words = "" if found is None else found.get("ProgID", "")
        relation = "" if found is None else found.get(attribute, "")
        self._things.append(Thing(kind, self._described or words, relation, state))
        self._described = ""

    def formula(self, element: etree._Element, state: str) -> None:
        for piece in formulas.pieces(element):
            if isinstance(piece, str):
                self.say(piece, state)
            else:
                self.walk(piece, state)


def _say(text: str) -> Callable[[_LineReader, etree._Element, str], None]:
    return lambda reader, _, state: reader.say(text, state)


OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
TITLE = "{urn:schemas-microsoft-com:office:office}title"
SILENT = frozenset(
    map(q, ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr", "m:ctrlPr"))
)
THINGS = {
    q("w:object"): ("object", q("r:id")),
    q("w:contentPart"): ("object", q("r:id")),
    q("c:chart"): ("chart", q("r:id")),
    q("dgm:relIds"): ("diagram", q("r:dm")),
}
ACTS: dict[str, Callable[[_LineReader, etree._Element, str], None]] = {
    q("w:r"): _LineReader.run,
    q("w:t"): _LineReader.text,
    q("w:delText"): _LineReader.text,
    q("m:t"): _LineReader.text,
    q("a:t"): _LineReader.text,
    q("w:tab"): _say("\t"),
    q("w:ptab"): _say("\t"),
    q("w:br"): _say("\n"),
    q("w:cr"): _say("\n"),
    q("a:br"): _say("\n"),
    q("w:noBreakHyphen"): _say("-"),
    q("w:sym"): _LineReader.symbol,
    q("w:instrText"): _LineReader.instruction,
    q("w:delInstrText"): _LineReader.instruction,
    q("w:fldChar"): _LineReader.field_mark,
    q("w:fldSimple"): _LineReader.simple_field,
    q("w:ruby"): _LineReader.ruby,
    q("w:ins"): _LineReader.inserted,
    q("w:del"): _LineReader.deleted,
    q("w:moveFrom"): _LineReader.deleted,
    q("w:sdt"): _LineReader.control,
    q("mc:AlternateContent"): _LineReader.alternatives,
    q("w:txbxContent"): _LineReader.box,
    q("a:txBody"): _LineReader.box,
    q("v:textpath"): _LineReader.word_art,
    q("w:footnoteReference"): _LineReader.note,
    q("w:endnoteReference"): _LineReader.note,
    q("wp:docPr"): _LineReader.description,
    q("pic:pic"): _LineReader.picture,
    q("v:imagedata"): _LineReader.picture,
    **dict.fromkeys(THINGS, _LineReader.thing),
    **dict.fromkeys(formulas.FORMS, _LineReader.formula),
}


def mark_state(properties: etree._Element | None, style: str, styles: Styles) -> str:
    """Return whether a paragraph's mark is SHOWN; a DELETED, HIDDEN … one ends no paragraph.

    The large first letter of a paragraph is one of its own in the file (DROPPED).
    """
    mark = None if properties is None else properties.find(q("w:rPr"))
    if mark is not None and (mark.find(q("w:del")), mark.find(q("w:moveFrom"))) != (None, None):
        return DELETED
    frame = None if properties is None else properties.find(q("w:framePr"))
    if frame is not None and frame.get(q("w:dropCap"), "none") != "none":
        return DROPPED
    return HIDDEN if styles.hides(style, mark) else SHOWN
