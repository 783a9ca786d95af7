"""Who issues a text: before 关于 in its title, below it, behind a label, in a head or a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cleaning.describing.embedded_titles import plain
from generator.cleaning.describing.furniture import RED_HEAD
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.head import HeadLine
from generator.cleaning.describing.line_sorts import office_and_person
from generator.cleaning.describing.organs import ORGAN, SAYS_SOMETHING, organ, organs
from generator.cleaning.describing.signatures import AUTHOR_POST, Signature
from generator.cleaning.describing.stated_facts import LABEL, Fact
from generator.text.dates import dates_in

_NAME = rf"[^\s，。、“”《》：:—]{{1,40}}?{ORGAN}(?:[（(][^（）()\n]{{1,14}}[）)])?(?:党组|党委)?"
OF_TITLE = re.compile(
    rf"^(?P<issuer>{_NAME}(?:[、\s]{_NAME})*?)\s*(?=关于|20\d\d|加强|贯彻|落实|印发|转发|批转"
    rf"|(?:发布|颁布|公布)[《〈关])"
)
NO_ISSUER = re.compile(
    r"^(?:在|对|为|就|从|把|以|全[省市县区乡镇]|我[省市县区乡镇局院]|各|关于|加强|推进|贯彻|落实"
    r"|学习|深化|[省市县区]?(?:委|政府)?领导)"
)
PERSONS = re.compile(r"(?:书记|市长|县长|区长|局长|主任|部长|主席|院长|校长)")
PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}[省市县区镇乡]")  # 发布机构：山福镇
PLACELESS = re.compile(r"(?:[省县州旗镇乡]|市(?![中南北]区)|区)\S")


def issuer(
    title: str,
    genre: str,
    head: Sequence[HeadLine],
    signature: Signature,
    closing: str,
    stated: Sequence[Fact],
    *,
    stated_title: str,
    addressed: bool,
) -> str:
    """Return who issues a text, as the text states it; empty where it does not.

    `closing`: the office in the brackets behind the text; `stated_title`: the title
    that stands above the text, empty where none does; `addressed`: the text begins by speaking to
    someone.
    """
    named = _of_title(title) if genre != "新闻" else ""
    if signature.issuer.endswith(named):  # 市政府办公室 in the title, 青石市政府办公室 below it
        named = signature.issuer
    if PLACELESS.match(named):  # 县卫健委 in the title, 青石县卫生健康委员会 behind a label
        labelled = _labelled(stated, "issuer")
        named = labelled if _is_fuller(labelled, named) else named
    return (
        named
        or signature.issuer
        or _labelled(stated, "issuer")
        or _red_head(head)
        or _byline(head, stated_title)
        or (_speaker(head) if addressed and not stated_title else "")
        or _labelled(stated, "author")
        or closing
        or _labelled(stated, "source")
    )


def _of_title(title: str) -> str:
    """Return the office that a title begins with: 中共青石市委关于…的方案."""
    for part in title.split("——"):
        match = OF_TITLE.match(part)
        name = match["issuer"].strip() if match else ""
        none = NO_ISSUER.match(name) or PERSONS.search(name) or SAYS_SOMETHING.search(name)
        if name and not none and not re.search("对(?!外)", name):
            return name
    return ""


def _labelled(stated: Sequence[Fact], kind: str) -> str:
    """Return the office behind a label (发布机构：…), a person's office behind 作者."""
    for fact in stated:
        if fact.kind != kind:
            continue
        value = _undated(fact.value).replace("(", "（").replace(")", "）")
        value += "）" * (value.count("（") - value.count("）"))
        if found := organ(value) or organs(value) or _of_person(value):
            return found
        if kind == "issuer" and PLACE.fullmatch(value):
            return value
    return ""


def _undated(value: str) -> str:
    """Return a value without the date that a page prints behind it: 市城管局　2022-03-10 11:51."""
    date = next(dates_in(value), None)
    return value[: date.start].strip() if date and date.start else value


def _red_head(head: Sequence[HeadLine]) -> str:
    """Return the office of a red head: 青石市人民政府文件."""
    for line in head:
        if line.sort == "red head" and (match := RED_HEAD.fullmatch(line.text)):
            return organs(match["organs"])
    return ""


def _byline(head: Sequence[HeadLine], title: str) -> str:
    """Return the office that a line of its own names: beside the title, with a date or a person.

    A name above everything else is that of the site or of the page; where no `title`
    is stated, names among the first lines are words of the text.
    """
    titles = [line.number for line in head if line.sort == "words" and _is_of(line.text, title)]
    for line in head:
        if line.sort == "person" and (found := _of_person(line.text)):
            return found
        if titles and line.number > titles[0] and (found := _beside(line)):
            return found
    numbered = [line.number for line in head if line.sort == "number"]
    if numbered:  # what stands right above a 文号 is the red head
        for line in head:
            if line.sort == "organ" and line.number == numbered[0] - 1:
                return organs(line.text)
    return ""


def _speaker(head: Sequence[HeadLine]) -> str:
    """Return the office whose name stands right above the salutation of a text without a title."""
    for line in reversed(head):
        if line.sort == "organ":
            return organs(line.text)
        if line.sort not in ("furniture", "date", "person"):
            return ""
    return ""


def _is_fuller(name: str, short: str) -> bool:
    """Tell whether a name holds the letters of a shorter one in their order, behind its place."""
    letters = iter(name)
    return len(name) > len(short) and all(each in letters for each in short)


def _is_of(line: str, title: str) -> bool:
    """Tell whether a line is one of a title, or another title."""
    return bool(title) and (is_named(line) or plain(line) in plain(title))


def _beside(line: HeadLine) -> str:
    """Return the office that a line below the title names: alone, before a date, behind one."""
    if line.sort == "organ":
        return organs(line.text) or organ(line.text)
    if line.sort == "date":
        before = re.split(r"\d{4}|二[〇○零OoＯ]", line.raw)[0].strip("（( \t\u3000")
        return organs(before) or _of_person(before)
    return _between(line.raw) if line.sort == "facts" else ""


def _between(line: str) -> str:
    """Return the office between a date and the first label: 2023-06-03 青石县水利局 浏览量：."""
    date = next(dates_in(line), None)
    label = LABEL.search(line)
    if date is None or label is None or date.start or label.start() < date.end:
        return ""
    return organs(re.sub(r"^\s*\d{1,2}:\d{2}(?::\d{2})?", "", line[date.end : label.start()]))


def _of_person(text: str) -> str:
    """Return the office of a person: 中共青石区委书记 张三 -> 中共青石区委."""
    match = office_and_person(text)
    if match is None:
        return ""
    post = match["post"] or ""
    for name in (match["organ"], AUTHOR_POST.sub("", match["organ"] + post)):
        if found := organ(name):
            return found
    body = re.sub(
        r"(?:副)?(?:书记|主任|局长|部长|市长|县长|区长|镇长|乡长|院长|校长|组长)$", "", post
    )
    return organ(match["organ"] + body)
