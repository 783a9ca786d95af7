"""Streams merged into one: what they have in common, and of what one has alone, what is true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.edition.differences import Difference
from generator.edition.repair.gaps import Gap, claim, gaps_between
from generator.edition.repair.hypotheses import Hypothesis, cheapest_hypothesis
from generator.edition.repair.merged_text import Dropped, MergedText, in_order
from generator.edition.repair.parallels import Run, Side
from generator.edition.repair.seams import seams, text_of
from generator.edition.repair.tokens import TokenSequence, is_label, label_number, reordered
from generator.edition.repair.transposition import Move, displaced, strike_out
from generator.edition.usage import Usage

ROUNDS = 3  # times that articles are put in order


def merge(sequences: Sequence[TokenSequence], usage: Usage) -> MergedText:
    """Return the sequences merged into one, the first with the second, the third with both ..."""
    first = sequences[0]
    count = len(first.tokens)
    merged = MergedText(
        first.tokens,
        [(first.witness, at) for at in range(count)],
        {first.witness: first},
        {first.witness: list(range(count))},
        bytearray(count),
        open=bytearray(count),
    )
    for sequence in sequences[1:]:
        merged = _joined(merged, sequence, usage)
    return merged


def _joined(merged: MergedText, sequence: TokenSequence, usage: Usage) -> MergedText:
    """Return the merged text and a sequence merged into one."""
    sides = _sides(merged, sequence)
    found, gaps = gaps_between(sides, merged.shared)
    for _ in range(ROUNDS):
        moves = displaced(list(gaps.values()), sides)
        if not moves:
            break
        merged, sequence = _reordered(merged, sequence, moves)
        sides = _sides(merged, sequence)
        found, gaps = gaps_between(sides, merged.shared)
    strike_out(list(gaps.values()), sides)
    for gap in gaps.values():
        one, other = claim(gap, 0, sides), claim(gap, 1, sides)
        for side, each in enumerate((one, other)):
            each.seams = seams(gap.span(side), *text_of(side, merged, sequence), usage)
        gap.hypothesis = cheapest_hypothesis(one, other)
    return _Joining(merged, sequence, sides).made(found, gaps)


def _sides(merged: MergedText, sequence: TokenSequence) -> tuple[Side, Side]:
    return (
        Side(merged.tokens, merged.stops(), bytearray(b"\1") * len(merged.tokens)),
        Side(sequence.tokens, sequence.stops, bytearray(b"\1") * len(sequence.tokens)),
    )


def _reordered(
    merged: MergedText, sequence: TokenSequence, moves: Sequence[Move]
) -> tuple[MergedText, TokenSequence]:
    """Return both texts with each of `moves` carried out."""
    orders = [list(range(len(merged.tokens))), list(range(len(sequence.tokens)))]
    for side in (0, 1):
        taken: set[int] = set()
        inserts: dict[int, list[int]] = defaultdict(list)
        for where, low, high, to in moves:
            if where == side and taken.isdisjoint(range(low, high)):
                taken.update(range(low, high))
                inserts[to] += range(low, high)
        count = len(orders[side])
        orders[side] = [
            at
            for here in range(count + 1)
            for at in (*inserts.get(here, ()), *((here,) if here < count else ()))
            if here == count or at != here or here not in taken
        ]
    return in_order(merged, orders[0]), reordered(sequence, orders[1])


class _Joining:
    """A merged text in the making, from one and a sequence."""

    def __init__(
        self, merged: MergedText, sequence: TokenSequence, sides: tuple[Side, Side]
    ) -> None:
        self.merged, self.sequence, self.sides = merged, sequence, sides
        self.tokens: list[str] = []
        self.leads: list[tuple[int, int]] = []
        self.shared, self.open = bytearray(), bytearray()
        # where a token of the merged text, of the sequence goes
        self.targets = [-1] * len(merged.tokens), [-1] * len(sequence.tokens)
        self.drops: list[tuple[int, int, int, Run | None, bool, bool]] = []
        self.openings: list[int] = []

    def made(self, found: Sequence[Difference], gaps: dict[int, Gap]) -> MergedText:
        """Return what the differences, and the hypotheses of the gaps, give."""
        old, new = self.targets
        a = b = 0
        for index, each in enumerate([*found, Difference(len(old), len(old), len(new), len(new))]):
            for step in range(each.a0 - a):
                new[b + step] = len(self.tokens) + step
            self._take(0, a, each.a0, both=True)
            a, b = each.a1, each.b1
            hypothesis = gaps[index].hypothesis if index in gaps else None
            if hypothesis is None:
                self._beside(each)
                self._take(0, each.a0, each.a1)
            elif hypothesis.rival:
                begin, size = len(self.tokens), max(1, each.b1 - each.b0)
                for at in range(each.b0, each.b1):
                    new[at] = begin + (at - each.b0) * (each.a1 - each.a0) // size
                self._take(0, each.a0, each.a1)
            else:
                self._settle(hypothesis)
        return self._woven()

    def _take(self, side: int, low: int, high: int, *, both: bool = False) -> None:
        """Add tokens of a side; `both` sides have them."""
        text = (self.merged.tokens, self.sequence.tokens)[side]
        for at in range(low, high):
            self.targets[side][at] = len(self.tokens)
            self.tokens.append(text[at])
            self.leads.append((self.sequence.witness, at) if side else self.merged.leads[at])
            self.shared.append(1 if both else (0 if side else self.merged.shared[at]))
            self.open.append(0 if both or side else self.merged.open[at])

    def _beside(self, each: Difference) -> None:
        """Place the tokens of a short difference next to the merged ones of the same place."""
        begin, new = len(self.tokens), self.targets[1]
        size, count = each.a1 - each.a0, each.b1 - each.b0
        for at in range(each.b0, each.b1):
            if size:
                new[at] = begin + min(size - 1, (at - each.b0) * size // count)
            elif each.b0 and not self.sequence.stops[each.b0 - 1]:
                new[at] = begin - 1
            else:
                new[at] = begin

    def _settle(self, hypothesis: Hypothesis) -> None:
        """Add what an hypothesis keeps of a gap, and remember what it drops."""
        begin = len(self.tokens)
        texts = self.merged.tokens, self.sequence.tokens
        parts = [(side, *span) for side in (0, 1) for span in hypothesis.kept[side]]
        for part in sorted(parts, key=lambda part: _order(part, texts[part[0]])):
            self._take(*part)
        for side in (0, 1):
            against = bool(hypothesis.kept[1 - side])
            for low, high, parallel in hypothesis.dropped[side]:
                self.drops.append((side, low, high, parallel, against, hypothesis.doubtful))
        if hypothesis.doubtful:
            self.open[begin:] = b"\1" * (len(self.tokens) - begin)
        if sum(map(bool, hypothesis.kept)) == 1:
            side = 0 if hypothesis.kept[0] else 1
            low = hypothesis.kept[side][0][0]
            if low and self.sides[side].stops[low - 1] and not is_label(texts[side][low]):
                self.openings.append(begin)

    def _woven(self) -> MergedText:
        merged, sequence = self.merged, self.sequence
        old, new = self.targets
        last = len(self.tokens) - 1
        new = [min(at, last) for at in new]  # what one witness has behind all belongs to the last
        place = {
            witness: [old[at] if at >= 0 else -1 for at in places]
            for witness, places in merged.place.items()
        }
        place[sequence.witness] = new
        sequences = {**merged.sequences, sequence.witness: sequence}
        made = MergedText("".join(self.tokens), self.leads, sequences, place, self.shared)
        made.open = self.open
        made.openings = [old[at] for at in merged.openings if old[at] >= 0] + self.openings
        made.dropped = [
            replace(each, parallel=None if each.parallel is None else _kept(old[each.parallel]))
            for each in merged.dropped
        ]
        for side, low, high, parallel, against, doubtful in self.drops:
            home = shown = None
            if parallel is not None:
                middle = (parallel.low + parallel.high) // 2
                home = _kept(self.targets[parallel.side][middle])
                shown = sequence.witness if parallel.side else merged.leads[middle][0]
            spans = [(sequence.witness, low, high)] if side else _of_witnesses(merged, low, high)
            for witness, start, end in spans:
                made.dropped.append(Dropped(witness, start, end, home, shown, against, doubtful))
        return made


def _kept(target: int) -> int | None:
    """Return where a token went in the merged text, None where it was dropped."""
    return target if target >= 0 else None


def _order(part: tuple[int, int, int], text: str) -> tuple[int, int, int, int]:
    """Return the order of what both sides of a gap give: what is behind no label first."""
    side, low, _ = part
    number = label_number(text[low])
    if not is_label(text[low]):
        return 0, 0, side, low
    return 1, number if number is not None else 10**6, side, low


def _of_witnesses(merged: MergedText, low: int, high: int) -> list[tuple[int, int, int]]:
    """Return (witness, start, end) of the tokens that gave the merged tokens low to high."""
    spans: list[tuple[int, int, int]] = []
    for at in range(low, high):
        witness, token = merged.leads[at]
        if spans and spans[-1][0] == witness and spans[-1][2] == token:
            spans[-1] = (witness, spans[-1][1], token + 1)
        else:
            spans.append((witness, token, token + 1))
    return spans
