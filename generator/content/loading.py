"""Reading a content folder from disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.cleaning import CleaningSettings, Declared, Erratum
from generator.content.schema import ErrataFile, LibraryFile, LinksFile, SourceEntry, TermsFile
from generator.content.yaml_files import read_yaml
from generator.errors import ContentError
from generator.linking.decisions import Decision
from generator.model import Base, Page, Source, Term
from generator.sources import decode


@dataclass(frozen=True, slots=True)
class Content:
    """A content folder read and checked: what the recipe starts from."""

    name: str
    title: str
    subtitle: str
    language: str
    bases: tuple[Base, ...]
    sources: tuple[Source, ...]
    overrides: dict[str, SourceEntry]
    preferred: dict[str, dict[int, str]]
    cleaning: CleaningSettings
    terms: tuple[Term, ...]
    decisions: tuple[Decision, ...]
    pages: tuple[Page, ...]


def load_content(folder: Path) -> Content:
    """Return the content of `folder`; ContentError says what to mend."""
    if not folder.is_dir():
        raise ContentError(str(folder), "没有这个内容文件夹")
    path = folder / "library.yml"
    if not path.is_file():
        raise ContentError(str(path), "缺少 library.yml；请照 README 写一个")
    library = read_yaml(path, LibraryFile, str(path))
    _refuse_duplicates(str(path), "bases.id", (entry.id for entry in library.bases))
    return Content(
        name=library.name,
        title=library.title,
        subtitle=library.subtitle,
        language=library.language,
        bases=tuple(Base(**entry.model_dump()) for entry in library.bases),
        sources=_sources(folder, str(path), library),
        overrides=dict(library.sources),
        preferred=dict(library.editorial),
        cleaning=CleaningSettings(
            _errata(folder),
            library.markers,
            {name: Declared(**entry.model_dump()) for name, entry in library.sources.items()},
        ),
        terms=_terms(folder),
        decisions=_decisions(folder),
        pages=_pages(folder),
    )


def _refuse_duplicates(where: str, key: str, values: Iterable[str]) -> None:
    for value, count in Counter(values).items():
        if count > 1:
            raise ContentError(where, f"{key}：“{value}”用了{count}次；每一个只能用一次")


def _sources(folder: Path, where: str, library: LibraryFile) -> tuple[Source, ...]:
    root = folder / "sources"
    for name in library.sources:
        if not (root / name).resolve().is_relative_to(root.resolve()):
            raise ContentError(where, f"sources.{name}：路径越出了 sources 文件夹")
    paths = sorted(path for path in root.glob("*") if not path.name.startswith("."))
    if not paths:
        raise ContentError(str(root), "没有来源文件；请至少放入一个文本")
    sources = []
    for path in paths:
        if not path.resolve().is_relative_to(root.resolve()):
            raise ContentError(str(path), "是指向 sources 文件夹之外的链接；请放入文件本身")
        if not path.is_file():
            raise ContentError(str(path), "不是文件；sources 里只放文件")
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ContentError(str(path), f"读不出来（{error.strerror}）") from error
        sources.append(decode(data, path.name))
    return tuple(sources)


def _errata(folder: Path) -> tuple[Erratum, ...]:
    path = folder / "errata.yml"
    if not path.is_file():
        return ()
    rows = read_yaml(path, ErrataFile, str(path)).root
    return tuple(Erratum(**row.model_dump()) for row in rows)


def _terms(folder: Path) -> tuple[Term, ...]:
    path = folder / "terms.yml"
    if not path.is_file():
        return ()
    rows = read_yaml(path, TermsFile, str(path)).root
    _refuse_duplicates(str(path), "name", (row.name for row in rows))
    return tuple(Term(f"term-{index}", **row.model_dump()) for index, row in enumerate(rows, 1))


def _decisions(folder: Path) -> tuple[Decision, ...]:
    path = folder / "links.yml"
    if not path.is_file():
        return ()
    rows = read_yaml(path, LinksFile, str(path)).root
    return tuple(Decision(**row.model_dump(), line=n) for n, row in enumerate(rows, 1))


def _pages(folder: Path) -> tuple[Page, ...]:
    pages = []
    for path in sorted((folder / "pages").glob("*.md")):
        text = path.read_text("utf-8")
        first = next((line for line in text.splitlines() if line.startswith("# ")), "")
        pages.append(Page(path.stem, first[2:].strip() or path.stem, text))
    return tuple(pages)
