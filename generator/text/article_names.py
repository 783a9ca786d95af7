"""What people call an article: 5, 2-1, 第二条之一, （五）, 第二部分第（三）条, 第五条第二款.

Whoever lets a person name an article reads the name here: packs, decisions on links, titles
and choices in library.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from generator.model import Article
from generator.text.labels import CHINESE
from generator.text.numerals import numeral_value

Path = tuple[int, ...]
NUMBER = rf"\(?(?:{CHINESE}|\d{{1,4}})\)?"
INSIDE = r"(?:[-#]?(?P<address>k\d+(?:x\d+(?:m\d+)?)?))?"
DIGITS = re.compile(rf"(?P<path>\d{{1,4}}(?:-\d{{1,4}})*){INSIDE}")
WORDS = re.compile(
    rf"(?:第(?P<division>{NUMBER})(?:部分|分编|[编章节]))*"
    rf"(?:¶|第)?(?P<number>{NUMBER})[条段、.]?(?:之(?P<branch>{NUMBER}))?"
    rf"(?:第(?P<paragraph>{NUMBER})款)?(?:第(?P<item>{NUMBER})项)?{INSIDE}"
)


@dataclass(frozen=True, slots=True)
class ArticleName:
    """The numbers that a name gives, and the address inside the article; may be empty."""

    path: Path
    address: str


def plain_name(name: str, base: str = "") -> str:
    """Return a name in one width, without blanks and without the id of its base."""
    plain = normalize("NFKC", name).replace(" ", "")
    return plain.removeprefix(f"{base}-") if base else plain


def read_name(plain: str) -> ArticleName | None:
    """Return what numbers a plain name gives; None where it names no article."""
    if found := DIGITS.fullmatch(plain):
        return ArticleName(tuple(map(int, found["path"].split("-"))), found["address"] or "")
    found = WORDS.fullmatch(plain)
    if not found:
        return None
    numbers = {
        key: numeral_value(value.strip("()"))
        for key, value in found.groupdict().items()
        if value and key != "address"
    }
    path = [numbers[key] for key in ("division", "number", "branch") if key in numbers]
    if None in numbers.values():
        return None
    return ArticleName(tuple(each for each in path if each), found["address"] or _inside(numbers))


def paths_named(known: Iterable[Path], path: Path, *, restarts: bool) -> tuple[Path, ...]:
    """Return which of the `known` paths a path means.

    Where numbers begin anew (`restarts`) an article's own number is enough; it may mean several.
    """
    paths = tuple(known)
    if path in paths:
        return (path,)
    return tuple(each for each in paths if each[1:] == path) if restarts else ()


def articles_named(
    articles: Sequence[Article], name: str | int, base: str, *, restarts: bool
) -> tuple[Article, ...]:
    """Return the articles of `base` that a name means: none, one, or several of one number."""
    found = read_name(plain_name(str(name), base))
    if found is None or found.address:
        return ()
    by_path = {each.path or (each.number,): each for each in articles}
    return tuple(by_path[path] for path in paths_named(by_path, found.path, restarts=restarts))


def _inside(numbers: Mapping[str, int | None]) -> str:
    """Return the address of 第二款第（三）项; an 项 alone is one of the first 款."""
    if "item" in numbers:
        return f"k{numbers.get('paragraph', 1)}x{numbers['item']}"
    return f"k{numbers['paragraph']}" if "paragraph" in numbers else ""
