"""Random inputs: texts as people have them and as nobody would write them, and damaged files."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import docx

WORDS = [
    "监督",
    "检查",
    "阅览室",
    "借阅",
    "党委",
    "政府",
    "领导班子",
    "一把手",
    "责任",
    "制度",
    "落实",
    "加强",
    "建立",
    "问题",
    "报告",
    "情况",
    "关于",
    "的",
    "和",
    "应当",
    "不得",
    "可以",
    "市",
    "县",
    "区",
    "委员会",
    "常务委员会",
    "本条例",
    "本法",
    "前款",
    "规定",
    "公民",
    "图书",
    "每年",
    "五万册",
    "之一",
    "附件",
    "通知",
    "意见",
]
LABELS = [
    "第一条",
    "第二条",
    "第十条",
    "第一百零三条",
    "第二条之一",
    "第三章",
    "第一编",
    "第四节",
    "一、",
    "二、",
    "十一、",
    "（一）",
    "（二）",
    "(3)",
    "1.",
    "2．",
    "3、",
    "①",
    "一是",
    "篇一",
    "篇二",
    "报告一：",
    "第一篇",
    "附件",
    "附件1",
    "附则",
    "目录",
    "¶1",
    "第O条",
    "第二+四条",
]
SIGNS = (
    *"，。；：？！、“”‘’（）《》〈〉【】〔〕—…·*＊×Xx○〇０１②㈠\u3000\u2002\u200b\ufeff\u00ad\u202e",
    *(
        "\n",
        "\r\n",
        "\r",
        "\f",
        "\v",
        "\t",
        "\x1a",
        "\u2028",
        "——",
        "----",
        "$$",
        "##",
        "[[",
        "{%",
        "{{",
    ),
    *(
        "<script>",
        "<!--",
        "&nbsp;",
        "#set ",
        "\\",
        "`",
        "|",
        "\ud7ff",
        "\U00020000",
        "⼈",
        "戶",
        "見",
    ),
)
PHRASES = (
    "首页 > 新闻 > 正文",
    "来源：某网　作者：佚名　发布时间：2023-05-09",
    "（2021年3月27日通过）",
    "二〇二三年五月九日",
    "中共某某区委员会",
    "$$paidbegin$$",
    "- 1 -",
    "第 3 页 共 9 页",
    "同志们：",
    "根据《公共阅览室条例》第三条第二款规定，",
    "（以下简称《条例》）",
    "关于公共阅览室建设情况的报告",
    "责任编辑：张三",
)


def text(chance: random.Random, most: int = 3000) -> str:
    """Return a random text of up to about `most` characters."""
    size = int(most ** chance.random())
    style = chance.random()
    parts: list[str] = []
    length = 0
    while length < size:
        part = _part(chance, style)
        parts.append(part)
        length += len(part)
    return "".join(parts)


def long_text(chance: random.Random) -> str:
    """Return a text of up to 180 KB in UTF-8: a short one over and over."""
    unit = text(chance, 60) or "\n"
    size = chance.choice((20_000, 40_000, 60_000))
    return (unit * (size // len(unit) + 1))[:size]


def _part(chance: random.Random, style: float) -> str:
    kind = chance.random()
    if style < 0.1:  # one thing over and over
        thing: str = chance.choice([*SIGNS, *LABELS, *WORDS])
        return thing * chance.randint(1, 60)
    if kind < 0.45:
        return "".join(chance.choices(WORDS, k=chance.randint(1, 12)))
    if kind < 0.6:
        return f"\n{chance.choice(LABELS)}{chance.choice(('', ' ', '　'))}"
    if kind < 0.75:
        return chance.choice(("。\n", "。", "，", "；\n", "：\n", "\n\n"))
    if kind < 0.85:
        sign: str = chance.choice(SIGNS)
        return sign * chance.choice((1, 1, 1, 2, 40))
    if kind < 0.95:
        return chance.choice(PHRASES)
    return chr(chance.choice((chance.randint(0, 0xD7FF), chance.randint(0xE000, 0x2FFFF))))


def law(chance: random.Random) -> str:
    """Return a document in articles, more or less whole."""
    lines = ["阅览室条例"]
    for number in range(1, chance.randint(2, 14)):
        label = f"第{'零一二三四五六七八九十'[number % 11]}条" if chance.random() < 0.9 else ""
        lines.append(f"{label}　{''.join(chance.choices(WORDS, k=9))}。")
        if chance.random() < 0.2:
            lines.append(chance.choice([text(chance, 80), *PHRASES, *LABELS]))
    if chance.random() < 0.3:
        chance.shuffle(lines)
    return "\n".join(lines)


def damaged(chance: random.Random, data: bytes) -> bytes:
    """Return bytes with some of them changed, cut out, doubled or cut off."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if not found:
            break
        at, size = chance.randrange(len(found)), chance.randint(1, 40)
        kind = chance.randrange(5)
        if kind == 0:
            found[at] = chance.randrange(256)
        elif kind == 1:
            del found[at : at + size]
        elif kind == 2:
            found[at:at] = found[at : at + size] * chance.randint(1, 30)
        elif kind == 3:
            found[at:at] = chance.randbytes(size)
        else:
            del found[at:]
    return bytes(found)


