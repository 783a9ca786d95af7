"""Who must do what: drawn by rule from the edition's own 应当, 要, 必须, 不得 …

    党委（党组）、纪检机关要加强监督，对问题突出的及时约谈。
    -> 党委（党组） | 要 | 加强监督，对问题突出的及时约谈
    -> 纪检机关     | 要 | 加强监督，对问题突出的及时约谈

A clause is read from its modal backwards: the bodies that it begins with, else those of an
earlier clause.  A sentence without a modal goes on with the bodies of the one before it when
the article speaks of nobody else, or when it only adds a case (对…的, 发现…的).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.duties.bodies import first_mention, group, leading_bodies
from generator.model import Duty, Edition

MODALS = re.compile(
    "坚决防止|坚决杜绝|决不允许|决不能|绝不允许|绝不能|严格禁止|严禁|禁止|不允许|不得(?!不|已)|"
    "不准|不应(?!当)|不能(?=“|以|让|把|将|代替|超|违)|必须|应当|应该|务必|"
    "(?<![必无])须(?!知|发)|"
    "(?<![相适反响对顺呼供感])应(?=依|按|予|由|在|将|把|向|及时|自)|"
    "(?<![主重需必只摘纪概首扼简越紧])要(?!求|素|害|点|闻|件|职|务|么|是|案|领|道)"
)
FORBIDS = re.compile("不|禁|决|防止|杜绝")
_CASE = re.compile("(?:对|发现|针对|对于|凡|有|经|因|收到|接到|遇|如|若|除|依照|按照|根据|在)")
_CASE_END = re.compile("(?:的|时|后|前|问题|行为|情形|内|外)$")
_ADVERBS_ONLY = re.compile(
    "(?:之间|均|都|也|还|则|同时|首先|一般|依法|原则上|又|既|一律|一并|共同|自己|，)*"
)
_AFTER_BODY = re.compile("对|向|在|按|依|因|经|从|同|自|收到|接到|发现|认为|有(?!的)|违反|不|根据")
_ADVERB = re.compile("(?:按|依|有计划地|定期|及时|带头|共同|每年|分别)")
_ADDS_A_CASE = re.compile("对|发现|针对")
_POWERS = re.compile("可以|有权")
_FORBIDDEN = re.compile("(?:严格)?(?:禁止|严禁|不准)")
_OTHERS = re.compile(".*?(?:使其|促使他)")
_SANCTION = re.compile("^(?:对|不).*追究.{0,4}责任")
_CUT = re.compile("(?<=，)|(?<=；)|(?<=：)")
_EDGE = "，。；：！？、\n 　"


@dataclass(slots=True)
class _Speaker:
    """Who the article is speaking of while its sentences are read in order."""

    bodies: tuple[str, ...] = ()
    modal: str = ""
    seen: list[tuple[str, ...]] = field(default_factory=list)
    mentioned: str = ""

    def speak(self, bodies: tuple[str, ...]) -> None:
        """Turn to `bodies`."""
        self.bodies = bodies
        if bodies not in self.seen:
            self.seen.append(bodies)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a sentence up to its comma; offsets into the article's text."""

    start: int
    end: int
    text: str
    modal: re.Match[str] | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A duty before it is given to each of its bodies."""

    bodies: tuple[str, ...]
    modal: str
    condition: str
    start: int
    action_start: int
    end: int
    carried: bool = False


def extract_duties(edition: Edition) -> tuple[Duty, ...]:
    """Return the duties of an edition's articles in reading order, one for each body."""
    duties: list[Duty] = []
    for article in edition.articles:
        names = _named(article.text)
        speaker = _Speaker()
        sentences = [each for each in edition.sentences if each.article == article.number]
        found = [
            (sentence.id, each)
            for sentence in sentences
            for each in _read(
                article.text[sentence.start : sentence.end], sentence.start, speaker, names
            )
        ]
        rows = [(sentence, body, each) for sentence, each in found for body in each.bodies]
        for count, (sentence, body, each) in enumerate(rows, 1):
            action = article.text[each.action_start : each.end].rstrip(_EDGE)
            end = each.action_start + len(action)
            duties.append(
                Duty(
                    id=f"{article.id}-d{count}",
                    base=edition.base.id,
                    article=article.number,
                    sentence=sentence,
                    body=body,
                    modal=each.modal,
                    action=action,
                    condition=each.condition.strip(_EDGE),
                    start=each.start,
                    end=end,
                    action_start=each.action_start,
                    action_end=end,
                    carried=each.carried,
                )
            )
    return tuple(duties)


def by_body(duties: Iterable[Duty]) -> tuple[tuple[str, tuple[Duty, ...]], ...]:
    """Return the duties under each body, in the order in which the bodies first appear."""
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(group(duty.body), []).append(duty)
    return tuple((body, tuple(rows)) for body, rows in groups.items())


def _named(text: str) -> list[str]:
    """Return every body that a clause with a modal begins with."""
    clauses = [each for each in re.split("[，。；：\n]", text) if MODALS.search(each)]
    return [body for clause in clauses for body in leading_bodies(clause)[0]]


def _read(sentence: str, offset: int, speaker: _Speaker, names: list[str]) -> Iterator[_Found]:
    """Read one sentence, from one ； to the next."""
    speaker.mentioned = speaker.mentioned or first_mention(sentence)
    if not MODALS.search(sentence):
        if _goes_on(sentence, speaker):
            yield _carry(offset, offset + len(sentence), speaker)
        return
    first = offset
    for segment in re.split("(?<=；)", sentence):
        clauses = _clauses(segment, offset)
        end = offset + len(segment)
        if any(clause.modal for clause in clauses):
            yield from _with_modals(clauses, speaker, names, goes_on=offset > first)
        elif clauses and speaker.bodies and speaker.modal and not _POWERS.search(segment):
            yield _carry(offset, end, speaker)
        offset = end


