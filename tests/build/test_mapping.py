from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from generator.build.mapping import map_over, map_shared, no_map
from generator.build.memo import DiskMemo
from generator.build.parallel import Begun
from generator.errors import ContentError


def _weighed(item: int, shared: dict[str, int]) -> tuple[int, int]:
    return item, item * shared["weight"]


@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(count: int, jobs: int) -> None:
    found = list(map_shared(_weighed, range(count), {"weight": 3}, jobs))
    assert found == [(number, 3 * number) for number in range(count)]
    assert not multiprocessing.active_children()


def test_work_is_done_in_other_processes() -> None:
    def who(item: int, shared: None) -> int:
        return os.getpid()

    seen = set(map_over(2)(who, range(64), None))
    assert os.getpid() not in seen
    assert set(map_over(1)(who, range(64), None)) == {os.getpid()}


def _fails_at(item: int, shared: tuple[int, Exception]) -> int:
    if item == shared[0]:
        raise shared[1]
    return item


class _OursError(ValueError):
    def __init__(self, one: str, other: str) -> None:  # pickles, and does not come back
        super().__init__(one + other)


@pytest.mark.parametrize(
    ("error", "raised", "words"),
    [
        (ContentError("a.yml", "没有这个键", 3), ContentError, r"^a\.yml:3: 没有这个键$"),
        (KeyError("absent"), KeyError, "absent"),
        (_OursError("it ", "was"), RuntimeError, "it was"),
    ],
)
def test_what_an_item_raises_is_raised_in_its_place(
    error: Exception, raised: type[Exception], words: str
) -> None:
    results: Iterator[int] = map_shared(_fails_at, range(80), (50, error), 2)
    assert [next(results) for _ in range(50)] == list(range(50))
    with pytest.raises(raised, match=words):
        next(results)
    assert not multiprocessing.active_children()


def test_an_error_tells_where_it_was_raised() -> None:
    with pytest.raises(KeyError) as caught:
        list(map_shared(_fails_at, range(80), (50, KeyError("absent")), 2))
    assert "_fails_at" in "".join(caught.value.__notes__)


def test_a_process_that_dies_is_no_endless_wait() -> None:
    def dies(item: int, shared: None) -> int:
        if item == 40:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(RuntimeError, match="ended with -9"):
        list(map_shared(dies, range(80), None, 2))


def test_what_cannot_be_sent_is_said() -> None:
    with pytest.raises(RuntimeError, match="pickle"):
        list(map_shared(lambda item, shared: lambda: item, range(8), None, 2))


def test_giving_up_ends_the_processes() -> None:
    results = map_shared(_weighed, range(1000), {"weight": 1}, 2)
    next(results)
    assert multiprocessing.active_children()
    del results
    assert not multiprocessing.active_children()


def test_work_in_a_process_of_its_own_may_use_more(tmp_path: Path) -> None:
    def inner() -> list[tuple[int, int]]:
        return list(map_shared(_weighed, range(40), {"weight": 2}, 2))

    begun = Begun("里面", partial(inner), DiskMemo(tmp_path))
    assert begun.result() == list(no_map(_weighed, range(40), {"weight": 2}))
