"""Questions to open a discussion of an article, made from what is known about it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.duties.wording import clause_of
from generator.model import Article, Duty, Link
from generator.text.nomenclature import article_name


def questions(
    article: Article, duties: Sequence[Duty], links: Sequence[Link], name: str = ""
) -> tuple[str, ...]:
    """Return one to four questions on an article; `duties` and `links` are its own.

    `name` is what the article is called where its label does not tell it from others.
    """
    name = name or article_name(article.label)
    about = f"“{article.heading}”" if article.heading else ""
    asked = [f"{name}{about}：对照本单位实际，哪些已经落实，哪些还有差距？"]
    forbidden = [duty for duty in duties if duty.kind == "prohibition"]
    if forbidden:
        clause = clause_of(forbidden[0], article.text)
        words = f"{clause.modal}{clause.after}".split("\n")[0].rstrip("：")
        asked.append(f"条文写明“{words}”，身边有没有类似情形，怎样防止？")
    roles = [link.role for link in links]
    if "problem" in roles:
        asked.append(
            f"各地材料谈到的问题（▲ {roles.count('problem')} 段），哪些在本单位也有，原因在哪里？"
        )
    if "practice" in roles or "measure" in roles:
        count = roles.count("practice") + roles.count("measure")
        asked.append(f"各地的做法和措施（●■ {count} 段），哪些可以借鉴，要作哪些改动？")
    return tuple(asked)
