"""The words that names of bodies and office-holders end in (责任主体): neutral official language."""

from __future__ import annotations

import re

# Whole words.  What a name ends in, never what one policy happens to speak of.
WORDS = (
    "党委（党组）|党中央|党支部|党总支|党委|党组|纪委监委|纪委|监委|纪检组|政治局|国务院|国家|政府|"
    "“一把手”|一把手|领导班子|班子|部门|机关|机构|单位|组织|企业|公司|集团|银行|学校|平台|中心|"
    "市场主体|主体|社区|街道|办公厅|办公室|办事处|海关|军队|部队|法院|检察院|"
    "公众|群众|社会力量|社会各界|干部|代表|书记|主任|主席|总理|经理|董事|监事|股东|业主|职工|员工|"
    "主席团|代表团|法官|检察官|警察|民警|军人|家长|父母|子女|家庭|配偶|亲属|旅客|乘客|顾客|儿童|妇女|"
    "各地区|各地方|各地|设区的市|自治州|省、自治区、直辖市|双方|医院|超市|商场|酒店|学生|考生|"
    "毕业生|研究生|医生|食堂|仲裁庭|合议庭|班组|辖区"
)
# Word ends of one letter, each with what may not stand beside it (人口, 方法, 机会, 场所 …).
LETTERS = (
    "人(?![员民大才口事文力工身格数群物均类体情生道权为防寿次])|(?<!或)者|"
    "(?<![地药处配对])方(?![式法面案便向针可位略])|(?<!动)员(?!工会)|师(?![范傅资生])|"
    "(?<=[局院校所站处科行组部厅县市区省州乡镇村船机社董事队园馆会矿厂])长(?![期度久远])|"
    "(?<![机社都不活])会(?![计议同员商见签审展费场晤谈诊影长期社])|(?<![法])院(?![校长士内])|"
    "(?<!学)校(?![长园外内舍车])|(?<=[儿公乐])园(?![区林长])|馆(?![长藏])|"
    "(?<![场住厕处])所(?![在有属需用得称指谓列作进述规设处依致产生长涉])|(?<=[车服护务工])站(?![长点])|"
    "(?<=[大中支警勤援防部])队(?![员长伍])|(?<=[行作报版通])社(?![会区保])|(?<![分重改词题])组(?![长织成建合])|"
    "(?<![格结布])局(?![长面限部势])|厅(?!长)|(?<=[总公])署(?!名)|(?<=[农用商租住客])户(?![口籍外型])|"
    "(?<=[织传战育政化法设利技安交外工务防障源村输健境理游])部(?![门分长署队委件位])|(?<=[党市省县区工改村居])委(?![员托会派任])|"
    "(?<=[公居村农牧渔市选])民(?![法政营族事办用众委])|(?<=[商厂专卖买行])家(?![长庭具])|店(?![铺面])"
)
# A name by itself alone is a general word; joined to another it only completes it (单位和个人).
BARE = re.compile(
    "(?:个人|单位|组织|部门|人员|工作人员|企业|机构|机关|公民|法人|从业人员|负责人|行业|责任人员|"
    "直接责任人员|其他(?!有关|相关).*)"
)
EVERY = re.compile("各.{1,4}")
JOINT = re.compile("、|以及|和|与|及|或者|或(?!者)|特别是|包括")

# Words of names in which a letter stands that is a preposition or a verb elsewhere.
COMPOUND = re.compile(
    "对外|对口|以及|自行车|自来水|自动|自助|给水|补给|应急|供应|应用|相应|以[上下]|自由|自治|自然|自营|自身|所在|[受出转]让|供给|将军|在[职校编岗读]|"
    "一把手|特别是|党的|行为|合同|共同|协同|同级|同行|同业|经[营济理纪办贸]|财经|从业|[^的]从事(?=[^的]*$)|基因|因特网|"
    "^被.{1,5}?(?:人|单位|方|者|机构|机关|部门|企业|地区)|依法(?=设立|成立|登记)"
)
# Prepositions, marks and verbs: no part of a name, unless inside one of the words above.
FOREIGN = re.compile(
    "[，。；：！？\n对将把被在以向让由给于按应是经依因从自同为]|"
    "发现|存在|收到|接到|认为|违反|作为|应当|可以|不得|必须|进行|发生|符合|具有|具备|提交|根据|属于|"
    "运载|搭载|乘坐|设立|赋予|规定|^其(?:统一|共同)?组织$|有权|禁止|严禁|不予|予以|给予|建立|健全|完善|落实|加强|强化|推动|推进|促使|确保|防止|坚持|注重|"
    "贯彻|统筹|抓好|负责(?!人|的)"
)
# What a clause begins with whose first words are no subject.
OPENING = re.compile(
    "(?:大力|积极|切实|认真|着力|深入|进一步|持续|不断|充分|努力|依法(?!设立|成立|登记)|及时|主动)|造成|导致|违反|要求|需要|出售|购买|提升|处理|申请(?!人|者|单位|执行人)|以及|包括|实施|进行|采取|督促|推动|加强|确保|促使|支持|防止|健全|完善|落实|发挥|强化|坚持|抓好|统筹|注重|建立|开展|组织开|"
    "组织实|发现|针对|贯彻|严格|推进|规范|作为|依照|按照|根据|经(?![营济理纪])|向|对(?!外)|与|同(?!级|行|业)|"
    "由|为|并|也|是|有(?!关|权)|各项|接受|保证(?!人)|禁止|严禁|除|未|不|"
    "(?:领导|监督|指导)(?!班子|干部|机关|部门|小组|管理|检查|人|者)|"
    "鼓励|引导|责令|通知|要求|协助|配合|保障(?!部门|机构|行政)|保护|维护|明确|列入|纳入|告知|报(?!社|名|告人|案人|关)"
)


def ends_of(text: str, known: frozenset[str]) -> list[int]:
    """Return where in `text` a name may end, `known` names of the document included."""
    pattern = f"{'|'.join(map(re.escape, sorted(known)))}|" if known else ""
    found = {each.end(1) for each in re.finditer(f"(?=({pattern}{WORDS}))", text)}
    found |= {each.end(1) for each in re.finditer(f"(?=({LETTERS}))", text) if each.start()}
    return sorted(found)


def is_nominal(text: str) -> bool:
    """Whether no preposition, mark or verb stands in `text`, so that it may be a name."""
    return not OPENING.match(text) and not FOREIGN.search(COMPOUND.sub("○", text))
