"""Which base a name in a report means.

    《云溪市图书借阅条例》                       the base of that title, wherever it stands
    《甲条例》（以下简称《条例》） … 《条例》     what the report itself says
    《条例》                                     else the one document of that kind that it names

A report on another 条例 means that one; where it names several and does not say which, it may
mean the one of its own heading, or the one last named in the same paragraph; else none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from generator.linking.versions import OLD_WORDS, Chain
from generator.model import Base
from generator.text.document_kinds import KINDS
from generator.text.document_names import Mention, ShortForm
from generator.text.leading_words import LEADS, stands_alone
from generator.text.simplified import simplified

_SILENT = re.compile(r"[“”‘’\"「」『』《》〈〉\s]")
_EDITION = re.compile(
    r"[（(](?:试行|暂行|[^（）()]{0,12}(?:修订|修正|修改|通过|年|版)[^（）()]{0,12})[）)]$"
)
_STATE = re.compile("^(?:中华人民共和国|中国共产党|中共中央国务院|中共中央|国务院)(?=.{2})")
_PLACE = re.compile("^[\u4e00-\u9fff]{2,9}?(?:自治区|自治州|自治县|经济特区|[省市县区])(?=.{4})")
_WHOSE = re.compile(
    "(?:[\u4e00-\u9fff]{0,8}(?:市|[省县]|自治区|自治州)|国务院|中央|[旧原]|(?:修订|修改)前的?)$"
)
_OURS = re.compile("[我本全各该]|(?:大|小)?城市$|都市$|超市$")
_NEAR = 10  # letters before a title that may say whose it is
_KIND = re.compile(f"(?:{KINDS})$")
_PIECES = 3
_TELLING = 9  # letters of a title that tell it, the first of them left out


@dataclass(frozen=True, slots=True)
class _Naming:
    """A title in the report, with the base that it is the full title of; None for others."""

    at: int
    title: str
    base: str | None


@dataclass(frozen=True, slots=True)
class _Kin:
    """The documents of one kind in the report; `heading` is the base that its first line names."""

    named: tuple[_Naming, ...]
    places: list[int]
    documents: frozenset[str]
    heading: str | None


class NamedDocuments:
    """What names mean in one report."""

    def __init__(
        self,
        text: str,
        bases: Sequence[Base],
        named: Sequence[Mention],
        short: Sequence[ShortForm],
        chains: Mapping[str, Chain] | None = None,
    ) -> None:
        """Take the report's `text` in simplified characters, the titles in it and short forms.

        `chains` are all versions of those bases that have several.
        """
        self._versioned = frozenset(chains or ())
        self._full = {normal(base.title): base.id for base in bases}
        self._forms = _forms(bases)
        self._short: dict[str, tuple[str, ...]] = {}
        self._by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for full, base in self._full.items():
            title = _STATE.sub("", full)
            self._by_kind[_kind(title)].append((title, base))
        for chain in (chains or {}).values():
            for version in reversed(chain.versions):
                self._full.setdefault(normal(version.title), version.id)
        self._text = text
        self._about = {base.id: simplified(base.title + base.issuer) for base in bases}
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._named = [self._naming(each) for each in named]
        self._said: dict[str, list[tuple[int, str | None]]] = defaultdict(list)
        for each in short:
            self._said[normal(each.short)].append((each.at, self._of_words(each.document)))
        self._kin: dict[str, _Kin] = {}

    def of_title(self, title: str, at: int) -> str | None:
        """Return the base that 《title》 at offset `at` means; None where it means none."""
        name = normal(title)
        if name in self._said:
            return self._as_said(name, at)
        full = self._of_full_title(name)
        if full is not None:
            return full
        meant = self._meant(name, at)
        return None if meant is not None and self._is_elsewhere(meant, at) else meant

    def _is_elsewhere(self, base: str, at: int) -> bool:
        """Tell whether words before a short title say that it is another place's: 省《条例》."""
        found = _WHOSE.search(self._text, max(0, at - _NEAR), at)
        place = LEADS.split(found[0])[-1] if found else ""
        if base in self._versioned and OLD_WORDS.fullmatch(place):
            return False
        return bool(place) and _OURS.match(place) is None and place not in self._about[base]

    def _bases_of(self, form: str) -> tuple[str, ...]:
        """Return the bases that `form` may be short for: one of their forms, or an abbreviation."""
        if form not in self._short:
            alike = self._by_kind.get(_kind(form), ())
            self._short[form] = self._forms.get(form) or tuple(
                base for title, base in alike if is_short_for(form, title)
            )
        return self._short[form]

    def of_words(self, words: str, at: int) -> str | None:
        """Return the base that words end in, at offset `at`: 落实条例; None for other documents."""
        name = normal(words)
        for full, base in self._full.items():
            if name.endswith(full) and (len(full) >= _TELLING or stands_alone(name, full)):
                return base
        for start in range(len(name)):
            form = name[start:]
            known = form in self._said or form in self._forms
            if not known and not self._bases_of(form):
                continue
            if stands_alone(name, form, known=known):
                return self._as_said(form, at) if form in self._said else self._meant(form, at)
        return None

    def _naming(self, mention: Mention) -> _Naming:
        title = normal(mention.document)
        return _Naming(mention.start, title, self._of_full_title(title))

    def _of_full_title(self, name: str) -> str | None:
        if name in self._full:
            return self._full[name]
        if len(name) < _TELLING:
            return None
        return next((base for full, base in self._full.items() if full.endswith(name)), None)

    def _of_words(self, name: str) -> str | None:
        """Return the base whose title, or a usual form of it, a definition gives in words."""
        plain = normal(name)
        for full, base in self._full.items():
            if plain.endswith(full) or (len(plain) >= _TELLING and full.endswith(plain)):
                return base
        for form in sorted(self._forms, key=len, reverse=True):
            if plain == form or (len(form) > 2 and stands_alone(plain, form)):
                return self._forms[form][0] if len(self._forms[form]) == 1 else None
        return None

    def _as_said(self, name: str, at: int) -> str | None:
        """Return what the report said last of `name`, or says first where it has said nothing."""
        said = self._said[name]
        return said[max(0, bisect_right(said, at, key=itemgetter(0)) - 1)][1]

    def _meant(self, form: str, at: int) -> str | None:
        """Return the base that a short name means, by what else of its kind the report names."""
        bases = self._bases_of(form)
        if not bases:
            return None
        kin = self._kin_of(form)
        if not kin.named:
            return bases[0] if len(bases) == 1 else None
        if len(kin.documents) == 1:
            return kin.named[0].base
        before = bisect_left(kin.places, at)
        if before and self._paragraph(kin.places[before - 1]) == self._paragraph(at):
            return kin.named[before - 1].base
        return kin.heading

    def _kin_of(self, form: str) -> _Kin:
        """Return where the report names by their titles documents that `form` may be short for."""
        if form not in self._kin:
            named = tuple(
                each
                for each in self._named
                if each.title != form
                and each.title not in self._said
                and _kind(each.title) == _kind(form) != each.title
                and (each.title.endswith(form) or is_short_for(form, each.title))
            )
            first = {each.base or each.title: each.base for each in named if self._first(each.at)}
            self._kin[form] = _Kin(
                named,
                [each.at for each in named],
                frozenset(each.base or each.title for each in named),
                next(iter(first.values())) if len(first) == 1 else None,
            )
        return self._kin[form]

    def _first(self, at: int) -> bool:
        return not self._paragraph(at)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._breaks, at)


