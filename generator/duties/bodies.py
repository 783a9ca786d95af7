"""Who is spoken of: the bodies and office-holders that a clause begins with (责任主体)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.duties.names import BARE, EVERY, JOINT, ends_of, is_nominal
from generator.duties.verbs import ADVERBS, DEED, FOLLOWS, OWN_CLAUSE, PERCEIVES

_RELATIVE = re.compile(r"(?P<clause>[^，。；：\n]{2,60}?)的(?P<name>[^的，。；：\n]{2,24})")
_BEARING = re.compile(
    r"(?:[^，。的\n]{0,20}(?:政府|机关|部门))?(?:依法)?(?:负有|承担|履行|负责|行使|具有)[^，。；：的\n]{2,24}的(?P<name>[^的，。；：\n]{2,12})"
)
_NO_RELATIVE = re.compile(
    "对(?!外)|委托[未没不]|聘[用任]|招用|雇[佣用]|安排|容留|指使|强[令迫]|将|把|由|被|按照|依照|根据|除|凡|如|若|并|也|其|经(?![营济理纪])"
)
_THING = re.compile("(?:依法|已经?|自行|所|[^，的]{1,4}中)?(?P<verb>[^，的]{1,3})的(?!$|，)")
_MOMENT = re.compile("(?!、|和|与|及|或|的|名|有关|主管|工作|管理|监督)[^，、的]{2,}[时后]")
_NEAR = 8  # letters between the ends of a name in a name: 公安机关 in 公安机关交通管理部门
_APART = re.compile(".*(?:规定|确定|设立|认可|指定|委托|授权|批准)的")
_DEED_AND = re.compile("的(?:设[置立]|编制|配备|变更|撤销|任免|选举|产生|成立)(?:[和与及、]|以及)")
_AND_STATE = re.compile("[、和与及]国家$")  # no body in 成果和国家投资的项目
_NO_CLAUSE = re.compile("是|只能|经由|(?:所|机关|部门|单位|机构|人|者|员|企业|政府)对")
_SHARED = re.compile("任何|有关|相关|所有|一切|各类|各种|上述|前款|其|该|被")
_LEGAL_PERSONS = re.compile(
    "(?:公民|自然人)、法人(?:或者|和|或|以及|、)(?:其他|非法人)组织|法人(?:或者|和)(?:其他|非法人)组织"
)

_GOES_ON = re.compile("的|、|以及|和|与|及|或|等")
_RELATED = re.compile("(?:有关|相关)(?:职能)?部门")  # 政府及有关部门, as 政府及其有关部门
_AND_BARE = re.compile("[和与及](?:企业|单位|机构|组织|部门)$")  # 档案馆和企业、事业单位档案馆
_LEANS = re.compile("其(?!他|余)|该")
_LEVEL = re.compile("各?(?:[省市县区州乡镇]|自治[区州县旗]|[县市乡]（[^）]{1,6}）|设区的市)")
_LIST_END = re.compile("以及|和|与|及|或者|或(?!者)")


@dataclass(frozen=True, slots=True)
class Span:
    """A name and where it stands."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Subject:
    """The bodies that some words begin with, and where they end together.

    `relative` tells that the words after them speak of a thing of theirs (…作出的决定) and
    `passive` that something is done to them; such bodies are not who must act.
    """

    bodies: tuple[Span, ...]
    end: int
    passive: bool = False
    relative: bool = False


NOBODY = Subject((), 0)


def leading_subject(
    words: str, known: frozenset[str] = frozenset(), offset: int = 0, *, ended: bool = False
) -> Subject:
    """Return the bodies that `words` begin with; NOBODY when they begin with something else.

    `words` are the beginning of a clause, at most up to its modal; `offset` is added to the
    spans.  `ended` tells that they end with a comma, so that a verb behind a first name is
    its own (公安机关追捕…的嫌疑人，) and no part of a longer name.  Bodies joined by 、 or 和
    are told apart where each is a name by itself: 纪检机关、组织部门 -> two,
    任何单位和个人 and 政府及其有关部门 -> one.
    """
    ends = ends_of(words, known)
    whole = ADVERBS.sub("", words)
    entire = Subject(_split(whole, offset, known), offset + len(whole))
    if len(whole) in ends and (_is_name(whole) or (not ended and _is_relative(whole))):
        return entire
    bearing = _BEARING.match(words)
    for end in ends:
        phrase = words[:end]
        borne = bearing and bearing.start("name") + 1 < end
        if not (borne or _is_name(phrase)):
            continue
        rest = words[end:]
        if FOLLOWS.match(rest):
            thing = _THING.match(rest)
            return Subject(
                _split(phrase, offset, known),
                offset + end,
                passive=rest.startswith("被"),
                relative=thing is not None and not PERCEIVES.match(thing["verb"]),
            )
    for end in ends:
        if _is_name(words[:end]) and _MOMENT.fullmatch(words[end:]):
            return Subject(_split(words[:end], offset, known), offset + end)
    return entire if len(whole) in ends and _is_relative(whole) else NOBODY


