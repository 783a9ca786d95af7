"""The path to a page: 当前位置：首页 > 机关党建 > 正文 -> nothing.

Either it says what it is (您的位置：…), or it begins at 首页, or it ends in 正文.  Where its
last step is a title that stands nowhere else, the title stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.lines import lines_of
from generator.cleaning.settings import CleaningSettings

ARROW = r"(?:[>＞》»›→]|&gt;|/|\\|::|-(?=[>＞ ])|[·•|｜](?= ))"
STEP = r"[^\s>＞》»›→/\\|｜。；]{1,40}"
PLACE = "(?:位置|栏目|频道)"
YOURS = (
    rf"(?:您|你|我)(?:现在|当前|目前)?的?(?:所在|当前|现在)?的?{PLACE}|(?:当前|页面|栏目)(?:所在|"
    rf"的)?{PLACE}"
)
OF_ANYTHING = rf"(?:目前|现在|所在)(?:所在)?的?{PLACE}"  # 所在位置：城关镇 is a project's
PATH = r"[^。；\n]{0,160}"
NAMED = re.compile(
    rf"[\[【(（]?(?:(?:{YOURS})[\]】)）]?[ \u3000]*(?:[:：是为]|(?=[>＞》»›])|"
    rf"(?=[ \u3000](?:网站)?首页)){PATH}"
    rf"|(?:{OF_ANYTHING})[\]】)）]?[ \u3000]*[:：]?[^。；\n]{{0,40}}(?:[>＞》»›→]|首页){PATH})"
)
FROM_HOME = re.compile(
    rf"(?:网站|本站|中心)?(?:首页|主页|首頁|HOME|"
    rf"Home)(?:[ \u3000]*{ARROW}+[ \u3000]*{STEP}(?:[ \u3000]{STEP}){{0,2}}){{1,8}}"
    rf"(?:[ \u3000]*{ARROW}+)?"
)
TO_TEXT = re.compile(
    rf"{STEP}(?:[ \u3000]*[>＞》»›→]+[ \u3000]*{STEP}){{0,8}}[ \u3000]*[>＞》»›→]+[ \u3000]*(?:正"
    rf"文|文章正文|内容|详情|浏览文章|文章内容)"
)
FROM_SITE = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9]{{2,12}}(?:网站?|论坛|文库|门户|社区|大全|空间)"
    rf"(?:[ \u3000]*[>＞»›]+[ \u3000]*(?:{STEP}|《[^《》]{{2,30}}》{STEP})){{1,8}}"
)
LAST_STEP = re.compile(rf".*(?:{ARROW})[ \u3000]*(?P<step>[^>＞》»›→|｜]+)$")
ONLY_STEP = re.compile(r"[^:：]*[:：][ \u3000]*(?P<step>[^>＞》»›→|｜]+)$")  # 当前位置：标题
TITLE = 12  # a last step of more characters may be the title
LONGEST = 200


def is_breadcrumb(words: str) -> bool:
    """Tell whether a line is the path to a page and nothing else."""
    if len(words) > LONGEST:
        return False
    whole = words.strip(" \u3000[]【】•·-*")
    return any(form.fullmatch(whole) for form in (NAMED, FROM_HOME, TO_TEXT, FROM_SITE))


def _stands_again(step: str, known: set[str]) -> bool:
    """Tell whether a step is another line of the page, or one of them with notes behind it."""
    return step in known or any(
        len(each) > TITLE and step.startswith(each) and not step[len(each)].isalnum()
        for each in known
        if each != step
    )


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every path, its line end with it where nothing is left of it."""
    lines = lines_of(text)
    known: set[str] | None = None
    for line in lines:
        if not is_breadcrumb(line.words):
            continue
        last = LAST_STEP.match(line.words) or ONLY_STEP.match(line.words)
        if last and len(last["step"]) > TITLE:
            if known is None:
                known = {each.words for each in lines}
            if not _stands_again(last["step"].strip(), known):
                start = line.start + text[line.start : line.end].rfind(last["step"])
                yield Change(line.start, start, "")
                continue
        yield line.deletion()
