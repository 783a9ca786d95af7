"""Which articles a draft speaks of and which it leaves out, as links of a report would say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator import addresses
from generator.draft.cited import articles_of
from generator.draft.report import Coverage, SpokenOf
from generator.linking import Linking, link_report
from generator.model import Document, Edition, Link
from generator.text.nomenclature import article_name

PASSAGES = 3  # of reports, to look at for an article that is left out


def find_coverage(
    document: Document,
    editions: Sequence[Edition],
    linking: Linking,
    passages: Mapping[tuple[str, int], Sequence[Link]],
) -> tuple[Coverage, ...]:
    """Return for every article what of the draft speaks of it, and else the best `passages`."""
    spoken: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for each in link_report(document, linking):
        spoken[each.base, each.article].append(each)
    found = []
    for edition, article in articles_of(editions):
        key = edition.base.id, article.number
        own = sorted(spoken[key], key=lambda each: (not each.sure, -each.score, each.start))
        short = edition.base.short_title or edition.base.title
        found.append(
            Coverage(
                *key,
                f"{short}{article_name(article.label)}",
                article.short_title or article.heading,
                addresses.article(edition.base.id, article),
                tuple(map(_spoken, own)),
                () if own else tuple(passages.get(key, ())[:PASSAGES]),
            )
        )
    return tuple(found)


def _spoken(link: Link) -> SpokenOf:
    return SpokenOf(
        link.start,
        link.end,
        link.sure,
        tuple((each.what, each.text) for each in link.evidence),
    )


def passages_to_look_at(links: Sequence[Link]) -> dict[tuple[str, int], tuple[Link, ...]]:
    """Return for each article the links to look at: sure practice first, of several reports."""
    found: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for each in links:
        found[each.base, each.article].append(each)
    return {key: _of_different_reports(sorted(some, key=_worth)) for key, some in found.items()}


def _worth(link: Link) -> tuple[bool, bool, float, str]:
    return not link.sure, link.role not in ("practice", "measure"), -link.score, link.id


def _of_different_reports(links: Sequence[Link]) -> tuple[Link, ...]:
    chosen: dict[str, Link] = {}
    for each in links:
        chosen.setdefault(each.report, each)
        if len(chosen) == PASSAGES:
            break
    return tuple(chosen.values())
