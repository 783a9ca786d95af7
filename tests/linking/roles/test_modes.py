"""What headings, lead-ins and the kind of document announce for the sentences under them."""

from __future__ import annotations

from generator.linking.neighbours import neighbours
from generator.linking.roles.modes import modes
from tests.linking.conftest import report


def announced(text: str) -> dict[str, str | None]:
    document = report(text)
    words = [text[each.start : each.end] for each in document.sentences]
    return dict(zip(words, modes(words, neighbours(document)), strict=True))


def under(*headings: str) -> str | None:
    """Return what nested headings announce for a sentence that tells nothing itself."""
    labels = ("一、", "（一）", "1.")
    lines = [f"{label}{each}" for label, each in zip(labels, headings, strict=False)]
    return announced("\n".join(["某区来稿", *lines, "卅廿甬勺卞了，卅廿。"]))[
        "卅廿甬勺卞了，卅廿。"
    ]


def test_a_heading_announces_what_stands_under_it() -> None:
    assert under("下一步打算") == "measure"
    assert under("存在的问题") == "problem"
    assert under("主要做法") == "practice"
    assert under("重要意义") == "understanding"
    assert under("收运车辆") is None


def test_a_heading_itself_is_what_it_announces() -> None:
    found = announced("某区来稿\n一、存在的问题\n卅廿了。\n二、收运车辆\n卅甬了。\n")
    assert found["一、存在的问题"] == "problem"
    assert found["卅甬了。"] is None
    assert found["某区来稿"] is None


def test_a_section_of_problems_or_measures_stays_one() -> None:
    assert under("存在的问题", "主要做法") == "problem"
    assert under("存在的问题", "下一步打算") == "problem"
    assert under("下一步打算", "监督不到位的问题") == "measure"


def test_in_a_section_of_practice_a_heading_that_names_a_lack_speaks_against_it() -> None:
    assert under("工作情况", "监督不到位") == "problem"
    assert under("工作情况", "存在的问题") == "problem"
    assert under("工作情况", "聚焦群众反映的问题") == "practice"  # names no lack
    assert under("工作情况", "解决监督不到位") == "practice"  # names what was done about it
    assert under("工作情况", "下一步打算") == "practice"
    assert under("重要意义", "监督不到位") == "problem"


def test_an_inner_heading_speaks_where_the_outer_one_does_not() -> None:
    assert under("收运车辆", "主要做法") == "practice"
    assert under("收运车辆", "存在的问题", "主要做法") == "problem"


LEAD = (
    "某区来稿\n一、总体情况\n成绩不少了。\n{lead}\n卅廿了，卅廿甬。\n"
    "二、其他工作情况\n卅甬了，甬。\n"
)


def test_a_lead_in_speaks_for_what_follows_it_in_its_section() -> None:
    found = announced(LEAD.format(lead="主要存在四个方面的问题："))
    assert found["成绩不少了。"] == "practice"
    assert found["主要存在四个方面的问题："] == "practice"
    assert found["卅廿了，卅廿甬。"] == "problem"
    assert found["卅甬了，甬。"] == "practice"


def test_a_lead_in_to_measures_speaks_too() -> None:
    found = announced(LEAD.format(lead="下一步，要从三个方面着力。"))
    assert found["卅廿了，卅廿甬。"] == "measure"


def test_a_lead_in_speaks_for_the_headings_below_it() -> None:
    lead = "存在以下不足："
    found = announced(f"某区来稿\n{lead}\n（一）收运车辆\n卅廿了，卅廿甬。\n")
    assert found["卅廿了，卅廿甬。"] == "problem"


def test_problems_that_measures_speak_of_stay_measures() -> None:
    text = "某区来稿\n一、下一步打算\n存在以下问题：\n卅廿了，卅廿甬。\n"
    assert announced(text)["卅廿了，卅廿甬。"] == "measure"


def test_a_heading_is_no_lead_in() -> None:
    text = (
        "某区来稿\n一、收运\n（一）存在以下工作情况\n卅廿了，卅廿甬。\n（二）车辆\n卅甬了，甬。\n"
    )
    assert announced(text)["卅甬了，甬。"] is None


def demanded(
    demands: int, done: int, labels: tuple[str, str, str] = ("一、", "二、", "三、")
) -> str | None:
    """Return what the last section of a report is for that says so much."""
    lines = ["必须管好收运车。"] * demands + ["累计收运五百车。"] * done
    body = "".join(f"{at}号车{line}\n" for at, line in enumerate(lines))
    one, two, three = labels
    above = f"某区来稿\n{one}工作情况\n卅廿了。\n{two}存在的问题\n卅甬了。\n"
    text = f"{above}{three}收运车辆\n{body}"
    return announced(text)[f"0号车{lines[0]}"]


def test_a_last_section_that_demands_is_of_measures() -> None:
    assert demanded(3, 0) == "measure"
    assert demanded(3, 1) == "measure"
    assert demanded(2, 0) is None
    assert demanded(4, 2) is None
    assert demanded(5, 2) == "measure"


def test_sections_may_be_numbered_in_other_ways() -> None:
    assert demanded(3, 0, ("1.", "2.", "3.")) == "measure"
    assert demanded(3, 0, ("（一）", "（二）", "（三）")) == "measure"


