"""Saved pages of many shapes: all of the matter and nothing of what stands round it.

pages/NAME.html is a page, pages/NAME.txt its true text; a line that starts with ? may be taken or
left.  The files are UTF-8; a page is read in the encoding that it declares.
scripts/measure_html.py compares readers on the same pages.
"""

import re
from pathlib import Path

import pytest

from generator.content.importing import import_file
from generator.original import OriginalPart

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
CODECS = {"gb2312": "gb18030", "big5": "big5"}
PROSE = "南湖区认真贯彻条例，延长开放时间，读者普遍满意，全年接待读者两万三千人次。"
MORE = "下一步，将继续把借阅服务送到社区和学校，方便老人和孩子就近借书还书。"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_matter_of_a_page_comes_whole_and_alone(page: Path) -> None:
    lines = page.with_suffix(".txt").read_text("utf-8").splitlines()
    may = {line[1:] for line in lines if line.startswith("?")}
    source = page.read_text("utf-8")
    declared = re.search(r"charset=\W?(gb2312|big5)", source, re.IGNORECASE)
    data = source.encode(CODECS[declared[1].lower()] if declared else "utf-8")
    taken = import_file(page.name, data).text.splitlines()
    assert [line for line in taken if line not in may] == [
        line for line in lines if not line.startswith("?")
    ]


def _page(body: str, head: str = "<title>通知</title>", foot: str = "") -> bytes:
    """Return a page with navigation above and a footer below."""
    return (
        f'<html><head><meta charset="utf-8">{head}</head><body><div class="nav">'
        f'<a href="/">首页</a><a href="/b">公告</a></div><div class="x">{body}</div>'
        f'<div class="footer">版权所有 云溪区图书馆 云ICP备000号</div>{foot}</body></html>'
    ).encode()


def _lines(body: str, head: str = "<title>通知</title>") -> list[str]:
    return import_file("a.html", _page(body, head)).text.splitlines()


