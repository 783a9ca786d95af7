"""The whole apparatus of a damage: what is said, of which article, and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generator.model import Collation, Variant
from tests.edition.conftest import ARTICLES, NUMERALS, law
from tests.edition.test_repair import DAMAGES, SOUND

Run = Callable[..., Collation]
Told = list[tuple[int | None, str, str, tuple[str, ...], str]]
NO_HEADINGS: Told = [
    (
        *(None, "heading", f"第{n}章{name}", (f"第{n}章　{name}", "")),
        f"w2无此标题，据w1作“第{n}章{name}”。",
    )
    for n, name in (("一", "总则"), ("二", "用水管理"), ("三", "附则"))
]
NO_TITLE: Told = [(None, "heading", "平河市节约用水条例", ("",), "w2无标题，据w1补。")]


def mended(number: int, label: str, printed: str) -> Told:
    """Return what is said of a label: `printed` is what the second witness has."""
    name = f"第{NUMERALS[number - 1]}条"
    if printed:
        said = f"w2{name}条号作“{printed}”，与各条次序不合，改为“{label}”。"
    else:
        said = f"w2脱{name}的条号，据他本补“{label}”。"
    return [(number, "misnumbering", label, (printed,), said)]


WHOLE: dict[str, Told] = {
    "swapped": [],
    "splice": [
        (
            3,
            "splice",
            "纳入国民经济和社会发展规划，建立节水目标责任制。",
            (
                "纳入国民经济和社会发展规划，建立节水目标责任制。",
                "节水设施，与主体工程同时设计、同时施工、同时投入使用。",
            ),
            "w2第三条自“县人民政府应当将节约用水工作”以下与第七条重复27字，系误植，取w1。",
        )
    ],
    "broken off": [
        (
            7,
            "omission",
            "与主体工程同时设计、同时施工、同时投入使用。",
            ("与主体工程同时设计、同时施工、同时投入使用。", ""),
            "w2无“与主体工程同时设计、同时施工、同时投入使用。”，一本有脱文，暂从w1，请编者核。",
        )
    ],
    "intruded": [
        (
            6,
            "duplicate",
            "",
            ("", "新建、改建、扩建建设项目应当配套建设节水设施，"),
            "w2第六条自“漏损率不得超过国家规定的标准。”以下与第七条重复23字，系误衍，取w1。",
        )
    ],
    "missing": [(8, "omission", ARTICLES[7], ("",), "w2无第八条，据他本补。")],
    "no headings": NO_HEADINGS,
    "no title": NO_TITLE + NO_HEADINGS,
    "no labels": [
        *(NO_TITLE + NO_HEADINGS),
        *(row for n in range(1, 10) for row in mended(n, f"第{NUMERALS[n - 1]}条", "")),
    ],
    "one label lost": mended(7, "第七条", ""),
    "label misread": mended(7, "第七条", "第七"),
    "label twice": mended(7, "第七条", "第三条"),
    "one too many": mended(7, "第七条", "第八条"),
    "glued": [],
    "broken line": [
        (6, "punctuation", "", ("\n",), "w2第六条在“加强管网/巡查，发”之间误断行，今连排。")
    ],
    "half-width": [],
    "misread": [
        (
            *(6, "wording", "水", ("水", "氷")),
            "w2“水”作“氷”，照上下文和全库用字，取w1，未能断定，请编者核。",
        ),
        (
            *(8, "wording", "款", ("款", "欵")),
            "w2“款”作“欵”，照上下文和全库用字，取w1，未能断定，请编者核。",
        ),
    ],
    "doubled": [
        (2, "addition", "", ("", "政"), "w2多“政”，“政”重出，系误衍，取w1。"),
        (6, "addition", "", ("", "抢修"), "w2多“抢修”，“抢修”重出，系误衍，取w1。"),
    ],
    "lost letter": [
        (2, "omission", "管", ("管", ""), "w2无“管”，照上下文和全库用字，取w1。"),
    ],
    "page number": [],
    "foreign": [
        (
            9,
            "foreign",
            "",
            ("", DAMAGES["foreign"][len(SOUND) :]),
            "w2第九条自“条例自二〇二二年七月一日起施行。”以下70字与本文件无关，系窜入，删。",
        )
    ],
}


def told(found: Collation) -> Told:
    return [
        (v.article, v.kind, v.chosen.text, tuple(r.text for r in v.readings), v.reason)
        for v in found.apparatus
    ]


def the(found: Collation) -> Variant:
    assert len(found.apparatus) == 1, found.apparatus
    return found.apparatus[0]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_said_of_a_damage_and_nothing_else(collated: Run, damage: str) -> None:
    assert told(collated(SOUND, DAMAGES[damage])) == WHOLE[damage]


def _other(name: re.Match[str]) -> str:
    return {"w1": "w2", "w2": "w1"}[name[0]]


@pytest.mark.parametrize("damage", DAMAGES)
def test_it_is_said_of_whichever_witness_has_it(collated: Run, damage: str) -> None:
    """A damage found in the first of two witnesses: the same, by the other name."""
    expected = [
        (number, kind, chosen, readings[::-1], re.sub("w[12]", _other, reason))
        for number, kind, chosen, readings, reason in WHOLE[damage]
    ]
    assert told(collated(DAMAGES[damage], SOUND)) == expected


DAMAGED = {
    "splice": (3,),
    "broken off": (7,),
    "intruded": (6,),
    "missing": (8,),
    "no labels": tuple(range(1, 10)),
    "one label lost": (7,),
    "label misread": (7,),
    "label twice": (7,),
    "one too many": (7,),
    "foreign": (9,),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_map_gives_every_article_its_place(collated: Run, damage: str) -> None:
    """The runs of a witness follow each other; what is the edition's reads as the edition."""
    text = DAMAGES[damage]
    found = collated(SOUND, text)
    witness = found.witnesses[1]
    assert witness.damaged_articles == DAMAGED.get(damage, ())
    assert witness.sound_articles == tuple(
        n for n in range(1, 10) if n not in witness.damaged_articles
    )
    articles = {each.number: each.text for each in found.edition.articles}
    end = 0
    for run in witness.alignments:
        assert end <= run.start < run.end
        end = run.end
        if run.kind == "same":
            assert run.article is not None
            words = "".join(text[run.start : run.end].split()).translate(
                str.maketrans(",;:()", "，；：（）")
            )
            own = iter(articles[run.article].replace("\n", ""))
            assert all(char in own for char in words)  # in this order, a letter may be lost
    others = [(r.kind, r.article, text[r.start : r.end]) for r in witness.alignments]
    assert [row for row in others if row[0] != "same"] == OTHER_RUNS.get(damage, [])


