"""The grammar of labels: how divisions, articles, headings and list items are numbered.

Each form is written down once, as it is printed; whoever looks for labels takes the forms
that it needs from here and adds only what is its own (where a label may stand, what must
follow).  The order of HEADINGS is that of GB/T 9704-2012, 7.3.3, for official documents,
with the divisions and articles of laws before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.text.numerals import ARABIC, CIRCLED, COUNTING, ENCLOSED, PARENTHESISED

UNITS = "编章节篇"
"""What divisions are counted in."""


CHINESE = rf"[{COUNTING}]{{1,7}}"


@dataclass(frozen=True, slots=True)
class LabelForm:
    """A way of writing labels.

    `written` is a regular expression with # where the number stands, `numeral` one for the
    number, `single` the characters that are a label by themselves: ㈠ for （一）.  `branch`
    tells a form that may go on with 之一.
    """

    name: str
    written: str
    numeral: str
    single: str = ""
    branch: bool = False

    @property
    def pattern(self) -> str:
        """The form as a regular expression without groups."""
        alone = f"|[{self.single}]" if self.single else ""
        branch = f"(?:之{CHINESE})?" if self.branch else ""
        return f"(?:{self.written.replace('#', f'(?:{self.numeral})')}{branch}{alone})"

    @property
    def groups(self) -> str:
        """The form as a regular expression with the groups label, number, enclosed, branch."""
        alone = f"|(?P<enclosed>[{self.single}])" if self.single else ""
        branch = f"(?:之(?P<branch>{CHINESE}))?" if self.branch else ""
        written = self.written.replace("#", f"(?P<number>{self.numeral})")
        return f"(?P<label>{written}{branch}{alone})"


_EITHER = rf"{CHINESE}|[{ARABIC}]{{1,4}}"
_FEW = rf"[{ARABIC}]{{1,2}}"

DIVISION = LabelForm("division", rf"第#(?:分编|[{UNITS}])", _EITHER)  # 第二章
PART = LabelForm("part", "第#部分", _EITHER)  # 第一部分
ARTICLE = LabelForm("article", "第#条", _EITHER, branch=True)  # 第五条, 第五条之一
SECTION = LabelForm("section", "#、", CHINESE)  # 一、
ITEM = LabelForm("item", "[（(]#[）)]", CHINESE, ENCLOSED)  # （一）, ㈠
POINT = LabelForm("point", rf"#(?:[.．](?![{ARABIC}])|、)", _FEW)  # 1.
SUBPOINT = LabelForm("subpoint", "[（(]#[）)]", _FEW, PARENTHESISED)  # （1）, ⑴
DECIMAL = LabelForm(  # 1.1, 1.1.1; what 1.5亿元 begins with is none
    "decimal",
    "#",
    rf"[{ARABIC}]{{1,2}}(?:[.．][{ARABIC}]{{1,2}}){{1,3}}(?![{ARABIC}.．%％万亿元个倍米吨])",
)
NUMBER = LabelForm("number", rf"#(?=[ 　]+[^\W{ARABIC}_])", _FEW)  # 1 总则, above 1.1
CIRCLE = LabelForm("circle", "#", f"[{CIRCLED}]")  # ①
HEADINGS = (DIVISION, ARTICLE, SECTION, ITEM, POINT, SUBPOINT, CIRCLE)

ORDINAL = LabelForm("ordinal", "第#[，,、]", CHINESE)  # 第一，
AMONG = LabelForm("among", "[其第]#[，,是]", CHINESE)  # 其一，第一是
RUNNING = LabelForm("running", "#(?:是|要)(?!否)", CHINESE)  # 一是
SEQUENCE = LabelForm("sequence", "#[，,]", "首先|其次|再次|最后")  # 首先，

LOOSE = LabelForm("loose", rf"[（(]?#[、.．)）](?![{ARABIC}])", _EITHER)  # 1) 一）as typed

TYPED = rf"[（(]?(?:[{ARABIC}]{{1,3}}|{CHINESE}|[a-zA-Z])"
"""A label typed with half-width marks, up to its closing mark: 1 of 1), a of a."""


def any_of(*forms: LabelForm) -> str:
    """Return a regular expression, without groups, for a label of any of `forms`."""
    return f"(?:{'|'.join(form.pattern for form in forms)})"
