"""A self-test (自测) on paper: gaps, choices, matchings; the key on a page of its own.

The same pack always has the same questions; another name of the pack has others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.outputs.shared.pack_contents.blocks import Block, Row
from generator.outputs.shared.pack_contents.gathering import Material
from generator.quiz import Choice, Gap, Matching, Question, draw, shown

ALONE, FEW, MANY = 10, 24, 40  # questions on one article, on up to FEW_ARTICLES, on more
FEW_ARTICLES = 12
BLANK = "________"
LETTERS = "ABCDEFGH"
SHORT = 9  # letters of options that stand in one line
KEYS = 5  # answers in a line
NUMERALS = "一二三四"


def quiz_section(material: Material) -> tuple[Block, ...]:
    """Return the questions; nothing where the articles have none."""
    blocks: list[Block] = []
    for title, how, some in _groups(material):
        blocks.append(Block("minor", title))
        blocks.append(Block("note", how))
        for number, question in enumerate(some, 1):
            blocks += _asked(material, number, question)
    return tuple(blocks)


def key_section(material: Material) -> tuple[Block, ...]:
    """Return the answers, by the numbers of the questions, each with its article."""
    blocks: list[Block] = []
    for title, _, some in _groups(material):
        blocks.append(Block("minor", title.partition("（")[0]))
        answers = [_answer(material, number, each) for number, each in enumerate(some, 1)]
        step = 1 if isinstance(some[0], Matching) else KEYS
        blocks += [
            Block("item", "　".join(answers[at : at + step])) for at in range(0, len(answers), step)
        ]
    return tuple(blocks)


def _groups(material: Material) -> list[tuple[str, str, Sequence[Question]]]:
    """Return what stands together: its title, how it is answered, its questions."""
    number = len(material.articles)
    count = ALONE if number == 1 else FEW if number <= FEW_ARTICLES else MANY
    asked = draw(
        material.questions,
        [each.number for each in material.articles],
        count,
        f"{material.selection.base} {material.selection.name}",
    )
    kinds = (
        ("填空题", "按原文填空；给出几个词的，选一个填。", Gap),
        ("选择题", "每题四个选项，只有一个符合原文。", Choice),
        ("连线题", "把左边的主体和右边的要求连起来。", Matching),
    )
    found: list[tuple[str, str, Sequence[Question]]] = []
    for title, how, kind in kinds:
        some = [each for each in asked if isinstance(each, kind)]
        if some:
            label = f"{NUMERALS[len(found)]}、{title}（共{len(some)}题）"
            found.append((label, how, some))
    return found


def _asked(material: Material, number: int, question: Question) -> Iterator[Block]:
    if isinstance(question, Matching):
        yield Block("item", f"{number}．")
        rows = tuple(
            Row((pair.body.text, "", f"{LETTERS[at]}．{question.pairs[shuffled].deed.text}"))
            for at, (pair, shuffled) in enumerate(
                zip(question.pairs, question.shuffled, strict=True)
            )
        )
        header = ("主体", "", "要求")
        yield Block("table", header=header, rows=rows, widths=(28, 14, 58), room=10)
        return
    article = material.article(question.answer.article)
    before, after = shown(question, article.text)
    blank = "（　　）" if isinstance(question, Choice) else BLANK
    stem = f"{number}．{material.name_of(article)}：{before}{blank}{after or '。'}"
    if isinstance(question, Gap):
        told = f"（{'、'.join(question.bank)}）" if question.bank else ""
        yield Block("item", f"{stem}{told}")
        return
    yield Block("item", stem, level=1)
    options = [f"{LETTERS[at]}．{each.text}" for at, each in enumerate(question.options)]
    if all(len(each.text) <= SHORT for each in question.options) and _fits(options):
        yield Block("item", "　　" + "　　".join(options))
        return
    for at, option in enumerate(options):
        yield Block("item", f"　　{option}", level=int(at + 1 < len(options)))


def _fits(options: Sequence[str]) -> bool:
    return sum(map(len, options)) + 2 * len(options) <= 34


def _answer(material: Material, number: int, question: Question) -> str:
    if isinstance(question, Matching):
        places = {pair: at for at, pair in enumerate(question.shuffled)}
        told = "；".join(
            f"{pair.body.text}—{LETTERS[places[at]]}" for at, pair in enumerate(question.pairs)
        )
        return f"{number}．{told}"
    name = material.name_of(material.article(question.answer.article))
    if isinstance(question, Choice):
        return f"{number}．{LETTERS[question.right]}（{name}）"
    return f"{number}．{question.answer.text}（{name}）"
