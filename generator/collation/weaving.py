"""Streams woven into one: what they have in common, and of what one has alone, what is true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.collation.accounts import Account, account_of
from generator.collation.background import Background
from generator.collation.edits import Difference
from generator.collation.gaps import Gap, claim, gaps_between
from generator.collation.homes import Move, displaced, strike_out
from generator.collation.origins import Run, Side
from generator.collation.seams import seams, text_of
from generator.collation.streams import Stream, is_label, label_number, reordered
from generator.collation.woven import Dropped, Woven, woven_in

ROUNDS = 3  # times that articles are put in order


def weave(streams: Sequence[Stream], background: Background) -> Woven:
    """Return the streams woven into one, the first with the second, the third with both ..."""
    first = streams[0]
    count = len(first.tokens)
    woven = Woven(
        first.tokens,
        [(first.witness, at) for at in range(count)],
        {first.witness: first},
        {first.witness: list(range(count))},
        bytearray(count),
        open=bytearray(count),
    )
    for stream in streams[1:]:
        woven = _joined(woven, stream, background)
    return woven


def _joined(woven: Woven, stream: Stream, background: Background) -> Woven:
    """Return the woven text and a stream woven into one."""
    sides = _sides(woven, stream)
    found, gaps = gaps_between(sides, woven.shared)
    for _ in range(ROUNDS):
        moves = displaced(list(gaps.values()), sides)
        if not moves:
            break
        woven, stream = _reordered(woven, stream, moves)
        sides = _sides(woven, stream)
        found, gaps = gaps_between(sides, woven.shared)
    strike_out(list(gaps.values()), sides)
    for gap in gaps.values():
        one, other = claim(gap, 0, sides), claim(gap, 1, sides)
        for side, each in enumerate((one, other)):
            each.seams = seams(gap.span(side), *text_of(side, woven, stream), background)
        gap.account = account_of(one, other)
    return _Joining(woven, stream, sides).made(found, gaps)


def _sides(woven: Woven, stream: Stream) -> tuple[Side, Side]:
    return (
        Side(woven.tokens, woven.stops(), bytearray(b"\1") * len(woven.tokens)),
        Side(stream.tokens, stream.stops, bytearray(b"\1") * len(stream.tokens)),
    )


def _reordered(woven: Woven, stream: Stream, moves: Sequence[Move]) -> tuple[Woven, Stream]:
    """Return both texts with each of `moves` carried out."""
    orders = [list(range(len(woven.tokens))), list(range(len(stream.tokens)))]
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
    return woven_in(woven, orders[0]), reordered(stream, orders[1])


class _Joining:
    """A woven text in the making, from one and a stream."""

    def __init__(self, woven: Woven, stream: Stream, sides: tuple[Side, Side]) -> None:
        self.woven, self.stream, self.sides = woven, stream, sides
        self.tokens: list[str] = []
        self.leads: list[tuple[int, int]] = []
        self.shared, self.open = bytearray(), bytearray()
        # where a token of the woven text, of the stream goes
        self.targets = [-1] * len(woven.tokens), [-1] * len(stream.tokens)
        self.drops: list[tuple[int, int, int, Run | None, bool, bool]] = []
        self.openings: list[int] = []

    def made(self, found: Sequence[Difference], gaps: dict[int, Gap]) -> Woven:
        """Return what the differences, and the accounts of the gaps, give."""
        old, new = self.targets
        a = b = 0
        for index, each in enumerate([*found, Difference(len(old), len(old), len(new), len(new))]):
            for step in range(each.a0 - a):
                new[b + step] = len(self.tokens) + step
            self._take(0, a, each.a0, both=True)
            a, b = each.a1, each.b1
            account = gaps[index].account if index in gaps else None
            if account is None:
                self._beside(each)
                self._take(0, each.a0, each.a1)
            elif account.rival:
                begin, size = len(self.tokens), max(1, each.b1 - each.b0)
                for at in range(each.b0, each.b1):
                    new[at] = begin + (at - each.b0) * (each.a1 - each.a0) // size
                self._take(0, each.a0, each.a1)
            else:
                self._settle(account)
        return self._woven()

    def _take(self, side: int, low: int, high: int, *, both: bool = False) -> None:
        """Add tokens of a side; `both` sides have them."""
        text = (self.woven.tokens, self.stream.tokens)[side]
        for at in range(low, high):
            self.targets[side][at] = len(self.tokens)
            self.tokens.append(text[at])
            self.leads.append((self.stream.witness, at) if side else self.woven.leads[at])
            self.shared.append(1 if both else (0 if side else self.woven.shared[at]))
            self.open.append(0 if both or side else self.woven.open[at])

    def _beside(self, each: Difference) -> None:
        """Place the tokens of a short difference next to the woven ones of the same place."""
        begin, new = len(self.tokens), self.targets[1]
        size, count = each.a1 - each.a0, each.b1 - each.b0
        for at in range(each.b0, each.b1):
            if size:
                new[at] = begin + min(size - 1, (at - each.b0) * size // count)
            elif each.b0 and not self.stream.stops[each.b0 - 1]:
                new[at] = begin - 1
            else:
                new[at] = begin

    def _settle(self, account: Account) -> None:
        """Add what an account keeps of a gap, and remember what it drops."""
        begin = len(self.tokens)
        texts = self.woven.tokens, self.stream.tokens
        parts = [(side, *span) for side in (0, 1) for span in account.kept[side]]
        for part in sorted(parts, key=lambda part: _order(part, texts[part[0]])):
            self._take(*part)
        for side in (0, 1):
            against = bool(account.kept[1 - side])
            for low, high, origin in account.dropped[side]:
                self.drops.append((side, low, high, origin, against, account.doubtful))
        if account.doubtful:
            self.open[begin:] = b"\1" * (len(self.tokens) - begin)
        if sum(map(bool, account.kept)) == 1:
            side = 0 if account.kept[0] else 1
            low = account.kept[side][0][0]
            if low and self.sides[side].stops[low - 1] and not is_label(texts[side][low]):
                self.openings.append(begin)

    def _woven(self) -> Woven:
        woven, stream = self.woven, self.stream
        old, new = self.targets
        last = len(self.tokens) - 1
        new = [min(at, last) for at in new]  # what one witness has behind all belongs to the last
        place = {
            witness: [old[at] if at >= 0 else -1 for at in places]
            for witness, places in woven.place.items()
        }
        place[stream.witness] = new
        streams = {**woven.streams, stream.witness: stream}
        made = Woven("".join(self.tokens), self.leads, streams, place, self.shared)
        made.open = self.open
        made.openings = [old[at] for at in woven.openings if old[at] >= 0] + self.openings
        made.dropped = [
            replace(each, origin=old[each.origin] if each.origin is not None else None)
            for each in woven.dropped
        ]
        for side, low, high, origin, against, doubtful in self.drops:
            home = shown = None
            if origin is not None:
                middle = (origin.low + origin.high) // 2
                home = self.targets[origin.side][middle]
                shown = stream.witness if origin.side else woven.leads[middle][0]
            spans = [(stream.witness, low, high)] if side else _of_witnesses(woven, low, high)
            for witness, start, end in spans:
                made.dropped.append(Dropped(witness, start, end, home, shown, against, doubtful))
        return made


def _order(part: tuple[int, int, int], text: str) -> tuple[int, int, int, int]:
    """Return the order of what both sides of a gap give: what is behind no label first."""
    side, low, _ = part
    number = label_number(text[low])
    if not is_label(text[low]):
        return 0, 0, side, low
    return 1, number if number is not None else 10**6, side, low


def _of_witnesses(woven: Woven, low: int, high: int) -> list[tuple[int, int, int]]:
    """Return (witness, start, end) of the tokens that gave the woven tokens low to high."""
    spans: list[tuple[int, int, int]] = []
    for at in range(low, high):
        witness, token = woven.leads[at]
        if spans and spans[-1][0] == witness and spans[-1][2] == token:
            spans[-1] = (witness, spans[-1][1], token + 1)
        else:
            spans.append((witness, token, token + 1))
    return spans
