"""A run of an archive: what is missing is built, what fails is named, what is done stays done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from generator.archive import Places, build_archive, running
from generator.archive.engines import Ended, LocalEngine
from generator.archive.volume import Shared, VolumeMade, VolumeTask, write_note
from generator.build import staging
from generator.errors import ContentError

Item = TypeVar("Item")
Common = TypeVar("Common")
Made = TypeVar("Made")

LIBRARY = """title: 试验馆
bases: [{id: yi, title: 试验办法, short_title: 《办法》}]
volumes: {by: folder, size: 3}
"""


class HereEngine:
    """Does everything in this process."""

    def map(
        self, function: Callable[[Item, Common], Made], items: Sequence[Item], shared: Common
    ) -> Iterator[Ended[Made]]:
        for number, item in enumerate(items):
            try:
                yield Ended(number, function(item, shared))
            except ContentError as error:
                yield Ended(number, None, str(error))

    def close(self) -> None:
        pass


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    hall = tmp_path / "hall"
    (hall / "sources").mkdir(parents=True)
    (hall / "sources" / "base.txt").write_text("试验办法", "utf-8")
    (hall / "library.yml").write_text(LIBRARY, "utf-8")
    for place in ("jia", "yi", "bing"):
        (hall / "reports" / place).mkdir(parents=True)
        for number in (1, 2):
            (hall / "reports" / place / f"{place}{number}.txt").write_text(place, "utf-8")
    monkeypatch.setattr(running, "build_volume", _build)
    monkeypatch.setattr(running, "build_hall", lambda *given: [])
    return Places(hall, tmp_path / "site", tmp_path / "dist", tmp_path / "cache")


def _build(task: VolumeTask, shared: Shared) -> VolumeMade:
    """Write what stands for a volume: the names of its sources."""
    if any("fails" in Path(path).read_text("utf-8") for _, path in task.folder.sources):
        raise ContentError("坏文件", "读不出来")
    own = Path(shared.work) / task.id
    (own / "content").mkdir(parents=True, exist_ok=True)
    targets = Path(shared.site) / task.id, Path(shared.dist) / task.id
    for target in targets:
        target.mkdir(parents=True, exist_ok=True)
        (target / "names").write_text(" ".join(name for name, _ in task.folder.sources), "utf-8")
        staging.write_manifest(target, {"names": ["names"]})
    write_note(own, task.given, targets)
    return VolumeMade(task.reports, 0)


def _built(places: Places) -> dict[str, str]:
    return {
        each.parent.name: each.read_text("utf-8") for each in places.site.glob("volumes/*/names")
    }


def test_what_is_done_is_not_done_again(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_archive(places, HereEngine()) == 0
    assert _built(places) == {
        "jia": "base.txt jia1.txt jia2.txt",
        "yi": "base.txt yi1.txt yi2.txt",
        "bing": "base.txt bing1.txt bing2.txt",
    }
    assert "已做好 0 个，要做 3 个" in capsys.readouterr().out
    assert build_archive(places, HereEngine()) == 0
    assert "已做好 3 个，要做 0 个" in capsys.readouterr().out
    (places.content / "reports" / "yi" / "yi3.txt").write_text("yi", "utf-8")
    build_archive(places, HereEngine())
    assert "已做好 2 个，要做 1 个" in capsys.readouterr().out
    (places.content / "terms.yml").write_text("- {name: 监督}", "utf-8")
    build_archive(places, HereEngine())
    assert "已做好 0 个，要做 3 个" in capsys.readouterr().out


def test_a_volume_whose_site_was_lost_is_built_again(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    build_archive(places, HereEngine())
    (places.site / "volumes" / "jia" / staging.MANIFEST).unlink()
    capsys.readouterr()
    build_archive(places, HereEngine())
    assert "要做 1 个" in capsys.readouterr().out


def test_a_volume_that_fails_is_named_and_stops_no_other(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = places.content / "reports" / "jia" / "jia2.txt"
    bad.write_text("fails", "utf-8")
    assert build_archive(places, HereEngine()) == 1
    assert set(_built(places)) == {"yi", "bing"}
    assert "没有做成：jia：坏文件: 读不出来" in capsys.readouterr().out
    bad.write_text("jia", "utf-8")
    assert build_archive(places, HereEngine()) == 0
    assert "已做好 2 个，要做 1 个" in capsys.readouterr().out


def test_a_volume_that_is_no_more_is_taken_away(places: Places) -> None:
    build_archive(places, HereEngine())
    for path in (places.content / "reports" / "yi").iterdir():
        path.unlink()
    build_archive(places, HereEngine())
    assert set(_built(places)) == {"jia", "bing"}
    assert not (places.dist / "volumes" / "yi").exists()


def _halve(number: int, shared: int) -> int:
    if number == 3:
        raise ContentError("三", "是单数")
    return number * shared


def test_local_processes_say_how_each_item_ended() -> None:
    ended = sorted(LocalEngine(2).map(_halve, [1, 2, 3], 10), key=lambda each: each.number)
    assert [each.made for each in ended] == [10, 20, None]
    assert ended[2].reason == "三: 是单数"


@pytest.mark.parametrize(
    ("library", "said"),
    [
        ("volumes: {by: colour}", "volumes.by：没有这个值"),
        ("volumes: {by: size, size: 0}", "volumes.size"),
        ("", "缺少 volumes"),
        ("volumes: [{id: a, title: 甲, content: a}, {id: a, title: 乙, content: b}]", "写了两次"),
        ("volumes: [{id: a, title: 甲, content: nowhere}]", "不是内容文件夹"),
    ],
)
def test_a_hall_that_cannot_be_read_is_one_line(places: Places, library: str, said: str) -> None:
    path = places.content / "library.yml"
    path.write_text(LIBRARY.rpartition("volumes")[0] + library + "\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        build_archive(places, HereEngine())
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
