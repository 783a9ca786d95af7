"""Formulas of a Word file in one line."""

from __future__ import annotations

import pytest

from tests.content.importing.word_files import (
    left,
    paragraph,
    read,
)


def test_formulas_give_their_letters() -> None:
    def part(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    half = f"<m:f><m:num>{part('1')}</m:num><m:den>{part('2')}</m:den></m:f>"
    square = f"<m:sSup><m:e>{part('x')}</m:e><m:sup>{part('2')}</m:sup></m:sSup>"
    found = read(
        paragraph("得", runs=f"<m:oMath>{part('y=')}{half}{square}</m:oMath>")
        + f"<m:oMathPara><m:oMath>{part('E=mc')}</m:oMath></m:oMathPara>"
    )
    assert found.text == "得y=1/2x^2\nE=mc\n"


def _letters(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _math(name: str, *parts: tuple[str, str], properties: str = "") -> str:
    inside = "".join(f"<m:{part}>{words}</m:{part}>" for part, words in parts)
    return f"<m:{name}><m:{name}Pr>{properties}</m:{name}Pr>{inside}</m:{name}>"


GROWTH = _math("f", ("num", _letters("本期数−上期数")), ("den", _letters("上期数")), properties="")
POWER = _math("sSup", ("e", _letters("b")), ("sup", _letters("2")))


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (GROWTH + _letters("×100%"), "(本期数−上期数)/上期数×100%"),
        (_math("f", ("num", _letters("办结数")), ("den", _letters("总数"))), "办结数/总数"),
        (_math("f", ("num", _letters("1")), ("den", _letters("（a+b）"))), "1/（a+b）"),
        (_math("f", ("num", _letters("(a)+(b)")), ("den", _letters("c"))), "((a)+(b))/c"),
        (_math("f", ("num", GROWTH), ("den", _letters("2"))), "((本期数−上期数)/上期数)/2"),
        (_letters("3×") + _math("d", ("e", _letters("a+b"))), "3×(a+b)"),
        (
            _math(
                "f",
                *(("num", _letters("n")), ("den", _letters("k"))),
                properties='<m:type m:val="noBar"/>',
            ),
            "n¦k",
        ),
        (
            _math(
                "d",
                *(("e", _letters("a")), ("e", _letters("b"))),
                properties='<m:begChr m:val="{"/><m:sepChr m:val=","/><m:endChr m:val=""/>',
            ),
            "{a,b",
        ),
        (_math("d", ("e", _letters("x")), properties='<m:begChr m:val="|"/>'), "|x)"),
        (_math("rad", ("deg", ""), ("e", POWER + _letters("−4ac"))), "√(b^2−4ac)"),
        (_math("rad", ("deg", _letters("3")), ("e", _letters("x"))), "3√x"),
        (_math("sSup", ("e", _letters("q")), ("sup", _letters("n−1"))), "q^(n−1)"),
        (
            _math(
                "nary",
                *(("sub", _letters("i=1")), ("sup", _letters("n")), ("e", _letters("x"))),
                properties='<m:chr m:val="∑"/>',
            ),
            "∑_(i=1)^nx",
        ),
        (_math("nary", ("sub", ""), ("sup", ""), ("e", _letters("f"))), "∫f"),
        (_math("limLow", ("e", _letters("max")), ("lim", _letters("i"))), "max_i"),
        (_math("acc", ("e", _letters("x")), properties='<m:chr m:val="\u0305"/>'), "x\u0305"),
        (
            _math("m", *(("mr", f"<m:e>{_letters(a)}</m:e>" * 2) for a in "12")),
            "1 1; 2 2",
        ),
        (_math("eqArr", ("e", _letters("x=1")), ("e", _letters("y=2"))), "x=1; y=2"),
        (_math("sSub", ("e", _letters("CO")), ("sub", _letters("2"))), "CO2"),
        ("<m:f/><m:d/><m:rad/><m:nary/><m:sSup/>" + _letters("x"), "/()√∫^x"),
    ],
)
def test_signs_that_word_draws_in_a_formula_are_text(formula: str, words: str) -> None:
    assert read(paragraph(runs=f"<m:oMath>{formula}</m:oMath>")).text == f"{words}\n"


def test_a_formula_that_is_deleted_with_its_row_is_on_the_record() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(runs=_letters('x+y'))}</w:tc></w:tr>"
    found = read(paragraph("文") + f"<w:tbl>{row}</w:tbl>")
    assert found.text == "文\n"
    assert left(found) == [("表1第1行", "deleted", "x+y")]
