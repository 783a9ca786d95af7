"""A page's traditional form: what is converted, what stays to the letter, where links lead."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.outputs.hant.converted_page import PageConverter
from generator.outputs.hant.mirror import Mirror
from generator.outputs.hant.segments import SegmentConverter
from generator.text.traditional import Converter

MIRROR = Mirror("hant", frozenset({"index.html", "a/1.html", "a/2.html", "search.html"}))
CONVERTER = PageConverter(MIRROR, SegmentConverter(Converter(["发挥部门"])))


def turned(html: str, page: str = "a/1.html") -> str:
    return CONVERTER.page(html, page)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>领导干部</p>", "<p>領導幹部</p>"),
        ("<p>领导干<mark>部</mark>发<b>现</b></p>", "<p>領導幹<mark>部</mark>發<b>現</b></p>"),
        ("<b>发</b><b>型</b>", "<b>髮</b><b>型</b>"),
        ("<p>发</p><p>型</p>", "<p>發</p><p>型</p>"),
        ('<img alt="发展" title="联系">', '<img alt="發展" title="聯繫">'),
        ('<button aria-label="关闭">关</button>', '<button aria-label="關閉">關</button>'),
        ('<i data-key="发展" id="发展">x</i>', '<i data-key="发展" id="发展">x</i>'),
        ("<script>var a = '发展<b>';</script>", "<script>var a = '发展<b>';</script>"),
        ("<style>p::after{content:'发'}</style>", "<style>p::after{content:'发'}</style>"),
        ("<!-- 发展 -->", "<!-- 发展 -->"),
        ("<p>a &lt; 干部 &amp; &#39;</p>", "<p>a &lt; 幹部 &amp; &#39;</p>"),
        ('<html lang="zh-Hans">', '<html lang="zh-Hant">'),
        (
            '<body data-root="../" class="x">',
            '<body data-root="../../" data-pages="../" class="x">',
        ),
        ('<a href="2.html#s1">', '<a href="2.html#s1">'),
        ('<a href="../index.html?q=1">', '<a href="../index.html?q=1">'),
        ('<a href="#s1">', '<a href="#s1">'),
        ('<a href="../packs/a-1.pdf">', '<a href="../../packs/a-1.pdf">'),
        ('<a href="https://example.cn/a">', '<a href="https://example.cn/a">'),
        ('<link rel="icon" href="data:,">', '<link rel="icon" href="data:,">'),
        ('<script src="../assets/a.js"></script>', '<script src="../../assets/a.js"></script>'),
    ],
)
def test_before_and_after(before: str, after: str) -> None:
    assert turned(before) == after


def test_pages_at_the_root() -> None:
    body = turned('<body data-root="">', "index.html")
    assert body == '<body data-root="../" data-pages="">'
    assert turned('<a href="a/1.html">', "index.html") == '<a href="a/1.html">'
    assert turned('<a href="data/a.json">', "index.html") == '<a href="../data/a.json">'


def test_the_switch_leads_back_to_the_same_page() -> None:
    switch = '<a class="kb-tool" id="kb-script" href="../hant/a/1.html">繁</a>'
    assert 'href="../../a/1.html"' in turned(switch)
    assert 'hreflang="zh-Hans"' in turned(switch)
    assert 'href="../index.html"' in turned(switch, "index.html")


def test_a_guarded_term_is_kept_whole_on_pages() -> None:
    assert turned("<p>发挥<b>部门</b>作用</p>") == "<p>發揮<b>部門</b>作用</p>"


class Skeleton(HTMLParser):
    """Collects everything but the words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, [each for each in attrs if each[0] in {"id", "class", "href"}]))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found.append(len(data))


TEXTS = st.text(alphabet="干部发现后里a&;<> \n，", max_size=12)


@given(st.lists(st.tuples(st.sampled_from(["p", "b", "span", "li"]), TEXTS), max_size=12))
def test_tags_and_ids_never_change(pieces: list[tuple[str, str]]) -> None:
    html = "".join(
        f'<{tag} id="s{n}" class="k">{re.sub("[<>&]", "，", text)}</{tag}>'
        for n, (tag, text) in enumerate(pieces)
    )
    before, after = Skeleton(), Skeleton()
    before.feed(html)
    after.feed(turned(html))
    assert before.found == after.found


SHARED = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>\n",
            "干部发",
            "现",
            "<b>",
            "</b>",
            ' 12<i title="发展">里</i>',
            '<li class="x">后',
            '<a href="2.html#s">发</a>',
            '<img alt="干部" src="../x.png">',
        ]
    ),
    max_size=8,
)


@example(["干部发"], [' 12<i title="发展">里</i>', "<p>", "干部发"], "index.html")
@given(SHARED, SHARED, st.sampled_from(["index.html", "a/1.html"]))
def test_what_was_converted_before_changes_nothing(
    one: list[str], other: list[str], page: str
) -> None:
    """Pages share their pieces; each comes out as if it were the only one."""
    alone = PageConverter(MIRROR, SegmentConverter(Converter()))
    together = PageConverter(MIRROR, SegmentConverter(Converter()))
    together.page("".join(one), "a/2.html")
    together.page("".join(one), page)
    html = "".join(other)
    assert together.page(html, page) == alone.page(html, page)
