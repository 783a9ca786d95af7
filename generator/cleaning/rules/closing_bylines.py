"""Who sent a text in, in brackets behind it: 已谈话。（青石县纪委监委） -> 已谈话。

A reporter, an editor or a photographer named as such goes behind any paragraph; the bare
name of a body or a person only behind the last one, and only where no other paragraph ends
so: a document that ends many with one says who is responsible for what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.cleaning.ledger import Change
from generator.cleaning.lines import Line, lines_of
from generator.cleaning.settings import CleaningSettings

GAP = "[ \u3000]*"
NAME = "[\u4e00-\u9fff·]{2,4}"
NAMES = rf"{NAME}(?:[ \u3000、，,/／]{{1,3}}{NAME}){{0,5}}"
PRESS = (
    r"(?:本报|本刊|本网|本台|特约|见习|实习)*(?:记者|通讯员|供稿|撰稿|撰文|责任编辑|责编|编辑|"
    r"文字|摄影|摄像|文[/／]图|图[/／]文|图文|文|图|来源|稿源|原载|转自|作者单位|作者系|作者为|"
    r"作者)"
)
NAMED = re.compile(
    rf"{PRESS}{GAP}(?:[:：/／丨|]{GAP}|(?=[ \u3000])|(?<=[者员稿影图文系为])).{{1,40}}"
)
BODY = (
    "[\u4e00-\u9fffA-Za-z0-9“”（）()·]{2,24}?(?:纪委监委|纪委|监委|委员会|党委|党组|党工委|"
    "[省市县区镇乡州旗]委|组织部|宣传部|统战部|政法委|[局厅部院所站社]|办公室|办公厅|政府|办事处|"
    "街道"
    "|法院|检察院|公司|集团|中心|学院|大学|学校|医院|支部|总支|支队|大队|总队|残联|妇联|团委|"
    "总工会|协会|研究室|督查室|巡察办|机关工委|课题组|调研组)"
)
SENDER = re.compile(
    rf"(?:{BODY}(?:[ \u3000、]{{1,2}}{BODY}){{0,3}}(?:{GAP}[:： \u3000]{GAP}{NAMES})?(?:{GAP}(?:"
    rf"供稿|报道|提供))?|[\u4e00-\u9fff]{{2,6}}[ \u3000]+{NAMES}|"
    rf"{NAME}(?:[ \u3000、，,/／]{{1,3}}{NAME}){{1,5}}|[\u4e00-\u9fff]{{3}})"
)
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
    "易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄"
    "辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包"
    "司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党"
    "燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟"
    "栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
CLOSING = re.compile(
    rf"(?<=[。！？”…])[ \u3000]*[（(]{GAP}(?P<words>[^（()）。！？]{{2,60}}(?:[（(][^（()）]{{1,1"
    rf"2}}[)）][^（()）。]{{0,30}})?){GAP}[)）][ \u3000]*$"
)
ALONE = re.compile(rf"[（(]{GAP}(?P<words>[^（()）。！？，；]{{2,40}}){GAP}[)）]")
BARE = re.compile(
    rf"(?<=[。！？”])[ \u3000]*{NAME}(?:[ \u3000、]{NAME})?{GAP}(?:摄|摄影|文[/／]图|"
    rf"供图)[。]?[ \u3000]*$"
)


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every byline that closes a paragraph."""
    lines = lines_of(text)
    ends = [CLOSING.search(line.words) for line in lines]
    last = _last(lines)
    single = sum(match is not None and _is_sender(match["words"]) for match in ends) <= 1
    for at, (line, match) in enumerate(zip(lines, ends, strict=True)):
        lead = text[line.start : line.end].find(line.words)
        if match and (
            NAMED.fullmatch(match["words"])
            or (at == last and single and _is_sender(match["words"]))
        ):
            yield Change(line.start + lead + match.start(), line.start + lead + len(line.words), "")
        elif (
            at == last
            and single
            and at
            and (alone := ALONE.fullmatch(line.words))
            and _is_byline(alone["words"])
        ):
            yield line.deletion()
        elif bare := BARE.search(line.words):
            yield Change(line.start + lead + bare.start(), line.start + lead + len(line.words), "")


def _last(lines: Sequence[Line]) -> int:
    """Return the last line that is text: below it a date or a list of files may stand."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 6), -1):
        if lines[at].is_prose or ALONE.fullmatch(lines[at].words):
            return at
    return -1


def _is_byline(words: str) -> bool:
    return NAMED.fullmatch(words) is not None or _is_sender(words)


def _is_sender(words: str) -> bool:
    """Tell whether the words are a body that sends texts in, or persons, and nothing else."""
    match = SENDER.fullmatch(words)
    if match is None:
        return False
    names = re.split("[ \u3000、，,/／:：]+", words)
    return re.fullmatch(BODY, names[0]) is not None or any(
        name[0] in SURNAMES for name in names[-1:]
    )
