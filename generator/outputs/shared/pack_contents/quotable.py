"""Whole clauses of an article that a question can quote: none ends before its verb is there."""

from __future__ import annotations

import re

from generator.text.article_statements import is_whole
from generator.text.clause_cutting import bare_predicate, behind_modal

WANTED, MOST = 42, 84  # letters of what is quoted
TELLING = 8  # letters behind the modal that tell enough
SHORTEST_DEED = 2
OF_NOUN = re.compile("[^，的]{1,4}的[^，]*$")  # 应当具备的…资金投入: no deed, but what is spoken of
CLAUSE = re.compile(r"[^，；。：\n]+(?:[，；。：\n]+|$)")
EDGE = "，。；：、 　\n"
PIVOT = re.compile(  # whose object does what the next clause says
    "(?:充分)?(?:协调|引导|组织|依托|利用|运用|委托|邀请|聘请|会同|明确相关|明确有关)"
)
PAIRS = ("“”", "‘’", "《》", "〈〉", "（）")
WAITING = re.compile(  # a deed that has not come to its verb
    "^(?:根据|按照|依照|依据|通过|采取|采用|自|在(?!线)|以(?![上及])|经(?![营济])|就|因|为了?(?!.{2,16}提供)|除|于|对(?!.*(?:进行|给予|实[行施]|予以|负责|作出|承担|提出|报告|建议|检查|监督|采取|加强))"
    "|(?:将|把)(?!.{2,}(?:纳入|作为|列入|送|报|用于|交|告知|通知|公布|公开|转化|转变|融入|贯穿|摆在|放在|统一)))[^，]*$"
)


def quotable(words: str, least: int) -> str:
    """Return the first clauses of `words`, `least` letters or more, that say something whole.

    Empty where no beginning of theirs does within MOST letters, or where they head a list.
    """
    found, fitting = "", ""
    for clause in CLAUSE.finditer(words):
        longer = found + clause[0]
        told = longer.rstrip(EDGE)
        lead = clause[0].rstrip()[-1:] in "：\n" and re.search("下列|以下|如下", clause[0])
        if lead or (found and len(told) > (WANTED if fitting else MOST)):
            break
        goes_on = clause[0].rstrip().endswith("，") and PIVOT.match(_last_deed(told))
        if goes_on:
            found = longer
            continue
        if len(told) >= max(least, 10) and len(told) <= MOST and _says_something(told):
            fitting = told
            if len(told) > WANTED:
                break
        found = longer
        if fitting and clause[0].rstrip()[-1:] in "。；\n":
            break
    return fitting


def _last_deed(told: str) -> str:
    last = told.rsplit("，", 1)[-1]
    return bare_predicate(behind_modal(last)[2])


def _says_something(told: str) -> bool:
    """Tell whether words come to their verb, and close what they open."""
    if not all(told.count(pair[0]) == told.count(pair[1]) for pair in PAIRS):
        return False
    last = told.rsplit("，", 1)[-1]
    _, modal, deed = behind_modal(last)
    bare = bare_predicate(deed) if modal else deed
    if re.search("下列|以下(?![的称简])|如下", told) or not is_whole(
        last if "，" in told else told
    ):
        return False
    if not modal and "，" in told and WAITING.match(last):
        return False
    if modal and (len(bare) < SHORTEST_DEED or WAITING.match(bare) or OF_NOUN.match(bare)):
        return False
    return not last.endswith(("的", "时", "后", "前"))
