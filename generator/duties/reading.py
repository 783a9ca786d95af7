"""A statement read from its modals: who must, may or must not do what, and in which case.

    党委（党组）、纪检机关要加强监督，对问题突出的及时约谈。
    -> 党委（党组）, 纪检机关 | 要 | 加强监督，对问题突出的及时约谈

A clause is read from its modal backwards: the bodies that it begins with, else those of a
clause that leads up to it (X发现…的，应当…), else those who spoke before in the same statement.
No body is carried beyond its statement; a statement holds the items of its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.duties.bodies import NOBODY, Span, Subject, agent, leading_subject
from generator.duties.clauses import Clause, Statement, segments
from generator.duties.modals import FORBIDS_OTHERS, Modal, find_modal
from generator.duties.predicates import EDGE, find_by, find_predicate, is_deed
from generator.duties.verbs import ADVERBS_ONLY, PERCEIVES
from generator.model import DutyKind

_LINK = re.compile(
    "(?:[（(][一二三四五六七八九十百]+[）)]|[0-9]+[.．、]| |　)*(?:但是?|并且|并(?!购|列)|且|而(?!且)|其中|同时|另外|此外)?"
)
_CASE = re.compile(
    "对(?!外)|发现|针对|凡|有|经(?![营济理])|因|收到|接到|遇|如|若|除|依照|按照|根据|在|自(?!治|然|由)|未|不|逾期|拒|情节|"
    "必要时|特殊情况|确需|需|每|属于|符合|违反|构成|造成|由于|为了|当|从|与|同|以|通过|于"
)
_CASE_END = re.compile(
    "(?:的|时|后|前|问题|行为|情形|内|外|期间|之日起|情况下|过程中|的规定|需要|同意|批准|许可)$"
)
_RULE = re.compile("(?:依照|按照|根据|依据).*(?:规定|要求|标准|约定|程序|职责|分工)$")
_TAKES_OVER = re.compile(
    "(?:予以|给予|配合|协助|负责|按|依|有计划地|定期|及时|带头|共同|每年|分别|也|均)"
)
_QUANTITY = re.compile("(?:少于|超过|低于|高于|多于|大于|小于|晚于|早于|短于|长于)")
_SANCTION = re.compile(
    "(?:并|依法|并依法|从重|由)*(?:从轻|减轻|免除|并?处(?!理|置|于)|加处|责令|吊销|没收|给予(?=.{0,4}(?:警告|处分|处罚|行政|通报|治安|开除|记过|批评))|警告|通报批评|连带追究|追究|撤销|"
    "取缔|暂扣|拘留|强制|准予|受理|不予|颁发|核发|予以(?!配合|协助))"
)
_AUTHORITY = re.compile(
    "(?:机关|部门|机构|政府|院|局|厅|委员会|委|单位|党组|（党组）|海关|人员|银行|办公室|组织|学校)$"
)
_NOT_HIS = re.compile(
    "(?:依法)?(?:承担|追究|赔偿|从其规定|适用|移送|构成)|.{0,8}追究.{0,6}责任|.{0,4}承担.{0,12}责任"
)
_OTHERS = re.compile("[^，]*?(?:促使|使|责令|督促|要求|帮助|对)(?:其|他)(?=[^，]{2})")
_STATE = re.compile("国家|本[省市县区州]|全[省市社国].{0,2}|法律")
_DEFINES = re.compile("[^，]*(?:所称|下列用语)|[^，]*，?(?:是指|系指)")
_LISTS = re.compile("下列|以下|如下")


@dataclass(frozen=True, slots=True)
class Found:
    """A duty before it is given to each of its bodies; offsets into the article's text."""

    kind: DutyKind
    bodies: tuple[Span, ...]
    modal: Span
    condition: Span
    start: int
    action: int
    end: int
    carried: bool = False


@dataclass(slots=True)
class _Speaker:
    """Who the statement is speaking of; `firm` when it opened a run of clauses."""

    bodies: tuple[Span, ...] = ()
    firm: bool = False
    modal: Span | None = None


