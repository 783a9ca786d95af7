"""Traditional characters: phrases that go wrong easily, and nothing left in simplified."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.traditional import Converter, _words, to_traditional

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PHRASES = [
    tuple(line.split("\t")) for line in (HERE / "phrases.tsv").read_text("utf-8").splitlines()
]
CONVERTER = Converter()
BACK = opencc.OpenCC("tw2s")


@cache
def simplified_only() -> frozenset[str]:
    """Characters that OpenCC's own table never gives as traditional, Taiwan's forms apart."""
    package = Path(opencc.__file__).parent / "clib"
    allowed = {values[0] for _, values in dictionary(package, "TWVariants")}
    return frozenset(
        key
        for key, values in dictionary(package, "STCharacters")
        if key not in values and key not in allowed
    )


def dictionary(package: Path, name: str) -> list[tuple[str, list[str]]]:
    """Read one of OpenCC's compiled tables with its own tool."""
    table = package / "share/opencc" / f"{name}.ocd2"
    tool = str(package / "bin/opencc_dict")
    command = [tool, "-f", "ocd2", "-t", "text", "-i", str(table)]
    text = subprocess.run([*command, "-o", "/dev/stdout"], capture_output=True, check=True).stdout
    lines = (line.split("\t") for line in text.decode().splitlines() if "\t" in line)
    return [(key, values.split()) for key, values in lines]


def real_texts() -> list[str]:
    files = sorted((ROOT / "content/sources").glob("*.txt"))
    return [file.read_text("utf-8-sig") for file in files]


@pytest.mark.parametrize(("simplified", "traditional"), PHRASES)
def test_phrase(simplified: str, traditional: str) -> None:
    assert CONVERTER.to_traditional(simplified) == traditional
    inside = CONVERTER.to_traditional(f"会议指出，{simplified}，")
    assert inside == f"會議指出，{traditional}，"


def test_the_tables_are_read() -> None:
    assert len(simplified_only()) > 2500
    assert {"这", "发", "关"} <= simplified_only()
    assert not {"后", "里", "干", "群", "裡"} & simplified_only()


def test_no_simplified_character_is_left_in_the_real_texts() -> None:
    texts = real_texts()
    assert sum(map(len, texts)) > 40_000
    for text in texts:
        assert not set(CONVERTER.to_traditional(text)) & simplified_only()


def test_the_real_texts_turned_back_are_the_originals() -> None:
    for text in real_texts():
        assert BACK.convert(CONVERTER.to_traditional(text)) == text


def test_every_word_of_the_table_turns_back_and_is_traditional() -> None:
    # OpenCC itself can't turn these forms back; they are right.
    exceptions = {"复函", "熏陶", "利欲熏心", "想象"}
    words = _words()
    assert {word for word, form in words.items() if BACK.convert(form) != word} == exceptions
    assert not set("".join(words.values())) & simplified_only()
    assert all(len(word) == len(form) for word, form in words.items())


def test_a_guarded_term_is_read_as_a_whole() -> None:
    assert to_traditional("一只能用") == "一只能用"
    assert to_traditional("一只能用", ["一只"]) == "一隻能用"


@given(
    st.text(
        alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=["Cs"])
    )
)
def test_length_and_everything_but_chinese_is_kept(text: str) -> None:
    converted = CONVERTER.to_traditional(text)
    assert len(converted) == len(text)
    assert all(a == b for a, b in zip(text, converted, strict=True) if a.isascii())


@given(st.text(alphabet="干部发现里后系统联关制度定了解不准确面包，"))
def test_turning_back_gives_the_original(text: str) -> None:
    # Phrases like 乾隆 keep their characters on the way back; none can be made of these.
    back = BACK.convert(CONVERTER.to_traditional(text))
    assert back.replace("瞭", "了").replace("乾", "干") == text
