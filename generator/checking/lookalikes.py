"""T-011: a character misread for one that looks like it: 己经, 曰常, 夲, 未端, —是.

Nothing is changed: each is a doubt.  Candidates are the misread forms of common words
(lookalikes.txt, which scripts/make_lookalikes.py makes), judged where they stand by how much
better the word meant reads than what is there: the language statistics of the collation.
Characters that modern prose does not write are doubtful wherever they stand, and so are 己,
末 and 曰 where no word has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.checking.doubt import Doubt
from generator.edition.usage import CONTEXT, Usage
from generator.model import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLEARLY = 5.4  # by that much (logarithm of odds) the word meant has to read better
# Measured: of the words of content/ misread on purpose nine in ten are found; in twenty million
# characters of laws and judgments some twenty places, half of them misprints indeed.
LEAST_IN_CONTEXT = 1.0
SIZES = (2, 3)  # letters of a misread form
BUCKETS = 1 << 20
HAN = "\u3400-\u9fff"
RARE = {
    "夲": "本",
    "査": "查",
    "髙": "高",
    "囯": "国",
    "巿": "市",
    "仼": "任",
    "冋": "同",
    "戸": "户",
    "毎": "每",
}
RARE_LETTER = re.compile(f"[{''.join(RARE)}]")
DASH_FOR_ONE = re.compile(  # the sign comes first, so that the rest is read only where it is
    rf"[—–―ー](?:(?<![—–―\-{HAN}].)(?=[是要](?!求)|方面|系列|把手|岗双责|、)"
    r"|(?<=第.)(?=[条款项章节步批次届])|(?<=[（(].)(?=[)）]))"
)
SINGLE = (  # standing alone they are hardly ever meant
    (
        re.compile(
            "己(?<![自知异舍克利律一损责修推体贴梯正严切爱人为于归窃占据私恕反罪安虚及同排度屈省、].)"
            "(?![见任方有出欲所身之溺饥亥巳丑卯未酉经、])"
        ),
        "已",
    ),
    (
        re.compile(
            "末(?<![年期月周旬世初本始终季度粉段岁学考篇名卷微毫碎最文逐舍芥妙药毛锋强春夏秋冬句词行页天].)"
            "(?=[发能经按落及达得报将予建列设履执])"
        ),
        "未",
    ),
    (re.compile(f"曰(?<![子云诗书经传语》名或又谚一二三四五民公主对答问].)(?=[{HAN}])"), "日"),
)


def find(document: Document) -> Iterator[Doubt]:
    """Yield every character that is likely to be another one misread."""
    text = document.piece.text
    for match in RARE_LETTER.finditer(text):
        yield _doubt(match.start(), match[0], RARE[match[0]])
    for match in DASH_FOR_ONE.finditer(text):
        yield _doubt(match.start(), match[0], "一")
    found: set[int] = set()
    for at, wrong, right in _candidates(text):
        if _preference(text, at, right, wrong) >= CLEARLY:
            found.update(range(at, at + len(wrong)))
            yield _doubt(at, wrong, right)
    for form, right in SINGLE:
        for match in form.finditer(text):
            better = _preference(text, match.start(), right, match[0])
            if match.start() not in found and better >= LEAST_IN_CONTEXT:
                yield _doubt(match.start(), match[0], right)


def _doubt(at: int, wrong: str, right: str) -> Doubt:
    return Doubt(at, at + len(wrong), f"“{wrong}”疑为“{right}”，形近误认", (wrong, right))


def _candidates(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where a misread form stands, that form and the word meant."""
    import numpy as np  # it starts a thread: not for those who only ask for the codes

    forms, openings = _misread()
    letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    for at in np.flatnonzero(openings[_hashed(letters[:-1], letters[1:])]).tolist():
        for size in SIZES:
            wrong = text[at : at + size]
            if wrong in forms:
                yield at, wrong, forms[wrong]


def _hashed(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return a number below BUCKETS for each pair of letters."""
    return (first * 31 + second * 4099) % BUCKETS


def misread_forms() -> dict[str, str]:
    """Return misread form -> word meant."""
    forms: dict[str, str] = {}
    for line in files(__package__).joinpath("lookalikes.txt").read_text("utf-8").splitlines():
        right, *wrong = line.split(" ")
        forms.update(dict.fromkeys(wrong, right))
    return forms


@cache
def _misread() -> tuple[dict[str, str], NDArray[np.bool_]]:
    """Return misread form -> word meant, and by hash whether two letters may open a form."""
    import numpy as np

    forms = misread_forms()
    letters = np.array([[ord(form[0]), ord(form[1])] for form in forms], dtype=np.uint32)
    openings = np.zeros(BUCKETS, dtype=np.bool_)
    openings[_hashed(letters[:, 0], letters[:, 1])] = True
    return forms, openings


@cache
def _usage() -> Usage:
    """Return the statistics of the language alone, the same for every text."""
    return Usage(())


def _preference(text: str, at: int, right: str, wrong: str) -> float:
    """Return by how much `right` reads better than `wrong` at `at`; see Usage.preference."""
    before = text[max(0, at - CONTEXT) : at]
    after = text[at + len(wrong) : at + len(wrong) + CONTEXT]
    return _usage().preference(before, right, wrong, after)
