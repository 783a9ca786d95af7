"""How the characters of a text are read where they stand: 效率|先进 xiào lǜ, not 效|率先 shuài.

A character that has another reading in some word gets that of the word that it belongs to by the
lattice of word_lattice.py; all others are read as usual.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.dictionary import Dictionary
from generator.text.names_in_two_scripts import NUMBERS
from generator.text.word_cutting import known_words
from generator.text.word_lattice import WordLattice

# 为 before those for whom something is done, not 为 for what something is
FOR = re.compile(
    "为(?=[^为，。；]{1,10}?(?:服务|着想|提供|谋|办实事|排忧|解难|解忧|分忧|创造|奠定|打下|保驾|护航|撑腰|减负"
    "|松绑|注入|贡献|付出|发声|代言|把脉|搭建|营造|助力|赋能|增光|添彩|奋斗|献|辩护|送去|举办"
    "|争光|效力|除害|撑起|解决|化解|减轻|培养|输送))"
)
MEASURES = {"行": "háng", "重": "chóng", "只": "zhī"}
# ... behind a number; 一行 are people, but a bank before its 行长
COUNTED = re.compile(f"(?<=[{NUMBERS}])(?:重|只|(?<!一)行|行(?=行长))")
WEIGHT = 1.5  # by how much a word of the dictionary outweighs its parts


class ContextReader:
    """Reads by a dictionary, whose words are weighed against the words of the language."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._words = dictionary.words
        self._lattice = WordLattice(dict.fromkeys(self._words, WEIGHT))
        self._pairs = frozenset(
            word[at : at + 2] for word in self._words for at in range(len(word) - 1)
        )

    def readings(self, run: str) -> list[str]:
        """Return the reading of each of a run of ideographs; empty where none is known."""
        found: list[str] = []
        usual, pairs = self._dictionary.usual, self._pairs
        for at, char in enumerate(run):
            if run[at : at + 2] in pairs or (at and run[at - 1 : at + 1] in pairs):
                found.append(self._reading(run, at))
            else:
                found.append(usual(char))
        for match in FOR.finditer(run):
            at = match.start()
            if self._lattice.word_at(run, at)[1] == "为":
                found[at] = "wèi"
        return found

    def is_doubtful(self, run: str, spans: Iterable[tuple[int, int]]) -> bool:
        """Tell whether `run` may have to be read otherwise than by the words that stand at `spans`.

        So it is where a word of the language stands across an end of one of them.
        """
        known = known_words()
        return bool(FOR.search(run) or COUNTED.search(run)) or any(
            run[edge - before : edge + after] in known
            for span in spans
            for edge in span
            if 0 < edge < len(run)
            for before, after in ((1, 1), (1, 2), (2, 1))
            if edge >= before
        )

    def _reading(self, run: str, at: int) -> str:
        start, word = self._lattice.word_at(run, at)
        if word in (run[at], run[at - 1 : at + 1]) and COUNTED.match(run, at):
            return MEASURES[run[at]]
        while len(word) > 1 and word not in self._words:
            if len(word) == 2:
                return self._dictionary.usual(run[at])
            inside, word = self._lattice.part_at(word, at - start)
            start += inside
        given = self._words.get(word)
        return given.split(" ")[at - start] if given else self._dictionary.usual(run[at])
