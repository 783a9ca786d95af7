"""The table of word vectors: well formed, and words of like company point the same way."""

from __future__ import annotations

import gzip
from importlib.resources import files

import numpy as np
import pytest

from generator.linking.meaning.word_vectors import SIZE, TABLE, word_vectors


def alike(one: str, other: str) -> float:
    known = word_vectors()
    return float(known.vectors[known.rows[one]] @ known.vectors[known.rows[other]])


def test_the_table_has_a_vector_for_each_word() -> None:
    data = gzip.decompress(files("generator.linking.meaning").joinpath(TABLE).read_bytes())
    head, _, body = data.partition(b"\n")
    words = head.decode("utf-8").split(" ")
    assert len(words) == len(set(words)) > 10_000
    assert all(word.strip() == word and len(word) >= 1 for word in words)
    assert len(body) == len(words) * SIZE
    known = word_vectors()
    assert list(known.rows) == words
    assert known.vectors.shape == (len(words), SIZE)
    assert np.isfinite(known.vectors).all()
    assert np.linalg.norm(known.vectors, axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("欠薪", "拖欠", "垃圾"),
        ("厕所", "公厕", "审计"),
        ("罚款", "处罚", "草坪"),
        ("垃圾", "废弃物", "诉讼"),
    ],
)
def test_words_of_like_company_are_nearer_than_others(word: str, near: str, far: str) -> None:
    assert alike(word, near) > alike(word, far) + 0.2
