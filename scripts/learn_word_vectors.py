"""Make generator/linking/meaning/word_vectors.gz from a folder of official texts.

    pip install gensim==4.4.0
    python scripts/learn_word_vectors.py FOLDER [...]

Learned from 3,425 laws, regulations, local regulations and departmental rules (20 million
letters) and the government reports that scripts/count_official_language.py counts (twice).  A line
of a text is a context of its own.  One thread and a fixed seed: the same texts give the same table
(two threads are faster and differ in the last digits).
"""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numpy.typing import NDArray

from generator.linking.meaning.word_vectors import SCALE, SIZE, TABLE
from generator.text.letters import STOP, fold
from generator.text.word_cutting import cut_words

PLACE = Path(__file__).resolve().parent.parent / "generator" / "linking" / "meaning" / TABLE
NOISE = re.compile(r"https?://\S+|[A-Za-z0-9]{12,}")
LABEL = re.compile(r"^第[一二三四五六七八九十百零]+条\s*")
SHORTEST = 8  # characters of a line


def main(arguments: list[str]) -> int:
    """Write the table; return the exit status."""
    from gensim.models import Word2Vec  # type: ignore[import-not-found]
    from gensim.models.word2vec import LineSentence  # type: ignore[import-not-found]

    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as corpus:
        corpus.writelines(_lines(map(Path, arguments)))
        corpus.flush()
        model = Word2Vec(
            LineSentence(corpus.name),
            vector_size=SIZE,
            window=10,
            min_count=8,
            sg=1,
            negative=8,
            sample=1e-4,
            workers=1,
            epochs=5,
            seed=1,
        )
    data = as_table(list(model.wv.index_to_key), model.wv.vectors)
    PLACE.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{len(model.wv)} words, {PLACE.stat().st_size} bytes")
    return 0


def _lines(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            for line in path.read_text("utf-8").splitlines():
                said = LABEL.sub("", NOISE.sub("", line.strip()))
                if len(said) >= SHORTEST:
                    runs = fold(said).letters.split(STOP)
                    yield " ".join(word for run in runs for word in cut_words(run)) + "\n"


def as_table(words: list[str], vectors: NDArray[np.float32]) -> bytes:
    """Return the words of two letters and more with their vectors, each of SIZE bytes."""
    kept = [at for at, word in enumerate(words) if len(word) > 1 and not word.isascii()]
    length = np.abs(vectors[kept]).max(axis=1, keepdims=True)
    rounded = np.rint(vectors[kept] / length * SCALE).astype(np.int8)
    head: bytes = " ".join(words[at] for at in kept).encode("utf-8")
    return head + b"\n" + bytes(rounded.tobytes())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
