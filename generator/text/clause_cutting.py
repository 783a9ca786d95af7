"""Official clauses made shorter, and still whole: what may be left out without loss of sense.

按照国家有关规定向社会公布目录          -> 向社会公布目录
开展阅读指导、读书交流、图书互换等活动  -> 开展阅读指导等活动
建立覆盖城乡、便捷实用的服务网络        -> 建立服务网络
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MODAL = re.compile(
    "(?<!相)应当(?!的)|(?<![相对响反供适回感])应(?=依|按|予|由|及时)|(?<!并)不得|必须(?!的)|可以|(?<!所)有权(?!机关|部门|处理)"
)
_BRACKETS = re.compile(r"[（(〔][^（）()〔〕]*[）)〕]")
_ENDS = (
    "规定|要求|原则|标准|需要|需求|权限|实际情况|情况|特点|实际(?!情况)|条件|职责|分工|程序|约定|方针|精神|部署|规划"
    "|顺序|比例|方式|状况|结果|性质|因素|规范|规律|预案|法律|法规|章程|条例"
)
_BEFORE = tuple(  # adverbs that stand before a predicate: by which rule, how, when
    re.compile(each)
    for each in (
        f"(?:按照|依照|根据|依据|参照|遵循|结合|按(?![时期月年]))[^，]{{0,40}}?(?:{_ENDS})(?:等(?:因素|情况|方面|规定|要求)?)?(?![的、和与及或内等情]|以[外下内上])，?",
        f"(?:按照|依照|根据|依据)[^，]{{0,60}}(?:{_ENDS})，",
        "(?:通过|采取|采用|利用|运用)[^，]{2,60}(?:方式|形式|途径|措施|手段|渠道|平台|方法|活动|设施|技术)等?"
        "(?:，|(?=[收提向为对开予加进]))",
        "(?:将|把|对|就|向)[^，]{2,80}，(?=[^，]{4})",
        "(?:在|自|于)[^，、]{2,40}?(?:之前|之后|之日起[^，、]{1,12}?[日月年时]内|[前后时内上下中]|期间)(?:，|(?![的等、和内候间]))",
        "(?:并|也|还|都|均|应|要|依法|依规|及时|立即|切实|认真|严格|积极|主动|分别|按时|自觉|因地制宜|不断|进一步|逐步"
        "|一般|原则上|首先|同时|加以)(?=.{4})",
    )
)
_GOES_ON = re.compile("[的和与、或等]|及(?!时)|以及|规定|所")
_STATE = re.compile(
    "^国家(?:依法)?(?=鼓励|支持|推动|建立|实行|加强|保护|扶持|采取|构建|推进|保障|完善|健全|制定|对.{2,})"
)
_ANYONE = re.compile(
    "(?<=鼓励|支持)(?:公民|企业|个人|社会力量|单位)(?:、[^，]{2,8})*(?:[和与或]|以及|或者)(?:其他)?(?:社会)?(?:组织|个人|力量|单位)"
)
_NAMELY = re.compile("(?P<first>[^，；、]{2,})、[^，；]*(?P<rest>等[^，；、等]*)$")
_ROW = re.compile(
    r"^(?P<first>[^，；、将把对为与向以]+)、(?:[^，；、]{1,6}、)*[^，；、]{1,6}(?:和|与|以及|及|或者|或)[^，；、的]{1,6}$"
)
LEAST_ITEM = 4  # letters before the first 、 of a row that is left to stand for it
_MAKES = (
    "建立健全|建立|健全|构建|制定|设立|设置|完善|编制|配备|公布|提供|保障|采取|开展|实行|推进"
    "|加强|落实|履行"
)
_DESCRIBED = re.compile(
    f"^(?P<verb>(?:{_MAKES})(?:[、和并](?:{_MAKES}))?)(?P<how>[^，；]+的)(?P<what>[^，；的]{{4,}})$"
)
_OWNERS = re.compile(
    "(?:本级|本行政区域内?的?|(?:有关|相关)(?!部门|单位|人员|机关|方面|的))(?=.{2})"
)


def without_brackets(words: str) -> str:
    """Return words without what stands in round brackets."""
    return _BRACKETS.sub("", words)


def bare_predicate(words: str) -> str:
    """Return a predicate without the adverbs before it; it may run on over a comma."""
    before = ""
    while before != words:
        before = words
        for pattern in _BEFORE:
            found = pattern.match(words)
            rest = words[found.end() :] if found else ""
            if len(rest) >= 4 and not _GOES_ON.match(rest):
                words = rest
    return words


def behind_modal(clause: str) -> tuple[str, str, str]:
    """Return subject, modal and predicate of a clause; ("", "", clause) without a modal."""
    found = MODAL.search(clause)
    if not found:
        return "", "", clause
    return clause[: found.start()], found[0], clause[found.end() :]


def row_shortened(words: str) -> str:
    """Return words, of the row at their end the first item only: 甲、乙等材料 -> 甲等材料."""
    found = _NAMELY.search(words)
    if found and len(behind_modal(found["first"])[2]) >= LEAST_ITEM and found["rest"][1:2] != "的":
        return words[: found.start()] + found["first"] + found["rest"]
    found = _ROW.match(words)
    if found and not re.search("或者|和", found["first"]) and not found[0].endswith("等"):
        return words[: found.start()] + found["first"] + "等"
    return words


def description_dropped(words: str) -> str:
    """Return words without what describes the object: 建立覆盖城乡的网络 -> 建立网络."""
    found = _DESCRIBED.match(words)
    return found["verb"] + found["what"] if found else words


def owners_dropped(words: str) -> str:
    """Return words without 本级, 有关 and their like."""
    return _OWNERS.sub("", words)


def state_dropped(words: str) -> str:
    """Return a clause on the state without it and whom it means: 国家鼓励捐赠 -> 鼓励捐赠."""
    return _ANYONE.sub("", _STATE.sub("", words))


def shorter(words: str) -> Iterator[str]:
    """Yield `words`, then ever shorter ones that are still whole."""
    yield words
    for step in (owners_dropped, row_shortened, description_dropped):
        less = step(words)
        if less != words and len(less) >= 4:
            words = less
            yield words
