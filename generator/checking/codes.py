"""Every code of a finding: its name, level, and what an editor does about it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Level


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding, in the words of the pages and of the documentation."""

    code: str
    name: str
    level: Level
    advice: str


TABLE: tuple[Code, ...] = (
    Code("E-001", "勘误找不到原文", "warning", "核对 errata.yml 中这一条的 before，或删去这一条"),
    Code("E-002", "勘误原文不止一处", "warning", "在 errata.yml 中为这一条写上 context"),
    Code("E-003", "勘误重叠", "warning", "把 errata.yml 中改同一处的两条合并"),
    Code("E-004", "疑有误字", "info", "核对原件；确系误字的，去掉 suspect，写上 after"),
    Code("I-001", "隐藏文字未收", "warning", "对照原件；应当公开的，在 Word 里取消隐藏后再放入"),
    Code("I-002", "修订未定", "warning", "对照原件，在 Word 里接受或拒绝修订后再放入"),
    Code("I-003", "识别不确定", "warning", "对照图中原字；认错的，在 errata.yml 中订正"),
    Code("I-004", "图片未读", "info", "图中有正文的，另存为图片或扫描件放入"),
    Code("I-005", "正文以外略去", "info", "对照原件；确系正文的，另存为纯文本再放入"),
    Code("I-006", "文件读不全", "error", "对照原件；重新导出这个文件，或换一个完好的"),
    Code("T-001", "引号不成对", "warning", "核对原件；确系脱漏的，在 errata.yml 中补上"),
    Code("T-002", "括号不成对", "warning", "核对原件；确系脱漏的，在 errata.yml 中补上"),
    Code("T-003", "字词重出", "warning", "核对原件；确系误重的，在 errata.yml 中删去"),
    Code("T-004", "半角标点", "info", "核对；应为全角的，在 errata.yml 中订正"),
    Code("T-005", "序号不连", "warning", "核对原件是否缺漏、重复；原件如此的不必改"),
    Code("T-006", "有标题无正文", "warning", "核对来源是否残缺"),
    Code("T-007", "数目不符", "warning", "核对原件；原件如此的不必改"),
    Code("T-008", "遮盖未还原", "info", "能确定所遮词语的，在 errata.yml 中还原"),
    Code("T-009", "空篇", "error", "核对来源；不要的，在 library.yml 中写 drop"),
    Code("T-010", "无法辨认的字符", "error", "找到原件，在 errata.yml 中订正"),
    Code("T-011", "疑为形近误字", "warning", "核对原件；确系误认的，在 errata.yml 中订正"),
    Code("T-012", "来源不全", "warning", "网站扣住了部分正文；找到全文再放入"),
    Code("Q-001", "引文与原文有出入", "info", "对照条文；报告意在引用的，照原文改正"),
    Code("K-001", "认不出条文", "error", "核对来源，以及 library.yml 中的版本和 numbering"),
    Code("K-002", "缺条", "error", "找到原件补上，或核对各版本的条号"),
    Code("K-003", "各版本同处损坏", "error", "找到原件；在 errata.yml 中补正"),
    Code("K-004", "条文中断", "warning", "找到原件补足"),
    Code("K-005", "两读未定", "warning", "核对原件；在 library.yml 的 editorial 中指定从哪一版本"),
    Code("K-006", "单版本且有损坏", "error", "找到另一版本或原件"),
    Code("K-007", "多出一段未收", "warning", "对照原件，看是否漏收"),
    Code("K-008", "原文有遗漏", "error", "对照来源，看这几行该归在哪里；用 numbering 写明编号方式"),
    Code("K-009", "条号有形近字", "warning", "对照原件；在 errata.yml 中订正条号"),
    Code("P-001", "页面图片未收", "warning", "自撰页面只收文字；删去图片，或把要紧的内容写成文字"),
    Code("R-001", "两篇几乎相同", "info", "确系两篇的，在 library.yml 中给这一篇写 kind: report"),
    Code("L-001", "裁定的引文找不到", "warning", "报告已改的，照现文改写裁定里的 words，或删去"),
    Code("L-002", "裁定的引文有出入", "info", "核对裁定里的 words，照报告现文改写"),
    Code("L-003", "裁定的报告不存在", "warning", "改正裁定里的 report，或删去这一条裁定"),
    Code("L-004", "裁定的条文不存在", "warning", "改正裁定里的 article，或删去这一条裁定"),
    Code("L-005", "引用的条文不存在", "warning", "核对报告里的条号；确系误写的，在 errata 中订正"),
    Code("L-006", "引用的条文在别的版本里", "warning", "核对报告的日期和所引的版本"),
)

CODES: dict[str, Code] = {each.code: each for each in TABLE}
