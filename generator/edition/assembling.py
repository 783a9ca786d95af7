"""From what the comparison established to the edition: articles, parts, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.edition.comparing import Comparison
from generator.edition.established import Established
from generator.edition.framing import AFTER_ALL, Division, divide
from generator.edition.label_finding import StyleName, label_text
from generator.edition.passages import FRONT
from generator.edition.witnesses import ParsedWitness
from generator.errors import ContentError
from generator.model import (
    Article,
    Base,
    Edition,
    EditionSentence,
    Matter,
    Part,
    SourceSpan,
)
from generator.structure import MatterSpan
from generator.text.article_names import articles_named
from generator.text.dates import DATE, iso_date
from generator.text.numerals import numeral_value
from generator.text.sentences import sentence_spans
from generator.text.short_titles import short_titles

LONGEST_HEADING = 80
FORCE = re.compile(rf"本[^，。；\n]{{1,8}}自{DATE.pattern}起(?:施行|实施|执行)")


def edition_of(base: Base, comparison: Comparison) -> Edition:
    """Return the edition of `base` that the comparison gives."""
    divisions = divide(comparison)
    front = next((each for each in comparison.running if each.key == FRONT), None)
    loose = tuple(front.text.split("\n")) if front and front.text else ()
    opening = [each.paragraph for each in divisions if each.paragraph is not None]
    preamble = loose[: min(opening)] if opening else loose
    parts = _parts(base, comparison, divisions, loose)
    if not base.adopted:
        dates = [w.adopted for w in comparison.witnesses if w.adopted]
        base = replace(base, adopted=max(set(dates), key=dates.count) if dates else "")
    sentences = tuple(_sentences(base, preamble, parts))
    parts = _with_short_titles(base, parts, comparison.restarts)
    matter = tuple(_matter(comparison))
    if not base.effective:
        base = replace(base, effective=_effective(parts))
    return Edition(base, preamble, parts, sentences, matter, comparison.restarts)


def _with_short_titles(base: Base, parts: Sequence[Part], restarts: bool) -> tuple[Part, ...]:
    """Return the parts, every article with what lists call it; ContentError for a stray title."""
    articles = [article for part in parts for article in part.articles]
    titles = dict(_titled(base, articles, name, restarts) for name in base.article_titles)
    headings = [titles.get(article.id, article.heading) for article in articles]
    names = short_titles(headings, [article.text for article in articles])
    named = dict(zip((article.id for article in articles), names, strict=True))
    return tuple(
        replace(
            part,
            articles=tuple(
                replace(article, short_title=named[article.id]) for article in part.articles
            ),
        )
        for part in parts
    )


def _titled(base: Base, articles: Sequence[Article], name: str, restarts: bool) -> tuple[str, str]:
    """Return the id of the article that editors call `name`, and the title they give it."""
    found = articles_named(articles, name, base.id, restarts=restarts)
    if len(found) == 1:
        return found[0].id, base.article_titles[name]
    wrong = f"没有这一条；写条号，如 {_example(articles)}"
    if found:
        wrong = f"不止一条；写明是哪一条，如 {found[-1].address}"
    raise ContentError("library.yml", f"bases.{base.id}.article_titles.{name}：{wrong}")


def _example(articles: Sequence[Article]) -> str:
    return articles[0].label if articles else "第一条"


def _effective(parts: Sequence[Part]) -> str:
    """Return from when the document is in force, where its text says so just once."""
    found = {
        iso_date(match)
        for part in parts
        for article in part.articles
        for match in FORCE.finditer(article.text)
    }
    return found.pop() if len(found) == 1 else ""


def _matter(comparison: Comparison) -> Iterator[Matter]:
    """Yield the matter apart: before and behind the text, each from the witness with most of it."""
    for behind in (False, True):
        groups = {
            index: [each for each in witness.matter if _is_behind(witness, each) == behind]
            for index, witness in enumerate(comparison.witnesses)
        }
        best = max(comparison.ranking, key=lambda index: len(groups[index]))
        piece = comparison.witnesses[best].piece
        for each in groups[best]:
            yield Matter(
                each.kind,
                piece.text[each.start : each.end],
                SourceSpan(piece.file, piece.start + each.start, piece.start + each.end),
            )


def _is_behind(witness: ParsedWitness, each: MatterSpan) -> bool:
    return bool(witness.blocks) and each.start >= witness.blocks[-1].end


def _parts(
    base: Base, comparison: Comparison, divisions: Sequence[Division], loose: Sequence[str]
) -> tuple[Part, ...]:
    articles = {each.key: _article(base, comparison, each) for each in comparison.articles}
    running = {-each.key: each.text.split("\n") for each in comparison.running if each.key < 0}
    counted = [division.number for division in divisions]
    unique = len(set(counted)) == len(counted) and len({d.level for d in divisions}) <= 1
    parts = []
    first_part = divisions[0].first if divisions else AFTER_ALL
    before = tuple(article for key, article in articles.items() if key < first_part)
    if before or not divisions:
        number = 0 if divisions and 1 in counted else 1
        parts.append(Part(number, "", "", (), before))
    for at, division in enumerate(divisions):
        later = divisions[at + 1] if at + 1 < len(divisions) else None
        high = later.first if later else AFTER_ALL
        paragraphs: list[str] = []
        if division.paragraph is not None:
            stop = later.paragraph if later and later.paragraph is not None else len(loose)
            paragraphs += loose[division.paragraph : stop]
        for key, texts in sorted(running.items()):
            if division.first <= key < high or (at == 0 and key < division.first):
                paragraphs += texts
        inside = tuple(a for key, a in articles.items() if division.first <= key < high)
        number = division.number if unique else at + 1
        parts.append(
            Part(
                number,
                division.label,
                division.heading,
                tuple(paragraphs),
                inside,
                division.level,
            )
        )
    return tuple(parts)


def _article(base: Base, comparison: Comparison, established: Established) -> Article:
    block = established.block
    piece = comparison.witnesses[block.witness].piece
    number = established.key
    named = comparison.names.get(number)
    path = named.path if named else (number,)
    return Article(
        "-".join(map(str, (base.id, *path))),
        number,
        printed_label(comparison, established),
        heading_of(established.text, comparison.style),
        established.text,
        piece.id,
        SourceSpan(piece.file, piece.start + block.start, piece.start + block.end),
        path,
    )


def printed_label(comparison: Comparison, established: Established) -> str:
    """Return the label of an article in its full form: （五）, 第五条."""
    style = comparison.style
    if named := comparison.names.get(established.key):
        return named.label
    blocks = [b for b in established.passage.blocks.values() if b.number == established.key]
    for block in blocks:
        printed = numeral_value(re.sub(r"[^\w]|[第条]", "", block.label))
        if printed and block.sure:
            return label_text(style, printed)
    return label_text(style, established.key)


def heading_of(text: str, style: StyleName) -> str:
    """Return the heading that opens an article: its first sentence, or what 【】 holds."""
    if style == "articles":
        found = re.match(r"【(?P<heading>[^】]{1,40})】", text)
        return found["heading"] if found else ""
    first = text.split("\n", 1)[0]
    spans = sentence_spans(first)
    sentence = first[spans[0][0] : spans[0][1]] if spans else first
    heading = sentence.rstrip("。！？!?")
    return heading if len(heading) <= LONGEST_HEADING else ""


def _sentences(base: Base, preamble: Sequence[str], parts: Sequence[Part]) -> list[EditionSentence]:
    """Return every sentence in reading order; ids count within an article or part."""
    found: list[EditionSentence] = []
    count = _paragraph_sentences(found, f"{base.id}-p0", None, preamble, 0)
    for part in parts:
        prefix = f"{base.id}-p{part.number}"
        start = count if part.number == 0 else 0
        _paragraph_sentences(found, prefix, part.number, part.paragraphs, start)
        for article in part.articles:
            _article_sentences(found, part.number, article)
    return found


def _paragraph_sentences(
    found: list[EditionSentence],
    prefix: str,
    part: int | None,
    paragraphs: Sequence[str],
    count: int,
) -> int:
    for index, paragraph in enumerate(paragraphs):
        for start, end in sentence_spans(paragraph):
            count += 1
            found.append(
                EditionSentence(
                    f"{prefix}-s{count}", part, None, index, start, end, paragraph[start:end]
                )
            )
    return count


def _article_sentences(found: list[EditionSentence], part: int, article: Article) -> None:
    count = offset = 0
    for index, paragraph in enumerate(article.text.split("\n")):
        for start, end in sentence_spans(paragraph):
            count += 1
            found.append(
                EditionSentence(
                    f"{article.id}-s{count}",
                    part,
                    article.number,
                    index,
                    offset + start,
                    offset + end,
                    paragraph[start:end],
                )
            )
        offset += len(paragraph) + 1
