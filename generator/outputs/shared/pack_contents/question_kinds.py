"""What is asked of words of an article, by what kind of words they are."""

from __future__ import annotations

import re

from generator.text.clause_cutting import bare_predicate, behind_modal

PENAL = re.compile(
    "查处|警告|罚款|责令|没收|吊销|撤职|降级|批评教育|给予[^，]{0,10}处[分罚]|追究[^，]{0,8}责任|治安管理处罚|处以|予以关闭"
    "|赔偿责任|赔偿损失|(?:依法|规定)赔偿|予以取缔"
)
FORMAL = re.compile(  # nothing to talk about: who explains the rule, who lays down the rest
    "负责解释|起施行|^为了|制定本[法条办规实细]|由[^，]*(?:担任|组成|召集|产生|提出|推选|主持|任免)|任免$|^（|^(?:违反[^，]{2,10}规定，)?构成(?:犯罪|违反治安)|(?:办法|标准|规定|制度|细则|目录)由[^，]*(?:制定|规定|另行)|依照[^，]*(?:规定)?执行$|参照[^，]*执行"
)
CENTRAL = re.compile(
    "^(?:国务院|全国人大|全国人民|党中央|中央(?!企业)|最高人民|国家(?!机关|工作人员)|省、自治区)"
)
PERSON = re.compile(
    "(?:人员|人|者|公民|业主|用户|居民|村民|学生|家长|职工|党员|家庭|对象|旅客|个人|同志|干部|司机|医师|公民[^，]*组织|[馆校院]长)$"
)
LISTED = re.compile("(?:下列|以下(?![的称简上])|如下)[^，。（）]{0,20}[：:]?$|(?:包括|如下)[：:]?$")
BODY = re.compile(
    "(?:委|组|局|部门|机关|政府|法院|机构|办事处|单位|企业|公司|馆|室|站|校|院|中心|协会|工会|队|厂|店|社|班子"
    "|支部|公安|街道)"
)

