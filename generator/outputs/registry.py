"""The outputs by name, in the order in which they are begun; adding one is one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import cast

from generator.build.memo import Memo
from generator.errors import ContentError
from generator.model import Carried, Library
from generator.outputs.shared.render_context import Context, Render


@dataclass(frozen=True, slots=True)
class Output:
    """An output: its name on the command line, its name for people, and what makes it.

    An output `reads` what the outputs named have left in the site: it begins when they are
    done, and is made anew with them, unless it is `lasting`: a bundle of all may wait.
    One with a word in `carried` writes to dist/, and into the site only where library.yml has
    that word under `downloads`.
    `prepare` loads and makes what does not depend on the library; it may be called before
    `render` in the same process or one that this one is forked from, or not at all.
    """

    name: str
    title: str
    render: Render
    reads: tuple[str, ...] = ()
    lasting: bool = False
    carried: Carried | None = None
    prepare: Callable[[Memo], None] = lambda memo: None

    def in_site(self, library: Library) -> bool:
        """Tell whether it leaves anything in the site of `library`."""
        return self.carried is None or self.carried in library.downloads


def _package(
    name: str,
    title: str,
    reads: tuple[str, ...] = (),
    *,
    lasting: bool = False,
    carried: Carried | None = None,
) -> Output:
    """Return the output that generator/outputs/NAME makes, loaded when it is first called."""

    def package() -> ModuleType:
        return import_module(f"generator.outputs.{name}")

    def render(library: Library, context: Context) -> None:
        cast(Render, package().render)(library, context)

    def prepare(memo: Memo) -> None:
        if hasattr(package(), "prepare"):
            package().prepare(memo)

    return Output(name, title, render, reads, lasting, carried, prepare)


OUTPUTS: tuple[Output, ...] = (
    _package("packs", "学习材料"),  # the slowest first
    _package("site", "网站"),
    _package("pinyin", "拼音"),
    _package("search", "检索"),
    _package("hant", "繁体字版", ("site", "pinyin")),
    _package("data", "开放数据"),
    _package("draft", "核稿"),
    _package("database", "数据库"),
    _package("parquet", "Parquet"),
    _package("akn", "Akoma Ntoso"),
    _package("tei", "TEI"),
    _package("epub", "电子书"),
    _package("markdown", "Markdown"),
    _package("linker", "条文链接"),
    _package("single", "单页版", carried="single"),
    _package("sheets", "表格"),
    _package("revisions", "修订痕迹"),
)
OUTPUTS += (
    _package("bundle", "离线包", tuple(each.name for each in OUTPUTS), lasting=True, carried="zip"),
)


def chosen_outputs(only: str | None) -> tuple[Output, ...]:
    """Return the outputs to be made: all, or the one named and what follows it.

    ContentError where none has that name.
    """
    chosen = tuple(
        each
        for each in OUTPUTS
        if only in (None, each.name) or (only in each.reads and not each.lasting)
    )
    if not chosen:
        names = "、".join(each.name for each in OUTPUTS)
        raise ContentError(f"--only {only}", f"没有这一项；可以是 {names}")
    return chosen
