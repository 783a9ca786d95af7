"""What the ledger adds: broken lines that cleaning joined, foreign matter cut off, source lines."""

from __future__ import annotations

from generator.edition import collate, locate, note_cleaning
from generator.model import Base, CleanedSource, Collation, Edit, Piece, Source, Variant
from tests.edition.conftest import ARTICLES, TITLE, law

BASE = Base("water", TITLE, "《条例》")
SOUND = law()
FOREIGN = "邻里篮球赛打得难解难分，观众席上欢呼声此起彼伏。" * 4  # 96 letters


def edit(start: int, before: str, after: str = "", file: str = "w1.txt") -> Edit:
    return Edit(file, start, start + len(before), before, after, ("C-1",))


def collated(source: str, *edits: Edit, end: int | None = None, begin: int = 0) -> Collation:
    """Return the collation of a witness cut out of `source`, its edits made, and a sound one."""
    stop = len(source) if end is None else end
    text = source[begin:stop]
    for each in reversed(edits):
        if begin <= each.start and each.end <= stop:
            text = text[: each.start - begin] + each.after + text[each.end - begin :]
    pieces = [
        Piece("w1", "w1.txt", begin, stop, text, ""),
        Piece("w2", "w2.txt", 0, len(SOUND), SOUND, ""),
    ]
    return note_cleaning(collate(BASE, pieces), edits)


def the(found: Collation) -> Variant:
    assert len(found.apparatus) == 1, found.apparatus
    return found.apparatus[0]


def broken(words: str, source: str = SOUND) -> tuple[str, Edit]:
    """Return `source` with a line end behind some words, and the edit that took it out."""
    at = source.index(words) + len(words)
    return source[:at] + "\n" + source[at:], edit(at, "\n")


def test_a_line_that_cleaning_joined_is_told_where_it_broke() -> None:
    source, mended = broken("加强管网")
    variant = the(collated(source, mended))
    assert (variant.article, variant.part, variant.kind) == (6, None, "punctuation")
    assert variant.reason == "w1第六条在“加强管网/巡查，发”之间误断行，整理时已连排。"
    assert ARTICLES[5][: variant.at] == "供水企业应当加强管网"
    assert variant.at_end == variant.at
    (reading,) = variant.readings
    assert (reading.witness, reading.text, reading.start, reading.end) == (
        *("w1", ""),
        *(mended.start, mended.start),
    )
    assert (variant.chosen.witness, variant.chosen.text) == ("w1", "")


def test_edits_before_it_are_counted() -> None:
    """A letter put in and two taken out in article 2, before the line of article 6."""
    source, mended = broken("加强管网")
    at = source.index("本市行政区域内")
    source = source[:at] + "本市市市" + source[at + 2 :]
    grown = edit(at, "本市市市", "本市")
    moved = edit(mended.start + 2, "\n")
    variant = the(collated(source, grown, moved))
    assert variant.reason == "w1第六条在“加强管网/巡查，发”之间误断行，整理时已连排。"
    assert variant.readings[0].start == SOUND.index("巡查，发现")


def test_a_witness_in_the_middle_of_its_source_is_counted_from_its_beginning() -> None:
    source, mended = broken("加强管网")
    before = "别的文件。\n"
    moved = edit(mended.start + len(before), "\n")
    outside = edit(2, "\n")
    variant = the(collated(before + source, moved, begin=len(before)))
    assert variant.readings[0].start == mended.start
    assert the(collated(before + source, outside, moved, begin=len(before))) == variant


def test_what_is_no_broken_line_is_not_told() -> None:
    at = SOUND.index("加强管网")
    assert collated(SOUND[:at] + "，，" + SOUND[at:], edit(at, "，，")).apparatus == ()
    assert collated(SOUND[:at] + "  " + SOUND[at:], edit(at, "  ")).apparatus == ()
    # two lines between paragraphs are made one
    stop = SOUND.index("\n第二条")
    blank = SOUND[:stop] + "\n" + SOUND[stop:]
    assert collated(blank, edit(stop, "\n")).apparatus == ()
    _, mended = broken("加强管网")
    other = edit(mended.start, "\n", file="other.txt")
    assert note_cleaning(collated(SOUND), [other]).apparatus == ()
    # what stands in a heading is in no article
    heading, joined = broken("用水管")
    assert collated(heading, joined).apparatus == ()


