"""What a volume leaves for the hall: what it holds, and the best it says on each article.

A summary is as large as the edition, not as the volume.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from generator.model import Library, Link, Piece
from generator.outputs.shared.pack_contents.naming_sources import short_name, source_names
from generator.outputs.shared.pack_contents.passages import shared_note
from generator.outputs.shared.pack_contents.whole_passages import printed_passage
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.passages import Passage, passage_of
from generator.volumes import Volume, VolumeCount, VolumePassage

FILE = "summary.json"
BEST = 8  # passages of an article in a role
MOST_STATED = 200  # places or years that are told of a volume

ArticlePlace = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Summary:
    """A volume as its summary tells it; `articles` are base, number and id of the edition's."""

    volume: Volume
    articles: tuple[ArticlePlace, ...]
    counts: tuple[VolumeCount, ...]
    passages: tuple[VolumePassage, ...]


def summarise(library: Library, volume: str, title: str, address: str) -> Summary:
    """Return the summary of the volume with that id and title; `address` is its root."""
    index = LibraryIndex(library)
    pieces = [each.piece for each in library.reports]
    names = source_names(pieces)
    return Summary(
        Volume(
            volume,
            title,
            address,
            len(library.reports),
            len(library.links),
            _stated(pieces, lambda piece: piece.place),
            _stated(pieces, lambda piece: piece.date[:4]),
        ),
        article_places(library),
        tuple(_counts(library.links, volume)),
        tuple(_best(index, volume, names)),
    )


def article_places(library: Library) -> tuple[ArticlePlace, ...]:
    """Return base, number and id of every article: what volumes and hall must agree on."""
    return tuple(
        (each.edition.base.id, article.number, article.id)
        for each in library.collations
        for article in each.edition.articles
    )


def _stated(pieces: Iterable[Piece], of: Callable[[Piece], str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(filter(None, map(of, pieces)))
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))[:MOST_STATED]


def _counts(links: Iterable[Link], volume: str) -> Iterator[VolumeCount]:
    counts = Counter((each.base, each.article, each.role) for each in links)
    for (base, article, role), count in sorted(counts.items()):
        yield VolumeCount(volume, base, article, role, count)


def _best(index: LibraryIndex, volume: str, names: Mapping[str, str]) -> Iterator[VolumePassage]:
    """Yield the best passages of each article in each role: sure ones first, then the strongest."""
    for (base, article), links in sorted(index.told_by_article.items()):
        by_role: defaultdict[str, list[Link]] = defaultdict(list)
        for link in links:
            by_role[link.role].append(link)
        for role, found in sorted(by_role.items()):
            found.sort(key=lambda each: (not each.sure, -each.score, each.id))
            for link in found[:BEST]:
                yield replace(
                    _passage(passage_of(index, link), link, volume, base, article, role),
                    **_on_paper(index, link, names),
                )


def _on_paper(index: LibraryIndex, link: Link, names: Mapping[str, str]) -> dict[str, Any]:
    """Return what a pack prints of a passage; nothing where it would print nothing."""
    report = index.reports[link.report]
    printed = printed_passage(report, link) if link.sure else None
    if printed is None:
        return {}
    return {
        "auto": link.status == "auto",
        "printed": printed.words,
        "source": names[link.report] + shared_note(link),
        "speaker": short_name(report.piece),
        "marks": tuple(each.text for each in link.evidence),
    }


def _passage(
    shown: Passage, link: Link, volume: str, base: str, article: int, role: str
) -> VolumePassage:
    return VolumePassage(
        volume=volume,
        base=base,
        article=article,
        role=role,
        kind=shown.kind,
        status=shown.status,
        score=link.score,
        sure=link.sure,
        runs=tuple((each.text, bool(each.tags)) for each in shown.runs),
        cut_before=shown.cut_before,
        cut_after=shown.cut_after,
        report_title=shown.report_title,
        address=shown.address,
        why=shown.why,
        shared=shown.shared,
    )


def write_summary(summary: Summary, folder: Path) -> None:
    """Write a summary into the volume's folder of the cache."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(summary), ensure_ascii=False)
    (folder / FILE).write_text(text + "\n", "utf-8")


def read_summary(folder: Path) -> Summary:
    """Return the summary that a volume has left."""
    found = json.loads((folder / FILE).read_text("utf-8"))
    return Summary(
        _volume(found["volume"]),
        tuple((base, number, place) for base, number, place in found["articles"]),
        tuple(VolumeCount(**each) for each in found["counts"]),
        tuple(_read_passage(each) for each in found["passages"]),
    )


def _volume(found: Mapping[str, Any]) -> Volume:
    stated = {
        name: tuple((each[0], each[1]) for each in found[name]) for name in ("places", "years")
    }
    return Volume(**{**found, **stated})


def _read_passage(found: Mapping[str, Any]) -> VolumePassage:
    runs = tuple((text, marked) for text, marked in found["runs"])
    told = {name: tuple(found[name]) for name in ("why", "marks")}
    return VolumePassage(**{**found, **told, "runs": runs})
