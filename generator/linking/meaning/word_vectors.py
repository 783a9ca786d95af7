"""Words as directions: those that stand in like company point the same way.

Learned by skip-gram with negative sampling (Mikolov et al., Distributed Representations of Words
and Phrases and their Compositionality, 2013) from laws, regulations and government reports that
have nothing to do with any library: 欠薪 lies near 拖欠, 厕所 near 公厕.  word_vectors.gz is made
by scripts/learn_word_vectors.py.
"""

from __future__ import annotations

import functools
import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

TABLE = "word_vectors.gz"
SIZE = 64
SCALE = 127.0

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """`rows` says which row of `vectors` (of length 1) belongs to a word."""

    rows: Mapping[str, int]
    vectors: Vectors


@functools.cache
def word_vectors() -> WordVectors:
    """Return the vectors of the table: words on its first line, then SIZE bytes for each."""
    data = gzip.decompress(files(__package__).joinpath(TABLE).read_bytes())
    head, _, body = data.partition(b"\n")
    words = head.decode("utf-8").split(" ")
    whole = np.frombuffer(body, dtype=np.int8).reshape(len(words), SIZE).astype(np.float32)
    whole /= np.linalg.norm(whole, axis=1, keepdims=True)
    return WordVectors({word: at for at, word in enumerate(words)}, whole)
