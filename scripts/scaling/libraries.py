"""Content folders of many reports: one library, or a hall that divides them into volumes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.content import load_content
from generator.model import Library, Source
from generator.recipe import build_library
from scripts.bench_pipeline import PLACES, iterate_synthetic

WRITTEN = ".written"  # stands in a folder that is whole
YEARS = range(2015, 2025)
ISSUERS = ("中共{}区委员会", "中共{}区纪律检查委员会", "{}区人民政府", "中共{}区委组织部")


def write_library(folder: Path, content: Path, count: int) -> None:
    """Write a content folder: the one at `content` with `count` reports in all."""
    if (folder / WRITTEN).exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(content, folder)
    library = build_library(load_content(content))
    for each in _stating(library, max(0, count - len(library.reports))):
        (folder / "sources" / each.file).write_text(each.text, "utf-8")
    (folder / WRITTEN).touch()


def write_hall(folder: Path, content: Path, count: int, size: int) -> None:
    """Write a hall of `count` made-up reports in volumes of at most `size`."""
    if (folder / WRITTEN).exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(content, folder, ignore=shutil.ignore_patterns("sources", "errata.yml"))
    library = build_library(load_content(content))
    witnesses = {each.piece.file for c in library.collations for each in c.witnesses}
    (folder / "sources").mkdir()
    (folder / "reports").mkdir()
    for name in sorted(witnesses):
        shutil.copy(content / "sources" / name, folder / "sources" / name)
    for each in _stating(library, count):
        (folder / "reports" / each.file).write_text(each.text, "utf-8")
    found = yaml.safe_load((content / "library.yml").read_text("utf-8"))
    dropped = [each.piece.id for each in library.reports if each.piece.file in witnesses]
    found["sources"] = {name: {"drop": "true"} for name in dropped}
    found["bases"] = [{key: str(value) for key, value in each.items()} for each in found["bases"]]
    found["volumes"] = {"by": "size", "size": size}
    (folder / "library.yml").write_text(yaml.safe_dump(found, allow_unicode=True), "utf-8")
    (folder / WRITTEN).touch()


def _stating(library: Library, count: int) -> Iterator[Source]:
    """Yield made-up reports that state an issuer, a place and a date below their title."""
    chance = random.Random(7)
    for each in iterate_synthetic(library, count):
        title, _, rest = each.text.partition("\n")
        issuer = chance.choice(ISSUERS).format(chance.choice(PLACES))
        date = f"（{chance.choice(YEARS)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日）"
        yield Source(each.file, f"{title}\n{issuer}\n{date}\n{rest}", each.sha256, each.encoding)
