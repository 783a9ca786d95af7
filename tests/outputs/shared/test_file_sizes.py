"""Sizes as people write them, and pages that are told which files there are."""

from __future__ import annotations

import pytest

from generator.outputs.shared.file_sizes import size_words, told

PAGE = (
    '<p><a data-file="packs/a.pdf" href="packs/a.pdf">PDF<small></small></a></p>'
    '<p class="quiet" data-there="packs/a.pdf" hidden>有</p><p data-absent="packs/a.pdf">无</p>'
    '<a href="packs/a.pdf">x</a><p hidden>y</p>'
)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 KB"),
        (1, "1 KB"),
        (1024, "1 KB"),
        (27_166, "27 KB"),
        (319_488, "312 KB"),
        (1_023 * 1024, "1023 KB"),
        (1024 * 1024 - 1, "1.0 MB"),
        (3_355_443, "3.2 MB"),
        (15_490_000, "14.8 MB"),
        (1_050 * 1024 * 1024, "1.0 GB"),
    ],
)
def test_sizes_as_windows_shows_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_file_that_is_there_is_linked_with_its_size() -> None:
    page = told(PAGE, "downloads.html", {"packs/a.pdf": 319_488}.get)
    assert 'data-file="packs/a.pdf" href="packs/a.pdf">PDF<small>312 KB</small></a>' in page
    assert 'data-there="packs/a.pdf">有' in page
    assert 'data-absent="packs/a.pdf" hidden>无' in page
    assert page.endswith('<a href="packs/a.pdf">x</a><p hidden>y</p>')


def test_a_file_that_is_not_there_is_not_linked() -> None:
    page = told(PAGE, "downloads.html", lambda path: None)
    assert '<a data-file="packs/a.pdf">PDF<small>—</small></a>' in page
    assert 'data-there="packs/a.pdf" hidden>有' in page
    assert 'data-absent="packs/a.pdf">无' in page


def test_the_way_is_from_the_page_that_it_stands_on() -> None:
    page = told(PAGE, "hant/downloads.html", {"packs/a.pdf": 2048}.get)
    assert 'data-file="packs/a.pdf" href="../packs/a.pdf">PDF<small>2 KB</small>' in page


def test_a_traditional_page_offers_its_own_copy_where_there_is_one() -> None:
    sizes = {"packs/a.pdf": 2048, "hant/packs/a.pdf": 4096}
    page = told(PAGE, "hant/downloads.html", sizes.get)
    assert 'data-file="packs/a.pdf" href="packs/a.pdf">PDF<small>4 KB</small>' in page
    assert "<small>2 KB</small>" in told(PAGE, "downloads.html", sizes.get)


def test_a_page_is_told_anew_whatever_it_was_told() -> None:
    bare = told(PAGE, "downloads.html", lambda path: None)
    full = told(PAGE, "downloads.html", lambda path: 5000)
    assert bare != full
    assert told(full, "downloads.html", lambda path: None) == bare
    assert told(bare, "downloads.html", lambda path: 5000) == full
