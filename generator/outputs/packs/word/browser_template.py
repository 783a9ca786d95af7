"""The look of Word packs for the browser: what overrides/assets/js/word-writer.js writes into.

A script that pages load when a reader wants a Word document of 摘编 or 组卷; the styles that no
paragraph of ours has, most of python-docx's own, are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from generator.model import PackStyle
from generator.outputs.packs.word.looks import COMPACT, LOOKS, NORMAL
from generator.outputs.packs.word.template import template_parts
from generator.outputs.shared.word_files import core_properties

STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
STYLE = re.compile(r'<w:style [^>]*?w:styleId="([^"]+)".*?</w:style>', re.DOTALL)
KEPT = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"} | {
    *("PackArticle", "PackFilled", "Heading1Char", "Heading2Char", "Heading3Char"),
    *(each.id for each in LOOKS),
}


def browser_template(style: PackStyle, script: str) -> str:
    """Return the script: the files of an empty pack, and those that are others in small type."""
    usual = _texts(template_parts(NORMAL, style, script))
    small = _texts(template_parts(COMPACT, style, script))
    others = {name: text for name, text in small.items() if text != usual[name]}
    made = json.dumps({"parts": usual, "compact": others}, ensure_ascii=False, sort_keys=True)
    return f"window.kbWordTemplate = {made};\n"


def _texts(parts: Mapping[str, bytes]) -> dict[str, str]:
    texts = {name: data.decode() for name, data in parts.items()}
    texts[STYLES] = STYLE.sub(lambda found: found[0] if found[1] in KEPT else "", texts[STYLES])
    texts[CORE] = core_properties("", 0).decode()
    return texts
