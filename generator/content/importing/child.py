"""The process in which one file is read: its bytes come in, JSON goes out (see apart.py)."""

from __future__ import annotations

import json
import os
import sys
from base64 import b64encode
from dataclasses import astuple

from generator.content.importing import import_file
from generator.content.importing.imported import Imported
from generator.errors import ContentError


def main() -> None:
    """Read standard input as the file that the arguments name, within a limit of memory."""
    name, memory = sys.argv[1:]
    _limit(int(memory))
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not get into the answer
    json.dump(_answer(name, sys.stdin.buffer.read()), out)
    out.close()


def _answer(name: str, data: bytes) -> dict[str, object]:
    try:
        return _plain(import_file(name, data))
    except ContentError as error:
        return {"error": str(error)}
    except MemoryError:
        what = "读它要的内存太多，已停下；请用原来的程序另存一次"
    except RecursionError:
        what = "层次太深，读不了；请用原来的程序另存一次"
    except Exception as error:  # whatever a library throws at a damaged file
        what = f"读不了（{type(error).__name__}），文件可能损坏；请用原来的程序另存一次"
    return {"error": str(ContentError(name, what))}


def _plain(imported: Imported) -> dict[str, object]:
    """Return it as JSON has it; half surrogates, which are no characters, as �."""
    return {
        "text": _whole(imported.text),
        "reader": imported.reader,
        "parts": [
            [_whole(str(x)) if isinstance(x, str) else x for x in astuple(each)]
            for each in imported.parts
        ],
        "doubts": [
            [
                each.code,
                each.start,
                each.end,
                _whole(each.message),
                b64encode(each.picture).decode("ascii"),
            ]
            for each in imported.doubts
        ],
    }


def _whole(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def _limit(memory: int) -> None:
    """Limit the addresses of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
