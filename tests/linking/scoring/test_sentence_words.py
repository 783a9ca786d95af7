"""What a sentence holds: its letters, generic words, clauses, terms and hints."""

from __future__ import annotations

import numpy as np

from generator.linking import ArticleIndex, index_articles
from generator.linking.forms import find_forms, form_table
from generator.linking.letter_rows import Flags, letter_row
from generator.linking.scoring.sentence_words import (
    SentenceWords,
    clause_lengths,
    generic_letters,
    sentence_words,
)
from generator.text.letters import fold
from tests.linking.conftest import edition, report


def generic(letters: str, *words: str) -> Flags:
    found = find_forms(letters, form_table(dict.fromkeys(words)))
    return generic_letters(letter_row([letters]), [(at, word) for at, word, _ in found])


def bits(letters: str, *words: str) -> str:
    """Return `letters` with those of generic words as x."""
    flags = generic(letters, *words)
    return "".join("x" if flag else letter for letter, flag in zip(letters, flags, strict=True))


def test_generic_words_are_taken_longest_first() -> None:
    assert bits("党员领导干部", "领导", "领导干部", "干部") == "党员xxxx"
    assert bits("加强收运", "加强", "强收运") == "xx收运"
    assert bits("收的运", "的") == "收x运"
    assert bits("进一步收运", "进一步") == "xxx收运"
    assert bits("中国特色社收", "中国特色社") == "xxxxx收"
    assert bits("收运", "的") == "收运"


def lengths(text: str, *words: str) -> tuple[int, ...]:
    folded = fold(text)
    return tuple(clause_lengths(text, [folded], generic(folded.letters, *words)).tolist())


def test_a_clause_ends_at_a_stop_and_between_things_listed() -> None:
    assert lengths("甲乙丙、丁戊") == (3, 3, 3, 2, 2)
    assert lengths("甲乙，丙丁戊己") == (2, 2, 5, 5, 5, 5, 5)  # the stop belongs to what follows
    assert lengths("甲乙“丙”") == (3, 3, 3)
    assert lengths("") == ()
    both = [fold("甲乙、丙"), fold("丁")]
    assert clause_lengths("甲乙、丙丁", both, np.zeros(5, dtype=bool)).tolist() == [2, 2, 1, 1, 1]


def test_letters_of_generic_words_make_no_clause_longer() -> None:
    assert lengths("加强甲乙、丙", "加强") == (2, 2, 2, 2, 1)
    assert lengths("丙、加强甲乙", "加强") == (1, 2, 2, 2, 2)


def words_of(text: str, index: ArticleIndex) -> SentenceWords:
    (found,) = sentence_words(report(text), index.bases[0])
    return found


def test_the_title_of_the_base_is_blanked(rules: ArticleIndex) -> None:
    assert words_of("落实某市垃圾分类管理规则定时收运", rules).letters == "落实||||||||||定时收运"


def test_terms_hints_and_telling_letters(rules: ArticleIndex) -> None:
    found = words_of("加强清运", rules)
    assert [(hit.start, hit.end, hit.term.name) for hit in found.hits] == [(2, 4, "定时收运")]
    assert found.telling == 2


def test_of_terms_over_one_another_the_longest_is_found(rules: ArticleIndex) -> None:
    found = words_of("每日定时收运，收运", rules)
    assert [(hit.start, hit.end) for hit in found.hits] == [(2, 6), (7, 9)]


def test_every_sentence_has_its_own_letters() -> None:
    base = index_articles([edition()], ()).bases[0]
    document = report("甲乙。\n丙丁。")
    found = sentence_words(document, base)
    assert [each.letters for each in found] == ["甲乙|", "丙丁|"]
    assert [each.folded.offsets[0] for each in found] == [s.start for s in document.sentences]