def word_file(chance: random.Random) -> bytes:
    """Return a Word file, its XML more or less damaged."""
    document = docx.Document()
    for line in text(chance, 400).split("\n"):
        clean = "".join(char for char in line if char.isprintable())
        document.add_paragraph(clean, chance.choice(("Normal", "List Number", "Heading 1")))
    if chance.random() < 0.5:
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "册数"
    out = io.BytesIO()
    document.save(out)
    return _repacked(chance, out.getvalue(), ("word/document.xml", "word/numbering.xml"))


def ofd_file(chance: random.Random) -> bytes:
    """Return an OFD file (GB/T 33190), its XML more or less damaged."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    objects = "".join(
        f'<ofd:TextObject ID="{n}" Boundary="20 {20 + 8 * n} 160 8" Font="1" Size="5">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g 9 5">{"".join(chance.choices(WORDS, k=4))}'
        "</ofd:TextCode></ofd:TextObject>"
        for n in range(chance.randint(0, 9))
    )
    parts = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {space}><ofd:Content>"
        f'<ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return _repacked(chance, out.getvalue(), tuple(parts))


def _repacked(chance: random.Random, data: bytes, names: tuple[str, ...]) -> bytes:
    """Return a zip with one of its members `names` damaged, or the zip itself."""
    if chance.random() < 0.2:
        return damaged(chance, data)
    spoilt = chance.choice(names)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == spoilt and chance.random() < 0.9:
                body = damaged(chance, body)
            new.writestr(name, body)
    return out.getvalue()


def web_page(chance: random.Random) -> bytes:
    """Return a web page with odd markup, in one of several encodings."""
    tags = [
        "p",
        "div",
        "table",
        "tr",
        "td",
        "ul",
        "ol",
        "li",
        "font",
        "form",
        "nav",
        "aside",
        "script",
        "br",
        "span",
        "h1",
        "pre",
        "sup",
        "ruby",
        "rt",
    ]
    parts = ["<html><head><meta charset=gbk><title>", chance.choice(PHRASES), "</title><body>"]
    for _ in range(chance.randint(1, 60)):
        tag = chance.choice(tags)
        parts += [f"<{tag} style='x'>" * chance.choice((1, 1, 1, 300)), text(chance, 60)]
        if chance.random() < 0.7:
            parts.append(f"</{tag}>")
    page = "".join(parts)
    data = page.encode(chance.choice(("utf-8", "gb18030", "utf-16")), "replace")
    return damaged(chance, data) if chance.random() < 0.3 else data


def pdf_file(chance: random.Random) -> bytes:
    """Return a small PDF, damaged."""
    line = b"BT /F1 12 Tf 72 720 Td (a report 2023) Tj ET"
    body = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R/Size 6>>\n%%%%EOF\n"
    ) % (len(line), line)
    return damaged(chance, body)


def markdown(chance: random.Random) -> bytes:
    """Return Markdown with odd markup."""
    signs = (
        "# ",
        "- ",
        "1. ",
        "> ",
        "| a | b |\n| - | - |\n",
        "```\n",
        "[",
        "](",
        "![",
        "**",
        "<b>",
    )
    parts = [chance.choice(signs) + text(chance, 40) for _ in range(chance.randint(1, 40))]
    return "".join(parts).encode("utf-8", "replace")


def library_yaml(chance: random.Random) -> str:
    """Return a library.yml that is nearly right, or far from it."""
    values: tuple[Callable[[], str], ...] = (
        lambda: chance.choice(WORDS),
        lambda: '"' + "".join(chance.choices(WORDS, k=chance.choice((1, 3, 200)))) + '"',
        lambda: chance.choice(
            ("2020-01-01", "99999-01-01", "2019-10-²", "1e9", "~", "true", "0x1f")
        ),
        lambda: chance.choice(
            ("[a, b]", "{a: b}", "[", "*a", "&a b", "!x y", "!!python/name:os.system")
        ),
        lambda: repr(text(chance, 30)),
    )
    keys = (
        *("title", "subtitle", "language", "name", "bases", "sources", "editorial", "markers"),
        chance.choice(("unknown", "con", "\\0", "? [a]", "a: b: c")),
    )
    lines: list[str] = []
    for key in chance.sample(keys, chance.randint(1, len(keys))):
        if key == "bases":
            lines.append("bases:")
            lines.append(f"  - id: {chance.choice(values)()}")
            for field in chance.sample(
                ("title", "short_title", "issuer", "adopted", "published", "numbering", "annexes"),
                4,
            ):
                lines.append(f"    {field}: {chance.choice(values)()}")
        else:
            lines.append(f"{key}: {chance.choice(values)()}")
    return "\n".join(lines) + "\n"
