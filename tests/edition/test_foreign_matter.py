"""What stands behind the end of a document and is foreign to it."""

from __future__ import annotations

from generator.edition.foreign_matter import without_foreign
from generator.edition.passages import Copy, Passage
from generator.edition.segments import segment
from generator.edition.witnesses import Block

OWN = "用水单位应当节约用水，供水企业应当加强巡查，发现漏损及时抢修。"
NEXT = "供水企业应当节约用水，用水单位应当加强巡查，及时抢修漏损。"
STRANGE = "邻里篮球赛打得难解难分观众席上欢呼声此起彼伏队员们围坐吃西瓜约定下个周末再来切磋球艺。"
NEWS = "本报讯昨晚有雨。"


def copy(witness: int, text: str) -> Copy:
    return Copy(witness, segment(text, 0, len(text)))


def passage(key: int, *texts: str) -> Passage:
    """Return a passage; each of its copies ends where its key says in the witness."""
    copies = tuple(copy(n, text) for n, text in enumerate(texts))
    blocks = {
        each.witness: Block(each.witness, key, "", 0, key * 1000, key * 1000 + 9, each.segment)
        for each in copies
    }
    return Passage(key, copies, blocks)


def left(passages: list[Passage]) -> list[list[tuple[str, tuple[str, ...]]]]:
    """Return for each passage its copies: the text left and what was masked."""
    return [
        [(c.segment.text, tuple(m.text for m in c.masks)) for c in each.copies]
        for each in without_foreign(passages)
    ]


def test_strange_words_behind_the_end_that_another_has_not_are_masked() -> None:
    found = left([passage(1, OWN, OWN), passage(2, NEXT, NEXT + STRANGE)])
    assert found == [[(OWN, ()), (OWN, ())], [(NEXT, ()), (NEXT, (STRANGE,))]]
    made = without_foreign([passage(1, OWN, OWN), passage(2, NEXT, NEXT + STRANGE)])
    (mask,) = made[1].copies[1].masks
    assert (mask.kind, mask.at, mask.target) == ("foreign", len(NEXT), None)
    assert (mask.start, mask.end) == (len(NEXT), len(NEXT + STRANGE))


def test_the_documents_own_words_stay() -> None:
    more = OWN[:-1].replace("，", "") + "，" + NEXT
    found = left([passage(1, OWN, OWN), passage(2, NEXT, NEXT + more)])
    assert found[1][1] == (NEXT + more, ())


def test_too_few_words_cannot_be_judged() -> None:
    for count, masked in ((39, False), (40, True)):
        tail = STRANGE[:count]
        found = left([passage(1, OWN, OWN), passage(2, NEXT, NEXT + tail)])
        assert bool(found[1][1][1]) is masked


def test_only_behind_the_last_passage() -> None:
    found = left([passage(1, OWN, OWN + STRANGE), passage(2, NEXT, NEXT)])
    assert found[0][1] == (OWN + STRANGE, ())
    ends_early = left([passage(1, OWN, OWN + STRANGE), passage(2, NEXT)])
    assert ends_early[0][1] == (OWN, (STRANGE,))  # the second witness has nothing behind it


def test_one_witness_alone_shows_nothing_by_its_words_but_a_news_item_by_its_opening() -> None:
    assert left([passage(1, OWN), passage(2, NEXT + STRANGE)])[1] == [(NEXT + STRANGE, ())]
    for opening in (
        *("本报讯", "本网讯 ", "【本台讯】"),
        *("新华社平河4月28日电", "中新社北京5月1日讯", "人民网平河三月一日消息"),
    ):
        tail = opening + "昨晚有雨。"
        found = left([passage(1, OWN), passage(2, f"{NEXT}\n{tail}")])
        (text, masks) = found[1][0]
        assert text == NEXT
        assert "".join(masks).strip() == segment(tail, 0, len(tail)).text
    assert left([passage(1, OWN), passage(2, f"{NEXT}\n新华社说电")])[1][0][1] == ()
    assert left([passage(1, OWN), passage(2, f"{NEXT}{NEWS}")])[1][0][1] == ()  # no new paragraph
    assert left([passage(1, OWN), passage(2, NEWS)])[1] == [(NEWS, ())]  # nothing would be left


def test_what_is_foreign_may_begin_at_a_later_paragraph() -> None:
    more = "\n" + OWN * 3  # in one paragraph, which with the next is not strange
    found = left([passage(1, OWN, OWN), passage(2, NEXT, f"{NEXT}{more}\n{STRANGE}")])
    text, masks = found[1][1]
    assert text == NEXT + more
    assert "".join(masks).strip() == STRANGE


def test_a_reading_before_the_end_is_no_foreign_matter() -> None:
    """The strange words stand in the middle, and both end alike."""
    inside = NEXT[:10] + STRANGE[:-1] + NEXT[10:]
    found = left([passage(1, OWN, OWN), passage(2, NEXT, inside)])
    assert found[1][1] == (inside, ())


def test_a_passage_that_one_witness_alone_has_keeps_its_own_words() -> None:
    found = left([passage(1, OWN, OWN), passage(2, STRANGE)])
    assert found[1] == [(STRANGE, ())]
    assert without_foreign([]) == []