class StatementReader:
    """Reads the statements of one article; keeps nothing from one to the next."""

    def __init__(self, text: str, known: frozenset[str]) -> None:
        """`text` is the article's, masked; `known` are names that the document defines."""
        self._text = text
        self._known = known

    def read(self, statement: Statement) -> list[Found]:
        """Return what a statement lays down, in reading order."""
        if _DEFINES.match(self._text[statement.start : statement.head]):
            return []
        speaker = _Speaker()
        found = self._stretch(statement.start, statement.head, speaker)
        if not statement.items:
            return found
        if found and not self._text[found[-1].end : statement.head].strip(EDGE):
            last = found[-1]
            if not self._items_speak(statement):
                lead = self._text[statement.start : last.action]
                if _LISTS.search(self._text[last.action : last.end]) or not _LISTS.search(lead):
                    found[-1] = replace(last, end=statement.end)
                return found
        elif found:
            return found
        if not speaker.bodies:
            head = self._subject(
                Clause(
                    statement.start, statement.head, self._text[statement.start : statement.head]
                )
            )
            speaker.bodies, speaker.firm = head.bodies, True
        for start, end in statement.items:
            found += self._stretch(start, end, speaker)
        return found

    def _items_speak(self, statement: Statement) -> bool:
        """Whether most items of a list lay down something for a body of their own."""
        own = 0
        for start, end in statement.items:
            speaker = _Speaker()
            own += any(each.bodies for each in self._stretch(start, end, speaker))
        return own * 2 > len(statement.items)

    def _stretch(self, start: int, end: int, speaker: _Speaker) -> list[Found]:
        found: list[Found] = []
        for number, clauses in enumerate(segments(self._text, start, end)):
            found += self._segment(clauses, speaker, later=number > 0)
        return [each for each in found if self._text[each.action : each.end].strip(EDGE)]

    def _segment(self, clauses: list[Clause], speaker: _Speaker, *, later: bool) -> Iterator[Found]:
        """Read a run of clauses; what one opens lasts until the next one opens."""
        opened: Found | None = None
        before: list[Clause] = []
        if later and speaker.modal:
            opened = self._carry_on(clauses, speaker)
            if opened:
                clauses = [each for each in clauses if each.start >= opened.end]
        for clause in clauses:
            lead = _leading_up(before, self) if opened else before
            new = self._open(clause, lead, speaker, opened)
            if new:
                if opened:
                    yield replace(opened, end=new.start)
                opened, before = new, []
            else:
                before.append(clause)
        if opened:
            yield replace(opened, end=clauses[-1].end if clauses else opened.end)

    def _carry_on(self, clauses: list[Clause], speaker: _Speaker) -> Found | None:
        """Return the duty that goes on behind a ；, up to the clause that it begins with."""
        lead: list[Clause] = []
        for clause in clauses:
            if self._open(clause, lead, replace(speaker), None):
                return None
            if not clause.text.rstrip(EDGE).endswith(("的", "时", "后")):
                break
            lead.append(clause)
        else:
            return None
        subject = self._subject(clauses[0])
        start = clauses[0].start
        if subject.bodies and not lead:
            rest = clauses[0].text[subject.end - start :]
            if not subject.relative and _TAKES_OVER.match(rest):
                speaker.bodies, speaker.firm = subject.bodies, True
                return self._carried(speaker, Span(start, start), start, subject.end, clause.end)
            return None
        if _NOT_HIS.match(clause.text) or not speaker.bodies:
            return None
        if lead and subject.bodies and not _SANCTION.match(clause.text):
            speaker.bodies = subject.bodies
        return self._carried(speaker, Span(start, clause.start), start, clause.start, clause.end)

    def _carried(
        self, speaker: _Speaker, condition: Span, start: int, action: int, end: int
    ) -> Found | None:
        if speaker.modal is None:
            return None
        return Found(
            "duty", speaker.bodies, speaker.modal, condition, start, action, end, carried=True
        )

    def _open(
        self, clause: Clause, lead: list[Clause], speaker: _Speaker, opened: Found | None
    ) -> Found | None:
        """Return what a clause opens; None where it lays down nothing of its own."""
        modal = find_modal(clause.text, going_on=opened is not None)
        if modal:
            return self._with_modal(clause, modal, lead, speaker, opened)
        return self._without_modal(clause, lead, speaker, opened)

    def _with_modal(
        self,
        clause: Clause,
        modal: Modal,
        lead: list[Clause],
        speaker: _Speaker,
        opened: Found | None,
    ) -> Found | None:
        start = lead[0].start if lead else clause.start
        words = Span(clause.start + modal.start, clause.start + modal.end)
        action = words.end
        after = clause.text[modal.end :]
        subject, condition = self._who(clause, modal, lead, speaker)
        if opened and _QUANTITY.match(after) and not subject:
            return None
        behind = NOBODY
        if after.startswith("由"):
            behind = agent(after[1:], self._known, action + 1)
        elif FORBIDS_OTHERS.fullmatch(clause.text[modal.start : modal.end]):
            behind = leading_subject(after, self._known, action)
            if behind.relative or behind.passive:
                behind = NOBODY
            if _STATE.match(clause.text[: modal.start]) or (
                subject
                and subject[0].start < clause.start
                and lead
                and lead[-1].text.endswith("的，")
            ):
                subject = ()
        if behind.bodies:
            subject, action = behind.bodies, behind.end
            condition = Span(start, words.start)
        if after.startswith("由") and behind.bodies and speaker.bodies:
            speaker = replace(speaker)
        firm = opened is None or (speaker.firm and subject == speaker.bodies)
        found = Found(modal.kind, subject, words, condition, start, action, clause.end)
        self._speak(speaker, found, firm=firm)
        return found

    def _speak(self, speaker: _Speaker, found: Found, *, firm: bool) -> None:
        """Turn to the bodies of `found`, and keep its modal if it is a duty."""
        if found.bodies:
            speaker.bodies, speaker.firm = found.bodies, firm
        if found.kind == "duty":
            speaker.modal = found.modal

    def _who(
        self, clause: Clause, modal: Modal, lead: list[Clause], speaker: _Speaker
    ) -> tuple[tuple[Span, ...], Span]:
        """Return who stands before a modal, and the span of the case that stands there too."""
        at = clause.start + modal.start
        before = clause.text[: modal.start]
        own = self._subject(replace(clause, end=at, text=before))
        start = lead[0].start if lead else clause.start
        if own.bodies and not own.relative:
            if lead:
                return own.bodies, Span(start, lead[-1].end)
            rest = before[own.end - clause.start :]
            return own.bodies, Span(own.end, own.end if ADVERBS_ONLY.fullmatch(rest) else at)
        bare = before[_LINK.match(before).end() :] if _LINK.match(before) else before  # type: ignore[union-attr]
        plain = bool(ADVERBS_ONLY.fullmatch(bare))
        case = Span(start, at if not plain else (lead[-1].end if lead else start))
        if own.relative or not (plain or _CASE.match(bare) or _CASE_END.search(bare)):
            return (), Span(start, at)
        action = clause.text[modal.end :]
        for each in reversed(lead):
            found = self._subject(each)
            if not found.bodies or found.relative:
                if found.relative and not found.bodies:
                    return (), case
                continue
            if self._acts(found, each, action):
                return found.bodies, Span(
                    found.end, case.end if case.end > found.end else found.end
                )
            return self._spoken(speaker, action, cases=True), case
        return self._spoken(speaker, action, cases=bool(lead) or not plain), case

    def _acts(self, found: Subject, clause: Clause, action: str) -> bool:
        """Whether the bodies of a clause that leads up to a modal are who must act."""
        rest = clause.text[found.end - clause.start :]
        if _OTHERS.match(action):
            return False
        if not rest.rstrip(EDGE).endswith("的") or not _SANCTION.match(action):
            return True
        names = self._text[found.bodies[-1].start : found.bodies[-1].end]
        return bool(_AUTHORITY.search(names)) and bool(PERCEIVES.match(rest)) and "违反" not in rest

    def _spoken(self, speaker: _Speaker, action: str, *, cases: bool) -> tuple[Span, ...]:
        """Return who is spoken of already, if the words that follow can be theirs."""
        if not speaker.bodies or (cases and not speaker.firm):
            return ()
        last = self._text[speaker.bodies[-1].start : speaker.bodies[-1].end]
        if _SANCTION.match(action) and not _AUTHORITY.search(last):
            return ()
        return speaker.bodies

    def _without_modal(
        self, clause: Clause, lead: list[Clause], speaker: _Speaker, opened: Found | None
    ) -> Found | None:
        """Return what a clause lays down by 由, by a predicate or for a body of its own."""
        start = lead[0].start if lead else clause.start
        by = find_by(clause.text)
        if by:
            who = agent(clause.text[by.modal_end :], self._known, clause.start + by.modal_end)
            deed = clause.text[who.end - clause.start :]
            if who.bodies and (is_deed(deed) or deed == "，"):
                words = Span(clause.start + by.modal_start, clause.start + by.modal_end)
                action = who.end + (deed == "，")
                case = Span(start, words.start)
                found = Found(by.kind, who.bodies, words, case, start, action, clause.end)
                self._speak(speaker, found, firm=True)
                return found
        subject = self._subject(clause)
        at, case = subject.end, Span(start, lead[-1].end if lead else start)
        if not subject.bodies and opened is None and lead:
            subject = next(
                (one for each in reversed(lead) if (one := self._subject(each)).bodies), NOBODY
            )
            at, case = clause.start, Span(subject.end, lead[-1].end)
        if not subject.bodies or subject.relative:
            return None
        rest = clause.text[at - clause.start :]
        between = self._text[subject.end : clause.start] if at == clause.start else ""
        told = find_predicate(rest, between)
        if told:
            words = Span(at + told.modal_start, at + told.modal_end)
            found = Found(told.kind, subject.bodies, words, case, start, words.end, clause.end)
            self._speak(speaker, found, firm=opened is None)
            return found
        if opened and opened.kind == "duty" and _TAKES_OVER.match(rest) and at == subject.end:
            speaker.bodies, speaker.firm = subject.bodies, False
            return self._carried(speaker, case, start, subject.end, clause.end)
        return None

    def _subject(self, clause: Clause) -> Subject:
        link = _LINK.match(clause.text)
        skipped = link.end() if link else 0
        return leading_subject(
            clause.text[skipped:].rstrip(EDGE), self._known, clause.start + skipped
        )

    def leads(self, clause: Clause) -> bool:
        """Whether a clause is a case (对…的), or names who is meant and in which case."""
        bare = clause.text.rstrip(EDGE)
        if bare.endswith("的") or (_CASE.match(bare) and _CASE_END.search(bare)):
            return True
        if _RULE.fullmatch(bare) or re.search("(?:时|后|之日起|情况下|期间)$", bare):
            return True
        return bool(self._subject(clause).bodies)


def _leading_up(before: list[Clause], reader: StatementReader) -> list[Clause]:
    """Return the clauses that lead up to a modal: 发现…的行为，应当…"""
    lead: list[Clause] = []
    for clause in reversed(before):
        if not reader.leads(clause):
            break
        lead.insert(0, clause)
    return lead
