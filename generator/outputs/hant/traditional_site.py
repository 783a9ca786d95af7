"""Writes hant/: every page of the finished site once more, in traditional characters.

Style sheets, data and the search index are shared with the simplified site, and packs where
they do not come in traditional characters; scripts are written again, as their words are for
readers too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from generator.addresses import EDITION, REPORT_DATA
from generator.build.memo import Memo, digest, no_memo
from generator.model import Library
from generator.outputs.hant.converted_page import traditional_page
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
    memo: Memo = no_memo,
    packs: frozenset[str] = frozenset(),
    left_out: Collection[str] = (),
) -> list[str]:
    """Write the edition of the pages of `site` into `target`/hant; returns the files' paths.

    `packs` are those that lie in the edition as well: links lead there.  Pages named in
    `left_out` are not mirrored.
    The words of `guard_terms` are converted as wholes wherever they stand.  What `memo` knows
    of a page and its surroundings is not converted again.
    """
    pages, scripts = _pages(site) - frozenset(left_out), _scripts(site)
    mirror = Mirror(FOLDER, pages | scripts | packs, packs)
    terms = sorted(guard_terms)
    converter = Converter(terms)
    segments = SegmentConverter(converter)
    around = digest((sorted(mirror.paths), terms))
    characters: set[str] = set()
    written = []
    for name in sorted(pages | scripts, key=lambda each: (each == PINYIN, each)):
        text = (site / name).read_text("utf-8")
        if name in pages:
            given = (text, name, mirror, segments)
            text = memo(traditional_page, *given, key=(text, name, around))
            characters.update(text)
        elif name == PINYIN:
            text = _pinyin(text, memo(load_dictionary), characters, converter)
        else:
            text = traditional_script(text, converter)
        path = f"{FOLDER}/{name}"
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
        written.append(path)
    return written


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
