"""The words that name what an office's text is: the head of its title, which stands at its end."""

from __future__ import annotations

import re

GENRES: tuple[tuple[str, str], ...] = (
    (
        "对照检查材料",
        r"对照(?:检查|检视)(?:剖析)?(?:发言)?(?:材料|提纲|报告|情况)?|(?:检视|对照)?剖析(?:材料"
        r"|报告|发言|提纲)"
        r"|(?:自我|个人)(?:检查|检视|剖析)(?:材料|报告|提纲)?|党性分析(?:材料|报告)?"
        r"|(?:民主|组织)生活会[^\n，。]{0,12}(?:发言|材料|提纲|发言材料)",
    ),
    (
        "调研",
        r"(?:调研|调查|考察|走访)(?:工作)?(?:情况)?(?:的)?(?:报告|材料|文章|情况)?|(?:调查"
        r"|调研)与思考",
    ),
    (
        "讲话",
        r"讲话|发言|致辞|致词|讲稿|党课|主持词|演讲|宣讲|讲课|寄语|开幕词|闭幕词|贺词|献词|授课"
        r"|报告会上的报告",
    ),
    ("总结", r"总结|小结|回顾"),
    ("通报", r"通报"),
    ("报告", r"报告|汇报|工作情况|情况"),
    (
        "方案",
        r"方案|计划|要点|预案|规划|路线图|任务书|任务清单|任务分解|工作重点|工作安排|工作思路|工作打算",
    ),
    ("制度", r"制度|办法|规定|细则|规则|规程|守则|章程|规范|公约|管理标准"),
    (
        "论述",
        r"(?:研究|思考|分析|探讨|探索)[与和及](?:建议|思考|对策|启示|实践|探讨)|"
        r"论述|述评|评论|解读|体会|心得|感悟|感想|思考|认识|研究|探析|浅析|浅谈|刍议|探讨"
        r"|对策建议|意见建议|分析"
        r"|论文|的(?:构建|建构)|启示|路径|进路|策略|展望|构想|反思|对策|读后感|随笔|论析|探索",
    ),
    ("新闻", r"纪实|侧记|见闻|走笔|专访|快讯|简讯|报道|特写|综述"),
)
OTHERS = (
    r"通知|意见|决定|决议|命令|公告|通告|批复|请示|函|纪要|条例|准则"
    r"|(?<![办做方手打说看想书语司执])法|公报|倡议书|建议|说明|名单|清单|规约|承诺书|责任书|议案"
    r"|须知|注意事项|(?<=[的与和])要求"
    r"|[开问谢封贺扬荐绍请]信|[议证请诉告约]书|提案|公示|汇编|选编|文集|细目|指南|指引"
)
"""Other kinds of texts that offices write; they have a name, but no genre of ours."""

LONGEST_TITLE = 160
_BEHIND = (
    r"(?:(?:材料|稿|文稿|提纲|摘要|摘编|节选|初稿|全文|文章|方面论文|论文)?(?:范文|例文|模板|汇编|选编|合集|集锦){0,3})"
    r"(?:[（(【\[][^（）()【】\[\]]{1,40}[）)】\]]|[之]?[一二三四五六七八九十]|\d{1,2}|[.．…]){0,3}"
)
_LAST = [(name, re.compile(rf"(?:{words}){_BEHIND}$")) for name, words in (*GENRES, ("", OTHERS))]
_BEFORE = re.compile(
    r"(?:20\d\d年度?)?(?:专题)?(?P<kind>(?:调研|调查|考察|述职|自查|工作)报告|工作(?:汇报|总结|方案)|实施方案|心得体会"
    r"|讲话稿|发言材料|通报|党课)\s*[:：]"
)
"""A kind of text before the title proper: 调研报告：…的对策建议."""

_FIRST = re.compile(r"^(?:试?论(?![文坛述证语])|略论|浅议|浅论|浅谈|浅析|也谈|谈谈|漫谈|学习《)")
_ISSUED = re.compile(
    r"(?:印发|转发|公布|发布|批转|颁布|实施|执行)(?P<what>.{3,80}?)的(?:通知|决定|公告|命令|通告"
    r"|令)$"
)
_TOLD = re.compile(r"^[^关]{0,24}通报(?:了)?(?:\d|[一二三四五六七八九十]|多|近期|几|一批|典型)")
_SUBTITLE = re.compile(r"^(?P<main>.{4,}?)(?:——|--|―|─)(?P<sub>.{3,})$")
_OF_PAPER = re.compile(r"^基于|(?:视角|视域|为例|为中心)(?:[（(][^（）()]*[）)])?$")
"""A subtitle that only papers have: ——以青石市为例."""

_TRAILING = re.compile(r"\s*[（(【\[〔][^（）()【】\[\]〔〕]{1,40}[）)】\]〕]\s*$")


def genre_of_title(title: str) -> tuple[str, bool]:
    """Return the genre that a title names, and whether it names a kind of text at all.

    What is issued by a notice counts: 关于印发《…办法》的通知 is a 制度.  A subtitle counts
    where the title proper names none, or where it tells of a speech: ——在…会上的讲话.
    """
    if len(title) > LONGEST_TITLE:
        return "", False
    if match := _BEFORE.match(title):
        return _last_word(match["kind"]) or "", True
    title = re.sub(r"\s+", "", title).strip("《》【】")
    match = _SUBTITLE.match(title)
    if match is None:
        return _named(title)
    main, sub = match["main"], match["sub"]
    if _OF_PAPER.search(sub):
        return "论述", True
    for genre, named in map(_named, (sub, main) if sub.startswith("在") else (main, sub)):
        if genre:
            return genre, named
    return "", _named(main)[1] or _named(sub)[1]


def _named(title: str) -> tuple[str, bool]:
    """Return what a title without a subtitle names."""
    bare = _TRAILING.sub("", title)
    if match := _ISSUED.search(bare):
        return _last_word(match["what"].strip("《》〈〉“”")) or "", True
    if _TOLD.match(bare) and bare.endswith("情况"):
        return "通报", True
    found = _last_word(bare)
    if found is None and bare != title:
        found = _last_word(title)
    if found is not None:
        return found, True
    if _TOLD.match(title):
        return "通报", True
    if _FIRST.match(title):
        return "论述", True
    return "", False


def is_named(title: str) -> bool:
    """Tell whether a line ends in the name of a kind of text, as a whole title does."""
    return genre_of_title(title)[1]


def _last_word(title: str) -> str | None:
    """Return the genre whose word stands last, the longest one of them; None where none does."""
    found = [(match.start(), at) for at, match in enumerate(_matches(title)) if match]
    return _LAST[min(found)[1]][0] if found else None


def _matches(title: str) -> list[re.Match[str] | None]:
    return [pattern.search(title) for _, pattern in _LAST]
