"""What decisions teach that are made at the editors' desk: each goes into links.yml as a click's.

    python scripts/desk_learning.py zhengwu [--counts 0,20,50,100,200] [--seed 1]

The policy is one of tests/gold/policies.  So many labelled sentences, drawn at random, are answered
through the desk; the library is built anew from its files; the figures are of the sentences that
were not decided.  What is measured in scripts/evaluate.py without files is held against this.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.desk import Desk, read_action  # noqa: E402
from generator.errors import ContentError  # noqa: E402
from generator.model import Library  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.linking_lab.labelled_sentences import read_labels  # noqa: E402
from scripts.linking_lab.learning import Labelled  # noqa: E402
from scripts.linking_lab.tally import Predicted, tally  # noqa: E402

POLICIES = ROOT / "tests" / "gold" / "policies"


def main() -> int:
    """Print a line for each number of decisions; return the exit status."""
    parser = argparse.ArgumentParser(description="what decisions at the desk teach")
    parser.add_argument("policy")
    parser.add_argument("--counts", default="0,20,50,100,200")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for count in map(int, options.counts.split(",")):
        print(_line(POLICIES / options.policy, count, options.seed), flush=True)
    return 0


def _line(policy: Path, count: int, seed: int) -> str:
    with tempfile.TemporaryDirectory() as name:
        content = Path(shutil.copytree(policy / "content", Path(name) / "content"))
        library = build_library(load_content(content))
        documents = {each.piece.id: each for each in library.reports}
        labels, _ = read_labels([policy / "labels.jsonl"], documents)
        drawn = list(labels)
        random.Random(seed).shuffle(drawn)
        start = time.process_time()
        refused = _decide(Desk(content, Path(name) / "desk.jsonl"), library, drawn[:count])
        took = time.process_time() - start
        figures = _figures(build_library(load_content(content)), drawn[count:])
    return f"{count} decisions ({refused} refused, {took:.1f} s of processor time): {figures}"


def _decide(desk: Desk, library: Library, labels: Sequence[Labelled]) -> int:
    """Answer each sentence as its label does; return how many answers the desk refused."""
    (base,) = (each.edition for each in library.collations)
    address = {each.number: each.address for each in base.articles}
    documents = {each.piece.id: each for each in library.reports}
    linked = _linked(library)
    refused = 0
    for label in labels:
        document = documents[label.report]
        first, last = (document.sentences[at] for at in (label.sentences[0], label.sentences[-1]))
        shown = {article for at in label.sentences for article in linked[label.report, at]}
        action = {
            "do": "about",
            "report": label.report,
            "start": first.start,
            "end": last.end,
            "words": document.piece.text[first.start : last.end],
            "base": base.base.id,
            "articles": [address[each] for each in sorted(label.required)],
            "against": [address[each] for each in sorted(shown - label.required)],
        }
        try:
            desk.apply(read_action(action), library)
        except ContentError:
            refused += 1
    return refused


def _linked(library: Library) -> dict[tuple[str, int], set[int]]:
    """Return the articles that each sentence of a report is linked with, by its place."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    sentences = {each.piece.id: each.sentences for each in library.reports}
    for link in library.links:
        for at, sentence in enumerate(sentences[link.report]):
            if link.start <= sentence.start and sentence.end <= link.end:
                found[link.report, at].add(link.article)
    return found


def _figures(library: Library, labels: Sequence[Labelled]) -> str:
    linked = _linked(library)

    def predict(label: Labelled) -> Predicted:
        shown = {article for at in label.sentences for article in linked[label.report, at]}
        return dict.fromkeys(shown, ("other", 1.0))

    total = tally(labels, predict).total
    return f"precision {total.precision:.3f} recall {total.recall:.3f} F1 {total.f1:.3f}"


if __name__ == "__main__":
    sys.exit(main())
