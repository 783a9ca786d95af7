"""A base document in Markdown: the whole, a page an article, its apparatus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.duties.wording import clauses_of
from generator.model import Article, Collation, Link, Part, Role, Variant
from generator.outputs.markdown.names import Index, article_title
from generator.outputs.markdown.writing import escaped, heading, items, link, told
from generator.outputs.shared.divisions import (
    division_names,
    division_title,
    lying_above,
    printed_label,
)
from generator.outputs.shared.matter_shown import matter_shown
from generator.text.nomenclature import ROLE_WORDS, ROLES, VARIANT_KINDS, imprint

MOST = 12  # passages of a role that an article's page has; the site has all


def edition_pages(index: Index, collation: Collation) -> Iterator[tuple[str, str]]:
    """Yield address -> Markdown of the pages of a base document."""
    edition = collation.edition
    base = edition.base.id
    page = addresses.markdown(addresses.full_text(base))
    yield page, told(_full_text(collation, page))
    names = division_names(edition)
    for article in edition.articles:
        page = addresses.markdown(addresses.article(base, article))
        yield page, told(_article(index, collation, article, page, names[article.number]))
    page = addresses.markdown(addresses.apparatus(base))
    yield page, told(_apparatus(index, collation, page))


def _full_text(collation: Collation, page: str) -> Iterator[str]:
    """Yield the text as it is printed, a paragraph a line; labels lead to their articles."""
    edition = collation.edition
    matter = matter_shown(edition)
    yield heading(1, edition.base.title)
    yield escaped("　".join(imprint(edition.base)))
    yield from (escaped(each.text) for each in (*matter.opening, *matter.before))
    yield from map(escaped, edition.preamble)
    for part in edition.parts:
        if part.label or part.heading:
            yield heading(1 + len(lying_above(edition, part)) + 1, division_title(part))
        yield from map(escaped, part.paragraphs)
        for article in part.articles:
            target = addresses.markdown(addresses.article(edition.base.id, article))
            first, *rest = article.text.split("\n")
            label = _label(article)
            yield link(label.strip(), page, target) + label[len(label.strip()) :] + escaped(first)
            yield from map(escaped, rest)
    yield from (escaped(each.text) for each in matter.behind)
    for annex in matter.annexes:
        yield heading(2, annex.title)
        yield from map(escaped, annex.lines)


def _article(
    index: Index, collation: Collation, article: Article, page: str, division: str
) -> Iterator[str]:
    base = collation.edition.base
    variants = [each for each in collation.apparatus if each.article == article.number]
    yield heading(1, article_title(collation, article))
    full = addresses.markdown(addresses.full_text(base.id))
    html = addresses.article(base.id, article)
    ways = (link("全文", page, full), link("网页", page, html))
    yield "　".join(filter(None, (escaped(division), *ways)))
    yield from _with_notes(_label(article), article.text, variants)
    duties = clauses_of(index.duties.get((base.id, article.number), ()), article.text)
    if duties:
        yield heading(2, "责任")
        yield items(
            ("、".join(map(escaped, each.bodies)) + "：" if each.named_before else "")
            + escaped(each.words)
            for each in duties
        )
    yield from _passages(index, index.links.get((base.id, article.number), ()), page)
    yield from (f"[^{number}]: {note_words(each)}" for number, each in enumerate(variants, 1))


def _label(article: Article) -> str:
    """Return the label with the space that is printed behind it, as behind 第五条."""
    label = printed_label(article.label)
    return label if label.endswith(("、", "）")) else f"{label}　"


def _with_notes(label: str, text: str, variants: Sequence[Variant]) -> Iterator[str]:
    """Yield the paragraphs of a text, the numbers of its notes behind the words they are on."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        end = at + len(line)
        made, cut = "" if number else _inside(label, opening=False), at
        calls = [
            (min(max(each.at_end, 0), len(text)), note) for note, each in enumerate(variants, 1)
        ]
        for place, note in sorted(calls):
            if at <= place <= end:
                made += _inside(text[cut:place], opening=not made) + f"[^{note}]"
                cut = place
        yield made + _inside(text[cut:end], opening=not made)
        at = end + 1


def _inside(words: str, *, opening: bool) -> str:
    """Return words that stand in a line; only where they open it could they begin a block."""
    return escaped(words) if opening else escaped(f"x{words}x")[1:-1]


def _passages(index: Index, links: Sequence[Link], page: str) -> Iterator[str]:
    if not links:
        return
    yield heading(2, f"关联 {len(links)}处（自动关联，仅供参考）")
    by_role: dict[Role, list[Link]] = {}
    for each in links:
        by_role.setdefault(each.role, []).append(each)
    for role in (each.role for each in ROLES if each.role in by_role):
        found = by_role[role]
        more = f"，列最相关的{MOST}处" if len(found) > MOST else ""
        yield heading(3, f"{ROLE_WORDS[role].name} {len(found)}处{more}")
        yield items(_passage(index, each, page) for each in found[:MOST])


def _passage(index: Index, found: Link, page: str) -> str:
    words = index.pieces[found.report].text[found.start : found.end]
    name = link(index.names[found.report], page, index.report(found.report))
    return f"{escaped(words)}——{name}"


def note_words(variant: Variant) -> str:
    """Return what is said of a variant: the kind, the words chosen, the others, and why."""
    chosen = variant.chosen
    said = f"{VARIANT_KINDS[variant.kind]} 取“{chosen.text or '（无）'}”（{chosen.witness}）"
    for each in variant.readings:
        if each.witness != chosen.witness:
            said += f"；{each.witness}作“{each.text or '（无）'}”"
    return escaped(f"{said}。{variant.reason}")


def _apparatus(index: Index, collation: Collation, page: str) -> Iterator[str]:
    base = collation.edition.base
    yield heading(1, f"{base.short_title}校勘")
    yield heading(2, "版本")
    yield items(
        f"{escaped(each.id)} {escaped(each.piece.title)}（来源文件 {escaped(each.piece.file)}）"
        for each in collation.witnesses
    )
    by_place: dict[tuple[int | None, int | None], list[Variant]] = {}
    for each in collation.apparatus:
        by_place.setdefault((each.part, each.article), []).append(each)
    parts = {each.number: each for each in collation.edition.parts}
    for (part, article), variants in by_place.items():
        if article is not None:
            name, target = index.articles[base.id, article]
            yield f"## {link(name, page, target)}"
        else:
            yield heading(2, _part_name(parts.get(part or 0)))
        yield items(map(note_words, variants))


def _part_name(part: Part | None) -> str:
    return (division_title(part) if part else "") or "题名和导语"
