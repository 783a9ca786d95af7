"""Questions to open a discussion, for laws too."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.content import load_content
from generator.model import Library
from generator.outputs.shared.pack_contents import pack_data, standard_selections
from generator.outputs.shared.pack_contents.question_kinds import TAILS, kind_of
from generator.outputs.shared.pack_contents.quotable import quotable
from generator.recipe import build_library
from tests.outputs import documents

PROJECT = Path(__file__).parents[3]
FOLDERS = ["content", *(f"tests/libraries/{each}" for each in documents.LIBRARIES)]
DANGLING = re.compile(
    "(?:的|[和与及或、，：；]|应当|可以|不得|必须|按照.{2,10}规定|根据.{2,8}条件)”"
)
RULE = """云溪市公园管理办法

第一条 为了加强公园管理，制定本办法。
第二条 本办法所称公园，是指向公众开放的绿地。
第三条 市园林部门负责全市公园的监督管理工作。
第四条 公园开放应当具备下列条件：
（一）有围栏；
（二）有路灯。
第五条 公园管理单位应当根据季节特点和游客的需求，调整开放时间。
第六条 公园管理单位接到投诉的，应当在三日内答复。
第七条 任何单位和个人不得占用公园绿地。
第八条 游客有权对公园服务提出意见。
第九条 违反本办法规定，占用公园绿地的，由园林部门责令限期退还，处一万元以下罚款。
第十条 本办法由市园林部门负责解释。
第十一条 本办法自2024年5月1日起施行。
"""


@pytest.fixture(scope="module")
def rule(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The questions on a rule that has an article of every kind."""
    folder = tmp_path_factory.mktemp("rule")
    return questions(documents.library_of(folder, "云溪市公园管理办法", RULE))


def questions(library: Library) -> list[str]:
    pack = pack_data(library, standard_selections(library)[0])
    blocks = [each.blocks for each in pack.sections if each.title == "讨论提纲"]
    return [re.sub(r"^\d+．", "", each.text) for each in blocks[0]] if blocks else []


def of(asked: list[str], name: str) -> str:
    return next((each for each in asked if each.startswith(name)), "")


def test_each_kind_of_article_is_asked_about_in_its_way(rule: list[str]) -> None:
    assert (
        of(rule, "第二条") == "第二条说明公园的含义：本地哪些属于、哪些不属于，有没有界线不清的？"
    )
    assert "职责分清了没有" in of(rule, "第三条")
    assert of(rule, "第四条") == "第四条列出了公园开放应当具备的条件：逐项对照，还差哪一项？"
    assert "“公园管理单位应当根据季节特点和游客的需求，调整开放时间”" in of(rule, "第五条")
    assert "期限守住了没有" in of(rule, "第六条")
    assert of(rule, "第七条").startswith("第七条：“任何单位和个人不得占用公园绿地”。身边有没有")
    assert "知道的人有多少" in of(rule, "第八条")
    assert of(rule, "第九条").startswith("第九条规定了占用公园绿地的处罚：")


def test_nothing_is_asked_of_aims_and_last_articles(rule: list[str]) -> None:
    assert [of(rule, each) for each in ("第一条", "第十条", "第十一条")] == ["", "", ""]


@pytest.mark.parametrize("folder", FOLDERS)
def test_questions_of_every_library_can_be_printed(folder: str) -> None:
    library = build_library(load_content(PROJECT / folder))
    text = "".join(
        article.text.replace("“", "‘").replace("”", "’")
        for each in library.collations
        for article in each.edition.articles
    )
    asked = questions(library)
    assert len(asked) <= 31
    tails = Counter(re.split("[。：，](?=[^。：]*？$)", each)[-1] for each in asked)
    assert not asked or max(tails.values()) <= max(3, len(asked) // 6)
    for each in asked:
        assert each.endswith("？"), each
        assert not DANGLING.search(each), each
        if found := re.match("[^：（]*条：“([^”]*)”。", each):
            assert found[1] in text, each


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("公园应当根据自身条件，为游客提供便利。", "公园应当根据自身条件，为游客提供便利"),
        (
            "公园应当将检查的时间、地点和结果，作出书面记录。",
            "公园应当将检查的时间、地点和结果，作出书面记录",
        ),
        ("公园可以引导游客，爱护花草。", "公园可以引导游客，爱护花草"),
        ("公园应当具备下列条件：\n（一）有围栏；", ""),
        ("公园应当加强巡查，发现问题及时处理；", "公园应当加强巡查，发现问题及时处理"),
    ],
)
def test_what_is_quoted_comes_to_its_verb(words: str, said: str) -> None:
    assert quotable(words, 0) == said


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("街道办事处应当每年检查花园", "regular"),
        ("街道办事处应当向社会公布检查结果", "public"),
        ("街道办事处应当组织开展宣传活动", "teaching"),
        ("街道办事处应当建立举报制度", "complaints"),
        ("街道办事处应当自受理之日起一个月内作出决定", "limit"),
        ("居民应当爱护花草", "people"),
        ("街道办事处可以设立花园", "may"),
        ("居民可以向街道办事处投诉", "right"),
        ("国务院园林部门应当制定标准", "above"),
        ("花园建设应当遵循因地制宜的原则", "aims"),
        ("居民委员会遇到紧急情况的，应当先行处置", "case"),
        ("由街道办事处责令改正，处二百元罚款", "penal"),
    ],
)
def test_kinds(words: str, kind: str) -> None:
    assert kind_of(words, forbids=False, may="可以" in words, doer="") == kind
    assert kind in TAILS


def test_reports_are_quoted_in_whole_sentences(library: Library) -> None:
    """No half sentence (虽然…), no speech, no call to others is called what a place does."""
    for chosen in standard_selections(library):
        pack = pack_data(library, chosen)
        for section in pack.sections:
            for block in section.blocks if section.title == "讨论提纲" else ():
                for words in re.findall("(?:谈到|办法是|》是|县是|市是)“([^”]*)”", block.text):
                    assert not re.match("虽然|尽管|由于|我们|是否|应当", words), block.text
                    assert "总书记" not in words, block.text
                    assert "……" not in words, block.text
