"""A witness as one sequence: its letters, and a token where a label or a new part stands.

Two witnesses are compared sequence by sequence, labels and all.  So a lost label is one token
missing, and an article that stands elsewhere is a run of tokens that stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.segments import CLOSERS, FULL_STOPS, STOPS, closes_note
from generator.edition.witnesses import Block

LABEL = 0xE000  # private characters stand for labels: this one and the number
MOST = 0x1800  # numbers above this share a token
PART = "\uf8ff"  # begins running text behind the heading of a part


@dataclass(frozen=True, slots=True)
class TokenSequence:
    """The letters of a witness and its labels, as tokens.

    Token i stands in blocks[block_of[i]] at letter place[i] of its segment; a label at the
    block's beginning.  `stops[i]` tells whether a sentence ends behind token i.
    """

    witness: int
    tokens: str
    blocks: tuple[Block, ...]
    block_of: tuple[int, ...]
    place: tuple[int, ...]
    stops: tuple[bool, ...]

    def reordered(self, order: Sequence[int]) -> TokenSequence:
        """Return the sequence with its tokens in another order."""
        return TokenSequence(
            self.witness,
            "".join(self.tokens[at] for at in order),
            self.blocks,
            tuple(self.block_of[at] for at in order),
            tuple(self.place[at] for at in order),
            tuple(self.stops[at] for at in order),
        )


def tokenized(witness: int, blocks: Sequence[Block]) -> TokenSequence:
    """Return the blocks of a witness as one sequence."""
    tokens: list[str] = []
    block_of: list[int] = []
    place: list[int] = []
    stops: list[bool] = []
    for at, block in enumerate(blocks):
        text = block.segment.text
        if block.number is not None or at:
            tokens.append(label_token(block.number))
            block_of.append(at)
            place.append(0)
            stops.append(True)
        for where, char in enumerate(text):
            if char.isalnum():
                tokens.append(char)
                block_of.append(at)
                place.append(where)
                stops.append(False)
            elif block_of and block_of[-1] == at:
                stops[-1] = stops[-1] or char in FULL_STOPS or closes_note(text, where)
    return TokenSequence(
        witness, "".join(tokens), tuple(blocks), tuple(block_of), tuple(place), tuple(stops)
    )


def label_token(number: int | None) -> str:
    """Return the token of a label; of the beginning of running text where it has none."""
    return PART if number is None else chr(LABEL + min(number, MOST - 1))


def is_label(token: str) -> bool:
    """Tell whether a token stands for a label or for the beginning of running text."""
    return "\ue000" <= token <= PART


def label_number(token: str) -> int | None:
    """Return the number that a token stands for, None for a letter or running text."""
    return ord(token) - LABEL if "\ue000" <= token < chr(LABEL + MOST) else None


def cut_between(block: Block, before: int, after: int) -> int:
    """Return where a block's segment is cut between two of its letters.

    What closes a sentence stays with the letter before, what opens one goes with the next.
    """
    text = block.segment.text
    at = after
    while at > before + 1 and text[at - 1] not in STOPS + CLOSERS + "，、\n":
        at -= 1
    return at
