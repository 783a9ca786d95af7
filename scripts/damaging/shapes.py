"""Sound documents of other shapes than 第X条 or （X） in one run, by a seeded grammar."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Literal

from generator.text.numerals import numeral_text
from scripts.damaging.documents import (
    CHAPTERS,
    OBJECTS,
    PURPOSES,
    THEMES,
    SoundArticle,
    SoundDocument,
    SoundPart,
    law_text,
    policy_text,
    sentence,
)

Shape = Literal["restarting", "points", "arabic", "paragraphs", "branches", "tree"]
SHAPES: dict[Shape, str] = {
    "restarting": "（一）分部分另起",
    "points": "一、有的带（一）",
    "arabic": "1.贯通一、二、",
    "paragraphs": "无编号",
    "branches": "第X条之一",
    "tree": "编章节",
}


def shaped(shape: Shape, count: int, seed: int) -> SoundDocument:
    """Return a document of about `count` articles; the same seed gives the same document."""
    chance = random.Random(f"{shape}-{count}-{seed}")
    subject = chance.choice(OBJECTS)
    law = shape in ("branches", "tree")
    made = {
        "restarting": _sections,
        "arabic": _sections,
        "points": _points,
        "paragraphs": _paragraphs,
        "branches": _chapters,
        "tree": _tree,
    }[shape](chance, shape, count)
    title = f"临海省{subject}管理条例" if law else f"关于加强{subject}工作的若干意见"
    preamble = (
        ()
        if law or shape == "paragraphs"
        else (f"为{chance.choice(PURPOSES)}，现就{subject}工作提出如下意见。",)
    )
    return SoundDocument("law" if law else "policy", title, "", preamble, tuple(made))


def _sections(chance: random.Random, shape: Shape, count: int) -> Iterator[SoundPart]:
    """Yield 一、 with （一） that start again in each, or with 1. that count through."""
    number = 0
    for part in range(1, max(2, count // 7) + 1):
        articles = []
        for own in range(1, chance.randrange(4, 10)):
            number += 1
            label = f"（{numeral_text(own)}）" if shape == "restarting" else f"{number}."
            path = (part, own) if shape == "restarting" else (number,)
            articles.append(SoundArticle(number, label, policy_text(chance), path))
        running = (sentence(chance),) if chance.random() < 0.3 else ()
        heading = f"{chance.choice(THEMES)}，{chance.choice(PURPOSES)}"
        yield SoundPart(f"{numeral_text(part)}、", heading, running, tuple(articles))


def _points(chance: random.Random, shape: Shape, count: int) -> Iterator[SoundPart]:
    """Yield one part of 一、二、三、, some with （一）（二） below them."""
    articles = []
    for number in range(1, count + 1):
        lines = list(policy_text(chance))
        if chance.random() < 0.4:
            for item in range(1, chance.randrange(3, 6)):
                lines.append(f"（{numeral_text(item)}）{chance.choice(THEMES)}。{sentence(chance)}")
        articles.append(SoundArticle(number, f"{numeral_text(number)}、", tuple(lines)))
    yield SoundPart("", "", (), tuple(articles))


def _paragraphs(chance: random.Random, shape: Shape, count: int) -> Iterator[SoundPart]:
    """Yield one part of paragraphs without numbers."""
    articles = (
        SoundArticle(
            number, "", ("".join(sentence(chance) for _ in range(chance.randrange(2, 5))),)
        )
        for number in range(1, count + 1)
    )
    yield SoundPart("", "", (), tuple(articles))


def _chapters(chance: random.Random, shape: Shape, count: int) -> Iterator[SoundPart]:
    """Yield 章 with 第X条, a sixth of which have 第X条之一 and more behind them."""
    number = printed = 0
    parts = max(2, min(len(CHAPTERS), count // 8))
    for part in range(1, parts + 1):
        articles = []
        for _ in range(max(2, count // parts)):
            printed += 1
            branches = chance.choice((0, 0, 0, 0, 0, 1, 2))
            for branch in range(branches + 1):
                number += 1
                behind = f"之{numeral_text(branch)}" if branch else ""
                path = (printed, branch) if branch else (printed,)
                label = f"第{numeral_text(printed)}条{behind}"
                articles.append(SoundArticle(number, label, law_text(chance), path))
        name = CHAPTERS[-1] if part == parts else CHAPTERS[part - 1]
        yield SoundPart(f"第{numeral_text(part)}章", name, (), tuple(articles))


def _tree(chance: random.Random, shape: Shape, count: int) -> Iterator[SoundPart]:
    """Yield 编, 章 and 节 with 第X条, and an 附则 without a number at the end."""
    number = 0

    def articles() -> tuple[SoundArticle, ...]:
        nonlocal number
        made = []
        for _ in range(chance.randrange(2, 7)):
            number += 1
            label = f"第{numeral_text(number)}条"
            made.append(SoundArticle(number, label, law_text(chance)))
        return tuple(made)

    book = 0
    while number < count:
        book += 1
        yield SoundPart(f"第{numeral_text(book)}编", chance.choice(THEMES), (), ())
        for chapter in range(1, chance.randrange(2, 4) + 1):
            heading = f"{chance.choice(OBJECTS)}管理"
            if chance.random() < 0.4:
                yield SoundPart(f"第{numeral_text(chapter)}章", heading, (), ())
                for section in range(1, 3):
                    name = f"{chance.choice(OBJECTS)}{chance.choice(('检查', '登记', '许可'))}"
                    yield SoundPart(f"第{numeral_text(section)}节", name, (), articles())
            else:
                yield SoundPart(f"第{numeral_text(chapter)}章", heading, (), articles())
    yield SoundPart("", "附则", (), articles())
