"""PackData -> the paragraphs and tables of a Word document, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.outputs.packs.word.looks import BY_ID, COMPACT, NORMAL, POINTS, TWIP, WIDTH, Measures
from generator.outputs.packs.word.paragraphs import MARGIN, Item, Paragraph, Run, Table, TableRow
from generator.outputs.shared.pack_contents.blocks import Block, PackData, Section, width_of

BLANK = "　" * 14
NARROW = 20  # hundredths of a line: the words of columns that are no wider stand in their middle
PARTS = ("PackPart", "PackPart1", "PackPart2", "PackPart", "PackPart4")  # by a part's level
AROUND = {"number", "title", "caption", "addressee", "annex"}  # each has a style of its own
OF_BASE = AROUND | {"part", "provision", "enclosed", "signed", "remark"}
ENTRY = 240  # twentieths of a point: a character of the contents' second level
PAGE_ROOM = 4  # characters of an entry's line that its dots and page number take
MARKS = "，。、；：！？）》”’"
NUMBERS = re.compile(r"\d+(?:、\d+)+")
LONG = 400  # letters of a passage that may be parted between pages


def measures_of(pack: PackData) -> Measures:
    """Return the type that a pack is set in."""
    return COMPACT if pack.compact else NORMAL


def document(pack: PackData) -> tuple[Item, ...]:
    """Return all that stands in a pack's Word document."""
    return tuple(_Body(pack).items())


