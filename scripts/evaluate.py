#!/usr/bin/env python3
"""Measure the links against labelled sentences, and learn their weights.

    evaluate.py                 leave-one-report-out and the links as built: with terms, with
                                terms emptied, with terms and thesaurus emptied
    evaluate.py --errors 20     also the worst errors, with their evidence
    evaluate.py --ablation      also what each kind of evidence adds
    evaluate.py --learn         learn link_weights.json and role_weights.json anew from all labels

A predicted article is right where it is in a sentence's "allowed" list, and found where it
is "required".  Leave-one-report-out: a report's figures come from weights learned on the
others alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.linking.index import ArticleIndex, index_articles  # noqa: E402
from generator.linking.linker import link, link_with  # noqa: E402
from generator.linking.named_weights import Linear, Matrix  # noqa: E402
from generator.linking.roles import role_weights  # noqa: E402
from generator.linking.roles.judging import judge_roles  # noqa: E402
from generator.linking.roles.role_weights import load_role_weights  # noqa: E402
from generator.linking.scoring import weights as link_weights  # noqa: E402
from generator.linking.scoring.score import score_features  # noqa: E402
from generator.linking.scoring.weights import (  # noqa: E402
    LinkWeights,
    RoundWeights,
    load_link_weights,
)
from generator.model import Document, Link, Role  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.linking_lab.labelled_sentences import composed_reports, read_labels  # noqa: E402
from scripts.linking_lab.learning import (  # noqa: E402
    Labelled,
    Prepared,
    learn_links,
    learn_roles,
    prepare,
)
from scripts.linking_lab.tally import Predicted, Result, Tally, of_links, tally  # noqa: E402

T = TypeVar("T")

GOLD = ROOT / "tests" / "gold"
LABELLED = [GOLD / f"links-{name}.jsonl" for name in ("dev", "extra", "single")]
COMPOSED = GOLD / "links-elsewhere.jsonl"  # never learned from; looked at when terms were added
INDIRECT = GOLD / "links-indirect.jsonl"  # never learned from; says things in words of its own
WITH_TERMS, HINTS_EMPTIED = "with terms", "hints emptied"
TERMS_EMPTIED, BOTH_EMPTIED = "terms emptied", "terms and thesaurus emptied"
RIVALS = {"share", "term_share", "rival"}
APPEALS = {"meaning", "say", "greet", "total_meaning", "length"}
HEADINGS = {"parent", "grandparent", "beside_parent", "orphan_parent"}
BESIDE = {"previous", "following", "children", "best_child"}
ABLATIONS: dict[str, Callable[[str], bool]] = {
    "terms (terms.yml emptied)": lambda name: name.startswith(("term", "related", "hint")),
    "hints": lambda name: name.startswith("hint"),
    "quotations and shared text": lambda name: name.startswith(
        ("body", "heading", "run", "quotation", "wording")
    ),
    "automatic phrases": lambda name: name.startswith(("phrase", "part")),
    "synonyms (thesaurus.txt)": lambda name: name.startswith("kin"),
    "comparison with other articles": lambda name: name in RIVALS,
    "damping of general appeals": lambda name: name in APPEALS,
    "inheritance from headings": lambda name: name in HEADINGS,
    "sentences before and after": lambda name: name in BESIDE,
    "all context": lambda name: name in HEADINGS | BESIDE,
}


def elsewhere(index: ArticleIndex, path: Path, weights: LinkWeights | None = None) -> Tally:
    """Return the figures of `weights`, else those of the file, on composed sentences."""
    documents = composed_reports(path)
    labels, _ = read_labels([path], documents)
    links = links_of(documents.values(), index, weights)
    return tally(labels, of_links(links, list(documents.values()))).total


def links_of(
    reports: Iterable[Document], index: ArticleIndex, weights: LinkWeights | None = None
) -> list[Link]:
    """Return the links of `reports` that `weights` make, or else those of the file."""
    known = weights or load_link_weights()
    return [one for each in reports for one in link_with(each, index, known, load_role_weights())]


def without_thesaurus(index: ArticleIndex) -> ArticleIndex:
    """Return `index` as it would be if thesaurus.txt were empty."""
    return ArticleIndex(tuple(replace(each, kin={}) for each in index.bases))


def leave_one_out(
    prepared: Mapping[str, Prepared],
    labels: Sequence[Labelled],
    articles: Sequence[int],
    dropped: Callable[[str], bool] = lambda name: False,
    hinted: bool = True,
) -> Callable[[Labelled], Predicted]:
    """Return what is said of a label by weights learned on all reports but its own."""
    shown = {name: _without(each, dropped) for name, each in prepared.items()}
    found: dict[str, tuple[tuple[Role, ...], Matrix, float]] = {}
    for report in sorted({each.report for each in labels}):
        others = [each for each in labels if each.report != report]
        weights = _context_without(learn_links(shown, others, articles, hinted), dropped)
        chances = score_features(shown[report].own, shown[report].around, weights)[1]
        judged = judge_roles(shown[report].roles, learn_roles(shown, others))
        found[report] = (judged, chances, weights.threshold)

    def predict(label: Labelled) -> Predicted:
        judged, chances, threshold = found[label.report]
        return {
            articles[int(at)]: (judged[each], float(chances[each][at]))
            for each in label.sentences
            for at in np.flatnonzero(chances[each] >= threshold)
        }

    return predict


def _without(prepared: Prepared, dropped: Callable[[str], bool]) -> Prepared:
    kept = {name: values * (not dropped(name)) for name, values in prepared.own.items()}
    return replace(prepared, own=kept)


def _context_without(weights: RoundWeights, dropped: Callable[[str], bool]) -> RoundWeights:
    kept = {name: 0.0 if dropped(name) else w for name, w in weights.context.weights.items()}
    return replace(weights, context=Linear(weights.context.bias, kept))


def _unlinked(function: Callable[..., T], *args: object, key: object = None) -> T:
    """Run every stage but the linking, whose weights may be about to be learned."""
    return cast(T, ()) if function is link else function(*args)


@dataclass(frozen=True)
class Bench:
    """The library without its links, its indexes and the labels that it is held against."""

    documents: Mapping[str, Document]
    articles: tuple[int, ...]
    labels: Mapping[str, Sequence[Labelled]]
    lost: int
    indexes: Mapping[str, ArticleIndex]

    @property
    def every_label(self) -> list[Labelled]:
        """The labels of all files."""
        return [each for some in self.labels.values() for each in some]

    def prepared(self, name: str) -> dict[str, Prepared]:
        """Return the reports' features against the index of that name."""
        base = self.indexes[name].bases[0]
        return {report: prepare(each, base) for report, each in self.documents.items()}


