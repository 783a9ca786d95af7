"""The witnesses, the map of their damage, and every variant (校勘)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import addresses
from generator.model import Alignment, Article, Collation, Variant, Witness
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.variants import VariantView, variant_view
from generator.text.nomenclature import VARIANT_KINDS

MAP_WIDTH = 1000
SMALL_GAP = 8  # characters: less than a pixel or two of the map
LABEL_ROOM = 16
ALIGNMENT_KINDS = (
    ("same", "与整理本相同"),
    ("variant", "有异文"),
    ("splice", "串入他条"),
    ("duplicate", "重出"),
    ("foreign", "混入他文"),
    ("orphan", "无从归属"),
)
KIND_NAMES = dict(ALIGNMENT_KINDS)
COPIED = {"splice": "串自", "duplicate": "重出"}
ARC_ROOM = 44  # height over the map for the arcs that lead to where a text was copied from


@dataclass(frozen=True, slots=True)
class MapSegment:
    """A run of a witness on the map: place and width in MAP_WIDTH units."""

    x: float
    width: float
    kind: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class MapArc:
    """From where a text was copied to where it came to stand in the wrong place."""

    path: str
    source: float
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class MapLabel:
    """The number of the article whose text begins there on the map."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class WitnessView:
    """A witness: where it comes from, what is sound in it, its map."""

    id: str
    title: str
    source_file: str
    ledger: str
    length: int
    sound: str
    damaged: str
    chosen: int
    segments: tuple[MapSegment, ...]
    labels: tuple[MapLabel, ...]
    arcs: tuple[MapArc, ...]

    @property
    def top(self) -> int:
        """Where the drawing begins: above the map where there are arcs."""
        return -ARC_ROOM if self.arcs else 0


@dataclass(frozen=True, slots=True)
class VariantGroup:
    """The variants of one article or part."""

    id: str
    title: str
    address: str
    variants: tuple[VariantView, ...]


@dataclass(frozen=True, slots=True)
class ApparatusView:
    """What the page on the collation of a base shows."""

    title: str
    witnesses: tuple[WitnessView, ...]
    kinds: tuple[tuple[str, str], ...]
    groups: tuple[VariantGroup, ...]
    sorts: tuple[tuple[str, str, int], ...]
    count: int
    others: tuple[tuple[str, str], ...]


def apparatus_view(index: LibraryIndex, base: str) -> ApparatusView:
    """Return the view of the apparatus of `base`."""
    collation = index.editions[base]
    seen = {each.kind for witness in collation.witnesses for each in witness.alignments}
    counts: Counter[str] = Counter(each.kind for each in collation.apparatus)
    return ApparatusView(
        title=collation.edition.base.short_title,
        witnesses=tuple(_witness(index, collation, each) for each in collation.witnesses),
        kinds=tuple(pair for pair in ALIGNMENT_KINDS if pair[0] in seen),
        groups=tuple(_groups(collation)),
        sorts=tuple(
            (kind, name, counts[kind]) for kind, name in VARIANT_KINDS.items() if counts[kind]
        ),
        count=len(collation.apparatus),
        others=tuple(
            (each.edition.base.short_title, addresses.apparatus(each.edition.base.id))
            for each in index.library.collations
            if each is not collation
        ),
    )


def _witness(index: LibraryIndex, collation: Collation, witness: Witness) -> WitnessView:
    names = {each.number: each for each in collation.edition.articles}
    chosen = sum(each.witness == witness.id for each in collation.edition.articles)
    return WitnessView(
        witness.id,
        witness.piece.title,
        witness.piece.file,
        index.ledger_page(witness.piece.file),
        len(witness.piece.text),
        number_ranges(witness.sound_articles, names),
        number_ranges(witness.damaged_articles, names),
        chosen,
        tuple(
            _segment(collation, each, len(witness.piece.text), names)
            for each in joined(witness.alignments)
        ),
        _labels(witness),
        _arcs(witness, names),
    )


