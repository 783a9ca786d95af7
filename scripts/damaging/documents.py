"""Well-formed laws and policies: made by a seeded grammar, or read from a sound text."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from generator.edition.label_finding import label_text
from generator.text.numerals import numeral_text

Form = Literal["law", "policy"]


@dataclass(frozen=True, slots=True)
class SoundArticle:
    """An article: running count, printed label, its paragraphs (款), and its path.

    The path are the numbers that name it, where the running count does not.
    """

    number: int
    label: str
    paragraphs: tuple[str, ...]
    path: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The article as an edition gives it."""
        return "\n".join(self.paragraphs)

    @property
    def address(self) -> tuple[int, ...]:
        """The numbers that name it."""
        return self.path or (self.number,)


@dataclass(frozen=True, slots=True)
class SoundPart:
    """A part: label, heading, running paragraphs and articles."""

    label: str
    heading: str
    paragraphs: tuple[str, ...]
    articles: tuple[SoundArticle, ...]


@dataclass(frozen=True, slots=True)
class SoundDocument:
    """A document as it ought to read."""

    form: Form
    title: str
    date_line: str
    preamble: tuple[str, ...]
    parts: tuple[SoundPart, ...]

    @property
    def articles(self) -> tuple[SoundArticle, ...]:
        """Every article in order."""
        return tuple(article for part in self.parts for article in part.articles)


SUBJECTS = (
    "县级以上地方人民政府",
    "国务院有关主管部门",
    "行业协会",
    "用人单位",
    "乡镇人民政府",
    "市场监督管理部门",
    "生态环境主管部门",
    "企业事业单位",
    "社会团体",
    "农村集体经济组织",
    "教育行政部门",
    "医疗卫生机构",
    "水行政主管部门",
    "交通运输企业",
    "网络运营者",
    "金融机构",
    "科研院所",
    "城市管理部门",
    "应急管理机构",
    "公共图书馆",
    "档案管理机构",
    "供水单位",
    "物业服务人",
    "数据处理者",
    "旅游经营者",
    "种子生产企业",
    "林业主管部门",
)
DUTIES = (
    "建立健全",
    "组织编制",
    "定期公布",
    "依法审查",
    "统一登记",
    "及时修订",
    "妥善保管",
    "逐步完善",
    "严格执行",
    "按照职责分工落实",
    "会同有关方面制定",
    "如实记录",
    "公开征集",
    "监测评估",
    "鼓励推广",
    "协调推进",
    "指导实施",
    "委托专业机构核验",
    "优先保障",
    "分类管理",
)
OBJECTS = (
    "安全生产责任制度",
    "水资源节约利用规划",
    "从业人员培训档案",
    "突发事件应急预案",
    "古树名木保护名录",
    "公共数据开放目录",
    "传染病监测报告制度",
    "房屋使用安全档案",
    "学前教育设施布局",
    "粮食储备轮换计划",
    "噪声污染防治方案",
    "食品抽样检验结果",
    "个人信息保护措施",
    "道路养护质量标准",
    "职业技能等级评价办法",
    "湿地生态修复项目",
    "消防设施维护记录",
    "养老服务补贴标准",
    "知识产权保护机制",
    "产品质量追溯系统",
    "城市地下管线图",
    "农作物种质资源库",
    "文物修缮经费",
    "殡葬服务收费项目",
    "能源消费统计台账",
    "船舶检验证书",
    "气象灾害预警信息",
    "无障碍环境建设标准",
    "电梯维护保养合同",
    "河道采砂许可",
)
PURPOSES = (
    "保障公众健康",
    "防止环境污染",
    "维护市场秩序",
    "提高服务质量",
    "满足居民需要",
    "预防事故发生",
    "促进产业升级",
    "保护当事人合法权益",
    "方便群众查询",
    "降低行政成本",
    "增强防灾减灾能力",
    "传承优秀传统文化",
    "推动城乡协调发展",
    "规范资金使用",
)
CONDITIONS = (
    "发生重大变化的",
    "超过法定期限的",
    "涉及公共利益的",
    "经检验不合格的",
    "收到书面申请后",
    "在紧急情况下",
    "跨行政区域的",
    "对评估结果有异议的",
    "需要临时占用土地的",
    "终止运营的",
    "合同另有约定的",
    "因不可抗力不能履行的",
    "首次申领证书的",
    "变更登记事项的",
)
TIMES = ("三日内", "七个工作日内", "十五日内", "三十日内", "每年第一季度", "六个月内", "两年内")
ACTS = (
    "向原批准机关报告",
    "通知利害关系人",
    "重新办理备案手续",
    "组织专家论证",
    "说明理由并予以公告",
    "采取补救措施",
    "停止使用并封存设备",
    "提交第三方出具的鉴定意见",
    "听取社会公众意见",
    "责成下级机关复查",
    "将处理情况记入信用记录",
    "退还已经收取的费用",
    "移送有管辖权的机关处理",
)
PENALTIES = (
    "由主管部门责令改正，给予警告",
    "没收违法所得，并处二万元以上十万元以下罚款",
    "情节严重的，吊销许可证件",
    "对直接负责的主管人员依法给予处分",
    "构成犯罪的，依法追究刑事责任",
    "逾期不改正的，处五千元以上三万元以下罚款",
    "造成损失的，依法承担赔偿责任",
)
CHAPTERS = (
    "总则",
    "规划与建设",
    "权利和义务",
    "服务与保障",
    "监督检查",
    "登记管理",
    "信息公开",
    "安全与应急",
    "资金和财产",
    "争议解决",
    "法律责任",
    "附则",
)
THEMES = (
    "强化组织领导",
    "健全工作机制",
    "提升服务水平",
    "夯实基层基础",
    "优化资源配置",
    "加强队伍建设",
    "深化改革创新",
    "严格督查考核",
    "拓宽参与渠道",
    "完善配套政策",
    "推进数字赋能",
    "改进工作作风",
    "压实主体责任",
    "补齐设施短板",
    "畅通反馈渠道",
    "营造良好氛围",
    "防范化解风险",
    "落实财政投入",
)


