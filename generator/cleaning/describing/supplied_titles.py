"""A title for a text that states none: made of its own words, in square brackets (［…］).

Editors of documents mark so what they supply.  It reads as a phrase: ［关于…的报告］ where the text
says what it is about, else the clause that it opens with, never broken off inside a word.
"""

from __future__ import annotations

import re

from generator.cleaning.describing.line_sorts import SALUTATION, speaks_to

TOPIC = re.compile(
    r"关于(?P<topic>[^，。；]{4,40}?)的(?:专题)?(?:调研|报告|汇报|情况|讲话|发言|意见和建议)"
    r"|(?:我就|现就|下面就|今天就|(?<![早也成])就)(?P<spoken>[^，。；]{4,40}?)"
    r"(?:谈|讲|(?<!工)作|做|提(?=[一两二三四五几些以如]))"
    r"|现将(?P<told>[^，。；]{4,36}?)(?:情况|工作)?(?:报告|汇报|总结|通报)如下"
)
EMPTY = re.compile(
    r"(?:我[局县市区镇乡院校委]|本[局县市区镇乡院校]|有关|相关|主要|具体|工作|开展)*(?:情况|事项)?$"
)
OUR = re.compile(r"^(?:我[们局县市区镇乡院校委厅司]|本[局县市区镇乡院校单位]{1,2}|有关|相关)")
OPENING = 24
BEGINNING = 2000
LONGEST = 36
SHORTEST = 6
STOPS = "，。；：！？、,;:!?"
UNKNOWN = -20.0  # of a character that no word holds, as a logarithm of its probability
PARTICLES = "的了着过地得和与及或而且但并在于对把被将向从以为由就又也都很更最还等之其所并"
OPENED = {"“": "”", "《": "》", "（": "）", "‘": "’", "〈": "〉", "【": "】"}


def supplied(title: str) -> str:
    """Return a title that the text does not state, marked as supplied."""
    return title if title.startswith("［") else f"［{title}］"


ADDRESSEE = re.compile(r"各[^。；：:\n]{1,60}[:：](?=[ \u3000]*\S)")
"""Whom a notice is for, its text on the same line: 各科室，各村：为…."""

ISSUED = re.compile(r"(?:现将|现把)?(?P<what>《[^《》]{4,60}》)[^。]{0,60}?(?P<how>印发|转发|下发)")
"""What a notice issues: 现将《…办法》印发给你们."""


def made_title(body: str, genre: str) -> str:
    """Return a title of the text's own words: its topic, else the words that it opens with."""
    if salutation := SALUTATION.match(body):
        body = body[salutation.end() :].lstrip()
    if (to := ADDRESSEE.match(body)) and (match := ISSUED.search(body[to.end() : to.end() + 300])):
        return f"关于{match['how']}{match['what']}的通知"
    first, _, rest = body.partition("\n")
    if speaks_to(first) and rest.strip() and not TOPIC.search(first):
        if match := ISSUED.search(rest[:300]):
            return f"关于{match['how']}{match['what']}的通知"
        body = rest.lstrip()
    if genre == "新闻":  # what others reported or said there is not what it is about
        return _opening(body.split("\n", 1)[0].strip())
    for match in TOPIC.finditer(body[:600]):
        topic = OUR.sub("", match["topic"] or match["spoken"] or match["told"]).strip()
        if len(topic) >= 4 and not EMPTY.fullmatch(topic) and _is_phrase(topic):
            kind = {"调研": "调研报告", "": "文稿"}.get(genre, genre)
            return f"关于{topic}的{kind}"
    lines = body[:BEGINNING].split("\n")
    if lines[0][:1].isdecimal():  # below its outline the text says something
        lines = [line for line in lines if re.search("[，。]", line)] or lines
    return _opening(lines[0].strip())


def _opening(line: str) -> str:
    """Return the words that a line opens with: all of it, a clause, or whole words."""
    if len(line) <= OPENING:
        return line
    sentence = line.find("。")
    if SHORTEST <= sentence <= LONGEST and _is_whole(line[:sentence]):
        return line[:sentence]
    clauses = [match.start() for match in re.finditer(f"[{STOPS}]", line[: LONGEST + 1])]
    for at in reversed(clauses):
        if at >= SHORTEST and _is_whole(line[:at]) and line[at] != "、":
            return f"{line[:at].rstrip(STOPS)}…"
    return f"{_whole_words(line[:LONGEST])}…"


def _whole_words(line: str) -> str:
    """Return how a line without clauses begins: up to OPENING characters, in whole words."""
    from generator.text.word_frequencies import load_word_probabilities  # takes a while

    known = load_word_probabilities()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(line) + 1):
        best.append(
            max(
                (best[start][0] + known.get(line[start:end], UNKNOWN * (end - start) ** 2), start)
                for start in range(max(0, end - 7), end)
            )
        )
    cuts = [len(line)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    for at in cuts:
        found = line[:at]
        if at <= OPENING and found and found[-1] not in PARTICLES + STOPS and _is_whole(found):
            return found
    return line[:OPENING]


def _is_phrase(words: str) -> bool:
    """Tell whether words can stand between 关于 and 的: no list broken off, no mark at an end."""
    return _is_whole(words) and words[-1] not in STOPS and words[0] not in STOPS


def _is_whole(words: str) -> bool:
    """Tell whether what opens in the words closes in them: “…”, 《…》."""
    return all(words.count(first) == words.count(last) for first, last in OPENED.items())
