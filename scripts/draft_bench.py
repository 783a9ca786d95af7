"""Measures 核稿: drafts made of known quotations, citations and copied passages, by the command.

    python scripts/draft_bench.py [--content content] [--drafts 500] [--show]

Prints precision and recall of quotations and citations and by how many points the shares are off.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.draft import DraftReport, arrange, check_draft  # noqa: E402
from generator.recipe import build_library, linking_of  # noqa: E402
from generator.text.sentences import sentence_spans  # noqa: E402
from scripts.drafting.judging import (  # noqa: E402
    FoundCitation,
    FoundDraft,
    FoundQuotation,
    Score,
    restored,
)
from scripts.drafting.making import MadeDraft, Maker, letters  # noqa: E402

POLICIES = ROOT / "tests" / "gold" / "policies"
SHARES = (0.0, 0.1, 0.2, 0.3, 0.45, 0.6)
EDITS = (0.0, 0.05, 0.1, 0.2, 0.3)


def other_sentences(content: Path) -> list[str]:
    """Return sentences of reports on other policies than that of `content`."""
    found = []
    for policy in sorted(POLICIES.iterdir()):
        if (policy / "content").resolve() == content.resolve():
            continue
        for path in sorted((policy / "content" / "sources").glob("r*.txt")):
            for line in path.read_text("utf-8").split("\n"):
                for start, end in sentence_spans(line):
                    words = line[start:end].strip()
                    if words.endswith("。") and 14 <= len(letters(words)) <= 90:
                        found.append(words)
    return found


def made_drafts(maker: Maker, count: int) -> Iterator[MadeDraft]:
    """Yield the drafts: every share of copied words with every rate of edits."""
    for seed in range(count):
        share = SHARES[seed % len(SHARES)]
        yield maker.draft(seed, share, EDITS[seed // len(SHARES) % len(EDITS)])


def as_found(report: DraftReport) -> FoundDraft:
    """Return what a report of the command says, as it is judged."""
    return FoundDraft(
        tuple(
            FoundQuotation(
                each.start,
                each.end,
                each.verdict,
                frozenset(place.article for place in each.places),
                restored(
                    report.text,
                    each.start,
                    each.end,
                    [(change.start, change.end, change.original) for change in each.changes],
                ),
            )
            for each in report.quotations
        ),
        tuple(
            FoundCitation(each.start, each.end, each.article, each.exists)
            for each in report.citations
        ),
        report.shares.document,
        report.shares.shared,
        report.shares.own,
    )


def main() -> int:
    """Make the drafts, check them, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--drafts", type=int, default=500)
    parser.add_argument("--show", action="store_true", help="show what was missed or wrong")
    options = parser.parse_args()
    content = load_content(options.content)
    library = build_library(content)
    maker = Maker(library, other_sentences(options.content))
    known = arrange(library, linking_of(content, library))
    score = Score()
    begun = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for number, made in enumerate(made_drafts(maker, options.drafts)):
        score.add(made, as_found(check_draft(known, made.text)), f"{number}")
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - begun
    print(
        f"{options.content}: {options.drafts} drafts, {1000 * spent / options.drafts:.0f} ms each"
    )
    print("\n".join(score.rows()))
    if options.show:
        print("\n".join(score.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
