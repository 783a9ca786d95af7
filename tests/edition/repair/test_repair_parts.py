"""Parts of repair, each against a plainer way of computing the same, or worked out by hand."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition.repair.alignment import ANCHOR, aligned
from generator.edition.repair.article_numbers import boundaries
from generator.edition.repair.chains import heaviest_chain
from generator.edition.repair.merging import merge
from generator.edition.repair.tokens import PART, cut_between, is_label, label_token, tokenized
from generator.edition.usage import Usage
from generator.model import Base
from tests.edition.conftest import ARTICLES, TITLE, law, parse_witness, piece

PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 4).map(float)), max_size=7
)


@settings(max_examples=80)
@given(PAIRS)
def test_no_chain_that_rises_is_heavier(pairs: list[tuple[int, int, float]]) -> None:
    """Against every subset."""

    def rises(chain: tuple[int, ...]) -> bool:
        return all(
            pairs[a][0] < pairs[b][0] and pairs[a][1] < pairs[b][1] for a, b in pairwise(chain)
        )

    order = sorted(range(len(pairs)), key=lambda at: pairs[at][:2])
    best = max(
        sum(pairs[at][2] for at in chain)
        for size in range(len(pairs) + 1)
        for chain in combinations(order, size)
        if rises(chain)
    )
    found = heaviest_chain(pairs)
    assert rises(tuple(found))
    assert sum(pairs[at][2] for at in found) == best


def put_in(one: str, other: str) -> str:
    """Return `one` with the other's tokens where they differ."""
    made, at = "", 0
    for each in aligned(one, other):
        assert at <= each.a0 <= each.a1
        made += one[at : each.a0]
        assert len(made) == each.b0
        made += other[each.b0 : each.b1]
        at = each.a1
    return made + one[at:]


TOKENS = st.text("甲乙\ue003\ue004", max_size=40)


@settings(max_examples=150)
@given(TOKENS, TOKENS)
def test_what_differs_put_in_makes_one_document_the_other(one: str, other: str) -> None:
    assert put_in(one, other) == other


def test_anchors_are_found_again_between_anchors() -> None:
    """Letters put in that repeat what stands behind them."""
    text = "".join(chr(0x4E00 + n) for n in range(400))
    for size in (ANCHOR, 90):
        inserted = text[:200] + text[300 : 300 + size] + text[200:]
        assert put_in(text, inserted) == inserted
        found = aligned(text, inserted)
        assert sum(d.a1 - d.a0 for d in found) == 0
        assert sum(d.b1 - d.b0 for d in found) == size
    whole = [(d.a0, d.a1, d.b0, d.b1) for d in aligned(text, text[:100] + text[150:])]
    assert whole == [(100, 150, 100, 100)]
    assert aligned(text, text) == []


def test_what_could_be_cut_out_in_several_ways_is_cut_at_a_label() -> None:
    """[3]AB[4]AB against [4]AB: the insertion is [3]AB, not AB[4] or B[4]A."""
    third, fourth = label_token(3), label_token(4)
    words = "供水企业应当加强管网巡查"
    both, one = f"前{third}{words}{fourth}{words}后", f"前{fourth}{words}后"
    assert put_in(both, one) == one
    assert put_in(one, both) == both
    again, once = f"节约用水{third}供水{third}供水巡查", f"节约用水{third}供水巡查"
    (cut,) = aligned(again, once)
    assert is_label(again[cut.a0]) or is_label(again[cut.a1])
    assert cut.a1 - cut.a0 == 3
    (put,) = aligned(once, again)
    assert (put.b1 - put.b0, put.a0) == (3, put.a1)


