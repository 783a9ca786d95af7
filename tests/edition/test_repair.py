"""One damage each, set on a short law; the other witness is sound there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Collation
from tests.edition.conftest import (
    ARTICLES,
    NUMERALS,
    TITLE,
    assert_apparatus_points_at_what_it_says,
    law,
)

Run = Callable[..., Collation]
SOUND = law()
HALF = ARTICLES[6][: ARTICLES[6].index("与主体")]


def texts(collation: Collation) -> list[str]:
    return [article.text for article in collation.edition.articles]


def kinds(collation: Collation, article: int) -> set[str]:
    return {v.kind for v in collation.apparatus if v.article == article}


def reasons(collation: Collation, article: int) -> str:
    return "\n".join(v.reason for v in collation.apparatus if v.article == article)


def test_a_sound_witness_alone_is_given_as_it_stands(collated: Run) -> None:
    found = collated(SOUND)
    assert texts(found) == list(ARTICLES)
    assert [part.heading for part in found.edition.parts] == ["总则", "用水管理", "附则"]
    assert [len(part.articles) for part in found.edition.parts] == [4, 3, 2]
    assert found.edition.base.adopted == "2022-04-28"
    assert not found.apparatus
    assert not found.findings


def changed(number: int, text: str) -> str:
    return law((*ARTICLES[: number - 1], text, *ARTICLES[number:]))


LINES = SOUND.split("\n")
SIXTH = next(at for at, line in enumerate(LINES) if line.startswith("第六条"))
SWAPPED = [*LINES[:SIXTH], LINES[SIXTH + 1], LINES[SIXTH], *LINES[SIXTH + 2 :]]

DAMAGES = {
    "swapped": "\n".join(SWAPPED),
    "splice": changed(3, "市、县人民政府应当将节约用水工作" + ARTICLES[6][18:]),
    "broken off": changed(7, HALF),
    "intruded": changed(6, ARTICLES[5] + HALF),
    "missing": changed(8, ""),
    "no headings": law(headings=False),
    "no title": law(title=False, headings=False),
    "no labels": "\n".join(ARTICLES),
    "one label lost": SOUND.replace("第七条　", ""),
    "label misread": SOUND.replace("第七条", "第七"),
    "label twice": SOUND.replace("第七条", "第三条"),
    "one too many": SOUND.replace("第七条", "第八条"),
    "glued": SOUND.replace("\n第七条", "第七条"),
    "broken line": SOUND.replace("管网巡查", "管网\n巡查"),
    "half-width": SOUND.translate(str.maketrans("，；：（）", ",;:()")),
    "misread": SOUND.replace("供水企业", "供氷企业").replace("罚款", "罚欵"),
    "doubled": SOUND.replace("行政区域", "行政政区域").replace("抢修", "抢修抢修"),
    "lost letter": SOUND.replace("监督管理", "监督理"),
    "page number": SOUND.replace("\n第六条", "\n— 3 —\n第六条"),
    "foreign": SOUND
    + "\n本报讯昨晚，城南体育馆灯火通明，邻里篮球赛打得难解难分，观众席上欢呼声此起彼伏。"
    + "\n赛后，队员们围坐在一起吃西瓜，约定下个周末再来切磋球艺。",
}  # fmt: skip


@pytest.mark.parametrize("sound_first", [True, False], ids=["sound first", "damaged first"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_text_sound_in_one_witness_comes_back(
    collated: Run, damage: str, sound_first: bool
) -> None:
    pair = (SOUND, DAMAGES[damage]) if sound_first else (DAMAGES[damage], SOUND)
    found = collated(*pair)
    assert texts(found) == list(ARTICLES)
    assert [part.label for part in found.edition.parts] == ["第一章", "第二章", "第三章"]
    assert [a.label for a in found.edition.articles] == [f"第{n}条" for n in NUMERALS]


def test_each_witness_is_damaged_elsewhere_and_all_comes_back(collated: Run) -> None:
    one = DAMAGES["splice"].replace("第七条　", "").replace("供水企业", "供氷企业")
    other = changed(8, ARTICLES[7][:20]).replace("\n第二条", "第二条").replace("巡查", "巡\n查")
    for pair in ((one, other), (other, one)):
        assert texts(collated(*pair)) == list(ARTICLES)


def test_damages_in_two_halves_of_one_article_are_combined(collated: Run) -> None:
    one = changed(
        4, "水行政主菅部门负责节约用水的统一管理。\n其他有关部门在各自职责范围内做好相关工作。"
    )
    other = changed(
        4, "水行政主管部门负责节约用水的统一管理。\n其他有关部们在各自职责范围内做好相关工作。"
    )
    assert texts(collated(one, other)) == list(ARTICLES)


def test_three_witnesses_vote(collated: Run) -> None:
    odd = SOUND.replace("及时抢修", "马上抢修")
    found = collated(odd, SOUND, law(headings=False, title=False))
    assert texts(found) == list(ARTICLES)
    assert "2本相同" in reasons(found, 6)


def test_the_editor_overrules(collated: Run) -> None:
    odd = SOUND.replace("及时抢修", "马上抢修")
    assert "马上抢修" in texts(collated(SOUND, odd, preferred={"6": "w2"}))[5]
    assert "及时抢修" in texts(collated(SOUND, odd, preferred={"6": "w1"}))[5]


def test_reasons_say_what_happened(collated: Run) -> None:
    splice = collated(SOUND, DAMAGES["splice"])
    assert kinds(splice, 3) == {"splice"}
    assert "w2第三条自" in reasons(splice, 3)
    assert "与第七条重复" in reasons(splice, 3)
    assert "取w1" in reasons(splice, 3)
    assert "w2无第八条" in reasons(collated(SOUND, DAMAGES["missing"]), 8)
    assert "w2脱第七条的条号" in reasons(collated(SOUND, DAMAGES["one label lost"]), 7)
    assert "条号作“第三条”" in reasons(collated(SOUND, DAMAGES["label twice"]), 7)
    assert "管网/巡查" in reasons(collated(SOUND, DAMAGES["broken line"]), 6)
    assert "重出" in reasons(collated(SOUND, DAMAGES["doubled"]), 6)
    assert kinds(collated(SOUND, DAMAGES["foreign"]), 9) == {"foreign"}
    assert "heading" in {v.kind for v in collated(SOUND, DAMAGES["no headings"]).apparatus}


def test_what_both_have_lost_becomes_a_finding(collated: Run) -> None:
    broken = changed(7, HALF)
    codes = {finding.code for finding in collated(broken, broken).findings}
    assert "K-004" in codes
    gone = changed(8, "")
    assert "K-002" in {finding.code for finding in collated(gone, gone).findings}
    assert not collated(SOUND, SOUND).findings


@pytest.mark.parametrize("damage", DAMAGES)
def test_offsets_select_what_they_say(collated: Run, damage: str) -> None:
    found = collated(SOUND, DAMAGES[damage])
    assert_apparatus_points_at_what_it_says(found)
    articles = {article.number: article.text for article in found.edition.articles}
    for sentence in found.edition.sentences:
        if sentence.article:
            assert articles[sentence.article][sentence.start : sentence.end] == sentence.text


def test_the_map_shows_each_run_in_its_place(collated: Run) -> None:
    found = collated(SOUND, DAMAGES["splice"])
    damaged = found.witnesses[1]
    assert damaged.damaged_articles == (3,)
    runs = [run for run in damaged.alignments if run.kind == "splice"]
    assert [run.article for run in runs] == [7]
    assert damaged.piece.text[runs[0].start : runs[0].end] in ARTICLES[6]


def test_an_items_list_is_not_taken_for_articles(collated: Run) -> None:
    fifth = collated(SOUND, DAMAGES["no headings"]).edition.articles[4]
    assert fifth.text.split("\n")[1] == "（一）建立用水台账；"
    assert TITLE not in "".join(texts(collated(SOUND)))


def test_articles_out_of_order_before_one_that_lost_its_label(collated: Run) -> None:
    longer = (*ARTICLES[:8], "供水企业和用水单位可以约定节水目标，" + ARTICLES[8])
    sound = law(longer, headings=False)
    lines = sound.replace("第九条　", "").split("\n")
    seventh = next(at for at, line in enumerate(lines) if line.startswith("第七条"))
    lines[seventh : seventh + 2] = lines[seventh : seventh + 2][::-1]
    assert texts(collated("\n".join(lines), sound)) == list(longer)
    assert texts(collated(sound, "\n".join(lines))) == list(longer)


# The articles that a damage touches; the other witness must be sound there.
TOUCHED = {
    "swapped": {6, 7},
    "splice": {3, 7},
    "broken off": {7},
    "intruded": {6, 7},
    "missing": {8},
    "no title": set(),
    "one label lost": {7},
    "label twice": {3, 7},
    "one too many": {7, 8},
    "broken line": {6},
    "half-width": set(),
    "misread": {6, 8},
    "doubled": {2, 6},
    "lost letter": {2},
    "foreign": {9},
}
APART = [
    (one, other)
    for one in TOUCHED
    for other in TOUCHED
    if one != other and not TOUCHED[one] & TOUCHED[other]
]


@pytest.mark.parametrize(("one", "other"), APART[::6])
def test_two_witnesses_that_are_damaged_apart_mend_each_other(
    collated: Run, one: str, other: str
) -> None:
    found = collated(DAMAGES[one], DAMAGES[other])
    assert texts(found) == list(ARTICLES)
    assert [article.label for article in found.edition.articles] == [f"第{n}条" for n in NUMERALS]
