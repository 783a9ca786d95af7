"""The warm builds of the preview: what they leave is what a build from nothing would leave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.preview.building import Builder
from generator.preview.warm_process import Wanted
from tests.conftest import Built, differing

SECONDS = 120.0


@pytest.fixture
def builder(law_folder: Path, tmp_path: Path) -> Iterator[Builder]:
    made = Builder(
        Wanted(law_folder, tmp_path / "cache", tmp_path / "site", tmp_path / "dist", jobs=2)
    )
    made.start()
    yield made
    made.stop()


def _changed(builder: Builder, file: Path, text: str) -> tuple[str, ...]:
    """Write a file; return what the build that follows has changed."""
    version = builder.state().version
    file.write_text(text, "utf-8")
    builder.nudge()
    state = builder.wait(version + 1, SECONDS)
    assert (state.version, state.failed) == (version + 1, "")
    return state.said


def test_after_any_changes_the_site_is_that_of_a_build_from_nothing(
    builder: Builder, law_folder: Path, tmp_path: Path, built_law: Built
) -> None:
    assert builder.wait(1, SECONDS).version == 1
    library = builder.library()
    assert library is not None
    link = library.links[0]
    words = next(each for each in library.reports if each.piece.id == link.report).piece.text
    decision = (
        f"- {{report: {link.report}, words: '{words[link.start : link.start + 12]}', "
        f"base: {link.base}, article: {link.article}, decision: reject}}\n"
    )
    links, terms, page = (law_folder / each for each in ("links.yml", "terms.yml", "pages/new.md"))
    assert "少了 1 条关联" in _changed(builder, links, decision)
    after = builder.library()
    assert after is not None
    assert {each.id for each in library.links} - {each.id for each in after.links} == {link.id}
    assert "多了 1 个词条" in _changed(builder, terms, "- {name: 阅览室, kind: 机构}\n")
    _changed(builder, page, "# 新的一页\n\n说明。\n")
    assert "新的一页" in (tmp_path / "site" / "new.html").read_text("utf-8")

    version = builder.state().version
    terms.write_text("- {", "utf-8")
    builder.nudge()
    failed = builder.wait(version + 1, SECONDS)
    assert (failed.version, failed.failed.count("\n")) == (version, 0)
    assert "terms.yml" in failed.failed
    assert (tmp_path / "site" / "new.html").is_file()

    for each in (links, terms, page):
        each.unlink()
    builder.nudge()
    assert builder.wait(version + 1, SECONDS).failed == ""
    done = builder.wait_until_finished(SECONDS)
    assert (done.building, done.finishing, done.failed) == (False, False, "")
    assert differing(tmp_path / "site", built_law.site) == []
    assert differing(tmp_path / "dist", built_law.dist) == []
