"""What an article without a heading is about, as a short whole statement.

为了促进节约用水，…，制定本条例。            -> 制定本条例的目的
本法所称公共图书馆，是指…                    -> 公共图书馆的含义
…应当按照国家有关规定向社会公布目录。        -> 向社会公布目录
违反本法规定，出版单位未交存出版物的，…罚款  -> 出版单位未交存出版物的处罚
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.text.clause_cutting import (
    bare_predicate,
    behind_modal,
    row_shortened,
    shorter,
    state_dropped,
    without_brackets,
)
from generator.text.document_kinds import KINDS

LEAST = 4  # letters of a statement
TELLING = 8  # letters of one that tells enough without whom it is about
ITEM = 16  # letters of an item that stands for the others
EDGE = "，。；：、 　"
_OWN = f"本(?:{KINDS})"
_PUNISHED = re.compile("处罚|罚款|责令|没收|吊销|警告|拘留|关闭")
_LIABLE = re.compile("处分|追究|责任|赔偿|刑事|治安管理处罚|批评教育|责令")
_RESULT = re.compile(
    "^(?:由|责令|处以?|给予|依法|没收|吊销|予以|并处|对(?:其|直接)|情节|逾期|构成|追究|承担|应当依法承担|违者)"
)
_CITED = re.compile(
    rf"^违反(?:{_OWN}|有关|国家|法律、法规|前款|前条)[^，的]{{0,30}}?的?规定(?:，|(?=.))"
)
_UNFINISHED = re.compile(
    "(?:(?<!目)的|和|与|及|或|、|着|时|后|等由|把|将|对|在|(?<!行)为|其|以|并|由|负责|进行|包括|规定|是|即|应当|可以|不得|必须|有权|要)$"
    "|(?:按照|依照|根据|依据)[^的，]{0,20}(?:本法|本条例|法规|章程|分工|规定|状况|准则|法律等?)$|在[^，]{2,}[中上下内时]$|^[^，]{0,12}(?:区域|范围|期间)内$|^以[^，]*为"
    "|(?:按照|依照|根据)[^，]*(?:原则|要求|规定|标准|期限|范围|约定|方式|情况|程度|结果|特点)$|^或者|^有利于|^结合[^，]{0,8}$"
    "|(?:行程|活动|过程)[^，]{0,4}[前后]$|经[^，]{2,4}$|如果|基础上$|采取措施$|^[^，]{0,12}安排资金$"
)
_ADVERBIAL = re.compile(
    "^(?:为了?(?!.{2,12}提供)|根据|按照|依照|依据|在(?!校)|除|自(?!觉|行)|于|经(?!营|济)|因(?!地)|凡|通过|以(?!上)|当(?!地|事)|如(?!实)|但|其中|采取多种|遵守)"
)
_DONE = re.compile(
    "进行|给予|实[行施]|予以|负责|作出|承担|采取|加强|享有|办理|提出|开展|[未不]|的(?:要求|责任|处罚|情形)$"
)
_NOUNS = (
    "职责|义务|条件|内容|原则|服务|规定|措施|材料|事项|情形|行为|权利|物品|程序|要求|任务|情况|规则|标准|方式|因素"
    "|用语|工作|信息|资料|文件|制度|人员|单位|职权|活动|机制|经费|费用|问题|业务|途径|方法|区域|地区|场所|财产|权限|信息"
)
_LISTED = re.compile(
    rf"(?P<before>.*?)(?:下列|以下)(?P<what>[^，；。]{{0,16}}?)(?P<noun>{_NOUNS})$"
)
_BEARS = re.compile(
    "(?P<who>.*?)(?P<deed>可以(?:经营|采取|通过)|履行|负有|承担|享有|行使|有|包括|实行|坚持|遵循)"
)
_POINTS = re.compile("其(?!他|余|中)|上述|前款|(?<!应)该(?!当)|此")
_SET = re.compile("滥用职权(?:、玩忽职守)?(?:、徇私舞弊)?|玩忽职守(?:、徇私舞弊)?")
_OUTCOME = re.compile("造成|(?:尚?不)?构成|情节|经|致使|导致|被|逾期|拒不")
_DOER_ENDS = re.compile(
    "将|把|对|向|未|不|在|违反|有下列|存在|发生|采用|使用|拒绝|拒不|擅自|要求|从事|进行|订立|与|滥用"
)


def statements(text: str) -> Iterator[str]:
    """Yield statements that tell what an article is about, the best first.

    Each is whole: none ends within a phrase.  The last may be long.
    """
    first = without_brackets(text.split("\n")[0])
    seen = set()
    for each in (*_by_form(text, first), *_by_clauses(first), *_by_subject(first)):
        words = each.strip(EDGE).removeprefix("并")
        if words not in seen and is_whole(words):
            seen.add(words)
            yield words
    whole = re.split("[。；：]", first)[0].strip(EDGE)
    if whole and whole not in seen:
        yield whole


def is_whole(words: str) -> bool:
    """Tell whether words say something by themselves: no adverb, subject or list without more."""
    if (words.startswith("对") and not _DONE.search(words)) or "下列" in words:
        return False
    return len(words) >= LEAST and not _UNFINISHED.search(words)


def _by_form(text: str, first: str) -> Iterator[str]:
    """Yield what articles are called that every law has: aims, scope, words, its last ones."""
    if found := re.match(rf"(?P<how>为了?|根据).*制[定订](?P<own>{_OWN})", first):
        yield f"制定{found['own']}的{'目的' if found['how'] != '根据' else '依据'}"
    elif found := re.search(
        rf"(?<!参照)(?:适用|遵守)(?P<own>{_OWN})[。；，]|^(?P<alone>{_OWN})适用于", first
    ):
        yield f"{found['own'] or found['alone']}的适用范围"
    elif found := re.match(rf"{_OWN}所称的?(?P<what>[^，]+?)，?(?:是指|包括|指)", first):
        yield f"{row_shortened(found['what'])}的含义"
    elif re.match(rf"{_OWN}(?:中|下列|有关|所用|的)*(?:用语|术语)", first):
        yield "用语的含义"
    elif found := re.search(rf"(?P<own>{_OWN}).{{0,20}}起施行", first):
        clause = re.split("[。，；]", first)[0]
        yield clause if len(clause) <= 20 else f"{found['own']}的施行日期"
    elif re.search(
        "^(?:国家)?对[^。]*给予(?:[^，。]{0,6}?(?:和|或者|、))?(?:表彰|奖励)", first.split("。")[0]
    ):
        yield "表彰和奖励"
    else:
        yield from _of_case(text, first)


def _of_case(text: str, first: str) -> Iterator[str]:
    """Yield what a rule for a case is called: 快件丢失的，…赔偿 -> 快件丢失的责任."""
    sentence = first.split("。")[0]
    cited = _CITED.match(sentence)
    words = sentence[cited.end() :] if cited else sentence
    head = re.match("(?P<case>(?:[^，；：]+，){0,3}?[^，；：]+)的，", words)
    result = words[head.end() :] if head else words
    kind = "处罚" if _PUNISHED.search(result) else "责任" if _LIABLE.search(result) else ""
    if not kind or (not head and not cited):
        return
    if words.startswith("构成"):
        yield "违法犯罪的法律责任"
    elif head is None:
        yield f"{cited[0].rstrip('，')}的{kind}" if cited else ""
    else:
        yield from _of_deeds(text, head["case"], kind)


def _of_deeds(text: str, case: str, kind: str) -> Iterator[str]:
    listed = re.search("(?:下列|以下)(?:.{0,8}?)(?:行为|情形|情况)之一$", case)
    if listed:
        who = re.split("，", case[: listed.start()])[0].removesuffix("有").removesuffix("存在")
        for each in _items(text):
            yield f"{each}的{kind}" if "等" in each else f"{each}等行为的{kind}"
        yield from (f"{each}违法行为的{kind}" for each in shorter(who) if each)
        return
    case = re.sub("(?<=[未不])(?:按照|依照)[^，]{0,12}?规定", "按规定", case)
    if found := _SET.search(case):
        yield f"{found[0]}的{kind}"
    for clause in (case, *(each for each in case.split("，") if not _OUTCOME.match(each))):
        yield from (f"{each}的{kind}" for each in shorter(clause))
    found = _DOER_ENDS.search(case, 2)
    doer = case[: found.start()] if found else ""
    if found and len(case) - found.start() > LEAST:
        for each in shorter(case[found.start() :].split("，")[0]):
            yield f"{each}的{kind}"
    if len(doer) > 2:
        yield from (f"{each}的法律责任" for each in shorter(doer.strip(EDGE)))


def _items(text: str) -> Iterator[str]:
    """Yield the items of a list that are short enough to stand for the others."""
    for line in text.split("\n")[1:]:
        found = re.match(r"\s*[（(]?[一二三四五1-5][）)、.．]\s*(?P<words>.+)", line)
        if found:
            words = re.split("[；。]", without_brackets(found["words"]))[0].removesuffix("的")
            words = re.sub("^(?:未|不)(?:按照|依照)[^，]{0,14}?规定(?=.{4})", "未按规定", words)
            words = re.sub("^违反[^，]{0,14}?规定，?(?=.{4})", "违规", words)
            for each in (words, *words.split("，")[:1]):
                for short in shorter(each):
                    if LEAST <= len(short) <= ITEM and not _UNFINISHED.search(short):
                        yield short


def _by_clauses(first: str) -> Iterator[str]:
    """Yield whole clauses of the first sentence, the first that fits before the later ones."""
    sentence = re.split("[。；]", first)[0]
    at, cost = 0, 0
    found: list[tuple[int, str]] = []
    is_case = bool(re.match("[^：]{0,80}的，", sentence)) and bool(_LIABLE.search(sentence))
    while at < len(sentence) and cost < 5:
        end = next((i for i in range(at, len(sentence)) if sentence[i] in "，："), len(sentence))
        clause = sentence[at:end]
        who, modal, deed = behind_modal(clause)
        if modal and _ADVERBIAL.match(deed):  # 应当根据需求，广泛收集…
            rest = bare_predicate(sentence[at + len(who) + len(modal) :])
            deed = re.split("[，：]", rest)[0]
        if listed := _LISTED.fullmatch(clause):
            found += [(cost, each) for each in _of_list(listed)]
        elif cost and (_RESULT.match(clause) or re.match("(?:违者|否则|但|除|其中)", clause)):
            pass
        elif modal:
            found += [(cost, each) for each in _of_deed(who, modal, deed)]
        elif _is_subject(clause, sentence[end + 1 :]):
            pass
        elif not clause.endswith(("的", "时", "后")) and not _ADVERBIAL.match(clause):
            stated = state_dropped(clause)
            found += [(cost + bool(cost), each) for each in shorter(stated)]
        at, cost = end + 1, cost + 1
    for _, each in sorted(found, key=lambda row: row[0] + _doubt(row) + 3 * is_case):
        yield each


def _doubt(row: tuple[int, str]) -> int:
    """Return how little a statement says by itself: it points back, or lacks its object."""
    cost, words = row
    return 2 * bool(_POINTS.search(words)) + 2 * (cost > 0 and words.startswith(("不得", "并")))


def _is_subject(clause: str, behind: str) -> bool:
    """Tell whether a clause is no more than what the next one speaks of."""
    goes_on = re.match(
        "应当|应|必须|不得|可以|由|有下列|按照|依照|根据|依据|适用|均|不予|给予|实行", behind
    )
    return bool(goes_on) or (
        clause.startswith("对")
        and not re.search("进行|给予|实[行施]|予以|负责|作出|承担|采取|加强|享有", clause)
    )


def _of_list(found: re.Match[str]) -> Iterator[str]:
    """Yield what a list is of: 公共图书馆应当具备下列条件 -> 公共图书馆应当具备的条件."""
    who, modal, deed = behind_modal(found["before"])
    who, noun = who.rstrip("，"), found["what"] + found["noun"]
    if not modal:
        deed = found["before"]
        split = _BEARS.fullmatch(deed)
        who, deed = (split["who"], split["deed"]) if split else ("", deed)
    deed = deed.removesuffix("的")
    for each in shorter(who) if who else ("",):
        if modal == "不得":
            yield f"{each}不得有的{noun}" if each else f"禁止的{noun}"
        elif each and re.fullmatch("(?:依法)?(?:履行|负有|有|承担|具有|享有|行使)", deed):
            yield f"{each}的{noun}"
        elif deed and len(each + modal + deed) > 2:
            yield f"{each}{modal}{deed}的{noun}"
    if deed and modal and len(deed) > 3:
        yield f"{deed}的{noun}"


def _of_deed(who: str, modal: str, deed: str) -> Iterator[str]:
    """Yield what is asked, without who where that tells enough."""
    bare = bare_predicate(deed)
    if modal in ("不得", "可以", "有权"):
        yield f"{who}{modal}{deed}"
        yield from (f"{who}{modal}{each}" for each in shorter(bare))
        yield from (f"{modal}{each}" for each in shorter(bare))
        return
    if aims := re.fullmatch("(?:遵循|坚持|贯彻|遵守)[^，]*的(?P<noun>原则|方针)", deed):
        yield f"{who}{modal}遵循的{aims['noun']}"
    needs = re.match(
        "(?:具备|符合|明确|载明|包括|当|有|经|由|是|接受|予以|忠于|遵守|坚持|遵循|恪尽)", bare
    )
    alone = [] if needs else [each for each in shorter(bare) if len(each) >= TELLING]
    yield from alone
    if who and not _ADVERBIAL.match(who):
        yield f"{who}{modal}{deed}"
        for each in shorter(bare):
            yield f"{who}{modal}{each}"
        for each in shorter(who):
            yield f"{each}{modal}{row_shortened(bare)}"
    if not needs:
        yield from shorter(bare)


def _by_subject(first: str) -> Iterator[str]:
    """Yield what the first clause is about: 建设项目安全设施的设计人 … 的要求."""
    clause, _, behind = first.partition("，")
    clause = re.split("[。；：]", clause)[0]
    who, modal, _ = behind_modal(clause)
    if re.match("应当|应(?=[依按予由])|必须", behind) and not clause.endswith(
        ("的", "时", "后", "前")
    ):
        who, modal = clause, "应当"
    if found := re.match(
        "(?P<who>[^，]{2,20}?)(?:按照职责分工|依法|统一|具体)*负责(?!人|的)", clause
    ):
        yield f"{found['who']}的职责"
    if who and modal:
        for each in shorter(who):
            yield f"对{each}的要求"
    elif found := re.match("(?P<when>.+?)(?P<end>时候?|后|前)$", clause):
        end = "时" if found["end"].startswith("时") else found["end"]
        yield from (f"{each}{end}的要求" for each in shorter(found["when"].removesuffix("的")))
    elif clause.endswith("的") and "下列" not in clause:
        for each in shorter(clause.removesuffix("的")):
            yield f"{each}的情形"
    elif found := re.match("对(?P<what>.+)", clause):
        for each in shorter(found["what"]):
            yield f"{each}的情形"
