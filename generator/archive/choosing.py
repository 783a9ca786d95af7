"""Which engine does the work: this machine's processes, or a cluster by its address."""

from __future__ import annotations

from generator.archive.engines import Engine, LocalEngine
from generator.errors import ContentError


def choose_engine(address: str | None, jobs: int) -> Engine:
    """Return the engine at `address`, or `jobs` processes of this machine where there is none."""
    if address is None:
        return LocalEngine(jobs)
    raise ContentError("--engine", "还没有装集群引擎")