@pytest.mark.parametrize(
    "matter",
    [
        ["时间：2023年5月1日上午9:00", "地点：南湖路12号", "主办：区文旅局　承办：区图书馆"],
        ["提供相关资料", "公开相关信息", "推行扫描二维码评议", "开发移动端", "上一条规定的除外"],
        ["位置：三楼东侧", "受理 → 审查 → 决定", "评论员文章", "第一页", "关闭两处阅览室"],
        ["（一）相关制度", "附：名单", "——在全区大会上的讲话", "（2023年5月1日）", "张伟"],
        ["扫描件一式两份", "下载量居全市第一", "来源地：南湖", "大中小学均已开放"],
    ],
)
def test_lines_that_only_look_like_furniture_are_matter(matter: list[str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in matter)
    assert _lines(f"<h1>通知</h1><p>{PROSE}</p>{body}<p>{MORE}</p>") == [
        *("通知", PROSE),
        *matter,
        MORE,
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>根据<a href=1>《水法》</a><a href=2>《防洪法》</a>，制定本办法。</p>",
            ["根据《水法》《防洪法》，制定本办法。"],
        ),
        ("<p>附件：</p><p><a href=a.doc>1.申请表</a></p>", ["附件：", "1.申请表"]),
        ('<p>目录</p><p><a href="#c1">第一章</a></p>', ["目录", "第一章"]),
        ("<div class=lk>云溪区图书馆<br>2023年5月1日</div>", ["云溪区图书馆", "2023年5月1日"]),
    ],
)
def test_links_and_signatures_of_the_matter(body: str, expected: list[str]) -> None:
    assert _lines(f"<h1>通知</h1><p>{PROSE}</p><p>{MORE}</p>{body}") == [
        *("通知", PROSE, MORE),
        *expected,
    ]


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        ("您现在的位置：<a href=/>首页</a> &gt; <a href=/b>公告</a>", "导航"),
        ("当前位置 : <a href=/>网站首页</a> - <a href=/x>材料汇编</a>", "导航"),
        ("<a href=/>云溪网</a>&gt;&gt;<a href=/1>时政</a>&gt;&gt;综合", "导航"),
        ("【打印本页】【关闭窗口】【返回顶部】", "工具栏"),
        ("【字体：<a>大</a> <a>中</a> <a>小</a>】", "工具栏"),
        ("分享到：<a href=#>微信</a><a href=#>新浪微博</a><a href=#>QQ空间</a>", "工具栏"),
        ("浏览次数：1024次", "工具栏"),
        ("上一篇：没有了", "上一篇、下一篇"),
        ("下一篇：<a href=2>关于闭馆的通知</a>", "上一篇、下一篇"),
        ("相关链接：<a href=1>通知二</a> <a href=2>通知三</a>", "相关链接"),
        ("展开全文", "展开和翻页按钮"),
        ("网友评论（36）", "评论"),
        ("网站标识码：0000000001　云ICP备00000000号-1", "页脚"),
        ("标签：<a href=1>监督</a> <a href=2>图书</a>", "标签"),
    ],
)
def test_furniture_inside_the_matter_is_left_with_its_reason(furniture: str, reason: str) -> None:
    page = _page(f"<h1>通知</h1><p>{PROSE}</p><p>{furniture}</p><p>{MORE}</p>")
    imported = import_file("a.html", page)
    assert imported.text == f"通知\n{PROSE}\n{MORE}\n"
    between = len(f"通知\n{PROSE}\n")
    left = [part for part in imported.parts if part.left_out and part.start == between]
    assert [part.reason for part in left] == [reason]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "发布时间：2023-05-01 09:00 来源：区图书馆 浏览次数：23",
            ["2023-05-01 09:00", "区图书馆"],
        ),
        (
            "<span>发布日期：2023-05-01</span><span>来源：区图书馆</span>",
            ["2023-05-01", "区图书馆"],
        ),
        (
            "2023年05月01日09:00　来源：<a href=#>区图书馆</a>　【字号 大 中 小】",
            ["2023年05月01日09:00", "区图书馆"],
        ),
        ("日期：2023/5/1 作者： 点击：23 字体：【大 中 小】", ["2023/5/1"]),
        ("云溪融媒 2023-05-01 07:55", ["2023-05-01 07:55"]),
    ],
)
def test_date_and_source_that_a_page_shows_are_taken_under_the_title(
    line: str, facts: list[str]
) -> None:
    names = ("发布时间", "来源")
    expected = [f"{name}：{fact}" for name, fact in zip(names, facts, strict=False)]
    assert _lines(f"<h1>通知</h1><div>{line}</div><div><p>{PROSE}</p><p>{MORE}</p></div>") == [
        *("通知", *expected),
        *(PROSE, MORE),
    ]


def test_facts_are_left_where_the_text_states_its_date_or_the_page_shows_none() -> None:
    shown = "<h1>通知</h1><div>发布时间：2023-05-03</div>"
    assert _lines(f"{shown}<p>{PROSE}</p><p>{MORE}</p><p>2023年5月1日</p>") == [
        "通知",
        PROSE,
        MORE,
        "2023年5月1日",
    ]
    head = '<meta name="PubDate" content="2023-05-03"><title>通知</title>'
    imported = import_file("a.html", _page(f"<h1>通知</h1><p>{PROSE}</p><p>{MORE}</p>", head))
    assert imported.text == f"通知\n{PROSE}\n{MORE}\n"
    assert "发布时间：2023-05-03" in [part.left_out for part in imported.parts]


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (
            "<title>关于闭馆的公告_云溪区图书馆</title>",
            "<h1>云溪区图书馆</h1><b>关于闭馆的公告</b>",
        ),
        (
            "<title>云溪区图书馆 - 通知公告 - 关于闭馆的公告</title>",
            "<i>通知公告</i><div>关于闭馆的公告</div>",
        ),
        ('<meta name="ArticleTitle" content="关于闭馆的公告"><title>x</title>', ""),
        (
            '<meta property="og:title" content="关于闭馆的公告">',
            "<p>今天是五月一日</p><h2>关于闭馆的公告</h2>",
        ),
    ],
)
def test_the_title_stands_first(head: str, above: str) -> None:
    body = f'<div class="top">{above}</div><div><p>{PROSE}</p><p>{MORE}</p></div>'
    assert _lines(body, head) == ["关于闭馆的公告", PROSE, MORE]


