"""What git and other hands have done to the files: told by day and person, each taken back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator.desk import Desk, read_action
from generator.desk.differences import steps_between
from generator.desk.steps import done
from generator.errors import ContentError
from generator.model import Library

NONE = {"do": "link", "decision": "none", "report": "xihe", "base": "tiaoli"}
TERMS = "- name: 甲\n  aliases: [子, 丑]\n- name: 乙\n  kind: 机制\n"


@pytest.fixture
def desk(law_folder: Path) -> Desk:
    return Desk(law_folder, law_folder.parent / "cache" / "desk.jsonl")


def git(folder: Path, *arguments: str, who: str = "王编辑", day: str = "2026-11-01") -> None:
    date = f"{day}T09:00:00+08:00"
    person = {"NAME": who, "EMAIL": "e@example.invalid", "DATE": date}
    names = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in person.items()}
    command = ["git", *arguments]
    subprocess.run(command, cwd=folder, env=os.environ | names, check=True, capture_output=True)


def committed(folder: Path, words: str, **more: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", words, **more)


def decide(desk: Desk, law: Library, words: str) -> str:
    text = next(each.piece.text for each in law.reports if each.piece.id == "xihe")
    start = text.index(words)
    action = {"start": start, "end": start + len(words), "words": words}
    return desk.apply(read_action(NONE | action), law).id


def test_commits_are_told_by_day_and_author_and_taken_back(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    git(law_folder, "init", "-q")
    terms = law_folder / "terms.yml"
    terms.write_text(TERMS, "utf-8")
    committed(law_folder, "起头")
    terms.write_text(TERMS.replace("丑", "丑, 寅").replace("机制", "制度"), "utf-8")
    committed(law_folder, "加别称", who="李编辑", day="2026-11-02")
    name = decide(desk, law, "阅览室")
    found = desk.history()
    assert [(each.who, each.at[:10]) for each in found[1:]] == [
        ("李编辑", "2026-11-02"),
        *[("王编辑", "2026-11-01")] * 2,
    ]
    assert found[0].id == name
    assert found[1].summary == "加别称（terms.yml：加1处、改1处）"
    assert {each.summary for each in found[2:]} == {
        "起头（library.yml：新建）",
        "起头（terms.yml：新建）",
    }
    assert not any(each.reversible for each in found[2:])
    assert found[1].after == ("  aliases: [子, 丑, 寅]", "  kind: 制度")
    back = desk.undo(found[1].id)
    assert terms.read_text("utf-8") == TERMS
    desk.undo(back.id)
    assert "寅" in terms.read_text("utf-8")
    terms.write_text(TERMS, "utf-8")
    with pytest.raises(ContentError, match="后来有人改过"):
        desk.undo(found[1].id)
    committed(law_folder, "由编辑台", day="2026-11-28")
    assert [each.id for each in desk.history()].count(name) == 1
    assert not any(each.summary.startswith("由编辑台（links") for each in desk.history())


def test_what_another_hand_saves_is_told_and_taken_back(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    links = law_folder / "links.yml"
    decide(desk, law, "阅览室")
    decided = links.read_text("utf-8")
    links.write_text(decided + "- {decision: none, report: xihe, words: 押金}\n", "utf-8")
    hand = desk.history()[0]
    assert (hand.summary, hand.own, hand.reversible) == ("在别处改了links.yml：加1处", False, True)
    desk.undo(hand.id)
    assert links.read_text("utf-8") == decided


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("terms.yml", TERMS, TERMS.replace("子", "丁").replace("  kind: 机制\n", "")),
        ("terms.yml", TERMS, "- name: 丙\n- name: 乙\n  gloss: 话\n"),
        ("terms.yml", None, TERMS),
        ("links.yml", "# 空\n", "- {decision: none, report: a, words: b}\n"),
        ("thesaurus.txt", "# 头\n甲 乙\n丙 丁\n", "# 头\n甲 乙 戊\n己 庚\n"),
        (
            "library.yml",
            "title: 甲\nbases:\n  - {id: a, title: b}\nsources:\n  '1': {title: c}\n",
            "title: 乙\nbases:\n  - {id: a, title: d, issuer: e}\nmarkers: [x]\n",
        ),
    ],
)
def test_steps_lead_from_one_state_to_the_other(file: str, old: str | None, new: str) -> None:
    text = old
    for step in steps_between(file, old, new):
        text = done(text, step)
    assert steps_between(file, text, new) == ()
