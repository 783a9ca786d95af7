"""Other laws and regulations (法规) among the pieces, told by their form and by who made them.

A law is made of articles and says that a body with the power to make laws has passed or
published it, or bears a title that only such bodies give (中华人民共和国…法, 中国共产党…条例,
云溪市…条例).  The rules that a unit makes to carry a law out (…局考勤办法, passed by a party
group or a meeting of directors) have the same form and are reports of the kind 制度.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Document, Law, LawArticle, Piece
from generator.text import labels
from generator.text.numerals import numeral_value
from generator.text.structuring import structure

LEAST_ARTICLES = 3
LEAST_OF_EXCERPT = 2
MOST = 0.6  # share of a law's letters that stand in its articles
HEAD = 3000  # letters in which a law says who made it, where it has a table of contents
CLOSE = 300  # letters at the end in which it may
REFERS = re.compile(r"[、，和与及至到规]|第.{1,4}[款项]|的")  # what stands behind a mere reference
ARTICLE = re.compile(rf"^[ 　]*{labels.ARTICLE.groups}[ 　]*(?P<rest>[^\n]*)", re.MULTILINE)
DIVISION = re.compile(
    rf"^[ 　]*{labels.any_of(labels.DIVISION, labels.PART)}[^\n]{{0,40}}$", re.MULTILINE
)
FORM = "法|条例|规定|办法|细则|规则|准则|决定|章程|解释|规程|修正案"
TITLE = re.compile(rf"[^。，；]*(?:{FORM})(?:[（(《〈][^）)》〉]{{1,24}}[）)》〉])?")
EXCERPT = re.compile(r"节选|摘录|摘编|选编")
LEGISLATORS = (
    "全国人民代表大会|人民代表大会|人大常委会|国务院|中共中央|中央委员会|中央军委|中央纪委|中央纪律检查委员会"
    "|主席令|最高人民法院|最高人民检察院|审判委员会|检察委员会"
)
ENACTED = "通过|公布|颁布|发布|批准|修订|修正|印发|施行"
NOTE = re.compile(
    rf"(?:{LEGISLATORS})[^。\n]{{0,60}}(?:{ENACTED})|(?:{ENACTED})[^。\n]{{0,20}}(?:{LEGISLATORS})"
)
ORDER = re.compile(
    r"主席令|国务院令|(?:人民)?政府令|[\u4e00-\u9fff]{1,12}(?:部|委员会|总局|署|人民银行)令|第[〇零一二三四五六七八九十百\d]+号令"
)
NUMBER = re.compile(r"(?:国发|国办发|中发|中办发|国令|法释|中纪发)[〔\[（(]\d{4}")
NATIONAL = re.compile(r"(?:中华人民共和国|中国共产党)[^。，]{2,}")
NOTE_LINE = re.compile(
    rf"[（(]?[0-9〇零一二三四五六七八九十]{{4}}年[^。\n]{{0,40}}(?:{LEGISLATORS})[^。\n]{{0,60}}(?:{ENACTED})[^。\n]{{0,40}}"
)
HEAD_LINES = 6  # lines in which the note of a law without articles stands
OF_PLACE = re.compile(  # rules of a province or a city, not of one of its units
    r"[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|自治县)"
    r"(?:(?!局|委|院|校|馆|公司|集团|中心|厅|部门|学会|协会)[^。，])*(?:条例|规定|办法|细则|规则)"
)
OF_STATE = re.compile(  # 上海市实施《中华人民共和国农业技术推广法》办法
    r"[\u4e00-\u9fff]{2,8}(?:省|市|自治区|自治州|自治县)实施[《〈]中华人民共和国[^》〉]+[》〉]的?办法"
)
REGULATIONS = re.compile(r"[^。，《》]{2,}条例")  # ministries and units make none
NATIONAL_LAW = re.compile(r"[\u4e00-\u9fff]{2,20}(?<!办)(?<!方)(?<!做)(?<!用)(?<!说)(?<!书)法")
CENTRAL = re.compile(
    r"(?:中共中央|中央|国务院|全国人民代表大会|最高人民|中国共产党)[^。，]{0,30}?(?:关于|若干)[^。]{2,}"
    r"(?:意见|决定|规定|办法|准则|条例|解释|通知|决议|规则|建议|纲要|批复|安排)(?:[（(][^）)]{1,12}[）)])?"
)
UNIT_MEETING = re.compile(
    r"(?:党组|党委|局务|院务|校务|行务|所务|(?<!部长)办公|董事|理事|职工代表|职代|村民|居民|业主|股东|支部)[会大议]"
    r"[^。\n]{0,24}(?:通过|审定|研究)|党组[^。\n]{0,20}通过"
)
REPORTS = re.compile(
    "报告|汇报|总结|情况|调研|讲话|发言|体会|方案|对照检查|通报|综述|解读|答记者问|学习"
)


def find_laws(pieces: Sequence[Piece]) -> tuple[Law, ...]:
    """Return those of `pieces`, none of them a copy of a base, that are laws, in order."""
    return tuple(law_of(structure(piece)) for piece in pieces if reads_as_law(piece))


def reads_as_law(piece: Piece) -> bool:
    """Tell whether a piece, no copy of a base, is a law.

    What the editors declare (kind: law, kind: report) goes before what is found.
    """
    return piece.kind == "law" or (not piece.kind and is_law(piece.text, piece.title))


def is_law(text: str, title: str) -> bool:
    """Tell whether a text with the stated `title` is a law or another regulation."""
    name = title.strip("［］")
    if CENTRAL.fullmatch(name) and not REPORTS.search(re.sub("《[^》]*》|〈[^〉]*〉", "", name)):
        return True
    stated = [line.strip() for line in text[:HEAD].split("\n")[:HEAD_LINES]]
    if TITLE.fullmatch(name) and not REPORTS.search(name) and any(map(NOTE_LINE.fullmatch, stated)):
        return True
    found = _articles(text)
    least = LEAST_OF_EXCERPT if EXCERPT.search(name) else LEAST_ARTICLES
    if len(found) < least or len(text) - found[0].start < MOST * len(text):
        return False
    above = text[: found[0].start][:HEAD]
    if UNIT_MEETING.search(above) or _for_carrying_out(name, above):
        return False
    named = [name, *_names_in(above)]
    return any(map(_only_laws_are_called_so, named)) or _says_who_made_it(above, text[-CLOSE:])


def _says_who_made_it(above: str, close: str) -> bool:
    """Tell whether a law-maker's note, order or number stands above the first article."""
    note = NOTE.search(above) or ORDER.search(above) or NUMBER.search(above)
    return bool(note) or bool(ORDER.search(close) and "公布" in close)


