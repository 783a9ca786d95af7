"""Whole clauses of an article that a question can quote: none ends before its verb is there."""

from __future__ import annotations

import re

from generator.text.article_statements import is_whole
from generator.text.clause_cutting import bare_predicate, behind_modal

WANTED, MOST = 42, 84  # letters of what is quoted
CLAUSE = re.compile(r"[^，；。：\n]+(?:[，；。：\n]+|$)")
EDGE = "，。；：、 　\n"
PAIRS = ("“”", "‘’", "《》", "〈〉", "（）")
WAITING = re.compile(  # a deed that has not come to its verb
    "^(?:根据|按照|依照|依据|通过|采取|采用|自|在(?!线)|以(?![上及])|经(?![营济])|就|因|为了?(?!.{2,16}提供)|除|于|对(?!.*(?:进行|给予|实[行施]|予以|负责|作出|承担))"
    "|(?:将|把)(?!.{2,}(?:纳入|作为|列入|送|报|用于|交|告知|通知|公布|公开|转化|转变|融入|贯穿|摆在|放在|统一)))[^，]*$"
)


def quotable(words: str, least: int) -> str:
    """Return the first clauses of `words`, `least` letters or more, that say something whole.

    Empty where no beginning of theirs does within MOST letters, or where they head a list.
    """
    found = ""
    for clause in CLAUSE.finditer(words):
        longer = found + clause[0]
        if found and len(longer.rstrip(EDGE)) > MOST:
            break
        if clause[0].rstrip()[-1:] in "：\n" and re.search("下列|以下|如下", clause[0]):
            break
        found = longer
        told = found.rstrip(EDGE)
        if len(told) >= max(least, 10) and _says_something(told):
            return told if len(told) <= MOST else ""
    return ""


def _says_something(told: str) -> bool:
    if not all(told.count(a) == told.count(b) for a, b in PAIRS):
        return False
    last = told.rsplit("，", 1)[-1]
    _, modal, deed = behind_modal(last)
    if re.search("下列|以下|如下", last) or not is_whole(last if "，" in told else told):
        return False
    if modal and (not deed or WAITING.match(deed)) and bare_predicate(deed) == deed:
        return False
    return not (modal and len(deed) < 2) and not last.endswith(("的", "时", "后", "前"))
