"""Reads a file in a process of its own, with limits: a bad one can neither hang nor fill memory."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode
from typing import Any

from generator.content.importing.imported import Imported
from generator.errors import ContentError
from generator.original import OriginalPart, ReaderDoubt

MEMORY = 4 << 30  # bytes of addresses: reading a scan needs most, about 2 GiB
QUICK = 60  # seconds; ordinary files take less than one
SLOW = 900  # seconds for what may hold scans, some ten seconds a page, or goes through an office
SLOW_ENDINGS = (
    *("pdf", "ofd", "png", "jpg", "jpeg", "tif", "tiff"),
    *("doc", "dot", "wps", "wpt", "rtf", "odt", "docx", "docm", "dotx"),  # or doc by its bytes
)
CHILD = "from generator.content.importing.child import main; main()"


def import_apart(name: str, data: bytes) -> Imported:
    """Return what `import_file` returns for the file `name`, read in another process.

    ContentError also where reading takes too long or too much memory, or the reader dies.
    """
    seconds = SLOW if name.rpartition(".")[2].lower() in SLOW_ENDINGS else QUICK
    command = [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {CHILD}"]
    try:
        done = subprocess.run(
            [*command, name, str(MEMORY)],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ContentError(
            name, f"读了 {seconds} 秒还没有读完，已停下；请用原来的程序另存一次"
        ) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        what = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise ContentError(
            name, f"读它的程序中断了（{what or done.returncode}）；请用原来的程序另存一次"
        ) from error
    if "error" in answer:
        raise ContentError.from_line(answer["error"])
    return _imported(answer)


def _imported(answer: dict[str, Any]) -> Imported:
    return Imported(
        answer["text"],
        answer["reader"],
        tuple(OriginalPart(*each) for each in answer["parts"]),
        tuple(
            ReaderDoubt(code, start, end, message, b64decode(picture))
            for code, start, end, message, picture in answer["doubts"]
        ),
    )
