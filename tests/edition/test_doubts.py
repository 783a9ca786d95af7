"""What the collation could not settle: each finding, where it stands, and what it says."""

from __future__ import annotations

from collections.abc import Callable

from generator.model import Collation, Finding
from tests.edition.conftest import ARTICLES, TITLE, law

Run = Callable[..., Collation]
SOUND = law()
HALF = ARTICLES[6][:23]  # as far as a comma


def only(found: Collation) -> Finding:
    assert len(found.findings) == 1, found.findings
    return found.findings[0]


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


def test_a_document_without_articles(collated: Run) -> None:
    found = only(collated(f"{TITLE}\n（2022年4月28日）\n"))
    assert (found.code, found.level, found.message) == (
        "K-001",
        "error",
        f"“{TITLE}”里没有认出条文",
    )
    assert (found.line, found.start, found.end) == (1, 0, len(TITLE))


def test_a_number_that_no_witness_has(collated: Run) -> None:
    gap = law((*ARTICLES[:5], "", *ARTICLES[6:]))
    found = only(collated(gap))
    assert (found.code, found.level) == ("K-002", "error")
    assert found.message == "各版本都没有第六条，请补或核对条号"
    assert (found.text, found.start, found.end) == ("第六条", 0, 0)
    assert not collated(gap, SOUND).findings


def test_an_article_that_breaks_off(collated: Run) -> None:
    broken = law((*ARTICLES[:6], HALF, *ARTICLES[7:]))
    found = only(collated(broken, broken))
    assert (found.code, found.level, found.piece) == ("K-004", "warning", "w1")
    assert found.message == "第七条到“套建设节水设施，”断了，各版本都没有下文，请补"
    assert found.line == line_of(broken, "第七条")
    assert broken[found.start : found.end] == found.text == HALF[-24:]
    longer = law((*ARTICLES[:6], "依照前款规定，" + HALF, *ARTICLES[7:]))
    cut = only(collated(longer))
    assert cut.text == "，" + HALF
    assert cut.start == cut.end == longer.index("依照前款")  # the words do not stand there


def test_both_witnesses_damaged_at_one_place(collated: Run) -> None:
    """Behind article 6 both have the beginning of another article, each of its own."""
    one, other = (
        law((*ARTICLES[:5], ARTICLES[5] + ARTICLES[n][:30], *ARTICLES[6:])) for n in (6, 7)
    )
    collation = collated(one, other)
    assert [each.text for each in collation.edition.articles] == list(ARTICLES)
    found = only(collation)
    assert (found.code, found.level) == ("K-003", "error")
    assert found.message == "第六条此处各版本都有损坏，无从校正，请查原件"
    assert found.start == one.index(ARTICLES[6][:30])
    assert (found.line, found.piece) == (line_of(one, "第六条"), "w1")


def test_two_readings_that_the_evidence_does_not_settle(collated: Run) -> None:
    other = SOUND.replace("供水企业", "供氷企业")
    for texts, said in (
        ((SOUND, other), "第六条两读：w1“水”、w2“氷”；暂取“水”，证据不足，请核"),
        ((other, SOUND), "第六条两读：w1“氷”、w2“水”；暂取“水”，证据不足，请核"),
    ):
        found = only(collated(*texts))
        assert (found.code, found.level, found.message) == ("K-005", "warning", said)
        assert found.line == line_of(SOUND, "第六条")
        assert found.start == SOUND.index("水企业")
        assert found.text == "水"


def test_a_doubtful_intrusion_is_shown_where_it_stands(collated: Run) -> None:
    """In article 6 both go on with words of another article; one of them must be wrong."""
    one, other = (
        law((*ARTICLES[:5], ARTICLES[5][:12] + tail, *ARTICLES[6:]))
        for tail in (ARTICLES[6][8:40], ARTICLES[7][6:40])
    )
    found = [each for each in collated(one, other).findings if each.code == "K-005"]
    assert len(found) == 1
    assert found[0].piece == "w2"
    assert found[0].message == (
        "w2第六条多出“定，未建立用水台账的，由水行政主管部门责令限期改”，"
        "与他处相同，疑系误植，未收入，请核"
    )
    assert found[0].text == ARTICLES[7][6:30]
    assert other[found[0].start : found[0].end] == found[0].text
    assert found[0].start == other.index("加强管网巡查定，") + len("加强管网巡查")


def test_running_text_leaves_doubts_too(collated: Run) -> None:
    one = SOUND.replace("第二章　用水管理\n", "第二章　用水管理\n本章讲乾坤巽。\n")
    found = only(collated(one, one.replace("乾坤巽", "乾坎巽")))
    assert found.code == "K-005"
    assert found.message.startswith("第五条前两读：w1“坤”、w2“坎”；")


def test_the_editor_settles_a_doubt(collated: Run) -> None:
    assert not collated(
        SOUND, SOUND.replace("供水企业", "供氷企业"), preferred={"6": "w1"}
    ).findings
