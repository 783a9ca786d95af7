"""Where gathered words stand in the library now: at their place to the letter, elsewhere, nowhere.

Blanks and ends of lines do not count, everything else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from generator.model import Article, Collation, Document, EditionSentence, Library, Variant
from generator.outputs.packs.collected.reading import Item
from generator.outputs.shared.divisions import division_names
from generator.outputs.shared.pack_contents.naming_sources import source_names, title_name
from generator.text.nomenclature import article_name, part_name
from generator.text.traditional import Converter

BLANKS = re.compile(r"\s+")
READING = re.compile(r"^(.+?)(（取）)?：(.*)$")
NOTHING = ("", "（无）", "〔无〕")
BETWEEN = " · "  # what parts the name of a term, its other names and its gloss


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an item stands as it was gathered; `text` and `source` are what is printed.

    `doubt` says what is wrong; empty where nothing is.
    """

    text: str
    source: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """A text that is read on from sentence to sentence, and where each begins in it."""

    words: str
    begins: Mapping[str, tuple[int, int]]
    names: Mapping[str, str]


class Places:
    """The texts of a library, asked where words stand."""

    def __init__(self, library: Library) -> None:
        """Take the library; its texts are made ready when they are first asked for."""
        self._library = library

    def standing(self, item: Item) -> Standing:
        """Return how an item stands."""
        text, source = self._headings.get(item.id, ("", ""))
        if text and _bare(text) == _bare(item.text):
            return Standing(item.text, source)
        if item.kind == "variant":
            return self._variant(item)
        if item.kind == "term":
            return self._term(item)
        if item.kind == "page" and item.id not in self._by_sentence:
            return self._page(item)
        return self._sentences(item)

    def _sentences(self, item: Item) -> Standing:
        run = self._by_sentence.get(item.id)
        own = self._at(run, item) if run else None
        if run and own is not None:
            return Standing(own, run.names[item.id])
        wanted = _bare(item.text)
        for other in self._runs:
            at = other.words.find(wanted)
            if at >= 0:
                here = max((start, id) for id, (start, _) in other.begins.items() if start <= at)[1]
                doubt = f"这些字句现在在别处：{other.names[here]}"
                return Standing(item.text, other.names[here], doubt)
        return Standing(item.text, item.cite, "知识库里没有这样的字句，照摘编时的印出")

    def _at(self, run: _Run, item: Item) -> str | None:
        """Return the words of an item as they stand where its sentence begins; None if not."""
        start, end = run.begins[item.id]
        wanted = _bare(item.text)
        at = run.words.find(wanted, start, end + len(wanted) - 1)
        if at >= 0:
            return item.text
        if "hant" in item.language.lower():  # gathered in the traditional edition
            for place in range(start, end):
                words = run.words[place : place + len(wanted)]
                if _bare(self._converter.to_traditional(words)) == wanted:
                    return _broken_alike(words, item.text)
        return None

    def _variant(self, item: Item) -> Standing:
        given = {
            found[1]: (found[3], bool(found[2]))
            for found in map(READING.match, item.text.split("\n"))
            if found
        }
        for collation in self._library.collations:
            for variant in collation.apparatus:
                if given and _is(variant, given):
                    return Standing(item.text, item.cite or _where(collation, variant))
        return Standing(item.text, item.cite, "校勘记里没有这一处异文，照摘编时的印出")

    def _term(self, item: Item) -> Standing:
        for term in self._library.terms:
            known = {_bare(each) for each in (term.name, *term.aliases, term.gloss)}
            if {_bare(each) for each in item.text.split(BETWEEN)} <= known:
                return Standing(item.text, f"词条“{term.name}”")
        return Standing(item.text, item.cite, "词条里没有这样的字句，照摘编时的印出")

    def _page(self, item: Item) -> Standing:
        wanted = _letters(item.text)
        for page in self._library.pages:
            if wanted in _letters(page.markdown):
                return Standing(item.text, f"说明“{page.title}”")
        return Standing(item.text, item.cite, "说明里没有这样的字句，照摘编时的印出")

    @cached_property
    def _runs(self) -> tuple[_Run, ...]:
        return tuple(chain(map(_edition_run, self._library.collations), self._document_runs()))

    @cached_property
    def _headings(self) -> dict[str, tuple[str, str]]:
        """What search finds besides sentences: titles and headings of parts, by their ids."""
        library = self._library
        found = {}
        for collation in library.collations:
            edition, base = collation.edition, collation.edition.base
            found[base.id] = (base.title, base.short_title)
            for part in edition.parts:
                name = base.short_title + part_name(part.label)
                found[f"{base.id}-part-{part.number}"] = (part.label + part.heading, name)
        reports = (*library.reports, *(each.document for each in library.reprints))
        for piece in (each.piece for each in reports):
            found[piece.id] = (piece.title, title_name(piece))
        for law in library.laws:
            found[law.id] = (law.title, title_name(law.document.piece))
        return found

    @cached_property
    def _by_sentence(self) -> dict[str, _Run]:
        return {id: run for run in self._runs for id in run.begins}

    @cached_property
    def _converter(self) -> Converter:
        return Converter(term.name for term in self._library.terms)

    def _document_runs(self) -> Iterator[_Run]:
        library = self._library
        reports = (*library.reports, *(each.document for each in library.reprints))
        names = source_names([each.piece for each in reports])
        for report in reports:
            yield _document_run(report, names[report.piece.id])
        for law in library.laws:
            yield _document_run(law.document, title_name(law.document.piece))


