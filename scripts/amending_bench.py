"""Amend laws by a script and see whether the comparison of versions tells what was done.

    PYTHONPATH=. python scripts/amending_bench.py CONTENT... [--seeds 200]

Each CONTENT is a library's folder; the document of its first base is amended.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from generator.content import load_content
from generator.recipe import build_library
from scripts.amending.judging import mistakes
from scripts.amending.making import amend


def main() -> None:
    """Print, for each law, how many amendments were told exactly, and what was wrong."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=200)
    options = parser.parse_args()
    for folder in options.content:
        edition = build_library(load_content(folder)).collations[0].edition
        exact = 0
        for seed in range(options.seeds):
            wrong = list(mistakes(amend(edition, seed)))
            exact += not wrong
            for each in wrong:
                print(f"{folder.name} {seed}: {each}")
        count = len(edition.articles)
        print(f"{edition.base.title} ({count} articles): {exact} of {options.seeds} exactly")


if __name__ == "__main__":
    main()
