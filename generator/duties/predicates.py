"""Duties and rights said without a modal: 由…责令改正, …负责…, 享有…, 有…的义务."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.duties.marks import EDGE
from generator.duties.verbs import ADVERBS_ONLY, DOES
from generator.model import DutyKind

_BY = re.compile(
    "(?<![自缘经因情必])(?<!(?<![经管代助总护受办处审清])理)(?<!(?<![董监理])事)"
    "(?<!(?<![方草预档提议法图备个结专])案)由(?![于此来衷])"
)
_DEFINES = re.compile("是指|所称|系指|包括|是由|为由")
_OBJECT = re.compile("(?:并|同时)?(?:对|将|把|就|按照)")  # 对由政府管理的事项，…
_TASK = re.compile(
    "(?:.*，)?[^，]*(?:(?:在|按照?|根据|依照|依据|依(?!法))[^，]*(?:职责|权限|分工)|领导下)[^，]{0,6}，?$"
)
# The same within a clause: 在各自职责范围内做好…, 按照职责分工指导…
_ITS_TASK = re.compile(
    "(?:在|按照?|根据|依照|依据|依(?!法))[^，的]{0,6}的?(?:职责|分工|权限)(?:分工|范围|权限)*内?"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate in a clause; offsets into the clause.

    `modal_start`..`modal_end` are the words that stand for the modal; what is to be done
    begins at `action`.  With `by` the body follows the modal (由).
    """

    kind: DutyKind
    modal_start: int
    modal_end: int
    by: bool = False


def find_by(clause: str) -> Predicate | None:
    """Return the 由 of a clause that tells who acts; the caller finds who follows it."""
    bare = clause.rstrip(EDGE)
    for found in _BY.finditer(clause):
        after = bare[found.end() :]
        case = bare.endswith(("的", "时", "后", "前", "外")) and clause.endswith("，")
        if _DEFINES.search(clause[: found.start()]) or case or bare.endswith(("的", "除外")):
            return None
        if "的" in after and _OBJECT.match(clause):
            return None
        if len(after) > 2:
            return Predicate("duty", found.start(), found.end(), by=True)
    return None


def is_deed(words: str) -> bool:
    """Whether words behind 由 and a body say what it does: not 组成, not …的场所."""
    bare = words.strip(EDGE)
    verb = DOES.match(bare)
    if verb and bare.startswith("的", verb.end()):
        return False
    return bool(bare) and not re.search(
        "^的|(?:组成|构成|产生|所有)$|^(?!按|依|根据|对|将|把)[^，的]{0,12}(?:通过|公布|发布|颁布|批准)的",
        bare,
    )


# Each: what it makes, and the words of the predicate, `modal` among them; read behind a subject.
_PREDICATES: tuple[tuple[DutyKind, re.Pattern[str]], ...] = (
    (
        "right",
        re.compile("(?:依法|平等|均|都|(?:对|在).{1,24})*(?P<modal>享有(?:[和并、]承担)?)(?!的)."),
    ),
    (
        "duty",
        re.compile(
            "(?:依法|均|都|应)*(?P<modal>承担)(?!的|.{0,12}(?:民事|赔偿|法律|刑事|违约|侵权|连带|行政)责任)(?=.*(?:责任|义务|职责|费用|工作|任务|职能))"
        ),
    ),
    (
        "duty",
        re.compile("(?:依法|分别|均|都)*(?P<modal>履行)(?=下列|以下)"),
    ),
    ("right", re.compile("(?:依法|均|都)*(?P<modal>行使)(?=下列|以下)")),
    ("duty", re.compile("(?P<modal>主管)(?!部门|机关|单位|人员|领导)")),
    (
        "right",
        re.compile(
            "(?:依法|都|均|平等)*(?P<modal>有)(?=.{1,40}的(?:权利|自由)$|下列(?:权利|职权)$)"
        ),
    ),
    (
        "duty",
        re.compile(
            "(?:依法|都|均|平等)*(?P<modal>有)(?=.{1,40}的(?:义务|责任|职责)$|下列(?:义务|职责)$)"
        ),
    ),
    (
        "duty",
        re.compile(
            "(?:依法|应)*(?P<modal>对)(?=.+(?:负责|负.{0,10}责任?|负有.+(?:责任|义务)|承担.+责任)$)"
        ),
    ),
)
_OF = re.compile(
    "的(?:主要|工作|基本)*(?P<modal>(?P<word>职责|义务|职权|权利)(?:是|为|如下|包括)?)："
)
_IN_CHARGE = re.compile(
    "(?P<before>.*?)(?P<modal>负责)(?![人任制的、]|[^，。的]{2,24}的(?:部门|机构|机关|单位|人员))(?=[^，。；：\n])"
)
_DONE_TO = re.compile("对(?=.+(?:实施|进行|开展|加强|履行|予以|给予|承担).)")
_FULFILS = re.compile("(?:依法|分别|均|都)*(?P<modal>履行)(?=[^，]*(?:职责|义务|职能)[。；]?$)")
_HELPS = re.compile("(?:应|积极|依法|共同)*(?P<modal>协助|配合)(?=.*(?:做好|开展|工作|实施|管理))")


def find_heading(rest: str) -> Predicate | None:
    """Return what heads a list behind a body: 管理员的职责是：（一）…；offsets into `rest`."""
    found = _OF.fullmatch(rest.strip())
    if found is None:
        return None
    kind: DutyKind = "duty" if found["word"] in ("职责", "义务") else "right"
    return Predicate(kind, found.start("modal"), found.end("modal"))


def find_predicate(rest: str, lead: str) -> Predicate | None:
    """Return the predicate in what follows a subject; offsets into `rest`.

    `rest` are the words of the clause behind its subject, or the whole clause where the
    subject stands in an earlier one; `lead` is what stands between them then.
    """
    bare = rest.rstrip(EDGE)
    if bare.endswith(("的", "后", "时")) and not rest.endswith("。"):
        return None
    for kind, pattern in _PREDICATES:
        found = pattern.match(bare)
        if found:
            return Predicate(kind, found.start("modal"), found.end("modal"))
    found = _IN_CHARGE.match(bare)
    if found and re.match(
        "$|具体|统一|全面|主要|分别|牵头|组织|依法|各自|共同|综合|按|依|在|根据|会同",
        found["before"],
    ):
        return Predicate("duty", found.start("modal"), found.end("modal"))
    found = _HELPS.match(bare) or _FULFILS.match(rest)
    if found:
        return Predicate("duty", found.start("modal"), found.end("modal"))
    return _by_task(bare, lead)


def _by_task(bare: str, lead: str) -> Predicate | None:
    """Return what a body does by its office: 按照职责分工，开展…; 在各自职责范围内做好…"""
    task = _ITS_TASK.match(bare)
    at = task.end() if task else 0
    if not (task or _TASK.match(lead)):
        return None
    adverbs = ADVERBS_ONLY.match(bare, at)
    at = adverbs.end() if adverbs else at
    found = _DONE_TO.match(bare, at) or DOES.match(bare, at)
    if found and found.end() < len(bare):
        return Predicate("duty", found.start(), found.end())
    return None
