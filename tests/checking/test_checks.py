"""Every check against its fixture; lines of findings counted in the source."""

from pathlib import Path

import pytest

from generator.checking import CODES, check_piece
from generator.checking.checking import CHECKS
from generator.cleaning import CleaningSettings, Erratum, clean
from generator.model import CleanedSource, Piece, Source
from generator.text.structuring import structure

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(Path("content/sources").glob("*.txt"))


def _blocks(code: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in (FIXTURES / f"{code}.txt").read_text("utf-8").splitlines():
        if line == ".":
            blocks.append([])
        else:
            blocks[-1].append(line)
    return blocks


def _findings(text: str, code: str) -> list[str]:
    title = text.partition("\n")[0] if code == "T-009" else ""
    piece = Piece("a", "a.txt", 0, len(text), text, title)
    cleaned = CleanedSource(Source("a.txt", text, "", "utf-8"), (piece,), (), ())
    return [
        text.splitlines()[each.line - 1]
        for each in check_piece(structure(piece), cleaned)
        if each.code == code
    ]


@pytest.mark.parametrize("code", [code for code, _ in CHECKS])
def test_fixture(code: str) -> None:
    _, doubtful, expected, _, sound, *_ = _blocks(code)
    assert _findings("\n".join(doubtful), code) == expected
    assert expected
    assert _findings("\n".join(sound), code) == []


def test_every_code_is_documented_and_has_a_fixture() -> None:
    codes = [code for code, _ in CHECKS]
    assert codes == sorted(set(codes))
    assert set(codes) <= set(CODES)
    assert {path.stem for path in FIXTURES.glob("T-*.txt")} == set(codes)
    assert all(each.name and each.advice for each in CODES.values())


def test_the_line_is_that_of_the_source_whatever_was_cleaned_before_it() -> None:
    source = Source(
        "a.txt", "关于监督的报告\r\n\r\n##paidbegin##甲甲,乙\n\n\n丙丙。开展教育教育。", "", ""
    )
    cleaned = clean(source, CleaningSettings((Erratum("a.txt", "乙", "乙乙乙", "脱文"),)))
    document = structure(cleaned.pieces[0])
    found = [each for each in check_piece(document, cleaned) if each.code == "T-003"]
    assert [(each.line, each.text, each.level) for each in found] == [
        (6, "丙丙。开展教育教育。", "warning")
    ]


def test_the_received_report_that_announces_four_and_lists_five() -> None:
    source = Source(FILES[0].name, FILES[0].read_text("utf-8"), "", "utf-8")
    cleaned = clean(source, CleaningSettings())
    found = check_piece(structure(cleaned.pieces[0]), cleaned)
    assert [(each.code, each.line) for each in found] == [("T-007", 10)]
