"""Establishing the edition from parsed witnesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.collation.parsing import ParsedArticle, ParsedPart, ParsedWitness
from generator.model import Article, Base, Edition, EditionSentence, Part, SourceSpan
from generator.structure.sentences import sentence_spans


def establish(
    base: Base, witnesses: Sequence[ParsedWitness], preferred: Mapping[int, str]
) -> Edition:
    """Return the edition: articles from the witness whose numbering is sound, parts from any."""
    main = max(witnesses, key=_soundness)
    framed = max(witnesses, key=lambda each: len(each.parts))
    parts = _parts(base, framed.parts or _one_part(), main)
    loose = list(main.preamble)
    preamble = tuple(loose[: max(1, len(loose) - len(parts[0].paragraphs))])
    first = parts[0]
    if len(loose) > len(preamble):
        paragraphs = tuple(loose[len(preamble) :])
        parts[0] = Part(first.number, first.label, first.heading, paragraphs, first.articles)
    return Edition(base, preamble, tuple(parts), _sentences(base, preamble, parts))


def _soundness(witness: ParsedWitness) -> tuple[int, int]:
    numbers = [article.number for article in witness.articles]
    repeats = len(numbers) - len(set(numbers))
    return len(set(numbers)) - 2 * repeats, len(witness.piece.text)


def _one_part() -> tuple[ParsedPart, ...]:
    return (ParsedPart(1, "", "", (), 1),)


def _parts(base: Base, parts: Sequence[ParsedPart], main: ParsedWitness) -> list[Part]:
    starts = [part.first if not part.paragraphs else None for part in parts]
    made = []
    for index, part in enumerate(parts):
        low = starts[index]
        high = next((each for each in starts[index + 1 :] if each), 10**6)
        inside = [a for a in main.articles if low is not None and low <= a.number < high]
        articles = tuple(_article(base, main, each) for each in inside)
        made.append(Part(part.number, part.label, part.heading, part.paragraphs, articles))
    return made


def _article(base: Base, main: ParsedWitness, parsed: ParsedArticle) -> Article:
    piece = main.piece
    text = piece.text[parsed.start : parsed.end]
    stop = text.find("。")
    source = SourceSpan(piece.file, piece.start + parsed.start, piece.start + parsed.end)
    return Article(
        f"{base.id}-{parsed.number}",
        parsed.number,
        parsed.label,
        text[:stop] if parsed.label[0] in "（(" else "",
        text,
        piece.id,
        source,
    )


def _sentences(
    base: Base, preamble: Sequence[str], parts: Sequence[Part]
) -> tuple[EditionSentence, ...]:
    found: list[EditionSentence] = []

    def add(
        prefix: str,
        part: int | None,
        article: int | None,
        paragraph: int,
        text: str,
        offset: int,
        count: int,
    ) -> int:
        for start, end in sentence_spans(text):
            count += 1
            found.append(
                EditionSentence(
                    f"{prefix}-s{count}",
                    part,
                    article,
                    paragraph,
                    offset + start,
                    offset + end,
                    text[start:end],
                )
            )
        return count

    count = 0
    for index, paragraph in enumerate(preamble):
        count = add(f"{base.id}-p0", None, None, index, paragraph, 0, count)
    for part in parts:
        count = 0
        for index, paragraph in enumerate(part.paragraphs):
            count = add(f"{base.id}-p{part.number}", part.number, None, index, paragraph, 0, count)
        for article in part.articles:
            count = offset = 0
            for index, paragraph in enumerate(article.text.split("\n")):
                count = add(
                    article.id, part.number, article.number, index, paragraph, offset, count
                )
                offset += len(paragraph) + 1
    return tuple(found)
