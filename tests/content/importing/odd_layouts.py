"""More invented texts in layouts that once were read wrongly, each with its right lines."""

from __future__ import annotations

from tests.content.importing.layouts import SENTENCES, TITLE, Layout, body

SET = (
    '#set text(font: "Noto Serif CJK SC", size: {size}pt, lang: "{lang}", region: "cn")\n'
    "#set par(justify: true, leading: 0.7em, spacing: {spacing},"
    " first-line-indent: (amount: {indent}, all: true))\n"
)


def _set(size: float = 11, lang: str = "zh", spacing: str = "0.7em", indent: str = "2em") -> str:
    return SET.format(size=size, lang=lang, spacing=spacing, indent=indent)


def _body(seed: int, count: int) -> tuple[str, ...]:
    return tuple(words.replace(" ", "") for _, words in body(seed, count))


def _brackets(seed: int) -> list[str]:
    """Return paragraphs that have stops and brackets where their lines end."""
    words = ("（区图书馆）", "“读书角”、", "《手册》，", "借书，还书；", "一本，（两本）、")
    return [
        "".join(words[(seed + at + step) % len(words)] + "读" * (step % 3) for step in range(40))
        + "。"
        for at in range(8)
    ]


def gutter_under_brackets() -> Layout:
    """Two columns whose lines end and begin with marks, so that the gutter looks narrow."""
    text = _brackets(3)
    source = (
        '#set page(paper: "a4", margin: 1.8cm, columns: 2)\n#set columns(gutter: 1.4em)\n'
        + _set(9.5, spacing="1.3em", indent="0em")
        + "\n\n".join(text)
    )
    return Layout("brackets-at-the-gutter", source, tuple(text))


def title_over_three() -> Layout:
    """A short title in the middle above three columns."""
    text = _body(31, 40)
    source = (
        '#set page(paper: "a3", margin: 2cm, columns: 3)\n'
        + _set(10)
        + '#place(top + center, scope: "parent", float: true)[#text(26pt)[读书简报]\\'
        + " #text(12pt)[第七期]]\n"
        + "\n\n".join(text)
    )
    return Layout("title-over-three", source, ("读书简报", "第七期", *text))


def chapter_heads() -> Layout:
    """Left pages name the chapter in their heads, right pages the book."""
    source = (
        '#let chapter = state("chapter", "")\n'
        '#set page(paper: "a5", margin: 2cm, header: context { set text(8pt);'
        " let n = counter(page).get().first();"
        " if calc.odd(n) [#h(1fr) 读书手册 #h(2em) #n] else [#n #h(2em) #chapter.get()] })\n"
        + _set(10.5)
    )
    found: list[str] = []
    for at, name in enumerate(("第一章组织领导", "第二章推进措施", "第三章检查督促")):
        text = _body(40 + at, 16)
        source += (
            f'#pagebreak(weak: true)\n#chapter.update("{name}")\n'
            f"#align(center, text(16pt)[{name}])\n\n" + "\n\n".join(text) + "\n\n"
        )
        found += [name, *text]
    return Layout("chapter-heads", source, tuple(found))


def contents() -> Layout:
    """A table of contents with dots, and the text behind it."""
    heads = ("一、总体情况", "二、主要成效", "三、下步打算")
    text = _body(33, 9)
    source = '#set page(paper: "a4", numbering: "— 1 —")\n' + _set(14)
    entries = [f"{head}{'…' * 9}{at + 2}" for at, head in enumerate(heads)]
    source += "#align(center)[目录]\n\n" + "\n\n".join(entries)
    source += "\n#pagebreak()\n" + "\n\n".join(text)
    return Layout("contents", source, ("目录", *entries, *text))


def line_numbers() -> Layout:
    """A draft with the number of every line in the margin."""
    text = _body(34, 8)
    source = (
        '#set page(paper: "a4")\n#set par.line(numbering: "1")\n'
        + _set(12)
        + f"#align(center, text(16pt)[{TITLE}])\n\n"
        + "\n\n".join(text)
    )
    return Layout("line-numbers", source, (TITLE, *text))


