"""Damages as documents suffer them when they are copied, scanned and pasted; all seeded.

Two witnesses of one document are damaged one after the other.  `Ruin` remembers what the
first has lost, so that the second keeps it: every letter is sound in one of them.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from generator.structure.numerals import numeral_text
from scripts.damaging.documents import SoundDocument

ALIKE = (
    "己已 末未 土士 日曰 人入 大太 天夫 千干 今令 治冶 侯候 折拆 拔拨 管菅 官宫 贷货 责贵 项顷 "
    "材村 查杳 享亨 代伐 员贝 间问 设没 请清 情清 推摧 检捡 组祖 职识 施旅 规现 理埋 政攻 改攻 "
    "措惜 部郎 处外 名各 务备 律津 度席 任仕 住往 待侍 特持 技枝 按接 报服 县具 市巾 民氏 本木 "
    "体休 使便 位泣 级极 给结 续读 准淮 标际 根很 样祥 审宙 实买 完宗 宣宜 害客 究穷 立产 竟竞 "
    "章童 等筹 简筒 全金 公分 从以 方万 平乎 年午 并井 开升 式武 或成 所听 找我 护扩 担但 招抬 "
    "损捐 授受 保堡 信言 料科 和利 种钟 税悦 程呈 移栘 登蹬 记纪 论伦 评坪 话活 语话 谈淡 调凋 "
    "农衣 军车 决快 冲冲 况祝 则侧 别剐 到倒 前削 力刀 办为 加如 动功 劳荣 化比 医匠 单草 危厄 "
    "原厚 又叉 及乃 反友 发友 取敢 口囗 只叭 可司 合台 同向 后启 告吉 周用 品晶 因困 国围 图圃 "
    "场扬 地他 均圴 基墓 增赠 备奋 复夏 外处 好奸 妥受 始治 存在 学字 安女 定走 容客 密蜜 察寨 "
    "导异 封寸 将奖 小少 尚向 尽昼 局居 层屋 工土 巨臣 己巳 布市 师帅 常堂 序库 应庆 底低 度庹"
)
LABEL_DAMAGES = (
    "lost label",
    "number twice",
    "off by one",
    "misread label",
    "glued",
    "swapped",
)
BARE = 0.2  # share of pairs in which one witness has no label or heading left at all
FOREIGN = (
    "本报讯（记者 李晓雯 通讯员 陈立）昨日下午，第十二届城市马拉松在滨江公园鸣枪起跑，"
    "来自十六个国家的两万名跑者迎着细雨出发。",
    "“妈妈，我拿到奖牌啦！”七岁的小选手豆豆冲过终点线，扑进母亲怀里，脸蛋红扑扑的像只苹果。",
    "在沿途的补给站，志愿者老周煮了一大锅姜汤，热气腾腾，许多跑友停下脚步，捧着纸杯暖手聊天。",
    "图为参赛选手经过彩虹桥。",
)


@dataclass
class Line:
    """A line of a witness in the making: which article it belongs to, and its label."""

    text: str
    article: int = 0
    label: str = ""
    glued: bool = False  # stands on the same line as what comes before it
    part: bool = False


@dataclass
class Ruin:
    """What damages have done so far: spots that the other witness must keep, and counts."""

    articles: set[int] = field(default_factory=set)
    labels: set[int] = field(default_factory=set)
    letters: set[tuple[int, int]] = field(default_factory=set)
    parts: bool = False
    title: bool = False
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Rates:
    """How much damage: shares of articles or letters that suffer each kind."""

    letters: float = 0.004
    structure: float = 0.03


def damaged_pair(document: SoundDocument, seed: int, rates: Rates) -> tuple[str, str, Ruin]:
    """Return two damaged copies of `document` and what was done to them.

    An article that loses text in one copy is spared in the other, down to the letter.
    """
    ruin = Ruin()
    numbers = [article.number for article in document.articles]
    random.Random(f"{seed}-who").shuffle(numbers)
    bare = random.Random(f"{seed}-bare").random() < BARE
    third = max(1, len(numbers) // 3)
    own = set(numbers[:third]), set(numbers[third : 2 * third])
    one = _damaged(document, f"{seed}-甲", ruin, rates, own[0], own[1], "kept" if bare else "")
    other = _damaged(document, f"{seed}-乙", ruin, rates, own[1], own[0], "lost" if bare else "")
    return one, other, ruin


def _damaged(
    document: SoundDocument,
    seed: str,
    ruin: Ruin,
    rates: Rates,
    mine: set[int],
    spared: set[int],
    labels: str,
) -> str:
    """Return a damaged copy: articles of `mine` may lose text, those `spared` lose nothing.

    `labels`: "kept" all, "lost" all, or "" for damage here and there.
    """
    chance = random.Random(seed)
    blocks = _blocks(document)
    blocks = _letters(blocks, chance, ruin, rates, spared)
    blocks = _structure(blocks, chance, ruin, rates, document, mine, labels)
    text = _written(blocks, document, chance, ruin)
    text = _pages_and_lines(text, chance, ruin)
    text = _widths(text, chance, ruin)
    if chance.random() < 0.5:
        text += "\n".join(FOREIGN) + "\n"
        ruin.counts["foreign"] += 1
    return text


def _blocks(document: SoundDocument) -> list[list[Line]]:
    """Return the document as blocks of lines: an article each, or a part's head."""
    blocks = []
    gap = "　" if document.form == "law" else ""
    for part in document.parts:
        head = [Line(f"{part.label}{gap}{part.heading}", part=True)]
        head += [Line(text) for text in part.paragraphs]
        blocks.append(head)
        for article in part.articles:
            first, *rest = article.paragraphs
            lines = [Line(first, article.number, article.label + gap)]
            blocks.append(lines + [Line(text, article.number) for text in rest])
    return blocks


