"""Which engine does the work, this machine's processes or a cluster, and what lies between."""

from __future__ import annotations

from generator.archive.engines import Engine, LocalEngine
from generator.archive.object_store import ObjectStore


def choose_engine(address: str | None, jobs: int) -> Engine:
    """Return the engine at `address`, or `jobs` processes of this machine where there is none."""
    if address is None:
        return LocalEngine(jobs)
    from generator.archive.cluster import ClusterEngine  # what only a cluster needs

    return ClusterEngine(address)


def open_store(address: str | None) -> ObjectStore | None:
    """Return the store at `address`; None where workers see this machine's folders."""
    return None if address is None else ObjectStore(address)
