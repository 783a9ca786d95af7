"""The outputs by name, in the order in which they are begun; adding one is one line."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from generator.model import Library
from generator.outputs.context import Context, Render


@dataclass(frozen=True, slots=True)
class Output:
    """An output: its name on the command line, its name for people, and what makes it.

    Outputs of one `stage` may run at the same time; those of a later stage read the site as
    the earlier ones have left it.  One that `follows` another is made anew with it: without
    that it would be stale.
    """

    name: str
    title: str
    render: Render
    stage: int = 0
    follows: tuple[str, ...] = ()


def _package(name: str) -> Render:
    """Return the `render` of generator/outputs/NAME, loaded when it is called.

    What an output needs (a typesetter, a site generator) is so loaded in its own process.
    """

    def render(library: Library, context: Context) -> None:
        cast(Render, import_module(f"generator.outputs.{name}").render)(library, context)

    return render


OUTPUTS: tuple[Output, ...] = (
    Output("packs", "学习材料", _package("packs")),  # the slowest first
    Output("data", "开放数据", _package("data")),
    Output("site", "网站", _package("site")),
    Output("search", "检索", _package("search")),
    Output("reading", "拼音", _package("reading")),
    Output("single", "单页版", _package("single")),
    Output("tables", "表格", _package("tables")),
    Output("hant", "繁体字版", _package("hant"), stage=1, follows=("site", "reading")),
    Output("bundle", "离线包", _package("bundle"), stage=2),
)
