"""Log odds as chances from 0 to 1."""

from __future__ import annotations

import numpy as np

from generator.linking.named_weights import Matrix

FARTHEST = 40.0  # log odds beyond which a chance is 0 or 1 to the last digit
NEVER = 1e-5


def chance(log_odds: Matrix) -> Matrix:
    """Return the chances that log odds stand for."""
    odds: Matrix = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -FARTHEST, FARTHEST)))
    return odds


def log_odds(chances: Matrix) -> Matrix:
    """Return the log odds of chances, those of 0 and 1 as those next to them."""
    inside = np.clip(chances, NEVER, 1 - NEVER)
    odds: Matrix = np.log(inside / (1 - inside))
    return odds
