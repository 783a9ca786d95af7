"""The provisions inside an article: its paragraphs (款), items (项) and subitems (目).

    第五条 应当具备下列条件：        k1
    （一）面积不少于六十平方米；      k1x1
    （二）藏书不少于三千册。          k1x2
    不得收取押金。                    k2

Every line that bears no label begins a 款; labelled lines below it are its 项, and what bears
another form of label below an 项 its 目 (立法技术规范（试行）（一）, 2009, 六 and 七: 款 bear no
number, 项 are numbered （一）, 目 1.).  Items that run on in a line (…：（一）…；（二）…) count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Provision
from generator.text.labels import CIRCLE, ITEM, POINT, SUBPOINT, LabelForm
from generator.text.numerals import numeral_text, numeral_value

FORMS: tuple[LabelForm, ...] = (ITEM, POINT, SUBPOINT, CIRCLE)
LINE = re.compile(r"[^\n]+")
INLINE = "(?<=[：；;:])"  # what an item stands behind in the middle of a line


class _Counter:
    """Counts 款, 项 and 目 while the labels of an article are read in order."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0]
        self._forms: list[LabelForm] = []

    def paragraph(self) -> str:
        """Return the address of the 款 that begins."""
        self._counts = [self._counts[0] + 1, 0, 0]
        self._forms = []
        return f"k{self._counts[0]}"

    def item(self, form: LabelForm) -> str:
        """Return the address of the 项 or 目 that begins with a label of `form`."""
        if form in self._forms:
            del self._forms[self._forms.index(form) + 1 :]
        else:
            self._forms = [*self._forms[:1], form]
        depth = len(self._forms)
        self._counts[0] = max(1, self._counts[0])
        self._counts[depth] += 1
        self._counts[depth + 1 :] = [0] * (2 - depth)
        k, x, m = self._counts
        return f"k{k}x{x}" + (f"m{m}" if depth > 1 else "")


def provisions(text: str) -> tuple[Provision, ...]:
    """Return the provisions of the article `text` in reading order.

    Offsets are into `text`.  A 款 runs to the next 款, its items included; an 项 to the next
    label or 款.  An article of one unlabelled line has one provision, k1, the whole of it.
    """
    heads = list(_heads(text))
    found = []
    for at, (depth, address, label, start) in enumerate(heads):
        end = next((each[3] for each in heads[at + 1 :] if each[0] <= depth), len(text))
        found.append(Provision(address, label, start, start + len(text[start:end].rstrip())))
    return tuple(found)


def _heads(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Yield depth, address, label and start of every provision, in order."""
    counter = _Counter()
    for line in LINE.finditer(text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if not line[0].strip():
            continue
        opening = _opening(text, start, line.end())
        if opening is None:
            yield 1, counter.paragraph(), "", start
        for form, label, at in [*([opening] if opening else []), *_inline(text, start, line.end())]:
            address = counter.item(form)
            yield address.count("m") + 2, address, label, at


def _opening(text: str, start: int, end: int) -> tuple[LabelForm, str, int] | None:
    for form in FORMS:
        if match := re.compile(form.groups).match(text, start, end):
            return form, match["label"], start
    return None


def _inline(text: str, start: int, end: int) -> Sequence[tuple[LabelForm, str, int]]:
    """Return the items that run on in a line: two at least, numbered from one."""
    found = list(re.compile(INLINE + ITEM.groups).finditer(text, start + 1, end))
    first = re.compile(ITEM.groups).match(text, start, end)
    begin = (_value(first) or 0) + 1 if first else 1
    values = [_value(match) for match in found]
    if values != list(range(begin, begin + len(values))) or len(values) < (1 if first else 2):
        return ()
    return [(ITEM, match["label"], match.start()) for match in found]


def _value(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    groups = match.groupdict()
    return numeral_value(groups.get("number") or groups.get("enclosed") or "")


def provision_name(address: str) -> str:
    """Return how an address is cited behind an article: k2x3m1 -> 第二款第（三）项第1目."""
    parts = re.fullmatch(r"k(\d+)(?:x(\d+)(?:m(\d+))?)?", address)
    if not parts:
        raise ValueError(f"no address of a provision: {address}")
    paragraph, item, sub = (int(each) if each else 0 for each in parts.groups())
    name = f"第{numeral_text(paragraph)}款"
    name += f"第（{numeral_text(item)}）项" if item else ""
    return name + (f"第{sub}目" if sub else "")
