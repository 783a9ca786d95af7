"""Pictures that an authored page names: it would have to fetch them, so they are not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt

from generator.model import Finding, Page


def check_pages(pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield a finding for every picture that does not stand in the page itself (data:)."""
    markdown = MarkdownIt("js-default")
    for page in pages:
        for block in markdown.parse(page.markdown):
            for token in block.children or ():
                address = str(token.attrs.get("src", ""))
                if token.type == "image" and not address.startswith("data:"):
                    line = block.map[0] + 1 if block.map else 1
                    yield Finding(
                        "P-001",
                        "warning",
                        f"pages/{page.name}.md",
                        line,
                        address,
                        f"页面引用的图片没有收入：{token.content or address}",
                        details=(page.name, page.title, token.content),
                    )
