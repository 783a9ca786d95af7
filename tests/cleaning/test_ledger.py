"""The ledger is exact: applied it gives the pieces, undone it gives the source back."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cleaning import CleaningSettings, Declared, Erratum, clean
from generator.cleaning.ledger import Change, apply, compose, in_source
from generator.cleaning.rules import RULES, Rule
from generator.content.decoding import decode
from generator.content.schema import ErrataFile, LibraryFile
from generator.content.yaml_files import read_yaml
from generator.errors import ContentError
from generator.model import CleanedSource, Edit, Source
from tests.cleaning.test_rules import HOSTILE, SETTINGS
from tests.cleaning.undoing import undo

CONTENT = Path("content")
FILES = sorted((CONTENT / "sources").glob("*.txt"))
NEWS = (
    "\n新华社某地6月1日电\n山村小学的孩子们收到了图书与画笔，老师带着大家朗读诗歌，画火箭和星空。"
    * 3
)
FILLER = "\n落实责任，强化监督，压实各级党组织和领导干部的政治责任。" * 2


def check_exact(cleaned: CleanedSource) -> None:
    """Assert all that the ledger promises for one source."""
    text, edits = cleaned.source.text, cleaned.edits
    end = 0
    for edit in edits:
        assert end <= edit.start <= edit.end
        assert edit.before == text[edit.start : edit.end] != edit.after
        assert edit.rules
        end = edit.end
    whole = "".join(piece.text for piece in cleaned.pieces)
    assert apply(text, _changes(edits)) == whole
    assert undo(whole, edits) == text
    accounted = 0
    for piece in cleaned.pieces:
        inside = [each for each in edits if piece.start <= each.start and each.end <= piece.end]
        moved = [Change(e.start - piece.start, e.end - piece.start, e.after) for e in inside]
        assert apply(text[piece.start : piece.end], moved) == piece.text
        outside = [each for each in edits if accounted <= each.start and each.end <= piece.start]
        assert "".join(each.before for each in outside) == text[accounted : piece.start]
        accounted = piece.end
    rest = [each for each in edits if accounted <= each.start]
    assert "".join(each.before for each in rest) == text[accounted:]


def _changes(edits: tuple[Edit, ...]) -> list[Change]:
    return [Change(each.start, each.end, each.after) for each in edits]


def _source(text: str, file: str = "a.txt") -> Source:
    return Source(file, text, "", "utf-8")


def real_settings() -> CleaningSettings:
    """The settings of content/ itself."""
    library = read_yaml(CONTENT / "library.yml", LibraryFile, "library.yml")
    errata = read_yaml(CONTENT / "errata.yml", ErrataFile, "errata.yml").root
    return CleaningSettings(
        tuple(Erratum(**each.model_dump()) for each in errata),
        library.markers,
        {name: Declared(**each.model_dump()) for name, each in library.sources.items()},
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:3])
def test_the_received_texts(path: Path) -> None:
    check_exact(clean(decode(path.read_bytes(), path.name), real_settings()))


@settings(max_examples=150, deadline=None)
@given(HOSTILE)
def test_random_texts(text: str) -> None:
    try:
        cleaned = clean(_source(text), SETTINGS)
    except ContentError:
        return
    check_exact(cleaned)


@settings(max_examples=60, deadline=None)
@given(st.lists(HOSTILE.map(lambda text: text + FILLER), min_size=2, max_size=4), HOSTILE)
def test_random_collections(bodies: list[str], foreword: str) -> None:
    numerals = "一二三四"
    text = foreword + "".join(
        f"\n情况报告篇{numerals[at]}\n{body}" for at, body in enumerate(bodies)
    )
    try:
        check_exact(clean(_source(text + NEWS), SETTINGS))
    except ContentError:
        return


@settings(max_examples=80, deadline=None)
@given(HOSTILE, st.permutations(RULES))
def test_rules_in_any_order_compose_into_one_exact_ledger(text: str, order: list[Rule]) -> None:
    changes: list[Change] = []
    now = text
    for rule in order:
        found = [
            Change(each.start, each.end, each.after, (rule.code,))
            for each in rule.find(now, SETTINGS)
        ]
        changes = compose(text, changes, found)
        now = apply(now, found)
        assert apply(text, changes) == now
        ends = [0, *(change.end for change in changes)]
        assert all(a <= change.start for a, change in zip(ends, changes, strict=False))
    edits = [Edit("a", c.start, c.end, text[c.start : c.end], c.after, c.rules) for c in changes]
    assert undo(now, edits) == text


def test_a_spot_touched_by_two_rules_is_one_edit_that_names_both() -> None:
    cleaned = clean(_source('甲说:" 好",乙。丙丁\u200b戊。'), CleaningSettings())
    check_exact(cleaned)
    assert cleaned.pieces[0].text == "甲说：“好”，乙。丙丁戊。"
    assert ("C-008",) in [each.rules for each in cleaned.edits]
    errata = CleaningSettings((Erratum("a.txt", "侧隐", "恻隐", "形近"),))
    joined = clean(_source("心存侧##paidend##隐。"), errata)
    check_exact(joined)
    assert [each.rules for each in joined.edits] == [("C-003", "C-013")]


def test_composing_is_linear() -> None:
    count = 50_000
    text = "甲 ,乙" * count
    first = [Change(4 * at + 1, 4 * at + 2, "") for at in range(count)]
    second = [Change(3 * at + 1, 3 * at + 2, "，") for at in range(count)]
    changes = compose(text, first, second)
    assert apply(text, changes) == "甲，乙" * count
    assert len(changes) == count


def test_every_character_of_a_piece_leads_back_to_the_source() -> None:
    """Letter by letter, against a plain walk over the source."""
    text = (
        "合集\n篇一\n甲 乙,丙##paidend##丁:"
        + "落实责任。" * 12
        + "\n\n篇二\n 戊(己)"
        + "强化监督。" * 12
    )
    cleaned = clean(_source(text), CleaningSettings())
    assert len(cleaned.pieces) == 2
    starts = {edit.start: edit for edit in cleaned.edits}
    for piece in cleaned.pieces:
        places: list[int] = []
        at = piece.start
        while at < piece.end:
            if edit := starts.get(at):
                places += [at] * len(edit.after)
                at = edit.end
            else:
                places.append(at)
                at += 1
        assert len(places) == len(piece.text)
        assert [in_source(piece, cleaned.edits, n) for n in range(len(places))] == places
        assert in_source(piece, cleaned.edits, len(piece.text)) == piece.end


@pytest.mark.parametrize(
    ("first", "second", "composed"),
    [
        ([], [Change(0, 1, "")], [Change(0, 1, "")]),
        ([Change(0, 1, "")], [], [Change(0, 1, "")]),
        ([Change(1, 2, "丁", ("a",), "x")], [Change(1, 2, "戊", ("b",), "y")],
         [Change(1, 2, "戊", ("a", "b"), "x；y")]),
        ([Change(1, 2, "丁", ("a",), "x")], [Change(1, 2, "乙", ("b",), "y")], []),  # as it was
        ([Change(1, 1, "丁")], [Change(1, 2, "")], []),
        ([Change(1, 2, "", ("a",))], [Change(1, 1, "丁", ("b",))],
         [Change(1, 2, "丁", ("a", "b"))]),
        ([Change(0, 1, "", ("a",))], [Change(1, 2, "", ("b",))],
         [Change(0, 1, "", ("a",)), Change(2, 3, "", ("b",))]),
        ([Change(0, 1, "丁", ("a",))], [Change(1, 2, "戊", ("b",))],
         [Change(0, 1, "丁", ("a",)), Change(1, 2, "戊", ("b",))]),  # side by side: two
        ([Change(0, 1, "丁", ("a",)), Change(2, 3, "己", ("a",))], [Change(0, 3, "戊", ("b",))],
         [Change(0, 3, "戊", ("a", "b"))]),
    ],
)  # fmt: skip
def test_what_touches_one_spot_becomes_one_change(
    first: list[Change], second: list[Change], composed: list[Change]
) -> None:
    assert compose("甲乙丙", first, second) == composed
