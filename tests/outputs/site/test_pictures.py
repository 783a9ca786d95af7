"""Pictures of doubtful places: each a file of the site, shown at its finding."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Finding, Library
from generator.outputs.data.exports import export_files
from generator.outputs.site.pictures import picture_address, picture_files
from generator.outputs.site.views.findings import finding_sheets, findings_view
from generator.outputs.site.views.library_index import LibraryIndex

PNG = b"\x89PNG one"
DOUBT = Finding("I-003", "warning", "a.pdf", 2, "己经", "认得不准", picture=PNG)


def test_the_same_picture_is_one_file() -> None:
    other = replace(DOUBT, picture=b"\x89PNG two")
    files = picture_files([DOUBT, replace(DOUBT, line=3), other, replace(DOUBT, picture=b"")])
    assert sorted(files.values()) == [PNG, b"\x89PNG two"]
    assert files[picture_address(PNG)] == PNG


def test_a_finding_shows_its_picture_and_the_export_does_not(law: Library) -> None:
    library = replace(law, findings=(DOUBT,))
    index = LibraryIndex(library)
    (sheet,) = finding_sheets(index)
    (section,) = findings_view(index, sheet).sections
    ((found,),) = [group.findings for group in section.groups]
    assert found.picture == picture_address(PNG)
    assert "picture" not in export_files(library)["findings.json"]
