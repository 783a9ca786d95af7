"""Every example of the API pages does what it says, and every name that they show is there."""

from __future__ import annotations

import doctest
import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

import generator
from tests.conftest import LAW, PROJECT

PAGES = sorted((PROJECT / "docs" / "api").glob("*.md"))
SHOWN = re.compile(r"^::: (\S+)$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_do_what_they_say(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(LAW, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    text = page.read_text("utf-8").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert len(examples.examples) >= 4
    said: list[str] = []
    failed, _ = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert not failed, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_shown_is_there_and_says_what_it_is(page: Path) -> None:
    names = SHOWN.findall(page.read_text("utf-8"))
    assert names
    for name in names:
        try:
            found: object = import_module(name)
        except ModuleNotFoundError:
            home, _, last = name.rpartition(".")
            found = getattr(import_module(home), last)
        assert (found.__doc__ or "").strip(), name


def test_the_face_is_shown_whole() -> None:
    shown = {name.rpartition(".")[2] for name in SHOWN.findall(PAGES[0].read_text("utf-8"))}
    assert shown == {name for name in generator.__all__ if name != "__version__"}
