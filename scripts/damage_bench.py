"""The damage bench: sound documents, damaged twice, put together again, and scored.

    python scripts/damage_bench.py --seeds 20 [--first 100] [--json build/damage.json]
    python scripts/damage_bench.py --text LAW.txt      a sound text of your own
    python scripts/damage_bench.py --both 0.03         some articles damaged in both witnesses
    python scripts/damage_bench.py --by-kind           every kind of damage alone, and in pairs

What at least one witness has sound ought to come back; what both have damaged at the same
place ought to be named by a finding.  Which articles are which is told by what the damager
did, never by what came back.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.damaging.damages import LABEL_DAMAGES, damaged_pair
from scripts.damaging.documents import Form, SoundDocument, synthetic
from scripts.damaging.reading import real_edition, sound_text
from scripts.damaging.ruin import TEXT_DAMAGES, Rates
from scripts.damaging.scoring import Group, Score, restore, score
from scripts.damaging.shapes import SHAPES, shaped

KINDS = (*TEXT_DAMAGES, *LABEL_DAMAGES, "misread", "lost", "doubled", "broken line")
FORMS: tuple[Form, ...] = ("law", "policy")
LENGTHS = (25_000, 50_000, 100_000)  # characters of the witnesses that are timed


def cases(options: argparse.Namespace) -> Iterator[tuple[str, int, SoundDocument]]:
    """Yield (name, seed, document) for every run."""
    for seed in range(options.first, options.first + options.seeds):
        if options.text:
            yield options.text.stem, seed, sound_text(options.text.read_text("utf-8"))
            continue
        yield "意见（实文）", seed, real_edition(Path(__file__).resolve().parent.parent / "content")
        for count in options.sizes:
            yield f"条例{count}条", seed, synthetic("law", count, seed)
            yield f"意见{min(count, 60)}条", seed, synthetic("policy", min(count, 60), seed)
            for shape, name in SHAPES.items():
                yield f"{name} {min(count, 120)}条", seed, shaped(shape, min(count, 120), seed)


def run(seeds: range = range(2001, 2004), sizes: tuple[int, ...] = (40, 300)) -> dict[str, object]:
    """Return the figures of a short bench: errors, articles, seconds by length.

    `seconds_by_length` has (characters of a witness, seconds) of ever longer laws.
    """
    letters = errors = found = articles = 0
    for seed in seeds:
        for count in sizes:
            for document in (
                synthetic("law", count, seed),
                synthetic("policy", min(count, 60), seed),
            ):
                result = trial(document, seed, Rates())[0]
                letters, errors = letters + result.letters, errors + result.errors
                found, articles = found + result.found, articles + result.articles
    return {
        "letters": letters,
        "errors": errors,
        "character_error_rate": errors / letters,
        "articles": articles,
        "found": found,
        "seconds_by_length": [timed(length) for length in LENGTHS],
    }


def timed(length: int) -> tuple[int, float]:
    """Return (characters, seconds) for two damaged witnesses of about `length` characters."""
    document = synthetic("law", length // 95, 7)
    one, other, _ = damaged_pair(document, 7, Rates())
    begin = time.perf_counter()
    restore(document, (one, other))
    return max(len(one), len(other)), round(time.perf_counter() - begin, 3)


def trial(document: SoundDocument, seed: int, rates: Rates) -> tuple[Score, float, Counter[str]]:
    """Damage a document twice and put it together; returns score, seconds, damages."""
    one, other, ruin = damaged_pair(document, seed, rates)
    begin = time.perf_counter()
    collation = restore(document, (one, other))
    return score(document, collation, ruin.in_both), time.perf_counter() - begin, ruin.counts


def by_kind(seeds: range, count: int, rates: Rates) -> Iterator[tuple[str, Group]]:
    """Yield the figures of each kind of damage alone, then of each pair of kinds.

    Laws and policies of `count` articles, the letters outside other damages untouched.
    """
    for kinds in (*((kind,) for kind in KINDS), *combinations(KINDS[:-4], 2)):
        total = Group()
        for seed in seeds:
            for form in FORMS:
                only = replace(rates, only=frozenset(kinds))
                total += trial(synthetic(form, count, seed), seed, only)[0].sound
        yield "＋".join(kinds), total


def described(group: Group) -> str:
    """Return the figures of a group of articles in one line."""
    share = group.errors / max(1, group.letters)
    return (
        f"{group.letters}字，错{group.errors}字（{share:.4%}），其中无疑点提示的{group.silent}字；"
        f"{group.found}/{group.articles}条找回，{group.named}条无误或有疑点提示"
    )


def arguments_of(arguments: list[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs="*", default=[20, 80, 300])
    parser.add_argument("--letters", type=float, default=Rates().letters)
    parser.add_argument("--structure", type=float, default=Rates().structure)
    parser.add_argument("--both", type=float, default=Rates().both)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--by-kind", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Run the bench and print its table; returns the exit status."""
    options = arguments_of(arguments)
    rates = Rates(options.letters, options.structure, options.both)
    if options.by_kind:
        seeds = range(options.first, options.first + options.seeds)
        for name, group in by_kind(seeds, options.sizes[0], rates):
            print(f"{name}\t{described(group)}")
        return 0
    rows: list[dict[str, object]] = []
    kinds: Counter[str] = Counter()
    sound = both = Group()
    print("文本\t种子\t字数\t错字\t无提示\t字错率\t条\t全对\t标题\t疑点\t秒")
    for name, seed, document in cases(options):
        result, seconds, counts = trial(document, seed, rates)
        kinds += counts
        sound, both = sound + result.sound, both + result.both
        rows.append({"name": name, "seed": seed, "seconds": round(seconds, 3), **asdict(result)})
        print(
            f"{name}\t{seed}\t{result.letters}\t{result.errors}"
            f"\t{result.sound.silent + result.both.silent}\t{result.rate:.4%}"
            f"\t{result.found}/{result.articles}\t{result.whole}"
            f"\t{result.headings}/{result.parts}\t{result.findings}\t{seconds:.2f}"
        )
        if options.verbose and result.misses:
            print("   ", "；".join(result.misses[:12]))
    print(f"合计：{described(sound + both)}")
    print(f"至少一本完好：{described(sound)}")
    print(f"两本同处皆损：{described(both)}")
    print("所加损坏：" + "，".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        report = {
            **asdict(sound + both),
            "sound_in_one": asdict(sound),
            "damaged_in_both": asdict(both),
            "damages": kinds,
            "runs": rows,
        }
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
