"""Citations in sentences as reports write them: how many are found, and how many are right.

Two sets, labelled before the grammar was run: one was looked at while it was mended, one was not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.linking import Citation, citations
from generator.linking.numbering import Numbering
from generator.model import Base
from generator.text.traditional import to_traditional

LEAST = 0.98


@dataclass(frozen=True, slots=True)
class Scene:
    """The bases of a library, and how their articles are numbered."""

    bases: tuple[Base, ...]
    numberings: Mapping[str, Numbering]


@dataclass(frozen=True, slots=True)
class Row:
    """A text, and the citations that a reader finds in it, as the fixtures write them."""

    scene: str
    text: str
    expected: tuple[str, ...]


def _numbered(last: int, *branches: tuple[int, int]) -> Numbering:
    paths = sorted([*((number,) for number in range(1, last + 1)), *branches])
    return Numbering({path: at for at, path in enumerate(paths, 1)})


TIAOLI = Base("tiaoli", "云溪市公共阅览室管理条例", "《条例》")
BANFA = Base("banfa", "云溪市图书捐赠办法", "《办法》")
ARTICLES = {"tiaoli": _numbered(40, (5, 1), (5, 2), (12, 1)), "banfa": _numbered(30)}
PARTS = {1: 2, 2: 3, 3: 2}
ANEW = [(part, number) for part, last in PARTS.items() for number in range(1, last + 1)]
SCENES = {
    "条例": Scene((TIAOLI,), ARTICLES),
    "两件": Scene((TIAOLI, BANFA), ARTICLES),
    "意见": Scene(
        (Base("yijian", "中共中央关于加强对“一把手”和领导班子监督的意见", "《意见》"),),
        {"yijian": _numbered(25)},
    ),
    "监察法": Scene(
        (Base("jiancha", "中华人民共和国监察法", "《监察法》"),), {"jiancha": _numbered(69)}
    ),
    "分部": Scene(
        (Base("tuoguan", "云溪市关于加强校外托管监督的意见", "《意见》"),),
        {"tuoguan": Numbering({path: at for at, path in enumerate(ANEW, 1)}, restarts=True)},
    ),
}


def _rows(name: str) -> Iterator[Row]:
    scene = ""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("[scene "):
            scene = line.removeprefix("[scene ").rstrip("]")
        elif line and not line.startswith("#"):
            text, expected = line.rsplit(" -> ", 1)
            labels = () if expected == "-" else tuple(expected.split(", "))
            yield Row(scene, text.replace("⏎", "\n"), labels)


SEEN = tuple(_rows("citation_sentences.txt"))
UNSEEN = tuple(_rows("citation_sentences_unseen.txt"))


def _found(row: Row, text: str) -> tuple[str, ...]:
    scene = SCENES[row.scene]
    return tuple(map(_shown, citations(text, scene.bases, scene.numberings)))


def _shown(citation: Citation) -> str:
    article = "-".join(map(str, citation.path))
    places = (article, citation.paragraph or "", citation.item or "")
    missing = "" if citation.article else "!"
    return f"{citation.base} {missing}" + "/".join(map(str, places)).rstrip("/")


def _differences(rows: tuple[Row, ...], *, traditional: bool = False) -> tuple[float, float, str]:
    """Return precision, recall, and the rows that are not as labelled."""
    right = found = expected = 0
    wrong = []
    for row in rows:
        text = to_traditional(row.text) if traditional else row.text
        here = _found(row, text)
        right += (Counter(here) & Counter(row.expected)).total()
        found += len(here)
        expected += len(row.expected)
        if sorted(here) != sorted(row.expected):
            wrong.append(f"{text}\n    {', '.join(here)} is not {', '.join(row.expected)}")
    return right / found, right / expected, "\n".join(wrong)


@pytest.mark.parametrize("traditional", [False, True], ids=["simplified", "traditional"])
@pytest.mark.parametrize("rows", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_citations_are_found_and_right(rows: tuple[Row, ...], traditional: bool) -> None:
    precision, recall, wrong = _differences(rows, traditional=traditional)
    assert min(precision, recall) >= LEAST, f"{precision:.3f} {recall:.3f}\n{wrong}"
