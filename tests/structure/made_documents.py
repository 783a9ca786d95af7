"""Base documents of random shape, made together with what they must be read as."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from generator.text.numerals import numeral_text

WORDS = "河道湖泊巡查养护登记公示书屋花圃食堂早餐托管街道居民住户摊位绿地清雪物资宣传培训经费考核"
TITLE = "云溪市河道花圃综合养护若干规定"


@dataclass
class Made:
    """A document and what it is made of; articles are (path, text)."""

    lines: list[str] = field(default_factory=list)
    title: str = TITLE
    articles: list[tuple[tuple[int, ...], str]] = field(default_factory=list)
    divisions: list[str] = field(default_factory=list)
    matter: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def apart(self, kind: str, *lines: str) -> None:
        self.matter.append((kind, "\n".join(lines)))
        self.lines += lines

    def divide(self, label: str, heading: str) -> None:
        self.divisions.append(label + heading)
        self.lines.append(f"{label} {heading}" if label.startswith("第") else label + heading)

    def article(self, path: tuple[int, ...], label: str, text: str) -> None:
        self.articles.append((path, text))
        first, *rest = text.split("\n")
        self.lines += [f"{label} {first}" if label.startswith("第") else label + first, *rest]


@st.composite
def words(draw: st.DrawFn, least: int = 2, most: int = 8) -> str:
    count = draw(st.integers(least, most))
    pairs = [WORDS[at : at + 2] for at in range(0, len(WORDS) - 1, 2)]
    return "".join(draw(st.sampled_from(pairs)) for _ in range(count))


@st.composite
def bodies(draw: st.DrawFn, item: str) -> str:
    """An article's text: sentences, further 款, items labelled with `item` (# for the number)."""
    lines = [f"{draw(words())}，应当{draw(words())}。"]
    if draw(st.booleans()):
        lines[0] = f"{draw(words())}应当符合下列条件："
        count = draw(st.integers(2, 4))
        lines += [f"{item.replace('#', numeral_text(n))}{draw(words())}；" for n in range(1, count)]
        lines.append(f"{item.replace('#', numeral_text(count))}{draw(words())}。")
    lines += [f"{draw(words())}，可以{draw(words())}。" for _ in range(draw(st.integers(0, 1)))]
    return "\n".join(lines)


@st.composite
def documents(draw: st.DrawFn) -> Made:
    """A document in one of the schemes, with head, divisions, tail and annex or without."""
    made = Made()
    _head(draw, made)
    scheme = draw(st.sampled_from(["articles", "through", "restart", "points", "arabic", "bare"]))
    {"articles": _articles, "points": _points, "bare": _bare}.get(scheme, _sections)(
        draw, made, scheme
    )
    _tail(draw, made, scheme)
    return made


def _head(draw: st.DrawFn, made: Made) -> None:
    cut = draw(st.integers(0, 2))
    parts = [TITLE[: 3 * cut], TITLE[3 * cut :]] if cut else [TITLE]
    made.apart("title", *parts)
    if draw(st.booleans()):
        made.apart("number", "云政发〔2021〕7号")
    if draw(st.booleans()):
        made.apart("note", "（2019年9月26日云溪市人民代表大会常务委员会第十二次会议通过）")
    if draw(st.booleans()):
        made.apart("addressee", "各街道办事处，市政府各部门、各直属机构：")


def _articles(draw: st.DrawFn, made: Made, scheme: str) -> None:
    number = 0
    for chapter in range(1, draw(st.integers(1, 4)) + 1):
        if chapter > 1 or draw(st.booleans()):
            made.divide(f"第{numeral_text(chapter)}章", draw(words(1, 3)))
        for _ in range(draw(st.integers(2, 4))):
            number += 1
            made.article((number,), f"第{numeral_text(number)}条", draw(bodies("（#）")))
            for branch in range(1, draw(st.sampled_from([1, 1, 1, 2, 3]))):
                label = f"第{numeral_text(number)}条之{numeral_text(branch)}"
                made.article((number, branch), label, draw(bodies("（#）")))


def _sections(draw: st.DrawFn, made: Made, scheme: str) -> None:
    lead = "现提出如下意见。"
    made.paragraphs.append(lead)
    made.lines.append(lead)
    number = 0
    for section in range(1, draw(st.integers(2, 4)) + 1):
        made.divide(f"{numeral_text(section)}、", draw(words(2, 5)))
        if scheme == "restart":
            number = 0
        for _ in range(draw(st.integers(2, 4))):
            number += 1
            path = (section, number) if scheme == "restart" else (number,)
            label = f"{number}." if scheme == "arabic" else f"（{numeral_text(number)}）"
            made.article(path, label, f"{draw(words())}。{draw(words())}，推进{draw(words())}。")


def _points(draw: st.DrawFn, made: Made, scheme: str) -> None:
    for number in range(1, draw(st.integers(3, 7)) + 1):
        made.article((number,), f"{numeral_text(number)}、", draw(bodies("（#）")))


def _bare(draw: st.DrawFn, made: Made, scheme: str) -> None:
    if draw(st.booleans()):
        made.paragraphs.append("现将有关事项通知如下。")
        made.lines.append("现将有关事项通知如下。")
    for number in range(1, draw(st.integers(2, 5)) + 1):
        made.article(
            (number,), "", f"{draw(words())}。各街道要{draw(words())}，抓好{draw(words())}。"
        )


def _tail(draw: st.DrawFn, made: Made, scheme: str) -> None:
    if draw(st.booleans()):
        made.apart("signature", "云溪市人民政府")
        made.apart("date", draw(st.sampled_from(["2021年6月3日", "二〇二一年六月三日"])))
        if draw(st.booleans()):
            made.apart("remark", "（此件公开发布）")
    if draw(st.booleans()) and scheme != "bare":
        made.apart("annex", "附件", draw(words()), "一、甲类", "（一）子；", "二、乙类")
