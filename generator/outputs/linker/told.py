"""The page that says how other pages include the linker, and shows it at work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model import Article, Edition, Library
from generator.outputs.shared.network_policy import with_policy
from generator.outputs.shared.page_templates import page_templates
from generator.text.nomenclature import article_name, part_name
from generator.text.numerals import numeral_text


@dataclass(frozen=True, slots=True)
class LinkerView:
    """What the page shows: a document's names, and citations of articles that it has."""

    library: str
    language: str
    title: str
    short: str
    one: str
    last: str
    several: str
    absent: str


def told_page(library: Library, theme: tuple[Path, ...]) -> bytes:
    """Return linker/index.html."""
    editions = [each.edition for each in library.collations if each.edition.articles]
    view = _view(library, editions[0]) if editions else None
    page = page_templates(theme).get_template("linker.html").render(v=view, library=library)
    return with_policy(page.encode())


def _view(library: Library, edition: Edition) -> LinkerView:
    articles = edition.articles
    names = {
        each.id: (part_name(part.label) if edition.restarts else "") + article_name(each.label)
        for part in edition.parts
        for each in part.articles
    }

    def name(article: Article) -> str:
        return names[article.id]

    first, last = articles[0], articles[-1]
    several = "、".join(name(each) for each in articles[1:3]) or name(first)
    title = edition.base.title
    return LinkerView(
        library.title,
        library.language,
        title,
        edition.base.short_title or f"《{title}》",
        name(first),
        name(last),
        several,
        f"第{numeral_text(len(articles) + 900)}条",
    )
