"""Invented texts set in many layouts by Typst, each with the lines that a reader should give."""

from __future__ import annotations

import random
from dataclasses import dataclass

SENTENCES = (
    "街道为行动不便的老年人送书上门，每月两次，从不间断。",
    "全年走访社区46个、企业128家，收到意见建议1.2万条，办结率达到98.6%。",
    "有的同志认为读书是“软任务”，说起来重要、做起来次要、忙起来不要。",
    "要把学习同工作结合起来，把阅览室办到群众身边去！",
    "按照《全民阅读促进条例（试行）》第八条的规定，各单位应当设立读书角。",
    "2023年5月9日，区图书馆与华兴公司（Huaxing Co. Ltd）签订协议，共建数字阅读平台 Read Online。",
    "为什么有的书屋长年上锁？为什么有的图书十年不换？根子还在责任没有落实。",
    "坚持问题导向、目标导向、结果导向相统一，一项一项抓，一件一件办。",
    "书屋开放时间由每周20小时增加到每周56小时，借阅量增长3倍。",
    "下一步，我们将从以下三个方面改进：一是建章立制，二是严格考核，三是加强培训。",
    "同志们说：“过去是人找书，现在是书找人。”",
    "目前，全区已建成A级书屋12个、B级书屋35个，其余正在建设之中；预计年底前全部完工。",
)
HEADINGS = ("主要做法", "存在问题", "原因分析", "下一步打算", "几点体会")
POINTS = ("抓责任，压实一级", "抓阵地，建好一批", "抓服务，送到家门", "抓队伍，带出一支")


@dataclass(frozen=True, slots=True)
class Layout:
    """A Typst source, and the lines that its text has."""

    name: str
    source: str
    lines: tuple[str, ...]


def body(seed: int, paragraphs: int) -> list[tuple[str, str]]:
    """Return paragraphs with their kinds: heading, point, text."""
    chance = random.Random(seed)
    found: list[tuple[str, str]] = []
    heading = point = 0
    for at in range(paragraphs):
        if at % 4 == 0 and heading < len(HEADINGS):
            found.append(("heading", f"{'一二三四五'[heading]}、{HEADINGS[heading]}"))
            heading += 1
        if at % 3 == 1:
            found.append(
                ("point", f"（{'一二三四五六七八九十'[point % 10]}）{POINTS[point % 4]}。")
            )
            point += 1
        count = chance.choice((1, 2, 3, 5, 8))
        found.append(("text", "".join(chance.choices(SENTENCES, k=count))))
    return found


def _set(paragraphs: list[tuple[str, str]], heading: str = '#text(weight: "bold")[{}]') -> str:
    return "\n\n".join(
        heading.format(_escaped(words)) if kind == "heading" else _escaped(words)
        for kind, words in paragraphs
    )


def _escaped(words: str) -> str:
    return words.replace("#", r"\#").replace("*", r"\*").replace("_", r"\_").replace("@", r"\@")


