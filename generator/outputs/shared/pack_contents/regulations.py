"""The regulations that a text names in 《…》, each under one name.

《监察法》, 《中华人民共和国监察法》                    one law, under its full name
《乙办法（试行）》（以下简称《办法》）… 《办法》        one, by what the report itself says
《云溪日报》, 《情况登记表》, 《关于召开…会议的通知》    not regulations
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from generator.text.document_names import short_forms, titles

_FOREIGN = "方做办看想说手书语兵用心戏章打写唱作算笔"  # 方法, 书法 … are no laws
_KINDS = (
    "法|法典|宪法|党章|条例|规定|准则|章程|规则|细则|办法|决定|决议|规程|规范"
    "|意见|通知|制度|责任制|标准|纲要|解释|守则|条令|禁令|批复|命令|公约|协定|规约|村规民约"
    "|方案|规划|计划|预案|措施|[一二三四五六七八九十百]+条"
)
_KIND = re.compile(f"(?:{_KINDS})$")
_NO_LAW = re.compile(f"[{_FOREIGN}]法$|^(?:游戏|潜|丛林|生存|自然|成功)规则$")
_EDITION = re.compile(r"(?:[（(][^（）()]{1,24}[）)]|[·—].{1,12}版)$")
_STATE = re.compile(
    "^(?:中华人民共和国|中国共产党|中共中央办公厅国务院办公厅|中共中央国务院|中共中央办公厅|中共中央"
    "|国务院办公厅|国务院)(?=.{3}|.法$)"
)
_MARKS = re.compile(r"[《》〈〉“”‘’「」『』\"'，、,\s·]")
_WIDE = str.maketrans("()", "（）")
_LOOSE = (
    re.compile(  # 2019年修订的…, 关于…的若干规定: what one name of a rule has and another has not
        f"^\\d{{4}}年(?:修订|修正)的|^关于(?=.{{4}})|若干(?={_KINDS})|的(?=(?:若干)?(?:{_KINDS})$)"
    )
)
_ALSO_CALLED = {"党章": "中国共产党章程"}
_MEETING = re.compile(
    "(?:召开|举办|举行|参加|组织观看|收看|报名|放假|调研|培训班?|会议|座谈会|评选|征文).*通知$"
)
_FORWARDED = re.compile(
    "^(?:.{0,24}?关于)?(?:印发|转发|下发|发布|公布|颁布)[《〈](?P<inner>.+)[》〉].{0,8}$"
)
_DRAFT = re.compile("草案|征求意见(?:稿|$)|送审稿|讨论稿|修订稿|修改稿|初稿")
_ON_A_CASE = re.compile(  # what is said or done in one case, and binds no one else
    "(?:修改|审议|反馈|审查|审核|审计|鉴定|评审|专家|群众|征求|回复|办理|整改|调查|检查|复查|仲裁|监督|处理|答复)意见$"
    "|(?:处罚|处分|处理|复议|仲裁|任免|任命)的?决定$|给予.*(?:处分|撤职|免职).*决定$"
    "|(?:整改|录用|缴费|开庭|到会)通知$"
)
_GENERIC = re.compile(f"(?:管理|暂行|试行|实施|有关|相关|若干|本)?(?:{_KINDS})")
LONGEST = 60  # letters of a name; what is longer is a quotation or an unclosed mark
LEAST = 4  # letters of a short form that is the end of one full name only


def regulations_named(text: str, but_not: Collection[str] = ()) -> tuple[tuple[str, int], ...]:
    """Return the regulations that a text names, with 《》, and how often; the most often first.

    `but_not` are names that are not listed: the base document's own.  A name inside another
    (《关于印发〈…〉的通知》, or with 《》 nested) counts with the outer one only.
    """
    counts = count_regulations([(text, [(0, len(text))])], but_not)
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def count_regulations(
    texts: Iterable[tuple[str, Sequence[tuple[int, int]]]], but_not: Collection[str] = ()
) -> dict[str, int]:
    """Return how often spans of texts name each regulation, by its one name.

    Each text comes with its spans; what a short form means is read from the whole text.
    """
    read = [(_named(text), spans) for text, spans in texts]
    full_names = one_name_each(name for named, _ in read for _, name in named)
    own = {_plain(each) for each in but_not}
    counts: Counter[str] = Counter()
    for named, spans in read:
        for at, name in named:
            if any(start <= at < end for start, end in spans) and not _is_own(name, own):
                counts[full_names[name]] += 1
    return dict(counts)


def together(*counts: Mapping[str, int]) -> tuple[dict[str, int], ...]:
    """Return several counts, the forms of one regulation under one name in all of them."""
    names = one_name_each(name for each in counts for name in each)
    merged: list[dict[str, int]] = []
    for each in counts:
        found: Counter[str] = Counter()
        for name, count in each.items():
            found[names[name]] += count
        merged.append(dict(found))
    return tuple(merged)


def one_name_each(names: Iterable[str]) -> dict[str, str]:
    """Return for each name in 《》 the one under which its regulation goes.

    Forms are of one regulation that differ by the state's or the party's name before them, by
    a note of their edition, or where the short one is the end of one known full name only:
    《信访工作条例》 of 《机关信访工作条例》.
    """
    often = Counter(names)
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in often.items():
        groups[_plain(name)][name] += count
    stems = sorted(groups, key=lambda stem: (-len(stem), stem))
    known: list[str] = []
    stands_for: dict[str, str] = {}
    for stem in stems:
        longer = [each for each in known if _is_end_of(stem, each)]
        stands_for[stem] = stands_for[longer[0]] if len(longer) == 1 else stem
        known.append(stem)
    shown = {
        stem: max(group, key=lambda name: (len(name), group[name], name))
        for stem, group in groups.items()
    }
    return {name: shown[stands_for[_plain(name)]] for name in often}


def regulations_at(text: str) -> dict[int, str]:
    """Return where a text names a regulation -> by which name, in 《》; short forms resolved."""
    return dict(_named(text))


def is_regulation(name: str) -> bool:
    """Tell whether a name without 《》 is that of a law, a rule or a document that binds."""
    if not 2 < len(name) + 2 <= LONGEST or _DRAFT.search(name):
        return False
    if _MEETING.search(name) or _ON_A_CASE.search(name):
        return False
    plain = _without_edition(name)
    return bool(_KIND.search(plain)) and (plain.endswith("办法") or not _NO_LAW.search(plain))


@lru_cache(maxsize=1024)
def _named(text: str) -> tuple[tuple[int, str], ...]:
    """Return where a text names a regulation, and by which name, in 《》; short forms resolved."""
    mentions = titles(text)
    shorts = short_forms(text, mentions)
    found = []
    for each in mentions:
        if text[each.start] != "《":
            continue
        meant = [
            one.document
            for one in shorts
            if one.at <= each.start and _MARKS.sub("", one.short) == _MARKS.sub("", each.document)
        ]
        name = meant[-1] if meant else each.document
        if is_regulation(name) and (meant or not _GENERIC.fullmatch(_without_edition(name))):
            found.append((each.start, f"《{name}》"))
    return tuple(found)


def _plain(name: str) -> str:
    """Return what tells a regulation: its name without marks, edition and whose it is."""
    name = name.removeprefix("《").removesuffix("》")
    forwarded = _FORWARDED.match(name)
    if forwarded and is_regulation(forwarded["inner"]):
        name = forwarded["inner"]
    name = _MARKS.sub("", _without_edition(name)).translate(_WIDE)
    name = _STATE.sub("", _ALSO_CALLED.get(name, name))
    return _LOOSE.sub("", name)


def _without_edition(name: str) -> str:
    return _EDITION.sub("", name.removeprefix("《").removesuffix("》"))


def _is_end_of(short: str, full: str) -> bool:
    """Tell whether a short form is the end of a full name, and not of a place's own rule."""
    if short == full or not full.endswith(short) or len(short) < LEAST + 2:
        return False
    before = full[: -len(short)]
    return not re.search("[省市县区乡镇州旗盟]$|关于$|实施$|贯彻", before)


def _is_own(name: str, own: Collection[str]) -> bool:
    plain = _plain(name)
    return plain in own or any(len(plain) > 8 and each.endswith(plain) for each in own)
