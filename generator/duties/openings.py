"""What a clause opens: by a modal, by 由, by a predicate, or for a body of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.duties.bodies import NOBODY, Span, Subject, agent, leading_subject
from generator.duties.clauses import Clause
from generator.duties.modals import FORBIDS_OTHERS, Modal, find_modal
from generator.duties.predicates import find_by, find_heading, find_predicate, is_deed
from generator.duties.speakers import Speaker, Voices
from generator.model import DutyKind

_QUANTITY = re.compile("(?:少于|超过|低于|高于|多于|大于|小于|晚于|早于|短于|长于)")
_STATE = re.compile("国家|本[省市县区州]|全[省市社国].{0,2}|法律")
_ALSO_HAS = re.compile("并(?:且|同时)?(?:依法)?(?=享有)")
_TAKES_OVER = re.compile(
    "(?:予以|给予|配合|协助|负责|按|依|在.{0,6}职责范围内|根据.{0,4}职责|有计划地|定期|及时|带头|共同|每年|分别|也|均)"
)


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


@dataclass(frozen=True, slots=True)
class Place:
    """A clause where it stands: who speaks, what leads up to it, what is open already."""

    clause: Clause
    lead: list[Clause]
    speaker: Speaker
    opened: Found | None

    @property
    def start(self) -> int:
        """Where what the clause opens begins, the clauses that lead up to it included."""
        return self.lead[0].start if self.lead else self.clause.start

    def after(self, position: int) -> str:
        """Return the words of the clause from a position in the article on."""
        return self.clause.text[position - self.clause.start :]


def open_clause(voices: Voices, place: Place) -> Found | None:
    """Return what a clause opens, and turn the speaker to its bodies.

    None where it lays down nothing of its own.
    """
    modal = find_modal(place.clause.text, going_on=place.opened is not None)
    if modal:
        return _with_modal(voices, place, modal)
    return _by_agent(voices, place) or _by_predicate(voices, place)


def taken_over(subject: Subject, rest: str) -> bool:
    """Whether a body without a modal takes over what is demanded: …，有关部门予以配合"""
    return bool(subject.bodies) and not subject.relative and bool(_TAKES_OVER.match(rest))


def carried(speaker: Speaker, condition: Span, start: int, action: int, end: int) -> Found | None:
    """Return more of the duty that the speaker's modal laid down; None without one."""
    if speaker.modal is None:
        return None
    modal, bodies = speaker.modal, speaker.bodies
    return Found("duty", bodies, modal, condition, start, action, end, carried=True)


def _with_modal(voices: Voices, place: Place, modal: Modal) -> Found | None:
    clause, speaker = place.clause, place.speaker
    words = Span(clause.start + modal.start, clause.start + modal.end)
    after = place.after(words.end)
    bodies, condition = voices.before_modal(clause, modal, place.lead, speaker)
    if place.opened and not bodies and _QUANTITY.match(after):
        return None  # 保存期限不得少于…: part of what is demanded already
    firm = place.opened is None or (speaker.firm and bodies == speaker.bodies)
    behind = NOBODY
    if after.startswith("由"):
        behind = agent(after[1:], voices.known, words.end + 1)
        speaker = replace(speaker) if behind.bodies and speaker.bodies else speaker
    elif FORBIDS_OTHERS.fullmatch(clause.text[modal.start : modal.end]):
        behind = leading_subject(after, voices.known, words.end)
        if behind.relative or behind.passive:
            behind = NOBODY
        bodies = () if _forbids_all(place, modal, bodies) else bodies
    action = words.end
    if behind.bodies:
        bodies, action, condition = behind.bodies, behind.end, Span(place.start, words.start)
    found = Found(modal.kind, bodies, words, condition, place.start, action, clause.end)
    _speak(speaker, found, firm=firm)
    return found


def _forbids_all(place: Place, modal: Modal, bodies: tuple[Span, ...]) -> bool:
    """Whether a 禁止 is laid on nobody named: 国家禁止…, or behind who broke a rule (…的，)."""
    if _STATE.match(place.clause.text[: modal.start]):
        return True
    earlier = bool(bodies) and bodies[0].start < place.clause.start
    return earlier and bool(place.lead) and place.lead[-1].text.endswith("的，")


def _by_agent(voices: Voices, place: Place) -> Found | None:
    """Return what 由 lays on the body behind it: 由市水务局责令改正"""
    clause = place.clause
    by = find_by(clause.text)
    if by is None:
        return None
    words = Span(clause.start + by.modal_start, clause.start + by.modal_end)
    who = agent(place.after(words.end), voices.known, words.end)
    deed = place.after(who.end)
    if not who.bodies or not (is_deed(deed) or deed == "，"):
        return None
    action = who.end + len("，") if deed == "，" else who.end
    case = Span(place.start, words.start)
    found = Found(by.kind, who.bodies, words, case, place.start, action, clause.end)
    _speak(place.speaker, found, firm=True)
    return found


def _by_predicate(voices: Voices, place: Place) -> Found | None:
    """Return what a body's own predicate lays down (…负责…), or what it takes over."""
    clause, lead = place.clause, place.lead
    subject = voices.subject(clause)
    at, between = subject.end, ""
    case = Span(place.start, lead[-1].end if lead else place.start)
    if not subject.bodies and place.opened is None and lead:
        subject = voices.in_charge(lead)
        at, between = clause.start, voices.text[subject.end : clause.start]
        case = Span(subject.end, lead[-1].end)
    also = _ALSO_HAS.match(clause.text)
    if also and not subject.bodies and place.opened:  # …，并享有下列权利
        subject, at = Subject(place.opened.bodies, at), clause.start + also.end()
    if not subject.bodies or subject.relative:
        return None
    rest = place.after(at)
    told = find_predicate(rest, between) or find_heading(rest)
    if told:
        words = Span(at + told.modal_start, at + told.modal_end)
        new = Found(told.kind, subject.bodies, words, case, place.start, words.end, clause.end)
        _speak(place.speaker, new, firm=place.opened is None)
        return new
    if place.opened and place.opened.kind == "duty" and taken_over(subject, rest):
        place.speaker.bodies, place.speaker.firm = subject.bodies, False
        return carried(place.speaker, case, place.start, subject.end, clause.end)
    return None


def _speak(speaker: Speaker, found: Found, *, firm: bool) -> None:
    """Turn to the bodies of `found`, and keep its modal if it is a duty."""
    if found.bodies:
        speaker.bodies, speaker.firm = found.bodies, firm
    if found.kind == "duty":
        speaker.modal = found.modal