def _clauses(segment: str, offset: int) -> list[_Clause]:
    clauses = []
    for text in filter(None, _CUT.split(segment)):
        clauses.append(_Clause(offset, offset + len(text), text, MODALS.search(text)))
        offset += len(text)
    return clauses


def _goes_on(sentence: str, speaker: _Speaker) -> bool:
    """Whether a sentence without a modal goes on with what the one before it demanded."""
    if not speaker.bodies or not speaker.modal or _SANCTION.match(sentence):
        return False
    if _POWERS.search(sentence) or leading_bodies(sentence)[0]:
        return False
    return len(speaker.seen) == 1 or bool(_ADDS_A_CASE.match(sentence))


def _carry(start: int, end: int, speaker: _Speaker) -> _Found:
    return _Found(speaker.bodies, speaker.modal, "", start, start, end, carried=True)


def _with_modals(
    clauses: list[_Clause], speaker: _Speaker, names: list[str], *, goes_on: bool
) -> Iterator[_Found]:
    """Read a run of clauses; each modal opens a duty that lasts until the next one opens.

    `goes_on` tells that the run follows a ； and may begin with more of the same demand.
    """
    opened: _Found | None = None
    before: list[_Clause] = []
    if goes_on and speaker.modal and not clauses[0].modal and not _CASE.match(clauses[0].text):
        opened = _carry(clauses[0].start, clauses[0].end, speaker)
    for clause in clauses:
        bodies, after = leading_bodies(clause.text)
        if clause.modal:
            lead = _leading_up(before, first=opened is None)
            start = lead[0].start if lead else clause.start
            if opened:
                yield replace(opened, end=start)
            opened = _open(clause, clause.modal, lead, speaker, names)
            before = []
        elif opened and bodies and _ADVERB.match(clause.text[after:]):
            yield replace(opened, end=clause.start)
            speaker.speak(bodies)
            opened = replace(
                _carry(clause.start, clause.end, speaker), action_start=clause.start + after
            )
            before = []
        else:
            before.append(clause)
    if opened:
        yield replace(opened, end=clauses[-1].end)


def _leading_up(before: list[_Clause], *, first: bool) -> list[_Clause]:
    """Return the clauses that lead up to a modal: 发现…的行为，应当…"""
    if first:
        return before
    lead: list[_Clause] = []
    for clause in reversed(before):
        if not _leads(clause.text):
            break
        lead.insert(0, clause)
    return lead


def _leads(text: str) -> bool:
    """Whether a clause is a case (对…的) or names who is meant (纪委书记发现…)."""
    if _CASE.match(text) and _CASE_END.search(text.rstrip(_EDGE)):
        return True
    bodies, after = leading_bodies(text)
    return bool(bodies) and bool(_AFTER_BODY.match(text[after:]))


def _open(
    clause: _Clause,
    modal: re.Match[str],
    lead: list[_Clause],
    speaker: _Speaker,
    names: list[str],
) -> _Found | None:
    """Return the duty that a modal opens; None where nobody can be named for it."""
    bodies, condition = _subject(clause.text[: modal.start()], lead, speaker, names)
    action = modal.end()
    if modal.start() == 0 and _FORBIDDEN.fullmatch(modal.group()):
        forbidden, length = leading_bodies(clause.text[action:])
        bodies, action = forbidden or bodies, action + length
    whole = "".join(each.text for each in lead) + clause.text
    if not bodies or _SANCTION.match(whole) or _OTHERS.match(clause.text[action:]):
        return None
    speaker.speak(bodies)
    if not FORBIDS.search(modal.group()):
        speaker.modal = modal.group()
    start = lead[0].start if lead else clause.start
    return _Found(bodies, modal.group(), condition, start, clause.start + action, clause.end)


def _subject(
    words: str, lead: list[_Clause], speaker: _Speaker, names: list[str]
) -> tuple[tuple[str, ...], str]:
    """Return who must do it, and the other words before the modal.

    `words` stand in the modal's own clause, `lead` are the clauses before it.
    """
    before = "".join(each.text for each in lead)
    bodies, after = leading_bodies(words)
    rest = words[after:]
    if bodies and _ADVERBS_ONLY.fullmatch(rest):
        return bodies, before
    if bodies and _AFTER_BODY.match(rest):
        return bodies, before + rest
    for clause in lead:
        bodies, after = leading_bodies(clause.text)
        if bodies and clause.text[after:].startswith("被"):
            return (), ""
        if bodies and _AFTER_BODY.match(clause.text[after:]):
            return bodies, before[before.index(clause.text) + after :] + words
    if words and not _ADVERBS_ONLY.fullmatch(words) and not _CASE.match(words):
        return _owner(words, speaker, names), before + words
    return speaker.bodies or _mentioned(speaker), before + words


def _owner(thing: str, speaker: _Speaker, names: list[str]) -> tuple[str, ...]:
    """Return whose thing it is: 巡视巡察报告 is the 巡视巡察组's, else who is spoken of."""
    for name in names:
        if len(name) > 3 and thing.startswith(name[:-1]):
            return (name,)
    return speaker.bodies


def _mentioned(speaker: _Speaker) -> tuple[str, ...]:
    return (speaker.mentioned,) if speaker.mentioned else ()
