"""Finding the labels of parts and articles in a witness, however damaged, and writing them.

The forms are those of the house's grammar (text/labels.py); here blanks may stand in them,
numerals may be longer, and what is left of a damaged label counts where it opens a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.edition.segments import closes_note
from generator.structure import division_rank, is_closing
from generator.text.labels import ARTICLE, DIVISION, ITEM, PART, POINT, SECTION, SUBPOINT, LabelForm
from generator.text.numerals import ARABIC, CHARACTERS, ENCLOSED, numeral_text, numeral_value

StyleName = Literal["brackets", "articles", "items", "points", "subpoints", "parts", "paragraphs"]
STYLES: dict[LabelForm | None, StyleName] = {
    ARTICLE: "articles",
    ITEM: "brackets",
    SECTION: "items",
    POINT: "points",
    SUBPOINT: "subpoints",
    PART: "parts",
    None: "paragraphs",
}
BLANK = "[ 　]*"
SET = ("　", " ")
NUM = rf"[{CHARACTERS}{ARABIC}]{{1,9}}(?:\s?[{CHARACTERS}])*"
FEW = rf"[{CHARACTERS}]{{1,4}}"


def _spaced(form: LabelForm, numeral: str = NUM, blank: str = r"\s*") -> str:
    """Return a form as a regular expression with blanks around the number, a group."""
    return form.written.replace("#", f"{blank}(?P<number>{numeral}){blank}")


LAW = re.compile(_spaced(ARTICLE) + r"(?P<branch>之[一二三四五六七八九十]+)?")
BRACKET = re.compile(rf"{_spaced(ITEM)}|(?P<enclosed>[{ENCLOSED}])")
POINTED = re.compile(SECTION.written.replace("#", rf"(?P<number>[{CHARACTERS}]{{1,5}})"))
ARABIC_POINT = re.compile(POINT.groups)
ARABIC_BRACKET = re.compile(SUBPOINT.groups)
PARTED = re.compile(_spaced(PART))
DIVIDED = rf"第{BLANK}(?P<number>{NUM}){BLANK}(?P<unit>部分|分编|[编章节篇])"
CHAPTER = re.compile(rf"(?P<label>{DIVIDED})(?P<heading>{BLANK}[^\n。；]{{0,60}}?){BLANK}")
SECTIONED = SECTION.written.replace("#", FEW)
TITLED = re.compile(rf"(?P<label>(?P<number>{FEW})、)(?P<heading>[^\n]{{1,80}})")
GLUED_LAW = re.compile(
    rf"(?P<heading>{DIVIDED}{BLANK}[^\n。；]{{2,40}}?){BLANK}第{NUM}条(?=[ 　]|$)"
)
GLUED_BRACKET = re.compile(
    rf"(?P<heading>{SECTIONED}[^\n。；（(]{{4,40}}?){BLANK}{ITEM.written.replace('#', FEW)}"
)
REFERENCE = re.compile(
    r"[ ]*(?:规定|的|第[^\n]{1,6}[款项]|至|和|或|及|以及|所|中|之|与|到|明确|要求|执行|处"
    r"|[、，,。；;）)－—”》-])"
)
WEAK_LAW = re.compile(
    rf"(?P<lead>[第笫弟]?){BLANK}(?P<number>[{CHARACTERS}]{{1,7}}){BLANK}(?P<trail>[条絛]?)"
    rf"(?![{CHARACTERS}编章节款项次届名个位期批类级轮页条之])"
)
WEAK_BRACKET = re.compile(
    rf"(?:[（(]{BLANK}(?P<number>[{CHARACTERS}]{{1,5}}){BLANK}[、，]?"
    rf"|(?P<other>[{CHARACTERS}]{{1,5}})[）)])"
)
COUNTED = (
    "是要编章节款项次届名个位期批类级轮页条之年月日元人种者"  # what numerals stand before in a text
)
WEAK_ITEM = re.compile(rf"(?P<number>{FEW})(?:[ 　]+|[，,.．:：]|(?![{CHARACTERS}{COUNTED}]))")
WEAK_POINT = re.compile(
    rf"(?P<number>[{ARABIC}]{{1,2}})(?:[ 　]+|[，,:：]|(?![{ARABIC}{COUNTED}]))"
)
WEAK_BRANCH = re.compile(
    rf"{ARTICLE.written.replace('#', f'(?P<number>{NUM})')}之(?![{CHARACTERS}])"
)
LABELS: dict[StyleName, tuple[re.Pattern[str], re.Pattern[str] | None]] = {
    "articles": (LAW, WEAK_LAW),
    "brackets": (BRACKET, WEAK_BRACKET),
    "items": (POINTED, WEAK_ITEM),
    "points": (ARABIC_POINT, WEAK_POINT),
    "subpoints": (ARABIC_BRACKET, None),
    "parts": (PARTED, None),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A label found in a text: text[start:end], its value, and whether it is beyond doubt.

    `branch` is 1 for 之一. `inside`: it stands in mid-sentence, as a reference does.
    """

    kind: Literal["article", "part", "contents"]
    number: int
    label: str
    start: int
    end: int
    heading: str = ""
    level: int = 1
    sure: bool = True
    heading_start: int = 0
    inside: bool = False
    branch: int = 0


