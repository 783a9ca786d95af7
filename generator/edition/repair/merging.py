"""Witnesses merged into one text: what they share, and what is true of what one has alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.edition.differences import Difference
from generator.edition.repair.gaps import gaps_between, is_whole
from generator.edition.repair.hypotheses import Hypothesis, Stretch, cheapest
from generator.edition.repair.merged_text import Dropped, MergedText, alone
from generator.edition.repair.parallels import Side
from generator.edition.repair.seams import merged_seams, seams
from generator.edition.repair.tokens import TokenSequence
from generator.edition.repair.transposition import Move, displaced, strike_out
from generator.edition.usage import Usage

ROUNDS = 3  # times that articles are put in order; one leaves a tenth more wrong


def merge(sequences: Sequence[TokenSequence], usage: Usage) -> MergedText:
    """Return the sequences merged into one, the first with the second, the third with both ..."""
    merged = alone(sequences[0])
    for sequence in sequences[1:]:
        merged = _joined(merged, sequence, usage)
    return merged


def _joined(merged: MergedText, sequence: TokenSequence, usage: Usage) -> MergedText:
    """Return the merged text and a sequence merged into one."""
    sides = _sides(merged, sequence)
    found, gaps = gaps_between(sides)
    for _ in range(ROUNDS):
        moves = displaced(list(gaps.values()), sides)
        if not moves:
            break
        orders = _orders(moves, len(merged.tokens), len(sequence.tokens))
        merged, sequence = merged.reordered(orders[0]), sequence.reordered(orders[1])
        sides = _sides(merged, sequence)
        found, gaps = gaps_between(sides)
    strike_out(list(gaps.values()), sides)
    hypotheses = {}
    for at, gap in gaps.items():
        whole = is_whole(gap, 0, sides), is_whole(gap, 1, sides)
        reads = merged_seams(gap.span(0), merged, usage), seams(gap.span(1), sequence, usage)
        hypotheses[at] = cheapest(gap.sides, whole, reads)
    return _Joining(merged, sequence).made(found, hypotheses)


def _sides(merged: MergedText, sequence: TokenSequence) -> tuple[Side, Side]:
    return (
        Side(merged.tokens, merged.stops(), bytearray(b"\1") * len(merged.tokens)),
        Side(sequence.tokens, sequence.stops, bytearray(b"\1") * len(sequence.tokens)),
    )


def _orders(moves: Sequence[Move], *counts: int) -> list[list[int]]:
    """Return the order of the tokens of both sides when each of `moves` is carried out."""
    orders = []
    for side, count in enumerate(counts):
        taken: set[int] = set()
        inserts: dict[int, list[int]] = defaultdict(list)
        for where, low, high, to in moves:
            if where == side and taken.isdisjoint(range(low, high)):
                taken.update(range(low, high))
                inserts[to] += range(low, high)
        order: list[int] = []
        for here in range(count + 1):
            order += inserts.get(here, ())
            if here < count and here not in taken:
                order.append(here)
        orders.append(order)
    return orders


class _Joining:
    """A merged text in the making, from one and a sequence."""

    def __init__(self, merged: MergedText, sequence: TokenSequence) -> None:
        self.merged, self.sequence = merged, sequence
        self.texts = merged.tokens, sequence.tokens
        self.stops = merged.stops(), sequence.stops
        self.tokens: list[str] = []
        self.leads: list[tuple[int, int]] = []
        self.open = bytearray()
        # where a token of the merged text, of the sequence goes
        self.targets = [-1] * len(merged.tokens), [-1] * len(sequence.tokens)
        self.drops: list[tuple[int, Stretch, bool, bool]] = []
        self.openings: list[int] = []

    def made(self, found: Sequence[Difference], hypotheses: dict[int, Hypothesis]) -> MergedText:
        """Return what the differences, and the hypotheses about the gaps, give."""
        old, new = self.targets
        a = b = 0
        for index, each in enumerate([*found, Difference(len(old), len(old), len(new), len(new))]):
            for step in range(each.a0 - a):
                new[b + step] = len(self.tokens) + step
            self._take(0, a, each.a0, settled=True)
            a, b = each.a1, each.b1
            hypothesis = hypotheses.get(index)
            if hypothesis is not None and not hypothesis.rival:
                self._settle(hypothesis)
            else:
                self._beside(each)
                self._take(0, each.a0, each.a1)
        return self._merged()

    def _take(self, side: int, low: int, high: int, *, settled: bool = False) -> None:
        """Add tokens of a side."""
        for at in range(low, high):
            self.targets[side][at] = len(self.tokens)
            self.tokens.append(self.texts[side][at])
            self.leads.append((self.sequence.witness, at) if side else self.merged.leads[at])
            self.open.append(0 if settled or side else self.merged.open[at])

    def _beside(self, each: Difference) -> None:
        """Place the tokens of a reading next to the merged ones of the same place."""
        begin, new = len(self.tokens), self.targets[1]
        size, count = each.a1 - each.a0, each.b1 - each.b0
        for at in range(each.b0, each.b1):
            if size:
                new[at] = begin + min(size - 1, (at - each.b0) * size // count)
            elif each.b0 and not self.stops[1][each.b0 - 1]:
                new[at] = begin - 1
            else:
                new[at] = begin

    def _settle(self, hypothesis: Hypothesis) -> None:
        """Add what a hypothesis keeps of a gap, and remember what it drops."""
        begin = len(self.tokens)
        parts = [(side, each) for side in (0, 1) for each in hypothesis.kept[side]]
        for side, each in sorted(parts, key=_order):
            self._take(side, each.low, each.high)
        for side in (0, 1):
            against = bool(hypothesis.kept[1 - side])
            for each in hypothesis.dropped[side]:
                self.drops.append((side, each, against, hypothesis.doubtful))
        if hypothesis.doubtful:
            self.open[begin:] = b"\1" * (len(self.tokens) - begin)
        if sum(map(bool, hypothesis.kept)) == 1:
            side, each = parts[0]
            if each.low and self.stops[side][each.low - 1] and not each.labelled:
                self.openings.append(begin)

    def _merged(self) -> MergedText:
        merged, sequence = self.merged, self.sequence
        old, new = self.targets
        last = len(self.tokens) - 1
        place = {
            witness: [old[at] if at >= 0 else -1 for at in places]
            for witness, places in merged.place.items()
        }
        # what one witness has behind all belongs to the last
        place[sequence.witness] = [min(at, last) for at in new]
        return MergedText(
            "".join(self.tokens),
            self.leads,
            {**merged.sequences, sequence.witness: sequence},
            place,
            self.open,
            [
                *(
                    replace(
                        each, parallel=None if each.parallel is None else _known(old[each.parallel])
                    )
                    for each in merged.dropped
                ),
                *(each for drop in self.drops for each in self._dropped(*drop)),
            ],
            [old[at] for at in merged.openings if old[at] >= 0] + self.openings,
        )

    def _dropped(
        self, side: int, each: Stretch, against: bool, doubtful: bool
    ) -> Iterator[Dropped]:
        """Yield what a dropped stretch is in the witnesses that have it."""
        home = shown = None
        run = max(each.runs, key=len, default=None)
        if run is not None:
            middle = (run.low + run.high) // 2
            home = _known(self.targets[run.side][middle])
            shown = self.sequence.witness if run.side else self.merged.leads[middle][0]
        spans = (
            [(self.sequence.witness, each.low, each.high)]
            if side
            else _of_witnesses(self.merged.leads[each.low : each.high])
        )
        for witness, low, high in spans:
            yield Dropped(witness, low, high, home, shown, against, doubtful)


def _known(target: int) -> int | None:
    """Return where a token went in the merged text, None where it was dropped."""
    return target if target >= 0 else None


def _order(part: tuple[int, Stretch]) -> tuple[int, int, int, int]:
    """Return the order of what both sides of a gap give: what is behind no label first."""
    side, each = part
    if not each.labelled:
        return 0, 0, side, each.low
    return 1, each.number if each.number is not None else 10**6, side, each.low


def _of_witnesses(leads: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return (witness, start, end) of the tokens that gave a stretch of the merged text."""
    spans: list[tuple[int, int, int]] = []
    for witness, token in leads:
        if spans and spans[-1][0] == witness and spans[-1][2] == token:
            spans[-1] = (witness, spans[-1][1], token + 1)
        else:
            spans.append((witness, token, token + 1))
    return spans
