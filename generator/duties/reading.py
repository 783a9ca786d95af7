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
from dataclasses import replace

from generator.duties.bodies import Span
from generator.duties.clauses import Clause, Statement, segments
from generator.duties.marks import EDGE
from generator.duties.modals import find_modal
from generator.duties.openings import Found, Place, carried, open_clause, taken_over
from generator.duties.speakers import Speaker, Voices, is_sanction
from generator.duties.verbs import DOES

_NOT_HIS = re.compile(
    "所得|剩余|[^，]{0,10}(?:用于|列入|计入|归.{1,6}所有)|"
    "(?:依法)?(?:承担|追究|赔偿|从其规定|适用|移送|构成)|.{0,8}追究.{0,6}责任|.{0,4}承担.{0,12}责任"
)
_GRAVE = re.compile("(?:情节|后果|数额|影响|危害|行为).{0,4}(?:严重|较重|较轻|轻微|恶劣|巨大)")
_EXAMINED = re.compile("经[^，]{0,8}(?:审查|审核|检查|检验|核实|调查|评审|批准|同意)")
_DEFINES = re.compile("[^，]*(?:所称|下列用语)|[^，]*，?(?:是指|系指)")
_CASES = re.compile("(?:下列|以下).{0,6}(?:情形|行为|情况)")
_LISTS = re.compile("下列|如下|(?<![元年日月倍级人个件次度米吨岁层])以下")


def read_statement(statement: Statement, voices: Voices) -> list[Found]:
    """Return what a statement lays down, in reading order, its list included."""
    text = voices.text
    if _DEFINES.match(text[statement.start : statement.head]):
        return []
    speaker = Speaker()
    found = _stretch(voices, statement.start, statement.head, speaker)
    if not statement.items:
        return found
    reaches_list = bool(found) and not text[found[-1].end : statement.head].strip(EDGE)
    if found and not reaches_list:
        return found
    if not found and _CASES.search(text[statement.start : statement.head]):
        return []
    if found and not _items_speak(voices, statement):
        found[-1] = _with_list(text, statement, found[-1])
        return found
    if not speaker.bodies:
        head = Clause(statement.start, statement.head, text[statement.start : statement.head])
        speaker.bodies, speaker.firm = voices.subject(head).bodies, True
    for start, end in statement.items:
        found += _stretch(voices, start, end, speaker)
    return found


def _with_list(text: str, statement: Statement, last: Found) -> Found:
    """Return a duty with the items of the list, unless they are the cases it holds in."""
    lead = text[statement.start : last.action]
    if _LISTS.search(lead) and not _LISTS.search(text[last.action : last.end]):
        return last
    return replace(last, end=statement.end)


def _items_speak(voices: Voices, statement: Statement) -> bool:
    """Whether most items of a list lay down something for a body of their own."""
    own = [
        any(each.bodies for each in _stretch(voices, start, end, Speaker()))
        for start, end in statement.items
    ]
    return sum(own) * 2 > len(own)


def _stretch(voices: Voices, start: int, end: int, speaker: Speaker) -> list[Found]:
    found: list[Found] = []
    for number, clauses in enumerate(segments(voices.text, start, end)):
        new = list(_segment(voices, clauses, speaker, later=number > 0))
        if not new and not speaker.bodies:
            _listen(voices, clauses[0], speaker)
        found += new
    return found


def _listen(voices: Voices, clause: Clause, speaker: Speaker) -> None:
    """Turn to the body of a clause that lays down nothing itself: …；不得再委托"""
    subject = voices.subject(clause)
    case = clause.text.rstrip(EDGE).endswith("的")
    if subject.bodies and not (subject.relative or subject.passive or case):
        speaker.bodies, speaker.firm = subject.bodies, True


def _segment(
    voices: Voices, clauses: list[Clause], speaker: Speaker, *, later: bool
) -> Iterator[Found]:
    """Read a run of clauses; what one opens lasts until the next one opens.

    `later` tells that the run follows a ； and may begin with more of the same demand.
    """
    opened = _carried_on(voices, clauses, speaker) if later and speaker.modal else None
    if opened:
        clauses = [each for each in clauses if each.start >= opened.end]
    before: list[Clause] = []
    for clause in clauses:
        lead = voices.leading_up(before) if opened else before
        new = open_clause(voices, Place(clause, lead, speaker, opened))
        if new is None:
            before.append(clause)
            continue
        if opened:
            yield replace(opened, end=new.start)
        opened, before = new, []
    if opened:
        yield replace(opened, end=clauses[-1].end if clauses else opened.end)


def _is_case_of_next(clause: Clause, clauses: list[Clause]) -> bool:
    """Whether the next clause begins with a modal for which this one is the case.

    决定其他事项，应当经业主同意; but 管好自己的亲友，不得… are two demands.
    """
    after = [each for each in clauses if each.start >= clause.end]
    modal = find_modal(after[0].text, going_on=False) if after else None
    return modal is not None and modal.start == 0 and modal.kind != "prohibition"


def _is_topic(clause: str) -> bool:
    """Whether a clause names only what is spoken of (对边远的村庄，) and does nothing to it."""
    return clause.startswith("对") and not DOES.search(re.split("的|对", clause)[-1])


def _carried_on(voices: Voices, clauses: list[Clause], speaker: Speaker) -> Found | None:
    """Return the duty that goes on behind a ；, up to the end of its first clause."""
    lead: list[Clause] = []
    for clause in clauses:
        if open_clause(voices, Place(clause, lead, replace(speaker), None)):
            return None
        bare = clause.text.rstrip(EDGE)
        case = _GRAVE.fullmatch(bare) or _EXAMINED.fullmatch(bare) or _is_topic(bare)
        if not (case or bare.endswith(("的", "时", "后"))):
            break
        lead.append(clause)
    else:
        return None
    if _is_case_of_next(clause, clauses):
        return None
    start = clauses[0].start
    subject = voices.subject(clauses[0])
    if subject.bodies and not lead:
        if not taken_over(subject, clause.text[subject.end - start :]):
            return None
        speaker.bodies, speaker.firm = subject.bodies, True
        return carried(speaker, Span(start, start), start, subject.end, clause.end)
    by_case = bool(lead) and lead[-1].text.rstrip(EDGE).endswith("的")
    if _NOT_HIS.match(clause.text) or not _demands(clause, clauses, speaker, by_case=by_case):
        return None
    if subject.bodies and not is_sanction(clause.text):
        speaker.bodies = subject.bodies
    return carried(speaker, Span(start, clause.start), start, clause.start, clause.end)


def _demands(clause: Clause, clauses: list[Clause], speaker: Speaker, *, by_case: bool) -> bool:
    """Whether a clause behind a ； demands something; `by_case`, that a case leads up to it.

    What nobody named does to others is no demand, nor is what tells somebody else's case:
    费用已经支付，业主要求返还的，…
    """
    if by_case:
        return bool(speaker.bodies) or not is_sanction(clause.text)
    return bool(speaker.bodies) and not any(each.text.endswith("的，") for each in clauses)
