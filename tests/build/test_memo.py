"""The memo: what is known is not made again; what is damaged, changed or foreign is."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import memo as memo_module
from generator.build.memo import DiskMemo, code_digest, digest, no_memo
from generator.model import Edit, Sentence
from generator.text.sentences import sentence_spans
from tests.conftest import PROJECT

CALLS: list[str] = []


def stage(text: str) -> tuple[Sentence, ...]:
    """Stand in for a stage."""
    CALLS.append(text)
    return (Sentence(text, 0, len(text), 0),)


@pytest.fixture(autouse=True)
def _as_part_of_the_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    CALLS.clear()
    monkeypatch.setattr(stage, "__module__", "generator.text.structuring")


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_known_results_are_not_made_again(tmp_path: Path) -> None:
    first = DiskMemo(tmp_path)(stage, "甲")
    assert DiskMemo(tmp_path)(stage, "甲") == first == stage("甲")
    assert CALLS == ["甲", "甲"]
    DiskMemo(tmp_path)(stage, "乙")
    DiskMemo(tmp_path)(stage, "甲", key="another")
    assert CALLS == ["甲", "甲", "乙", "甲"]
    no_memo(stage, "甲")
    assert CALLS[-1] == "甲"
    assert len(CALLS) == 5


@pytest.mark.parametrize(
    "damage",
    [lambda b: b[:-1], lambda b: b"", lambda b: b[:40] + b"x" + b[41:], lambda b: b + b"x"],
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    memo = DiskMemo(tmp_path)
    good = memo(stage, "甲")
    [entry] = entries(tmp_path)
    entry.write_bytes(damage(entry.read_bytes()))
    assert memo(stage, "甲") == good
    assert len(CALLS) == 2
    assert memo(stage, "甲") == good
    assert len(CALLS) == 2


class Trap:
    """What an attacker would plant."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (print, ("caught",))


def test_foreign_objects_are_never_read_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    memo = DiskMemo(tmp_path)
    good = memo(stage, "甲")
    [entry] = entries(tmp_path)
    for planted in (Trap(), sha256, subprocess.run):
        payload = pickle.dumps(planted) if planted is not sha256 else pickle.dumps(Path("x"))
        entry.write_bytes(sha256(payload).digest() + payload)
        assert memo(stage, "甲") == good
    assert "caught" not in capsys.readouterr().out


def test_what_nobody_asked_for_is_swept(tmp_path: Path) -> None:
    old = DiskMemo(tmp_path)
    old(stage, "甲")
    old(stage, "乙")
    new = DiskMemo(tmp_path)
    new(stage, "乙")
    new.sweep()
    assert len(entries(tmp_path)) == 1
    other = DiskMemo(tmp_path)
    other.note_used(new.used)
    other.sweep()
    assert len(entries(tmp_path)) == 1


def outer(text: str, memo: DiskMemo) -> int:
    """Stand in for a stage that asks the memo in its turn."""
    return len(memo(stage, text)) + memo(_length, text)


def _length(text: str) -> int:
    return len(text)


def test_what_a_known_result_was_made_from_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (outer, _length):
        monkeypatch.setattr(each, "__module__", "generator.text.structuring")
    first = DiskMemo(tmp_path)
    assert first(outer, "甲", first, key="甲") == 2
    first(stage, "乙")
    again = DiskMemo(tmp_path)
    assert again(outer, "甲", again, key="甲") == 2
    again.sweep()
    assert len(entries(tmp_path)) == 3
    DiskMemo(tmp_path)(stage, "甲")
    assert CALLS == ["甲", "乙"]


def test_a_memo_that_cannot_write_is_only_slower(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert DiskMemo(tmp_path / "file")(stage, "甲") == stage("甲")


def forget_code() -> None:
    for known in (code_digest, memo_module._part_digest, memo_module._imported):
        known.cache_clear()


def test_code_counts_with_what_it_imports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def known() -> str:
        forget_code()
        return code_digest("generator.one.stage")

    files = {
        "one/__init__.py": "from generator.one.stage import run\n",
        "__init__.py": "six = 6\n",
        "one/stage.py": (
            "import generator.two\n\n\ndef run():\n"
            "    from generator import (\n        three as drei,\n        five,\n    )\n"
            "    from generator import six, seven\n"
        ),
        "one/table.txt": "1",
        "two.py": "",
        "three/__init__.py": "",
        "four.py": "",
        "five.py": "",
        "seven.py": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(memo_module, "PACKAGE", tmp_path)
    seen = [known()]
    for name in ("one/table.txt", "two.py", "three/__init__.py", "five.py", "seven.py"):
        (tmp_path / name).write_text(files[name] + "# changed\n")
        seen.append(known())
    assert len(set(seen)) == 6
    (tmp_path / "four.py").write_text("# changed")
    assert known() == seen[-1]
    forget_code()


def test_outputs_are_parts_of_their_own() -> None:
    assert code_digest("generator.outputs.data.exports") == code_digest("generator.outputs.data")
    assert code_digest("generator.outputs.data") != code_digest("generator.edition")


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(PLAIN, PLAIN)
def test_equal_digests_mean_equal_values(one: object, other: object) -> None:
    if digest(one) == digest(other):
        assert repr(one) == repr(other) or one == other


def test_digests_are_the_same_in_every_process() -> None:
    value = {"甲": (1, None, Edit("f", 0, 1, "a", "b", ("C-1",))), "b": 2.5}
    code = (
        "from generator.build.memo import digest; from generator.model import Edit\n"
        "print(digest({'b': 2.5, '甲': (1, None, Edit('f', 0, 1, 'a', 'b', ('C-1',)))}))"
    )
    for seed in ("1", "2"):
        said = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert said.strip() == digest(value)


def test_parts_do_not_run_together() -> None:
    assert digest(("ab", "c")) != digest(("a", "bc"))
    assert digest(("1",)) != digest((1,))
    assert digest(sentence_spans("甲。乙。")) == digest([(0, 2), (2, 4)])
