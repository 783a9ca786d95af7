"""The damage bench: sound documents, damaged twice, put together again, and scored.

    python scripts/damage_bench.py --seeds 20 [--first 100] [--json build/damage.json]
    python scripts/damage_bench.py --text LAW.txt      a sound text of your own

Every letter is sound in at least one of the two witnesses, so all of it ought to come back.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.damaging.damages import Rates, damaged_pair
from scripts.damaging.documents import SoundDocument, synthetic
from scripts.damaging.reading import real_edition, sound_text
from scripts.damaging.scoring import Score, restore, score

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
    return score(document, collation), time.perf_counter() - begin, ruin.counts


def main(arguments: list[str] | None = None) -> int:
    """Run the bench and print its table; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs="*", default=[20, 80, 300])
    parser.add_argument("--letters", type=float, default=Rates().letters)
    parser.add_argument("--structure", type=float, default=Rates().structure)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(arguments)
    rates = Rates(options.letters, options.structure)
    rows = []
    kinds: Counter[str] = Counter()
    print("文本\t种子\t字数\t错字\t字错率\t条\t全对\t标题\t疑点\t秒")
    for name, seed, document in cases(options):
        result, seconds, counts = trial(document, seed, rates)
        kinds += counts
        rows.append({"name": name, "seed": seed, "seconds": round(seconds, 3), **asdict(result)})
        print(
            f"{name}\t{seed}\t{result.letters}\t{result.errors}\t{result.rate:.4%}"
            f"\t{result.found}/{result.articles}\t{result.whole}"
            f"\t{result.headings}/{result.parts}\t{result.findings}\t{seconds:.2f}"
        )
        if options.verbose and result.misses:
            print("   ", "；".join(result.misses[:12]))
    letters = sum(row["letters"] for row in rows)
    errors = sum(row["errors"] for row in rows)
    found, articles = sum(row["found"] for row in rows), sum(row["articles"] for row in rows)
    print(
        f"合计：{letters}字，错{errors}字（{errors / max(1, letters):.4%}）；{found}/{articles}条"
    )
    print("所加损坏：" + "，".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        report = {"letters": letters, "errors": errors, "found": found, "articles": articles}
        options.json.write_text(
            json.dumps({**report, "damages": kinds, "runs": rows}, ensure_ascii=False, indent=1)
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
