"""Make generator/text/official_language.txt.gz from a folder of official texts.

    python scripts/count_official_language.py FOLDER

FOLDER holds texts (*.txt, UTF-8) in folders by kind; of each kind at most MOST letters are
counted, files in the order of their names.  Counted were laws, regulations and departmental rules
(1.8 million letters), and the State Council's and the provinces' reports on the work of the
government with the reports to the Party congresses (1.3 million): texts that the law of copyright
leaves free (著作权法第五条).  Common words of the language, which such texts may happen to lack,
are added by their frequency.  Rows of letters in fewer than LEAST passages are left out.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.text.letters import STOP, fold
from generator.text.official_language import LENGTH, ORDER, STEPS, TABLE
from generator.text.word_frequencies import load_word_probabilities

PLACE = Path(__file__).resolve().parent.parent / "generator" / "text" / TABLE
MOST = 1_800_000
LEAST = 8
SHORTEST = 9  # letters of a passage
WORDS = 60  # words of a passage, about


def main(arguments: list[str]) -> int:
    """Write the table; return the exit status."""
    counts: Counter[str] = Counter()
    passages = 0
    for passage in _passages(Path(arguments[0])):
        passages += 1
        counts.update(set(_rows(passage)))
    rows = _with_common_words(counts, passages)
    PLACE.write_bytes(gzip.compress(as_table(rows, passages).encode("utf-8"), 9, mtime=0))
    print(f"{passages} passages, {len(rows)} rows, {PLACE.stat().st_size} bytes")
    return 0


def _passages(folder: Path) -> Iterator[str]:
    for kind in sorted(each for each in folder.iterdir() if each.is_dir()):
        read = 0
        for path in sorted(kind.rglob("*.txt")):
            text = path.read_text("utf-8")
            read += len(text)
            if read > MOST:
                break
            for line in text.splitlines():
                letters = fold(line).letters
                for at in range(0, len(letters), LENGTH):
                    if len(letters[at : at + LENGTH]) >= SHORTEST:
                        yield letters[at : at + LENGTH]


def _rows(passage: str) -> Iterator[str]:
    for run in passage.split(STOP):
        for size in range(1, ORDER + 1):
            for at in range(len(run) - size + 1):
                yield run[at : at + size]


def _with_common_words(counts: Counter[str], passages: int) -> dict[str, float]:
    """Return the rows that are kept; none stands in more passages than its parts."""
    rows = {
        row: float(count)
        for row, count in counts.items()
        if count >= LEAST and all("\u4e00" <= letter <= "\u9fff" for letter in row)
    }
    for word, probability in load_word_probabilities().items():
        expected = WORDS * passages * math.exp(probability)
        if 2 <= len(word) <= ORDER and expected >= LEAST:
            rows[word] = max(rows.get(word, 0.0), expected)
    for size in range(ORDER, 2, -1):
        for row in [each for each in rows if len(each) == size]:
            for part in (row[:-1], row[1:]):
                rows[part] = max(rows.get(part, 0.0), rows[row])
    return rows


def as_table(rows: dict[str, float], passages: int) -> str:
    """Return the table as text: the same for the same rows, in whatever order."""
    steps: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(rows):
        steps[round(STEPS * math.log2(rows[row]))][row[0]].append(row[1:])
    lines = [
        f"{step}\t" + "\t".join(first + " ".join(rests) for first, rests in groups.items())
        for step, groups in sorted(steps.items())
    ]
    return "\n".join([str(passages), *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
