#!/usr/bin/env python3
"""Measure the links against labelled sentences of several policies, and learn their weights.

    evaluate.py                      each policy by weights that have not seen it: without terms,
                                     with terms, after 100 decisions; the first policy also by
                                     leaving one report out
    evaluate.py --learning-curve     F1 after 0, 20, 50, 100, 200 simulated decisions
    evaluate.py --errors 20          also the worst errors
    evaluate.py --also NAME=FOLDER   measure one more policy: FOLDER/content and FOLDER/labels.jsonl
    evaluate.py --learn              learn link_weights.json and role_weights.json anew

A predicted article is right where it is in a sentence's "allowed" list, and found where it is
"required".  Policies that are named with --also are never learned from.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.linking.named_weights import Matrix  # noqa: E402
from generator.linking.roles import role_weights  # noqa: E402
from generator.linking.roles.judging import judge_roles  # noqa: E402
from generator.linking.roles.role_weights import load_role_weights  # noqa: E402
from generator.linking.scoring import weights as link_weights  # noqa: E402
from generator.linking.scoring.weights import (  # noqa: E402
    Bounds,
    LinkWeights,
    RoundWeights,
    TaughtWeights,
    load_link_weights,
)
from scripts.linking_lab.figures import Figures  # noqa: E402
from scripts.linking_lab.learning import (  # noqa: E402
    SURE,
    Labelled,
    Learned,
    Lesson,
    chances_of,
    figures_at,
    learn_roles_of,
    learn_rounds,
    lessons,
    set_bounds,
    unseen_chances,
)
from scripts.linking_lab.policies import (  # noqa: E402
    WITH_TERMS,
    WITHOUT_TERMS,
    Policy,
    read_policy,
)
from scripts.linking_lab.simulated_decisions import (  # noqa: E402
    LabelledPairs,
    after_decisions,
    figures,
    labelled_pairs,
    learn_start,
)

GOLD = ROOT / "tests" / "gold"
FIRST = "yijian"
FIRST_LABELS = [GOLD / f"links-{name}.jsonl" for name in ("dev", "extra", "single")]
COUNTS = (0, 20, 50, 100, 200)
SEEDS = (11, 12, 13)
KINDS = (WITHOUT_TERMS, WITH_TERMS)


@dataclass(frozen=True, eq=False)
class Measured:
    """A policy with its lessons by what is known of its vocabulary; `own`: learned from."""

    policy: Policy
    lessons: Mapping[str, tuple[Lesson, ...]]
    own: bool


def composed_policies() -> dict[str, Path]:
    """Return the folders of the composed policies by name."""
    return {path.name: path for path in sorted((GOLD / "policies").iterdir()) if path.is_dir()}


def measured(name: str, content: Path, gold: Sequence[Path], own: bool) -> Measured:
    """Return a policy read, with the features of its labelled reports."""
    policy = read_policy(name, content, gold)
    print(f"{name}: {len(policy.every_label)} labelled sentences, {len(policy.lost)} not found")
    prepared = {
        kind: lessons(name, policy.prepared(kind), policy.every_label, policy.articles)
        for kind in KINDS
    }
    return Measured(policy, prepared, own)


def every_policy(also: Mapping[str, Path]) -> list[Measured]:
    """Return the first policy, the composed ones and those named besides."""
    found = [measured(FIRST, ROOT / "content", FIRST_LABELS, own=True)]
    for name, folder in composed_policies().items():
        found.append(measured(name, folder / "content", [folder / "labels.jsonl"], own=True))
    for name, folder in also.items():
        found.append(measured(name, folder / "content", [folder / "labels.jsonl"], own=False))
    return found


def unseen_weights(policies: Sequence[Measured], kind: str) -> dict[str, Learned]:
    """Return for each policy the weights learned from the others."""
    return {
        each.policy.name: learn_rounds(
            [
                one
                for other in policies
                if other.own and other is not each
                for one in other.lessons[kind]
            ]
        )
        for each in policies
    }


def unseen_pairs(
    policies: Sequence[Measured], kind: str, learned: Mapping[str, Learned]
) -> dict[str, LabelledPairs]:
    """Return the labelled sentences of each policy, scored by weights that have not seen it."""
    return {
        each.policy.name: labelled_pairs(
            each.lessons[kind], each.policy.indexes[kind].bases[0], learned[each.policy.name]
        )
        for each in policies
    }


def learn(policies: Sequence[Measured]) -> None:
    """Learn the weights anew from the policies that are our own, and write them down."""
    own = [each for each in policies if each.own]
    taught = {kind: [one for each in own for one in each.lessons[kind]] for kind in KINDS}
    first = [one for each in own if each.policy.name == FIRST for one in each.lessons[WITH_TERMS]]
    pairs = unseen_pairs(own, WITH_TERMS, unseen_weights(own, WITH_TERMS))
    start = learn_start([pairs[each.policy.name] for each in own])
    weights = LinkWeights(
        _rounds(first, precise=False),
        _rounds(taught[WITH_TERMS], precise=False),
        _rounds(taught[WITHOUT_TERMS], precise=True),
        TaughtWeights(start, _taught_bounds(pairs)),
    )
    link_weights.FILE.write_text(link_weights.link_weights_json(weights), "utf-8")
    roles = learn_roles_of(
        [(each.policy.prepared(WITH_TERMS), each.policy.every_label) for each in own]
    )
    role_weights.FILE.write_text(role_weights.role_weights_json(roles), "utf-8")
    load_link_weights.cache_clear()
    load_role_weights.cache_clear()
    print(f"learned {link_weights.FILE.name} and {role_weights.FILE.name}")


def _rounds(taught: Sequence[Lesson], precise: bool) -> RoundWeights:
    bounds = set_bounds(unseen_chances(taught), precise)
    return RoundWeights(*learn_rounds(taught), bounds)


def _taught_bounds(pairs: Mapping[str, LabelledPairs]) -> Bounds:
    """Return the bounds after decisions that serve all policies, with few of them and many."""
    tables = []
    for name, each in pairs.items():
        start = learn_start([other for key, other in pairs.items() if key != name])
        tables += [
            (each, *after_decisions(each, count, start, seed))
            for seed in SEEDS
            for count in COUNTS[1:]
        ]
    steps = [round(0.02 * step, 2) for step in range(5, 46)]
    by_step = {
        step: [figures(each, chances, rows, step) for each, chances, rows in tables]
        for step in steps
    }
    quality = {step: float(np.mean([each.f1 for each in by_step[step]])) for step in steps}
    best = max(steps, key=quality.__getitem__)
    good = [s for s in steps if np.mean([each.precision for each in by_step[s]]) >= SURE]
    return Bounds(best, min(good, default=steps[-1]))


def print_policies(policies: Sequence[Measured], counts: Sequence[int]) -> None:
    """Print the table of docs/linking.md: each policy by weights that have not seen it.

    The bounds are those of the other policies.
    """
    print("| policy | | precision | recall | F1 | sure: precision | recall |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    own = [each for each in policies if each.own]
    for kind in KINDS:
        learned = unseen_weights(policies, kind)
        scored = {
            each.policy.name: [
                (one, chances_of(one, learned[each.policy.name])) for one in each.lessons[kind]
            ]
            for each in policies
        }
        for name, some in scored.items():
            others = [
                row for each in own if each.policy.name != name for row in scored[each.policy.name]
            ]
            bounds = set_bounds(others, precise=kind == WITHOUT_TERMS)
            _row(name, kind, figures_at(some, bounds.linked), figures_at(some, bounds.sure))
        print_after(unseen_pairs(policies, kind, learned), own, kind, counts)


def print_after(
    pairs: Mapping[str, LabelledPairs], own: Sequence[Measured], kind: str, counts: Sequence[int]
) -> None:
    """Print the figures after simulated decisions, the mean of three draws."""
    bounds = load_link_weights().taught.bounds
    for name, each in pairs.items():
        start = learn_start(
            [pairs[other.policy.name] for other in own if other.policy.name != name]
        )
        for count in counts:
            linked, sure = [], []
            for seed in SEEDS:
                chances, rows = after_decisions(each, count, start, seed)
                linked.append(figures(each, chances, rows, bounds.linked))
                sure.append(figures(each, chances, rows, bounds.sure))
            _row(name, f"{kind}, after {count} decisions", _sum(linked), _sum(sure))


def _sum(some: Sequence[Figures]) -> Figures:
    return Figures(
        sum(each.right for each in some),
        sum(each.predicted for each in some),
        sum(each.found for each in some),
        sum(each.wanted for each in some),
    )


def _row(name: str, what: str, linked: Figures, sure: Figures) -> None:
    print(
        f"| {name} | {what} | {linked.precision:.3f} | {linked.recall:.3f} | {linked.f1:.3f} "
        f"| {sure.precision:.3f} | {sure.recall:.3f} |",
        flush=True,
    )


def leave_one_report_out(taught: Sequence[Lesson]) -> list[tuple[Lesson, Matrix]]:
    """Return each report with its chances by weights learned from the other reports alone."""
    found = []
    for each in taught:
        learned = learn_rounds([other for other in taught if other is not each])
        found.append((each, chances_of(each, learned)))
    return found


def roles_held_out(policies: Sequence[Measured]) -> dict[str, float]:
    """Return the share of right roles of each policy, by weights learned from the others."""
    found = {}
    prepared = {each.policy.name: each.policy.prepared(WITH_TERMS) for each in policies}
    for each in policies:
        others = [
            (prepared[other.policy.name], other.policy.every_label)
            for other in policies
            if other.own and other is not each
        ]
        learned = learn_roles_of(others)
        judged = {
            report: judge_roles(one.roles, learned)
            for report, one in prepared[each.policy.name].items()
        }
        told = [label for label in each.policy.every_label if label.role and label.required]
        right = sum(judged[label.report][label.sentences[0]] == label.role for label in told)
        found[each.policy.name] = right / max(1, len(told))
    return found


def print_first(first: Measured) -> None:
    """Print the first policy with one report left out."""
    for kind in (WITH_TERMS, WITHOUT_TERMS):
        scored = leave_one_report_out(first.lessons[kind])
        bounds = set_bounds(scored)
        _row(
            FIRST,
            f"{kind}, one report left out",
            figures_at(scored, bounds.linked),
            figures_at(scored, bounds.sure),
        )


def print_errors(policies: Sequence[Measured], count: int) -> None:
    """Print the worst errors of each policy with terms, by weights that have not seen it."""
    learned = unseen_weights(policies, WITH_TERMS)
    for name, pairs in unseen_pairs(policies, WITH_TERMS, learned).items():
        found: list[tuple[float, str, int, Labelled]] = []
        for label, features in zip(pairs.labels, pairs.features, strict=True):
            for article, odds in zip(pairs.articles, features["said"], strict=True):
                if article not in label.allowed:
                    found.append((float(odds), "wrong", article, label))
                if article in label.required:
                    found.append((-float(odds), "missed", article, label))
        for odds, what, article, label in sorted(found, key=lambda each: -each[0])[:count]:
            print(f"{name} {what} {article} ({odds:.1f}) {label.report}: {label.text[:90]}")


def _also(words: Sequence[str]) -> dict[str, Path]:
    named = (word.partition("=") for word in words)
    return {name: Path(folder) for name, _, folder in named}


def main() -> int:
    """Run the command; return 1 when a labelled sentence is nowhere to be found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--also", nargs="*", default=[], metavar="NAME=FOLDER")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--learning-curve", action="store_true")
    parser.add_argument("--learn", action="store_true")
    options = parser.parse_args()

    policies = every_policy(_also(options.also))
    if options.learn:
        learn(policies)
        return 0
    print_policies(policies, COUNTS if options.learning_curve else (100,))
    print_first(policies[0])
    for name, share in roles_held_out(policies).items():
        print(f"roles of {name}: {share:.3f}")
    if options.errors:
        print_errors(policies, options.errors)
    return 1 if any(each.policy.lost for each in policies[:1]) else 0


if __name__ == "__main__":
    sys.exit(main())
