"""A script with its words in traditional characters; patterns and names stay as they are."""

from __future__ import annotations

import re

from generator.text.traditional import Converter

WORDS = re.compile(
    r"""/\*.*?\*/|(?<![:\\])//[^\n]*                  # comments, in which quotes open nothing
    |(?<=[(,=:\[!&|?{;])\s*/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/  # patterns
    |("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[\u3400-\u9fff]+)  # words
    """,
    re.DOTALL | re.VERBOSE,
)


def traditional_script(script: str, converter: Converter) -> str:
    """Return `script` with the text in double quotes, backticks and names converted.

    Comments are left alone, and so are regular expressions: they read what readers type and
    the index holds.
    """
    return WORDS.sub(
        lambda match: converter.to_traditional(match[1]) if match[1] else match[0], script
    )