OTHER_RUNS = {
    "splice": [("splice", 7, "节水设施，与主体工程同时设计、同时施工、同时投入使用。")],
    "intruded": [("duplicate", 7, "新建、改建、扩建建设项目应当配套建设节水设施，")],
    "misread": [("variant", 6, "氷"), ("variant", 8, "欵")],
    "doubled": [("variant", 2, "政"), ("variant", 6, "抢修")],
    "foreign": [("foreign", None, DAMAGES["foreign"][len(SOUND) :])],
}


def changed(*changes: tuple[str, str], headings: bool = True) -> str:
    text = law(headings=headings)
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text


def test_neighbouring_differences_are_one_variant_and_stops_are_their_own(collated: Run) -> None:
    both = the(collated(SOUND, changed(("发现漏损", "发觉漏失"))))
    assert [each.text for each in both.readings] == ["现漏损", "觉漏失"]
    assert (both.at, both.at_end) == (14, 17)
    stop = the(collated(SOUND, changed(("加强管网巡查，发现", "加强管网巡查；发现"))))
    assert (stop.kind, stop.chosen.text, stop.reason) == (
        "punctuation",
        "，",
        "w2“，”作“；”，只是标点，从w1。",
    )
    parted = collated(SOUND, changed(("巡查，发现", "巡察，发见")))
    assert [each.readings[1].text for each in parted.apparatus] == ["察", "见"]


def test_a_letter_is_shown_with_the_neighbour_that_it_oftenest_has(collated: Run) -> None:
    left = the(collated(SOUND, changed(("用水单位应当", "用氷单位应当"))))
    assert (left.chosen.text, left.readings[1].text) == ("用水", "用氷")
    assert (left.article, left.at, left.at_end) == (5, 0, 2)
    right = the(collated(SOUND, changed(("由水行政", "由氷行政"))))
    assert (right.chosen.text, right.readings[1].text) == ("水行", "氷行")
    alone = the(collated(SOUND, changed(("供水企业", "供氷企业"))))
    assert (alone.chosen.text, alone.at, alone.at_end) == ("水", 1, 2)


