"""Learns the weights by which the page 核稿 tells which articles a draft speaks of.

    python scripts/learn_plain_coverage.py [--drafts 60]

The teacher is the command: sentences of made drafts and of reports, and whether the linker links
them.  A logistic regression over those features that a browser can reckon (no word vectors); its
bound is the one at which drafts agree best, article by article.  Writes
generator/outputs/draft/plain_weights.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.draft import draft_document  # noqa: E402
from generator.linking import Linking, citations  # noqa: E402
from generator.linking.index import BaseIndex  # noqa: E402
from generator.linking.neighbours import neighbours  # noqa: E402
from generator.linking.scoring.score import how_rich, score  # noqa: E402
from generator.linking.scoring.weights import load_link_weights  # noqa: E402
from generator.model import Document  # noqa: E402
from generator.recipe import build_library, linking_of  # noqa: E402
from scripts.draft_bench import EDITS, POLICIES, SHARES, other_sentences  # noqa: E402
from scripts.drafting.making import Maker  # noqa: E402

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]
TARGET = ROOT / "generator" / "outputs" / "draft" / "plain_weights.json"
LIBRARIES = (
    ROOT / "content",
    *(POLICIES / name / "content" for name in ("anquan", "renju", "zhengwu")),
    *(ROOT / "tests" / "libraries" / name for name in ("tuoyu", "kuaidi", "law", "findable")),
)
FIRST_SEED = 10_000  # not those of the bench
TERMS = ("term_heading", "term_body", "related_heading", "related_body", "term_sum")
NAMES = (
    *("mass", "mass_heading", "best", "best_rare", "runs", "heading_cover", "article_cover"),
    *("quotation", "share", "rival", "lead", *TERMS, "term_share", "length"),
    *("hint_sum", "hint_count", "hint_share", "cosine", "cosine_lead"),
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text: features of sentences and articles, what the linker links, and what for certain."""

    features: Matrix
    linked: Flags
    certain: Flags


def lessons_of(content_folder: Path, drafts: int) -> tuple[str, list[Lesson]]:
    """Return how rich in wordings a library is, and its lessons."""
    content = load_content(content_folder)
    library = build_library(content)
    linking = linking_of(content, library)
    maker = Maker(library, other_sentences(content_folder))
    made = [
        maker.draft(seed, SHARES[seed % len(SHARES)], EDITS[seed // len(SHARES) % len(EDITS)])
        for seed in range(FIRST_SEED, FIRST_SEED + drafts)
    ]
    texts = [*(draft_document(each.text) for each in made), *library.reports]
    base = linking.articles.bases[0]
    return how_rich(base), [_lesson(each, base, linking) for each in texts]


def _lesson(document: Document, base: BaseIndex, linking: Linking) -> Lesson:
    bases = linking.articles.bases
    cited = citations(
        document.piece.text,
        [each.base for each in bases],
        {each.base.id: each.numbering for each in bases},
    )
    taught = linking.taught.get(base.base.id)
    scored = score(document, base, neighbours(document), cited, load_link_weights(), taught)
    found = dict(scored.features)
    terms = np.max([found[name] for name in TERMS], axis=0)
    most = terms.max(axis=1, keepdims=True, initial=0.0)
    found["term_share"] = np.divide(terms, most, out=np.zeros(terms.shape), where=most > 0)
    linked = (scored.final >= scored.bounds.linked) | scored.certain
    return Lesson(np.stack([found[name] for name in NAMES], -1), linked, scored.certain)


def learned(lessons: Sequence[Lesson]) -> tuple[Matrix, float]:
    """Return weights and bias of a logistic regression, by Newton's method."""
    rows = np.concatenate([each.features.reshape(-1, len(NAMES)) for each in lessons])
    linked = np.concatenate([each.linked.ravel() for each in lessons]).astype(np.float64)
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    weights = np.zeros(scaled.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (chance - linked) + weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    own: Matrix = weights[:-1] / spread
    return own, float(weights[-1] - own @ mean)


def agreement(lessons: Sequence[Lesson], weights: Matrix, bias: float) -> float:
    """Return the share of pairs of text and article on which the sum and the linker agree."""
    shares = [
        float(
            (
                ((each.features @ weights + bias >= 0) | each.certain).any(0) == each.linked.any(0)
            ).mean()
        )
        for each in lessons
    ]
    return float(np.mean(shares))


def _best_bound(lessons: Sequence[Lesson], weights: Matrix, bias: float) -> float:
    bounds: list[float] = np.linspace(-2, 2, 41).tolist()
    return max(bounds, key=lambda bound: agreement(lessons, weights, bias - bound))


def main() -> int:
    """Learn and write the weights, and say how far they agree with the linker."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=60)
    options = parser.parse_args()
    groups: dict[str, list[Lesson]] = {}
    for folder in LIBRARIES:
        rich, some = lessons_of(folder, options.drafts)
        groups.setdefault(rich, []).extend(some)
    made: dict[str, Any] = {}
    for name, lessons in sorted(groups.items()):
        weights, bias = learned(lessons)
        bias -= _best_bound(lessons, weights, bias)
        print(
            f"{name}: {agreement(lessons, weights, bias):.4f} of the pairs of {len(lessons)} texts"
        )
        rounded = {each: round(float(value), 3) for each, value in zip(NAMES, weights, strict=True)}
        made[name] = {"weights": rounded, "bias": round(bias, 3)}
    TARGET.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