def agent(words: str, known: frozenset[str] = frozenset(), offset: int = 0) -> Subject:
    """Return who acts in the words behind 由 or 禁止: bodies with a verb behind them."""
    known |= {"会议"}  # a thing elsewhere: 业主大会会议可以采用…形式
    found = leading_subject(words, known, offset, ended=True)
    if found.bodies and not found.relative:
        return NOBODY if found.passive else found
    ends = [each for each in ends_of(words, known) if words[each:].strip("。；：、")]
    relative = [each for each in ends if _is_relative(words[:each])]
    for end in relative:
        if FOLLOWS.match(words[end:]) and not _THING.match(words[end:]):
            return Subject(_split(words[:end], offset, known), offset + end)
    if found.bodies:
        return NOBODY
    plain = [each for each in ends if _is_name(words[:each])] or relative
    near = [each for each in plain if each - plain[0] <= _NEAR]
    if not near or _GOES_ON.match(words[near[-1] :]):
        return NOBODY
    return Subject(_split(words[: near[-1]], offset, known), offset + near[-1])


def _is_name(words: str) -> bool:
    closed = all(words.count(left) == words.count(right) for left, right in ("（）", "()", "“”"))
    if not closed or words == "人员" or _DEED_AND.search(words):
        return False
    state = _AND_STATE.search(words)
    if state and state.start() not in ends_of(words[: state.start()], frozenset()):
        return False
    return is_nominal(words) and not DEED.match(words)


def _is_relative(words: str) -> bool:
    """Whether the words are a name with a clause before it: 从事…活动的单位和个人."""
    found = _RELATIVE.fullmatch(words)
    return (
        found is not None
        and not _NO_RELATIVE.match(words)
        and not _NO_CLAUSE.search(found["clause"])
        and is_nominal(found["name"])
        and not _DEED_AND.search(words)
    )


def _split(words: str, offset: int, known: frozenset[str]) -> tuple[Span, ...]:
    """Cut joined names where each side is a name by itself."""
    if _LEGAL_PERSONS.fullmatch(words):
        return (Span(offset, offset + len(words)),)
    cuts = [0]
    for joint in JOINT.finditer(words):
        left, right = words[cuts[-1] : joint.start()], words[joint.end() :]
        if _stands(left, known) and _may_follow(left, joint[0], right, words[: joint.start()]):
            cuts += [joint.start(), joint.end()]
    cuts.append(len(words))
    first: dict[str, Span] = {}  # 由当事人或者当事人委托…: one body, named once
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        first.setdefault(words[start:end], Span(offset + start, offset + end))
    return tuple(first.values())


def _has_clause(words: str) -> bool:
    return "的" in words.replace("党的", "")


def _stands(words: str, known: frozenset[str]) -> bool:
    return len(words) in ends_of(words, known)


def _may_follow(left: str, joint: str, right: str, before: str) -> bool:
    """Whether `right` begins with a name that does not lean on what stands before it."""
    first = JOINT.split(right)[0]
    later = [each for each in JOINT.split(right) if _has_clause(each)]
    own = OWN_CLAUSE.match(right) is not None
    if _has_clause(before) and not own and not (_has_clause(first) and _APART.match(left)):
        return False
    if later and not own and not _APART.match(later[0]):
        return False
    if _LEVEL.fullmatch(left) and not _LEVEL.fullmatch(right):
        return False
    if (
        _LEANS.match(right)
        or (joint == "及" and _RELATED.match(right))
        or (joint == "、" and "等" in _LIST_END.split(right)[0])
    ):
        return False
    if _AND_BARE.search(left):
        return False
    if BARE.fullmatch(first) and (_SHARED.match(before) or BARE.search(left)):
        return False
    if "所在" in first:
        return False
    if first.startswith("其他") and not re.match("其他(?:有关|相关)", first):
        return False
    return not (EVERY.fullmatch(left) and EVERY.fullmatch(first))
