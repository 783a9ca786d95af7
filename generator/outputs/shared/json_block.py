"""Data for machines, written into a page: a block that no browser runs and no text can leave."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

# What could end the block or begin a comment in it (HTML Standard, 4.12.1.3).
APART = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_ld(data: Mapping[str, object]) -> Markup:
    """Return `data` as a script element of the type application/ld+json."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(APART)
    return Markup(f'<script type="application/ld+json">{text}</script>')
