"""The other side of the seam: a cluster of Dask workers (docs/decisions/0037-engine.md).

Installed by requirements-cluster.txt alone.  What is shared is scattered to the workers once; an
item whose worker dies is begun anew on another, as often as the scheduler allows
(distributed.scheduler.allowed-failures, 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, TypeVar

from generator.archive.engines import Ended, in_one_line
from generator.build.own_process import in_own_process
from generator.errors import ContentError

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Made = TypeVar("Made")

PATIENCE = 20  # seconds until a scheduler must have answered


class ClusterEngine:
    """The workers of the scheduler at an address."""

    def __init__(self, address: str) -> None:
        """Connect; ContentError where the package is missing or nobody answers."""
        try:
            self._dask: Any = import_module("distributed")
        except ImportError as error:
            what = "没有装集群引擎；请先 pip install -r requirements-cluster.txt"
            raise ContentError("--engine", what) from error
        try:
            self._client: Any = self._dask.Client(address, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            raise ContentError(f"--engine {address}", "连不上调度进程；请核对地址") from error

    def map(
        self, function: Callable[[Item, Shared], Made], items: Sequence[Item], shared: Shared
    ) -> Iterator[Ended[Made]]:
        """Yield how each item ended, as they end."""
        if not items:
            return
        there = self._client.scatter(shared, broadcast=True, hash=False)
        futures = {
            self._client.submit(alone, function, item, there, pure=False): number
            for number, item in enumerate(items)
        }
        try:
            for future in self._dask.as_completed(list(futures)):
                number = futures.pop(future)
                error = future.exception()
                if error is None:
                    yield Ended(number, future.result())
                else:
                    yield Ended(number, None, _reason(error))
        finally:
            self._client.cancel(list(futures))

    def close(self) -> None:
        """Leave the cluster as it is."""
        self._client.close()


def alone(function: Callable[[Item, Shared], Made], item: Item, shared: Shared) -> Made:
    """Return `function(item, shared)`, run by a worker that does one thing at a time."""
    worker: Any = import_module("distributed").get_worker()
    if worker.state.nthreads > 1:
        raise ContentError(worker.address, "工作进程有几个线程；请用 --nthreads 1 起")
    return in_own_process(function, item, shared)


def _reason(error: Exception) -> str:
    """Return what went wrong in one line; a worker that died every time in plain words."""
    if type(error).__name__ == "KilledWorker":
        return "工作进程几次都半途没了（多半是内存不够）"
    return in_one_line(error)
