"""Reading library.yml and the curated files: YAML, checked against the schema."""

from __future__ import annotations

from pathlib import Path

from generator.cleaning import Declared, Erratum
from generator.content.curated import Curated
from generator.content.files import own_file, read
from generator.content.pack_choices import pack_style
from generator.content.reserved_names import refuse_duplicates, refuse_mixed_up, refuse_reserved
from generator.content.schema import BaseEntry, ErrataFile, LibraryFile, LinksFile, TermsFile
from generator.content.versions import with_versions
from generator.content.yaml_files import Model, entry_lines, read_yaml
from generator.edition import ChosenReading
from generator.errors import ContentError
from generator.linking import Decision
from generator.model import Acceptance, Base, Term
from generator.structure import PARAGRAPHS, form_of
from generator.volumes import Above


def read_curated(folder: Path) -> Curated:
    """Return what stands in the curated files of `folder`; ContentError says what to mend."""
    path = folder / "library.yml"
    library = _curated(folder, path.name, LibraryFile)
    if library is None:
        raise ContentError(str(path), "缺少 library.yml；请照 README 写一个")
    refuse_duplicates(str(path), "bases.id", (entry.id for entry in library.bases))
    refuse_reserved(str(path), "bases.id", (entry.id for entry in library.bases))
    refuse_mixed_up(str(path), "bases.id", (entry.id for entry in library.bases))
    refuse_reserved(str(path), "name", (library.name,))
    bases = tuple(with_versions(str(path), _base(path, e), e.versions) for e in library.bases)
    ids = [version.id for base in bases for version in (base, *base.earlier)]
    refuse_duplicates(str(path), "bases.id", ids)
    for name in library.editorial.keys() - set(ids):
        raise ContentError(str(path), f"editorial.{name}：没有这个基准文件")
    for each in library.readings:
        if each.base not in ids:
            raise ContentError(str(path), f"readings：没有“{each.base}”这个基准文件")
    return Curated(
        name=library.name,
        title=library.title,
        subtitle=library.subtitle,
        language=library.language,
        bases=bases,
        declared={name: Declared(**entry.model_dump()) for name, entry in library.sources.items()},
        preferred=dict(library.editorial),
        markers=library.markers,
        errata=_errata(folder),
        terms=_terms(folder),
        thesaurus=_thesaurus(folder),
        decisions=_decisions(folder),
        packs=pack_style(
            library.packs.page_number,
            library.packs.fonts.model_dump(exclude_none=True),
            library.packs.cover,
            library.packs.traditional,
            library.packs.quiz,
        ),
        downloads=library.downloads,
        above=Above(library.hall.title, library.hall.address) if library.hall else None,
        accepted=tuple(Acceptance(**entry.model_dump()) for entry in library.accepted),
        readings=tuple(
            ChosenReading(each.base, str(each.article), each.follow, each.words)
            for each in library.readings
        ),
    )


def _base(path: Path, entry: BaseEntry) -> Base:
    """Return a base; ContentError where an example of its numbering is no label."""
    for at, example in enumerate(entry.numbering, 1):
        last = at == len(entry.numbering)
        if form_of(example) is None and not (last and example == PARAGRAPHS):
            raise ContentError(
                str(path),
                f"bases.{entry.id}.numbering：不认识编号“{example}”；"
                f"写成 第一章、第一条、一、、（一）、1.、（1），没有编号的写 {PARAGRAPHS}",
            )
    given = entry.model_dump(exclude={"versions"})
    if entry.annexes == "false":
        given["annexes"] = ()
    return Base(**given)


def _curated(folder: Path, name: str, model: type[Model]) -> Model | None:
    """Return the curated file `name` as `model`; None where there is none."""
    path = folder / name
    if not path.exists() and not path.is_symlink():
        return None
    return read_yaml(own_file(path, folder), model, str(path))


def _errata(folder: Path) -> tuple[Erratum, ...]:
    found = _curated(folder, "errata.yml", ErrataFile)
    return (
        tuple(Erratum(**row.model_dump() | {"after": row.after or ""}) for row in found.root)
        if found
        else ()
    )


def _terms(folder: Path) -> tuple[Term, ...]:
    found = _curated(folder, "terms.yml", TermsFile)
    rows = found.root if found else ()
    refuse_duplicates(str(folder / "terms.yml"), "name", (row.name for row in rows))
    return tuple(Term(f"term-{index}", **row.model_dump()) for index, row in enumerate(rows, 1))


def _thesaurus(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the groups of thesaurus.txt: words of one matter on a line, blanks apart, # notes."""
    path = folder / "thesaurus.txt"
    if not path.exists() and not path.is_symlink():
        return ()
    try:
        lines = read(own_file(path, folder)).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ContentError(str(path), "不是 UTF-8 编码；请另存为 UTF-8") from error
    groups = (tuple(line.split()) for line in lines if not line.lstrip().startswith("#"))
    return tuple(group for group in groups if group)


def _decisions(folder: Path) -> tuple[Decision, ...]:
    found = _curated(folder, "links.yml", LinksFile)
    rows = found.root if found else ()
    lines = entry_lines(folder / "links.yml") if rows else ()
    return tuple(
        Decision(**row.model_dump(), line=line) for row, line in zip(rows, lines, strict=True)
    )
