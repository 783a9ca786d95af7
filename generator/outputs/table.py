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

    An output `reads` what the outputs named have left in the site: it begins when they are
    done, and is made anew with them, unless it is `lasting`: a bundle of all may wait.
    """

    name: str
    title: str
    render: Render
    reads: tuple[str, ...] = ()
    lasting: bool = False


def _package(name: str) -> Render:
    """Return the `render` of generator/outputs/NAME, loaded when it is called.

    What an output needs (a typesetter, a site generator) is so loaded in its own process.
    """

    def render(library: Library, context: Context) -> None:
        cast(Render, import_module(f"generator.outputs.{name}").render)(library, context)

    return render


OUTPUTS: tuple[Output, ...] = (
    Output("packs", "学习材料", _package("packs")),  # the slowest first
    Output("site", "网站", _package("site")),
    Output("reading", "拼音", _package("reading")),
    Output("search", "检索", _package("search")),
    Output("hant", "繁体字版", _package("hant"), reads=("site", "reading")),
    Output("data", "开放数据", _package("data")),
    Output("single", "单页版", _package("single")),
    Output("tables", "表格", _package("tables")),
)
OUTPUTS += (
    Output("bundle", "离线包", _package("bundle"), tuple(each.name for each in OUTPUTS), True),
)