def synthetic(form: Form, count: int, seed: int) -> SoundDocument:
    """Return a document of `count` articles; the same seed gives the same document."""
    chance = random.Random(f"{form}-{count}-{seed}")
    subject = chance.choice(OBJECTS)
    if form == "law":
        title = f"{chance.choice(('江河市', '临海省', '北原自治区'))}{subject}管理条例"
        date_line = "（2019年11月28日江河市第七届人民代表大会常务委员会第三十次会议通过）"
        preamble: tuple[str, ...] = ()
    else:
        title = f"关于进一步加强{subject}工作的指导意见"
        date_line = "（2020年6月18日）"
        preamble = (
            f"为{chance.choice(PURPOSES)}，{chance.choice(PURPOSES)}，现就{subject}工作提出如下意见。",
        )
    sizes = _sizes(chance, count, max(2, min(len(CHAPTERS), count // 6 + 1)))
    parts = []
    number = 0
    for at, size in enumerate(sizes, 1):
        articles = []
        for _ in range(size):
            number += 1
            label = label_text("articles" if form == "law" else "brackets", number)
            body = law_text(chance) if form == "law" else policy_text(chance)
            articles.append(SoundArticle(number, label, body))
        parts.append(_part(chance, form, at, len(sizes), tuple(articles)))
    return SoundDocument(form, title, date_line, preamble, tuple(parts))


def _part(
    chance: random.Random, form: Form, at: int, count: int, articles: tuple[SoundArticle, ...]
) -> SoundPart:
    numeral = numeral_text(at)
    if form == "law":
        name = CHAPTERS[-1] if at == count else CHAPTERS[at - 1]
        return SoundPart(f"第{numeral}章", name, (), articles)
    running = (sentence(chance), sentence(chance) + sentence(chance)) if at == 1 else ()
    name = f"{chance.choice(THEMES)}，{chance.choice(PURPOSES)}"
    return SoundPart(f"{numeral}、", name, running, articles)


def _sizes(chance: random.Random, count: int, parts: int) -> list[int]:
    cuts = sorted(chance.sample(range(1, count), parts - 1)) if count > parts else []
    return [b - a for a, b in zip([0, *cuts], [*cuts, count], strict=True)]


def sentence(chance: random.Random) -> str:
    """Return a sentence as laws and policies have them."""
    shape = chance.randrange(6)
    subject, thing = chance.choice(SUBJECTS), chance.choice(OBJECTS)
    if shape == 0:
        return f"{subject}应当{chance.choice(DUTIES)}{thing}，{chance.choice(PURPOSES)}。"
    if shape == 1:
        return (
            f"{chance.choice(CONDITIONS)}，{subject}应当在{chance.choice(TIMES)}"
            f"{chance.choice(ACTS)}，并{chance.choice(ACTS)}。"
        )
    if shape == 2:
        other = chance.choice(SUBJECTS)
        return f"{subject}、{other}可以依据本办法，对{thing}的情况{chance.choice(ACTS)}。"
    if shape == 3:
        return (
            f"{thing}{chance.choice(CONDITIONS)}，应当{chance.choice(ACTS)}；"
            f"未{chance.choice(ACTS)}的，不予受理。"
        )
    if shape == 4:
        return (
            f"{subject}{chance.choice(DUTIES)}{thing}和{chance.choice(OBJECTS)}，"
            f"所需经费列入本级预算。"
        )
    return f"任何单位和个人不得妨碍{subject}{chance.choice(DUTIES)}{thing}。"


def law_text(chance: random.Random) -> tuple[str, ...]:
    """Return the paragraphs of an article of a law."""
    if chance.random() < 0.15:
        return (
            f"违反本条例规定，{chance.choice(CONDITIONS)}，{chance.choice(PENALTIES)}；"
            f"{chance.choice(PENALTIES)}；未{chance.choice(DUTIES)}{chance.choice(OBJECTS)}的，"
            f"{chance.choice(PENALTIES)}。",
        )
    paragraphs = ["".join(sentence(chance) for _ in range(chance.randrange(1, 4)))]
    if chance.random() < 0.3:
        paragraphs.append(sentence(chance))
    if chance.random() < 0.12:
        items = chance.sample(OBJECTS, chance.randrange(3, 6))
        paragraphs.append(f"{chance.choice(SUBJECTS)}应当公开下列事项：")
        for at, item in enumerate(items, 1):
            stop = "。" if at == len(items) else "；"
            paragraphs.append(f"（{numeral_text(at)}）{chance.choice(DUTIES)}{item}的情况{stop}")
    return tuple(paragraphs)


def policy_text(chance: random.Random) -> tuple[str, ...]:
    """Return the paragraph of an article of a policy: its heading and what it says."""
    heading = f"{chance.choice(THEMES)}，{chance.choice(DUTIES)}{chance.choice(OBJECTS)}。"
    body = "".join(sentence(chance) for _ in range(chance.randrange(2, 6)))
    return (heading + body,)


def render(document: SoundDocument) -> str:
    """Return the document as a sound witness would have it."""
    lines = [document.title, document.date_line, *document.preamble]
    for part in document.parts:
        lines.append(f"{labelled(part.label)}{part.heading}")
        lines += part.paragraphs
        for article in part.articles:
            first, *rest = article.paragraphs
            lines += [f"{labelled(article.label)}{first}", *rest]
    return "\n".join(line for line in lines if line) + "\n"


def labelled(label: str) -> str:
    """Return a label as it stands before its words: 第X条 and 第X章 with a blank."""
    return f"{label}　" if label.startswith("第") else label
