"""Volumes by way of an object store: built elsewhere, brought home, begun once only."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from generator.archive import Places, away, build_archive, running
from generator.archive.choosing import open_store
from generator.archive.object_store import ObjectStore
from generator.archive.volume import Shared, VolumeMade, VolumeTask, write_note
from generator.build import staging
from generator.errors import ContentError
from tests.archive.test_running import HereEngine, places

__all__ = ["places"]
Built = list[tuple[str, list[str]]]


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    name = f"zk-{uuid4()}"
    address = f"memory://{name}" if request.param == "memory" else f"file://{tmp_path / name}"
    found = open_store(address)
    assert found is not None
    return found


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Built:
    """What workers have built: the volume, and the names of its sources."""
    done: Built = []

    def build(own: Path, content: Path, shared: Shared, task: VolumeTask) -> VolumeMade:
        names = sorted(each.name for each in (content / "sources").iterdir())
        if any("fails" in each.read_text("utf-8") for each in (content / "sources").iterdir()):
            raise ContentError("坏文件", "读不出来")
        done.append((task.id, names))
        own.mkdir(parents=True)
        (own / "summary.json").write_text(task.id, "utf-8")
        (own / "memo").mkdir()
        (own / "memo" / "large").touch()
        targets = Path(shared.site) / task.id, Path(shared.dist) / task.id
        for target in targets:
            (target / "deep").mkdir(parents=True)
            (target / "deep" / "names").write_text(" ".join(names), "utf-8")
            staging.write_manifest(target, {"names": ["deep/names"]})
        write_note(own, task.given, targets)
        return VolumeMade(task.reports, 0)

    monkeypatch.setattr(away, "build_in", build)
    monkeypatch.setattr(running, "build_volume", None)  # nobody sees this machine's folders
    return done


def test_volumes_go_out_and_come_home(
    places: Places, store: ObjectStore, built: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_archive(places, HereEngine(), store) == 0
    assert sorted(built) == [
        ("bing", ["base.txt", "bing1.txt", "bing2.txt"]),
        ("jia", ["base.txt", "jia1.txt", "jia2.txt"]),
        ("yi", ["base.txt", "yi1.txt", "yi2.txt"]),
    ]
    for kind in (places.site, places.dist):
        told = {p.parts[-3]: p.read_text("utf-8") for p in kind.glob("volumes/*/deep/names")}
        assert told["jia"] == "base.txt jia1.txt jia2.txt"
        assert set(told) == {"jia", "yi", "bing"}
    assert (places.work / "jia" / "summary.json").read_text("utf-8") == "jia"
    assert not (places.work / "jia" / "memo").exists()
    assert not any(store.has(f"{kind}/{name}") for kind in ("in", "out") for name in _left(store))
    build_archive(places, HereEngine(), store)
    assert "已做好 3 个，要做 0 个" in capsys.readouterr().out
    assert len(built) == 3


def _left(store: ObjectStore) -> list[str]:
    return [each.rpartition("/")[2] for each in store._files.find(store._root)]


def test_what_stands_in_the_store_is_fetched_and_not_built_again(
    places: Places, store: ObjectStore, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(running, "bring_home", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            build_archive(places, HereEngine(), store)
    assert len(built) == 1
    assert build_archive(places, HereEngine(), store) == 0
    assert len(built) == 3
    assert _left(store) == []


def _interrupted(*given: object) -> None:
    raise KeyboardInterrupt


def test_a_volume_that_fails_there_is_named(
    places: Places, store: ObjectStore, built: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    (places.content / "reports" / "jia" / "jia2.txt").write_text("fails", "utf-8")
    assert build_archive(places, HereEngine(), store) == 1
    assert {each[0] for each in built} == {"yi", "bing"}
    assert "没有做成：jia：坏文件: 读不出来" in capsys.readouterr().out


def test_an_address_that_is_none_is_refused_in_one_line() -> None:
    with pytest.raises(ContentError, match="--shared odd://x"):
        open_store("odd://x")
