"""The cluster's side of the seam, with a stand-in for the package that a build does without."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from generator.archive import cluster
from generator.archive.choosing import choose_engine
from generator.archive.cluster import alone
from generator.archive.engines import LocalEngine
from generator.errors import ContentError

# What the real one raises when an item's worker died every time.
KILLED = type("KilledWorker", (Exception,), {})


class _Future:
    def __init__(self, work: Callable[[], object]) -> None:
        self._error: Exception | None = None
        try:
            self._made = work()
        except Exception as error:
            self._error = error

    def exception(self) -> Exception | None:
        return self._error

    def result(self) -> object:
        return self._made


class _Client:
    """Runs what is submitted at once, and remembers what was scattered."""

    def __init__(self, address: str, timeout: int) -> None:
        if "nowhere" in address:
            raise OSError("timed out")
        self.scattered: list[object] = []

    def scatter(self, value: object, *, broadcast: bool, hash: bool) -> object:
        assert broadcast
        self.scattered.append(value)
        return value

    def submit(self, work: Callable[..., object], *given: object, pure: bool) -> _Future:
        assert not pure
        return _Future(lambda: work(*given))

    def cancel(self, futures: list[_Future]) -> None:
        assert futures == []

    def close(self) -> None:
        pass


def _backwards(futures: list[_Future]) -> Iterator[_Future]:
    yield from reversed(futures)


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A worker's state; `nthreads` may be changed."""
    state = SimpleNamespace(nthreads=1)
    worker = SimpleNamespace(state=state, address="tcp://w")
    package = SimpleNamespace(Client=_Client, as_completed=_backwards, get_worker=lambda: worker)
    monkeypatch.setitem(sys.modules, "distributed", package)
    monkeypatch.setattr(
        cluster, "in_own_process", lambda function, item, shared: function(item, shared)
    )
    return state


def _divide(number: int, shared: int) -> int:
    if number == 0:
        raise ContentError("零", "不能做除数")
    if number == 9:
        raise KILLED("killed, killed, killed")
    return shared // number


def test_results_come_as_they_end_and_failures_in_one_line(threads: SimpleNamespace) -> None:
    engine = choose_engine("tcp://here", jobs=1)
    ended = list(engine.map(_divide, [1, 2, 0, 9], 10))
    engine.close()
    assert [each.number for each in ended] == [3, 2, 1, 0]
    assert [each.made for each in ended] == [None, None, 5, 10]
    assert ended[0].reason == "工作进程几次都半途没了（多半是内存不够）"
    assert ended[1].reason == "零: 不能做除数"


def test_a_worker_of_several_threads_is_refused(threads: SimpleNamespace) -> None:
    threads.nthreads = 4
    with pytest.raises(ContentError, match="--nthreads 1"):
        alone(_divide, 1, 10)


def test_nobody_at_the_address_is_one_line(threads: SimpleNamespace) -> None:
    with pytest.raises(ContentError, match="连不上"):
        choose_engine("tcp://nowhere", jobs=1)


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ContentError, match=r"requirements-cluster\.txt"):
        choose_engine("tcp://here", jobs=1)


def test_without_an_address_it_is_this_machine() -> None:
    assert isinstance(choose_engine(None, jobs=2), LocalEngine)