def _edition_run(collation: Collation) -> _Run:
    edition = collation.edition
    articles = {each.number: each for each in edition.articles}
    parts = {each.number: part_name(each.label) for each in edition.parts}
    within = division_names(edition) if edition.restarts else {}
    document = edition.base.short_title

    def name(sentence: EditionSentence) -> str:
        article: Article | None = articles.get(sentence.article or 0)
        if article is not None:
            return document + within.get(article.number, "") + article_name(article.label)
        return document + parts.get(sentence.part or 0, "")

    words, begins = "", {}
    for sentence in edition.sentences:
        text = _bare(sentence.text)
        begins[sentence.id] = (len(words), len(words) + len(text))
        words += text
    return _Run(words, begins, {each.id: name(each) for each in edition.sentences})


def _document_run(document: Document, name: str) -> _Run:
    text, begins = document.piece.text, {}
    words, before = "", 0
    for sentence in document.sentences:
        words += _bare(text[before : sentence.start])
        start = len(words)
        words += _bare(text[sentence.start : sentence.end])
        begins[sentence.id] = (start, len(words))
        before = sentence.end
    return _Run(words, begins, dict.fromkeys(begins, name))


def _is(variant: Variant, given: Mapping[str, tuple[str, bool]]) -> bool:
    """Tell whether the readings given by witness are those of a variant."""
    readings = {each.witness: each.text for each in variant.readings}
    readings[variant.chosen.witness] = variant.chosen.text
    if readings.keys() != given.keys():
        return False
    for witness, (words, chosen) in given.items():
        text = _bare(readings[witness])
        if chosen != (witness == variant.chosen.witness):
            return False
        if chosen and text not in _bare(words):  # it stands between words of the edition
            return False
        if not chosen and _bare(words) != text and not (not text and words in NOTHING):
            return False
    return True


def _where(collation: Collation, variant: Variant) -> str:
    edition = collation.edition
    labels = {each.number: each.label for each in edition.articles}
    number = variant.article
    name = article_name(labels[number]) if number is not None else ""
    return f"{edition.base.short_title}{name}校勘"


def _broken_alike(words: str, model: str) -> str:
    """Return `words`, which have no blanks, with the blanks of `model`, letter for letter."""
    letters = iter(words)
    return "".join(each if each.isspace() else next(letters, "") for each in model)


def _bare(text: str) -> str:
    return BLANKS.sub("", text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
