"""Names of sources -> addresses: each page has its own, on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import load_content
from generator.model import Library
from generator.outputs.bundle.archive import check_name
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.library_index import source_stem
from generator.outputs.site.views.paging import sheets
from generator.recipe import build_library

ODD = ("index", "INDEX-2", "con", "aux", "nul", "start", "404", "a" * 200, "lpt1", "报告", "full")


@pytest.fixture
def library(law_folder: Path) -> Library:
    body = (law_folder / "sources" / "xihe.txt").read_text("utf-8")
    for number, name in enumerate(ODD):
        text = body.replace("西河", f"第{number}西河")
        (law_folder / "sources" / f"{name}.txt").write_text(text, "utf-8")
    return build_library(load_content(law_folder))


def test_every_report_has_a_page_and_no_page_is_another(library: Library) -> None:
    pages = [page.address for page in site_pages(library)]
    assert len({address.lower() for address in pages}) == len(pages)
    for address in pages:
        check_name(f"{library.name}/{address}")
    texts = [*library.reports, *(each.document for each in library.reprints)]
    for text in texts:
        assert f"reports/{text.piece.id}.html" in pages
    assert {text.piece.file for text in texts} >= {f"{name}.txt" for name in ODD}


def test_a_sheet_of_a_ledger_is_no_ledger_of_another_source() -> None:
    rows = range(3)
    address = f"ledger/{source_stem('x.txt')}.html"
    own = [each.address for each in sheets(rows, 1, address, joint=".")]
    assert own == ["ledger/x.html", "ledger/x.2.html", "ledger/x.3.html"]
    assert f"ledger/{source_stem('x-2.txt')}.html" not in own
    assert f"ledger/{source_stem('x.2.txt')}.html" not in own
