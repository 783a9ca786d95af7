"""Long lists in pages of a fixed size, so that no page grows with the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """One page of a list: its rows, the address of every page, and which one this is."""

    rows: tuple[Row, ...]
    addresses: tuple[str, ...]
    number: int
    first: int
    total: int

    @property
    def address(self) -> str:
        """The address of this page."""
        return self.addresses[self.number]

    @property
    def nearby(self) -> tuple[tuple[int, str], ...]:
        """The pages to link to: the first, the last, and those around this one."""
        last = len(self.addresses) - 1
        near = {0, last, *range(max(0, self.number - 3), min(last, self.number + 3) + 1)}
        return tuple((at, self.addresses[at]) for at in sorted(near))


def sheets(
    rows: Sequence[Row], size: int, address: str, joint: str = "-"
) -> tuple[Sheet[Row], ...]:
    """Return `rows` in sheets of `size`; the first has `address`, the others -2, -3 …

    There is always a first sheet, even without rows.  `joint` stands before the numbers, where
    a page might be called x-2 by itself.
    """
    count = max(1, -(-len(rows) // size))
    every = tuple(sheet_address(address, at, joint) for at in range(count))
    return tuple(
        Sheet(tuple(rows[at * size : (at + 1) * size]), every, at, at * size, len(rows))
        for at in range(count)
    )


def sheet_address(address: str, number: int, joint: str = "-") -> str:
    """Return the address of sheet `number`, from 0, of the list that begins at `address`."""
    return f"{address.removesuffix('.html')}{joint}{number + 1}.html" if number else address
