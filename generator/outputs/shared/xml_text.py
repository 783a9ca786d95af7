"""Text for XML files: what XML cannot hold is replaced."""

from __future__ import annotations

import re

UNHELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return `text` with U+FFFD for every character that XML 1.0 cannot hold (its section 2.2)."""
    return UNHELD.sub("\ufffd", text)
