"""What questions are made of: the numbers, named bodies, modals and fixed phrases of an edition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Article, Duty, Edition, Term
from generator.quiz.kinship import sound_body
from generator.quiz.questions import Words
from generator.text.numerals import CHARACTERS, numeral_text, numeral_value

NUMERAL = rf"(?:[0-9]+(?:\.[0-9]+)?|[{CHARACTERS}]+)"
SHARE = rf"百分之{NUMERAL}|{NUMERAL}分之{NUMERAL}"
MEASURE = (
    "个工作日|工作日|个月|个半月|平方米|平方公里|公里|千米|千瓦|千克|公斤|公顷|小时|分钟|周岁|学时|课时|万元|亿元|"
    "日|天|年|周|次|人|名|元|倍|%|％|米|册|处|户|级|家|岁|吨|页|亩|辆|分|张|件|台"
)
NUMBER = re.compile(rf"(?P<share>{SHARE})|(?P<number>{NUMERAL})(?P<unit>{MEASURE})")
LIMIT_BEFORE = re.compile(
    "(?:不少于|不低于|不高于|不超过|不多于|不得(?:少于|低于|超过|高于|多于)|少于|超过|低于|高于|至少|最[多高长低少短迟]|满|达到?|提前|每|逾期|处以?|"
    "为|期限|之日起|自.{1,20}起|应当?在|在|于|以上|的|保存|保留|任期|再|上浮|提高|不足)$"
)
LIMIT_BEHIND = re.compile("(?:以[上下内]|之?内|之[前后日]|前|后|为限|期满|的(?:罚款|比例))")
NO_NUMBER_BEFORE = re.compile(r"[第同统唯任进之“年月0-9〇零○]$|[0-9]$")
NO_NUMBER_BEHIND = re.compile("[0-9年月]|代|度|[级流]|以来|来[，。]")
CHANCE = 6  # times that a phrase may stand in the edition: what stands everywhere asks nothing

QUOTED = re.compile(r"“([\w·]{3,12})”")
EVEN = re.compile(r"(?<![\w”])(\w{4})、(\w{4})(?:、(\w{4}))(?:、(\w{4}))?(?:、(\w{4}))?")
PRINCIPLE = re.compile("原则|方针|坚持|遵循|秉持|做到|要求")
ACTING = re.compile(
    "(?:[在对按依根为向经因与于从自将把就会都均也还，]|(?:接到|发现|收到|作出|受理).*[后时]，$|[^的，]{1,16}[时后前]，$|[^的，]{2,16}，$)"
)
GOES_ON = re.compile(
    "[^，。；：的\n]{0,8}(?:部门|机构|机关|委员会|政府|单位|协会)"
)  # 由国务院应急管理部门
OF_A_THING = re.compile("的[^，的]{1,12}$")  # 建设单位与买受人签订的合同应当…
RIGHTS, DUTIES, BANS = ("可以", "有权"), ("应当", "必须"), ("不得", "不准", "禁止")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and what it counts; `unit` is empty where the words name a share."""

    words: Words
    unit: str
    value: str


@dataclass(frozen=True, slots=True)
class Act:
    """What the edition has one body do: who, by which modal, what."""

    duty: Duty
    body: Words
    deed: Words

    @property
    def place(self) -> tuple[int, int]:
        """Where its clause stands."""
        return self.duty.article, self.duty.start


def words_of(article: Article, start: int, end: int) -> Words:
    """Return words of an article."""
    return Words(article.number, start, end, article.text[start:end])


def numbers(article: Article) -> Iterator[Number]:
    """Yield the numbers of an article that set a bound: 不少于六十平方米, 提前七日, 三年以内."""
    text = article.text
    for found in NUMBER.finditer(text):
        before, behind = text[max(0, found.start() - 24) : found.start()], text[found.end() :][:8]
        if NO_NUMBER_BEFORE.search(before) or NO_NUMBER_BEHIND.match(behind):
            continue
        kind = "share" if found["share"] else "number"
        start, end = found.span(kind)
        numeral = found[kind]
        if not (LIMIT_BEFORE.search(before.rsplit("\n", 1)[-1]) or LIMIT_BEHIND.match(behind)):
            continue
        value = numeral if found["share"] else _value(numeral)
        if value is None or (value == "1" and found["unit"] not in ("年", "个月", "倍", "万元")):
            continue
        yield Number(words_of(article, start, end), found["unit"] or "", value)


