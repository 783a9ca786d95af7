"""Lines that are the title of a whole document, told from headings of its sections.

东城区图书借阅工作情况报告, 关于贯彻《条例》情况的汇报  ->  titles
下一步工作方案, 存在问题, 一、主要做法  ->  none
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text import labels
from generator.text.dates import DATE_LINE
from generator.text.numerals import ARABIC

LINE = re.compile(r"[^\n]+")
LONGEST = 60
SHORTEST = 7
STOPS = "。！？；：，、…"
GENRES = (
    "报告|汇报|总结|讲话|发言|致辞|方案|计划|规划|办法|条例|规定|细则|规则|准则|制度|通知|通报|意见|决定|纪要"
    "|材料|体会|心得|剖析|调研|调查|思考|启示|纪实|综述|经验|做法|答复|提案|简报|要点|党课|发言稿|讲话稿|情况"
)
UNITS = (
    "省|自治区|[市县区旗州镇乡村]|街道|社区|[局委厅院校厂所站处科队馆会部办]|委员会|党组|党委|支部|办公室|中心"
    "|大学|中学|小学|幼儿园|公司|集团|银行|[支分]行"
)
NOTED = r"(?:[（(][^（）()]{1,12}[）)])?"  # （试行）, （节选）
ABOUT = re.compile(rf"[^，。]*关于[^，。]{{2,}}(?:{GENRES}){NOTED}")
OF_UNIT = re.compile(rf"[^，。《]{{1,24}}?(?:{UNITS})[：: ]?[^。]{{2,}}(?:{GENRES}){NOTED}")
OF_KIND = re.compile(
    r"[^，。]{2,}(?:调研报告|工作报告|情况报告|情况汇报|工作总结|述职报告|自查报告|整改报告|发言材料|经验材料"
    r"|交流材料|汇报材料|对照检查材料|心得体会|实施方案|实施办法|工作方案)"
)
SECTION = re.compile(  # how the headings of sections begin that end as titles do
    "下一步|下步|存在|主要|基本|工作|当前|今后|取得|几点|经验|做法|整改|问题|原因|总体|组织|近期|有关|具体|其他|附|目录|"
    "[今去本明][年后]|20[0-9]{2}年(?:工作)?[^局委区县市]{0,8}$|现将|一年来|我[局委区县市镇院校]"
)
LABELLED = re.compile(
    labels.any_of(labels.SECTION, labels.ITEM, labels.DIVISION, labels.ARTICLE, labels.POINT)
)
SUBTITLE = re.compile(r"[—–－-]{1,3}[ 　]*(?P<own>[^—–－-][^\n]{5,50})")
UNIT_NAME = re.compile(rf"(?:中共)?[\u4e00-\u9fff×xX]{{1,24}}(?:{UNITS})")
COLLECTION = re.compile(
    r"汇编|选编|选登|集锦|合集|荟萃|材料集|文集|摘编|摘登|专辑|专刊|材料选|[（(【](?:共|精选|通用)?"
    rf"[{ARABIC}一二三四五六七八九十]{{1,3}}[篇份][）)】]"
)


def lines_of(text: str) -> list[tuple[int, str]]:
    """Return the lines that are not blank: where each begins, and its words without the edges."""
    found = []
    for match in LINE.finditer(text):
        words = match[0].strip()
        if words:
            found.append((match.start() + match[0].index(words[0]), words))
    return found


def title_line(text: str) -> str:
    """Return the first line of `text` when it is a title: short, unnumbered, no sentence."""
    line = text.partition("\n")[0].strip()
    short = 2 <= len(line) <= LONGEST and line[-1] not in STOPS and "。" not in line
    return line if short and not LABELLED.match(line) else ""


def is_document_title(line: str) -> bool:
    """Tell whether a line names a document: of a unit, about something, of a kind by itself."""
    if len(line) < SHORTEST or not title_line(line) or SECTION.match(line):
        return False
    return any(form.fullmatch(line) for form in (ABOUT, OF_UNIT, OF_KIND))


def is_unit_name(line: str) -> bool:
    """Tell whether a line is nothing but the name of a unit: 东城区文化馆."""
    return bool(UNIT_NAME.fullmatch(line)) and not re.search("[的是和与]|以上|如下|情况", line)


def title_at(lines: Sequence[str], at: int) -> int:
    """Return over how many lines from `at` on a document's title stands; 0 where none does."""
    if is_document_title(lines[at]):
        return 1
    below = SUBTITLE.fullmatch(lines[at + 1]) if at + 1 < len(lines) else None
    if below and title_line(lines[at]) and is_document_title(below["own"]):
        return 2
    begins = re.match(r"\w|[《“]", lines[at])
    if begins and at + 1 < len(lines) and title_line(lines[at]) and title_line(lines[at + 1]):
        joined = lines[at] + lines[at + 1]
        broken = not DATE_LINE.search(joined) and not is_unit_name(lines[at])
        if broken and is_document_title(joined) and not is_document_title(lines[at + 1]):
            return 2
    return 0


def names_collection(line: str) -> bool:
    """Tell whether a line is the title of a collection of documents: 经验材料汇编, …（5篇）."""
    return bool(title_line(line)) and COLLECTION.search(line) is not None
