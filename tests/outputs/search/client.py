"""A reader of the shards, written from their description: what any client makes of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# printable ASCII without space, tilde, quotation mark, backslash and less-than; 59 end a number
SYMBOLS = [chr(code) for code in range(ord("!"), ord("~")) if chr(code) not in '"<\\']
STOP, GO = SYMBOLS[:59], SYMBOLS[59:]


def gaps(code: str) -> list[int]:
    """Decode (59, 31)-dense numbers one by one, counting them out: the slow, plain way."""
    numbers = []
    for each in _codes(code):
        value = 0
        for symbol in each[:-1]:
            value = value * 31 + GO.index(symbol) + 1
        numbers.append(value * 59 + STOP.index(each[-1]))
    return numbers


def rising(code: str, after: int = -1) -> list[int]:
    """Decode rising numbers, each written as what lies between it and the one before."""
    numbers = []
    for gap in gaps(code):
        after += gap + 1
        numbers.append(after)
    return numbers


@dataclass(frozen=True)
class Stored:
    """A unit as the stored text gives it back."""

    id: str
    text: str
    page: str
    title: str
    opens: bool | None
    anchored: bool
    before: int | None = None
    behind: int | None = None


class Client:
    """Reads the scripts of search/."""

    def __init__(self, scripts: Mapping[str, str]) -> None:
        self.shards: dict[str, Any] = {}
        for file, script in scripts.items():
            assert script.startswith("kbShard(")
            assert script.endswith(");\n")
            name, content = json.loads(f"[{script[8:-3]}]")
            self.shards[name] = content
            stem, number = re.fullmatch(r"(.*?)([0-9]*)", name).groups()  # type: ignore[union-attr]
            folder = f"{stem}{int(number) // 500}/" if number else ""
            assert file == f"{folder}{name}.js"
        self.outline: dict[str, Any] = self.shards["m"]

    @cached_property
    def units(self) -> list[Stored]:
        """Every unit, in order; the numbers of first units agree with the outline."""
        units: list[Stored] = []
        for number, first in enumerate(self.starts):
            assert first == len(units)
            units += _read_block(self.shards[f"t{number}"])
        assert f"t{number + 1}" not in self.shards
        return units

    @cached_property
    def folds(self) -> dict[int, str]:
        """Character, by its code, -> the one that it is compared as."""
        pairs = self.outline["strict"] + self.outline["loose"]
        return dict(zip(map(ord, pairs[::2]), pairs[1::2], strict=True))

    @cached_property
    def starts(self) -> list[int]:
        """The number of the first unit of each block."""
        return rising(self.outline["blocks"])

    def rank(self, number: int) -> int:
        """Return the tier of a unit."""
        starts = self.outline["tiers"]
        return max(tier for tier, start in enumerate(starts[:-1]) if start <= number)

    def home(self, first: str, second: str) -> str:
        """Return the shard where the client looks a pair up."""
        return f"g{(ord(first) * 7919 + ord(second) * 104729) % self.outline['grams']}"

    @cached_property
    def entries(self) -> dict[tuple[str, str, str], str]:
        """(shard, first, second) -> code, for every entry of the shards of pairs."""
        found = {}
        for number in range(self.outline["grams"]):
            for line in filter(None, self.shards[f"g{number}"].split("\n")):
                for second, code in re.findall(r"([^\x00-\x7f])([\x00-\x7f]+)", line[1:]):
                    plain = chr(ord(second) - 0xFEE0) if "\uff01" <= second <= "\uff5e" else second
                    assert (f"g{number}", line[0], plain) not in found
                    found[f"g{number}", line[0], plain] = code
        return found

    def holding(self, first: str, second: str) -> list[int]:
        """Return the units that hold a pair of characters, as its list says."""
        code = self.entries.get((self.home(first, second), first, second), "")
        return self.long_list(code[1:]) if code.startswith("~") else rising(code)

    def long_list(self, code: str) -> list[int]:
        """Return a list that lies in parts: count, first part, parts, then where each starts."""
        count, part, parts, start = gaps(code)[:4]
        starts = [start, *rising("".join(_codes(code)[4:]), start)]
        found: list[int] = []
        for number, first in zip(range(part, part + parts), starts, strict=True):
            read = rising(self.shards[f"p{number}"], first - 1)
            assert read[0] == first
            found += read
        assert len(found) == count
        return found


def _codes(code: str) -> list[str]:
    """Return the code of each number: symbols of GO, then one of STOP."""
    return re.findall(f"[{re.escape(''.join(GO))}]*.", code)


def _read_block(block: str) -> Iterable[Stored]:
    """Yield units; `before` and `behind` are how far off their neighbours lie."""
    unit_id, page, title = "", "", ""
    steps: tuple[int, int] | None = None
    for line in block.split("\n"):
        mark, rest = line[0], line[1:]
        if mark == "=":
            page, title = rest.split("\t")
        elif mark == "^":
            before, _, behind = rest.partition(" ")
            steps = int(before), int(behind)
        elif mark == "#":
            unit_id = rest
            is_given = True
        else:
            if not is_given:
                digits = re.search(r"[0-9]+$", unit_id)
                assert digits
                unit_id = f"{unit_id[: digits.start()]}{int(digits[0]) + 1}"
            opens = {"+": True, "-": False, "!": None}[mark]
            alone = mark == "!" or page == "terms.html"
            yield Stored(
                unit_id, rest, page, title, opens, mark != "!", *(steps or (int(not alone),) * 2)
            )
            is_given, steps = False, None
