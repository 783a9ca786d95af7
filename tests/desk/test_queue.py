"""What there is to decide: its order, its answers, and that each answer ends its task."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.content import load_content
from generator.desk import Desk, as_json, read_action
from generator.model import Library
from generator.recipe import build_library
from tests.conftest import LAW

KINDS = ["error", "link", "unlinked", "misprint", "quotation", "piece", "finding"]
PLANTED = "\n群众群众都说好。他们己经签了名（见附图。请看\ufffd这里。\n"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The law with a report that has what the checks point at."""
    return build_library(load_content(_planted(tmp_path_factory.mktemp("planted") / "content")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content of that library, to be changed."""
    return _planted(tmp_path / "content")


def _planted(folder: Path) -> Path:
    shutil.copytree(LAW, folder)
    path = folder / "sources" / "xihe.txt"
    path.write_text(path.read_text("utf-8") + PLANTED, "utf-8")
    return folder


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(folder, folder.parent / "cache" / "desk.jsonl")


def test_what_matters_most_comes_first_and_all_of_it_is_json(desk: Desk, planted: Library) -> None:
    tasks = desk.queue(planted)
    kinds = [each.kind for each in tasks]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert {"error", "link", "unlinked", "misprint", "finding"} <= set(kinds)
    assert len({each.id for each in tasks}) == len(tasks)
    texts = {each.piece.id: each.piece.text for each in planted.reports}
    for each in tasks:
        keys = [answer.key for answer in each.answers]
        assert len(set(keys)) == len(keys)
        assert keys[-1] == "l"
        assert each.words == texts[each.piece][each.start : each.end]
        for answer in each.answers:
            read_action(json.loads(json.dumps(as_json(answer.action))))


@pytest.mark.parametrize("key", ["y", "1", "0", "n", "l"])
def test_an_answer_ends_its_task(desk: Desk, folder: Path, planted: Library, key: str) -> None:
    """Whatever has such an answer is answered with it; none of these tasks is there again."""
    answered: list[str] = []
    for task in desk.queue(planted):
        action = next((each.action for each in task.answers if each.key == key), None)
        if action is not None and len(answered) < 4:
            desk.apply(read_action(action), planted)
            answered.append(task.id)
    assert answered
    left = {each.id for each in desk.queue(planted)}
    mended = {each for each in answered if each.startswith(("T-", "E-"))} if key in "y0" else set()
    assert not (set(answered) - mended) & left  # what was mended goes with the next build
    after = build_library(load_content(desk._content))
    assert not set(answered) & {each.id for each in desk.queue(after)}
    desk.undo_all()
    if key != "l":
        assert set(answered) <= {each.id for each in desk.queue(planted)}


def test_suggestions_are_accepted_by_their_actions(
    desk: Desk, planted: Library, folder: Path
) -> None:
    found = desk.suggestions(planted)
    term = next(each for each in found.terms if each.aliases and each.places)
    told = json.loads(json.dumps(as_json(term)))
    assert (told["as"], told["action"]["do"]) == ("new", "term")
    assert all(term.name in "".join(each.around) for each in term.places if each.around[1])
    desk.apply(read_action(told["action"]), planted)
    [entry] = load_content(folder).terms
    assert (entry.name, entry.aliases, entry.related) == (term.name, term.aliases, term.related)
    group = found.thesaurus[0]
    desk.apply(read_action(group.action), planted)
    assert load_content(folder).thesaurus == (group.words,)