def test_so_many_joined_lines_are_left_to_the_ledger() -> None:
    for count, told in ((12, 12), (13, 0)):
        source, edits = SOUND, []
        places = [
            SOUND.index(text) + step
            for text in (ARTICLES[2], ARTICLES[5], ARTICLES[6], ARTICLES[7])
            for step in (8, 12, 16, 22)
        ][:count]
        for at in reversed(places):
            source = source[:at] + "\n" + source[at:]
        edits = [edit(at + n, "\n") for n, at in enumerate(sorted(places))]
        assert len(collated(source, *edits).apparatus) == told


def test_foreign_matter_cut_off_behind_a_witness_is_told() -> None:
    cut = edit(len(SOUND), FOREIGN)
    found = collated(SOUND + FOREIGN, cut, end=len(SOUND))
    variant = the(found)
    assert (variant.article, variant.kind) == (9, "foreign")
    assert variant.reason == (
        "w1文末“邻里篮球赛打得难解难分，观众席上欢呼声此……”以下96字与本文件无关，系窜入，"
        "已在整理时删去（见整理记录）。"
    )
    assert variant.at == variant.at_end == len(ARTICLES[8])
    assert (variant.readings[0].start, variant.readings[0].end) == (len(SOUND), len(SOUND))


def test_a_short_cut_a_change_or_a_cut_elsewhere_is_not_told_as_foreign() -> None:
    for length, told in ((80, 1), (79, 0)):
        cut = edit(len(SOUND), FOREIGN[:length])
        assert len(collated(SOUND + FOREIGN, cut, end=len(SOUND)).apparatus) == told
    blanks = edit(len(SOUND), FOREIGN[:79] + "  \n")
    assert collated(SOUND + blanks.before, blanks, end=len(SOUND)).apparatus == ()
    changed = edit(len(SOUND), FOREIGN, "。")
    assert collated(SOUND + FOREIGN, changed, end=len(SOUND)).apparatus == ()
    later = edit(len(SOUND) + 1, FOREIGN)
    assert collated(SOUND + "\n" + FOREIGN, later, end=len(SOUND)).apparatus == ()


def test_what_the_ledger_adds_stands_in_reading_order() -> None:
    source, mended = broken("结合本市")
    foreign = edit(len(source), FOREIGN)
    pieces = [
        Piece("w1", "w1.txt", 0, len(source), SOUND.replace("供水企业", "供氷企业"), ""),
        Piece("w2", "w2.txt", 0, len(SOUND), SOUND, ""),
    ]
    found = note_cleaning(collate(BASE, pieces), [mended, foreign])
    assert [(v.article, v.kind) for v in found.apparatus] == [
        (1, "punctuation"),
        (6, "wording"),
        (9, "foreign"),
    ]


def test_a_document_without_articles_gets_no_notes() -> None:
    text = f"{TITLE}\n"
    empty = collate(BASE, [Piece("w1", "w1.txt", 0, len(text), text, "")])
    assert note_cleaning(empty, [edit(len(text), FOREIGN)]) == empty


def test_findings_are_given_the_line_of_the_source() -> None:
    source = "别的文件。\n\n" + SOUND.replace("供水企业", "供氷企业")
    at = source.index("第六条")
    source = source[: at - 1] + "\n\n\n" + source[at:]
    mended = edit(at - 1, "\n\n\n", "\n")
    begin = len("别的文件。\n\n")
    text = source[begin : at - 1] + "\n" + source[at + 2 :]
    pieces = (
        Piece("w1", "w1.txt", begin, len(source), text, ""),
        Piece("w2", "w2.txt", 0, len(SOUND), SOUND, ""),
    )
    collation = collate(BASE, pieces)
    (inside,) = collation.findings
    cleaned = CleanedSource(Source("w1.txt", source, "", "utf-8"), pieces[:1], (mended,), ())
    (found,) = locate([collation], {"w1.txt": cleaned})
    assert found.line == 1 + source[: source.index("供氷企业")].count("\n") == inside.line + 4
    assert (found.code, found.start, found.message) == (inside.code, inside.start, inside.message)
    assert list(locate([collation], {})) == [inside]
