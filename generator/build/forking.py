"""Whether this system can fork: where it can't (Windows), all work is done in one process."""

from __future__ import annotations

import multiprocessing


def can_fork() -> bool:
    """Tell whether processes can be begun that see all that is loaded."""
    return "fork" in multiprocessing.get_all_start_methods()
