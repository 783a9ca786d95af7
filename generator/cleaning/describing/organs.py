"""Names of offices: what a name of a party or state body, a firm or a school ends in.

Masked names count as they are printed: XX市, ××县, 某局, **区.
"""

from __future__ import annotations

import re

ENDINGS = (
    r"委员会|党委|党组|党工委|纪工委|工委|党总支|总支|党支部|支部|纪委监委|纪委|监委"
    r"|(?:自治区|[省市县区州旗盟镇乡])(?:直机关)?[委办]|中央|国务院|人民政府|政府|行政公署|行署|管委会|管理局"
    r"|街道办事处|办事处|街道办|街道|(?:代表大会|人大)?常委会|人大|政协|法院|检察院"
    r"|(?:卫生健康|卫生计生|卫健|卫计|发展改革|发展和改革|发改|农业农村|国资|经信|住建|交通运输|商务|民宗"
    r"|城乡建设|建设交通|建|规土|住建交通|教|科|编|农|农工|残工|老龄|安)委|[委部局署]\S{1,8}司"
    r"|办公厅|办公室|(?:宣教|监察|监督|审理|党风|综合|督查|信访|调研)室|(?:委|府|督查|巡视|巡察"
    r"|信访|应急|法治)办|[^\s，。、的]局"
    r"|[财教民住水交商国卫科审统宣组]\S{0,6}[厅部]"
    r"|组织部|宣传部|统战部|政法委|外交部|公安部|司法部|厅|总工会|工会|妇联|团委|工商联|残联|科协"
    r"|文联"
    r"|公司|集团|银行|学院|大学|学校|中学|小学|幼儿园|医院|党校|研究院|研究室|研究所|研究中心|中心"
    r"|协会|学会|联合会|联社|合作社|居委会|村委会|指挥部|领导小组|专班"
    r"|(?:工作|调研|巡察|巡视|课题|检查|督查|督导|督察|考核|评估|考察|审查|审计|视察|研究)组"
    r"|(?:档案|图书|博物|文化|纪念|美术|科技|体育|方志|展览)馆|(?:卫生|保健|福利|敬老|养老)院|气象台|[林农牧]场"
    r"|(?:工作|事务|管理|人力资源|财务|市场|安全|党群|武装|联络|群众|社会)部"
    r"|支队|大队|总队|分局|派出所|供电所|税务所|管理所|监狱|海关|书记处|机关"
)
ORGAN = rf"(?:{ENDINGS})"
NAME = rf"(?:中共|中国共产党)?[^\s，。；：、“”《》（）()|>]{{1,30}}?{ORGAN}"
"""A name of one office, without blanks, marks or brackets inside."""

_BRACKETED = rf"[\u4e00-\u9fff]{{2,16}}[（(][\u4e00-\u9fff]{{1,8}}[）)](?:{NAME}|{ORGAN})"
WHOLE = re.compile(rf"(?:{NAME}|{_BRACKETED})(?:[（(][^（）()\n]{{1,14}}[）)])?")
UNIT = re.compile(
    r"(?:[\u4e00-\u9fffXxＸ×*＊]{1,10}(?:街道|开发区|新区|高新区|示范区|管理区))"
    r"(?:[（(][^（）()\n]{1,14}[）)])?"
)
MEDIUM = re.compile(
    r"(?:网|网站|门户|报|报社|日报|晚报|电视台|广播|新闻|客户端|公众号|微信|微博|融媒体?|融媒体中心"
    r"|出版社|杂志|学刊|学报|期刊|百科|文库|范文|论坛|视频号|发布|宣传|在线|平台|传媒中心|头条)$"
)
NO_ORGAN = re.compile(
    r"^(?:各|全|我|本|该|有关|相关|上级|下级|所属|在|对|以|把|为|由|向|经|从|根据|按照|通过|来|原"
    r"|一个"
    r"|关于|印发|市直|县直|省直|区直|推进|加强|落实|贯彻|深化|召开|举行)"
)
"""How words begin that end like an office but name none: 各有关部门, 对党委."""

SAYS_SOMETHING = re.compile(
    r"关于|加强|推进|落实|贯彻|召开|举行|举办|开展|对照|做好|组织召开|赴|来到|参加|出席|成立|挂牌"
    r"|被|成为|获|将[在对于去会把]|\d个|^\d"
)
"""What no name of an office holds, but a sentence or a headline that ends like one."""


def organ(text: str) -> str:
    """Return `text` where all of it is the name of an office, else the empty string."""
    name = text.strip(" \t\u3000")
    if not 2 <= len(name) <= 40 or NO_ORGAN.match(name) or MEDIUM.search(name):
        return ""
    if SAYS_SOMETHING.search(name):
        return ""
    return name if WHOLE.fullmatch(name) or UNIT.fullmatch(name) else ""


def organs(text: str) -> str:
    """Return the offices that `text` consists of, set apart by blanks or 、, joined by 、."""
    parts = [each for each in re.split(r"[\s、,，]+", text.strip()) if each]
    if len(parts) > 2 and all(len(each) == 1 for each in parts):
        parts = ["".join(parts)]  # a name whose letters are set apart: 青 石 大 学
    names = [organ(each) for each in parts]
    return "、".join(names) if names and all(names) else ""
