"""What was made of a file that is to be added, as the person who brought it can understand it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from generator.checking.reader_words import READER_WORDS, sentence
from generator.model import Document, Library, Piece, Source
from generator.outputs.shared.opening_words import opening_words
from generator.outputs.site.views.original import original_view
from generator.text.nomenclature import chinese_date

MOST = 50  # doubts of one file that are told
OPENING = 60  # letters of a text that has no better opening

Record = dict[str, object]


def record_of(shown: str, source: Source, library: Library, same: str = "") -> Record:
    """Return the record of a file called `shown`, read as `source`, in a library that has it.

    `same` names a file of the library that is the same already.
    """
    links = Counter(each.report for each in library.links)
    pieces = [
        {**_piece(*each), "links": links[each[0].id]} for each in _pieces(library, source.file)
    ]
    original = original_view(source)
    left_out = original.left_out if original else ()
    told = (each for each in library.findings if each.file == source.file)
    doubts = [{"said": sentence(each)} for each in told if each.code in READER_WORDS]
    return {
        "name": shown,
        "read": _read(source, library),
        "same": same,
        "pieces": pieces,
        "left_out": [
            {
                "place": each.place,
                "words": each.words or "（图）",
                "reason": f"{each.reason}（{each.count}处）" if each.count > 1 else each.reason,
            }
            for each in left_out
        ],
        "doubts": doubts[:MOST],
    }


def _read(source: Source, library: Library) -> str:
    """Return in one line how a file was read and what was done to it."""
    original = original_view(source)
    letters = len("".join(source.text.split()))
    inside = [each for each, _, _ in _pieces(library, source.file)]
    outside = len("".join(source.text.split())) - sum(
        len("".join(source.text[each.start : each.end].split())) for each in inside
    )
    edits = sum(each.file == source.file for each in library.ledger)
    taken = [f"{count}{kind}" for kind, count in original.taken] if original else []
    return "，".join(
        [
            f"{original.format.upper()}" if original else f"文本（{source.encoding}）",
            *taken,
            f"共{letters}字",
            f"整理时改动{edits}处" if edits else "文字没有改动",
            *([f"篇外{outside}字没有收"] if outside > 0 else []),
        ]
    )


def _pieces(library: Library, file: str) -> list[tuple[Piece, str, Document | None]]:
    """Return the texts of a file in their order, with what each is taken for."""
    found: list[tuple[Piece, str, Document | None]] = [
        (witness.piece, f"{each.edition.base.short_title}的一个版本", None)
        for each in library.collations
        for witness in each.witnesses
    ]
    found += [(each.piece, "报告", each) for each in library.reports]
    found += [(each.document.piece, "法规", each.document) for each in library.laws]
    titles = {each.piece.id: each.piece.title for each in library.reports}
    found += [
        (each.document.piece, f"转载（与《{titles.get(each.report, each.report)}》几乎相同）", None)
        for each in library.reprints
    ]
    own = (each for each in found if each[0].file == file)
    return sorted(own, key=lambda each: each[0].start)


def _piece(piece: Piece, kind: str, document: Document | None) -> Record:
    opening = opening_words(document) if document else ""
    return {
        "id": piece.id,
        "title": piece.title,
        "kind": kind,
        "genre": piece.genre,
        "issuer": piece.issuer,
        "date": chinese_date(piece.date),
        "place": piece.place,
        "letters": len("".join(piece.text.split())),
        "opening": opening or "".join(islice(_letters(piece.text), OPENING)),
    }


def _letters(text: str) -> Iterator[str]:
    return (each for each in text if not each.isspace())
