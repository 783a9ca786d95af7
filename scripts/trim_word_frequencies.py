"""Make generator/text/word_frequencies.txt.gz from the dict.txt of jieba 0.42.1.

    pip download --no-deps jieba==0.42.1        and unpack it somewhere
    python scripts/trim_word_frequencies.py FOLDER/jieba/dict.txt

What is left out can't be part of any best cutting (unigram model, Viterbi): words that are too
long, words with signs in them, words less probable than their own best cutting into others.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.text.word_frequencies import LONGEST_WORD, TABLE

PLACE = Path(__file__).resolve().parent.parent / "generator" / "text" / TABLE
ROUNDING = 1e-9  # that much less probable, so that the order of additions can't matter


def main(arguments: list[str]) -> int:
    """Write the table; return the exit status."""
    rows = [line.split(" ") for line in Path(arguments[0]).read_text("utf-8").splitlines()]
    total = sum(int(row[1]) for row in rows)
    counts = {row[0]: int(row[1]) for row in rows}
    kept = trimmed(counts, total)
    PLACE.write_bytes(gzip.compress(as_table(kept, total).encode("utf-8"), 9, mtime=0))
    print(f"{len(kept)} of {len(counts)} words, {PLACE.stat().st_size} bytes")
    return 0


def trimmed(counts: dict[str, int], total: int) -> dict[str, int]:
    """Return the words, with their counts, that can be part of a best cutting."""
    usable = {
        word: math.log(count or 1) - math.log(total)
        for word, count in counts.items()
        if len(word) <= LONGEST_WORD and word.isalnum()
    }
    return {
        word: counts[word]
        for word, probability in usable.items()
        if probability >= best_cutting(word, usable) - ROUNDING
    }


def best_cutting(word: str, probabilities: dict[str, float]) -> float:
    """Return the logarithm of the probability of the best cutting of a word into shorter ones."""
    best = [0.0]
    for end in range(1, len(word) + 1):
        shorter = range(1 if end == len(word) else 0, end)
        ways = [best[start] + probabilities.get(word[start:end], -math.inf) for start in shorter]
        best.append(max(ways, default=-math.inf))
    return best[-1]


def as_table(counts: dict[str, int], total: int) -> str:
    """Return the text of the table: see generator/text/word_frequencies.py."""
    groups: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, count in sorted(counts.items()):
        groups[count][word[0]].append(word[1:])
    lines = [str(total)]
    for count, firsts in sorted(groups.items()):
        row = (first + " ".join(rests) for first, rests in sorted(firsts.items()))
        lines.append("\t".join((str(count), *row)))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
