"""Files brought to the preview: looked at first, then taken in, all or none."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, cast

import pytest

from generator.build.memo import content_memo
from generator.content.adding import write_new
from generator.errors import ContentError
from generator.preview.incoming import IncomingFiles
from tests.conftest import LAW

REPORT = (
    "南坪社区阅览室开放情况汇报\n"
    "按照《条例》第六条的规定，阅览室国家法定节假日照常开放。\n"
    "一、主要做法\n工作日开放时间延长到晚上八点。\n二、存在问题\n藏书更新不及时。\n"
    "南坪社区居民委员会\n2021年5月6日\n"
)
MARKUP = "<script>alert(1)</script>的汇报\n- a: [b\n正文里有 <b>标签</b> 和 !!python/object。\n"


class Desk:
    """A scratch library, and the files on their way into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "库"
        shutil.copytree(LAW, self.folder)
        self.built = 0
        memo = content_memo(folder / "cache", self.folder)
        self.files = IncomingFiles(self.folder, memo, self._note)

    def _note(self) -> None:
        self.built += 1

    @property
    def sources(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / "sources").iterdir()}

    def records(self) -> list[dict[str, Any]]:
        return cast(dict[str, Any], self.files.records())["files"]  # type: ignore[no-any-return]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_file_is_looked_at_and_nothing_is_written_before_it_is_accepted(desk: Desk) -> None:
    before = desk.sources
    desk.files.take("南坪.txt", REPORT.encode("gbk"))
    (record,) = desk.records()
    assert desk.sources == before
    (piece,) = record["pieces"]
    assert piece["kind"] == "报告"
    assert piece["title"] == "南坪社区阅览室开放情况汇报"
    assert piece["date"] == "2021年5月6日"
    assert piece["issuer"] == "南坪社区居民委员会"
    assert piece["links"] >= 1
    assert record["same"] == ""
    assert "gb" in record["read"].lower()

    accepted = cast(dict[str, Any], desk.files.accept({}))
    (name,) = accepted["written"]
    assert desk.sources == {**before, name: REPORT.encode("gbk")}
    assert desk.built == 1
    assert desk.records() == []


def test_what_was_just_taken_in_is_taken_back_unless_somebody_changed_it(desk: Desk) -> None:
    before = desk.sources
    desk.files.take("a.txt", REPORT.encode())
    desk.files.accept({})
    desk.files.take_back()
    assert desk.sources == before
    assert [each["name"] for each in desk.records()] == ["a.txt"]  # it waits once more
    (name,) = cast(dict[str, Any], desk.files.accept({}))["written"]
    (desk.folder / "sources" / name).write_text("somebody's", "utf-8")
    with pytest.raises(ContentError, match="动过"):
        desk.files.take_back()
    assert desk.sources[name] == b"somebody's"
    with pytest.raises(ContentError):
        desk.files.take_back()


def test_several_come_in_at_once_under_names_of_their_own(desk: Desk) -> None:
    desk.files.take("a.txt", REPORT.encode())
    desk.files.take("a.txt", REPORT.replace("南坪", "北坪").encode())
    desk.files.take("a.txt", REPORT.encode())  # once more the same: no second one
    assert [each["name"] for each in desk.records()] == ["a.txt", "a（2）.txt"]
    accepted = cast(dict[str, Any], desk.files.accept({}))
    assert len(set(accepted["written"])) == 2
    assert {REPORT.encode(), REPORT.replace("南坪", "北坪").encode()} <= set(desk.sources.values())


def test_what_the_library_has_is_told_and_not_written_twice(desk: Desk) -> None:
    before = desk.sources
    desk.files.take("copy.txt", before["xihe.txt"])
    (record,) = desk.records()
    assert record["same"] == "xihe.txt"
    assert desk.files.accept({}) == {"written": [], "same": ["xihe.txt"]}
    assert desk.sources == before


def test_files_are_dropped_by_name_or_all(desk: Desk) -> None:
    for name in ("a", "b", "c"):
        desk.files.take(f"{name}.txt", REPORT.replace("南坪", f"{name}地").encode())
    desk.files.drop(["b.txt"])
    assert [each["name"] for each in desk.records()] == ["a.txt", "c.txt"]
    desk.files.drop(None)
    assert desk.records() == []
    with pytest.raises(ContentError):
        desk.files.accept({})


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.docx", b"PK\x03\x04 no such thing"),
        ("a.pdf", b"%PDF-1.4 broken"),
        ("a.txt", b"  \n"),
        ("a.exe.html", b""),
    ],
)
def test_what_can_not_be_read_is_refused_in_one_line(desk: Desk, name: str, body: bytes) -> None:
    before = desk.sources
    with pytest.raises(ContentError) as refused:
        desk.files.take(name, body)
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)
    assert desk.records() == []
    assert desk.sources == before


def test_markup_in_a_file_stays_words(desk: Desk) -> None:
    desk.files.take("<b>.txt", MARKUP.encode())
    (record,) = desk.records()
    assert record["name"] == "<b>.txt"  # the page shows it as text
    accepted = cast(dict[str, Any], desk.files.accept({}))
    (name,) = accepted["written"]
    assert "<" not in name
    assert desk.sources[name] == MARKUP.encode()


def test_all_are_written_or_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = desk.sources
    desk.files.take("a.txt", REPORT.encode())
    desk.files.take("b.txt", REPORT.replace("南坪", "北坪").encode())
    done: list[Path] = []

    def full(place: Path, body: bytes) -> None:
        if done:
            raise OSError(28, "No space left on device")
        done.append(place)
        write_new(place, body)

    monkeypatch.setattr("generator.preview.incoming.write_new", full)
    with pytest.raises(ContentError):
        desk.files.accept({})
    assert len(done) == 1
    assert desk.sources == before
    assert desk.built == 0


def test_what_another_has_put_there_meanwhile_is_not_written_over(desk: Desk) -> None:
    desk.files.take("new.txt", REPORT.encode())
    other = REPORT.replace("南坪", "北坪").encode()
    (desk.folder / "sources" / "new.txt").write_bytes(other)
    accepted = cast(dict[str, Any], desk.files.accept({}))
    (name,) = accepted["written"]
    assert desk.sources["new.txt"] == other
    assert desk.sources[name] == REPORT.encode()


def test_no_more_wait_than_can_be_looked_at(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.preview.incoming.MOST_FILES", 1)
    desk.files.take("a.txt", REPORT.encode())
    with pytest.raises(ContentError, match="太多"):
        desk.files.take("b.txt", b"other words")
