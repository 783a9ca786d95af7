"""LibreOffice accepts and rejects the tracked changes of 修订对照: the new text, and the old."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.amendment import compare_editions
from generator.content import load_content
from generator.model import Edition
from generator.outputs.revisions.tracked import document_lines, tracked_blocks
from generator.outputs.revisions.word import tracked_docx
from generator.recipe import build_library
from scripts.amending.making import amend
from tests.conftest import PROJECT

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Answer(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName" : plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions" : plain(1).Value = "UTF8,LF"
  doc.storeToURL(ConvertToURL(target), plain())
  doc.close(True)
  StarDesktop.terminate()
End Sub
</script:module>"""


def answered(document: Path, command: str, folder: Path) -> tuple[str, ...]:
    """Return the lines of a document after LibreOffice has been given a command."""
    profile, target = folder / "profile", folder / "answered.txt"
    program = ("soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}")
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.exists():  # a new profile is filled at its first start
        _run(*program, "--terminate_after_init")
    module.write_text(MACRO, "utf-8")
    _run(*program, f"macro:///Standard.Module1.Answer({document},{target},{command})")
    text = target.read_text("utf-8-sig")
    target.unlink()
    return tuple(text.removesuffix("\n").split("\n"))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def three_versions() -> tuple[Edition, Edition]:
    folder = PROJECT / "tests" / "libraries" / "caiyuan"
    found = build_library(load_content(folder)).every_collation
    return found[2].edition, found[0].edition


def by_script() -> tuple[Edition, Edition]:
    """Return a law in which articles were moved as they are, and others changed."""
    folder = PROJECT / "tests" / "libraries" / "kuaidi"
    edition = build_library(load_content(folder)).collations[0].edition
    for seed in range(50):
        amended = amend(edition, seed)
        if any({"moved"} <= kinds and "changed" not in kinds for _, _, kinds in amended.rows):
            return amended.old, amended.new
    raise AssertionError("no seed moves an article as it is")


@pytest.mark.parametrize("versions", [three_versions, by_script])
def test_libreoffice_gives_both_texts(
    versions: Callable[[], tuple[Edition, Edition]], tmp_path: Path
) -> None:
    old, new = versions()
    document = tmp_path / "versions.docx"
    blocks = tracked_blocks(old, new, compare_editions(old, new))
    document.write_bytes(tracked_docx("对照", blocks, "修订", 0))
    accepted = answered(document, ".uno:AcceptAllTrackedChanges", tmp_path)
    rejected = answered(document, ".uno:RejectAllTrackedChanges", tmp_path)
    assert accepted == document_lines(new)
    assert rejected == document_lines(old)