def test_a_witness_as_tokens() -> None:
    base = Base("water", TITLE, "《条例》")
    text = "第一条　甲，乙。丙\n第二条　丁！"
    parsed = parse_witness(piece("w", text), base, "articles", 2)
    sequence = tokenized(2, parsed.blocks)
    first, second = label_token(1), label_token(2)
    assert (sequence.witness, sequence.tokens) == (2, f"{first}甲乙丙{second}丁")
    assert sequence.block_of == (0, 0, 0, 0, 1, 1)
    assert sequence.place == (0, 0, 2, 4, 0, 0)
    assert sequence.stops == (True, False, True, False, True, True)
    turned = sequence.reordered([4, 5, 0, 1, 2, 3])
    assert turned.tokens == f"{second}丁{first}甲乙丙"
    assert turned.block_of == (1, 1, 0, 0, 0, 0)
    assert turned.place == (0, 0, 0, 0, 2, 4)
    assert turned.stops == (True, True, True, False, True, False)
    running = parse_witness(piece("w", f"前言。\n{text}\n第二章　乙\n总说。"), base, "articles")
    assert tokenized(0, running.blocks).tokens == f"前言{first}甲乙丙{second}丁{PART}总说"


def test_tokens_of_labels() -> None:
    assert label_token(7) != label_token(8)
    assert label_token(10**6) == label_token(10**7)
    assert is_label(label_token(10**6))
    assert label_token(10**6) < PART


def test_what_closes_a_sentence_stays_with_it() -> None:
    parsed = parse_witness(
        piece("w", "第一条　“甲。”（乙），丙《丁》"),
        Base("w", TITLE, "《条》"),
        "articles",
    )
    (block,) = parsed.blocks
    text = block.segment.text
    cuts = [
        text[: cut_between(block, text.index(one), text.index(two))]
        for one, two in ("甲乙", "乙丙", "丙丁")
    ]
    assert cuts == ["“甲。”", "“甲。”（乙），", "“甲。”（乙），丙"]


def numbers(*texts: str) -> list[int | None]:
    base = Base("water", TITLE, "《条例》")
    read = [parse_witness(piece(f"w{n}", t), base, "articles", n) for n, t in enumerate(texts)]
    merged = merge([tokenized(n, w.blocks) for n, w in enumerate(read)], Usage([]))
    return [each.number for each in boundaries(merged)]


def labelled(*labels: str) -> str:
    """Return the law's articles with these labels, in order."""
    return "\n".join(f"{label}{text}" for label, text in zip(labels, ARTICLES, strict=False))


def test_the_numbers_that_labels_give_alone() -> None:
    for labels, found in (
        (("第一条　", "第二条　", "第三条　", "第四条　"), [1, 2, 3, 4]),
        (("第一条　", "第二条　", "第九条　", "第四条　"), [1, 2, 3, 4]),
        (("第一条　", "第一条　", "第三条　", "第四条　"), [1, 2, 3, 4]),
        (("第三条　", "第四条　", "第五条　", "第六条　"), [3, 4, 5, 6]),
        (("第一条　", "第二条　", "第五条　", "第六条　"), [1, 2, 5, 6]),
        (("第一条　", "第五条　", "第三条　", "第四条　", "第五条　"), [1, 2, 3, 4, 5]),
        (("第九条　", "第二条　", "第三条　", "第四条　"), [1, 2, 3, 4]),
        (("第一条　", "第二条　", "第三条　", "第一条　"), [1, 2, 3, 4]),
        (("第一条　", "第二条　", "第二条　", "第三条　"), [1, 2, 3]),
    ):
        assert numbers(labelled(*labels)) == found, labels


def test_labels_of_two_witnesses_are_counted_together() -> None:
    right = labelled("第一条　", "第二条　", "第三条　", "第四条　", "第五条　")
    for labels in (
        ("第一条　", "第二条　", "第四条　", "第四条　", "第五条　"),
        ("第五条　", "第四条　", "第三条　", "第二条　", "第一条　"),
        ("", "", "", "", ""),
    ):
        for texts in ((right, labelled(*labels)), (labelled(*labels), right)):
            assert numbers(*texts) == [1, 2, 3, 4, 5], labels


def test_three_witnesses_are_merged_one_after_another() -> None:
    one = law().replace("第七条　", "")
    other = law((*ARTICLES[:2], "", *ARTICLES[3:]))
    third = law((*ARTICLES[:5], "", *ARTICLES[6:]))
    for texts in ((one, other, third), (third, one, other), (other, third, one)):
        assert numbers(*texts) == list(range(1, 10))
