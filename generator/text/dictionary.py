"""The dictionary of readings: what pypinyin knows, with pronunciations.tsv before it.

Of pypinyin's words only those are kept that do not read as their characters do one by one.
The readings of pronunciations.tsv come first: what a character or a word is in official prose, "-"
for a word that such texts mostly hold by chance, across a boundary.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

SANDHI = frozenset("一不")  # their tone follows the next one; pypinyin writes it, we do not


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All readings of a character, the usual one first, and the words that deviate from it.

    Readings have tone marks; those of a character are apart by commas, those of a word,
    one a character, by spaces.
    """

    characters: dict[str, str]
    words: dict[str, str]

    def usual(self, character: str) -> str:
        """Return the reading of a character by itself; empty where there is none."""
        return self.characters.get(character, "").partition(",")[0]


def load_dictionary() -> Dictionary:
    """Return the dictionary; it takes long to load, and is always the same: ask a memo."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # heavy

    own = _own()
    known = {chr(code): readings for code, readings in PINYIN_DICT.items()}
    for word, readings in own.items():
        if len(word) == 1:
            others = (each for each in known.get(word, "").split(",") if each not in readings)
            known[word] = ",".join(filter(None, (*readings, *others)))
    usual = {character: readings.partition(",")[0] for character, readings in known.items()}
    words = {}
    for word, given in PHRASES_DICT.items():
        ours = [
            usual.get(one, "") if one in SANDHI else each[0]
            for one, each in zip(word, given, strict=False)
        ]
        if len(ours) == len(word) > 1 and ours != [usual.get(one, "") for one in word]:
            words[word] = " ".join(ours)
    for word, readings in own.items():
        words.pop(word, None)
        if len(readings) == len(word) > 1:
            # even where it reads as its characters do: it stands in the way of a wrong word
            # that begins within it
            words[word] = " ".join(readings)
    return Dictionary(known, dict(sorted(words.items())))


def _own() -> dict[str, tuple[str, ...]]:
    """Return pronunciations.tsv; a word without any must not be in the dictionary."""
    lines = files(__package__).joinpath("pronunciations.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {word: tuple(readings.replace("-", "").split()) for word, readings in pairs}
