"""What library.yml may say of packs: page numbers, fonts, a cover, traditional characters too."""

from __future__ import annotations

import re
from typing import Annotated, cast

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.model import PackFace, PackStyle, PageNumber

NUMBERS: dict[str, PageNumber] = {
    "—1—": "— 1 —",
    "第1页": "第1页",
    "第1页共N页": "第1页 共N页",
    "1": "1",
    "无": "无",
}
YES_NO = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
FACES: dict[str, PackFace] = {
    "title": "title",
    "heading": "heading",
    "subheading": "minor",
    "body": "body",
}
NO_FONT = re.compile(r"[^\w .()（）+-]")
LONGEST_FONT = 60


def _page_number(form: str) -> PageNumber:
    """Return the form of page numbers that an editor means, however it is spaced."""
    plain = re.sub(r"[\s,，]", "", form)
    plain = re.sub("[-－–─]", "—", plain).replace("——", "—")
    plain = re.sub(r"共\w页$", "共N页", plain)
    if plain not in NUMBERS:
        known = "、".join(f"“{each}”" for each in NUMBERS.values())
        raise PydanticCustomError("page_number", f"没有这种页码；可写 {known}")
    return NUMBERS[plain]


def _font(name: str) -> str:
    name = name.strip()
    if not name or NO_FONT.search(name) or len(name) > LONGEST_FONT:
        raise PydanticCustomError(
            "font", "不是字体的名字；写成 仿宋_GB2312 的样子，只写一个，不带引号和逗号"
        )
    return name


def _yes_no(words: str) -> bool:
    if words.strip().lower() not in YES_NO:
        raise PydanticCustomError("yes_no", "只能写 true（要）或 false（不要）")
    return YES_NO[words.strip().lower()]


PageNumberForm = Annotated[str, AfterValidator(_page_number)]
FontName = Annotated[str, AfterValidator(_font)]
YesNo = Annotated[str, AfterValidator(_yes_no)]


def pack_style(
    page_number: object, fonts: dict[str, str], cover: object, traditional: object, quiz: object
) -> PackStyle:
    """Return the style that checked values stand for; what is None is as GB/T 9704 has it."""
    usual = PackStyle()
    return PackStyle(
        usual.page_number if page_number is None else cast(PageNumber, page_number),
        tuple((FACES[each], name) for each, name in fonts.items() if name),
        usual.cover if cover is None else bool(cover),
        bool(traditional),
        bool(quiz),
    )