def _kind(title: str) -> str:
    """Return the word at the end of a title that says what kind of document it is, if any."""
    found = _KIND.search(title)
    return found[0] if found else ""


def is_short_for(form: str, title: str) -> bool:
    """Tell whether `form` is `title` with parts left out: 公共阅览室条例, 监督意见.

    Both end in the same kind of document; what stands before it are at least two letters, in
    at most three pieces of two or more.
    """
    kind = _kind(title)
    if not kind or _kind(form) != kind or form.startswith("关于"):
        return False
    rest, held = form.removesuffix(kind), title.removesuffix(kind)
    at = pieces = 0
    while rest and pieces < _PIECES:
        size = next((n for n in range(len(rest), 1, -1) if rest[:n] in held[at:]), 0)
        if not size:
            return False
        at = held.index(rest[:size], at) + size
        rest, pieces = rest[size:], pieces + 1
    return not rest and pieces > 0


def normal(name: str) -> str:
    """Return a document's name without quotes, blanks and which edition it is, simplified."""
    return _SILENT.sub("", _EDITION.sub("", simplified(name.strip())))


def without_state(title: str) -> str:
    """Return a title without the name of the state or the party before it: 监察法."""
    return _STATE.sub("", title)


def _forms(bases: Sequence[Base]) -> Mapping[str, tuple[str, ...]]:
    """Return the shorter names of each base: 《条例》, 公共阅览室管理条例, 监察法."""
    found: dict[str, list[str]] = defaultdict(list)
    for base in bases:
        for name in short_names(base):
            found[name].append(base.id)
    return {name: tuple(ids) for name, ids in found.items()}


def short_names(base: Base) -> tuple[str, ...]:
    """Return the shorter names of a base, besides its full title."""
    full = normal(base.title)
    names = {normal(base.short_title), _STATE.sub("", full), _PLACE.sub("", full)}
    if "关于" in full:
        names.add(full[full.index("关于") :])
    return tuple(sorted(names - {full, ""}))
