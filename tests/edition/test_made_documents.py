"""Documents of random shape, whole or a little damaged: edition, addresses and account hold."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.account_of_text import lost
from generator.edition import collate
from generator.model import Base, Collation, Piece
from generator.text.provisions import provisions
from tests.structure.made_documents import Made, documents

SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def _collated(made: Made, *texts: str) -> Collation:
    pieces = [Piece(f"w{n}", f"w{n}.txt", 0, len(text), text, "") for n, text in enumerate(texts)]
    return collate(Base("b", made.title, "《规定》"), pieces)


def _check(made: Made, found: Collation) -> None:
    """The edition is the document that was made, and nothing of a witness is unnamed."""
    articles = found.edition.articles
    assert [(each.path, each.text) for each in articles] == made.articles
    assert len({each.id for each in articles}) == len(articles)
    assert [part.label + part.heading for part in found.edition.parts if part.label] == [
        each for each in made.divisions if each
    ]
    for witness in found.witnesses:
        assert lost(found, witness) == ()


@SLOW
@given(documents())
def test_one_witness_is_the_edition_to_the_letter(made: Made) -> None:
    found = _collated(made, made.text)
    _check(made, found)
    assert found.apparatus == ()
    assert [each.text for each in found.edition.matter] == [text for _, text in made.matter]
    for article in found.edition.articles:
        for each in provisions(article.text):
            assert article.text[each.start : each.end].startswith(each.label)


@SLOW
@given(documents(), st.data())
def test_a_letter_misread_in_one_of_two_witnesses_is_named_and_mended(
    made: Made, data: st.DataObject
) -> None:
    _, text = data.draw(st.sampled_from(made.articles))
    at = data.draw(st.integers(0, len(text) - 2).filter(lambda n: text[n : n + 2].isalpha()))
    damaged = made.text.replace(text, text[:at] + "閏" + text[at + 1 :])
    if damaged == made.text:
        return
    found = _collated(made, made.text, damaged)
    _check(made, found)
    assert any("閏" in reading.text for each in found.apparatus for reading in each.readings)


@settings(SLOW, max_examples=60)
@given(documents(), st.data())
def test_a_paragraph_lost_in_one_of_two_witnesses_is_named_and_kept(
    made: Made, data: st.DataObject
) -> None:
    """The last 款 of an article, which is no item, has been lost.

    One that nearly stands elsewhere is left out: what one copy has twice and another once is
    taken for a duplicate, and may be one.
    """
    several = [text for _, text in made.articles if "\n" in text and "；" not in text]
    if not several:
        return
    text = data.draw(st.sampled_from(several))
    short = text.rpartition("\n")[0]
    damaged = made.text.replace(text, short)
    lost_text = text.rpartition("\n")[2]
    if SequenceMatcher(None, lost_text, damaged, False).find_longest_match().size > 9:
        return
    found = _collated(made, made.text, damaged)
    _check(made, found)
    assert any(each.kind == "omission" for each in found.apparatus)
