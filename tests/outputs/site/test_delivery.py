"""Our style sheets and scripts as pages load them: all there, valid, and light."""

from __future__ import annotations

import gzip

import pytest

from generator.outputs.shared.page_templates import THEME
from generator.outputs.site.delivery import (
    ALONE,
    JOINED,
    STYLE,
    STYLES,
    delivered,
    is_ours,
)

RAW, GZIPPED = 60_000, 20_000  # bytes: the budget of our style sheets and scripts on a page
EVERYWHERE = (STYLE, "assets/js/site.js", "assets/js/theme.js", "assets/js/palette.js")


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    paths = (path.relative_to(THEME).as_posix() for path in THEME.rglob("assets/*/*"))
    return {path: (THEME / path).read_text("utf-8") for path in sorted(paths) if is_ours(path)}


@pytest.fixture(scope="module")
def files(sources: dict[str, str]) -> dict[str, str]:
    return delivered(sources)


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(("css/lists.css",), id="a list, an authored page"),
        pytest.param(("css/home.css",), id="the first page"),
        pytest.param(("css/pair.css", "js/pair.js"), id="two pages side by side"),
        pytest.param(
            ("js/search-engine.js", "js/search.js", "js/search-page.js"),
            id="search",
        ),
        pytest.param(
            ("css/edition.css", "css/article.css", "js/text.js", "js/article-tools.js"),
            id="an article",
        ),
        pytest.param(("css/edition.css", "js/text.js", "js/following.js"), id="the full text"),
        pytest.param(
            ("css/report.css", "js/text.js", "js/report.js", "js/following.js"),
            id="a report, a law",
        ),
        pytest.param(("css/lists.css", "css/apparatus.css", "js/table-filter.js"), id="apparatus"),
        pytest.param(("css/coverage.css",), id="coverage"),
        pytest.param(
            ("css/lists.css", "css/report-list.css", "js/report-list.js"), id="the list of reports"
        ),
        pytest.param(("css/lists.css", "css/print-pack.css", "js/pack-builder.js"), id="packs"),
    ],
)
def test_what_a_page_loads_of_ours_is_within_the_budget(
    own: tuple[str, ...], files: dict[str, str]
) -> None:
    loaded = [files[path].encode() for path in (*EVERYWHERE, *(f"assets/{each}" for each in own))]
    assert sum(map(len, loaded)) <= RAW
    assert sum(len(gzip.compress(each, 9)) for each in loaded) <= GZIPPED


def test_what_pages_load_is_few_files(files: dict[str, str], sources: dict[str, str]) -> None:
    assert sorted(files) == sorted([STYLE, *JOINED, *ALONE])
    assert len(sources) == len(STYLES) + sum(map(len, JOINED.values())) + len(ALONE)


def test_no_page_carries_what_answers_a_search_before_someone_searches(
    files: dict[str, str],
) -> None:
    for words in ("没有找到", "kbShard", 'normalize("NFKC")'):
        assert not any(words in files[path] for path in EVERYWHERE), words


def test_words_for_readers_come_through(files: dict[str, str], sources: dict[str, str]) -> None:
    for word in ("笔记，只存在这台电脑上", "检索用的脚本读不出来", "夜间", "本条笔记"):
        assert any(word in text for text in sources.values()), word
        assert any(word in text for text in files.values()), word


def test_no_source_is_longer_for_being_delivered(
    files: dict[str, str], sources: dict[str, str]
) -> None:
    for path in ALONE:
        assert len(files[path]) < len(sources[path])


def test_a_broken_source_stops_the_build(sources: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not valid"):
        delivered({**sources, "assets/js/theme.js": "(() => { const"})


def test_the_same_sources_give_the_same_files(
    files: dict[str, str], sources: dict[str, str]
) -> None:
    assert delivered(sources) == files


def test_nothing_newer_than_es2018_is_written(sources: dict[str, str]) -> None:
    text = "const a = window.b == null ? 1 : window.b;\nwindow.c = window.d && window.d.e;\n"
    made = delivered({**sources, "assets/js/theme.js": text})["assets/js/theme.js"]
    assert "??" not in made
    assert "?." not in made
