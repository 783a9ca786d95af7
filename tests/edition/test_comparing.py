"""Which witness is followed: the soundest, passage by passage, and how free copies are."""

from __future__ import annotations

from collections.abc import Callable

from generator.edition.comparing import Comparison, compare
from generator.model import Base, Collation
from tests.edition.conftest import ARTICLES, TITLE, law, parse_witness, piece
from tests.edition.test_repair import DAMAGES

BASE = Base("water", TITLE, "《条例》")
Run = Callable[..., Collation]
SOUND = law()


def compared(*texts: str, preferred: dict[str, int] | None = None) -> Comparison:
    parsed = [
        parse_witness(piece(f"w{n}", text), BASE, "articles", n) for n, text in enumerate(texts)
    ]
    return compare(parsed, preferred or {}, BASE.id)


def followed(found: Comparison) -> list[int]:
    return [each.copytext.witness for each in found.articles]


def test_of_equal_witnesses_the_first_is_followed() -> None:
    found = compared(SOUND, SOUND, SOUND)
    assert found.ranking == (0, 1, 2)
    assert followed(found) == [0] * 9
    assert all(len(each.others) == 2 for each in found.articles)


def test_the_sounder_one_is_followed_whichever_comes_first() -> None:
    for damage in ("splice", "intruded", "missing", "one label lost", "label twice", "broken off"):
        assert compared(DAMAGES[damage], SOUND).ranking == (1, 0), damage
        assert compared(SOUND, DAMAGES[damage]).ranking == (0, 1), damage


def test_an_article_given_twice_speaks_against_a_witness() -> None:
    again = SOUND.replace("第三章　附则\n", f"第七条　{ARTICLES[2]}\n第三章　附则\n")
    assert compared(again, SOUND).ranking == (1, 0)


def test_harm_is_counted_in_letters() -> None:
    """A lost label weighs 20 letters, a lost article 100."""
    label = DAMAGES["one label lost"]
    two_labels = label.replace("第三条　", "")
    missing = law((*ARTICLES[:7], "", ARTICLES[8]))
    for worse, better in ((two_labels, label), (missing, two_labels)):
        assert compared(worse, better, SOUND).ranking == (2, 1, 0)
        assert compared(SOUND, better, worse).ranking == (0, 1, 2)


def test_where_the_soundest_is_broken_another_is_followed() -> None:
    """The first lacks the end of article 7, the second the labels of three articles."""
    one = DAMAGES["broken off"]
    other = SOUND
    for name in ("第一条　", "第二条　", "第三条　"):
        other = other.replace(name, "")
    found = compared(one, other)
    assert found.ranking == (0, 1)
    assert followed(found) == [0, 0, 0, 0, 0, 0, 1, 0, 0]
    assert [each.text for each in found.articles] == list(ARTICLES)


def test_a_copy_is_broken_below_85_in_100_of_the_longest() -> None:
    """Article 8 has 48 characters; a fifth witness-wide harm aside, 41 are enough and 40 not."""
    for kept, broken in ((41, False), (40, True)):
        short = law((*ARTICLES[:7], ARTICLES[7][:kept], ARTICLES[8]))
        other = SOUND.replace("第一条　", "").replace("第二条　", "")
        found = compared(short, other)
        assert found.ranking[0] == 0
        assert followed(found)[7] == (1 if broken else 0), kept


def test_the_editor_decides_what_is_followed() -> None:
    odd = SOUND.replace("及时抢修", "马上抢修")
    found = compared(SOUND, odd, preferred={"6": 1})
    assert followed(found) == [0, 0, 0, 0, 0, 1, 0, 0, 0]
    assert "马上抢修" in found.articles[5].text
    assert [d.why for d in found.articles[5].decisions] == ["编者指定"]
    assert [d.doubtful for d in found.articles[5].decisions] == [False]


def test_three_differences_of_wording_make_a_free_copy(collated: Run) -> None:
    """Doubts are of careful copies; a free one is followed or left as a whole."""
    few = SOUND.replace("及时抢修", "马上就抢修").replace("加强", "切实强化")
    assert any(d.doubtful for e in compared(SOUND, few).articles for d in e.decisions)
    many = few.replace("责令", "下命令")
    free = compared(SOUND, many)
    assert not any(d.doubtful for e in free.articles for d in e.decisions)
    assert [each.text for each in free.articles] == list(ARTICLES)
    assert not collated(SOUND, many).findings


def test_established_text_and_places_of_decisions() -> None:
    odd = (
        SOUND.replace("供水企业", "供氷企业")
        .replace("规定的标准", "规的标准")
        .replace("巡查，", "巡查")
    )
    for texts in ((SOUND, odd), (odd, SOUND)):
        sixth = compared(*texts).articles[5]
        assert sixth.text == ARTICLES[5]
        assert [(d.text, at) for d, at in zip(sixth.decisions, sixth.starts, strict=True)] == [
            ("水", 1),
            ("，", 12),
            ("定", 32),
        ]
        assert sixth.key == 6
        assert sixth.copy_of(1) in sixth.copies
        assert sixth.copy_of(2) is None
        assert sixth.block.label == "第六条"


def test_blocks_of_a_witness_are_given_in_their_order() -> None:
    lines = SOUND.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("第六条"))
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    found = compared(SOUND, "\n".join(lines))
    assert [key for key, _ in found.blocks(0)] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [key for key, _ in found.blocks(1)] == [1, 2, 3, 4, 5, 7, 6, 8, 9]
