"""Finding the copies of a base document among the pieces, by content.

A piece that states the title is a seed, if what follows reads as the document itself.
Other pieces are copies when they and a seed are the same text: most of each stands in the
other.  A report that quotes the base at length holds much of it, but is mostly its own
words; a law of the same family holds its formulas, but few of its longer sequences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.edition.version_copies import copies_by_version
from generator.errors import ContentError
from generator.model import Base, Piece
from generator.structure.lines import lines_of
from generator.structure.matter import title_lines

OTHERS = ("report", "law")  # what the editors may declare that is no copy
GRAM = 9
STEP = 7  # every seventh n-gram of a piece is looked up among all of the seed's
SHARED = 0.35  # share of a copy's n-grams that stand in another copy
COVERED = 0.25  # share of the seed's n-grams that a copy has
LABEL = re.compile(
    r"(?m)^[ 　]*(?:第[^\n条]{1,8}条|[（(][一二三四五六七八九十百]+[）)]|[一二三四五六七八九十]+、)"
)
EXACT = 100  # likeness of a title that is given letter by letter
DAMAGED_TITLE = 80  # likeness (of 100) of a title that characters were misread in
OWN_TITLE = 8  # lines within which a copy states its title
HEAD = 2000  # characters in which they stand
BODY = 60  # characters that a document has below its title


def find_witnesses(pieces: Sequence[Piece], bases: Sequence[Base]) -> dict[str, tuple[Piece, ...]]:
    """Return for each base id the pieces that are copies of it, in the order of `pieces`.

    What the editors declare (piece.kind, piece.base) goes before what is found.
    Of a base with versions over time those of each of them stand under its own id.
    ContentError when a base has no copy or two bases claim the same piece.
    """
    known = {base.id for base in bases}
    declared: dict[str, str] = {}
    for piece in pieces:
        if piece.kind == "witness":
            target = piece.base or (bases[0].id if len(bases) == 1 else "")
            if target not in known:
                raise ContentError(
                    "library.yml", f"sources.{piece.id}：witness 要用 base 写明是哪个基准文件的版本"
                )
            declared[piece.id] = target
    open_pieces = [p for p in pieces if p.id not in declared and p.kind not in OTHERS]
    claims = {base.id: _copies(open_pieces, base, pieces, declared) for base in bases}
    found = _settled(pieces, bases, claims, declared)
    for base in bases:
        if base.earlier:
            found |= copies_by_version(base, found[base.id])
    return found


def _copies(
    open_pieces: Sequence[Piece],
    base: Base,
    pieces: Sequence[Piece],
    declared: Mapping[str, str],
) -> dict[str, float]:
    """Return the pieces that look like copies of `base`, each with how much it does."""
    titles = {each.title: each for each in (base, *base.earlier)}.values()
    seeds = [
        piece
        for piece in open_pieces
        if any(_states_title(piece, version, EXACT) for version in titles)
    ]
    given = [piece for piece in pieces if declared.get(piece.id) == base.id]
    if not seeds and not given:
        seeds = [piece for piece in open_pieces if _states_title(piece, base, DAMAGED_TITLE)]
    samples = [_grams(piece.text) for piece in (*seeds, *given)]
    scores = {piece.id: 2.0 for piece in seeds}
    for piece in open_pieces:
        if piece.id in scores or not samples:
            continue
        own = _probes(piece.text)
        likeness = max((_likeness(own, sample) for sample in samples), default=0.0)
        if likeness > 0:
            scores[piece.id] = likeness
    return scores


def _settled(
    pieces: Sequence[Piece],
    bases: Sequence[Base],
    claims: Mapping[str, Mapping[str, float]],
    declared: Mapping[str, str],
) -> dict[str, tuple[Piece, ...]]:
    """Return the copies by base; a piece that several claim goes to the likeliest."""
    owner = dict(declared)
    for piece in pieces:
        rivals = sorted(
            ((score[piece.id], base) for base, score in claims.items() if piece.id in score),
            key=lambda each: (-each[0], each[1]),
        )
        if not rivals:
            continue
        if len(rivals) > 1 and rivals[0][0] == rivals[1][0]:
            raise ContentError(
                "library.yml",
                f"{piece.id} 同时被 {rivals[0][1]} 和 {rivals[1][1]} 认作版本；"
                "请在 sources 里用 base 写明",
            )
        owner[piece.id] = rivals[0][1]
    found = {
        base.id: tuple(piece for piece in pieces if owner.get(piece.id) == base.id)
        for base in bases
    }
    for base in bases:
        if not found[base.id]:
            raise ContentError("library.yml", f"在来源中找不到基准文件“{base.title}”的任何版本")
    return found


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)


def _states_title(piece: Piece, base: Base, likeness: int) -> bool:
    """Tell whether a piece opens with the title alone on its line and has a document's form."""
    if likeness == EXACT and _plain(base.title) not in _plain(piece.text[:HEAD]):
        return False  # told without looking at its lines
    head = lines_of(piece.text[:HEAD])
    begin, end = title_lines(head, base.title, likeness)
    if begin == end or begin >= OWN_TITLE:
        return False
    body = piece.text[head[end - 1].end :]
    return len(body) > BODY and len(LABEL.findall(body)) + body.count("\n") >= 4


def _grams(text: str) -> frozenset[str]:
    """Return every n-gram of the letters of `text`."""
    plain = _plain(text)
    return frozenset(plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1))


def _probes(text: str) -> list[str]:
    """Return every STEP-th n-gram of the letters of `text`."""
    plain = _plain(text)
    return [plain[at : at + GRAM] for at in range(0, len(plain) - GRAM + 1, STEP)]


def _likeness(probes: Sequence[str], seed: frozenset[str]) -> float:
    """Return the likeness of two texts, 0 when they are not copies of one document."""
    if not probes or not seed:
        return 0.0
    shared = sum(1 for probe in probes if probe in seed)
    if shared < SHARED * len(probes) or shared * STEP < COVERED * len(seed):
        return 0.0
    return shared / max(len(probes), len(seed) / STEP)
