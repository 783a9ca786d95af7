"""Who must do it, what must they do, and the two to be matched.

No option that is wrong may also be right: not by another duty of the same body or of one that
may be the same or hold it (`kin`), and not by a deed that comes to the same (`alike`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from generator.model import Duty, Edition
from generator.quiz.candidates import Act, words_of
from generator.quiz.choices import OTHERS, choice
from generator.quiz.kinship import alike, gives_away, kin, says_enough, telling_pairs, usual_pairs
from generator.quiz.passages import ITEM, Passage, Passages
from generator.quiz.questions import (
    Choice,
    Gap,
    Matching,
    Pair,
    Words,
    question_id,
    rank,
)

LEAST_DEED, MOST_DEED = 6, 64  # letters of a deed that can be asked for by itself
MOST_STEM = 40  # letters of 某机关应当
LEAST_PAIRS, MOST_PAIRS = 3, 5
MOST_MATCHED = 40  # letters of a deed that stands in a matching
LEAST_CUT = 10
LEADS = re.compile("按照|根据|依照|通过|对|在|为|将|以|从|因|会同|本着|围绕")
MATCHINGS = 3  # of one division, and of what is left over
MODALS = frozenset(
    {"应当", "必须", "要", "应", "须", "务必", "可以", "有权", "可"}
    | {"不得", "不准", "严禁", "禁止", "不能"}
)
OFTEN = 2  # duties of a body that is offered before others
# What anybody should do is no wrong answer.
FOR_ALL = re.compile(
    "坚持|加强|重视|做好|抓好|落实|完善|遵守|自觉|认真|切实|忠于|依法|严格|具[有备]|有|充分|全面|及时|积极|带头|按照国家|在各自"
)
LEAST_SHARED = 2  # pairs of letters of two deeds that may be alike
TRIED = 400  # acts that are looked through for one option: the cost stays linear


class Doings:
    """What bodies do by an edition: asked of again and again while options are looked for."""

    def __init__(self, edition: Edition, duties: Iterable[Duty]) -> None:
        """Arrange the duties of an edition by body."""
        self.usual = usual_pairs(each.text for each in edition.articles)
        own = [each for each in duties if each.base == edition.base.id]
        self._done = tuple(dict.fromkeys((each.body, each.action) for each in own))
        self._with: dict[str, list[int]] = defaultdict(list)  # pair of letters -> of which deeds
        for at, (_, deed) in enumerate(self._done):
            for pair in telling_pairs(deed, self.usual):
                self._with[pair].append(at)

    def may_do(self, body: str, deed: str) -> bool:
        """Tell whether a body, one that may be the same or hold it, or nobody named does `deed`."""
        pairs = telling_pairs(deed, self.usual)
        shared = Counter(at for pair in pairs for at in self._with.get(pair, ()))
        return any(
            (not owner or kin(body, owner)) and alike(deed, done, self.usual)
            for at, count in shared.items()
            if count >= LEAST_SHARED
            for owner, done in (self._done[at],)
        )


def body_questions(
    edition: Edition, done: Sequence[Act], doings: Doings, found: dict[int, Passages]
) -> Iterator[Gap | Choice]:
    """Yield for each act a gap at its body, and a choice of bodies where there are enough."""
    first: dict[str, Act] = {}
    times = Counter(each.body.text for each in done)
    for each in done:
        first.setdefault(each.body.text, each)
    for act in done:
        passages = found[act.body.article]
        text = passages.article.text
        passage = passages.around(act.body.start, act.body.end)
        if passage is None or not _inside(act, passage) or len(act.deed.text) < LEAST_DEED:
            continue
        if not _acts_itself(act, text):
            continue
        stem = "".join(text[start:end] for start, end in passage.spans)
        bare = stem.replace(act.body.text, "", 1)
        if gives_away(act.body.text, bare, doings.usual):
            continue
        key = (stem, act.body.text, str(act.body.start))
        article = passages.article.id
        yield Gap(
            question_id("gap", article, key),
            "body",
            passage.spans,
            act.body,
            passage.sentences,
        )
        others: list[Words] = []
        id = question_id("choice", article, key)
        by_chance = sorted(first, key=lambda each: (times[each] < OFTEN, rank(id, each)))
        for name in by_chance[:TRIED]:
            if (
                not any(kin(name, each.text) for each in (act.body, *others))
                and not gives_away(name, bare, doings.usual)
                and name not in text
                and not doings.may_do(name, act.deed.text)
            ):
                others.append(first[name].body)
            if len(others) == OTHERS:
                yield choice(id, "body", passage, act.body, others)
                break


def deed_questions(
    edition: Edition, done: Sequence[Act], doings: Doings, found: dict[int, Passages]
) -> Iterator[Choice]:
    """Yield for each act a choice of what its body does: 物业企业应当（　）。"""
    fit = [each for each in done if _can_be_asked(each, found, MOST_DEED, doings.usual)]
    for act in fit:
        passages = found[act.body.article]
        text = passages.article.text
        start = act.duty.start if act.duty.condition else act.body.start
        passage = passages.around(start, act.deed.end, 0)
        if passage is None or act.deed.start - start > MOST_STEM or act.duty.modal not in MODALS:
            continue
        end = act.deed.end + (text[act.deed.end : act.deed.end + 1] == "。")
        passage = Passage(((start, end),), passage.sentences)
        key = (text[start : act.deed.end], str(start))
        id = question_id("deed", passages.article.id, key)
        others: list[Words] = []
        for each in sorted(fit, key=lambda one: rank(id, f"{one.place}"))[:TRIED]:
            deed = each.deed
            if (
                each.duty.kind == act.duty.kind
                and each.duty.modal in MODALS
                and not FOR_ALL.match(deed.text)
                and not kin(each.body.text, act.body.text)
                and 0.4 <= len(deed.text) / len(act.deed.text) <= 2.5
                and not any(alike(deed.text, one.text, doings.usual) for one in (act.deed, *others))
                and not doings.may_do(act.body.text, deed.text)
                and not gives_away(act.body.text, deed.text, doings.usual)
            ):
                others.append(deed)
            if len(others) == OTHERS:
                yield choice(id, "deed", passage, act.deed, others)
                break


def matchings(
    edition: Edition, done: Sequence[Act], doings: Doings, found: dict[int, Passages]
) -> tuple[Matching, ...]:
    """Return matchings of bodies with deeds: within divisions first, then across them.

    In one matching no two bodies are kin, no two deeds alike, and no body may do another's.
    """
    short = [replace(each, deed=_short(each.deed)) for each in done if not each.duty.condition]
    fit = [each for each in short if _can_be_asked(each, found, MOST_MATCHED, doings.usual)]
    part_of = {article.number: part.number for part in edition.parts for article in part.articles}
    by_part: dict[int, list[Act]] = defaultdict(list)
    for each in fit:
        by_part[part_of[each.body.article]].append(each)
    made: list[Matching] = []
    left: list[Act] = []
    for number, some in sorted(by_part.items()):
        groups, rest = _groups(some, doings, f"{edition.base.id}-{number}")
        made += [_matching(edition.base.id, each, found) for each in groups]
        left += rest
    groups, _ = _groups(left, doings, edition.base.id)
    return (*made, *(_matching(edition.base.id, each, found) for each in groups))


def _short(deed: Words) -> Words:
    """Return a deed up to the last comma that leaves it short enough to stand in a matching."""
    if len(deed.text) <= MOST_MATCHED:
        return deed
    end = deed.text.rfind("，", LEAST_CUT, MOST_MATCHED + 1)
    if end < 0 or (LEADS.match(deed.text) and "，" not in deed.text[:end]):
        return deed
    return Words(deed.article, deed.start, deed.start + end, deed.text[:end])


def _groups(some: Sequence[Act], doings: Doings, seed: str) -> tuple[list[list[Act]], list[Act]]:
    """Return groups of acts that can be told apart, and the acts that are in none."""
    left = sorted(some, key=lambda each: rank(seed, f"{each.place}{each.body.text}"))
    groups: list[list[Act]] = []
    while len(left) >= LEAST_PAIRS and len(groups) < MATCHINGS:
        group: list[Act] = []
        for each in left[:TRIED]:
            if len(group) < MOST_PAIRS and all(_apart(each, one, doings) for one in group):
                group.append(each)
        if len(group) < LEAST_PAIRS:
            break
        groups.append(group)
        names = {each.body.text for each in group}
        left = [each for each in left if each not in group and each.body.text not in names]
    used = set(map(id, chain.from_iterable(groups)))
    return groups, [each for each in some if id(each) not in used]


def _apart(one: Act, other: Act, doings: Doings) -> bool:
    return (
        one.duty.sentence != other.duty.sentence
        and one.duty.kind == other.duty.kind
        and not kin(one.body.text, other.body.text)
        and not alike(one.deed.text, other.deed.text, doings.usual)
        and not doings.may_do(one.body.text, other.deed.text)
        and not doings.may_do(other.body.text, one.deed.text)
    )


def _matching(base: str, group: Sequence[Act], found: dict[int, Passages]) -> Matching:
    made = (Pair(each.body, _whole_deed(each, found)) for each in group)
    pairs = sorted(made, key=lambda each: each.body.text)
    words = [word for each in pairs for word in (each.body.text, each.deed.text)]
    id = question_id("match", base, words)
    shuffled = tuple(sorted(range(len(pairs)), key=lambda at: rank(id, pairs[at].deed.text)))
    return Matching(id, tuple(pairs), shuffled, frozenset(each.duty.sentence for each in group))


def _whole_deed(act: Act, found: dict[int, Passages]) -> Words:
    """Return the deed, with the verb that makes it a duty where that is no mere modal: 负责…"""
    article = found[act.deed.article].article
    start = act.duty.modal_start
    verb = article.text[start : act.deed.start]
    if verb == act.duty.modal and verb not in MODALS and verb not in ("由", "对"):
        return words_of(article, start, act.deed.end)
    return act.deed


def _can_be_asked(act: Act, found: dict[int, Passages], most: int, usual: frozenset[str]) -> bool:
    """Tell whether body and deed stand together, and the deed says something by itself."""
    text = found[act.body.article].article.text
    between = text[act.body.end : act.deed.start]
    deed = act.deed.text
    return (
        not act.duty.carried
        and act.duty.modal != "对"
        and says_enough(deed, usual)
        and act.duty.start <= act.body.start
        and LEAST_DEED <= len(deed) <= most
        and not set("\n：；。") & set(deed)
        and not set("\n；。") & set(between)
        and _acts_itself(act, text)
        and text[act.deed.end : act.deed.end + 1] in "。；，"
        and not ITEM.match(deed)
        and not gives_away(act.body.text, deed, usual)
        and found[act.body.article].around(act.body.start, act.deed.end, 0) is not None
    )


def _inside(act: Act, passage: Passage) -> bool:
    """Tell whether what the body does is shown where the body is left out."""
    start, end = passage.spans[-1]
    return start <= act.deed.start and act.deed.end <= end + 1


def _acts_itself(act: Act, text: str) -> bool:
    """Tell whether the body is who acts, not what a case is of: 窗口人员不足的，可以…"""
    between = text[act.body.end : max(act.body.end, act.duty.modal_start)]
    return "的，" not in between and not between.endswith("的")