def _arcs(witness: Witness, names: dict[int, Article]) -> tuple[MapArc, ...]:
    """Return an arc for every text that stands twice: from its own article to the wrong place."""
    scale = MAP_WIDTH / max(1, len(witness.piece.text))
    runs = joined(witness.alignments)
    arcs = []
    for each in runs:
        own = [
            run for run in runs if run.article == each.article and run.kind in ("same", "variant")
        ]
        if each.kind not in COPIED or each.article not in names or not own:
            continue
        source = round((own[0].start + own[-1].end) / 2 * scale, 1)
        to = round((each.start + each.end) / 2 * scale, 1)
        rise = min(ARC_ROOM - 14, 8 + abs(to - source) / 10)
        arcs.append(
            MapArc(
                f"M{source} 0Q{(source + to) / 2:.1f} {-2 * rise:.1f} {to} 0",
                source,
                round((source + to) / 2, 1),
                round(-rise - 4, 1),
                COPIED[each.kind] + words.article_label(names[each.article]),
            )
        )
    return tuple(arcs)


def joined(alignments: Sequence[Alignment]) -> list[Alignment]:
    """Return the runs in order, those joined that differ only by a gap too small to be seen."""
    result: list[Alignment] = []
    for each in sorted(alignments, key=lambda run: (run.start, run.end)):
        last = result[-1] if result else None
        if (
            last is not None
            and (each.kind, each.article) == (last.kind, last.article)
            and each.start - last.end <= SMALL_GAP
        ):
            result[-1] = replace(last, end=max(last.end, each.end))
        elif each.end > each.start:
            result.append(each)
    return result


def _labels(witness: Witness) -> tuple[MapLabel, ...]:
    """Return a number where each article first stands, left out where there is no room."""
    scale = MAP_WIDTH / max(1, len(witness.piece.text))
    labels: list[MapLabel] = []
    seen: set[int] = set()
    for each in joined(witness.alignments):
        x = round(each.start * scale, 1)
        if each.article and each.article not in seen and each.kind in ("same", "variant"):
            seen.add(each.article)
            if not labels or x - labels[-1].x >= LABEL_ROOM:
                labels.append(MapLabel(x, str(each.article)))
    return tuple(labels)


def number_ranges(numbers: Sequence[int], articles: dict[int, Article]) -> str:
    """Return article numbers as ranges in words: （一）至（五）、（八）."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])

    def name(number: int) -> str:
        return words.article_label(articles[number]) if number in articles else str(number)

    return "、".join(
        name(low) if low == high else f"{name(low)}至{name(high)}" for low, high in spans
    )


def _segment(
    collation: Collation, each: Alignment, length: int, articles: dict[int, Article]
) -> MapSegment:
    scale = MAP_WIDTH / max(1, length)
    article = articles.get(each.article or 0)
    name = words.article_name(article) if article else "条文之外"
    width = (each.end - each.start) * scale
    return MapSegment(
        round(each.start * scale, 2),
        round(width, 2),
        each.kind,
        f"{name}：{KIND_NAMES[each.kind]}，{each.end - each.start}字",
        addresses.article(collation.edition.base.id, article) if article else "",
    )


def _groups(collation: Collation) -> list[VariantGroup]:
    base = collation.edition.base.id
    articles = {each.number: each for each in collation.edition.articles}
    parts = {each.number: each for each in collation.edition.parts}
    grouped: dict[tuple[int, int], list[tuple[int, Variant]]] = {}
    for number, variant in enumerate(collation.apparatus, 1):
        key = (1, variant.article) if variant.article is not None else (0, variant.part or 0)
        grouped.setdefault(key, []).append((number, variant))
    outside = "\n".join(
        [
            *collation.edition.preamble,
            *(each for part in collation.edition.parts for each in part.paragraphs),
        ]
    )
    groups = []
    for (in_article, place), found in sorted(grouped.items()):
        if in_article and place in articles:
            title = f"{words.article_name(articles[place])} {words.short_heading(articles[place])}"
            address = addresses.article(base, articles[place])
        elif place in parts:
            title, address = words.part_title(parts[place]), addresses.full_text(base)
        else:
            title, address = "标题与引言", addresses.full_text(base)
        kind = "article" if in_article else "part"
        text = articles[place].text if in_article and place in articles else outside
        views = tuple(variant_view(number, each, text) for number, each in found)
        groups.append(VariantGroup(f"{kind}-{place}", title, address, views))
    return groups