def test_a_last_section_that_says_what_it_is_needs_no_demands() -> None:
    lines = "".join(f"必须管好{at}号车。\n" for at in range(5))
    text = f"某区来稿\n一、存在的问题\n卅廿了。\n二、主要做法\n{lines}"
    assert announced(text)["必须管好0号车。"] == "practice"


def test_the_only_section_is_the_last_one() -> None:
    lines = "".join(f"必须管好{at}号车了。\n" for at in range(4))
    assert announced(f"某区来稿\n一、收运车辆\n{lines}")["必须管好0号车了。"] == "measure"


def test_a_first_section_alone_is_not_the_last() -> None:
    lines = "".join(f"必须管好{at}号车了。\n" for at in range(4))
    assert announced(f"一、收运车辆\n{lines}")["必须管好0号车了。"] is None


RECTIFIED = (
    "某院巡察整改进展情况的报告\n一、{heading}\n（一）关于“{charge}”的问题\n卅廿了，卅廿甬。\n"
)


def test_a_report_on_rectification_tells_of_charges_and_what_was_done() -> None:
    found = announced(RECTIFIED.format(heading="具体整改措施", charge="收运不及时"))
    assert found["（一）关于“收运不及时”的问题"] == "problem"
    assert found["卅廿了，卅廿甬。"] == "practice"
    assert found["一、具体整改措施"] == "practice"


def test_in_it_what_is_still_to_be_done_stays_a_measure() -> None:
    found = announced(RECTIFIED.format(heading="下一步打算", charge="收运"))
    assert found["一、下一步打算"] == "measure"


def test_without_such_a_title_a_charge_is_a_problem_and_all_under_it() -> None:
    text = RECTIFIED.format(heading="具体工作", charge="收运").replace("整改进展", "")
    assert announced(text)["卅廿了，卅廿甬。"] == "problem"


def test_the_title_may_stand_in_the_second_line_but_no_further_down() -> None:
    text = RECTIFIED.format(heading="具体工作", charge="收运")
    assert announced(f"某院\n{text}")["卅廿了，卅廿甬。"] == "practice"
    assert announced(f"某院\n某科\n{text}")["卅廿了，卅廿甬。"] == "problem"


def lines(*some: tuple[str, int]) -> str:
    """Return a report without headings: so many lines of each kind, all different."""
    return "".join(f"{words.format(at)}\n" for words, count in some for at in range(10, 10 + count))


TELLS = "收运车{}已经到位，卅廿。"  # what has happened
PLAIN = "收运车{}卅廿甬勺，卞。"
NAMES = "《规则》着眼收运车{}，卅廿了。"
NARRATES = "党中央关心收运车{}，卅廿了。"
OURS = "我们将管好收运车{}，卅廿了。"


def genre(text: str) -> set[str | None]:
    return set(announced(text).values())


def test_a_plan_and_a_speech_are_known_by_their_titles() -> None:
    assert genre("收运工作实施方案\n" + lines((TELLS, 4))) == {"measure"}
    assert genre("某区\n收运责任清单（试行）\n" + lines((TELLS, 4))) == {"measure"}
    assert genre("在推进会上的讲话\n" + lines((TELLS, 4))) == {"measure"}
    assert genre("某区\n某科\n收运工作方案\n" + lines((TELLS, 4))) == {None}


def test_what_tells_of_nothing_that_happened_is_a_plan() -> None:
    assert genre(lines((PLAIN, 6))) == {"measure"}
    assert genre(lines((PLAIN, 5))) == {None}
    assert genre(lines((PLAIN, 5), (TELLS, 1))) == {None}
    assert genre(lines((PLAIN, 19), (TELLS, 1))) == {"measure"}
    assert genre(lines((PLAIN, 18), (TELLS, 1))) == {None}


def test_an_essay_expounds_a_document() -> None:
    assert genre(lines((NAMES, 3), (TELLS, 7))) == {"understanding"}
    assert genre(lines((NAMES, 2), (TELLS, 7))) == {None}
    assert genre(lines((NAMES, 3), (TELLS, 22))) == {"understanding"}  # 0.12 of 25
    assert genre(lines((NAMES, 3), (TELLS, 23))) == {None}


def test_an_essay_narrates() -> None:
    assert genre(lines((NARRATES, 3), (TELLS, 7))) == {"practice"}
    assert genre(lines((NARRATES, 2), (TELLS, 7))) == {None}
    assert genre(lines((NARRATES, 3), (NAMES, 3), (TELLS, 7))) == {"understanding"}


def test_who_speaks_of_themselves_writes_no_essay() -> None:
    assert genre(lines((NAMES, 3), (OURS, 1), (TELLS, 6))) == {"understanding"}
    assert genre(lines((NAMES, 3), (OURS, 2), (TELLS, 5))) == {None}


def test_where_headings_tell_of_enough_the_kind_of_document_does_not_matter() -> None:
    told = "一、主要做法\n卅廿了。\n卅甬了。\n卅勺了。\n"  # four sentences of which it is known
    six, five = lines((TELLS, 5)), lines((TELLS, 4))
    assert announced(f"收运方案\n{six}{told}")["收运方案"] == "measure"  # six of ten
    assert announced(f"收运方案\n{five}{told}")["收运方案"] is None
    assert announced(f"收运方案\n{six}{told}")["卅廿了。"] == "practice"


def test_an_empty_report_announces_nothing() -> None:
    assert modes((), ()) == ()
