"""Witnesses written for the purpose, and the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content import load_content
from generator.edition import collate
from generator.edition.label_finding import StyleName, find_marks
from generator.edition.witnesses import ParsedWitness, blanked, trusted, with_marks
from generator.model import Base, Collation, Library, Piece
from generator.recipe import build_library
from generator.structure import read_base

TITLE = "平河市节约用水条例"
ARTICLES = (
    "为了节约用水，保护水资源，根据有关法律，结合本市实际，制定本条例。",
    "本市行政区域内的用水、节水及其监督管理活动，适用本条例。",
    "市、县人民政府应当将节约用水工作纳入国民经济和社会发展规划，建立节水目标责任制。",
    "水行政主管部门负责节约用水的统一管理。\n其他有关部门在各自职责范围内做好相关工作。",
    "用水单位应当履行下列义务：\n（一）建立用水台账；\n（二）定期进行水平衡测试；\n（三）更换国家明令淘汰的用水器具。",
    "供水企业应当加强管网巡查，发现漏损及时抢修，漏损率不得超过国家规定的标准。",
    "新建、改建、扩建建设项目应当配套建设节水设施，与主体工程同时设计、同时施工、同时投入使用。",
    "违反本条例规定，未建立用水台账的，由水行政主管部门责令限期改正；逾期不改正的，处一万元以下罚款。",
    "本条例自二〇二二年七月一日起施行。",
)
NUMERALS = "一二三四五六七八九"


def law(articles: tuple[str, ...] = ARTICLES, *, headings: bool = True, title: bool = True) -> str:
    """Return the law as text."""
    lines = [TITLE, "（2022年4月28日）"] if title else []
    chapters = {0: "第一章　总则", 4: "第二章　用水管理", 7: "第三章　附则"}
    for at, text in enumerate(articles):
        if headings and at in chapters:
            lines.append(chapters[at])
        if text:
            lines.append(f"第{NUMERALS[at]}条　{text}")
    return "\n".join(lines)


def piece(name: str, text: str) -> Piece:
    return Piece(name, f"{name}.txt", 0, len(text), text, "")


def parse_witness(
    made: Piece, base: Base, style: StyleName = "articles", index: int = 0
) -> ParsedWitness:
    """Return a witness with the labels of one style, as repair gets it."""
    matter = read_base(made.text, base.title).matter
    marks = trusted(find_marks(blanked(made.text, matter), style))
    return with_marks(made, matter, marks, style, index)


@pytest.fixture(scope="session")
def collated() -> Callable[..., Collation]:
    def run(*texts: str, preferred: dict[str, str] | None = None) -> Collation:
        base = Base("water", TITLE, "《条例》")
        return collate(base, [piece(f"w{n}", t) for n, t in enumerate(texts, 1)], preferred)

    return run


@pytest.fixture(scope="session")
def library() -> Library:
    return build_library(load_content(Path(__file__).parents[2] / "content"))


def assert_apparatus_points_at_what_it_says(found: Collation) -> None:
    """Fail where a reading or a chosen text is not what stands at its offsets."""
    whole = {witness.id: witness.piece.text for witness in found.witnesses}
    articles = {article.number: article.text for article in found.edition.articles}
    for variant in found.apparatus:
        for reading in variant.readings:
            assert whole[reading.witness][reading.start : reading.end] == reading.text
        if variant.article and variant.kind in ("wording", "omission", "addition", "splice"):
            text = articles[variant.article]
            assert text[variant.at : variant.at_end] == variant.chosen.text