def _words(paragraphs: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(words for _, words in paragraphs)


PLAIN = """#set text(font: "Noto Serif CJK SC", size: {size}pt, lang: "zh", region: "cn")
#set par(justify: {justify}, leading: {leading}, spacing: {spacing}, first-line-indent: {indent})
"""


def _plain(
    size: float = 12,
    justify: str = "true",
    leading: str = "0.8em",
    spacing: str = "0.8em",
    indent: str = "(amount: 2em, all: true)",
) -> str:
    return PLAIN.format(size=size, justify=justify, leading=leading, spacing=spacing, indent=indent)


TITLE = "关于推进全民阅读工作情况的报告"
LONG_TITLE = ("关于进一步推进全民阅读进社区、进企业、进学校", "工作情况的调研报告")


def one_column() -> Layout:
    """One column with a title and page numbers — 1 —."""
    text = body(1, 24)
    return Layout(
        "one-column",
        '#set page(paper: "a4", footer: context align(center)[— #counter(page).display() —])\n'
        + _plain()
        + f"#align(center, text(20pt)[{TITLE}])\n\n"
        + _set(text),
        (TITLE, *_words(text)),
    )


def red_head() -> Layout:
    """A document after GB/T 9704: 文头, 文号, a title on two lines, 主送, 落款, 版记."""
    text = body(2, 16)
    source = (
        '#set page(paper: "a4", margin: (top: 3.7cm, bottom: 3.5cm, left: 2.8cm, right: 2.6cm),'
        " footer: context { let n = counter(page).get().first();"
        " align(if calc.odd(n) { right } else { left }, text(14pt)[#h(1em)— #n —#h(1em)]) })\n"
        + _plain(16, leading="0.75em", spacing="0.75em")
        + "#align(center, text(38pt, fill: red, tracking: 0.1em)[东山街道办事处文件])\n#v(1cm)\n"
        "#align(center)[东街办〔2023〕15号]\n#line(length: 100%, stroke: 1.5pt + red)\n#v(0.8cm)\n"
        f"#align(center, text(22pt)[{LONG_TITLE[0]}\\ {LONG_TITLE[1]}])\n#v(0.6cm)\n"
        "#par(first-line-indent: 0pt)[各社区居民委员会，各驻街单位，街道各科室、各中心："
        "]\n\n" + _set(text) + "\n\n#v(1cm)\n#align(right)[东山街道办事处#h(2em)]\n\n"
        "#align(right)[2023年5月9日#h(1.5em)]\n\n（此件公开发布）\n\n#v(1cm)\n"
        "#line(length: 100%)\n"
        "#par(first-line-indent: 0pt)[#text(14pt)[抄送：区委宣传部，区图书馆。]]\n"
        "#line(length: 100%)\n#par(first-line-indent: 0pt)[#text(14pt)[东山街道党政办公室#h(1fr)"
        "2023年5月9日印发]]\n#line(length: 100%)\n"
    )
    return Layout(
        "red-head",
        source,
        (
            "东山街道办事处文件",
            "东街办〔2023〕15号",
            "".join(LONG_TITLE),
            "各社区居民委员会，各驻街单位，街道各科室、各中心：",
            *_words(text),
            "东山街道办事处",
            "2023年5月9日",
            "（此件公开发布）",
            "抄送：区委宣传部，区图书馆。",
            "东山街道党政办公室 2023年5月9日印发",
        ),
    )


def columns(count: int) -> Layout:
    """A paper in two or three columns under a title across them, with headings inside."""
    text = body(3 + count, 30)
    return Layout(
        f"{count}-columns",
        '#set page(paper: "a4", margin: 1.6cm, header: [东山通讯#h(1fr)第3期],'
        " footer: context align(center)"
        "[第#counter(page).display()页 共#counter(page).final().first()页],"
        f" columns: {count})\n"
        + _plain(10.5, leading="0.6em", spacing="0.6em")
        + f'#place(top + center, scope: "parent", float: true, text(20pt)[{TITLE}])\n'
        + _set(text, '#align(center, text(13pt, weight: "bold")[{}])'),
        (TITLE, *_words(text)),
    )


def paper_with_box() -> Layout:
    """A page with a lead over the whole width, then two columns, then the whole width again."""
    lead, text, tail = body(7, 2), body(8, 14), body(9, 3)
    return Layout(
        "lead-and-columns",
        '#set page(paper: "a4", margin: 2cm)\n'
        + _plain(11, leading="0.65em", spacing="0.65em")
        + f'#align(center, text(22pt, weight: "bold")[{TITLE}])\n\n'
        + _set(lead)
        + "\n\n#columns(2, gutter: 1.5em)["
        + _set(text)
        + "]\n\n"
        + _set(tail),
        (TITLE, *_words(lead), *_words(text), *_words(tail)),
    )


def with_heads() -> Layout:
    """Running heads that change from left to right pages, ruled off; numbers in the head."""
    text = body(10, 40)
    return Layout(
        "running-heads",
        '#set page(paper: "a4", header: context { let n = counter(page).get().first();'
        " set text(9pt); if calc.odd(n) [2023年工作汇编#h(1fr)#n] else [#n#h(1fr)东山街道];"
        " v(-0.6em);"
        " line(length: 100%, stroke: 0.5pt) })\n"
        + _plain(12)
        + f"#align(center, text(18pt)[{TITLE}])\n\n"
        + _set(text),
        (TITLE, *_words(text)),
    )


def with_tables() -> Layout:
    """Ruled tables, one with a cell over two columns, and one with level rules only."""
    text = body(11, 6)
    rows = [
        ("社区", "书屋", "藏书（册）", "备注"),
        ("东山", "3", "12,400", "含流动书车一辆，周末开放"),
        ("西河", "2", "8,050", ""),
        ("合计", "5", "20,450", "截至年底"),
    ]
    cells = "".join(f"[{cell}], " for row in rows for cell in row)
    three = [
        ("年份", "场次", "人次"),
        ("2021", "12", "860"),
        ("2022", "18", "1,240"),
        ("2023", "31", "2,975"),
    ]
    three_cells = "".join(f"[{cell}], " for row in three for cell in row)
    return Layout(
        "tables",
        '#set page(paper: "a4", numbering: "1")\n'
        + _plain(12)
        + f"#align(center, text(18pt)[{TITLE}])\n\n"
        + _set(text[:4])
        + "\n\n#align(center)[#table(columns: (2cm, 2cm, 3cm, 3cm), "
        + cells
        + ")]\n\n"
        + _set(text[4:6])
        + "\n\n#align(center)[#table(columns: 3, stroke: none, inset: (x: 2em, y: 0.4em),"
        + " table.hline(), "
        + three_cells.replace("[2021]", "table.hline(), [2021]")
        + "table.hline())]\n\n"
        + _set(text[6:]),
        (
            TITLE,
            *_words(text[:4]),
            *("\t".join(row).rstrip("\t") for row in rows),
            *_words(text[4:6]),
            *("\t".join(row) for row in three),
            *_words(text[6:]),
        ),
    )


def with_notes() -> Layout:
    """Footnotes at the foot of the page, under a short rule."""
    text = body(12, 20)
    note = "参见区图书馆编《全民阅读手册》第12页。"
    marked = [
        (kind, words + ("#footnote[" + note + "]" if kind == "text" and at % 6 == 2 else ""))
        for at, (kind, words) in enumerate(text)
    ]
    source = (
        '#set page(paper: "a4", footer: context align(center)[- #counter(page).display() -])\n'
        + _plain(12)
        + f"#align(center, text(18pt)[{TITLE}])\n\n"
        + "\n\n".join(words for _, words in marked)
    )
    lines: list[str] = [TITLE]
    number = 0
    for _, words in marked:
        if "#footnote" in words:
            number += 1
            lines.append(words[: words.index("#footnote")])
            lines.append(f"〔注{number}：{note}〕")
        else:
            lines.append(words)
    return Layout("footnotes", source, tuple(lines))


def spaced_paragraphs() -> Layout:
    """No indents; paragraphs are set apart by space, lines ragged."""
    text = body(13, 20)
    return Layout(
        "spaced",
        '#set page(paper: "a4")\n'
        + _plain(11, "false", "0.7em", "1.6em", "0pt")
        + f"= {TITLE}\n\n"
        + _set(text),
        (TITLE, *_words(text)),
    )


def lists() -> Layout:
    """Numbered lists with hanging indents, and bullets."""
    text = body(14, 5)
    chance = random.Random(14)
    items = ["".join(chance.choices(SENTENCES, k=count)) for count in (1, 4, 2, 3, 5, 1)]
    return Layout(
        "lists",
        '#set page(paper: "a4")\n'
        + _plain(12)
        + f"#align(center, text(18pt)[{TITLE}])\n\n"
        + _set(text)
        + "\n\n"
        + "\n".join(f"{at}. {_escaped(words)}" for at, words in enumerate(items, start=1)),
        (TITLE, *_words(text), *(f"{at}.{words}" for at, words in enumerate(items, start=1))),
    )


def turned_page() -> Layout:
    """A page lying on its side."""
    text = body(15, 12)
    return Layout(
        "flipped",
        '#set page(paper: "a4", flipped: true, numbering: "1 / 1")\n'
        + _plain(14)
        + f"#align(center, text(22pt)[{TITLE}])\n\n"
        + _set(text),
        (TITLE, *_words(text)),
    )


def small_book() -> Layout:
    """A small page in small type with tight leading, numbers as ·3·."""
    text = body(16, 40)
    return Layout(
        "small-book",
        "#set page(width: 13cm, height: 18.5cm, margin: 1.8cm, footer: context align(center)"
        "[· #counter(page).display() ·])\n"
        + _plain(9, leading="0.45em", spacing="0.45em")
        + f"#align(center, text(14pt)[{TITLE}])\n\n#align(center)[东山街道办事处]\n\n"
        + _set(text),
        (TITLE, "东山街道办事处", *_words(text)),
    )


LAYOUTS = (
    one_column(),
    red_head(),
    columns(2),
    columns(3),
    paper_with_box(),
    with_heads(),
    with_tables(),
    with_notes(),
    spaced_paragraphs(),
    lists(),
    turned_page(),
    small_book(),
)
