"""What a reader is told of a finding: what was noticed, and what to make of it.

`check` speaks to the maintainer, with code, file and line; the pages speak to people who read and
quote.  Every code has its words here; `Finding.details` holds what they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.model import Finding
from generator.text.quoting import quoted

Section = Literal["articles", "missing", "words", "numbers", "quoting", "copies", "keeper"]

SECTIONS: dict[Section, tuple[str, str]] = {
    "articles": ("条文", "条文的文字、条号有拿不准的地方，引用前请查原件。"),
    "missing": ("收得不全", "有些文字没有收进来，读的时候要留意上下文。"),
    "words": ("字句可疑", "可能有错字、漏字。没有把握的一律照原样印出，没有改。"),
    "numbers": ("序号和数目", "前后对不上。可能是来源写错，也可能中间缺了文字；照原样印出。"),
    "quoting": ("引用条文", "报告引用条文，与条文有出入。以条文为准。"),
    "copies": ("重复", "内容几乎相同的，只计一次。"),
    "keeper": ("给维护者", "下面几类与阅读无关，由维护者处理。"),
}


@dataclass(frozen=True, slots=True)
class ReaderWords:
    """The words for one code.

    `name` heads the findings of that code, `meaning` says what a reader is to make of them and
    what was done, `say` gives the sentence on one of them.
    """

    section: Section
    name: str
    meaning: str
    say: Callable[[Finding], str]


def sentence(finding: Finding) -> str:
    """Return what was noticed, as one sentence for readers."""
    return READER_WORDS[finding.code].say(finding).replace("\n", "")


def _always(words: str) -> Callable[[Finding], str]:
    return lambda finding: words


class _Detail(str):
    """A detail of a finding; {0:q} in a form puts it in quotation marks, those inside turned."""

    __slots__ = ()

    def __format__(self, how: str) -> str:
        return quoted(self) if how == "q" else str(self)


def _filled(form: str) -> Callable[[Finding], str]:
    """Return what fills the details of a finding into `form`."""
    return lambda finding: form.format(*map(_Detail, finding.details))


def _as_said(form: str = "{}。") -> Callable[[Finding], str]:
    """Return what puts the message, which is plain already, into `form`."""
    return lambda finding: form.format(finding.message.rstrip("。"))


def _of_original(finding: Finding) -> str:
    """Return what the reader of a file says, without what it tells the maintainer to do."""
    said = finding.message.partition("；")[0].rstrip("。")
    return f"{re.sub(r'框架文件 .* 里', '另一个文件里', said)}。"


def _two_readings(finding: Finding) -> str:
    kind, name, chosen, *others = finding.details
    if kind == "label":
        return f"有一个版本里，标着{quoted(chosen)}的一段接在{name}当中，次序不合。"
    if kind == "stray":
        return (
            f"有一个版本在{name}里多出{quoted(chosen)}，与别处相同，像是排错了地方，没有收入正文。"
        )
    told = "、".join(quoted(each) if each else "没有这几个字" for each in others)
    taken = f"暂取{quoted(chosen)}" if chosen else "暂按没有处理"
    return f"{name}这里各版本不一样：{told}；{taken}。"


def _half(finding: Finding) -> str:
    (mark,) = finding.details
    kind = "书名号" if mark in "《》〈〉" else "引号" if mark in "“”‘’「」『』" else "括号"
    half = "前" if mark in "“‘「『《〈（([【〔" else "后"
    other = "后" if half == "前" else "前"
    return f"这里的{kind}只有{half}半个（{mark}），没有{other}半个。"


def _suspected(finding: Finding) -> str:
    before, _, reason = finding.details
    return f"{quoted(before)}：{reason.rstrip('。')}。"


def _reprinted(finding: Finding) -> str:
    count = int(finding.details[1])
    different = f"只有{count}处不同" if count else "文字全同"
    return f"这一篇与另一篇几乎一样，{different}，当作转载，不另计数。"


def _picture(finding: Finding) -> str:
    _, title, words = finding.details
    return f"{quoted(title)}页里的图片没有收入{f'：{words}' if words else ''}。"


CHECK = "引用前请查原件。"
AS_RECEIVED = "照原样印出，没有改。"
LEFT_OUT = "要看全文请找原件。"

READER_WORDS: dict[str, ReaderWords] = {
    "K-001": ReaderWords(
        "articles",
        "没有认出条文",
        "全文、对照表因此是空的，请看原件。",
        _filled("从{0:q}里没有认出条文。"),
    ),
    "K-002": ReaderWords(
        "articles", "缺一条", f"本库没有这一条的文字。{CHECK}", _filled("各版本里都没有{0}。")
    ),
    "K-003": ReaderWords(
        "articles",
        "各版本都有损坏",
        f"没有完好的版本可以对校，这里的字可能不对。{CHECK}",
        _filled("{0}的这个地方，手头的版本都有损坏。"),
    ),
    "K-004": ReaderWords(
        "articles",
        "条文没有完",
        f"这一条收得不全。{CHECK}",
        _filled("{0}到{1:q}就断了，各版本都没有下文。"),
    ),
    "K-005": ReaderWords(
        "articles",
        "各版本不一样，取哪个没有把握",
        f"暂取了其中一种。{CHECK}",
        _two_readings,
    ),
    "K-006": ReaderWords(
        "articles",
        "只有一个版本，而且有损坏",
        f"删去混进来的文字以后，可能不全。{CHECK}",
        _filled("{0}只有一个版本，里面混进了别处的文字。"),
    ),
    "K-007": ReaderWords(
        "articles",
        "多出的一段没有收入",
        "别的版本没有这一段，正文里不收；要核对请查原件。",
        _filled("有一个版本在{0}旁边多出一段：{1:q}。"),
    ),
    "K-008": ReaderWords(
        "articles",
        "有文字没有收进正文",
        f"正文可能有遗漏。{CHECK}",
        _filled("有一个版本里的{0:q}共{1}字，正文里没有，校勘里也没有。"),
    ),
    "K-009": ReaderWords(
        "articles",
        "条号印错",
        "只影响条号，条文照收。",
        _filled("有一个版本的条号印作{1:q}，有形近的错字，读作{0}。"),
    ),
    "T-012": ReaderWords(
        "missing",
        "来源网站没有登全",
        f"本库收的不是全文。{LEFT_OUT}",
        lambda finding: f"来源网站在这里注明{quoted(finding.text)}，下文没有登出。",
    ),
    "T-009": ReaderWords(
        "missing", "没有正文的一篇", LEFT_OUT, _always("这一篇只有题名，没有正文。")
    ),
    "I-006": ReaderWords("missing", "原件读不全", f"收得不全。{LEFT_OUT}", _of_original),
    "I-001": ReaderWords(
        "missing", "原件里看不见的文字", "原件里隐藏起来的文字不公开，没有收入正文。", _of_original
    ),
    "I-002": ReaderWords(
        "missing", "原件的修订没有定稿", "按全部接受修订以后的样子收入。", _of_original
    ),
    "I-004": ReaderWords("missing", "原件里的图片", "图片里如有文字，没有收入。", _of_original),
    "I-005": ReaderWords("missing", "正文以外的文字", f"没有收入正文。{LEFT_OUT}", _of_original),
    "T-006": ReaderWords(
        "missing",
        "有标题，没有正文",
        f"可能收得不全。{LEFT_OUT}",
        _always("这个标题下面没有正文。"),
    ),
    "T-010": ReaderWords(
        "words", "认不出的字", f"来源里就已损坏。{CHECK}", _always("这里有认不出的字。")
    ),
    "I-003": ReaderWords(
        "words", "从图上认出、没有把握的字", "引用时请对照原件的图。", _of_original
    ),
    "T-011": ReaderWords("words", "可能认错的字", AS_RECEIVED, _as_said()),
    "E-004": ReaderWords("words", "可能有误的字句", AS_RECEIVED, _suspected),
    "T-003": ReaderWords(
        "words", "连写了两遍", AS_RECEIVED, _filled("{0:q}连着写了两遍，可能多写了一遍。")
    ),
    "T-001": ReaderWords(
        "words", "引号只有一半", f"引到哪里为止，请按文意判断。{AS_RECEIVED}", _half
    ),
    "T-002": ReaderWords("words", "括号或书名号只有一半", AS_RECEIVED, _half),
    "T-008": ReaderWords(
        "words",
        "被遮盖的词语",
        "来源就是这样登的，没有猜补。",
        _always("这里有词语被“XX”“**”一类的记号代替。"),
    ),
    "T-004": ReaderWords(
        "words", "英文标点", f"不影响文意。{AS_RECEIVED}", _filled("中文里夹了英文标点（{0}）。")
    ),
    "T-007": ReaderWords("numbers", "说的数目与列出的不符", AS_RECEIVED, _as_said("这里{}。")),
    "T-005": ReaderWords("numbers", "序号不连", AS_RECEIVED, _as_said()),
    "L-005": ReaderWords(
        "quoting",
        "引用了没有的条",
        "多半是报告写错了条号。",
        _filled("{0}一共{1}条，没有这一条。"),
    ),
    "L-006": ReaderWords(
        "quoting",
        "引用的条在别的版本里",
        "多半是报告按另一个版本的条号写的。",
        _filled("{0}一共{1}条，没有这一条；{2}有。"),
    ),
    "Q-001": ReaderWords(
        "quoting",
        "引文与条文不完全一样",
        "引用时以条文为准。也可能报告只是换了说法，并非引用。",
        _filled("与{0}的一句相近，但不完全一样。"),
    ),
    "R-001": ReaderWords("copies", "几乎相同的两篇", "关联、对照表只计其中一篇。", _reprinted),
    "E-001": ReaderWords(
        "keeper", "改错字没有做成：找不到原文", "", _filled("要改的{0:q}在来源里找不到。")
    ),
    "E-002": ReaderWords(
        "keeper",
        "改错字没有做成：原文不止一处",
        "",
        _filled("要改的{0:q}在来源里不止一处，不知道改哪一处。"),
    ),
    "E-003": ReaderWords(
        "keeper",
        "改错字没有做成：两条改同一处",
        "",
        _filled("改{0:q}的一条，与另一条改的是同一处。"),
    ),
    "L-001": ReaderWords(
        "keeper", "编者的裁定找不到所引的话", "", _always("报告里已经没有裁定所引的这句话。")
    ),
    "L-002": ReaderWords(
        "keeper",
        "编者的裁定所引的话有出入",
        "",
        _always("报告里的话与裁定所引的略有不同，已按最相近的一处处理。"),
    ),
    "L-003": ReaderWords(
        "keeper", "编者的裁定所指的报告不在库里", "", _always("裁定所指的报告，本库没有。")
    ),
    "L-004": ReaderWords(
        "keeper", "编者的裁定所指的条文不在库里", "", _always("裁定所指的条文，本库没有。")
    ),
    "P-001": ReaderWords("keeper", "自撰页面的图片没有收入", "", _picture),
}