def set_up(content: Path, gold: Sequence[Path]) -> Bench:
    """Return what is measured."""
    library = build_library(load_content(content), _unlinked)
    editions = [each.edition for each in library.collations]
    documents = {each.piece.id: each for each in library.reports}
    read = {path.name: read_labels([path], documents) for path in gold}
    bare = index_articles(editions, ())
    unhinted = [replace(each, hints=()) for each in library.terms]
    return Bench(
        documents,
        tuple(each.number for each in editions[0].articles),
        {name: labels for name, (labels, _) in read.items()},
        sum(len(lost) for _, lost in read.values()),
        {
            WITH_TERMS: index_articles(editions, library.terms),
            TERMS_EMPTIED: bare,
            BOTH_EMPTIED: without_thesaurus(bare),
            HINTS_EMPTIED: index_articles(editions, unhinted),
        },
    )


def learn(bench: Bench) -> None:
    """Learn the weights anew from all labels, and write them down."""
    labels = bench.every_label
    rich, some, bare = map(bench.prepared, (WITH_TERMS, HINTS_EMPTIED, TERMS_EMPTIED))
    weights = LinkWeights(
        learn_links(rich, labels, bench.articles, hinted=True),
        learn_links(some, labels, bench.articles, hinted=False),
        learn_links(bare, labels, bench.articles, hinted=False),
    )
    link_weights.FILE.write_text(link_weights.link_weights_json(weights), "utf-8")
    roles = role_weights.role_weights_json(learn_roles(rich, labels))
    role_weights.FILE.write_text(roles, "utf-8")
    load_link_weights.cache_clear()
    load_role_weights.cache_clear()
    print(f"learned {link_weights.FILE.name} and {role_weights.FILE.name}")


