"""Every code of a finding that the code gives is in the table, with its level, and no other."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

from generator.checking import CODES
from generator.checking.codes import TABLE
from generator.cleaning.rules import NAMES
from generator.model import Level

ROOT = Path(__file__).parents[2] / "generator"
CODE = re.compile(r"[A-Z]-\d{3}")
DOCUMENTED = (ROOT / "checking" / "codes.py", ROOT / "checking" / "reader_words.py")


def _trees() -> Iterator[ast.Module]:
    for path in sorted(ROOT.rglob("*.py")):
        if path not in DOCUMENTED:
            yield ast.parse(path.read_text("utf-8"))


def _words(nodes: list[ast.expr]) -> list[str]:
    return [str(each.value) if isinstance(each, ast.Constant) else "" for each in nodes]


def test_every_code_in_use_is_documented_and_every_documented_one_in_use() -> None:
    used = {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }
    assert used - set(NAMES) == set(CODES)
    assert not set(NAMES) & set(CODES)


def test_a_code_stands_once_in_the_table() -> None:
    assert len(TABLE) == len(CODES)
    assert all(CODE.fullmatch(each.code) for each in TABLE)


def test_findings_have_the_level_that_the_table_gives() -> None:
    levels = get_args(Level)
    given = [
        (code, level)
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call | ast.Tuple)
        for code, level in pairwise(_words(node.args if isinstance(node, ast.Call) else node.elts))
        if CODE.fullmatch(code) and level in levels
    ]
    assert {code for code, _ in given} > {"E-001", "K-001", "L-001", "Q-001"}
    assert [(code, CODES[code].level) for code, _ in given] == given
