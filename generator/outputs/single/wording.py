"""How things are called on the single page."""

from __future__ import annotations

from generator.model import Role, VariantKind

ROLES: dict[Role, tuple[str, str]] = {
    "practice": ("●", "做法"),
    "problem": ("▲", "问题"),
    "measure": ("■", "措施"),
    "understanding": ("◆", "认识"),
    "other": ("○", "其他"),
}
VARIANT_KINDS: dict[VariantKind, str] = {
    "punctuation": "标点",
    "wording": "用字",
    "omission": "脱文",
    "addition": "衍文",
    "splice": "串文",
    "duplicate": "重出",
    "misnumbering": "误编号",
    "misplacement": "错位",
    "foreign": "混入他文",
    "heading": "标题",
}


def full_width(label: str) -> str:
    """Return a label with brackets as printed: (五) -> （五）."""
    return label.replace("(", "（").replace(")", "）")


def called(label: str) -> str:
    """Return what the article of a label is called: （五） -> 第（五）条, 第五条 -> 第五条."""
    label = full_width(label)
    return label if label.startswith("第") else f"第{label}条"


def chinese_date(date: str) -> str:
    """Return 2021-03-27 as 2021年3月27日; what is not such a date as it stands."""
    numbers = date.split("-")
    if not all(each.isdigit() for each in numbers):
        return date
    return "".join(f"{int(each)}{unit}" for each, unit in zip(numbers, "年月日", strict=False))