# By the kind of words: each is asked before any of them is asked again.
TAILS: dict[str, tuple[str, ...]] = {
    "forbidden": (
        "身边有没有类似情形，靠什么制度防住？",
        "查到过没有，是怎样处理的？",
        "界线划在哪里，谁来提醒、谁来查处？",
        "哪些变通做法实际上越了线？",
        "最容易在哪个环节出现，怎样早发现？",
    ),
    "penal": (
        "这类情形查处过没有，结果公布了没有？",
        "本地有没有发生过，是怎样处理的？",
        "知道这一条的人有多少，起没起警示作用？",
        "由谁去查、凭什么认定，轻重怎样掌握？",
    ),
    "listed": (
        "逐项对照，还差哪一项？",
        "哪几项最难做到，难在哪里？",
        "各项分别由谁去做，做到了什么程度？",
        "哪一项做得最好，可以介绍给别人？",
    ),
    "aims": (
        "结合实际工作说，哪一项最难坚持？",
        "几项不能兼顾的时候，怎样取舍？",
        "怎样看出工作是照着做的？",
    ),
    "defined": (
        "本地哪些属于、哪些不属于，有没有界线不清的？",
        "同平常的说法有什么不同，工作中有没有弄混过？",
    ),
    "right": (
        "知道的人有多少，用得上吗？",
        "有没有人用过，渠道通不通？",
        "不会用、不愿用的是哪些人，怎样帮一把？",
    ),
    "may": (
        "实际用过没有，用得怎样？",
        "什么情形下该用，由谁决定？",
    ),
    "encouraged": (
        "有哪些具体办法，得到支持的有多少？",
        "还缺什么政策，该由谁来出台？",
    ),
    "needed": (
        "对照这一条，还差在哪里，怎样补上？",
        "由谁来核对，不合的怎样办？",
    ),
    "case": (
        "遇到过这样的情况没有，是怎样办的？",
        "碰到这种情况，谁来牵头、按什么程序办？",
        "哪些情况容易漏掉，事先怎样准备？",
    ),
    "charge": (
        "职责分清了没有，有没有几家都管、几家都不管的事？",
        "人手和手段够不够，最吃力的是哪一块？",
    ),
    "limit": (
        "期限守住了没有，超期的卡在哪一步？",
        "最近一年按时办成的有多少？",
    ),
    "regular": (
        "按期做了没有，最近一次是什么时候？",
        "每次做了有没有记录，结果用在了哪里？",
    ),
    "talks": ("一年谈了多少人次，谈过以后改了没有？",),
    "reporting": ("哪些事该报、向谁报，有没有漏报迟报？",),
    "judging": ("结果怎样用，与奖惩、任用挂没挂钩？",),
    "watching": (
        "由谁去查、查过几次，查出的问题改完没有？",
        "查的时候看什么，查完怎样让人心服？",
    ),
    "mending": ("还有哪些没有改完，卡在哪里？",),
    "public": ("在哪里公开、多久更新，群众看得到吗？",),
    "teaching": ("办了几次、哪些人没有参加，效果怎样看出来？",),
    "money": ("钱落实了没有，够不够用？",),
    "staff": ("人配齐了没有，专职的有几人？",),
    "complaints": ("收到多少、办结多少，答复了没有？",),
    "fast": ("从发现到处理一般要多久，拖延在哪一环？",),
    "systems": ("定出了哪几项，哪些还停在纸上？", "建起来以后用得怎样，要不要再改？"),
    "example": ("班子成员自己先做到了哪几件，群众怎么看？",),
    "permits": ("平均要几天、跑几次，哪一步还能省？",),
    "together": ("同哪些单位配合，由谁牵头，推诿的时候找谁？",),
    "risks": ("排出多少、消除多少，谁来复核？",),
    "kept": ("有没有台账，丢失、泄露过没有？",),
    "people": (
        "做得到的有多少，做不到的多是因为什么？",
        "怎样让更多的人知道、愿意照着做？",
        "违反的时候谁来提醒，提醒了听不听？",
    ),
    "general": (
        "落实到哪个岗位，拿什么说明已经做到？",
        "去年以来做了哪几件实事，哪一件见了效？",
        "做到什么程度算落实，由谁来认定？",
        "基层最难办的是哪一点，需要上级解决什么？",
        "与过去的做法相比变了什么，还有哪些没有变？",
        "哪些环节最容易走过场，怎样看得出来？",
        "别的单位有什么办法可以借鉴？",
        "做得好的和差的，差在哪里？",
        "要是没有做到，会出什么问题？",
        "做成这件事靠什么，换了人还能不能接着做？",
    ),
    "above": (
        "对本地工作提出了什么要求，承接得怎样？",
        "上级的部署到了本地，还要补上哪些办法？",
    ),
    "state": (
        "实际情况同这一条对得上吗，差在哪里？",
        "执行中遇到过哪些疑问，是怎样处理的？",
    ),
}
# What a deed is about, by the words at its head; the first that fits.
_TOPICS: tuple[tuple[str, str], ...] = (
    ("talks", "(?:开展|进行|坚持|经常)?[^，]{0,8}(?:谈话|约谈|提醒|函询|诫勉)"),
    ("judging", "[^，]{0,10}(?:考核|考察|评议|述职|述责|(?:进行|开展|实施)[^，]{0,6}评价)"),
    ("mending", "[^，]{0,8}(?:整改|纠正(?!意见)|督促[^，]{0,6}改)"),
    ("public", "[^，]{0,10}(?:公开(?!工作|制度|机制|透明|协调|指南)|公示|公布|公告)"),
    (
        "teaching",
        "(?:(?:组织|开展|加强|进行|举办|接受|参加)[^，]{0,14})?(?:[^，]{0,4})(?:培训|(?<!批评)(?<!或者)教育(?!行政|部门|机构)|宣传|学习|演练)",
    ),
    ("money", "[^，]{0,14}(?:经费|资金|预算|补贴|补助)"),
    ("staff", "[^，]{0,10}(?:配备[^，]{0,10}(?:人员|力量|专职)|专职|队伍)"),
    ("complaints", "[^，]{0,12}(?:举报|投诉|信访渠道|诉求)"),
    ("risks", "[^，]{0,10}(?:排查|隐患|风险|预警|监测)"),
    ("reporting", "[^，]{0,14}(?:(?<!年度)报告(?!书|制度)|请示|报备|备案|反映|上报)"),
    ("watching", "(?!接受)[^，]{0,14}(?:巡视|巡察|督查|(?<!医学)检查(?!证明|机构|结果)|抽查|监督)"),
    ("together", "[^，]{0,8}(?:协调|(?<!予以)配合|会同|联合|协同|共享|合作)"),
    ("permits", "[^，]{0,8}(?:审批(?!制度|监管)|许可|受理|办理|申请|审核)"),
    ("needed", "(?:具备|符合)"),
    ("kept", "[^，]{0,8}(?:保存|保管|保护[^，]{0,8}(?:信息|隐私)|归档|保密)"),
    ("example", "[^，]{0,6}(?:带头|表率|示范)"),
    ("systems", "(?:建立|健全|完善|制定|制订|修订|编制|实行|推行)"),
    ("fast", "(?:立即|当场|第一时间|及时(?:处[理置]|救|制止|报|办|查|核|抢|督办))"),
)
_TOPIC = tuple((name, re.compile(pattern)) for name, pattern in _TOPICS)


