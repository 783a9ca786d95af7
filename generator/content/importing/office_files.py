"""Files of older and other word processors (doc, wps, rtf, odt) -> text, through LibreOffice.

LibreOffice makes a docx of the file, which the reader of Word files reads.  It works in a folder
and with a profile of its own, runs no macros, and follows no links out of the file.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from generator.content.importing.archive import Archive, DamagedError
from generator.content.importing.imported import Imported
from generator.content.importing.signatures import OLE, real_ending
from generator.content.importing.word import read_docx
from generator.errors import ContentError

PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
SECONDS = 180  # one start and one file; LibreOffice takes about 3
APPLICATION = re.compile(rb"<Application>LibreOffice/([\d.]+)")
PASSWORDS = ("EncryptedPackage", "EncryptedSummary")
OTHERS = {"Workbook": "电子表格", "PowerPoint Document": "演示文稿"}
WORD_97 = b"\xec\xa5"  # where the text of a doc begins, in nearly all at this place
WORD_97_AT, LOCKED_AT, LOCKED = 512, 512 + 11, 0x01
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read_office(data: bytes, name: str) -> Imported:
    """Return the text of a file of a word processor; its reader is LibreOffice with its version.

    ContentError when LibreOffice is not here, or the file is locked, damaged or no text.
    """
    ending = real_ending(data, name.rpartition(".")[2].lower())
    _refuse_others(data, name, ending)
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise ContentError(
            name,
            f"读 .{ending} 要用 LibreOffice，这台机器上没有；请安装"
            "（sudo apt-get install libreoffice-writer），或另存为 docx 再放入",
        )
    made = _converted(data, ending, program)
    if made is None:
        raise ContentError(
            name, f"LibreOffice 读不了这个 .{ending} 文件；有密码的请去掉密码，或另存为 docx 再放入"
        )
    return read_docx(made, name, reader=f"LibreOffice {_version(made, name)}".strip())


def _refuse_others(data: bytes, name: str, ending: str) -> None:
    """Raise ContentError for what LibreOffice would take for plain text, or cannot open."""
    save = "请用 Word 或 WPS 打开后另存为 docx 再放入"
    if not data.startswith((OLE, b"PK\x03\x04")) and real_ending(data, "html") == "html":
        raise ContentError(name, f"不是完好的 .{ending} 文件；{save}")
    if data.startswith(OLE):
        for stream, what in OTHERS.items():
            if (
                stream.encode("utf-16-le") in data
                and "WordDocument".encode("utf-16-le") not in data
            ):
                raise ContentError(name, f"是{what}，不是文稿；{save}")
    if _locked(data):
        raise ContentError(name, "加了密码；请去掉密码再放入")


def _locked(data: bytes) -> bool:
    """Return whether a file asks for a password."""
    if not data.startswith(OLE):
        return b"manifest:encryption-data" in data
    if any(each.encode("utf-16-le") in data for each in PASSWORDS):
        return True
    is_97 = data[WORD_97_AT : WORD_97_AT + 2] == WORD_97
    return is_97 and len(data) > LOCKED_AT and bool(data[LOCKED_AT] & LOCKED)


def _converted(data: bytes, ending: str, program: str) -> bytes | None:
    """Return the docx that LibreOffice makes of a file; None where it makes none."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        source = here / f"in.{ending}"
        source.write_bytes(data)
        profile = here / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
        _run(
            [
                *_guard(),
                *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless"),
                *("--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"),
                *("--outdir", str(here / "out"), str(source)),
            ],
            here,
        )
        made = here / "out" / "in.docx"
        return made.read_bytes() if made.is_file() else None


def _guard() -> list[str]:
    """Return the command that ends LibreOffice in time even where this process is ended before."""
    guard = shutil.which("timeout")
    return [] if guard is None else [guard, "-s", "KILL", str(SECONDS + 5)]


def _run(command: list[str], folder: Path) -> None:
    """Run LibreOffice to its end; end it and what it started where it takes too long."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        if process.poll() is None:
            _kill(process)
            process.wait()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process with all that it began; by itself where the system has no groups."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except AttributeError:  # Windows
        process.kill()


def _version(made: bytes, name: str) -> str:
    """Return the version of LibreOffice, as it writes it into what it makes."""
    try:
        found = APPLICATION.search(Archive(made, name).data("docProps/app.xml"))
    except DamagedError:
        return ""
    return found[1].decode() if found else ""