def _letters(
    blocks: list[list[Line]],
    chance: random.Random,
    ruin: Ruin,
    rates: Rates,
    spared: set[int],
) -> list[list[Line]]:
    """Misread, drop and double single letters, never where the other witness did."""
    twins: dict[str, str] = {}
    for pair in ALIKE.split():
        twins.setdefault(pair[0], pair[1])
        twins.setdefault(pair[1], pair[0])
    for block in blocks:
        for row, line in enumerate(block):
            if not line.article or line.article in spared:
                continue
            made = []
            for at, char in enumerate(line.text):
                spot = (line.article, 10_000 * row + at)
                near = any((spot[0], spot[1] + d) in ruin.letters for d in range(-4, 5))
                if near or chance.random() >= rates.letters or not char.isalpha():
                    made.append(char)
                    continue
                kind = chance.choice(("misread", "misread", "misread", "lost", "doubled"))
                if kind == "misread" and char not in twins:
                    made.append(char)
                    continue
                ruin.letters.add(spot)
                ruin.counts[kind] += 1
                made.append({"misread": twins.get(char, ""), "lost": "", "doubled": char * 2}[kind])
            line.text = "".join(made)
    return blocks


def _structure(
    blocks: list[list[Line]],
    chance: random.Random,
    ruin: Ruin,
    rates: Rates,
    document: SoundDocument,
    mine: set[int],
    labels: str,
) -> list[list[Line]]:
    """Splice, break, lose, repeat and swap articles; lose and misread labels."""
    numbers = [article.number for article in document.articles]
    count = max(1, round(rates.structure * len(numbers)))
    body = {block[0].article: block for block in blocks if block[0].article}

    def pick(used: set[int], pool: set[int]) -> int | None:
        free = [n for n in numbers if n in pool and not {n - 1, n, n + 1} & used]
        return chance.choice(free) if free else None

    for _ in range(count):
        spoils = ("splice", "broken", "intruded", "missing", "false article")
        for kind in spoils if not labels else spoils[:3]:
            if (number := pick(ruin.articles, mine)) is None:
                continue
            ruin.articles.add(number)
            if _spoil(kind, number, body, blocks, chance):
                ruin.counts[kind] += 1
        for kind in LABEL_DAMAGES if not labels else ():
            if (number := pick(ruin.labels | ruin.articles, set(numbers))) is None:
                continue
            ruin.labels.add(number)
            if _mislabel(kind, number, body, blocks, document):
                ruin.counts[kind] += 1
    return _unlabelled(blocks, chance, ruin, labels)


def _unlabelled(
    blocks: list[list[Line]], chance: random.Random, ruin: Ruin, labels: str
) -> list[list[Line]]:
    """Lose all labels where `labels` says so, and part headings by chance."""
    if labels == "lost":
        ruin.counts["all labels lost"] += 1
        for block in blocks:
            for line in block:
                line.label = ""
    if labels == "lost" or (labels != "kept" and not ruin.parts and chance.random() < 0.4):
        ruin.parts = True
        ruin.counts["part headings lost"] += 1
        blocks = [[line for line in block if not line.part] for block in blocks]
    return [block for block in blocks if block]


