"""The damage bench at small size: what is sound in one witness comes back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.edition import collate
from generator.model import Base, Piece
from scripts.damage_bench import FORMS, KINDS, main, trial
from scripts.damaging.documents import Form, render, synthetic
from scripts.damaging.reading import sound_text
from scripts.damaging.ruin import Rates, Ruin
from scripts.damaging.scoring import Group


def test_a_sound_text_is_read_as_it_was_written() -> None:
    forms: tuple[Form, ...] = ("law", "policy")
    for form in forms:
        document = synthetic(form, 24, 7)
        again = sound_text(render(document))
        assert [a.text for a in again.articles] == [a.text for a in document.articles]
        assert [p.label + p.heading for p in again.parts] == [
            p.label + p.heading for p in document.parts
        ]


@pytest.mark.parametrize("form", ["law", "policy"])
def test_damages_of_all_kinds_are_mended(form: Form) -> None:
    letters = errors = found = articles = 0
    for seed in range(901, 905):
        result, _, _ = trial(synthetic(form, 40, seed), seed, Rates())
        letters += result.letters
        errors += result.errors
        found += result.found
        articles += result.articles
    assert found == articles
    assert errors <= 0.001 * letters


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_damage_alone_is_mended_to_the_letter(kind: str) -> None:
    rates = Rates(letters=0.002, only=frozenset({kind}))
    for at, form in enumerate(FORMS):
        result, _, counts = trial(synthetic(form, 24, 911 + at), 911 + at, rates)
        assert set(counts) <= {kind, "part headings lost"}
        assert result.errors == 0, result.misses
        assert result.found == result.articles


def test_what_both_have_damaged_at_one_place_is_named() -> None:
    both = Group()
    for seed in range(921, 924):
        document = synthetic("law", 40, seed)
        both += trial(document, seed, Rates(structure=0.0, both=0.1))[0].both
    assert both.articles >= 9
    assert both.named == both.articles


def test_the_damager_tells_what_it_damaged_in_both() -> None:
    ruin = Ruin()
    ruin.note("missing", "甲", 3)
    ruin.note("lost label", "乙", 3)
    ruin.note("splice", "甲", 5)
    ruin.note("lost label", "甲", 6)
    ruin.note("off by one", "乙", 6)
    ruin.note("splice", "甲", 8)
    ruin.note("glued", "乙", 8)
    assert ruin.in_both == {3}


def test_the_bench_prints_and_writes_what_it_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "damage.json"
    text = tmp_path / "law.txt"
    text.write_text(render(synthetic("law", 12, 3)), "utf-8")
    assert main(["--seeds", "1", "--text", str(text), "--json", str(out)]) == 0
    assert "合计" in capsys.readouterr().out
    assert '"letters"' in out.read_text("utf-8")


def test_time_grows_about_linearly() -> None:
    def seconds(count: int) -> float:
        text = render(synthetic("law", count, 1))
        damaged = text.replace("第七条", "第八条").replace("，任何", "任何")
        pieces = [Piece(n, f"{n}.txt", 0, len(t), t, "") for n, t in (("a", text), ("b", damaged))]
        title = text.split("\n", 1)[0]
        begin = time.process_time()
        collate(Base("law", title, title), pieces)
        return time.process_time() - begin

    seconds(20)
    assert seconds(300) < 4 * 5 * max(seconds(75), 0.05)