class _Body:
    """One pack, and what its paragraphs are measured by."""

    def __init__(self, pack: PackData) -> None:
        self._pack = pack
        self._measures = measures_of(pack)
        self._pieces: Mapping[str, Sequence[str]] = {"".join(each): each for each in pack.pieces}

    def items(self) -> Iterator[Item]:
        yield from self._cover() if self._pack.style.cover else self._title()
        yield from self._contents()
        alone = True  # the text begins a page, and so does what stands behind annexes
        for count, section in enumerate(self._pack.sections):
            yield from self._section(section, count, first=alone or section.new_page)
            alone = any(block.kind == "annex" for block in section.blocks)

    def _cover(self) -> Iterator[Item]:
        pack = self._pack
        kicker = pack.kicker if "".join(pack.title) != pack.kicker else ""
        yield Paragraph("PackKicker", (Run(self._by_sense(kicker, 26)),))
        for words in pack.title:
            yield Paragraph("PackTitle", (Run(words),))
        yield Paragraph("PackSubtitle", (Run(pack.subtitle),))
        hant = pack.script == "hant"
        labels = "學習專題：,學習時間：,學習地點：" if hant else "学习专题：,学习时间：,学习地点："
        filled = (pack.session, pack.date, pack.place)
        for label, given in zip(labels.split(","), filled, strict=True):
            yield Paragraph("PackBlank", (Run(label), Run(given or BLANK, "PackFilled")))
        for at, words in enumerate(pack.imprint):
            runs = (Run(self._by_sense(words, 30)),)
            yield Paragraph("PackImprint", runs, before=960 if at == 0 else None)

    def _title(self) -> Iterator[Item]:
        """Yield the title above the contents, where there is no cover."""
        pack = self._pack
        for words in pack.title:
            yield Paragraph("PackTitle", (Run(words),))
        yield Paragraph("PackSubtitle", (Run(pack.subtitle),), before=0, after=120)
        filled = "　".join(filter(None, (pack.session, pack.date, pack.place)))
        if filled:
            yield Paragraph("PackImprint", (Run(filled),), after=240)

    def _contents(self) -> Iterator[Item]:
        """Yield the list of sections, each with the bookmark whose page it stands on."""
        title = "目錄" if self._pack.script == "hant" else "目录"
        yield Paragraph("PackContents", (Run(title),), new_page=self._pack.style.cover)
        for count, section in enumerate(self._pack.sections):
            yield Paragraph("PackEntry1", (Run(section.title),), page_of=f"_s{count}")
            for place, block in enumerate(section.blocks):
                if block.kind == "heading" or block.listed:
                    depth = 2 + max(block.level - 1, 0) if block.listed else 2
                    room = WIDTH / ENTRY - depth - PAGE_ROOM
                    yield Paragraph(
                        "PackEntry2",
                        (Run(self._by_sense(block.text, room)),),
                        left=depth * ENTRY,
                        page_of=f"_s{count}b{place}",
                    )

    def _section(self, section: Section, count: int, *, first: bool) -> Iterator[Item]:
        runs = (Run(section.title),)
        yield Paragraph("Heading1", runs, new_page=first, bookmark=f"_s{count}")
        blocks = section.blocks
        for place, block in enumerate(blocks):
            after = blocks[place + 1].kind if place + 1 < len(blocks) else ""
            bookmark = f"_s{count}b{place}"
            if block.kind == "heading":
                words = self._by_sense(block.text, self._measures.columns, 2)
                yield Paragraph("Heading2", (Run(words),), bookmark=bookmark)
            elif block.kind == "part":
                yield self._part(block, bookmark if block.listed else "")
            elif block.kind in OF_BASE:
                yield from self._base_text(block, after)
            else:
                yield from self._block(block, after, first=place == 0)

    def _part(self, block: Block, bookmark: str) -> Paragraph:
        """Return the heading of a division: 第一章 in the middle, 一、 where the text begins."""
        style = PARTS[block.level]
        room = WIDTH / BY_ID[style].type_size(self._measures)
        words = self._by_sense(block.text, min(room, self._measures.columns), block.indent)
        hanging = -round(block.indent * self._measures.character) if block.indent else None
        return Paragraph(
            style,
            (Run(words),),
            hanging=hanging,
            outline=block.level if bookmark else None,
            bookmark=bookmark,
        )

    def _base_text(self, block: Block, after: str) -> Iterator[Item]:
        """Yield a block that only a base document has: an 项, what stands around the text."""
        character = self._measures.character
        match block.kind:
            case "provision":
                hanging = min(width_of(block.label), 3.0) * character
                left = 2 * block.level * character + hanging
                runs = (Run(block.label), Run(block.text))
                yield Paragraph("PackText", runs, left=round(left), hanging=round(hanging))
            case "enclosed":
                left, hanging = (6, 4) if block.level == 0 else (6, 1)
                yield Paragraph(
                    "PackText",
                    (Run(block.text),),
                    left=round(left * character),
                    hanging=round(hanging * character),
                    before=360 if block.level == 0 else None,
                    keep_next=after in ("enclosed", "signed"),
                )
            case "signed":
                yield Paragraph(
                    "PackSigned",
                    (Run(block.text),),
                    right=round(block.indent * character),
                    before=560 if block.level else None,
                    keep_next=after in ("signed", "remark"),
                )
            case "remark":
                yield Paragraph("PackText", (Run(block.text),))
            case _:
                yield Paragraph(f"PackBase{block.kind.capitalize()}", (Run(block.text),))

    def _block(self, block: Block, after: str, *, first: bool) -> Iterator[Item]:
        words = (Run(block.text),)
        # 落款 never stands on a page without words of the text
        keep = after in ("enclosed", "signed")
        match block.kind:
            case "article":
                runs = (Run(block.label, "PackArticle"), Run(block.text))
                yield Paragraph("PackText", runs, keep_next=keep)
            case "passage":
                whole = len(block.text) <= LONG
                yield Paragraph("PackPassage", words, keep_next=True, keep_lines=whole)
                if block.source:
                    source = (Run(f"——{block.source}"),)
                    yield Paragraph("PackSource", source, keep_next=after == "note")
            case "table":
                yield self._table(block)
                yield Paragraph("PackGap")
            case "lines":
                yield from self._lines(block)
            case "minor":
                yield Paragraph("Heading3", words)
            case "note":
                yield Paragraph("PackNote", words, keep_next=first)
            case "item":
                hanging = round(3 * self._measures.points("small") * 20)
                yield Paragraph(
                    "PackItem",
                    words,
                    left=hanging,
                    hanging=hanging,
                    keep_lines=True,
                    keep_next=block.level == 1,
                )
            case _:
                yield Paragraph("PackText", words, keep_next=keep)

    def _lines(self, block: Block) -> Iterator[Item]:
        """Yield a question and the lines to write its answer on, all on one page."""
        style = "PackQuestion" if block.level else "PackText"
        yield Paragraph(style, (Run(block.text),), keep_next=True, keep_lines=True)
        gap = self._measures.pitch // 2
        for count in range(1, block.count + 1):
            last = count == block.count
            yield Paragraph("PackLine", after=gap if last else None, keep_next=not last)

    def _table(self, block: Block) -> Table:
        widths = [round(WIDTH * share / 100) for share in block.widths]
        rows = [
            TableRow(tuple(Paragraph("PackHead", (Run(each),)) for each in block.header), head=True)
        ]
        least = round(block.room * POINTS * 20)
        for row in block.rows:
            if row.band:
                band = Paragraph("PackBand", (Run(row.cells[0]),))
                rows.append(TableRow((band,), band=True))
                continue
            cells = (
                self._cell(words, width, centred=share <= NARROW)
                for words, share, width in zip(row.cells, block.widths, widths, strict=True)
            )
            rows.append(TableRow(tuple(cells), least=least))
        return Table(tuple(widths), tuple(rows))

    def _cell(self, words: str, width: int, *, centred: bool) -> Paragraph:
        """Return a cell; lists of numbers break behind a mark: LibreOffice takes them for one."""
        if NUMBERS.fullmatch(words):
            room = (width - 2 * MARGIN) / self._measures.points("tiny") / TWIP
            words = _filled(re.findall(r"\d+、?", words), room, room)
        return Paragraph("PackCell", (Run(words),), centred=centred)

    def _by_sense(self, words: str, room: float, indent: float = 0) -> str:
        """Return a heading with line feeds between pieces that belong together.

        `room` is what a line holds in characters; the first is shorter by `indent`.
        """
        if width_of(words) <= room - indent or words not in self._pieces:
            return words
        return _filled(self._pieces[words], room - indent, room)


def _filled(pieces: Sequence[str], first: float, room: float) -> str:
    """Return lines filled with pieces that are not parted; marks may hang over at their ends."""
    lines = [""]
    left = first
    for piece in pieces:
        if lines[-1] and width_of((lines[-1] + piece).rstrip(MARKS)) > left:
            lines.append("")
            left = room
        lines[-1] += piece
    return "\n".join(lines)