def main() -> int:
    """Run the command; return 1 when a labelled sentence is nowhere to be found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--gold", type=Path, nargs="*", default=LABELLED)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--learn", action="store_true")
    options = parser.parse_args()

    bench = set_up(options.content, options.gold)
    print(f"{len(bench.every_label)} labelled sentences, {bench.lost} not found")
    if options.learn:
        learn(bench)
    result = _print_held_out(bench)
    built = _print_as_built(bench)
    if options.ablation:
        _print_ablation(bench, result.total)
    if options.errors:
        _print_errors(result, options.errors, built)
    return 1 if bench.lost else 0


def _print_held_out(bench: Bench) -> Result:
    """Print the figures on what the weights have not seen; return those with terms."""
    labels = bench.every_label
    predict = leave_one_out(bench.prepared(WITH_TERMS), labels, bench.articles)
    result = tally(labels, predict)
    _print_result("leave-one-report-out", result)
    predictions = {WITH_TERMS: predict}
    for name in (TERMS_EMPTIED, BOTH_EMPTIED):
        prepared = bench.prepared(name)
        predictions[name] = leave_one_out(prepared, labels, bench.articles, hinted=False)
    for file, some in (*bench.labels.items(), ("all", labels)):
        for name, each in predictions.items():
            print(f"  {file}, {name}: {tally(some, each).total.line()}")
    return result


def _print_as_built(bench: Bench) -> list[Link]:
    """Print the figures of the weights of the files; return the links that they make."""
    reports = list(bench.documents.values())
    built = links_of(reports, bench.indexes[WITH_TERMS])
    print("links as built (weights have seen these labels):")
    print(f"  {tally(bench.every_label, of_links(built, reports)).total.line()}")
    print("composed sentences as reports elsewhere have them (never learned from, but looked at):")
    prepared = bench.prepared(BOTH_EMPTIED)
    rounds = learn_links(prepared, bench.every_label, bench.articles, hinted=False)
    for path in (COMPOSED, INDIRECT):
        for name in (WITH_TERMS, TERMS_EMPTIED):
            print(f"  {path.name}, {name}: {elsewhere(bench.indexes[name], path).line()}")
        anew = elsewhere(bench.indexes[BOTH_EMPTIED], path, LinkWeights(rounds, rounds, rounds))
        print(f"  {path.name}, {BOTH_EMPTIED} (weights learned anew for that): {anew.line()}")
    return built


def _print_result(name: str, result: Result) -> None:
    print(f"{name}: {result.total.line()}")
    for report, figures in sorted(result.reports.items()):
        print(f"  {report:8} {figures.line()}")
    for article, figures in sorted(result.articles.items()):
        print(
            f"  article {article:3} precision {figures.precision:.2f} recall {figures.recall:.2f} "
            f"(pairs {figures.wanted}, links {figures.predicted})"
        )


def _print_ablation(bench: Bench, whole: Tally) -> None:
    print("| left out | precision | recall | F1 | change |\n| --- | --- | --- | --- | --- |")
    print(f"| nothing | {whole.precision:.3f} | {whole.recall:.3f} | {whole.f1:.3f} | |")
    labels, prepared = bench.every_label, bench.prepared(WITH_TERMS)
    for name, dropped in ABLATIONS.items():
        each = tally(labels, leave_one_out(prepared, labels, bench.articles, dropped)).total
        print(
            f"| {name} | {each.precision:.3f} | {each.recall:.3f} | {each.f1:.3f} "
            f"| {each.f1 - whole.f1:+.3f} |"
        )


def _print_errors(result: Result, count: int, built: Sequence[Link]) -> None:
    shown = {(one.report, one.article, one.start): one for one in built}
    for score, what, article, label in result.errors[:count]:
        print(f"{what} {article} ({score:.2f}) {label.report}: {label.text[:90]}")
        for (report, number, _), one in shown.items():
            same = report == label.report and number == article
            if same and any(one.id.startswith(f"{report}-s{at + 1}-") for at in label.sentences):
                print("    " + "; ".join(f"{each.what}:{each.text[:24]}" for each in one.evidence))


if __name__ == "__main__":
    sys.exit(main())
