"""Reading a content folder from disk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import addresses
from generator.cleaning import CleaningSettings, Declared, Erratum
from generator.content.schema import ErrataFile, LibraryFile, LinksFile, SourceEntry, TermsFile
from generator.content.yaml_files import Model, entry_lines, read_yaml
from generator.errors import ContentError
from generator.linking.decisions import Decision
from generator.model import Base, Page, Source, Term
from generator.sources import decode

CURATED = ("library.yml", "errata.yml", "terms.yml", "links.yml")
PAGE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
RESERVED = frozenset(
    {"assets", "data", "packs", "search"}
    | {
        value.split("/")[0].removesuffix(".html")
        for value in vars(addresses).values()
        if isinstance(value, str) and value.endswith(".html")
    }
)


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
    library = _curated(folder, path.name, LibraryFile)
    if library is None:
        raise ContentError(str(path), "缺少 library.yml；请照 README 写一个")
    _refuse_strangers(folder)
    _refuse_duplicates(str(path), "bases.id", (entry.id for entry in library.bases))
    _refuse_reserved(str(path), "bases.id", (entry.id for entry in library.bases))
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


def _refuse_reserved(where: str, key: str, values: Iterable[str]) -> None:
    for value in values:
        if value in RESERVED:
            raise ContentError(where, f"{key}：“{value}”是网站自己要用的名字；请换一个")


def _refuse_strangers(folder: Path) -> None:
    """Refuse YAML files that nothing reads: a misspelt name must not be silently ignored."""
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in CURATED:
            names = "、".join(CURATED)
            raise ContentError(str(path), f"没有叫这个名字的内容文件（只有 {names}）；请检查拼写")


def _own_file(path: Path, root: Path) -> Path:
    """Return `path` if it is a file inside `root`, with a name that can be printed."""
    name = ascii(path.name) if not path.name.isprintable() else ""
    if name:
        raise ContentError(f"{root}/{name}", "文件名里有不能显示的字符；请改名")
    if not path.resolve().is_relative_to(root.resolve()):
        raise ContentError(str(path), "是指向文件夹之外的链接；请放入文件本身")
    if not path.is_file():
        raise ContentError(str(path), "不是可读的文件；这里只放文件")
    return path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(str(path), f"读不出来（{error.strerror}）") from error


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
        source = decode(_read(_own_file(path, root)), path.name)
        if not source.text.strip():
            raise ContentError(str(path), "是空文件；请放入正文，或删去它")
        sources.append(source)
    return tuple(sources)


def _curated(folder: Path, name: str, model: type[Model]) -> Model | None:
    """Return the curated file `name` as `model`; None where there is none."""
    path = folder / name
    if not path.exists() and not path.is_symlink():
        return None
    return read_yaml(_own_file(path, folder), model, str(path))


def _errata(folder: Path) -> tuple[Erratum, ...]:
    found = _curated(folder, "errata.yml", ErrataFile)
    return tuple(Erratum(**row.model_dump()) for row in found.root) if found else ()


def _terms(folder: Path) -> tuple[Term, ...]:
    found = _curated(folder, "terms.yml", TermsFile)
    rows = found.root if found else ()
    _refuse_duplicates(str(folder / "terms.yml"), "name", (row.name for row in rows))
    return tuple(Term(f"term-{index}", **row.model_dump()) for index, row in enumerate(rows, 1))


def _decisions(folder: Path) -> tuple[Decision, ...]:
    found = _curated(folder, "links.yml", LinksFile)
    rows = found.root if found else ()
    lines = entry_lines(folder / "links.yml") if rows else ()
    return tuple(
        Decision(**row.model_dump(), line=line) for row, line in zip(rows, lines, strict=True)
    )


def _pages(folder: Path) -> tuple[Page, ...]:
    pages = []
    for path in sorted((folder / "pages").glob("*.md")):
        if not PAGE_NAME.fullmatch(path.stem):
            raise ContentError(str(path), "文件名只能用小写字母、数字和连字符；请改名")
        _refuse_reserved(str(path), "文件名", [path.stem])
        try:
            text = _read(_own_file(path, folder)).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ContentError(str(path), "不是 UTF-8 文本；请另存为 UTF-8") from error
        first = next((line for line in text.splitlines() if line.startswith("# ")), "")
        pages.append(Page(path.stem, first[2:].strip() or path.stem, text))
    return tuple(pages)
