"""A decision at the desk: the file before and after, what is refused, what is taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content import load_content
from generator.desk import Change, Desk, as_json, read_action
from generator.errors import ContentError
from generator.model import Library
from generator.recipe import build_library

Do = Callable[..., Change]
HEAD = "# 裁定\n# 第二行\n[]\n"


@pytest.fixture
def desk(law_folder: Path) -> Desk:
    return Desk(law_folder, law_folder.parent / "cache" / "desk.jsonl")


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def place(library: Library, report: str, words: str) -> dict[str, object]:
    """Return where words stand for the first time in a report, as a page sends it."""
    text = next(each.piece.text for each in library.reports if each.piece.id == report)
    start = text.index(words)
    return {"start": start, "end": start + len(words), "words": words}


def link(library: Library, report: str, words: str, **more: object) -> dict[str, object]:
    return {"do": "link", "report": report, "base": "tiaoli"} | place(library, report, words) | more


def test_a_link_confirmed_is_one_entry_below_what_stands_there(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    """The comments stay, the empty list gives way; undone, the bytes are the same again."""
    (law_folder / "links.yml").write_text(HEAD, "utf-8")
    one = next(each for each in law.links if each.report == "xihe")
    text = next(each.piece.text for each in law.reports if each.piece.id == "xihe")
    words = text[one.start : one.end]
    article = str(one.article)
    action = link(law, "xihe", words, decision="confirm", article=article, note="核对: 过“的”")
    change = desk.apply(read_action(action), law)
    written = (law_folder / "links.yml").read_text("utf-8")
    assert written.startswith("# 裁定\n# 第二行\n- decision: confirm\n  report: xihe\n")
    assert change.files == ("links.yml",)
    assert change.before == ("[]",)
    assert change.after[0] == "- decision: confirm"
    assert json.loads(json.dumps(as_json(change)))["summary"] == change.summary
    after = build_library(load_content(law_folder))
    assert {each.id: each.status for each in after.links}[one.id] == "confirmed"
    assert desk.undo(change.id).undone
    assert (law_folder / "links.yml").read_text("utf-8") == HEAD


def test_a_link_is_moved_and_given_a_role(desk: Desk, law: Library, law_folder: Path) -> None:
    one = next(each for each in law.links if each.report == "dongqiao")
    text = next(each.piece.text for each in law.reports if each.piece.id == "dongqiao")
    words = text[one.start : one.end]
    other = "10" if one.article != 10 else "9"
    moved = link(law, "dongqiao", words, decision="reject", article=str(one.article), to=other)
    desk.apply(read_action(moved | {"role": "problem"}), law)
    after = build_library(load_content(law_folder))
    here = {each.article: each for each in after.links if each.start <= one.start < each.end}
    assert one.article not in here
    assert here[int(other)].role == "problem"


def test_without_a_base_the_first_is_meant_and_none_is_of_all(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    none = {"do": "link", "decision": "none", "report": "xihe"} | place(law, "xihe", "阅览室")
    desk.apply(read_action(none), law)
    assert "base" not in (law_folder / "links.yml").read_text("utf-8")
    desk.apply(read_action(none | {"decision": "add", "article": "第九条"}), law)
    last = load_content(law_folder).decisions[-1]
    assert (last.base, last.article) == ("tiaoli", "9")


def test_a_misprint_is_corrected_at_its_place_alone(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    """阅览室 stands many times; the third of them, and no other, is changed."""
    text = next(each.piece.text for each in law.reports if each.piece.id == "dongqiao")
    start = -1
    for _ in range(3):
        start = text.index("阅览室", start + 1)
    action = {"do": "erratum", "piece": "dongqiao", "start": start, "end": start + 3}
    action |= {"words": "阅览室", "correct": "阅读室", "reason": "试一试"}
    desk.apply(read_action(action), law)
    after = build_library(load_content(law_folder))
    corrected = next(each.piece.text for each in after.reports if each.piece.id == "dongqiao")
    assert corrected == text[:start] + "阅读室" + text[start + 3 :]
    second = text.index("阅览室", start + 1)  # the page is older than the first correction
    desk.apply(read_action(action | {"start": second, "end": second + 3}), law)
    after = build_library(load_content(law_folder))
    corrected = next(each.piece.text for each in after.reports if each.piece.id == "dongqiao")
    assert corrected.count("阅读室") == 2
    assert [each for each in after.findings if each.code.startswith("E-")] == []


def test_a_suspicion_changes_no_text(desk: Desk, law: Library, law_folder: Path) -> None:
    spot = place(law, "xihe", "阅览室")
    action = {"do": "erratum", "piece": "xihe", "reason": "疑漏字", "suspect": True} | spot
    desk.apply(read_action(action), law)
    after = build_library(load_content(law_folder))
    found = [each for each in after.findings if each.code == "E-004"]
    assert len(found) == 1
    assert "阅览室" in found[0].text
    assert [each.piece.text for each in after.reports] == [each.piece.text for each in law.reports]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"words": "没有这些字啊"}, "页面是旧的"),
        ({"article": "99"}, "没有这一条"),
        ({"article": ""}, "没有这一条"),
        ({"base": "yijian"}, "没有这个基准文件"),
        ({"report": "nowhere"}, "没有这一篇"),
        ({"report": "../../etc"}, "report: 只能用"),
        ({"decision": "delete"}, "没有这个值"),
        ({"decision": "role"}, "写明改为哪种性质"),
        ({"role": "boss"}, "没有这个值"),
        ({"note": "一\n- decision: add"}, "只写一行"),
        ({"note": "\x00"}, "不能显示"),
        ({"note": "长" * 501}, "太长"),
        ({"start": -1}, "start"),
        ({"start": 5, "end": 5}, "没有选中文字"),
        ({"start": "5"}, "应当是一个整数"),
        ({"extra": 1}, "没有这个键"),
        ({"do": "rm"}, "没有这种操作"),
        ({"do": ["link"]}, "没有这种操作"),
    ],
)
def test_what_is_wrong_is_refused_in_one_line(
    desk: Desk, law: Library, law_folder: Path, change: dict[str, object], said: str
) -> None:
    one = next(each for each in law.links if each.report == "xihe")
    text = next(each.piece.text for each in law.reports if each.piece.id == "xihe")
    good = link(law, "xihe", text[one.start : one.end], decision="confirm")
    before = state(law_folder)
    with pytest.raises(ContentError) as refused:
        desk.apply(read_action(good | {"article": str(one.article)} | change), law)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert state(law_folder) == before


def test_a_file_that_would_not_load_is_not_written(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    """The line named is that of the editors' file, not of the copy that was tried."""
    (law_folder / "links.yml").write_text("- decision: confrim\n  report: xihe\n", "utf-8")
    before = state(law_folder)
    action = link(law, "xihe", "阅览室", decision="none")
    with pytest.raises(ContentError, match=r"^links\.yml:1: 0\.decision：没有这个值"):
        desk.apply(read_action(action), law)
    assert state(law_folder) == before


