"""The damage bench at small size: what is sound in one witness comes back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.collation import collate
from generator.model import Base, Piece
from scripts.damage_bench import main, trial
from scripts.damaging.documents import Form, render, synthetic
from scripts.damaging.reading import sound_text
from scripts.damaging.ruin import Rates


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
