"""The labelled policies: a library each, its labels, and the features of its reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from generator.build.mapping import no_map
from generator.content import load_content
from generator.linking.index import ArticleIndex, index_articles
from generator.linking.stages import link_report
from generator.model import Document, Edition
from generator.recipe import build_library
from scripts.linking_lab.labelled_sentences import read_labels
from scripts.linking_lab.learning import Labelled, Prepared, prepare

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")

WITH_TERMS, WITHOUT_TERMS = "with terms", "without terms"


@dataclass(frozen=True, eq=False)
class Policy:
    """A policy: its reports, their labels by file, and its articles indexed in two ways."""

    name: str
    documents: Mapping[str, Document]
    labels: Mapping[str, Sequence[Labelled]]
    lost: tuple[str, ...]
    indexes: Mapping[str, ArticleIndex]

    @property
    def every_label(self) -> list[Labelled]:
        """The labels of all files."""
        return [each for some in self.labels.values() for each in some]

    @property
    def articles(self) -> tuple[int, ...]:
        """The numbers of its articles."""
        return tuple(each.article.number for each in self.indexes[WITHOUT_TERMS].bases[0].articles)

    def prepared(self, name: str) -> dict[str, Prepared]:
        """Return the features of the labelled reports against the index of that name."""
        base = self.indexes[name].bases[0]
        labelled = sorted({each.report for each in self.every_label})
        return {report: prepare(self.documents[report], base) for report in labelled}


def read_policy(name: str, content: Path, gold: Sequence[Path]) -> Policy:
    """Return the policy whose library is in `content` and whose labels are the files `gold`."""
    loaded = load_content(content)
    library = build_library(loaded, mapped=_unlinked)
    editions: list[Edition] = [each.edition for each in library.collations]
    documents = {each.piece.id: each for each in library.reports}
    read = {path.stem: read_labels([path], documents) for path in gold}
    return Policy(
        name,
        documents,
        {label: found for label, (found, _) in read.items()},
        tuple(text for _, lost in read.values() for text in lost),
        {
            WITH_TERMS: index_articles(editions, library.terms, loaded.thesaurus),
            WITHOUT_TERMS: index_articles(editions, ()),
        },
    )


def without_vocabulary(policy: Policy) -> Policy:
    """Return `policy` as it is with terms.yml and thesaurus.txt emptied."""
    bare = policy.indexes[WITHOUT_TERMS]
    return replace(policy, indexes={WITH_TERMS: bare, WITHOUT_TERMS: bare})


def _unlinked(
    function: Callable[[Item, Shared], Result], items: Sequence[Item], shared: Shared
) -> Iterator[Result]:
    """Run every stage but the linking, whose weights may be about to be learned."""
    if cast(object, function) is link_report:
        return (cast(Result, ()) for _ in items)
    return no_map(function, items, shared)
