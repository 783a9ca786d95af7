"""Writes hant/: every page of the finished site once more, in traditional characters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.model import Library
from generator.outputs.hant.addresses import Mirror
from generator.outputs.hant.page import traditional_page
from generator.outputs.hant.segments import SegmentConverter
from generator.script import Converter

FOLDER = "hant"
NOT_MIRRORED = {"404.html"}


def has_edition(library: Library) -> bool:
    """Tell whether the library is in simplified characters, so that an edition makes sense."""
    return library.language.lower() in {"zh", "zh-cn", "zh-sg", "zh-hans", "zh-hans-cn"}


def write_edition(site: Path, target: Path, guard_terms: Iterable[str] = ()) -> list[str]:
    """Write the edition of the pages of `site` into `target`/hant; returns the files' paths.

    The words of `guard_terms` are converted as wholes wherever they stand.
    """
    mirror = Mirror(FOLDER, frozenset(_pages(site)))
    converter = SegmentConverter(Converter(guard_terms))
    written = []
    for page in sorted(mirror.pages):
        text = (site / page).read_text("utf-8")
        path = f"{FOLDER}/{page}"
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(traditional_page(text, page, mirror, converter), "utf-8")
        written.append(path)
    return written


def _pages(site: Path) -> Iterable[str]:
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        if name not in NOT_MIRRORED and not name.startswith(f"{FOLDER}/"):
            yield name
