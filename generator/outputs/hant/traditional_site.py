"""Writes hant/: every page of the finished site once more, in traditional characters.

Style sheets, data and the search index are shared with the simplified site, and packs where
they do not come in traditional characters; scripts are written again, as their words are for
readers too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path

from generator.addresses import EDITION, REPORT_DATA
from generator.build.known_files import KnownFiles
from generator.build.memo import Memo, code_digest, digest, no_memo
from generator.model import Library
from generator.outputs.hant.changed_surroundings import Surroundings, changes
from generator.outputs.hant.converted_page import PageConverter
from generator.outputs.hant.mirror import Mirror
from generator.outputs.hant.scripts import traditional_script
from generator.outputs.hant.segments import SegmentConverter
from generator.text.dictionary import Dictionary, load_dictionary
from generator.text.pinyin import PinyinTable, traditional_table
from generator.text.traditional import Converter, is_simplified

FOLDER = EDITION
NOT_MIRRORED = {"404.html"}
PINYIN = "assets/pinyin.js"


def has_edition(library: Library) -> bool:
    """Tell whether the library is in simplified characters, so that an edition makes sense."""
    return is_simplified(library.language)


def write_edition(
    site: Path,
    target: Path,
    guard_terms: Iterable[str] = (),
    packs: frozenset[str] = frozenset(),
    left_out: Collection[str] = (),
    *,
    memo: Memo = no_memo,
    known: KnownFiles | None = None,
) -> list[str]:
    """Write the edition of the pages of `site` into `target`/hant; returns the files' paths.

    `packs` are those that lie in the edition as well: links lead there.  Pages named in
    `left_out` are not mirrored.
    The words of `guard_terms` are converted as wholes wherever they stand.  What `known` has of
    a page and its surroundings is not converted again.
    """
    pages, scripts = _pages(site) - frozenset(left_out), _scripts(site)
    mirror = Mirror(FOLDER, pages | scripts | packs, packs)
    terms = sorted(guard_terms)
    converter = Converter(terms)
    files = sorted(mirror.paths - pages)
    around = digest((code_digest(__name__), files, sorted(packs), sorted(left_out)))
    characters = _write_pages(
        site,
        target,
        sorted(pages),
        PageConverter(mirror, SegmentConverter(converter)),
        around,
        Surroundings(tuple(terms), tuple(sorted(pages))),
        known or KnownFiles(),
    )
    for name in scripts:
        text = (site / name).read_text("utf-8")
        if name == PINYIN:
            text = _pinyin(text, memo(load_dictionary), characters, converter)
        else:
            text = traditional_script(text, converter)
        _write(target / FOLDER / name, text)
    return [f"{FOLDER}/{name}" for name in sorted(pages | scripts)]


def _write_pages(
    site: Path,
    target: Path,
    names: Iterable[str],
    converter: PageConverter,
    around: str,
    surroundings: Surroundings,
    known: KnownFiles,
) -> set[str]:
    """Write the pages' traditional forms; returns the characters that stand in them.

    `around` is the digest of all that they are made from besides their simplified forms and
    the `surroundings`.
    """
    taken_over: set[str] = set()
    changed = changes(surroundings, known.about)
    for name in names:
        page = (site / name).read_bytes()
        key = sha256(around.encode() + page).hexdigest()
        path = f"{FOLDER}/{name}"
        text = page.decode()
        touched = changed.touch(text)
        if not touched and (found := known.take_over(path, key, target)):
            told = found.told or _characters((target / path).read_text("utf-8"))
            taken_over.update(told)
        else:
            _write(target / path, converter.page(text, name))
            told = ""
        known.note(path, key, target, told)
    known.save(surroundings.said())
    return converter.characters | taken_over


def _characters(text: str) -> str:
    return "".join(sorted(set(text)))


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def _pinyin(script: str, dictionary: Dictionary, characters: set[str], converter: Converter) -> str:
    table = PinyinTable.from_script(script)
    return traditional_table(table, dictionary, converter, characters).script()


def _pages(site: Path) -> frozenset[str]:
    names = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return frozenset(
        name for name in names if name not in NOT_MIRRORED and not name.startswith(f"{FOLDER}/")
    )


def _scripts(site: Path) -> frozenset[str]:
    found = {f"assets/js/{path.name}" for path in (site / "assets/js").glob("*.js")}
    return frozenset(found | {each for each in (PINYIN, REPORT_DATA) if (site / each).is_file()})
