"""The outputs by name, in the order in which they are begun; adding one is one line."""

from __future__ import annotations

from dataclasses import dataclass

from generator.outputs import bundle, data, packs, reading, search, single, site, tables
from generator.outputs.context import Render


@dataclass(frozen=True, slots=True)
class Output:
    """An output: its name on the command line, its name for people, and what makes it.

    `last` marks one that reads the site as the others have left it; the others may run at
    the same time.
    """

    name: str
    title: str
    render: Render
    last: bool = False


OUTPUTS: tuple[Output, ...] = (
    Output("packs", "学习材料", packs.render),  # the slowest first
    Output("data", "开放数据", data.render),
    Output("site", "网站", site.render),
    Output("search", "检索", search.render),
    Output("reading", "拼音", reading.render),
    Output("single", "单页版", single.render),
    Output("tables", "表格", tables.render),
    Output("bundle", "离线包", bundle.render, last=True),
)
