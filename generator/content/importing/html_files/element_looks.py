"""What the tag and attributes of an element say: not seen, as typed, a link, an icon."""

from __future__ import annotations

import re

from generator.content.importing.html_files.page_tree import Element

HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
AS_TYPED = re.compile(r"white-space\s*:\s*(?:pre\b|pre-wrap|pre-line|break-spaces)", re.IGNORECASE)
UNSEEN = {  # element -> (kind of part, why it does not come into the text)
    **dict.fromkeys(("script", "style"), ("script", "脚本和样式")),
    **dict.fromkeys(("select", "option", "textarea", "button", "datalist"), ("form", "表单")),
    **dict.fromkeys(("svg", "canvas", "object", "audio", "video", "embed"), ("media", "媒体")),
    **dict.fromkeys(("iframe", "frame"), ("frame", "另一个文件里的框架")),
    **dict.fromkeys(("rt", "rp"), ("ruby", "注音")),
    "noscript": ("noscript", "不能运行脚本时才显示"),
    "template": ("hidden", "模板，页面上看不到"),
    "comment": ("comment", "网页源码里的注释"),
    "title": ("title", "浏览器标题栏里的网页标题"),
    "xml": ("comment", "文字处理软件的数据"),
}
HIDDEN = ("hidden", "页面上看不到")
ATTACHED = re.compile(
    r"\.(?:docx?|wps|pdf|xlsx?|et|pptx?|ofd|rar|zip)(?:[?#].{0,200})?$", re.IGNORECASE
)
SMALL = 60  # pixels: a picture no larger is an icon
PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*$")
ICON = re.compile(
    r"icon|logo|qrcode|ewm|btn|button|arrow|blank|spacer|loading|share", re.IGNORECASE
)


def unseen(element: Element) -> tuple[str, str] | None:
    """Return the kind of part that an element is which the page does not show, and why not."""
    said = element.attributes
    hidden = "hidden" in said or HIDING.search(said.get("style", "")) is not None
    return UNSEEN.get(element.tag) or (HIDDEN if hidden else None)


def is_as_typed(element: Element) -> bool:
    """Tell whether the line ends of the source are shown in an element."""
    return element.tag == "pre" or AS_TYPED.search(element.attributes.get("style", "")) is not None


def leads_away(link: Element) -> bool:
    """Tell whether a link leads elsewhere: to a place in the page or an attached file is not."""
    target = link.attributes.get("href", "").strip()
    in_page = target.startswith("#") and len(target) > 1
    return bool(target) and not in_page and not ATTACHED.search(target)


def is_icon(picture: Element) -> bool:
    """Tell whether a picture is one of the page's furniture: small, or named like it."""
    said = picture.attributes
    sides = [PIXELS.match(said.get(name, "")) for name in ("width", "height")]
    source = said.get("src", "")
    return any(side and int(side[1]) <= SMALL for side in sides) or (
        not source.startswith("data:") and ICON.search(source[-80:]) is not None
    )
