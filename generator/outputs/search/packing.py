"""Rising unit numbers -> short printable ASCII, and text -> a shard that a script tag loads.

Numbers are written as gaps in an (s, c)-dense code (Brisaboa, Fariña, Navarro and Esteller,
2003): the last symbol of a number is one of STOP, the ones before it are of GO.  No symbol
needs escaping in a JSON string or in HTML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import sub

SYMBOLS = "".join(chr(code) for code in range(33, 126) if chr(code) not in '"\\<')
STOP = SYMBOLS[:59]
GO = SYMBOLS[59:]
MOST_GAPS = 1 << 12
FOLDER_SIZE = 500  # files of one kind in a folder: old file systems and copying tools choke on more
NUMBERED = re.compile(r"(.*?)(\d+)", re.DOTALL)
ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@lru_cache(maxsize=1 << 11)
def pack_number(number: int) -> str:
    """Return the code of a number >= 0."""
    number, rest = divmod(number, len(STOP))
    code = STOP[rest]
    while number:
        number, rest = divmod(number - 1, len(GO))
        code = GO[rest] + code
    return code


def pack(numbers: Iterable[int], after: int = -1) -> str:
    """Return the code of strictly rising numbers, each greater than `after`."""
    rising = [after, *numbers]
    codes = _codes()
    return "".join(
        [
            codes[gap] if gap < MOST_GAPS else pack_number(gap - 1)
            for gap in map(sub, rising[1:], rising)
        ]
    )


@cache
def _codes() -> tuple[str, ...]:
    """Return the codes of the gaps below MOST_GAPS, which nearly all are; of 0 there is none."""
    return ("", *map(pack_number, range(MOST_GAPS - 1)))


def shard(name: str, content: object) -> str:
    """Return a script that hands `content` to the client; hostile text stays a string."""
    code = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for symbol, escape in ESCAPES.items():
        code = code.replace(symbol, escape)
    return f'kbShard("{name}",{code});\n'


def shard_path(name: str) -> str:
    """Return where a shard lies below search/: t1234 -> t2/t1234.js, m -> m.js."""
    found = NUMBERED.fullmatch(name)
    folder = f"{found[1]}{int(found[2]) // FOLDER_SIZE}/" if found else ""
    return f"{folder}{name}.js"
