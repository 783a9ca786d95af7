"""What explains words of the texts (释义): the terms, and the regulations that the texts name.

A gloss stands on every page that shows its words; there the words are marked where they first
stand in an article or in a part of a report, the longest of several, never across sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.model import Article, Library, Term
from generator.outputs.shared.pack_contents.regulations import one_name_each, regulations_at
from generator.outputs.site.views import words
from generator.outputs.site.views.marking import Mark
from generator.text.document_names import titles
from generator.text.nomenclature import chinese_date, imprint
from generator.text.sentences import sentence_spans

ARTICLES_SHOWN = 8
LISTED = 300  # regulations that the page of terms lists, the most often named first
LONGEST = 120  # letters of a sentence that stands for a gloss
PARTY = re.compile(
    "中国共产党(?!.*[省市县区乡镇盟旗某X].*(?:委员会|党组)).*(?:章程|准则|条例|规定|办法|规则|细则)(?:[（(]试行[）)])?"
)
STATE = re.compile("中华人民共和国.*法")

Place = tuple[str, str, str]  # address, label and name of an article


@dataclass(frozen=True, slots=True)
class Gloss:
    """What explains some words: what they are, in short; where it is from; where more is told.

    `page` is the address of that, and `go` what it is called.  `articles` are those in which the
    words stand, `more` how many others; `reports` in how many reports a regulation is named.
    """

    id: str
    name: str
    kind: str
    words: str
    source: str
    page: str
    go: str
    articles: tuple[Place, ...]
    more: int
    reports: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regulation:
    """A regulation that texts name: its gloss, and the reports that name it."""

    gloss: Gloss
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossWords:
    """The names of terms, the longest first, and for all names the ids of what explains them."""

    names: tuple[str, ...]
    forms: Mapping[str, str]

    def occurrences(self, text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Mark[str]]:
        """Return where the words stand in `text`, in order, outside the spans `taken`.

        Of words within others the longer count; within 《…》 the whole name alone.
        """
        free = bytearray(b"\1") * len(text)
        for start, end in taken:
            free[start:end] = bytes(end - start)
        found = []
        named = regulations_at(text)
        for title in titles(text):
            gloss = self.forms.get(named.get(title.start, ""))
            if gloss and all(free[title.start : title.end]):
                found.append(Mark(title.start, title.end, gloss))
            free[title.start : title.end] = bytes(title.end - title.start)
        for name in self.names:
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                if all(free[at:end]):
                    found.append(Mark(at, end, self.forms[name]))
                    free[at:end] = bytes(len(name))
                at = text.find(name, end)
        return sorted(found, key=lambda mark: mark.start)

    def of(self, text: str) -> GlossWords:
        """Return those that may stand in `text`: its occurrences are the same of these alone."""
        names = tuple(each for each in self.names if each in text)
        forms = (*names, *regulations_at(text).values())
        return GlossWords(names, {each: self.forms[each] for each in forms if each in self.forms})


class Glossary:
    """The glosses of a library by their ids, and the words that they explain."""

    def __init__(self, library: Library) -> None:
        self._articles = [
            (each.edition.base.id, article)
            for each in library.collations
            for article in each.edition.articles
        ]
        self._forms: dict[str, str] = {}
        self.terms: dict[str, Gloss] = {}
        for term in library.terms:
            gloss = self._term(term)
            if gloss.words:
                self.terms[term.id] = gloss
        for term in library.terms:
            for name in (term.name, *term.aliases):
                if term.id in self.terms and len(name) > 1:
                    self._forms.setdefault(name, term.id)
        names = sorted(self._forms, key=lambda name: (-len(name), name))
        self.regulations = self._regulations(library)
        self.words = GlossWords(tuple(names), self._forms)
        self.by_id = self.terms | {each.gloss.id: each.gloss for each in self.regulations}

    def _term(self, term: Term) -> Gloss:
        names = (term.name, *term.aliases)
        places = [pair for pair in self._articles if any(name in pair[1].text for name in names)]
        told, source = term.gloss, term.source
        if not told and places:
            told, source = _first_sentence(places[0][1], names), words.article_name(places[0][1])
        return Gloss(
            term.id,
            term.name,
            term.kind,
            told,
            source,
            f"{addresses.TERMS}#{term.id}",
            "词条",
            _places(places[:ARTICLES_SHOWN]),
            max(0, len(places) - ARTICLES_SHOWN),
        )

    def _regulations(self, library: Library) -> tuple[Regulation, ...]:
        """Return the regulations named, the most often first; their forms lead to their glosses."""
        counts: Counter[str] = Counter()
        in_articles: dict[str, list[tuple[str, Article]]] = defaultdict(list)
        in_reports: dict[str, list[str]] = defaultdict(list)
        for base, article in self._articles:
            for name in _named(article.text, counts):
                in_articles[name].append((base, article))
        for report in library.reports:
            for name in _named(report.piece.text, counts):
                in_reports[name].append(report.piece.id)
        known = dict(_known(library))
        one_name = one_name_each([*counts, *known])
        forms: dict[str, list[str]] = defaultdict(list)
        for name in sorted(counts, key=lambda name: (-counts[name], name)):
            forms[one_name[name]].append(name)
        told = {one_name[name]: each for name, each in known.items()}
        often = sorted(forms, key=lambda name: (-sum(counts[n] for n in forms[name]), name))
        found = []
        for number, name in enumerate(often, 1):
            own = forms[name]
            places = list(dict.fromkeys(pair for form in own for pair in in_articles[form]))
            reports = tuple(dict.fromkeys(each for form in own for each in in_reports[form]))
            listed = f"{addresses.TERMS}#reg-{number}" if number <= LISTED else ""
            kind, facts, page, go = told.get(name, (_kind(name), "", listed, "词条"))
            gloss = Gloss(
                f"reg-{number}",
                name,
                kind,
                facts,
                "",
                page,
                go,
                _places(places[:ARTICLES_SHOWN]),
                max(0, len(places) - ARTICLES_SHOWN),
                len(reports),
                tuple(each for each in own if each != name),
            )
            self._forms |= dict.fromkeys(own, gloss.id)
            found.append(Regulation(gloss, reports))
        return tuple(found)


def shown_glosses(glosses: Mapping[str, Gloss], ids: Iterable[str]) -> tuple[Gloss, ...]:
    """Return the glosses of `ids`, each once, in their order."""
    return tuple(glosses[each] for each in dict.fromkeys(ids))


def first_of_each(
    occurrences: Iterable[Mark[str]], sentences: Sequence[tuple[int, int]]
) -> list[Mark[str]]:
    """Return the first occurrence of every gloss that lies in one of `sentences`, both in order."""
    starts = [start for start, _ in sentences]
    seen: dict[str, Mark[str]] = {}
    for each in occurrences:
        at = bisect_right(starts, each.start) - 1
        if at >= 0 and each.end <= sentences[at][1]:
            seen.setdefault(each.tag, each)
    return list(seen.values())


def _named(text: str, counts: Counter[str]) -> Iterator[str]:
    """Yield every regulation that a text names once, and count all its namings."""
    own = Counter(regulations_at(text).values())
    counts.update(own)
    yield from own


def _known(library: Library) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    """Yield name in 《》 -> kind, facts, page and what that is, of the documents that we have."""
    for each in library.laws:
        piece = each.document.piece
        facts = "，".join(fact for fact in (piece.issuer, chinese_date(piece.date)) if fact)
        page = addresses.law(each.id, library)
        yield f"《{each.title}》", (_kind(each.title), facts, page, "法规原文")
    for collation in library.collations:
        base = collation.edition.base
        facts = "，".join(imprint(base))
        yield f"《{base.title}》", ("本库的文件", facts, addresses.full_text(base.id), "全文")


def _kind(name: str) -> str:
    """Return what a regulation is by its name alone; empty where that does not tell."""
    plain = name.strip("《》")
    if STATE.fullmatch(plain):
        return "国家法律"
    return "党内法规" if PARTY.fullmatch(plain) else ""


def _places(pairs: Iterable[tuple[str, Article]]) -> tuple[Place, ...]:
    return tuple(
        (addresses.article(base, each), words.article_label(each), words.article_name(each))
        for base, each in pairs
    )


def _first_sentence(article: Article, names: Sequence[str]) -> str:
    """Return the sentence of an article that first uses one of `names`, shortened."""
    at = min(found for name in names if (found := article.text.find(name)) >= 0)
    start, end = next(
        (span for span in sentence_spans(article.text) if span[0] <= at < span[1]),
        (0, len(article.text)),
    )
    told = "".join(article.text[start:end].split())
    return told if len(told) <= LONGEST else told[:LONGEST] + "…"
