"""Output: the pinyin table, assets/pinyin.js, for overrides/assets/js/pinyin-above.js."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.memo import Memo
from generator.model import Library
from generator.outputs.shared.render_context import Context
from generator.text.dictionary import load_dictionary
from generator.text.pinyin import pinyin_table

PINYIN = "assets/pinyin.js"


def prepare(memo: Memo) -> None:
    """Let the memo know the dictionary."""
    memo(load_dictionary)


def render(library: Library, context: Context) -> None:
    """Write the pinyin of all that pages annotate: the edition's sentences, reports and laws."""
    table = pinyin_table(_texts(library), context.memo(load_dictionary))
    place = context.site / PINYIN
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(table.script(), "utf-8")


def _texts(library: Library) -> Iterator[str]:
    for collation in library.every_collation:
        for sentence in collation.edition.sentences:
            yield sentence.text
    for report in library.reports:
        yield report.piece.text
    for law in library.laws:
        yield law.document.piece.text
    for reprint in library.reprints:
        yield reprint.document.piece.text
