"""What is counted from the citation before: 前款, 前两条, 同条第二款, 上述两条, a bare 第三款."""

from __future__ import annotations

from collections.abc import Sequence

from generator.text.provision_lists import Target
from generator.text.references import Reference


def with_article(targets: Sequence[Target], last: Sequence[Target]) -> tuple[Target, ...]:
    """Return `targets`, a bare 款 or 项 as one of the article named last."""
    if any(each.article or each.divisions for each in targets):
        return tuple(targets)
    before = last[-1] if last else Target()
    return tuple(
        Target(before.article, before.branch, each.paragraph, each.item, before.divisions)
        for each in targets
        if before.article
    )


def counted_from(reference: Reference, last: Sequence[Target]) -> tuple[Target, ...]:
    """Return what 前款, 前两条, 同条第二款, 上述两条 come to behind `last`."""
    before = last[-1]
    count = reference.count
    if reference.relative == "上述":
        return tuple(last) if not count or count == len(last) else ()
    if reference.relative == "前条":
        whole = {each.article for each in last if not (each.paragraph or each.item)}
        if count > 1 and len(whole) == len(last) == count:
            return tuple(last)  # the two just named
        numbers = range(max(1, before.article - count), before.article)
        return tuple(
            Target(number, 0, each.paragraph, each.item)
            for number in numbers
            for each in reference.targets
        )
    if reference.relative == "前款":
        current = before.paragraph or 2
        return tuple(
            Target(before.article, before.branch, number, each.item, before.divisions)
            for number in range(max(1, current - count), current)
            for each in reference.targets
        )
    if reference.relative == "前项":
        current = before.item or 2
        return tuple(
            Target(before.article, before.branch, before.paragraph, number, before.divisions)
            for number in range(max(1, current - count), current)
        )
    paragraph = 0 if reference.relative == "本条" else before.paragraph
    item = before.item if reference.relative == "本项" else 0
    return tuple(
        Target(
            before.article,
            before.branch,
            each.paragraph or paragraph,
            each.item or item,
            before.divisions,
        )
        for each in reference.targets
    )
