"""Terms for a library that has none or few, from its base documents and its reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model import Document, Edition, Term
from generator.terms.choosing import Chosen, choose
from generator.terms.company import Company, Found, keep_company
from generator.terms.language import Language, official_language
from generator.terms.phrases import Phrase, find_phrases
from generator.terms.short_forms import short_forms
from generator.terms.suggestion import Standing, Suggestion, Wording
from generator.terms.texts import read_texts
from generator.terms.weighing import count_weights
from generator.text.letters import letters_of

KINDS = {
    "机构": (
        *(
            "委员会",
            "办公室",
            "小组",
            "中心",
            "窗口",
            "大厅",
            "机构",
            "机关",
            "部门",
            "单位",
            "协会",
        ),
        *("商会", "工会", "队伍", "服务站", "员", "组", "委", "局"),
    ),
    "制度": (
        *("制度", "制", "清单", "目录", "台账", "档案", "名单", "保证金", "许可", "许可证", "预案"),
        *("规划", "标准", "指南", "规程", "程序", "担保", "保险", "保函", "资金", "账户"),
    ),
    "机制": (
        *("机制", "体系", "体制", "平台", "系统", "监测", "预警", "监管", "监督", "督办", "会商"),
        *("评价", "考核"),
    ),
}
OTHERWISE = "说法"


def suggest_terms(
    editions: Sequence[Edition],
    reports: Iterable[Document],
    terms: Sequence[Term] = (),
    count: int = 50,
    language: Language | None = None,
) -> tuple[Suggestion, ...]:
    """Return up to `count` terms to propose, the worthiest first.

    Nothing that `terms` have already is proposed.  Names stand in an article; where none of the
    texts has anything to offer, none is returned.
    """
    language = language or official_language()
    texts = read_texts(editions, reports, language)
    phrases = find_phrases(texts.base, texts.reports, language)
    weights = count_weights(texts.base, texts.reports, texts.headings, language)
    short = short_forms(phrases.values(), texts.reports, language)
    worth = {
        text: weights.weigh(phrase, [spot for _, spots in short.get(text, ()) for spot in spots])
        for text, phrase in phrases.items()
    }
    heads = [letters_of(form) for term in terms for form in (term.name, *term.aliases)]
    others = {letters_of(form) for term in terms for form in (*term.related, *term.hints)}
    covered = [
        spot
        for term in terms
        if (own := phrases.get(letters_of(term.name)))
        for spot in own.articles
    ]
    known = frozenset(heads) | others
    free = {text: each for text, each in phrases.items() if text not in others}
    written = [each.text for edition in editions for each in edition.sentences]
    chosen = choose(free, worth, heads, covered, count, written)
    company = keep_company(chosen, free, worth, texts, weights, known)
    return tuple(
        _suggestion(each, beside, short.get(each.phrase.text, ()), phrases, known, worth)
        for each, beside in zip(chosen, company, strict=True)
    )


def _suggestion(
    chosen: Chosen,
    company: Company,
    short: Sequence[Found],
    phrases: Mapping[str, Phrase],
    known: frozenset[str],
    worth: Mapping[str, float],
) -> Suggestion:
    phrase = chosen.phrase
    name = _wording(phrase)
    items = tuple(
        _wording(phrases[item]) if item in phrases else Wording(item, name.standing)
        for item in chosen.row
        if item not in known
    )
    return Suggestion(
        name=Wording("、".join(chosen.row), name.standing) if chosen.row else name,
        aliases=(
            *items,
            *(_wording(form) for form in chosen.forms),
            *(_found(each) for each in short if each[0] not in known),
        ),
        related=(*map(_wording, company.phrases), *map(_found, company.reported)),
        hints=tuple(map(_found, company.hints)),
        kind=_kind(phrase),
        worth=worth[phrase.text],
    )


def _wording(phrase: Phrase) -> Wording:
    return Wording(
        phrase.text,
        Standing(
            tuple(sorted(phrase.articles)),
            tuple(sorted(phrase.reports)),
            len(set(phrase.reported)),
        ),
    )


def _found(found: Found) -> Wording:
    text, spots = found
    reports = tuple(sorted({report for report, _ in spots}))
    return Wording(text, Standing((), reports, len(set(spots))))


def _kind(phrase: Phrase) -> str:
    for kind, endings in KINDS.items():
        if not phrase.quoted and phrase.text.endswith(endings):
            return kind
    return OTHERWISE