def style_of(texts: Sequence[str]) -> StyleName:
    """Return how the articles of a document are labelled, seen over all its witnesses."""
    laws, brackets, items = (
        sum(len(re.findall(rf"(?m)^{BLANK}(?:{label})", text)) for text in texts)
        for label in (
            rf"第{BLANK}{NUM}{BLANK}条",
            rf"{ITEM.written.replace('#', NUM)}|[{ENCLOSED}]",
            SECTIONED,
        )
    )
    if laws >= 3 or laws > brackets:
        return "articles"
    return "items" if not brackets and items >= 2 else "brackets"


def label_text(style: StyleName, number: int) -> str:
    """Return the label of article `number` as it is printed: 第五条, （五）, 五、, 5. or ¶5."""
    numeral = numeral_text(number)
    return {
        "articles": f"第{numeral}条",
        "brackets": f"（{numeral}）",
        "items": f"{numeral}、",
        "points": f"{number}.",
        "subpoints": f"（{number}）",
        "parts": f"第{numeral}部分",
        "paragraphs": f"¶{number}",
    }[style]


def find_marks(
    text: str,
    style: StyleName,
    divisions: Sequence[LabelForm] | None = None,
    *,
    branches: bool = False,
) -> list[Mark]:
    """Return the labels of parts and articles in `text`, in order; offsets into `text`.

    `divisions` are the forms of the labels of parts, those usual with the style where it is
    None; with `branches` 第五条之一 is a label too.
    """
    if divisions is None:
        divisions = {"articles": (DIVISION,), "brackets": (SECTION,)}.get(style, ())
    parts = _parts(text, style, divisions)
    ends = {part.end for part in parts}
    articles = (
        replace(mark, sure=True, inside=False) if mark.start in ends else mark
        for mark in _articles(text, style, branches=branches)
    )
    marks = [*articles, *parts]
    marks.sort(key=lambda mark: (mark.start, mark.kind))
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return _without_contents(kept)


def _articles(text: str, style: StyleName, *, branches: bool) -> list[Mark]:
    if style not in LABELS:
        return []
    pattern, weak = LABELS[style]
    bare = style not in ("articles", "brackets")  # what may be no label at all in a sentence
    marks = []
    for match in pattern.finditer(text):
        branch = numeral_value((match.groupdict().get("branch") or "").removeprefix("之")) or 0
        if branch and not branches:
            continue
        number = numeral_value(re.sub(r"\s", "", _number(match)))
        place = _place(text, match.start())
        if place == "broken" and style == "articles" and text[match.end() : match.end() + 1] in SET:
            place = "line"  # set off by a blank, as no reference is
        if not number or (bare and place == "inside"):
            continue
        if style == "articles" and REFERENCE.match(text, match.end()):
            continue
        marks.append(
            Mark(
                "article",
                number,
                re.sub(r"\s", "", match[0]),
                match.start(),
                match.end(),
                sure=place == "line" or (place == "stop" and not bare),
                inside=place == "inside",
                branch=branch,
            )
        )
    if branches:
        marks += _broken_branches(text, marks)
    if weak is not None:
        marks += _weak(text, style, weak, {mark.start for mark in marks})
    return marks


