"""The place of a text: the province, city, county, district, town that its issuer or title names.

The names stand one in another as written (青石省青石市青石县); masked ones as printed: XX市, **区.
"""

from __future__ import annotations

import re

PROVINCES = (
    r"(?:北京|天津|上海|重庆)市|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南"
    r"|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省"
    r"|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|(?:香港"
    r"|澳门)特别行政区|新疆生产建设兵团"
)
_LEVEL = (
    r"自治区|自治州|自治县|自治旗|特别行政区|经济技术开发区|高新技术产业开发区|开发区|高新区|新区"
    r"|示范区|林区|街道|地区"
    r"|省|市(?!区)|(?:县|区)(?!市)|(?:州|旗|盟|镇|乡)(?![市县区])"
)
_MASK = r"[XxＸ×✕＊*某○]{1,4}"
UNIT = re.compile(rf"(?P<unit>{PROVINCES}|(?:[\u4e00-\u9fff]{{1,8}}?|{_MASK})(?:{_LEVEL}))")
PARTY = re.compile(
    r"^(?:中共|中国共产党|共青团|国网|国家税务总局|国家统计局|中国(?:人民银行|农业银行|工商银行"
    r"|建设银行|电信|移动|联通|邮政))"
)
"""What stands before the place in the name of a body."""
FOLLOWED = re.compile(
    r"(?:关于|20\d\d|[XxＸ×]{2,4}年|领导|组织|举办|深化|强化|实施|启动|创新|建立|构建|推行"
    r"|全力|着力|积极|紧盯|聚焦|打造|出台|探索|严[把抓查守]|开展|加强|推进|贯彻|落实|召开|举行|首[个次届家]"
    r"|[一二三四五六七八九十\d]+[年个届]|扎实|深入|认真|全面|持续|[《“:：]|的"
    r"|[省市县区州旗盟镇乡]?委|人民|政府"
    r"|党|纪|监|人大|政协|法院|检察|[\u4e00-\u9fff]{1,24}?(?:局|厅|委|部|办|院|校|馆|中心|公司|办法"
    r"|规定|细则|规则|要点|计划|方案|会议|规划|条例|报告|总结|汇报|制度|意见|通知|预案))"
)
NO_PLACE = re.compile(
    r"^(?:全(?![椒州南])|我|本(?!溪)|各|该|某些|有关|首[个次批家]|一个|每个|整个|到|赴|在|对"
    r"|于(?![都田洪])|以|为|把|增强|提高|促进|健全|保障|改进|授予|表彰|命名|批准|同意|设立|成立|撤销|关于|印发|做好|抓好|加强|推进|推动|落实|贯彻|开展|建设|建成|打造"
    r"|创建|构建|深化|强化|聚焦"
    r"|坚持|提升|创新|优化|实施|完善|规范|严格|学习|深入|扎实|认真|全面|持续|进一步|新时代|新形势"
    r"|党|委|民主|工作|政府|人民|领导|农村|城市|乡村|美丽|和谐|文明|法治|支持|服务"
    r"|[省县区](?![县区州旗])|市(?![中南北]区)|[一两二三四五六七八九十\d]+(?:个|[省市县区乡镇]|届"
    r"|次|轮))"
)
NAMES_NONE = re.compile(
    r"(?:[社校小景辖园片厂灾疫街牧老特雷误禁专选战军]区|县市|区县|市县|乡镇|村镇|集镇|城镇|小镇"
    r"|重镇|城乡|省市"
    r"|旗县|贫困县|强县|大县|家乡|下乡|回乡|返乡|还乡|[我全本各该][省市县区乡镇州旗])$"
    r"|^(?:[城山地市郊矿营林]区|大?城市|都市|超市|门市|股市|夜市|上市|楼市|州市|盟市)$"
)
NO_PART = re.compile("[和与及赴]|副$|我国|全国|我[省市县区]|新时代|基层")
DEEPEST = 4


def place(issuer: str, title: str, genre: str) -> str:
    """Return the place that a text's issuer, else its title, names; empty where neither does."""
    if issuer and (found := _places(PARTY.sub("", issuer), certain=True)):
        return found
    for start in _starts(title):
        if found := _places(title[start:], certain=False):
            return found
    return ""


def _starts(title: str) -> list[int]:
    """Return where a place can begin in a title: at its beginning, or behind 关于 and 在."""
    party = PARTY.match(title)
    starts = [party.end() if party else 0]
    for match in re.finditer(
        r"关于(?:印发|转发)?《?(?:关于)?(?:中共)?|^(?:20\d\d|[XxＸ×]{2,4})\s?年度?(?:中共)?|^在(?:中共)?|^《(?:中共)?|】|——(?:中共)?",
        title,
    ):
        starts.append(match.end())
    return starts


def _places(text: str, certain: bool) -> str:
    """Return the places that `text` begins with, one in another.

    `certain`: it is the name of an office, which begins with its place; a title must go on so.
    """
    at = 0
    for _ in range(DEEPEST):
        match = UNIT.match(text, at)
        if match is None or not _is_place(match["unit"], at > 0):
            break
        at = match.end()
    found = text[:at]
    if not found or certain or re.fullmatch(PROVINCES, found):
        return found
    rest = text[at:]
    return found if FOLLOWED.match(rest) else ""


def _is_place(unit: str, inner: bool) -> bool:
    """Tell whether a name that ends in 市, 县 … names a place; `inner`: in one that was named."""
    if re.fullmatch(PROVINCES, unit) or re.fullmatch(rf"{_MASK}(?:{_LEVEL})", unit):
        return True
    if NO_PLACE.match(unit) or NAMES_NONE.search(unit) or NO_PART.search(unit[1:-1]):
        return False
    if len(unit) < 3 and not re.fullmatch(r"\S县", unit):
        return False
    long = "自治" in unit or unit.endswith(("开发区", "高新区", "新区", "示范区"))
    return len(unit) <= (12 if long else 5 if inner else 6)