def test_changes_are_taken_back_in_any_order(desk: Desk, law: Library, law_folder: Path) -> None:
    """Also where another hand has saved the file in between; what that wrote stays."""
    before = state(law_folder)
    texts = {each.piece.id: each.piece.text for each in law.reports}
    changes = []
    for one in law.links[:4]:
        words = texts[one.report][one.start : one.end]
        action = link(law, one.report, words, decision="confirm", article=str(one.article))
        changes.append(desk.apply(read_action(action), law))
    links = law_folder / "links.yml"
    desk.undo(changes[1].id)
    assert links.read_text("utf-8").count("decision") == 3
    with pytest.raises(ContentError, match="已经撤销过了"):
        desk.undo(changes[1].id)
    by_hand = "# 我的话\n" + links.read_text("utf-8").replace("confirm", "reject", 1)
    links.write_text(by_hand, "utf-8")
    desk.undo(changes[2].id)
    assert "# 我的话" in links.read_text("utf-8")
    assert links.read_text("utf-8").count("decision") == 2
    with pytest.raises(ContentError, match="已经不在文件里"):
        desk.undo(changes[0].id)
    own = [each for each in desk.history() if each.own]
    assert [each.lost for each in own] == [False, False, False, True]
    desk.undo_all()
    assert [each.undone for each in desk.history() if each.own] == [True, True, True, False]
    links.unlink()
    assert state(law_folder) == before


def test_an_older_state_saved_over_a_decision_is_noticed_and_mended(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    links = law_folder / "links.yml"
    links.write_text(HEAD, "utf-8")
    change = desk.apply(read_action(link(law, "xihe", "阅览室", decision="none")), law)
    decided = links.read_bytes()
    links.write_text(HEAD, "utf-8")  # an editor's program had the file open
    assert [each.id for each in desk.lost()] == [change.id]
    assert not desk.again(change.id).lost
    assert links.read_bytes() == decided
    assert desk.lost() == ()
    desk.undo(change.id)
    assert links.read_text("utf-8") == HEAD


def test_half_a_row_of_a_process_that_was_killed_is_passed_over(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    journal = law_folder.parent / "cache" / "desk.jsonl"
    desk.apply(read_action(link(law, "xihe", "阅览室", decision="none")), law)
    with journal.open("ab") as file:
        file.write(b'{"change": {"id": "x')
    change = desk.apply(read_action(link(law, "dongqiao", "阅览室", decision="none")), law)
    assert len(Desk(law_folder, journal).history()) == 2
    desk.undo(change.id)
    journal.write_text("nonsense\n", "utf-8")
    with pytest.raises(ContentError, match="记录坏了"):
        Desk(law_folder, journal).history()


def test_a_second_session_reads_the_journal_of_the_first(
    desk: Desk, law: Library, law_folder: Path
) -> None:
    before = state(law_folder)
    change = desk.apply(read_action(link(law, "xihe", "阅览室", decision="none")), law)
    later = Desk(law_folder, law_folder.parent / "cache" / "desk.jsonl")
    assert [(each.id, each.own) for each in later.history()] == [(change.id, False)]
    assert later.undo_all() == ()
    later.undo(change.id)
    assert state(law_folder) == before
    assert desk.history()[0].undone
