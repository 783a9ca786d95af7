"""The rows of a self-examination: what each article asks, with an id that its words decide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from generator.duties.requirements import requirements_of
from generator.duties.wording import UNNAMED
from generator.model import Collation, Duty
from generator.text.nomenclature import article_name

BLANK = re.compile("[ \t\r\n\u00a0\u3000\ufeff]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement: `id` stays as long as its article and words do; `sentence` is where it is.

    `part` is the number of the division of its article, `address` that of the article.
    """

    id: str
    base: str
    part: int
    article: str
    label: str
    words: str
    bodies: str
    sentence: str


def asked_rows(collations: Iterable[Collation], duties: Iterable[Duty]) -> tuple[Asked, ...]:
    """Return what is asked in all, in the order of the text; what only may be done is no duty."""
    own: dict[tuple[str, int], list[Duty]] = {}
    for duty in duties:
        if duty.kind != "right":
            own.setdefault((duty.base, duty.article), []).append(duty)
    rows = []
    for collation in collations:
        edition = collation.edition
        for part in edition.parts:
            for article in part.articles:
                mine = own.get((edition.base.id, article.number), [])
                seen: dict[str, int] = {}
                for each in requirements_of(mine, article.text):
                    words = (
                        article.text[each.start : each.end].replace("\n", "").strip("。；，、 　")
                    )
                    name = sha256(tight(words).encode()).hexdigest()[:6]
                    seen[name] = seen.get(name, 0) + 1
                    again = f"-{seen[name]}" if seen[name] > 1 else ""
                    rows.append(
                        Asked(
                            f"{article.id}-{name}{again}",
                            edition.base.id,
                            part.number,
                            article.id,
                            article_name(article.label),
                            words,
                            "、".join(each.bodies) or UNNAMED,
                            each.duties[0].sentence,
                        )
                    )
    return tuple(rows)


def tight(words: str) -> str:
    """Return words without blanks: what makes two of them the same."""
    return BLANK.sub("", words)