def _only_laws_are_called_so(name: str) -> bool:
    plain = re.sub(r"[（(][^）)]*[）)]|第[一二三四五六七八九十]+条.*$|[（(].*$", "", name).strip()
    if not TITLE.fullmatch(plain) or REPORTS.search(re.sub("《[^》]*》|〈[^〉]*〉", "", plain)):
        return False
    return any(
        form.fullmatch(plain) for form in (NATIONAL, REGULATIONS, OF_PLACE, OF_STATE, NATIONAL_LAW)
    )


def _names_in(above: str) -> list[str]:
    """Return the lines above the first article, and the names in 《》 that stand there."""
    lines = [line.strip() for line in above.split("\n") if 4 <= len(line.strip()) <= 60]
    quoted = re.findall("《([^《》\n]{4,50})》全文如下", above)
    return [*lines[:6], *quoted]


def _for_carrying_out(name: str, above: str) -> bool:
    """Tell whether rules only carry out another text, and no legislator has passed them."""
    if OF_STATE.fullmatch(name):
        return False
    carries = re.search(r"贯彻|落实|实施[《〈]|[》〉].{0,6}(?:实施|办法|细则)", name)
    return bool(carries) and not NOTE.search(above)


def _articles(text: str) -> list[LawArticle]:
    """Return the articles, whose numbers count on from line to line.

    A number that goes back or stays begins none: it is a reference, or another text.
    """
    heads: list[tuple[tuple[int, int], re.Match[str]]] = []
    for match in ARTICLE.finditer(text):
        place = (numeral_value(match["number"]) or 0, numeral_value(match["branch"] or "") or 0)
        if (not heads or place > heads[-1][0]) and not REFERS.match(match["rest"]):
            heads.append((place, match))
    stops = [match.start() for _, match in heads[1:]] + [len(text)]
    found = []
    for (place, match), stop in zip(heads, stops, strict=False):
        heading = DIVISION.search(text, match.end(), stop)
        end = match.start() + len(
            text[match.start() : heading.start() if heading else stop].rstrip()
        )
        label = match["label"].strip()
        found.append(LawArticle(*place, label, match.start(), match.start("rest"), end))
    return found


def law_of(document: Document) -> Law:
    """Return a text as a law: its name, its articles."""
    return Law(document, _name(document.piece), tuple(_articles(document.piece.text)))


def _name(piece: Piece) -> str:
    """Return the name by which a law is cited: its title without marks and notes."""
    title = piece.title.strip("［］")
    quoted = re.search("《([^《》]{3,60})》", title)
    if quoted and not TITLE.fullmatch(re.sub(r"[（(].*?[）)]", "", title)):
        title = quoted[1]
    return re.sub(r"[（(][^（）()]*[）)]\s*$", "", "".join(title.split())).strip("《》")
