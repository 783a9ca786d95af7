"""The hall of an archive: its library, its outputs, the page that leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.archive.assembling import library_folder, write_folder
from generator.archive.hall_file import HallFile
from generator.archive.hall_library import gather
from generator.archive.hall_reuse import shared_between
from generator.archive.hall_search import hall_search
from generator.archive.reuse_store import wording_of_library
from generator.archive.start_page import write_start_page
from generator.archive.summary import FILE, Summary, article_places, read_summary
from generator.archive.volume import (
    MEMO,
    NOTE,
    Shared,
    VolumeTask,
    is_done,
    settings_of,
    write_library,
    write_note,
)
from generator.build.memo import DiskMemo, digest
from generator.build.progress import say
from generator.content import load_content
from generator.errors import ContentError
from generator.model import Library
from generator.outputs.registry import OUTPUTS, Output
from generator.recipe import build_library

HALL = "hall"
LEFT_OUT = {"bundle", "single"}  # a hall without its volumes leads nowhere
NAMED = 6  # reports that a refusal names


@dataclass(frozen=True, slots=True)
class Places:
    """The hall's content folder, and where sites, what is to be printed, and the cache go."""

    content: Path
    site: Path
    dist: Path
    cache: Path

    @property
    def work(self) -> Path:
        """What volumes leave for the hall, and what each remembers."""
        place = str(self.content.resolve()).encode()
        return self.cache / f"archive-{sha256(place).hexdigest()[:16]}"


Failures = list[tuple[str, str]]


def build_hall(
    hall: HallFile, tasks: Sequence[VolumeTask], places: Places, shared: Shared
) -> Failures:
    """Build the hall of the volumes that stand; return title and reason of those left out."""
    own, work = Path(shared.work) / HALL, Path(shared.work)
    folder = library_folder(
        hall, hall.title, str(hall.library.get("name", "library")), common_sources(hall), None
    )
    there = [each for each in tasks if (work / each.id / NOTE).is_file()]
    left = [(each.id, each.title, (work / each.id / FILE).read_bytes()) for each in there]
    given = digest((folder.key, shared.code, left))
    targets = places.site / HALL, places.dist / HALL
    if is_done(own, given, targets):
        return []
    write_folder(folder, own / "content")
    memo = DiskMemo(own / MEMO)
    library = build_library(load_content(own / "content", memo), memo)
    _refuse_reports(hall, library)
    summaries = [(each, read_summary(work / each.id)) for each in there]
    agreed = article_places(library)
    failed = [
        (each.title, "基准文件的条文与总馆不同，没有列入总馆")
        for each, summary in summaries
        if summary.articles != agreed
    ]
    kept = [summary for _, summary in summaries if summary.articles == agreed]
    shared_passages = shared_between(
        [(each.volume.id, work / each.volume.id) for each in kept], wording_of_library(library)
    )
    library = replace(library, hall=gather(kept, shared_passages))
    settings = settings_of(shared.settings, own / "content")
    write_library(library, _outputs(kept, work), *targets, settings, memo)
    memo.sweep()
    write_note(own, given, targets)
    write_start_page(hall.title, places.site)
    say(f"总馆：{len(kept)} 个分册")
    return failed


def _outputs(summaries: Sequence[Summary], work: Path) -> tuple[Output, ...]:
    """Return what is made of the hall: what is of any library, and search over its volumes."""
    volumes = [each.volume for each in summaries]
    over_all = hall_search([(each.address, each.title, work / each.id) for each in volumes])
    return tuple(
        over_all if each.name == "search" else each for each in OUTPUTS if each.name not in LEFT_OUT
    )


def _refuse_reports(hall: HallFile, library: Library) -> None:
    """Raise ContentError where reports stand among the common sources: they would be everywhere."""
    if library.reports:
        names = "、".join(each.piece.id for each in library.reports[:NAMED])
        raise ContentError(
            str(hall.folder / "sources"),
            f"有报告（{names}）：它们会进每一个分册；请移到报告文件夹，"
            "或在 library.yml 的 sources 里写 drop: true",
        )


def common_sources(hall: HallFile) -> list[tuple[str, str, str]]:
    """Return name, path and digest of the sources that the hall and every volume have."""
    return [
        (path.name, str(path), sha256(path.read_bytes()).hexdigest())
        for path in sorted((hall.folder / "sources").glob("*"))
        if path.is_file() and not path.name.startswith(".")
    ]
