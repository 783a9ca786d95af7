"""The 台账: every duty by its body, columns to fill in, a Word document that prints across A4."""

from __future__ import annotations

import io
from dataclasses import replace

from docx import Document
from docx.oxml.ns import qn

from generator.duties import by_body
from generator.model import Library
from generator.outputs.sheets.register import TO_FILL, register_book, registers
from generator.outputs.sheets.register_document import as_docx
from generator.outputs.sheets.sheet import Band


def test_what_a_body_must_do_and_must_not_is_listed_once(library: Library) -> None:
    [register] = registers(library)
    asked = [each for each in library.duties if each.kind != "right"]
    bodies = by_body(asked)
    assert {body for body, _ in register.bodies} == {body or "未写明主体" for body, _ in bodies}
    assert register.bodies[-1][0] == "未写明主体"
    entries = [entry for _, found in register.bodies for entry in found]
    assert 0 < len(entries) <= len(asked)
    for _, found in register.bodies:
        assert len(set(found)) == len(found)
    texts = "".join(each.text for each in library.collations[0].edition.articles).replace("\n", "")
    for entry in entries:
        assert entry.words.rpartition("）")[2] in texts


def test_what_a_body_may_do_is_not_listed(law: Library) -> None:
    [register] = registers(law)
    rights = [each for each in law.duties if each.kind == "right"]
    assert rights
    words = {entry.words for _, found in register.bodies for entry in found}
    assert not any(each.action.strip("。；，") in words for each in rights)


def test_a_modal_carried_on_from_earlier_is_told(library: Library) -> None:
    carried = [each for each in library.duties if each.carried and each.kind != "right"]
    assert carried
    words = [entry.words for _, found in registers(library)[0].bodies for entry in found]
    for duty in carried:
        assert any(each.startswith(f"（{duty.modal}）") for each in words)


def test_the_workbook_has_empty_columns_to_fill_in(library: Library) -> None:
    [table] = register_book(library).sheets
    assert table.header[-5:] == TO_FILL
    numbers = [row[0] for row in table.rows if not isinstance(row, Band)]
    assert numbers == list(range(1, len(table.rows) + 1))
    for row in table.rows:
        assert not isinstance(row, Band)
        assert row[-5:] == ("",) * 5
        assert row[1]


def test_the_document_is_a4_across_and_repeats_its_head(library: Library) -> None:
    data = as_docx(registers(library), 0)
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    [table] = document.tables
    assert next(table.rows[0]._tr.iter(qn("w:tblHeader")), None) is not None
    assert [cell.text for cell in table.rows[0].cells][-5:] == list(TO_FILL)
    bodies = registers(library)[0].bodies
    assert len(table.rows) == 1 + sum(1 + len(found) for _, found in bodies)
    assert document.paragraphs[0].text == "《意见》责任落实台账"
    assert " PAGE " in "".join(
        each.text or "" for each in section.footer._element.iter(qn("w:instrText"))
    )
    assert as_docx(registers(library), 0) == data


def test_words_that_are_markup_stay_words(library: Library) -> None:
    [register] = registers(library)
    odd = replace(register, title="<w:p>&甲\x00")
    assert Document(io.BytesIO(as_docx((odd,), 0))).paragraphs[0].text == "<w:p>&甲"


def test_a_library_without_duties_has_a_register(law: Library) -> None:
    made = registers(replace(law, duties=()))
    assert Document(io.BytesIO(as_docx(made, 0))).tables
