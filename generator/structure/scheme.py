"""How a document numbers its articles, told from the whole of it and never from one line.

第X条 makes articles wherever it stands. Otherwise the highest form of label that counts
1, 2, 3 … divides the text; whether its members are divisions or articles themselves depends
on what stands behind the labels (a heading or a sentence) and on whether the next form runs on
through all of them or starts again in most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.structure.lines import Line
from generator.text import labels
from generator.text.labels import LabelForm

LADDER = (labels.PART, labels.SECTION, labels.ITEM, labels.POINT, labels.SUBPOINT)
PARAGRAPHS = "段"  # how paragraphs that are counted are declared
HEADING = 50  # letters of a heading at the most
MOST = 0.6  # share of the members of a form from which one speaks of all


@dataclass(frozen=True, slots=True)
class Scheme:
    """The numbering of a base document.

    `article` is the form of its articles' labels, None where paragraphs are counted (¶1);
    `divisions` the forms above it, the highest first; `restarts` tells that the articles
    begin with 1 again in every division.
    """

    article: LabelForm | None
    divisions: tuple[LabelForm, ...] = ()
    restarts: bool = False


def scheme_of(lines: Sequence[Line]) -> Scheme:
    """Return the scheme of the text in `lines`, matter apart left out."""
    if _count(lines, labels.ARTICLE) >= 2:
        above = [form for form in (labels.PART, labels.DIVISION) if _count(lines, form)]
        if _heads_articles(lines, labels.SECTION):
            above.append(labels.SECTION)
        return Scheme(labels.ARTICLE, tuple(above))
    present = [form for form in LADDER if _count(lines, form) >= 2]
    if not present:
        return Scheme(None)
    top, below = present[0], present[1:]
    for form in below[:1]:
        if _through(lines, top, form):
            return Scheme(form, (top,))
        if _headings(lines, top) >= MOST and _divided(lines, top, form):
            return Scheme(form, (top,), restarts=True)
    return Scheme(top)


def form_of(example: str) -> LabelForm | None:
    """Return the form that a label is an example of (第一条, 一、); None where of none."""
    forms = (labels.DIVISION, labels.ARTICLE, *LADDER)
    return next((form for form in forms if re.fullmatch(form.pattern, example)), None)


def declared_scheme(lines: Sequence[Line], examples: Sequence[str]) -> Scheme:
    """Return the scheme that examples of labels declare, the article's last (PARAGRAPHS: none).

    Without examples of divisions, every form above the article's that is there is one.
    """
    article = None if examples[-1] == PARAGRAPHS else form_of(examples[-1])
    divisions = tuple(form for each in examples[:-1] if (form := form_of(each)))
    if not divisions and article is not None:
        order = (labels.PART, labels.DIVISION, labels.ARTICLE, *LADDER[1:])
        above = order[: order.index(article)]
        divisions = tuple(form for form in above if _count(lines, form))
    firsts = sum(1 for line in lines if line.form is article and line.number == 1)
    return Scheme(article, divisions, restarts=article is not None and firsts > 1)


def _heads_articles(lines: Sequence[Line], form: LabelForm) -> bool:
    """Tell whether the members of `form` are mostly headings right above articles."""
    heads = [
        following.form is labels.ARTICLE and is_heading(line.rest)
        for line, following in pairwise(lines)
        if line.form is form
    ]
    return sum(heads) >= MOST * max(2, len(heads))


def _count(lines: Sequence[Line], form: LabelForm) -> int:
    return sum(1 for line in lines if line.form is form and not line.refers)


def _through(lines: Sequence[Line], top: LabelForm, form: LabelForm) -> bool:
    """Tell whether `form` counts on through the members of `top`; numbers may be lost or wrong.

    The numbers of a member go on from those before, or its middle number is nearer to going on
    than to beginning anew.
    """
    runs = [run for run in _runs(lines, top, form) if run]
    on = 0
    for before, after in pairwise(runs):
        passed = sorted(before)[len(before) // 2] + (len(before) - 1) // 2
        ahead = sorted(after)[len(after) // 2] - len(after) // 2 - 1
        on += after[0] > before[-1] or abs(ahead - passed) < abs(ahead)
    return len(runs) > 1 and on >= MOST * (len(runs) - 1)


def _runs(lines: Sequence[Line], top: LabelForm, form: LabelForm) -> list[list[int]]:
    """Return the numbers of `form` below each member of `top`."""
    runs: list[list[int]] = []
    for line in lines:
        if line.form is top:
            runs.append([])
        elif line.form is form and runs:
            runs[-1].append(line.number)
    return runs


def _headings(lines: Sequence[Line], form: LabelForm) -> float:
    """Return the share of the members of `form` that are headings, not sentences."""
    members = [line for line in lines if line.form is form]
    return sum(1 for line in members if is_heading(line.rest)) / len(members)


def _divided(lines: Sequence[Line], top: LabelForm, form: LabelForm) -> bool:
    """Tell whether the members of `top` are mostly divided by `form`, right below the heading."""
    runs = _runs(lines, top, form)
    return sum(1 for run in runs if len(run) >= 2) >= MOST * len(runs)


def is_heading(words: str) -> bool:
    """Tell whether the words behind a label are a heading: short, neither sentence nor lead."""
    return 0 < len(words) <= HEADING and not re.search(r"[。；！？:：]", words)