def _broken_branches(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return the labels of 第五条之 that have lost their last number: the next one."""
    made = []
    for line in re.finditer(r"(?m)^[ 　]*(?=\S)", text):
        match = WEAK_BRANCH.match(text, line.end())
        number = numeral_value(match["number"]) if match else None
        if match and number:
            before = [m.branch for m in marks if m.number == number and m.start < match.start()]
            branch = (before[-1] if before else 0) + 1
            made.append(
                Mark(
                    "article",
                    number,
                    match[0],
                    match.start(),
                    match.end(),
                    sure=False,
                    branch=branch,
                )
            )
    return made


def _number(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("number") or groups.get("enclosed") or groups.get("other") or ""


def _weak(text: str, style: StyleName, pattern: re.Pattern[str], known: set[int]) -> list[Mark]:
    """Return what looks like the remains of a label at the start of a line."""
    marks = []
    for line in re.finditer(r"(?m)^[ 　]*(?=\S)", text):
        match = pattern.match(text, line.end())
        if not match or match.start() in known or _place(text, match.start()) != "line":
            continue
        if style == "articles" and not (match["lead"] or match["trail"]):
            continue
        if number := numeral_value(_number(match)):
            marks.append(Mark("article", number, match[0], match.start(), match.end(), sure=False))
    return marks


def _place(text: str, at: int) -> Literal["line", "broken", "stop", "inside"]:
    """Tell whether a label at `at` opens a line, follows a stop, or stands in a sentence.

    "broken": it opens a line, but the line before breaks off at a comma.
    """
    before = at - 1
    while before >= 0 and text[before] in " 　\t":
        before -= 1
    if before < 0:
        return "line"
    if text[before] == "\n":
        while before >= 0 and text[before].isspace():
            before -= 1
        return "line" if before < 0 or text[before] not in "，,、" else "broken"
    ended = text[before] in "。！？!?”" or closes_note(text, before)
    return "stop" if ended else "inside"


def _parts(text: str, style: StyleName, divisions: Sequence[LabelForm]) -> list[Mark]:
    marks = []
    for match in re.finditer(r"(?m)^[ 　]*(?P<line>\S[^\n]*?)[ 　]*$", text):
        low = match.start("line")
        line = _before_article(match["line"], style)
        found = None
        if {DIVISION, PART} & set(divisions):
            found = CHAPTER.fullmatch(line)
        numbered = found is not None
        if found is None and SECTION in divisions:
            found = TITLED.fullmatch(line)
        if not found or (number := numeral_value(re.sub(r"[ 　]", "", found["number"]))) is None:
            continue
        heading = re.sub(r"[ 　]+", "", found["heading"])
        if numbered and REFERENCE.match(found["heading"]):
            continue
        if not numbered and (heading.endswith(("。", "；", ";")) or "。" in heading):
            continue
        label = re.sub(r"[ 　]", "", found["label"])
        end = low + len(line)
        if line == match["line"]:
            end = _continued(text, end)
            heading += re.sub(r"\s+", "", text[low + len(line) : end])
        begins = low + found.start("heading")
        marks.append(Mark("part", number, label, low, end, heading, heading_start=begins))
    return ranked([marks])[0]


def ranked(marks: Sequence[Sequence[Mark]]) -> list[list[Mark]]:
    """Return the marks of several witnesses, those of parts with their levels among them all.

    A part without a number lies in the one before it, unless it is an 附则.
    """
    ranks = [[division_rank(mark.label) for mark in row] for row in marks]
    known = sorted(
        {
            rank
            for row, own in zip(marks, ranks, strict=True)
            for mark, rank in zip(row, own, strict=True)
            if mark.kind == "part" and mark.label
        }
    )
    made: list[list[Mark]] = []
    for row, own in zip(marks, ranks, strict=True):
        above = 0
        made.append([])
        for mark, rank in zip(row, own, strict=True):
            if mark.kind == "part" and mark.label:
                above = known.index(rank) + 1
                mark = replace(mark, level=above)
            elif mark.kind == "part":
                mark = replace(mark, level=1 if is_closing(mark.heading) else above + 1)
            made[-1].append(mark)
    return made


def _before_article(line: str, style: StyleName) -> str:
    """Return the part of `line` that heads what follows, where an article stands in it too."""
    pattern = {"articles": GLUED_LAW, "brackets": GLUED_BRACKET}.get(style)
    glued = pattern.match(line) if pattern else None
    return glued["heading"] if glued else line


def _continued(text: str, end: int) -> int:
    """Return where a heading that a line end has cut in two really ends."""
    rest = re.compile(
        rf"\n+[ 　]*(?P<rest>[^\W\d_]{{1,12}})[ 　]*(?=\n+[ 　]*(?:第{NUM}[条节]|[（(]{NUM}[）)]))"
    ).match(text, end)
    return rest.end("rest") if rest and not POINTED.match(rest["rest"]) else end


def _without_contents(marks: list[Mark]) -> list[Mark]:
    """Return `marks`, those of a table of contents marked so: part headings that come again."""
    first = next((at for at, mark in enumerate(marks) if mark.kind == "article"), len(marks))
    later = {(mark.label, mark.heading) for mark in marks[first:]}
    repeated = [
        at
        for at, mark in enumerate(marks[:first])
        if (mark.label, mark.heading) in later
        or any((mark.label, mark.heading) == (m.label, m.heading) for m in marks[at + 1 : first])
    ]
    if len(repeated) < 2:
        return marks
    last = repeated[-1]
    return [replace(mark, kind="contents") for mark in marks[: last + 1]] + marks[last + 1 :]
