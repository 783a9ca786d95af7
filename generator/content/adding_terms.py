"""Adding entries to terms.yml: what stands there stays as it is, letter for letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.content.files import own_file
from generator.content.schema import TermsFile
from generator.content.yaml_files import list_indent, read_yaml
from generator.errors import ContentError

NAME = "terms.yml"


def add_terms(folder: Path, entries: Callable[[int], str]) -> Path:
    """Append entries to the terms.yml of `folder`, and return the file; it is made where missing.

    `entries` gives their text for so many blanks of indent.  ContentError, and the file as it
    was, where they can't be appended: it is not a list of lines, or can't be written.
    """
    path = folder / NAME
    if path.exists() or path.is_symlink():
        own_file(path, folder)
    path = path.resolve()
    half = path.with_name(f".{NAME}.new")
    try:
        before = path.read_bytes() if path.exists() else b""
        half.write_bytes(_appended(before, entries, folder / NAME))
        read_yaml(half, TermsFile, str(folder / NAME))
        half.replace(path)
    except OSError as error:
        raise ContentError(str(folder / NAME), f"写不进去（{error.strerror}）") from error
    finally:
        half.unlink(missing_ok=True)
    return folder / NAME


def _appended(before: bytes, entries: Callable[[int], str], path: Path) -> bytes:
    indent = list_indent(before.decode("utf-8-sig"))
    if indent is None:
        raise ContentError(str(path), "不是每项一行的列表，接不上；请去掉 --write，自己贴进去")
    text = entries(indent)
    gap = "" if not before.strip() else "\n" if before.endswith(b"\n") else "\n\n"
    ending = "\r\n" if b"\r\n" in before else "\n"
    return before + f"{gap}{text}".replace("\n", ending).encode()