def _codes(page: bytes) -> list[str]:
    return [doubt.code for doubt in import_file("a.html", page).doubts]


def test_what_is_left_and_reads_like_matter_is_a_doubt() -> None:
    hidden = f'<div style="display:none"><p>{PROSE}{MORE}</p></div>'
    comment = f'<div class="comments"><p>{PROSE}{MORE}</p></div>'
    short = '<div class="comments"><p>办得好，希望每周都有。</p></div>'
    matter = f"<h1>通知</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p>"
    assert _codes(_page(matter)) == []
    assert _codes(_page(matter + hidden)) == ["I-001"]
    assert _codes(_page(f"<div>{matter}</div>{comment}")) == ["I-005"]
    assert _codes(_page(f"<div>{matter}</div>{short}")) == []
    picture = '<p><img src="a.jpg" alt="现场"></p>'
    icon = '<p><img src="icon.gif" width="16"></p>'
    assert _codes(_page(matter.replace("</h1>", f"</h1>{picture}{icon}"))) == ["I-004"]


def test_a_page_that_shows_its_matter_by_script_only() -> None:
    hidden = f'<div style="display:none"><p>{PROSE}{MORE}</p></div>'
    imported = import_file("a.html", _page(f"<h1>通知</h1>{hidden}"))
    assert imported.text == f"通知\n{PROSE}{MORE}\n"
    script = f"<script>var text = '{(PROSE + MORE) * 8}';</script>"
    assert _codes(_page("<h1>通知</h1>" + script)) == ["I-005"]
    frames = b'<frameset><frame src="menu.htm"><frame src="main.htm"></frameset>'
    assert _codes(b"<h1>A</h1>" + frames) == ["I-005", "I-005"]


def test_every_part_of_a_page_is_on_the_record() -> None:
    page = PAGES[0].read_bytes()
    imported = import_file("a.html", page)
    taken = [imported.text[part.start : part.end] for part in imported.parts if not part.reason]
    assert "".join(f"{line}\n" for line in taken) == imported.text
    left = {part.left_out: part.reason for part in imported.parts if part.reason}
    assert left["您现在的位置：首页\xa0>\xa0政务公开\xa0>\xa0工作报告"] == "导航"
    assert left["上一篇：云溪区召开安全生产调度会"] == "上一篇、下一篇"
    assert left["请输入关键字"] == "表单"
    assert all(isinstance(part, OriginalPart) and part.place for part in imported.parts)


def test_facts_right_above_the_matter_are_taken_where_no_line_is_the_title() -> None:
    menu = "".join(f"<p><a href='/{n}'>栏目{n}</a></p>" for n in range(9))
    facts = "<p>来源:青石县图书局发布时间:2023-05-09 09:12浏览量:字体:</p>"
    body = f"{menu}{facts}<p>{PROSE}</p><p>{MORE}</p>"
    taken = import_file("a.html", _page(body, head="<title>青石县门户网站</title>")).text
    assert "发布时间：2023-05-09" in taken
    assert "来源：青石县图书局" in taken


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("更新时间：2023-05-09 浏览次数：3", "更新时间：2023-05-09"),
        ("发布时间：2023-05-01 更新时间：2023-05-09", "发布时间：2023-05-01"),
    ],
)
def test_a_page_is_dated_by_its_change_only_where_it_does_not_say_when_it_was_put_up(
    line: str, date: str
) -> None:
    taken = import_file("a.html", _page(f"<h1>通知</h1><p>{line}</p><p>{PROSE}</p>")).text
    assert [each for each in taken.splitlines() if "时间：" in each] == [date]
