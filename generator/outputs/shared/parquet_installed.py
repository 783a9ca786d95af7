"""Whether what writes Parquet is there: it is large and few need it, so it is an extra."""

from __future__ import annotations

from importlib.util import find_spec


def parquet_installed() -> bool:
    """Tell whether pyarrow is installed; it is not loaded for that."""
    return find_spec("pyarrow") is not None
