"""A small part of the fuzz run, and that the run sees what goes wrong."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

import pytest

from scripts import fuzz
from scripts.fuzzing import targets


def test_random_inputs_do_no_harm() -> None:
    assert fuzz.run(fuzz._inputs(seed=7, count=400, only=None), jobs=2) == []


def _raise(chance: random.Random) -> None:
    if chance.random() < 0.5:
        raise KeyError("lost")


def _hang(chance: random.Random) -> None:
    time.sleep(60 if chance.random() < 0.5 else 0)


def _die(chance: random.Random) -> None:
    if chance.random() < 0.5:
        os._exit(3)


@pytest.mark.parametrize(
    ("wrong", "said"), [(_raise, "KeyError"), (_hang, "over 1 seconds"), (_die, "process died")]
)
def test_what_goes_wrong_is_seen_and_the_rest_is_tried(
    wrong: Callable[[random.Random], None], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(targets.TARGETS, "search", (wrong, 1))
    monkeypatch.setattr(fuzz, "LONGEST", 1)
    inputs = [("search", f"{at}") for at in range(6)]
    expected = [seed for _, seed in inputs if random.Random(f"search {seed}").random() < 0.5]
    faults = fuzz.run(inputs)
    assert sorted(fault.split()[-1] for fault in faults) == expected
    assert all(said in fault for fault in faults)
    assert 0 < len(expected) < 6
