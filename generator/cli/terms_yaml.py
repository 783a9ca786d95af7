"""Suggested terms as YAML for terms.yml: what a person accepts by leaving it, or deletes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Edition
from generator.terms import Standing, Suggestion, Wording
from generator.text.nomenclature import article_name

HEADER = """\
# 以下词条由 terms --suggest 提出，按条文的次序排列；“#”后面是说明，写着每个说法见于何处。
# 不要的词条整段删去，不要的说法删去那一行；留下的就算数。name 是通行的名称，aliases 是别称，
# related 是谈到它的说法，hints 是几个凑在一起才算数的字眼。gloss（释义）可以自己补上。
"""
NOTHING = "# 没有可以提出的词条：条文里常用而有特点的说法，terms.yml 里都有了，或者还太少。\n"
MOST = 4  # articles or reports that are named
PLAIN = re.compile("[\u3400-\u9fffA-Za-z][\u3400-\u9fffA-Za-z0-9+、]*")
LISTS = ("aliases", "related", "hints")

Names = Mapping[tuple[str, int], str]


def terms_yaml(
    suggestions: Sequence[Suggestion], editions: Sequence[Edition], indent: int = 0
) -> str:
    """Return the suggestions as entries of terms.yml, each line `indent` blanks in.

    Comments say where every wording stands.  They follow the order of the articles; where there
    is nothing to suggest it is a comment alone.
    """
    if not suggestions:
        return NOTHING
    names = _names(editions)
    places = {article: at for at, article in enumerate(names)}
    ordered = sorted(suggestions, key=lambda each: (_first(each, places), -each.worth))
    lines: list[str] = []
    heading = ""
    for each in ordered:
        article = names[_earliest(each.name.standing, places)]
        if article != heading:
            heading = article
            lines += ["", f"# --- {article} ---"]
        lines += _entry(each, names)
    blanks = " " * indent
    body = "\n".join(f"{blanks}{line}" if line else "" for line in lines)
    return f"{HEADER}{body}\n"


def _entry(suggestion: Suggestion, names: Names) -> Iterator[str]:
    yield f"- name: {_scalar(suggestion.name.text)}"
    yield f"  # 见于{_where(suggestion.name.standing, names)}"
    yield f"  kind: {suggestion.kind}"
    wordings = (suggestion.aliases, suggestion.related, suggestion.hints)
    for key, found in zip(LISTS, wordings, strict=True):
        if found:
            yield f"  {key}:"
            yield from (_item(each, names) for each in found)


def _item(wording: Wording, names: Names) -> str:
    return f"    - {_scalar(wording.text)}  # {_where(wording.standing, names)}"


def _where(standing: Standing, names: Names) -> str:
    """Return 第七条、第九条；2篇报告（r01、r05）3句."""
    told = [_listed([names[each] for each in standing.articles], "条")] if standing.articles else []
    if standing.reports:
        count = len(standing.reports)
        told.append(f"{count}篇报告（{_listed(standing.reports, '篇')}）{standing.sentences}句")
    return "；".join(told)


def _listed(names: Iterable[str], counted: str) -> str:
    every = list(names)
    shown = "、".join(every[:MOST])
    return shown if len(every) <= MOST else f"{shown}等{len(every)}{counted}"


def _names(editions: Sequence[Edition]) -> dict[tuple[str, int], str]:
    """Return what every article is called, in reading order; with its document where several."""
    return {
        (edition.base.id, article.number): (edition.base.short_title if len(editions) > 1 else "")
        + article_name(article.label)
        for edition in editions
        for article in edition.articles
    }


def _first(suggestion: Suggestion, places: Mapping[tuple[str, int], int]) -> int:
    return places[_earliest(suggestion.name.standing, places)]


def _earliest(standing: Standing, places: Mapping[tuple[str, int], int]) -> tuple[str, int]:
    return min(standing.articles, key=lambda article: places[article])


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else f'"{text}"'