def _value(numeral: str) -> str | None:
    if numeral[0].isascii():
        return numeral
    value = numeral_value(numeral)
    return None if value is None else str(value)


def other_forms(number: Number) -> tuple[str, ...]:
    """Return the other ways to write a number: 七 as 7, 15 as 十五; of a share, none."""
    if not number.unit:
        return ()
    forms = [number.value]
    if number.value.isdecimal() and int(number.value) < 10_000:
        forms.append(numeral_text(int(number.value)))
    return tuple(each for each in forms if each != number.words.text)


def acts(edition: Edition, duties: Iterable[Duty]) -> tuple[Act, ...]:
    """Return what single bodies of sound names do, where the words of both stand whole."""
    articles = {each.number: each for each in edition.articles}
    text = "\n".join(each.text for each in edition.articles)
    own = [each for each in duties if each.base == edition.base.id]
    clauses = Counter((each.article, each.action_start, each.end) for each in own)
    found = []
    for duty in own:
        article = articles[duty.article]
        if not sound_body(duty.body) or clauses[duty.article, duty.action_start, duty.end] > 1:
            continue
        words = article.text
        end = duty.body_start + len(duty.body)
        if words[duty.body_start : end] != duty.body or not _stands_whole(words, duty, end, text):
            continue
        deed = words_of(article, duty.action_start, duty.action_end)
        if deed.text == duty.action:
            found.append(Act(duty, words_of(article, duty.body_start, end), deed))
    return tuple(found)


def _stands_whole(words: str, duty: Duty, end: int, text: str) -> bool:
    """Tell whether the body begins where a clause does and is no end of a longer name."""
    before = words[duty.body_start - 1 : duty.body_start] if duty.body_start else "。"
    if before == "由":
        return text.count(duty.body) > 1 and not GOES_ON.match(words, end)
    if before not in "。；，：\n":
        return False
    behind = words[end : max(end, duty.modal_start)]
    return not behind or (ACTING.match(behind) is not None and not OF_A_THING.search(behind))


def modal_words(edition: Edition) -> tuple[str, ...]:
    """Return one modal of each kind that the edition has, those that it uses most."""
    text = "\n".join(each.text for each in edition.articles)
    most = (max(kind, key=text.count) for kind in (DUTIES, RIGHTS, BANS))
    return tuple(each for each in most if each in text)


def phrases(article: Article, names: Sequence[str], text: str) -> Iterator[Words]:
    """Yield the fixed phrases of an article: quoted words, terms, one of evenly made members.

    `names` are those of terms, the longest first; `text` is the whole edition's: what stands
    in it everywhere is no answer.
    """
    own = article.text
    for found in QUOTED.finditer(own):
        if text.count(found[1]) <= CHANCE and not found[1].isdecimal():
            yield words_of(article, *found.span(1))
    taken = [False] * len(own)
    for name in names:
        at = own.find(name)
        while at >= 0:
            end = at + len(name)
            if not any(taken[at:end]):
                taken[at:end] = [True] * len(name)
                if text.count(name) <= CHANCE and _apart(own, at, end):
                    yield words_of(article, at, end)
            at = own.find(name, end)
    for found in EVEN.finditer(own):
        behind = own[found.end() : found.end() + 6]
        if own[found.end() : found.end() + 1] in "、和" or not (
            PRINCIPLE.search(own[max(0, found.start() - 6) : found.start()] + behind)
        ):
            continue
        groups = [number for number in range(1, 6) if found[number]]
        yield words_of(article, *found.span(groups[len(groups) // 2]))


def _apart(text: str, start: int, end: int) -> bool:
    """Tell whether a term stands by itself, not in the middle of a longer word."""
    return text[end : end + 1] not in "制度性化者权员法类型" or end == len(text)


def term_names(terms: Iterable[Term]) -> tuple[str, ...]:
    """Return the names of terms that are of a length to be asked for, the longest first."""
    names = {name for each in terms for name in (each.name, *each.aliases) if _askable(name)}
    return tuple(sorted(names, key=lambda each: (-len(each), each)))


def _askable(name: str) -> bool:
    return 4 <= len(name) <= 12 and not name.isascii() and not name.startswith("本")