def hyphens() -> Layout:
    """English on a narrow page, words parted at the ends of lines; a hyphen of its own stays."""
    english = (
        "The committee reviewed the implementation of administrative simplification measures"
        " across neighbourhoods and published recommendations accordingly, in the A-1 series.",
        "Standardization of interdepartmental documentation considerably accelerated"
        " communication throughout the organization, notwithstanding unforeseen complications.",
    )
    source = (
        "#set page(width: 9cm, height: 18cm, margin: 1.5cm)\n#set text(hyphenate: true)\n"
        + _set(10, "en")
        + "\n\n".join(english)
    )
    return Layout("hyphens", source, english)


def notes_in_columns() -> Layout:
    """Two columns, each with a footnote at its foot."""
    text = _body(35, 30)
    words: list[str] = []
    found: list[str] = []
    number = 0
    for at, paragraph in enumerate(text):
        note = f"详见本区台账第{at}号。"
        noted = at % 12 == 5
        words.append(paragraph + (f"#footnote[{note}]" if noted else ""))
        number += noted
        found += [paragraph, f"〔注{number}：{note}〕"] if noted else [paragraph]
    source = '#set page(paper: "a4", margin: 2cm, columns: 2)\n' + _set(10.5) + "\n\n".join(words)
    return Layout("notes-in-columns", source, tuple(found))


def hanging_list() -> Layout:
    """Items that hang by their labels, whose lines begin and end with brackets."""
    text = [*_brackets(1)[:2], *_brackets(4)[:2]]
    source = (
        '#set page(paper: "a4")\n#set enum(numbering: "（一）")\n'
        + _set(12)
        + "\n".join(f"+ {words}" for words in text[:2])
        + "\n\n"
        + "\n".join(f"- {words}" for words in text[2:])
    )
    labels = ("（一）", "（二）", "•", "•")
    return Layout(
        "hanging-list",
        source,
        tuple(label + words for label, words in zip(labels, text, strict=True)),
    )


def open_table() -> Layout:
    """A table with level lines alone, whose cells have several lines."""
    text = _body(36, 4)
    rows = (
        ("项目", "内容", "责任单位"),
        ("送书", SENTENCES[0] + SENTENCES[3], "街道办事处"),
        ("建屋", SENTENCES[11], "区图书馆和各社区居民委员会"),
    )
    cells = [[f"[{cell}]" for cell in row] for row in rows]
    source = (
        '#set page(paper: "a4")\n'
        + _set(12)
        + "\n\n".join(text[:2])
        + "\n\n#table(columns: (3cm, 1fr, 3cm), stroke: none, table.hline(), "
        + ", ".join(cells[0])
        + ", table.hline(), "
        + ", ".join(cell for row in cells[1:] for cell in row)
        + ", table.hline())\n\n"
        + "\n\n".join(text[2:])
    )
    return Layout("open-table", source, (*text[:2], *map("\t".join, rows), *text[2:]))


def long_table() -> Layout:
    """A table over three pages that repeats its head."""
    rows = [(str(at), SENTENCES[at % 12].replace(" ", "")) for at in range(1, 60)]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = (
        '#set page(paper: "a4")\n'
        + _set(12)
        + "#table(columns: (2cm, 1fr), table.header([序号], [任务]), "
        + cells
        + ")"
    )
    return Layout("long-table", source, ("序号\t任务", *map("\t".join, rows)))


def long_dash() -> Layout:
    """A dash of two characters that the font draws as one."""
    return Layout(
        "long-dash",
        '#set page(paper: "a5")\n' + _set(16) + f"#align(center)[——在会议上的汇报]\n\n{TITLE}",
        ("——在会议上的汇报", TITLE),
    )


ODD_LAYOUTS = (
    gutter_under_brackets(),
    title_over_three(),
    chapter_heads(),
    contents(),
    line_numbers(),
    hyphens(),
    notes_in_columns(),
    hanging_list(),
    open_table(),
    long_table(),
    long_dash(),
)
