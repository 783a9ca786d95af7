"""Pages in Markdown: read by a parser they say the text to the letter, and their links lead on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator import addresses
from generator.content import load_content
from generator.model import Library
from generator.outputs.markdown import markdown_files
from generator.outputs.markdown.writing import escaped, heading, items, link
from generator.outputs.shared.printed_title import title_lines
from generator.outputs.site.pages import site_pages
from generator.recipe import build_library
from tests.conftest import HOSTILE, Built

COMMON = MarkdownIt("commonmark")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CALL = re.compile(r"\[\^\d+\]")


def blocks(text: str, reader: MarkdownIt = COMMON) -> list[tuple[str, str]]:
    """Return the kind of element and the words of every block that has words."""
    found, kinds = [], [""]
    for token in reader.parse(text):
        if token.nesting == 1:
            kinds.append(token.tag)
        elif token.nesting == -1:
            kinds.pop()
        elif token.type == "inline":
            found.append((kinds[-1], "".join(map(_words, token.children or ()))))
        else:
            found.append((token.type, token.content))
    return found


def _words(token: Token) -> str:
    if token.type in ("text", "link_open", "link_close"):
        return token.content
    assert token.type in ("softbreak", "hardbreak"), token.type
    return "\n"


MARKS = "\\`*_{}[]()<>#+-.!|~&=:;\"'/^$ 0123456789ab中“。\t\u3000"


@given(st.text(st.sampled_from(MARKS) | st.characters(codec="utf-8"), max_size=30))
@settings(max_examples=60)
def test_any_line_reads_back_as_it_is(line: str) -> None:
    wanted = re.sub("[\r\n\x0b\x0c]", " ", line).replace("\0", "\ufffd").strip()
    for reader in (COMMON, GITHUB):
        assert blocks(escaped(line), reader) == ([("p", wanted)] if wanted else [])
        if wanted:
            assert blocks(heading(2, line), reader) == [("h2", wanted)]
            assert blocks(items([escaped(line)]), reader) == [("p", wanted)]
            assert blocks(link(line, "a/b.md", "c.md"), reader) == [("p", wanted)]


@pytest.fixture(scope="module", params=["library", "law", "hostile", "caiyuan"])
def shown(request: pytest.FixtureRequest) -> Library:
    if request.param in ("hostile", "caiyuan"):
        return build_library(load_content(HOSTILE.parent / request.param))
    found: Library = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def files(shown: Library) -> dict[str, str]:
    return dict(markdown_files(shown))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_reports_read_back_to_the_letter(shown: Library, files: dict[str, str]) -> None:
    for report in shown.reports:
        page = addresses.markdown(addresses.report(report.piece.id, shown))
        told = [words for kind, words in blocks(files[page]) if kind != "li"]
        wanted = lines(report.piece.text)[title_lines(report) :]
        assert told[2 : 2 + len(wanted)] == wanted
        assert [each for each in told[2 + len(wanted) :] if not _about(each)] == []


def _about(words: str) -> bool:
    return words.startswith("关联的条文") or bool(
        re.search("[做问措认其][法题施识他]\\d+处$", words)
    )


def test_editions_read_back_to_the_letter(shown: Library, files: dict[str, str]) -> None:
    for collation in shown.every_collation:
        edition = collation.edition
        page = addresses.markdown(addresses.full_text(edition.base.id))
        told = [re.sub(r"\s", "", words) for _, words in blocks(files[page])]
        wanted = [*edition.preamble]
        for part in edition.parts:
            wanted += [part.label + part.heading, *part.paragraphs]
            for each in part.articles:
                first, *rest = each.text.split("\n")
                wanted += [each.label + first, *rest]
        wanted = [re.sub(r"\s", "", each) for each in wanted if each]
        start = told.index(wanted[0])
        assert told[start : start + len(wanted)] == wanted


def test_articles_read_back_and_have_a_note_for_each_variant(
    shown: Library, files: dict[str, str]
) -> None:
    for collation in shown.every_collation:
        edition = collation.edition
        for article in edition.articles:
            text = files[addresses.markdown(addresses.article(edition.base.id, article))]
            told = [re.sub(r"\s", "", CALL.sub("", words)) for _, words in blocks(text)]
            first, *rest = article.text.split("\n")
            wanted = [re.sub(r"\s", "", each) for each in (article.label + first, *rest)]
            assert told[2 : 2 + len(wanted)] == wanted
            variants = [each for each in collation.apparatus if each.article == article.number]
            calls = [int(each[2:-1]) for each in CALL.findall(text.split("\n[^1]:")[0])]
            assert sorted(calls) == list(range(1, len(variants) + 1))
            for number, variant in enumerate(variants, 1):
                (note,) = [each for each in text.split("\n") if each.startswith(f"[^{number}]:")]
                assert escaped(variant.reason) in note


def test_a_number_stands_behind_the_words_chosen(library: Library) -> None:
    files = dict(markdown_files(library))
    (collation,) = library.collations
    for article in collation.edition.articles:
        page = addresses.markdown(addresses.article(collation.edition.base.id, article))
        told = [words for _, words in blocks(files[page])]
        variants = [each for each in collation.apparatus if each.article == article.number]
        text = "\n".join(told[2 : 3 + article.text.count("\n")])
        for number, variant in enumerate(variants, 1):
            before = CALL.sub("", text[: text.index(f"[^{number}]")])
            assert before == article.label + article.text[: variant.at_end]


def test_every_link_leads_to_a_file_of_the_site(built: Built, built_law: Built) -> None:
    for site in (built.site, built_law.site):
        found = sorted([*site.rglob("*.md"), site / "llms.txt"])
        for path in found:
            for token in COMMON.parse(path.read_text("utf-8")):
                for child in token.children or ():
                    target = str(child.attrs.get("href", "")).partition("#")[0]
                    assert not target or (path.parent / target).exists(), (path, target)


def test_pages_with_text_have_it_beside_them(shown: Library, files: dict[str, str]) -> None:
    kinds = {"home", "full_text", "article", "apparatus", "report", "reports", "law", "laws"}
    wanted = {each.address for each in site_pages(shown) if each.kind in kinds | {"authored"}}
    assert {addresses.markdown(each) for each in wanted} <= files.keys()


def test_llms_txt_has_the_form_of_its_specification(shown: Library, files: dict[str, str]) -> None:
    """llmstxt.org: an H1, a blockquote, text without headings, then H2 with lists of links."""
    tokens = COMMON.parse(files["llms.txt"])
    kinds = [each.tag for each in tokens if each.level == 0 and each.nesting == 1]
    assert kinds[:2] == ["h1", "blockquote"]
    first = kinds.index("h2")
    assert set(kinds[2:first]) <= {"p"}
    assert kinds[first:] == ["h2", "ul"] * (len(kinds[first:]) // 2)
    for each in tokens:
        if each.type == "inline" and each.level == 3 and each.children:
            assert each.children[0].type == "link_open", each.content
    named = {str(c.attrs["href"]) for t in tokens for c in t.children or () if "href" in c.attrs}
    for collation in shown.collations:
        base = collation.edition.base.id
        assert {
            addresses.markdown(addresses.article(base, a)) for a in collation.edition.articles
        } <= named
    assert {p for p in named if not p.startswith("data/")} <= files.keys()


def test_large_lists_come_in_sheets(law: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.outputs.markdown import lists

    monkeypatch.setattr(lists, "OF_A_SHEET", 1)
    files = dict(markdown_files(law))
    first, second = files["reports/index.md"], files["reports/index-2.md"]
    assert "index-2.md" in first
    assert "index.md" in second
    for at, text in enumerate((first, second)):
        name = f"{law.reports[at].piece.id}.md"
        assert name in text
