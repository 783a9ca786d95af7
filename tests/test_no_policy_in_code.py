"""The code knows no policy: the names of the library's own terms stand nowhere in it."""

from __future__ import annotations

import pytest

from generator.content import load_content
from tests.conftest import CONTENT, PROJECT

SHORTEST = 3  # letters of a name that is told from everyday words
KINDS = {".py", ".txt", ".json"}

NEUTRAL: dict[str, tuple[str, ...]] = {
    "bodies that sign, publish and visit anywhere, whatever a document is about": (
        "组织部",
        "组织部门",
        "纪委监委",
        "纪检机关",
        "纪检监察机关",
        "党委（党组）",
    ),
    "genres and headings of official reports": ("整改报告", "主体责任", "第一责任人"),
    "set phrases that official prose of any kind quotes; they mend masked numerals and quotes": (
        "一岗双责",
        "三重一大",
        "三重一大决策",
        "两个维护",
        "中央八项规定",
        "中央八项规定精神",
        "八项规定",
        "党内政治生活",
        "关键少数",
        "决策部署",
        "四种形态",
        "巡视巡察",
        "批评与自我批评",
        "批评和自我批评",
        "政治生态",
        "政治规矩",
        "民主生活会",
        "民主集中制",
        "清正廉洁",
        "监督执纪",
        "监督执纪问责",
        "组织生活会",
        "自我批评",
        "述职述廉",
        "述责述廉",
    ),
    "examples in docstrings: no code reads them": (
        "一言堂",
        "日常监督",
        "问题整改",
        "重大决策部署",
        "及时约谈",
    ),
}
ALLOWED = {name: reason for reason, names in NEUTRAL.items() for name in names}
LINKING_EXAMPLES = {"日常监督", "问题整改", "民主生活会", "决策部署", "重大决策部署"}


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    terms = load_content(CONTENT).terms
    every = {name for term in terms for name in (term.name, *term.aliases)}
    return frozenset(name for name in every if len(name) >= SHORTEST)


@pytest.fixture(scope="module")
def found(names: frozenset[str]) -> dict[str, set[str]]:
    """Return the names that each file of the code holds."""
    held: dict[str, set[str]] = {}
    for path in sorted((PROJECT / "generator").rglob("*")):
        if path.suffix in KINDS:
            text = path.read_text("utf-8")
            held[path.relative_to(PROJECT).as_posix()] = {name for name in names if name in text}
    return held


def test_the_terms_of_the_library_are_read(names: frozenset[str]) -> None:
    assert len(names) > 200


def test_no_name_of_the_librarys_terms_stands_in_the_code(found: dict[str, set[str]]) -> None:
    wrong = {name: sorted(some - ALLOWED.keys()) for name, some in found.items()}
    assert {name: some for name, some in wrong.items() if some} == {}


def test_the_linking_holds_none_but_in_examples(found: dict[str, set[str]]) -> None:
    for name, some in found.items():
        if name.startswith("generator/linking/"):
            assert some <= LINKING_EXAMPLES, name
            if name.endswith((".txt", ".json")):
                assert not some, name


def test_what_is_allowed_is_a_name_that_stands_in_the_code(
    found: dict[str, set[str]], names: frozenset[str]
) -> None:
    held = set().union(*found.values())
    assert set(ALLOWED) <= names & held
