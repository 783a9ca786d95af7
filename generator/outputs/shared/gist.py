"""The point of some words in short: whole clauses of theirs, without the label before them.

一是强化同级监督。协助县委出台《……》，……  ->  强化同级监督，协助县委出台《……》
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LONGEST = 34  # letters of a gist
SHORTEST = 10  # letters; a first clause that is shorter takes in the next
LEAST = 8  # letters of a gist that says something
HARD = 48  # letters of one clause that is not broken off
LABEL = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]"
    r"|[一二三四五六七八九十]{1,2}是要?|第[一二三四五六七八九十]{1,2}[，、]|[㈠-㈩①-⑳])\s*"
)
OPENING = re.compile(
    "^(?:首先|其次|再次|最后|如|例如|比如|但是?|然而|不过|另外|此外|同时|而且|并且|因此|所以|对此|其中|另?一方面"
    "|近年来|今年以来|去年以来|目前|当前|在现实生活中|特别是|尤其是)[，、]?"
)
SENTENCE = re.compile(r"[^。！？；\n]+[。！？；\n]?")
CLAUSE = re.compile(r"[^，。；：！？　\n]+(?:[，。；：！？　\n]+|$)")
STOPS = "，。；：！？、　 \n"
WANTING = re.compile(
    "不够|不到位|不力|不强|不足|不严|不高|不深|不实|不敢|不愿|缺|弱|难|少|流于|漏洞|盲区|滞后|形同|虚设|薄弱|问题"
)
SAYING = re.compile("指出|强调|要求|认为|表示|重要讲话|规定|写着|写得|提出的|总书记")
CITING = re.compile(r"第[（(]?[一二三四五六七八九十百\d]+[）)]?[条款项]")
UNFINISHED = re.compile(
    "(?:的|着|和|与|及|对|在|把|将|是|为|等|方式|来|情况下|过程中|基础上|规定)$"
)


def gist(words: str, marks: Sequence[str] = (), *, problem: bool = False) -> str:
    """Return the sentence of a passage that says most, cut to whole clauses.

    `marks` are words that tie the passage to the article: a sentence that has them says more;
    of a `problem` one that names what is wanting.  Empty where no sentence can stand alone.
    """
    best, most = "", 0.0
    for sentence in _sentences(words):
        found = short_clause(sentence)
        ends = len(found) >= len(sentence.rstrip(STOPS))
        worth = 6.0 * ends - 8.0 * ("……" in found) - 14.0 * bool(SAYING.search(found))
        worth -= 90.0 * bool(CITING.search(found)) + 30.0 * bool(UNFINISHED.search(found))
        worth += min(len(found), 24) / 4 - 12.0 * (len(found) < LEAST)
        worth += sum(min(len(mark), 12) for mark in set(marks) if mark in found)
        worth += 10.0 * (problem and bool(WANTING.search(found)))
        if worth > most:
            best, most = found, worth
    return best


def _sentences(words: str) -> Iterator[str]:
    """Yield the sentences without their labels; a lead goes with the sentence behind it."""
    lead = ""
    for found in SENTENCE.finditer(words.replace("　", "\n")):
        sentence = OPENING.sub("", LABEL.sub("", found[0].strip()))
        sentence = OPENING.sub("", sentence)
        if len(sentence.rstrip(STOPS)) < SHORTEST:
            lead = sentence.rstrip(STOPS)
            if lead and "，" not in lead:
                continue
        if lead and sentence:
            yield f"{lead}，{sentence}"
        elif sentence.strip(STOPS):
            yield sentence
        lead = ""


def short_clause(
    words: str, *, least: int = SHORTEST, longest: int = LONGEST, hard: int = HARD
) -> str:
    """Return the first clauses of some words, `least` letters of them where there are.

    A clause is never broken off but for one of more than `hard` letters: …… then says so.
    """
    found = ""
    least = max(least, SHORTEST)
    for clause in CLAUSE.finditer(words):
        together = found + clause[0]
        enough = len(found.rstrip(STOPS)) >= least and _is_whole(found)
        if found and enough and len(together.rstrip(STOPS)) > longest:
            break
        found = together
        if len(found.rstrip(STOPS)) >= least and found[-1] in "。！？；" and _is_whole(found):
            break
    found = found.rstrip(STOPS).replace("\n", "")
    return found if len(found) <= hard else _broken_off(found, least, hard)


def _broken_off(words: str, least: int, hard: int) -> str:
    """Return the beginning of a clause that is too long, up to a mark where it has one."""
    ends = [words.rfind(mark, least, hard) for mark in "，：；、"]
    end = max((each for each in ends if each > 0 and _is_whole(words[:each])), default=hard)
    return f"{words[:end]}……"


def _is_whole(words: str) -> bool:
    """Tell whether what opens in `words` closes in it: “ ” 《 》 （ ）."""
    return all(words.count(a) <= words.count(b) for a, b in ("“”", "《》", "（）"))
