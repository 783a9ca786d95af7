"""Pages that share a frame come out as if each had been rendered by itself."""

from __future__ import annotations

from markupsafe import Markup, escape

from generator.outputs.site.framing import Frames
from generator.outputs.site.pages import SitePage
from generator.outputs.site.views.report import OutlineEntry


def page(address: str, title: str, *outline: str, kind: str = "report") -> SitePage:
    lines = tuple(OutlineEntry(f"#{each}", 1, each) for each in outline)
    return SitePage(address, title, kind, lambda: None, lines)


def outline(page: SitePage) -> Markup:
    return Markup("").join(Markup("<li>{}</li>").format(each.text) for each in page.outline)


class Theme:
    """A frame as a template gives it; counts the pages that it has rendered in full."""

    def __init__(self, counting: bool = False) -> None:
        self.rendered = 0
        self.counting = counting
        self.frames = Frames(frozenset({"reports/index.html"}), outline)

    def render(self, page: SitePage, body: str) -> str:
        self.rendered += 1
        mine = f"<i>{self.rendered}</i>" if self.counting else ""
        lines = self.frames.outline_of(page) if page.outline else "none"
        return (
            f"<title>{escape(page.title)}</title>{page.root}<a href='hant/{page.address}'>"
            f"{lines}{mine}<main>{body}</main>"
        )

    def framed(self, page: SitePage, body: str) -> str:
        return self.frames.framed(page, Markup(body), self.render)


PAGES = [
    page("reports/1.html", "甲", "一", "二"),
    page("reports/2.html", "<乙>", "三 & 四"),
    page("reports/3.html", "丙"),
    page("reports/4.html", "丁", "五"),
    page("reports/index.html", "报告"),
    page("s.html", "戊", kind="law"),
    page("reports/5.html", "己", "六"),
    page("reports/6.html", "庚", "七"),
    page("reports/07/1.html", "辛", "八"),
    page("reports/07/2.html", "壬", "九"),
    page("reports/96/3.html", "癸", "十"),
]


def test_every_page_has_its_own_words_in_the_frame() -> None:
    theme, plain = Theme(), Theme()
    for number, each in enumerate(PAGES):
        body = f"<p>{number}</p>"
        assert theme.framed(each, body) == plain.render(each, body)


def test_a_frame_is_rendered_a_few_times_however_many_pages_have_it() -> None:
    theme = Theme()
    for number in range(50):
        theme.framed(page(f"reports/{number}.html", f"第{number}篇", "一"), "")
    assert theme.rendered == 3  # once with marks, twice to see that the marks do


def test_folders_of_many_reports_share_their_frame() -> None:
    theme = Theme()
    for number in range(50):
        theme.framed(page(f"reports/{number:02}/{number}.html", f"第{number}篇", "一"), "")
    assert theme.rendered == 3


def test_a_frame_that_says_something_else_of_each_page_is_not_shared() -> None:
    theme = Theme(counting=True)
    said = [theme.framed(page(f"reports/{n}.html", "报告", "一"), "") for n in range(5)]
    assert len(set(said)) == 5
