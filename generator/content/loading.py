"""Reading a content folder from disk."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.build.memo import Memo, files_digest, no_memo
from generator.cleaning import CleaningSettings
from generator.content.curated import FILES, Curated
from generator.content.files import names_in, own_file, read
from generator.content.reading import read_source
from generator.content.reserved_names import refuse_reserved
from generator.edition import ChosenReading
from generator.errors import ContentError
from generator.linking import Decision
from generator.model import USUAL_PACKS, Acceptance, Base, Carried, PackStyle, Page, Source, Term
from generator.volumes import Above

MOST_BRACKETS = 4000  # in one paragraph: Markdown looks from each of them for a link to its end
PAGE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
LONGEST_FILE_NAME = 255  # bytes, on the systems in use
TRIES = 20  # at reading files that somebody is writing


@dataclass(frozen=True, slots=True)
class Content:
    """A content folder read and checked: what the recipe starts from."""

    name: str
    title: str
    subtitle: str
    language: str
    bases: tuple[Base, ...]
    sources: tuple[Source, ...]
    preferred: dict[str, dict[str, str]]
    cleaning: CleaningSettings
    terms: tuple[Term, ...]
    thesaurus: tuple[tuple[str, ...], ...]
    decisions: tuple[Decision, ...]
    pages: tuple[Page, ...]
    packs: PackStyle = USUAL_PACKS
    downloads: tuple[Carried, ...] = ()
    above: Above | None = None
    accepted: tuple[Acceptance, ...] = ()
    readings: tuple[ChosenReading, ...] = ()


def load_content(folder: Path, memo: Memo = no_memo) -> Content:
    """Return the content of `folder`; ContentError says what to mend.

    What `memo` knows of the curated files is not checked against the schema again.
    """
    if not folder.is_dir():
        raise ContentError(str(folder), "没有这个内容文件夹")
    _refuse_strangers(folder)
    for name in FILES:
        if (folder / name).exists() or (folder / name).is_symlink():
            own_file(folder / name, folder)
    curated = _curated_files(folder, memo)
    return Content(
        name=curated.name,
        title=curated.title,
        subtitle=curated.subtitle,
        language=curated.language,
        bases=curated.bases,
        sources=_sources(folder, curated, memo),
        preferred=curated.preferred,
        cleaning=CleaningSettings(curated.errata, curated.markers, curated.declared),
        terms=curated.terms,
        thesaurus=curated.thesaurus,
        decisions=curated.decisions,
        pages=_pages(folder),
        packs=curated.packs,
        downloads=curated.downloads,
        above=curated.above,
        accepted=curated.accepted,
        readings=curated.readings,
    )


def _curated_files(folder: Path, memo: Memo) -> Curated:
    """Return what the curated files say, all at one moment: editors write while a build reads."""
    for _ in range(TRIES):
        key = files_digest(folder, FILES)
        with suppress(_ChangedMeanwhileError):
            return memo(_curated, folder, key, key=key)
    raise ContentError(str(folder), "内容文件一直在改动；请停一停再来")


class _ChangedMeanwhileError(Exception):
    """The curated files are no longer those that were to be read."""


def _curated(folder: Path, key: str) -> Curated:
    """Return what the curated files say whose digest is `key`."""
    from generator.content.curated_files import read_curated  # the schema is heavy

    try:
        return read_curated(folder)
    finally:
        if files_digest(folder, FILES) != key:
            raise _ChangedMeanwhileError


def _refuse_strangers(folder: Path) -> None:
    """Refuse YAML files that nothing reads: a misspelt name must not be silently ignored."""
    for path in names_in(folder):
        if path.match("*.y*ml") and path.name not in FILES:
            names = "、".join(FILES)
            raise ContentError(str(path), f"没有叫这个名字的内容文件（只有 {names}）；请检查拼写")


def _sources(folder: Path, curated: Curated, memo: Memo) -> tuple[Source, ...]:
    root = folder / "sources"
    for name in curated.declared:
        if len(name.encode()) > LONGEST_FILE_NAME:
            raise ContentError(
                str(folder / "library.yml"),
                f"sources.{name[:12]}…：没有这么长的文件名（{len(name)}个字）",
            )
        if not (root / name).resolve().is_relative_to(root.resolve()):
            raise ContentError(
                str(folder / "library.yml"), f"sources.{name}：路径越出了 sources 文件夹"
            )
    paths = [path for path in names_in(root) if not path.name.startswith(".")]
    if not paths:
        raise ContentError(str(root), "没有来源文件；请至少放入一个文本")
    sources = []
    for path in paths:
        source = read_source(path.name, read(own_file(path, root)), memo)
        if not source.text.strip():
            raise ContentError(str(path), "是空文件；请放入正文，或删去它")
        sources.append(source)
    return tuple(sources)


def _pages(folder: Path) -> tuple[Page, ...]:
    pages = []
    for path in names_in(folder / "pages"):
        if path.suffix != ".md" or path.name.startswith("."):
            continue
        if not PAGE_NAME.fullmatch(path.stem):
            raise ContentError(str(path), "文件名只能用小写字母、数字和连字符；请改名")
        refuse_reserved(str(path), "文件名", [path.stem])
        try:
            text = read(own_file(path, folder)).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ContentError(str(path), "不是 UTF-8 文本；请另存为 UTF-8") from error
        if max(part.count("[") for part in text.split("\n\n")) > MOST_BRACKETS:
            raise ContentError(str(path), "有一段里的“[”多得不像文章；请检查这个文件")
        first = next((line for line in text.splitlines() if line.startswith("# ")), "")
        pages.append(Page(path.stem, first[2:].strip() or path.stem, text))
    return tuple(pages)
