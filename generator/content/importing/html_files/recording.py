"""A page's source -> the text taken from it, and the record of what was left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.content.importing.html_files.furniture import links_only
from generator.content.importing.html_files.main_matter import Choice, choose
from generator.content.importing.html_files.page_lines import letters, page_lines
from generator.content.importing.html_files.page_tree import page_tree
from generator.content.importing.html_files.stated_facts import (
    DATE,
    Fact,
    Head,
    page_head,
    plain,
)
from generator.content.importing.imported import Imported, Intake

READER = "resiliparse"
IDEOGRAPHS = re.compile("[\u4e00-\u9fff]")
MATTER = 40  # ideographs in sentences: so much that is left out is told
OF_SCRIPTS = 400  # the same in a script, where messages to the reader stand too
ALONE_DATE = re.compile(
    rf"[（(]?(?:{DATE}|[一二三四五六七八九〇○Ｏ0零O]{{4}}年[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?"
    r"|\d{4}年\d{1,2}月)[）)]?"
)
EDGE_LINES = 6  # lines at the head and at the end where a text states its own date
SHOWN = 30  # letters of what was left out that its finding quotes
UNREAD = ("hidden", "noscript", "form")
DATES = ("发布时间", "更新时间", "成文日期")
AS_PAGES_SAY = (*DATES, "来源", "发文机关", "发文字号")


def page_imported(source: str) -> Imported:
    """Return the matter of a page, title first, and all that was met."""
    root = page_tree(source)
    head = page_head(root)
    choices = choose(root, page_lines(root), head)
    return _Record(choices, head).imported()


class _Record:
    """Takes and leaves the lines of one page, in order."""

    def __init__(self, choices: Sequence[Choice], head: Head) -> None:
        self._choices = _with_hidden_matter(choices)
        self._head = head
        self._intake = Intake(READER)
        self._end = 0

    def imported(self) -> Imported:
        """Return the text and its record."""
        titled = any(each.title for each in self._choices)
        for fact in self._head.facts:
            self._intake.leave(
                "网页头部", "metadata", f"{fact.name}：{fact.words}", "网页的说明信息"
            )
        if not titled and self._head.sure_title and not self._states(self._head.sure_title):
            self._take("网页头部", "title", self._head.sure_title)
        facts = list(self._wanted_facts())
        if not titled:
            self._take_facts(facts)
        last_title = max((n for n, each in enumerate(self._choices) if each.title), default=-1)
        for number, choice in enumerate(self._choices):
            self._record(choice)
            if number == last_title:
                self._take_facts(facts)
        self._tell_of_scripts()
        return self._intake.imported()

    def _record(self, choice: Choice) -> None:
        line = choice.line
        if not choice.reason:
            self._take(line.place, "heading" if choice.title else line.kind, line.words)
            return
        if line.kind == "script" and not _reads_like_matter(line.words, OF_SCRIPTS):
            self._intake.leave(line.place, line.kind, "", line.unseen)
            return
        self._intake.leave(line.place, line.kind, line.words, choice.reason)
        if line.kind == "picture" and choice.in_main:
            about = f"（说明：{line.words[:SHOWN]}）" if line.words else ""
            self._doubt("I-004", f"网页里的{line.place}{about}没有读")
        elif line.kind == "frame" and line.words and self._end < MATTER:
            self._doubt("I-005", f"正文可能在框架文件 {line.words[:60]} 里，没有读")
        elif _may_be_matter(choice):
            code = "I-001" if line.kind in UNREAD else "I-005"
            self._doubt(code, f"略去的文字像是正文（{choice.reason}）：{_short(line.words)}")

    def _take(self, place: str, kind: str, words: str) -> None:
        start = self._intake.take(place, kind, words)
        self._end = start + len(words) + 1

    def _doubt(self, code: str, message: str) -> None:
        self._intake.doubt(code, self._end, self._end, message)

    def _states(self, title: str) -> bool:
        """Tell whether the first lines taken say the title."""
        taken = "".join(plain(each.line.words) for each in self._taken()[:EDGE_LINES])
        return plain(title) in taken

    def _taken(self) -> list[Choice]:
        return [each for each in self._choices if not each.reason]

    def _wanted_facts(self) -> Iterator[tuple[str, Fact]]:
        """Yield the facts that the page shows and its text does not state itself."""
        taken = [each.line.words.strip() for each in self._taken()]
        edges = taken[:EDGE_LINES] + taken[-EDGE_LINES:]
        dated = any(ALONE_DATE.fullmatch(plain(line)) for line in edges)
        text = plain("".join(taken))
        known: set[str] = set()
        if any(fact.name == "发布时间" for each in self._choices for fact in each.facts):
            known.add("更新时间")  # when it was put up says more
        for choice in self._choices:
            for fact in choice.facts:
                dates = fact.name in DATES
                stated = dated if dates or fact.name == "来源" else plain(fact.words) in text
                if fact.name in AS_PAGES_SAY and fact.name not in known and not stated:
                    known.add(fact.name)
                    yield choice.line.place, fact

    def _take_facts(self, facts: Sequence[tuple[str, Fact]]) -> None:
        for place, fact in facts:
            self._take(place, "metadata", f"{fact.name}：{fact.words}")

    def _tell_of_scripts(self) -> None:
        """Doubt a page whose scripts hold more of what reads like a text than its matter does."""
        taken = sum(len(IDEOGRAPHS.findall(each.line.words)) for each in self._taken())
        for choice in self._choices:
            words = choice.line.words
            if choice.line.kind == "script" and _reads_like_matter(words, max(taken, OF_SCRIPTS)):
                self._doubt(
                    "I-005",
                    "正文可能在网页的脚本里，没有读；请在浏览器里打开后全选复制，存为纯文本",
                )


def _with_hidden_matter(choices: Sequence[Choice]) -> list[Choice]:
    """Take what a page hides where it shows no sentence at all: scripts would have shown it."""
    taken = sum(each.line.letters for each in choices if not each.reason)
    hidden = [
        each for each in choices if each.line.kind in UNREAD and _reads_like_matter(each.line.words)
    ]
    if taken > MATTER or not hidden:
        return list(choices)
    return [
        Choice(each.line, in_main=True) if each.line.kind in UNREAD else each for each in choices
    ]


def _may_be_matter(choice: Choice) -> bool:
    """Tell whether what is left out reads like matter."""
    line = choice.line
    told = line.kind not in ("script", "picture", "icon") and choice.reason != "页脚"
    return told and not links_only(line) and _reads_like_matter(line.words)


def _reads_like_matter(words: str, least: int = MATTER) -> bool:
    """Tell whether words are sentences of some length."""
    return "。" in words and len(IDEOGRAPHS.findall(words)) >= least


def _short(words: str) -> str:
    words = " ".join(words.split())
    return f"{words[:SHOWN]}……（共{letters(words)}字）" if len(words) > SHOWN else words
