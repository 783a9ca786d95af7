"""What a selection takes of a library: its articles with their duties and links."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from generator.duties.requirements import Requirement, requirements_of
from generator.model import Article, Collation, Duty, Edition, Library, Link, Role
from generator.outputs.shared.divisions import division_names, printed_label
from generator.outputs.shared.pack_contents.naming_sources import Names, short_names, source_names
from generator.outputs.shared.pack_contents.passages import (
    Chosen,
    Speakers,
    Told,
    choose_of_volumes,
    choose_passages,
)
from generator.outputs.shared.pack_contents.selection import (
    Selection,
    chosen_articles,
    collation_of,
)
from generator.outputs.shared.told_once import groups_by_link, told_once
from generator.quiz import Question, make_questions
from generator.text.nomenclature import ROLES, article_name
from generator.volumes import Hall, VolumePassage

PASSAGES_ALONE = 6  # passages of a role in the pack of one article
PASSAGES_AMONG = 2  # and of each article in a pack of several
EDGE = "。；，、 　"


class Material:
    """What the selected articles have: looked up once, used by every section."""

    def __init__(
        self,
        library: Library,
        selection: Selection,
        questions: tuple[Question, ...] | None = None,
    ) -> None:
        """Look up what `selection` takes of `library`; `questions` where they are known."""
        self._questions = questions
        self.library = library
        self.selection = selection
        self.collation: Collation = collation_of(library, selection.base)
        self.edition: Edition = self.collation.edition
        self.articles = chosen_articles(self.collation, selection)
        numbers = {each.number for each in self.articles}
        base = selection.base
        self.duties = tuple(
            each for each in library.duties if each.base == base and each.article in numbers
        )
        self.links = tuple(
            each
            for each in library.links
            if each.base == base
            and each.article in numbers
            and (not selection.reports or each.report in selection.reports)
        )
        self._links: dict[int, list[Link]] = {number: [] for number in numbers}
        groups = groups_by_link(library.shared_links)
        # in the site's order: of a passage that several reports have, it counts the same one
        by_score = sorted(self.links, key=lambda each: (-each.score, each.id))
        told = {each.id for each in told_once(by_score, groups)}
        for link in self.links:
            if link.id in told:
                self._links[link.article].append(link)
        self.reports = {each.piece.id: each for each in library.reports}
        self.alone = len(self.articles) == 1
        self._within = division_names(self.edition) if self.edition.restarts else {}

    @property
    def limit(self) -> int:
        """How many passages of a role an article shows."""
        if self.selection.passages is not None:
            return self.selection.passages
        return PASSAGES_ALONE if self.alone else PASSAGES_AMONG

    @property
    def reports_used(self) -> int:
        """How many reports the passages are taken from, whether or not they have any."""
        if self.library.hall is not None:
            return sum(each.reports for each in self.library.hall.volumes)
        return len(self.selection.reports or self.reports)

    @property
    def is_auto(self) -> bool:
        """Whether any passage is there that nobody has confirmed."""
        if self.library.hall is not None:
            return any(
                shown.auto
                for chosen in self.chosen.values()
                for each in chosen
                for shown in each.shown
            )
        return any(link.status == "auto" for link in self.links)

    @cached_property
    def source_names(self) -> Names:
        """What the reports that its passages are from are called, by their ids."""
        speaking = {each.report for each in self.links}
        return source_names([each.piece for id, each in self.reports.items() if id in speaking])

    @cached_property
    def chosen(self) -> dict[int, tuple[Chosen, ...]]:
        """The passages that each article shows, by its number: none that stands in the pack."""
        pieces = set(self.selection.pieces)
        times = ("text" in pieces) + bool({"duties", "check"} & pieces)
        told = Told(each.text for each in self.articles for _ in range(times))
        if self.library.hall is not None:
            return self._of_volumes(self.library.hall, told)
        short = short_names([each.piece for each in self.library.reports])
        speakers = Speakers(self.reports, self.source_names, short)
        return {
            each.number: choose_passages(self.links_of(each), speakers, self.limit, told)
            for each in self.articles
        }

    def _of_volumes(self, hall: Hall, told: Told) -> dict[int, tuple[Chosen, ...]]:
        """Return the passages of each article that its volumes have left a hall."""
        titles = {each.id: each.title for each in hall.volumes}
        best: dict[int, list[VolumePassage]] = {each.number: [] for each in self.articles}
        for passage in hall.passages:
            if passage.base == self.selection.base and passage.article in best:
                best[passage.article].append(passage)
        return {
            number: choose_of_volumes(found, titles, self._hall_counts[number], self.limit, told)
            for number, found in best.items()
        }

    @cached_property
    def _hall_counts(self) -> dict[int, Counter[Role]]:
        """How many passages of each role all volumes have on each article."""
        counts: dict[int, Counter[Role]] = {each.number: Counter() for each in self.articles}
        roles: dict[str, Role] = {each.role: each.role for each in ROLES}
        for each in self.library.hall.counts if self.library.hall else ():
            if each.base == self.selection.base and each.article in counts:
                counts[each.article][roles[each.role]] += each.passages
        return counts

    def roles_of(self, article: Article) -> set[Role]:
        """Return the roles of all passages on an article, sure or likely."""
        if self.library.hall is not None:
            return set(self._hall_counts[article.number])
        return {each.role for each in self.links_of(article)}

    @cached_property
    def requirements(self) -> dict[int, tuple[Requirement, ...]]:
        """What each article asks, by its number."""
        return {
            each.number: requirements_of(self.duties_of(each), each.text) for each in self.articles
        }

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions on the base document."""
        if self._questions is not None:
            return self._questions
        return make_questions(self.edition, self.library.duties, self.library.terms)

    def article(self, number: int) -> Article:
        """Return an article of the base document by its number."""
        return self._by_number[number]

    @cached_property
    def _by_number(self) -> dict[int, Article]:
        return {each.number: each for each in self.edition.articles}

    def name_of(self, article: Article) -> str:
        """Return a name that no other article has: 第五条, 第二部分第（一）条."""
        return f"{self._within.get(article.number, '')}{article_name(article.label)}"

    def line_of(self, article: Article) -> str:
        """Return an article's label and heading in a line, as it heads what is said of it."""
        label = f"{self._within.get(article.number, '')}{printed_label(article.label)}"
        heading = bare(article.heading) or article.short_title
        return f"{label}{'　' if printed_label(article.label).startswith('第') else ''}{heading}"

    def duties_of(self, article: Article) -> tuple[Duty, ...]:
        """Return what an article asks of whom."""
        return tuple(each for each in self.duties if each.article == article.number)

    def links_of(self, article: Article) -> tuple[Link, ...]:
        """Return the passages linked with an article, each once that several reports share."""
        return tuple(self._links[article.number])


def bare(heading: str) -> str:
    """Return a heading without the marks at its ends."""
    return heading.strip(EDGE)
