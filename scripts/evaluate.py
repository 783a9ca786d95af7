#!/usr/bin/env python3
"""Measure the links against labelled sentences, and learn their weights.

    evaluate.py                 leave-one-report-out, with and without terms, and the built links
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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.linking.index import ArticleIndex, BaseIndex, index_articles  # noqa: E402
from generator.linking.linker import link, link_with  # noqa: E402
from generator.linking.named_weights import Linear  # noqa: E402
from generator.linking.roles import role_weights  # noqa: E402
from generator.linking.roles.judging import judge_roles  # noqa: E402
from generator.linking.roles.role_weights import RoleWeights, load_role_weights  # noqa: E402
from generator.linking.scoring import weights as link_weights  # noqa: E402
from generator.linking.scoring.features import CONTEXT  # noqa: E402
from generator.linking.scoring.score import score_features  # noqa: E402
from generator.linking.scoring.weights import (  # noqa: E402
    LinkWeights,
    RoundWeights,
    load_link_weights,
)
from generator.model import Document, Edition, Link, Term  # noqa: E402
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
COMPOSED = GOLD / "links-elsewhere.jsonl"  # never learned from
INDIRECT = GOLD / "links-indirect.jsonl"  # never learned from; says things in words of its own
ABLATIONS: dict[str, Callable[[str], bool]] = {
    "词条（terms.yml 清空）": lambda name: name.startswith(("term", "related", "hint")),
    "旁证字眼（hints）": lambda name: name.startswith("hint"),
    "引语和共同文字": lambda name: name.startswith(
        ("body", "heading", "run", "quotation", "wording")
    ),
    "自动短语": lambda name: name.startswith(("phrase", "part")),
    "同义说法（thesaurus.txt）": lambda name: name.startswith("kin"),
    "与其他条比较": lambda name: name in {"share", "term_share", "rival"},
    "一般号召的抑制": lambda name: name in {"meaning", "say", "greet", "total_meaning", "length"},
    "标题继承": lambda name: name in {"parent", "grandparent", "beside_parent", "orphan_parent"},
    "前后句": lambda name: name in {"previous", "following", "children", "best_child"},
    "全部上下文": lambda name: name in set(CONTEXT) - {"own", "own_chance", "gap"},
}


def elsewhere(editions: Sequence[Edition], terms: Sequence[Term], path: Path = COMPOSED) -> Tally:
    """Return the figures of the links as built on the composed sentences of `path`."""
    documents = composed_reports(path)
    labels, _ = read_labels([path], documents)
    index = index_articles(editions, terms)
    links = [one for each in documents.values() for one in link_as_built(each, index)]
    return tally(labels, of_links(links, list(documents.values()))).total


def link_as_built(report: Document, index: ArticleIndex) -> tuple[Link, ...]:
    """Return the links of `report` that the weights of the files make."""
    return link_with(report, index, load_link_weights(), load_role_weights())


def leave_one_out(
    prepared: Mapping[str, Prepared],
    labels: Sequence[Labelled],
    scored: Sequence[Labelled],
    articles: Sequence[int],
    dropped: Callable[[str], bool] = lambda name: False,
    hinted: bool = True,
) -> Result:
    """Return the figures on `scored`, each report judged by weights learned without it."""
    shown = {name: _without(each, dropped) for name, each in prepared.items()}
    held: dict[str, tuple[RoundWeights, RoleWeights]] = {}
    for report in sorted({each.report for each in scored}):
        others = [each for each in labels if each.report != report]
        weights = _context_without(learn_links(shown, others, articles, hinted), dropped)
        held[report] = (weights, learn_roles(shown, others))
    chances = {
        name: score_features(shown[name].own, shown[name].around, held[name][0])[1] for name in held
    }
    judged = {name: judge_roles(shown[name].roles, held[name][1]) for name in held}

    def predict(label: Labelled) -> Predicted:
        threshold = held[label.report][0].threshold
        return {
            articles[int(at)]: (judged[label.report][each], float(chances[label.report][each][at]))
            for each in label.sentences
            for at in np.flatnonzero(chances[label.report][each] >= threshold)
        }

    return tally(scored, predict)


def _without(prepared: Prepared, dropped: Callable[[str], bool]) -> Prepared:
    kept = {name: values * (not dropped(name)) for name, values in prepared.own.items()}
    return replace(prepared, own=kept)


def _context_without(weights: RoundWeights, dropped: Callable[[str], bool]) -> RoundWeights:
    kept = {name: 0.0 if dropped(name) else w for name, w in weights.context.weights.items()}
    return replace(weights, context=Linear(weights.context.bias, kept))


def _unlinked(function: Callable[..., T], *args: object, key: object = None) -> T:
    """Run every stage but the linking, whose weights may be about to be learned."""
    return cast(T, ()) if function is link else function(*args)


def _index(editions: Sequence[Edition], terms: Sequence[Term]) -> BaseIndex:
    return index_articles(editions, terms).bases[0]


def main() -> int:
    """Run the command; return 1 when a labelled sentence is nowhere to be found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--gold", type=Path, nargs="*", default=LABELLED)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--learn", action="store_true")
    options = parser.parse_args()

    library = build_library(load_content(options.content), _unlinked)
    editions = [each.edition for each in library.collations]
    documents = {each.piece.id: each for each in library.reports}
    labels, lost = read_labels(options.gold, documents)
    articles = [each.number for each in editions[0].articles]
    rich, bare = _index(editions, library.terms), _index(editions, ())
    some = _index(editions, [replace(each, hints=()) for each in library.terms])
    prepared = {name: prepare(each, rich) for name, each in documents.items()}
    plain = {name: prepare(each, bare) for name, each in documents.items()}
    print(f"{len(labels)} labelled sentences, {len(lost)} not found")
    if options.learn:
        unhinted = {name: prepare(each, some) for name, each in documents.items()}
        weights = LinkWeights(
            learn_links(prepared, labels, articles, hinted=True),
            learn_links(unhinted, labels, articles, hinted=False),
            learn_links(plain, labels, articles, hinted=False),
        )
        roles = learn_roles(prepared, labels)
        link_weights.FILE.write_text(link_weights.link_weights_json(weights), "utf-8")
        role_weights.FILE.write_text(role_weights.role_weights_json(roles), "utf-8")
        load_link_weights.cache_clear()
        load_role_weights.cache_clear()
        print(f"learned {link_weights.FILE.name} and {role_weights.FILE.name}")
    result = leave_one_out(prepared, labels, labels, articles)
    _print_result("leave-one-report-out", result)
    for path in options.gold:
        part, _ = read_labels([path], documents)
        figures = leave_one_out(prepared, labels, part, articles).total
        print(f"  {path.name}: {figures.line()}")
        figures = leave_one_out(plain, labels, part, articles, hinted=False).total
        print(f"  {path.name}, terms emptied: {figures.line()}")
    index = index_articles(editions, library.terms)
    built = [one for each in library.reports for one in link_as_built(each, index)]
    print("links as built (weights have seen these labels):")
    print(f"  {tally(labels, of_links(built, library.reports)).total.line()}")
    print("composed sentences as reports elsewhere have them (never learned from):")
    for path in (COMPOSED, INDIRECT):
        for name, terms in (("with terms", library.terms), ("terms emptied", ())):
            print(f"  {path.name}, {name}: {elsewhere(editions, terms, path).line()}")
    if options.ablation:
        _print_ablation(prepared, labels, articles, result.total)
    if options.errors:
        _print_errors(result, options.errors, built)
    return 1 if lost else 0


def _print_result(name: str, result: Result) -> None:
    print(f"{name}: {result.total.line()}")
    for report, figures in sorted(result.reports.items()):
        print(f"  {report:8} {figures.line()}")
    for article, figures in sorted(result.articles.items()):
        print(
            f"  article {article:3} precision {figures.precision:.2f} recall {figures.recall:.2f} "
            f"(pairs {figures.wanted}, links {figures.predicted})"
        )


def _print_ablation(
    prepared: Mapping[str, Prepared],
    labels: Sequence[Labelled],
    articles: Sequence[int],
    whole: Tally,
) -> None:
    print("| left out | precision | recall | F1 | change |\n| --- | --- | --- | --- | --- |")
    print(f"| nothing | {whole.precision:.3f} | {whole.recall:.3f} | {whole.f1:.3f} | |")
    for name, dropped in ABLATIONS.items():
        each = leave_one_out(prepared, labels, labels, articles, dropped).total
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
