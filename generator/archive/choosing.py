"""Which engine does the work: this machine's processes, or a cluster by its address."""

from __future__ import annotations

from generator.archive.engines import Engine, LocalEngine


def choose_engine(address: str | None, jobs: int) -> Engine:
    """Return the engine at `address`, or `jobs` processes of this machine where there is none."""
    if address is None:
        return LocalEngine(jobs)
    from generator.archive.cluster import ClusterEngine  # what only a cluster needs

    return ClusterEngine(address)
