"""Measures 核稿: drafts made of known quotations, citations and copied passages.

    python scripts/draft_bench.py [--content content] [--drafts 500] [--site site] [--show]

Prints precision and recall of quotations and citations and by how many points the shares are off:
of the command and, where the built site is given, of its page in a browser, with how far both
agree on the articles spoken of and how long a draft of 20,000 characters takes.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.draft import DraftReport, arrange, check_draft  # noqa: E402
from generator.recipe import build_library, linking_of  # noqa: E402
from generator.text.sentences import sentence_spans  # noqa: E402
from scripts.drafting.browsing import browsed, draft_page  # noqa: E402
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
LONG = 20_000
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
    parser.add_argument("--site", type=Path, help="the site built of the content")
    parser.add_argument("--show", action="store_true", help="show what was missed or wrong")
    options = parser.parse_args()
    content = load_content(options.content)
    library = build_library(content)
    maker = Maker(library, other_sentences(options.content))
    known = arrange(library, linking_of(content, library))
    drafts = list(made_drafts(maker, options.drafts))
    score = Score()
    begun = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    reports = [check_draft(known, made.text) for made in drafts]
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - begun
    for number, (made, report) in enumerate(zip(drafts, reports, strict=True)):
        score.add(made, as_found(report), f"{number}")
    print(f"{options.content}: {len(drafts)} drafts, {1000 * spent / len(drafts):.0f} ms each")
    _tell(score, show=options.show)
    if options.site:
        _measure_page(options.site, drafts, reports, show=options.show)
    return 0


def _tell(score: Score, *, show: bool) -> None:
    print("\n".join(score.rows()))
    if show:
        print("\n".join(score.misses))


def _measure_page(
    site: Path, drafts: Sequence[MadeDraft], reports: Sequence[DraftReport], *, show: bool
) -> None:
    """Check the drafts in a browser and tell how it does, and where it differs from the command."""
    score, agreed, pairs = Score(), 0, 0
    times = []
    with draft_page(site) as page:
        for number, (made, report) in enumerate(zip(drafts, reports, strict=True)):
            said = browsed(page, made.text)
            score.add(made, said.found, f"{number}")
            times.append(said.milliseconds)
            for each in report.coverage:
                pairs += 1
                agreed += bool(each.spoken) == ((each.base, each.article) in said.spoken)
        long = "".join(made.text for made in drafts)[:LONG]
    with draft_page(site) as page:
        first = browsed(page, long).milliseconds
    print(f"in the browser: {sum(times) / len(times):.0f} ms each")
    _tell(score, show=show)
    print(
        f"articles spoken of: {agreed / max(1, pairs):.4f} of {pairs} pairs as the command has it"
    )
    print(f"a draft of {len(long)} characters: {first:.0f} ms, the tables loaded within it")


if __name__ == "__main__":
    sys.exit(main())