def test_a_change_made_throughout_is_told_as_a_habit(collated: Run) -> None:
    thrice = collated(SOUND, changed(("节水", "省水")))
    assert [each.article for each in thrice.apparatus] == [2, 3, 7]
    assert all("，全篇如此改动3处，" in each.reason for each in thrice.apparatus)
    assert "节水" in "".join(each.text for each in thrice.edition.articles)
    twice = collated(SOUND, changed(("建立用水台账", "设立用水台账")))
    assert len(twice.apparatus) == 2
    assert not any("全篇" in each.reason for each in twice.apparatus)


def test_the_editor_is_followed_and_named(collated: Run) -> None:
    odd = changed(("及时抢修", "马上抢修"))
    for wanted, text in (("w1", "及时"), ("w2", "马上")):
        found = the(collated(SOUND, odd, preferred={"6": wanted}))
        assert (found.chosen.witness, found.chosen.text) == (wanted, text)
        assert found.reason.endswith(f"，编者指定从{wanted}。")
    assert not collated(SOUND, odd, preferred={"6": "w2"}).findings


def test_most_witnesses_are_followed_and_counted(collated: Run) -> None:
    found = the(collated(changed(("及时抢修", "马上抢修")), SOUND, law(headings=True)))
    assert found.chosen.text == "及时"
    assert [each.text for each in found.readings] == ["马上", "及时", "及时"]
    assert found.reason == "w1“及时”作“马上”，2本相同，取w2。"
    assert (found.article, found.at, found.at_end) == (6, 17, 19)


def test_running_text_of_a_part_is_collated_as_articles_are(collated: Run) -> None:
    one = changed(("第二章　用水管理\n", "第二章　用水管理\n本章讲用水的管理。\n"))
    other = one.replace("本章讲用水的管理", "本章讲用氷的管理")
    found = the(collated(one, other))
    assert (found.article, found.part, found.kind) == (None, 2, "wording")
    assert [each.text for each in found.readings] == ["用水", "用氷"] or found.chosen.text == "水"
    assert found.reason.startswith("w2“")
    front = changed(("第一章　总则\n", "为了节水，特作规定。\n第一章　总则\n"))
    opening = the(collated(front, front.replace("特作规定", "特做规定")))
    assert (opening.article, opening.part) == (None, 0)


def test_headings_that_differ_are_told(collated: Run) -> None:
    found = the(collated(SOUND, changed(("用水管理", "用氷管理"))))
    assert (found.part, found.kind, found.chosen.text) == (2, "heading", "第二章用水管理")
    assert [each.text for each in found.readings] == ["第二章　用水管理", "第二章　用氷管理"]
    assert found.reason == "w2作“第二章用氷管理”，据w1作“第二章用水管理”。"


def test_an_article_given_again_under_another_number(collated: Run) -> None:
    """The second witness has article 3 once more before article 8, labelled 第七条."""
    again = changed(("第三章　附则\n", f"第七条　{ARTICLES[2]}\n第三章　附则\n"))
    found = collated(SOUND, again)
    assert [each.text for each in found.edition.articles] == list(ARTICLES)
    rows = told(found)
    assert [(number, kind) for number, kind, *_ in rows] == [(3, "duplicate"), (7, "misnumbering")]
    assert rows[0][3] == (f"第七条　{ARTICLES[2]}",)
    assert rows[0][4] == "w2标为第七条的一段实与第三条重复，系重出，删。"
    assert rows[1][3] == ("第七条",)
    assert rows[1][4] == ("w2有两个第七条，前后条文不同：其中一个实为第三条重出，条号有误。")
    runs = [run for run in found.witnesses[1].alignments if run.kind == "duplicate"]
    assert [(run.article, again[run.start : run.end]) for run in runs] == [(3, ARTICLES[2])]


def test_an_article_that_stands_before_another_under_one_label(collated: Run) -> None:
    """The second witness has article 2 again behind the label of article 7, then article 7."""
    again = changed((f"第七条　{ARTICLES[6]}", f"第七条　{ARTICLES[1]}{ARTICLES[6]}"))
    found = collated(SOUND, again)
    assert [each.text for each in found.edition.articles] == list(ARTICLES)
    assert told(found) == [
        (
            *(2, "duplicate", "", (f"第七条　{ARTICLES[1]}",)),
            "w2标为第七条的一段实与第二条重复，系重出，删。",
        ),
        (
            *(7, "misnumbering", "第七条", ("第七条",)),
            "w2有两个第七条，前后条文不同：其中一个实为第二条重出，条号有误。",
        ),
        (
            *(7, "misplacement", "", (ARTICLES[6],)),
            "w2标为第七条的一段后面孤立的“新建、改建、扩建建设项目……、同时投入使用。”"
            "原是第七条的结尾，错置于此。",
        ),
    ]
    runs = [run for run in found.witnesses[1].alignments if run.kind != "same"]
    assert [(r.kind, r.article, again[r.start : r.end]) for r in runs] == [
        ("duplicate", 2, ARTICLES[1]),
        ("orphan", 7, ARTICLES[6]),
    ]


