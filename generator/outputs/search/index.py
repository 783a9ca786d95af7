"""What the shards of both scripts are made from: a library's units, blocks and words, made once."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from generator import addresses
from generator.build.memo import Memo, no_memo
from generator.model import Library
from generator.outputs.search.block_lists import Block, cut_blocks
from generator.outputs.search.frequent import frequent_words
from generator.outputs.search.neighbours import neighbours
from generator.outputs.search.numbered import base_entry
from generator.outputs.search.packing import pack
from generator.outputs.search.pronunciations import Reader
from generator.outputs.search.units import TIERS, find_units
from generator.text.dictionary import load_dictionary

SMALL = 300_000  # bytes of text that are read through
BIG_BLOCK = 48_000
BLOCK = 10_000
FEW_WORDS = 400
WORDS = 1_500


class Index:
    """A library as search sees it.

    `small` is the weight of text, in bytes, up to which a library gets no pairs.
    """

    def __init__(self, library: Library, memo: Memo = no_memo, small: int = SMALL) -> None:
        self.library = library
        self.memo = memo
        self.units = list(find_units(library))
        self.is_small = sum(len(unit.text.encode()) for unit in self.units) <= small
        self.blocks: list[Block] = list(
            cut_blocks(self.units, BIG_BLOCK if self.is_small else BLOCK, neighbours(self.units))
        )
        self.reader = Reader(memo(load_dictionary))

    @cached_property
    def words(self) -> list[str]:
        """A line for each name of each term: word, reading, id; without id for a word."""
        ids: dict[str, str] = {}
        for term in self.library.terms:
            for name in (term.name, *term.aliases):
                ids.setdefault(" ".join(name.split()), term.id)
        most = FEW_WORDS if self.is_small else WORDS
        for word in frequent_words((unit.text for unit in self.units), most):
            ids.setdefault(word, "")
        return [f"{word}\t{self.reader.word(word)}\t{place}" for word, place in ids.items()]

    @cached_property
    def outline(self) -> dict[str, Any]:
        """Where tiers and blocks begin, and what a number or a fixed word leads to."""
        firsts = [0] * (len(TIERS) + 1)
        for unit in self.units:
            firsts[unit.tier + 1] += 1
        for tier in range(len(TIERS)):
            firsts[tier + 1] += firsts[tier]
        return {
            "kinds": TIERS,
            "tiers": firsts,
            "blocks": pack(block.first for block in self.blocks),
            "terms": addresses.TERMS,
            "bases": [
                base_entry(collation.edition, self.reader) for collation in self.library.collations
            ],
        }
