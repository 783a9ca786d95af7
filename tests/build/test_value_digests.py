"""Digests of values: the same for equal values, others for others, in every process."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, replace

import pytest

from generator.build.value_digests import ValueDigests


@dataclass(frozen=True, slots=True)
class Leaf:
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    leaves: tuple[Leaf, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Other:
    text: str
    at: int


TREE = Tree("甲", (Leaf("乙", 1), Leaf("丙", 2)), {"丁": 1})


def test_equal_values_have_one_digest_and_others_have_others() -> None:
    digests = ValueDigests()
    again = Tree("".join(["甲"]), (Leaf("乙", 1), Leaf("丙", 2)), {"丁": 1})
    assert digests.of(TREE) == digests.of(again) == ValueDigests().of(again)
    others = [
        replace(TREE, name="乙"),
        replace(TREE, leaves=TREE.leaves[:1]),
        replace(TREE, leaves=(Leaf("乙", 1), Leaf("丙", 3))),
        replace(TREE, counts={"丁": 2}),
        TREE.leaves,
        Leaf("乙", 1),
        Other("乙", 1),
        ("乙", 1),
        "甲",
        "",
        None,
        0,
        b"",
        Counter({"丁": 1}).most_common(),
    ]
    assert len({digests.of(each) for each in others}) == len(others)
    assert digests.of(TREE) not in {digests.of(each) for each in others}


def test_a_digest_does_not_depend_on_what_was_digested_before() -> None:
    rows = (TREE.leaves, (TREE, TREE), (TREE, Leaf("乙", 1)), (Leaf("乙", 1), 1), (), ("甲", 1))
    used = ValueDigests()
    for each in (TREE, *rows, *reversed(rows)):
        assert used.of(each) == ValueDigests().of(each)
    assert len({used.of(each) for each in rows}) == len(rows)


def test_a_digest_is_the_same_in_another_process() -> None:
    code = (
        "from tests.build.test_value_digests import TREE, ValueDigests;"
        "print(ValueDigests().of(TREE).hex())"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == ValueDigests().of(TREE).hex()


def test_what_is_no_plain_data_has_none() -> None:
    for each in (object(), (1, object()), replace(TREE, name=object())):  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="no digest"):
            ValueDigests().of(each)
