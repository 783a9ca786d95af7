"""Damages as documents suffer them when they are copied, scanned and pasted; all seeded.

Two witnesses of one document are damaged one after the other.  `Ruin` remembers what the
first has lost, so that the second keeps it: every letter is sound in one of them, but
where a bench asks for damage of both at one place.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from generator.text.numerals import ARABIC, CHARACTERS, numeral_text, numeral_value
from scripts.damaging.documents import SoundDocument, labelled
from scripts.damaging.ruin import LETTER_DAMAGES, TEXT_DAMAGES, Line, Rates, Ruin
from scripts.damaging.setting import half_widths, pages_and_lines, written

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
STRANGE = {"甲": "夭氶孓", "乙": "苴冘尢"}  # letters that are misread in both witnesses
BARE = 0.2  # share of pairs in which one witness has no label or heading left at all
FOREIGN = (
    "本报讯（记者 李晓雯 通讯员 陈立）昨日下午，第十二届城市马拉松在滨江公园鸣枪起跑，"
    "来自十六个国家的两万名跑者迎着细雨出发。",
    "“妈妈，我拿到奖牌啦！”七岁的小选手豆豆冲过终点线，扑进母亲怀里，脸蛋红扑扑的像只苹果。",
    "在沿途的补给站，志愿者老周煮了一大锅姜汤，热气腾腾，许多跑友停下脚步，捧着纸杯暖手聊天。",
    "图为参赛选手经过彩虹桥。",
)


def damaged_pair(document: SoundDocument, seed: int, rates: Rates) -> tuple[str, str, Ruin]:
    """Return two damaged copies of `document` and what was done to them.

    An article that loses text in one copy is spared in the other, down to the letter.
    """
    ruin = Ruin()
    numbers = [article.number for article in document.articles]
    random.Random(f"{seed}-who").shuffle(numbers)
    bare = random.Random(f"{seed}-bare").random() < BARE and rates.allows("all labels lost")
    bare = bare or rates.only == {"all labels lost"}
    third = max(1, len(numbers) // 3)
    own = set(numbers[:third]), set(numbers[third : 2 * third])
    twice = _doomed(document, f"{seed}-both", rates, ruin)
    one = _damaged(
        document, f"{seed}-甲", ruin, rates, own[0], own[1], "kept" if bare else "", twice
    )
    other = _damaged(
        document, f"{seed}-乙", ruin, rates, own[1], own[0], "lost" if bare else "", twice
    )
    return one, other, ruin


def _doomed(
    document: SoundDocument, seed: str, rates: Rates, ruin: Ruin
) -> dict[int, tuple[str, int]]:
    """Return the articles that both witnesses will have damaged: how, and at which letter."""
    chance = random.Random(seed)
    doomed: dict[int, tuple[str, int]] = {}
    if not rates.both:
        return doomed
    long = [a for a in document.articles if len(a.paragraphs[0]) >= 40]
    for article in chance.sample(long, min(len(long), round(rates.both * len(document.articles)))):
        if {article.number - 1, article.number + 1} & set(doomed):
            continue
        kind = chance.choice(("broken in both", "spliced in both", "misread in both"))
        text = article.paragraphs[0]
        places = [at for at in range(15, len(text) - 15) if text[at].isalpha()]
        doomed[article.number] = kind, chance.choice(places)
        ruin.articles.add(article.number)
        ruin.labels.add(article.number)
        ruin.counts[kind] += 1
        for witness in "甲乙":
            ruin.harmed[article.number][witness].add(kind)
    return doomed


def _damaged(
    document: SoundDocument,
    seed: str,
    ruin: Ruin,
    rates: Rates,
    mine: set[int],
    spared: set[int],
    labels: str,
    twice: Mapping[int, tuple[str, int]],
) -> str:
    """Return a damaged copy: articles of `mine` may lose text, those `spared` lose nothing.

    `labels`: "kept" all, "lost" all, or "" for damage here and there.  `twice` are those
    that both copies have damaged.
    """
    chance = random.Random(seed)
    blocks = _blocks(document)
    blocks = _letters(blocks, chance, ruin, rates, spared | set(twice))
    _doom(blocks, random.Random(f"{seed}-both"), twice, seed[-1])
    blocks = _structure(blocks, chance, ruin, rates, document, mine, labels, seed[-1])
    text = written(blocks, document, chance, ruin, rates)
    text = pages_and_lines(text, chance, ruin, rates)
    text = half_widths(text, chance, ruin, rates)
    if chance.random() < 0.5 and rates.allows("foreign"):
        text += "\n".join(FOREIGN) + "\n"
        ruin.counts["foreign"] += 1
    return text


def _doom(
    blocks: list[list[Line]],
    chance: random.Random,
    twice: Mapping[int, tuple[str, int]],
    witness: str,
) -> None:
    """Damage the articles that both witnesses have damaged, each witness in its own way.

    What both misread alike no collation can see.
    """
    texts = [block[0].text for block in blocks if block[0].article]
    for block in blocks:
        kind, at = twice.get(block[0].article, ("", 0))
        line = block[0]
        if kind == "misread in both":
            wrong = [char for char in STRANGE[witness] if char != line.text[at]]
            line.text = line.text[:at] + chance.choice(wrong) + line.text[at + 1 :]
        elif kind:
            del block[1:]
            donor = chance.choice([text for text in texts if text != line.text])
            tail = donor[len(donor) // 2 :] if kind == "spliced in both" else ""
            line.text = line.text[: at + chance.randrange(5)] + tail


def _blocks(document: SoundDocument) -> list[list[Line]]:
    """Return the document as blocks of lines: an article each, or a part's head."""
    blocks = []
    for part in document.parts:
        head = [Line(f"{labelled(part.label)}{part.heading}", part=True)] if part.heading else []
        head += [Line(text) for text in part.paragraphs]
        if head:
            blocks.append(head)
        for article in part.articles:
            first, *rest = article.paragraphs
            lines = [Line(first, article.number, labelled(article.label))]
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
                kind = chance.choice(LETTER_DAMAGES)
                if not rates.allows(kind) or (kind == "misread" and char not in twins):
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
    name: str,
) -> list[list[Line]]:
    """Splice, break, lose, repeat and swap articles; lose and misread labels."""
    numbers = [article.number for article in document.articles]
    count = max(1, round(rates.structure * len(numbers)))
    body = {block[0].article: block for block in blocks if block[0].article}

    def pick(used: set[int], pool: set[int]) -> int | None:
        free = [n for n in numbers if n in pool and not {n - 1, n, n + 1} & used]
        return chance.choice(free) if free else None

    texts = [kind for kind in TEXT_DAMAGES if not labels or kind in TEXT_DAMAGES[:3]]
    marks = [] if labels else list(LABEL_DAMAGES)
    unnumbered = not any(article.label for article in document.articles)
    if unnumbered:
        marks = ["glued"] if marks else []  # which order is right is not seen without numbers
    for _ in range(count):
        for kind in filter(rates.allows, texts):
            used = ruin.articles | (ruin.labels if unnumbered else set())
            if (number := pick(used, mine)) is not None:
                ruin.articles.add(number)
                if _spoil(kind, number, body, blocks, chance):
                    ruin.note(kind, name, number)
        for kind in filter(rates.allows, marks):
            if (number := pick(ruin.labels | ruin.articles, set(numbers))) is not None:
                ruin.labels.add(number)
                if _mislabel(kind, number, body, blocks, document):
                    ruin.note(kind, name, number, *([number + 1] if kind == "swapped" else []))
    return _unlabelled(blocks, chance, ruin, labels, rates)


def _unlabelled(
    blocks: list[list[Line]], chance: random.Random, ruin: Ruin, labels: str, rates: Rates
) -> list[list[Line]]:
    """Lose all labels where `labels` says so, and part headings by chance."""
    if labels == "lost":
        ruin.counts["all labels lost"] += 1
        for block in blocks:
            for line in block:
                line.label = ""
    headings = rates.allows("part headings lost") and labels != "kept" and not ruin.parts
    if labels == "lost" or (headings and chance.random() < 0.4):
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


def _next(label: str) -> str:
    """Return a label with the next number."""
    number = re.search(rf"[{CHARACTERS}{ARABIC}]+", label)
    if number is None:
        return label
    value = (numeral_value(number[0]) or 0) + 1
    following = str(value) if number[0].isascii() else numeral_text(value)
    return label[: number.start()] + following + label[number.end() :]


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
    labels = {article.number: article.label for article in document.articles}
    if kind == "lost label":
        line.label = ""
    elif kind == "number twice":
        line.label = labels[max(1, number - 3)] + gap
    elif kind == "off by one":
        line.label = labels.get(number + 1, _next(labels[number])) + gap
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
