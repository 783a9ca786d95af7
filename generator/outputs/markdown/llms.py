"""llms.txt, the index for language models: a title, a summary, sections of links (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.outputs.markdown.lists import volume_rows
from generator.outputs.markdown.names import Index, document_name
from generator.outputs.markdown.writing import escaped, items, link, told

FIRST = 200  # reports that are named here; the list of reports has all
DATA = (
    ("edition.json", "整理本，逐句"),
    ("links.json", "关联，含依据"),
    ("library.sqlite", "全部数据，带全文检索"),
)


def llms_text(index: Index) -> str:
    """Return llms.txt; what can be left out where there is little room is under Optional."""
    library = index.library
    return told(
        (
            f"# {escaped(library.title)}",
            f"> {escaped(library.subtitle or library.title)}",
            "全文、各条、报告、法规的网页旁边有同名的 .md 文件，文字相同。引用条文以全文为准；"
            "关联由程序判定，仅供参考。",
            *_sections(index),
        )
    )


def _sections(index: Index) -> Iterator[str]:
    library = index.library
    yield "## 基准文件"
    yield items(
        f"{_way(each.edition.base.title, addresses.full_text(each.edition.base.id))}"
        f": 全文，{len(each.edition.articles)}条"
        for each in library.collations
    )
    yield "## 条文"
    yield items(
        link(name, addresses.LLMS, page)
        for each in library.collations
        for article in each.edition.articles
        for name, page in (index.articles[each.edition.base.id, article.number],)
    )
    if library.reports:
        yield "## 报告"
        count = len(library.reports)
        yield items(
            (
                f"{_way('报告目录', addresses.REPORTS)}: 全部{count}篇",
                *(
                    link(index.names[each.piece.id], addresses.LLMS, index.report(each.piece.id))
                    for each in library.reports[:FIRST]
                ),
            )
        )
    if volumes := list(volume_rows(library)):
        yield "## 分册"
        yield items(link(title, addresses.LLMS, target) for title, target in volumes)
    yield "## Optional"
    yield items(_optional(index))


def _optional(index: Index) -> Iterator[str]:
    library = index.library
    for each in library.earlier:
        way = _way(document_name(each), addresses.full_text(each.edition.base.id))
        yield f"{way}: 已修订，只供查考"
    for each in library.collations:
        base = each.edition.base
        yield f"{_way(f'{base.short_title}校勘', addresses.apparatus(base.id))}: 异文和取舍的理由"
    yield f"{_way('责任清单', addresses.DUTIES)}: 谁应当、可以、不得做什么"
    yield f"{_way('词条', addresses.TERMS)}: 名称、别称、释义"
    if library.laws:
        yield f"{_way('法规', addresses.LAWS)}: 报告引用的其他法规"
    for page in library.pages:
        yield _way(page.title, addresses.page(page.name))
    for name, what in DATA:
        if name != "links.json" or library.hall is None:
            yield f"[{name}](data/{name}): {what}"


def _way(words: str, page: str) -> str:
    return link(words, addresses.LLMS, addresses.markdown(page))