def of(**texts: str) -> str:
    """Return the law with other texts of articles, a3="…" for article 3."""
    return law(tuple(texts.get(f"a{number}", text) for number, text in enumerate(ARTICLES, 1)))


SPLICED = of(a3=ARTICLES[2][:16] + ARTICLES[6][18:])
OMITTED = "与主体工程同时设计、同时施工、同时投入使用。"
SEVERAL: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "what was copied has broken off in the other": (
        (SPLICED, of(a7=ARTICLES[6][:23])),
        [
            "w1第三条自“县人民政府应当将节约用水工作”以下与第七条重复27字，系误植，取w2。",
            f"w2无“{OMITTED}”，一本有脱文，暂从w1，请编者核。",
        ],
    ),
    "what was copied is lacking in the other": (
        (of(a3=ARTICLES[2][:16] + ARTICLES[7][17:]), of(a8="")),
        [
            "w1第三条自“县人民政府应当将节约用水工作”以下与第八条重复31字，系误植，取w2。",
            "w2无第八条，据他本补。",
        ],
    ),
    "a paragraph twice where the other lost the label": (
        (
            of(a4=ARTICLES[3] + "\n" + ARTICLES[3].partition("\n")[0]),
            SOUND.replace("第四条　", ""),
        ),
        [
            "w2脱第四条的条号，据他本补“第四条”。",
            "w1第四条自“门在各自职责范围内做好相关工作。”以下19字与本条前后文重复，系误衍，取w2。",
        ],
    ),
    "a whole article behind another": (
        (of(a6=ARTICLES[5] + ARTICLES[1]), SOUND),
        ["w1第六条自“漏损率不得超过国家规定的标准。”以下与第二条重复28字，系误衍，取w2。"],
    ),
    "a copy in the middle of an item": (
        (of(a5=ARTICLES[4].replace("定期", ARTICLES[5][:12] + "定期")), SOUND),
        ["w1第五条自“（二）”以下与第六条重复12字，系误衍，取w2。"],
    ),
    "labels lost in either": (
        (SOUND.replace("第七条　", ""), SOUND.replace("第三条　", "")),
        ["w2脱第三条的条号，据他本补“第三条”。", "w1脱第七条的条号，据他本补“第七条”。"],
    ),
    "two articles run together": (
        (SOUND.replace("\n第六条　", ""), SOUND),
        ["w1脱第六条的条号，据他本补“第六条”。"],
    ),
    "a lost article counted over": (
        (law((*ARTICLES[:2], *ARTICLES[3:])), law(headings=True)),
        [
            "w1无第三条，据他本补。",
            *(
                f"w1第{NUMERALS[n]}条条号作“第{NUMERALS[n - 1]}条”，与各条次序不合，"
                f"改为“第{NUMERALS[n]}条”。"
                for n in range(3, 9)
            ),
        ],
    ),
    "three witnesses, each damaged elsewhere": (
        (SPLICED, of(a6=ARTICLES[5][:20]), of(a8="")),
        [
            "w1第三条自“县人民政府应当将节约用水工作”以下与第七条重复27字，系误植，取w2。",
            "w2无“修，漏损率不得超过国家规定的标准。”，2本相同，取w1。",
            "w3无第八条，据他本补。",
        ],
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_several_damages_are_mended_and_each_is_told(collated: Run, name: str) -> None:
    witnesses, reasons = SEVERAL[name]
    found = collated(*witnesses)
    assert [each.text for each in found.edition.articles] == list(ARTICLES)
    assert [each.reason for each in found.apparatus if each.kind != "heading"] == reasons


def test_an_article_whose_lines_are_wrapped_throughout_is_not_told_of(collated: Run) -> None:
    places = ("建设项目", "节水设施", "同时设计", "同时施工")
    for count, told_of in ((3, 3), (4, 0)):
        text = SOUND
        for words in places[:count]:
            assert text.count(words) == 1
            text = text.replace(words, words[:2] + "\n" + words[2:])
        found = collated(SOUND, text)
        assert [each.text for each in found.edition.articles] == list(ARTICLES)
        assert len(found.apparatus) == told_of, count