def kind_of(words: str, *, forbids: bool, may: bool, doer: str, whole: str = "") -> str:
    """Return what kind of words an article's are.

    `doer` is who they speak to, where they say so; `whole` is what they are the beginning of.
    """
    who, modal, deed = behind_modal(words)
    if not modal and doer and doer in words:
        deed = words.partition(doer)[2]
    who = doer or who
    wrong = re.search("未|违反|不|擅自|滥用|拒|情形|行为", words)
    if PENAL.search(words) or (wrong and PENAL.search(whole)):
        return "penal"
    if forbids:
        return "forbidden"
    if LISTED.search(words):
        return "listed"
    if re.search("(?:遵循|坚持|贯彻)[^。]{0,60}(?:原则|方针)", words):
        return "aims"
    if CENTRAL.search(who):
        return "above" if not re.match("国家(?:鼓励|支持)", words) else "encouraged"
    if may or modal in ("可以", "有权"):
        return "right" if PERSON.search(who) or modal == "有权" else "may"
    if re.match("(?:国家|[^，]{2,12}政府)?(?:应当)?(?:鼓励|支持)(?!创新的|和组织)", words):
        return "encouraged"
    if words.startswith("每"):
        return "state"
    return _of_deed(who, bare_predicate(deed), words, led=bool(modal))


def _of_deed(who: str, deed: str, words: str, *, led: bool) -> str:
    """Return the kind of a deed that is asked; `led` tells that a modal stands before it."""
    if re.search("[一二三四五六七八九十两\\d]+个?(?:工作)?(?:日|月|小时|天)[内前]", words):
        return "limit"
    if re.search("每(?:年|季|月|周|半年)|定期", words):
        return "regular"
    if re.search(
        "负责[^，]{2,30}工作|主管(?!部门|机关)[^，]{2,}工作|由[^，]*(?:决定|实施|管理)$", words
    ):
        return "charge"
    if PERSON.search(who) and (led or words.startswith(who)) and "由" not in words[:12]:
        return "people"
    for name, pattern in _TOPIC:
        if pattern.match(deed):
            return name
    if re.match("[^，]{2,}(?:的|时|后|前)，", words):
        return "case"
    return "general" if BODY.search(who) or not who else "state"
