"""Authored pages: HTML is shown, not run; every block of text can be pointed at."""

from __future__ import annotations

import re

from lxml import html

from generator.model import Page
from generator.outputs.shared.authored_markdown import render_page

MARKDOWN = """# 标题 **粗**

段一
续行 [链](a.html) `code`

- 甲
- 乙
  - 丙

    丙二

1. 松

2. 散

> 引文

| 甲栏 | 乙栏 |
|---|---|
| 一 |  |

```
x = 1 < 2
```

<div id="own">不是标签</div>
"""


def test_every_block_of_text_stands_at_its_anchor() -> None:
    made = render_page(Page("help", "标题", MARKDOWN))
    tree = html.fromstring(f"<div>{made.html}</div>")
    assert [block.id for block in made.blocks] == tree.xpath("//@id")
    for block in made.blocks:
        own = tree.xpath(f"//*[@id='{block.id}']")[0]
        words = " ".join(own.text_content().split())
        assert words.startswith(block.text), block
    told = "".join(block.text for block in made.blocks)
    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", tree.text_content())


def test_markup_in_a_page_is_shown_and_scripts_are_no_links() -> None:
    made = render_page(Page("x", "x", "<b>粗</b>\n\n[按](javascript:alert(1))\n"))
    assert [block.text for block in made.blocks] == ["<b>粗</b>", "[按](javascript:alert(1))"]
    assert "<b>" not in made.html
    assert "href" not in made.html
