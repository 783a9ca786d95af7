"""Makes generator/text/opencc_words.txt.gz: what OpenCC knows of words with two forms.

    python scripts/list_opencc_words.py

Run it when the pinned OpenCC or word_frequencies.txt.gz changes.  A line is a word and, after a
tab, its form for Taiwan where that is not what its characters are by themselves.  In it are
OpenCC's phrases with a character that has several forms; but none of two characters that the
frequency table does not know and that ends with a particle: 会干的人 has no 乾的.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import opencc

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.text.traditional import convert_all, default_forms  # noqa: E402
from generator.text.word_frequencies import load_word_probabilities  # noqa: E402

TARGET = ROOT / "generator/text/opencc_words.txt.gz"
PARTICLES = "的了着得是也就都在和与及或"
PHRASES = ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases")


def phrases() -> set[str]:
    """Return the simplified phrases that OpenCC was built with, read by its own tool."""
    package = Path(opencc.__file__).parent / "clib"
    found: set[str] = set()
    for name in PHRASES:
        table = package / "share/opencc" / f"{name}.ocd2"
        command = [str(package / "bin/opencc_dict"), "-f", "ocd2", "-t", "text", "-i", str(table)]
        done = subprocess.run([*command, "-o", "/dev/stdout"], capture_output=True, check=True)
        lines = done.stdout.decode("utf-8").splitlines()
        found.update(line.split("\t")[0] for line in lines if "\t" in line)
    return found


def main() -> None:
    """Write the table."""
    frequent = set(load_word_probabilities())
    known = sorted(
        word
        for word in phrases()
        if len(word) > 1 and (len(word) > 2 or word[1] not in PARTICLES or word in frequent)
    )
    plain = default_forms()
    forms = {
        word: form
        for word, form in zip(known, convert_all(known), strict=True)
        if len(form) == len(word)
    }
    other = {word: form for word, form in forms.items() if word.translate(plain) != form}
    several = {
        char
        for word, form in other.items()
        for char, one, usual in zip(word, form, word.translate(plain), strict=True)
        if one != usual
    }
    lines = [
        f"{word}\t{form}" if word in other else word
        for word, form in forms.items()
        if several.intersection(word)
    ]
    data = "\n".join(lines).encode("utf-8")
    TARGET.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{len(lines)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
