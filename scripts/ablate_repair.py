"""Ablation of the repair: what the damage bench loses when one rule or constant is taken out.

    python scripts/ablate_repair.py --first 21001 --seeds 4 [--text LAW.txt ...]

Every row runs the same damaged documents with one rule changed.  Errors spread widely from
seed to seed, so the number of documents that come out worse and better tells more than the
sum of letters; what is to go is chosen on one range of seeds and looked at on another.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.edition.repair import (
    alignment,
    article_numbers,
    gaps,
    hypotheses,
    merging,
    parallels,
    transposition,
)
from scripts.damage_bench import FORMS, trial
from scripts.damaging.documents import SoundDocument, synthetic
from scripts.damaging.reading import sound_text
from scripts.damaging.ruin import Rates
from scripts.damaging.scoring import Score

Change = tuple[ModuleType, str, object]


def _constant(value: object) -> Callable[..., object]:
    return lambda *_, **__: value


RULES: dict[str, Change] = {
    "articles out of order are put in order": (merging, "displaced", _constant([])),
    "of two copies one is struck out": (merging, "strike_out", _constant(None)),
    "in order in one round": (merging, "ROUNDS", 1),
    "how a text reads across a seam": (merging, "seams", _constant(0.0)),
    "formulas do not part gaps": (gaps, "_grouped", lambda found, *_: list(found)),
    "copied runs do not part gaps": (gaps, "_with_runs", lambda found, *_: list(found)),
    "sentences that laws say twice": (gaps, "_is_sentences", _constant(False)),
    "an article is inserted whole": (alignment, "_inserted_whole", _constant(None)),
    "formulas tell less than copies": (parallels, "FORMULA", 1.0),
    "free numbers are kept": (hypotheses, "UNLABELLED", 0.0),
    "numbers used twice": (hypotheses, "RELABELLED", 0.0),
    "a few words are lost easily": (hypotheses, "EASY_LOSS", hypotheses.LOSS),
    "long runs prove no more": (hypotheses, "MOST", 1e9),
    "both broken off": (hypotheses, "BROKEN", 0.0),
    "words from nowhere": (hypotheses, "NOWHERE", 1.0),
    "words twice by chance": (hypotheses, "TWICE", 1.0),
    "a run that fills a stretch": (transposition, "COVERED", 0.0),
    "a free number out of order": (article_numbers, "_number_displaced", _constant(None)),
    "labels beside one another": (article_numbers, "NEAR", 0),
    "articles without any label": (article_numbers, "_unlabelled", lambda found, _: found),
}


@contextmanager
def without(rule: str) -> Iterator[None]:
    """Take a rule out while the context lasts."""
    module, name, value = RULES[rule]
    with patch.object(module, name, value):
        yield


def documents(options: argparse.Namespace) -> Iterator[tuple[SoundDocument, int]]:
    """Yield every document with the seed that damages it."""
    laws = [sound_text(path.read_text("utf-8")) for path in options.text]
    for seed in range(options.first, options.first + options.seeds):
        for form in FORMS:
            yield synthetic(form, options.size, seed), seed
        for law in laws:
            yield law, seed


def scores(options: argparse.Namespace) -> list[Score]:
    """Return the score of every document, damaged twice and put together."""
    rates = Rates(structure=options.structure)
    return [trial(document, seed, rates)[0] for document, seed in documents(options)]


def row(name: str, before: list[Score], after: list[Score]) -> str:
    """Return what a change did, as a line of the table."""
    pairs = list(zip(before, after, strict=True))
    figures = (
        sum(new.errors - old.errors for old, new in pairs),
        sum(new.sound.silent - old.sound.silent for old, new in pairs),
        sum(old.found - new.found for old, new in pairs),
        sum(new.errors > old.errors for old, new in pairs),
        sum(new.errors < old.errors for old, new in pairs),
    )
    return "\t".join([name, *(f"{figure:+d}" for figure in figures[:3]), *map(str, figures[3:])])


def main(arguments: list[str] | None = None) -> int:
    """Print the table; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--size", type=int, default=80)
    parser.add_argument("--structure", type=float, default=Rates().structure)
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--rule", nargs="*", choices=sorted(RULES), default=list(RULES))
    options = parser.parse_args(arguments)
    before = scores(options)
    letters, errors = sum(s.letters for s in before), sum(s.errors for s in before)
    print(f"with all rules: {letters} letters, {errors} wrong")
    print("without\tletters wrong\tsilent\tarticles missed\tworse\tbetter")
    for name in options.rule:
        with without(name):
            print(row(name, before, scores(options)), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
