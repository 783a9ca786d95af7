"""The numbers that the labels of all witnesses give together."""

from __future__ import annotations

from generator.edition.repair.article_numbers import boundaries
from generator.edition.repair.chains import heaviest_chain
from generator.edition.repair.merging import merge
from generator.edition.repair.tokens import is_label, label_number, label_token, tokenized
from generator.edition.usage import Usage
from generator.model import Base
from tests.edition.conftest import TITLE, law, parse_witness, piece


def numbered(*texts: str) -> list[int | None]:
    base = Base("water", TITLE, "《条例》")
    read = [parse_witness(piece(f"w{n}", t), base, "articles", n) for n, t in enumerate(texts)]
    merged = merge([tokenized(n, w.blocks) for n, w in enumerate(read)], Usage([]))
    return [each.number for each in boundaries(merged)]


ALL = list(range(1, 10))
SOUND = law(headings=False)


def test_a_label_that_is_lost_wrong_or_used_twice_is_outvoted() -> None:
    for damaged in ("", "第三条　", "第八条　", "第七"):
        other = SOUND.replace("第七条　", damaged)
        assert numbered(SOUND, other) == ALL
        assert numbered(other, SOUND) == ALL


def test_a_wrong_label_alone_takes_what_the_count_leaves_free() -> None:
    assert numbered(SOUND.replace("第七条　", "第三条　")) == ALL
    assert numbered(SOUND.replace("第七条　", "第九条　")) == ALL


def test_an_article_that_neither_labels_is_found_by_the_gap_in_the_count() -> None:
    lines = SOUND.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("第七条"))
    without = "\n".join([*lines[:at], *lines[at + 1 :]])
    unlabelled = SOUND.replace("第七条　", "")
    assert numbered(without, unlabelled) == ALL
    assert numbered(unlabelled, without) == ALL


def test_running_text_has_no_number_and_before_the_first_article_no_boundary() -> None:
    text = law().replace("第二章　用水管理\n", "第二章　用水管理\n本章讲用水。\n")
    assert numbered(text) == [1, 2, 3, 4, None, 5, 6, 7, 8, 9]
    front = law().replace("第一章　总则\n", "第一章　总则\n本章总说。\n")
    assert numbered(front) == ALL


def test_the_heaviest_chain_rises_in_places_and_numbers() -> None:
    assert heaviest_chain([]) == []
    assert heaviest_chain([(0, 1, 1.0), (1, 5, 1.0), (2, 2, 1.0), (3, 3, 1.0)]) == [0, 2, 3]
    assert heaviest_chain([(0, 1, 1.0), (1, 5, 9.0), (2, 2, 1.0), (3, 3, 1.0)]) == [0, 1]
    assert heaviest_chain([(0, 1, 1.0), (0, 2, 3.0), (1, 3, 1.0)]) == [1, 2]
    assert len(heaviest_chain([(0, 2, 1.0), (1, 2, 1.0)])) == 1


def test_label_tokens() -> None:
    assert is_label(label_token(7))
    assert is_label(label_token(None))
    assert not is_label("水")
    assert label_number(label_token(7)) == 7
    assert label_number(label_token(None)) is None
    assert label_number("水") is None