def _spoil(
    kind: str,
    number: int,
    body: dict[int, list[Line]],
    blocks: list[list[Line]],
    chance: random.Random,
) -> bool:
    block = body[number]
    first = block[0]
    others = [n for n in body if abs(n - number) > 1 and len(body[n]) == 1 and body[n][0].text]
    if not others:
        return False
    donor = body[chance.choice(others)][0].text
    half = len(donor) // 2
    if kind == "missing":
        blocks.remove(block)
        del body[number]
        return True
    if kind == "intruded":
        block[-1].text += (
            donor[: half + donor[half:].find("，") + 1] if chance.random() < 0.5 else donor[half:]
        )
        return True
    cut = chance.randrange(
        len(first.text) // 4, max(len(first.text) * 3 // 4, len(first.text) // 4 + 1)
    )
    if kind == "broken":
        first.text, tail = first.text[:cut], first.text[cut:]
        del block[1:]
        return bool(tail)
    tail = first.text[cut:]
    if kind == "splice":
        first.text = first.text[:cut] + donor[half:]
        del block[1:]
        return True
    following = body.get(number + 1)
    if not following or not tail:
        return False
    first.text = first.text[:cut] + donor[half:]
    del block[1:]
    gap = "　" if following[0].label.endswith("　") else ""
    false = Line(donor, number, following[0].label.rstrip("　") + gap)
    blocks.insert(blocks.index(block) + 1, [false, Line(tail, number)])
    following[0].glued = True
    return True


def _mislabel(
    kind: str,
    number: int,
    body: dict[int, list[Line]],
    blocks: list[list[Line]],
    document: SoundDocument,
) -> bool:
    if number not in body:
        return False
    line = body[number][0]
    gap = "　" if line.label.endswith("　") else ""
    name = "第{}条" if document.form == "law" else "（{}）"
    if kind == "lost label":
        line.label = ""
    elif kind == "number twice":
        line.label = name.format(numeral_text(max(1, number - 3))) + gap
    elif kind == "off by one":
        line.label = name.format(numeral_text(number + 1)) + gap
    elif kind == "misread label":
        line.label = line.label.rstrip("　")[:-1] + (gap or " ")
    elif kind == "glued":
        line.glued = number > 1
    else:
        after = body.get(number + 1)
        if after is None:
            return False
        a, b = blocks.index(body[number]), blocks.index(after)
        if b != a + 1:
            return False
        blocks[a], blocks[b] = blocks[b], blocks[a]
    return True


def _written(
    blocks: list[list[Line]], document: SoundDocument, chance: random.Random, ruin: Ruin
) -> str:
    lines = []
    if ruin.title or chance.random() < 0.6:
        lines += [document.title, document.date_line]
    else:
        ruin.title = True
        ruin.counts["title lost"] += 1
    lines += document.preamble
    headed = False
    for block in blocks:
        for line in block:
            if line.glued and lines and not headed:
                lines[-1] += line.label + line.text
            else:
                lines.append(line.label + line.text)
            headed = line.part
    return "\n".join(line for line in lines if line) + "\n"


def _pages_and_lines(text: str, chance: random.Random, ruin: Ruin) -> str:
    """Break some lines in mid-sentence and put page numbers between lines."""
    made = []
    pages = chance.random() < 0.4
    breaks = chance.choice((0.0, 0.002, 0.01))
    page = 0
    for at, char in enumerate(text):
        made.append(char)
        if char == "\n" and pages and chance.random() < 0.05:
            page += 1
            made.append(f"— {page} —\n")
            ruin.counts["page number"] += 1
        elif (
            char != "\n"
            and chance.random() < breaks
            and text[at + 1 : at + 2].isalpha()
            and char.isalpha()
            and text.rfind("\n", 0, at) < at - 12
        ):
            made.append("\n")
            ruin.counts["broken line"] += 1
    return "".join(made)


def _widths(text: str, chance: random.Random, ruin: Ruin) -> str:
    """Write some or all punctuation half-width."""
    share = chance.choice((0.0, 0.1, 1.0))
    narrow = dict(zip("，；：？！（）", ",;:?!()", strict=True))
    made = []
    for char in text:
        if char in narrow and chance.random() < share:
            ruin.counts["half-width"] += 1
            char = narrow[char]
        made.append(char)
    return "".join(made)
