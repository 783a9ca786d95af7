"""Who a clause speaks of: before its modal, in the clauses that lead up to it, or already."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.duties.bodies import NOBODY, Span, Subject, leading_subject
from generator.duties.clauses import Clause
from generator.duties.marks import EDGE, ITEM_LABEL, POINT_LABEL
from generator.duties.modals import Modal
from generator.duties.verbs import ADVERBS_ONLY, PERCEIVES

_LINK = re.compile(
    f"(?:{ITEM_LABEL}|{POINT_LABEL}|[0-9]+[.．、]| |　)*"
    "(?:但是?|并且|并(?!购|列)|且|而(?!且)|以及|或者|其中|同时|另外|此外)?"
)
_SETS_UP = re.compile(
    "[^，]{2,24}?(?:下设|内设|设立|设置|设有|(?<!建)设(?![、施备计置立有])|成立|组建)(?P<new>[^，的]{3,20})"
)
# What a clause begins and ends with that tells a case.
_CASE = re.compile(
    "对(?!外)|发现|针对|凡|有|经(?![营济理])|因|收到|接到|遇|如|若|除|依照|按照|根据|在|自(?!治|然|由)|未|不|逾期|拒|情节|"
    "必要时|特殊情况|确需|需|每|属于|符合|违反|构成|造成|由于|为了|当|从|与|同|以|通过|于"
)
_CASE_END = re.compile(
    "(?:的|时|后|前|问题|行为|情形|内|外|期间|之日起|情况下|过程中|的规定|需要|同意|批准|许可)$"
)
_RULE = re.compile("(?:依照|按照|根据|依据).*(?:规定|要求|标准|约定|程序|职责|分工)$")
_TOWARDS = re.compile("对(?!外).*(?:活动|事项|案件|项目|申请|人员|单位|企业|个人)$")
_TIME = re.compile("(?:时|后|之日起|情况下|期间)$")
# What only an authority does: it is not done by who broke a rule or asked for something.
_SANCTION = re.compile(
    "(?:并|依法|并依法|从重|由)*(?:从轻|减轻|免除|并?处(?!理|置|于)|加处|责令|吊销|没收|给予(?=.{0,4}(?:警告|处分|处罚|行政|通报|治安|开除|记过|批评))|警告|通报批评|连带追究|追究|撤销|"
    "予支持|取缔|暂扣|拘留|强制|准予|受理|不予|颁发|核发|予以(?!配合|协助|劝阻|制止|支持|答复|公[布开示]|保密|更换|退还|赔偿|补偿|改正|纠正|修复|记录))"
)
_AUTHORITY = re.compile(
    "(?:机关|部门|机构|政府|院|局|厅|委员会|委|单位|党组|（党组）|海关|人员|银行|办公室|组织|学校)$"
)
# What is done to the one spoken of, so not by him.
_OTHERS = re.compile("[^，]*?(?:促使|使|责令|督促|要求|帮助|对)(?:其|他)(?=[^，]{2})")


@dataclass(slots=True)
class Speaker:
    """Who a statement is speaking of; `firm` when they opened a run of clauses."""

    bodies: tuple[Span, ...] = ()
    firm: bool = False
    modal: Span | None = None


@dataclass(frozen=True, slots=True)
class Voices:
    """Finds who is spoken of in an article; `text` is masked, `known` its defined names."""

    text: str
    known: frozenset[str]

    def subject(self, clause: Clause) -> Subject:
        """Return the bodies that a clause begins with, labels and 但, 并且 left out."""
        skipped = _linked(clause.text)
        words = clause.text[skipped:].rstrip(EDGE)
        ended = clause.text.endswith("，")
        return leading_subject(words, self.known, clause.start + skipped, ended=ended)

    def in_charge(self, lead: list[Clause]) -> Subject:
        """Return who is in charge of what the clause behind `lead` tells: X…，负责…

        市政府设立委员会，负责…: the committee is, not the government.
        """
        for clause in reversed(lead):
            for found in (self._set_up(clause), self.subject(clause)):
                if found.bodies:
                    return found
        return NOBODY

    def _set_up(self, clause: Clause) -> Subject:
        found = _SETS_UP.match(clause.text.rstrip(EDGE))
        if found is None:
            return NOBODY
        new = leading_subject(found["new"], self.known, clause.start + found.start("new"))
        return new if new.end == clause.start + found.end() else NOBODY

    def before_modal(
        self, clause: Clause, modal: Modal, lead: list[Clause], speaker: Speaker
    ) -> tuple[tuple[Span, ...], Span]:
        """Return who stands before a modal, and the span of the case that stands there too.

        `lead` are the clauses that lead up to this one.  No body is returned where a thing
        is the subject (标签应当…) or where nothing says who is meant.
        """
        at = clause.start + modal.start
        words = clause.text[: modal.start]
        start = lead[0].start if lead else clause.start
        own = self.subject(replace(clause, end=at, text=words))
        if own.bodies and not own.relative:
            if lead:
                return own.bodies, Span(start, lead[-1].end)
            bare = ADVERBS_ONLY.fullmatch(words[own.end - clause.start :])
            return own.bodies, Span(own.end, own.end if bare else at)
        words = words[_linked(words) :]
        plain = ADVERBS_ONLY.fullmatch(words) is not None
        if own.relative or not (plain or _CASE.match(words) or _CASE_END.search(words)):
            return (), Span(start, at)
        case = Span(start, at)
        if plain:
            case = Span(start, lead[-1].end if lead else start)
        return self._before_clause(clause.text[modal.end :], lead, case, speaker, plain=plain)

    def _before_clause(
        self, action: str, lead: list[Clause], case: Span, speaker: Speaker, *, plain: bool
    ) -> tuple[tuple[Span, ...], Span]:
        """Return who acts where the clause of the modal does not say: X发现…的，应当…"""
        for clause in reversed(lead):
            found = self.subject(clause)
            if found.bodies and not found.relative:
                if self._acts(found, clause, action):
                    return found.bodies, Span(found.end, max(case.end, found.end))
                return self._already(speaker, action, cases=True), case
        return self._already(speaker, action, cases=bool(lead) or not plain), case

    def _acts(self, found: Subject, clause: Clause, action: str) -> bool:
        """Whether the bodies of a clause that leads up to a modal are who must act."""
        rest = clause.text[found.end - clause.start :]
        if _OTHERS.match(action):
            return False
        if not is_sanction(action) or not rest.rstrip(EDGE).endswith("的"):
            return True
        perceives = PERCEIVES.match(rest) and "违反" not in rest
        return bool(perceives) and self._is_authority(found.bodies)

    def _already(self, speaker: Speaker, action: str, *, cases: bool) -> tuple[Span, ...]:
        """Return who is spoken of already, if the words that follow can be theirs."""
        if not speaker.bodies or (cases and not speaker.firm):
            return ()
        if is_sanction(action) and not self._is_authority(speaker.bodies):
            return ()
        return speaker.bodies

    def _is_authority(self, bodies: tuple[Span, ...]) -> bool:
        return bool(_AUTHORITY.search(self.text[bodies[-1].start : bodies[-1].end]))

    def leading_up(self, before: list[Clause]) -> list[Clause]:
        """Return the clauses at the end of `before` that lead up to a modal: 发现…的，应当…"""
        lead: list[Clause] = []
        for clause in reversed(before):
            if not self._leads(clause):
                break
            lead.insert(0, clause)
        return lead

    def _leads(self, clause: Clause) -> bool:
        """Whether a clause is a case (对…的), or names who is meant and in which case."""
        bare = clause.text.rstrip(EDGE)
        if bare.startswith(("但", "除")) or bare.endswith(("的", "外")) or _RULE.fullmatch(bare):
            return True
        if (
            _TIME.search(bare)
            or _TOWARDS.match(bare)
            or (_CASE.match(bare) and _CASE_END.search(bare))
        ):
            return True
        return bool(self.subject(clause).bodies)


def is_sanction(action: str) -> bool:
    """Whether the words are what an authority does to somebody: 责令…, 处…, 准予…"""
    return bool(_SANCTION.match(action))


def _linked(words: str) -> int:
    """Return the length of the label and the link that a clause begins with: （一）但是"""
    found = _LINK.match(words)
    return found.end() if found else 0
