"""How much of an article's own wording a sentence holds, by how surprising it is."""

from __future__ import annotations

from math import log, log1p

import pytest

from generator.linking.letter_rows import letter_row
from generator.linking.scoring.features import WORDING
from generator.linking.scoring.shared_wording import wording_features
from generator.text.official_language import official_language
from tests.linking.scoring.conftest import base_of, by_article, words_of

BASE = base_of()
FLOOR, HEADING_FLOOR, ARTICLE_FLOOR = 15, 12, 30  # nats


def nats(run: str) -> float:
    return official_language().of_run(run)


def found(text: str, article: int) -> dict[str, float]:
    """Return what is not 0 for `article`."""
    words = words_of(text, BASE)
    features = by_article(wording_features(letter_row([words.letters]), [words.surprise], BASE))
    assert set(features) == set(WORDING)
    values = {name: row.get(article, 0.0) for name, row in features.items()}
    return {name: value for name, value in values.items() if value}


ROW = "戊己庚辛壬癸子丑"


@pytest.mark.parametrize("size", range(2, 9))
def test_a_wording_counts_by_its_surprise_and_each_letter_once(size: int) -> None:
    text = ROW[:size]
    article = max(ARTICLE_FLOOR, BASE.article_surprise[0])
    assert found(text, 0) == pytest.approx(
        {
            "mass": log1p(nats(text)),
            "best": nats(text) / 10,
            "best_rare": nats(text) / 10,
            "runs": 1,
            "cover": min(1, nats(text) / max(FLOOR, nats(text))),
            "cover_any": min(1, nats(text) / max(FLOOR, nats(text))),
            "article_cover": min(1, nats(text) / article),
        }
    )
    assert found(text, 1) == {}


@pytest.mark.parametrize("text", ["甲乙", "甲乙丙", "甲乙丙丁"])
def test_in_a_heading_it_counts_for_that_too(text: str) -> None:
    values = found(text, 0)
    assert values["mass"] == values["mass_heading"] == pytest.approx(log1p(nats(text)))
    whole = max(HEADING_FLOOR, BASE.heading_surprise[0])
    assert values["heading_cover"] == pytest.approx(nats(text) / whole)
    assert "mass_heading" not in found("戊己", 0)


def test_a_run_beyond_eight_letters_is_a_quotation() -> None:
    text = "戊己庚辛壬癸子丑寅卯"
    values = found(text, 0)
    assert values["quotation"] == log(3)  # three wordings of eight letters
    eights = [nats(text[at : at + 8]) for at in range(3)]
    mass = eights[0] + eights[1] / 8 + eights[2] / 8
    assert values["mass"] == pytest.approx(log1p(mass))
    assert values["cover"] == pytest.approx(mass / nats(text))
    assert values["runs"] == 1
    assert "quotation" not in found(text[:8], 0)  # one of eight: the logarithm of 1


def test_of_two_quotations_the_longer_counts() -> None:
    assert found("戊己庚辛壬癸子丑寅，己庚辛壬癸子丑寅卯", 0)["quotation"] == log(2)
    assert found("戊己庚辛壬癸子丑寅，戊己庚辛壬癸子丑寅卯", 0)["quotation"] == log(3)


def test_a_wording_that_two_articles_hold_is_divided() -> None:
    one = found("申酉", 1)
    assert one["mass"] == pytest.approx(log1p(nats("申酉") / 2))
    assert one["best"] == pytest.approx(nats("申酉") / 20)
    assert one["best_rare"] == pytest.approx(nats("申酉") / 10)
    assert one["cover_any"] == pytest.approx(2 * one["cover"])
    assert found("申酉", 2)["mass"] == one["mass"]


def test_a_wording_that_another_has_in_its_heading_tells_little() -> None:
    parts = 2 + 3  # two articles hold it, and a heading counts as three more
    heading, body = found("丙丁", 0), found("丙丁", 1)
    assert heading["mass"] == heading["mass_heading"]
    assert heading["mass"] == pytest.approx(log1p(nats("丙丁") * 4 / parts))
    assert body["mass"] == pytest.approx(log1p(nats("丙丁") / parts))
    assert "mass_heading" not in body
    assert heading["runs"] == 1
    assert "runs" not in body  # it owns a fifth: less than a quarter


def test_everyday_words_tell_next_to_nothing() -> None:
    everyday, rare = found("加强", 1), found("辰巳", 1)
    assert "runs" not in everyday
    assert everyday["best"] < rare["best"] / 4
    assert everyday["cover"] < rare["cover"] / 4


def test_the_same_words_again_count_once() -> None:
    once, twice = found("戊己", 0), found("戊己，戊己", 0)
    for name in ("mass", "best", "runs", "article_cover"):
        assert twice[name] == once[name]


def test_all_wordings_of_an_article_are_added_up_and_the_best_counts() -> None:
    values = found("戊己庚，丑寅，宇宙，庚辛", 0)
    told = [nats(each) for each in ("戊己庚", "丑寅", "庚辛")]
    assert values["mass"] == pytest.approx(log1p(sum(told)))
    assert values["best"] == pytest.approx(max(told) / 10)
    assert values["runs"] == 3
    assert found("宇宙", 2)["mass"] == found("戊己庚，丑寅，宇宙，庚辛", 2)["mass"]


def test_more_than_four_runs_tell_no_more() -> None:
    assert found("戊己，庚辛，壬癸，子丑，寅卯", 0)["runs"] == 4


def test_letters_of_a_longer_wording_are_not_counted_again() -> None:
    assert found("戊己庚，己庚辛", 0)["mass"] == pytest.approx(
        log1p(nats("戊己庚") + nats("己庚辛"))
    )
    assert found("戊己庚辛，庚辛", 0)["mass"] == found("戊己庚辛", 0)["mass"]
    assert found("戊己庚辛，庚辛", 0)["runs"] == 1


def test_in_a_long_sentence_the_same_wording_covers_less() -> None:
    text = "戊己卅廿甬勺卞"
    assert found(text, 0)["cover"] == pytest.approx(nats("戊己") / max(FLOOR, nats(text)))
    assert found(text, 0)["cover"] < found("戊己", 0)["cover"]
    assert found("卅", 0) == found("戊", 0) == {}
