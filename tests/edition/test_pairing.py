"""Sound witnesses are paired by label; repair is entered only where a diff is not enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from generator.edition import comparing
from generator.edition.pairing import paired_by_label
from generator.edition.passages import FRONT, Passage
from generator.edition.repair import repaired
from generator.edition.usage import Usage
from generator.edition.witnesses import ParsedWitness
from generator.model import Base, Collation
from tests.edition.conftest import ARTICLES, TITLE, law, parse_witness, piece
from tests.edition.test_repair import DAMAGES

BASE = Base("water", TITLE, "《条例》")
Run = Callable[..., Collation]
PLAIN = (
    *("missing", "no headings", "no title", "glued", "broken line", "half-width", "misread"),
    *("doubled", "lost letter", "page number"),
)


def parsed(*texts: str) -> list[ParsedWitness]:
    return [parse_witness(piece(f"w{n}", t), BASE, "articles", n) for n, t in enumerate(texts)]


def entered(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets the number of witnesses each time that repair is entered."""
    calls: list[int] = []

    def watched(witnesses: Sequence[ParsedWitness], usage: Usage) -> list[Passage]:
        calls.append(len(witnesses))
        return repaired(witnesses, usage)

    monkeypatch.setattr(comparing, "repaired", watched)
    return calls


@pytest.mark.parametrize("damage", PLAIN)
def test_a_pair_that_a_diff_can_mend_does_not_enter_repair(
    collated: Run, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    calls = entered(monkeypatch)
    found = collated(law(), DAMAGES[damage])
    assert not calls
    assert [article.text for article in found.edition.articles] == list(ARTICLES)


@pytest.mark.parametrize("damage", sorted(set(DAMAGES) - set(PLAIN)))
def test_a_pair_that_is_damaged_beyond_a_diff_enters_it_once(
    collated: Run, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    calls = entered(monkeypatch)
    collated(law(), DAMAGES[damage])
    assert calls == [2]


def test_sound_witnesses_need_no_repair_and_it_would_give_the_same() -> None:
    pair = parsed(law(), DAMAGES["misread"])
    plain = paired_by_label(pair)
    usage = Usage([block.segment.text for each in pair for block in each.blocks])
    assert plain is not None
    assert [(p.key, p.copies) for p in plain] == [(p.key, p.copies) for p in repaired(pair, usage)]
    assert [p.key for p in plain] == list(range(1, 10))
    assert all(set(p.blocks) == {0, 1} and not p.repeats for p in plain)


def test_what_differs_by_five_letters_is_a_reading_and_by_six_it_is_not() -> None:
    for count, plain in ((5, True), (6, False)):
        longer = law().replace("及时抢修", "及时抢修" + "甲乙丙丁戊己庚"[:count])
        assert (paired_by_label(parsed(law(), longer)) is not None) is plain
        assert (paired_by_label(parsed(longer, law())) is not None) is plain


def test_labels_must_be_sure_rise_and_count_from_one_without_a_gap() -> None:
    assert paired_by_label(parsed(law())) is not None
    assert paired_by_label(parsed(law().replace("第一条　", ""))) is None
    assert paired_by_label(parsed(law().replace("第五条", "第四条"))) is None
    gap = law((*ARTICLES[:7], "", ARTICLES[8]))
    assert paired_by_label(parsed(gap)) is None
    both = paired_by_label(parsed(gap, law()))
    assert both is not None
    assert [len(passage.copies) for passage in both] == [2] * 7 + [1] + [2]
    swapped = law().split("\n")
    swapped[3], swapped[4] = swapped[4], swapped[3]
    assert paired_by_label(parsed("\n".join(swapped))) is None
    assert paired_by_label(parsed(law().replace("第六条　" + ARTICLES[5], "第六条"))) is None


def test_running_text_goes_before_its_article_and_what_none_follows_to_the_last() -> None:
    text = law().replace("第一章　总则\n", "为了节水，特作规定。\n第一章　总则\n本章总说。\n")
    text = text.replace("第二章　用水管理\n", "第二章　用水管理\n本章讲用水。\n")
    text = text.replace("第三章　附则\n", "") + "\n第三章　附则\n另行通知。"
    found = paired_by_label(parsed(text))
    assert found is not None
    texts = {passage.key: passage.copies[0].segment.text for passage in found}
    assert texts[FRONT] == "为了节水，特作规定。\n本章总说。"
    assert texts[-5] == "本章讲用水。"
    assert texts[9] == ARTICLES[8] + "\n另行通知。"
    lacking = text.replace("本章讲用水。\n", "")
    assert paired_by_label(parsed(text, lacking)) is None


def test_the_paragraphs_of_a_first_part_stay_apart_from_the_preamble(collated: Run) -> None:
    text = law().replace("第一章　总则\n", "为了节水，特作规定。\n第一章　总则\n本章总说。\n")
    for witnesses in ((text,), (text, text.replace("供水企业", "供氷企业"))):
        edition = collated(*witnesses).edition
        assert edition.preamble == ("为了节水，特作规定。",)
        assert edition.parts[0].paragraphs == ("本章总说。",)
