"""What the finished text speaks against is said: words that stand twice, or nowhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Collation
from tests.edition.conftest import ARTICLES, law

Run = Callable[..., Collation]
TAIL = "并处五千元以上三万元以下罚款。"
FINED = (
    "未按规定安装计量设施的，由水行政主管部门责令改正，给予警告；逾期不改的，" + TAIL,
    "擅自改动公共供水管网的，由供水主管部门责令恢复原状；造成损失的，依法赔偿，" + TAIL,
)
REPEATED = "对直接负责的主管人员和其他直接责任人员，依照前款的规定处罚。"


def document(*articles: str) -> str:
    return law((*ARTICLES[:4], *articles), headings=False)


def codes(found: Collation, name: str) -> set[str]:
    return {each.code for each in found.findings if name in each.message}


def test_two_sound_copies_raise_no_question(collated: Run) -> None:
    text = document(*FINED, ARTICLES[7] + "\n" + REPEATED, FINED[0] + "\n" + REPEATED)
    assert not collated(text, text).findings
    assert not collated(text).findings


def test_whole_sentences_that_one_copy_alone_has_again_are_named_either_way(collated: Run) -> None:
    """A law says the like twice, and so does a scribe: nothing in the texts tells which."""
    with_both = document(FINED[0] + "\n" + REPEATED, ARTICLES[5], FINED[1] + "\n" + REPEATED)
    with_one = document(FINED[0] + "\n" + REPEATED, ARTICLES[5], FINED[1])
    for texts in ((with_both, with_one), (with_one, with_both)):
        assert codes(collated(*texts), "第七条") == {"K-005"}


def test_an_end_that_stands_elsewhere_in_mid_sentence_is_named_in_an_only_copy(
    collated: Run,
) -> None:
    spliced = FINED[0][:20] + ARTICLES[6][ARTICLES[6].index("应当配套") :]
    one = document(spliced, ARTICLES[5], ARTICLES[6], ARTICLES[7])
    other = document("", ARTICLES[5], ARTICLES[6], ARTICLES[7])
    found = collated(one, other)
    assert codes(found, "第五条") == {"K-006"}
    (named,) = [each for each in found.findings if each.code == "K-006"]
    assert "同时投入使用" in named.message


def test_an_only_copy_that_ends_as_others_do_is_not_named(collated: Run) -> None:
    one = document(FINED[0], ARTICLES[5], FINED[1])
    other = document("", ARTICLES[5], FINED[1])
    assert "K-006" not in codes(collated(one, other), "第五条")


@pytest.mark.parametrize("order", [1, -1])
def test_an_end_under_the_label_of_another_article_is_named(collated: Run, order: int) -> None:
    """Nothing shows to which of the two articles the end belongs that one copy alone has."""
    whole = document(ARTICLES[5], ARTICLES[6], ARTICLES[7])
    head = ARTICLES[6][: ARTICLES[6].index("与主体")]
    broken = document(ARTICLES[5], head, ARTICLES[7])
    lines = whole.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("第六条"))
    lines[at : at + 2] = [lines[at + 1], lines[at]]
    found = collated(*("\n".join(lines), broken)[::order])
    texts = {each.number: each.text for each in found.edition.articles}
    for number, text in ((5, ARTICLES[5]), (6, ARTICLES[6]), (7, ARTICLES[7])):
        assert texts.get(number) == text or codes(found, f"第{'零一二三四五六七'[number]}条")


def test_what_an_editor_has_chosen_is_not_asked_about(collated: Run) -> None:
    with_both = document(FINED[0] + "\n" + REPEATED, ARTICLES[5], FINED[1] + "\n" + REPEATED)
    with_one = document(FINED[0] + "\n" + REPEATED, ARTICLES[5], FINED[1])
    for followed in ("w1", "w2"):
        found = collated(with_both, with_one, preferred={"第七条": followed})
        assert not codes(found, "第七条")
