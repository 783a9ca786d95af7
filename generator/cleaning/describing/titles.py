"""The title that a text states: over several lines, behind what a page prints above it.

Of the candidates the best wins: one that ends in the name of a kind of text (…的报告), that stands
twice, that is next to the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.cleaning.describing.candidates import StatedTitle, candidates
from generator.cleaning.describing.embedded_titles import (
    bare_title,
    embedded_title,
    glued_title,
    plain,
)
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.head import HeadLine, lines_of, read_head
from generator.cleaning.describing.scripts import as_written, simplified
from generator.cleaning.describing.stated_facts import facts

SPACED_OUT = re.compile(r"^\S{1,2}\s\S|\s\S\s")  # characters that a page set apart
KICKER = re.compile(r"\S\s+\S+\s+\S")  # several phrases above a headline
WEIGHT_NAMED = 4
WEIGHT_REPEATED = 3
WEIGHT_NEAR = 1
SHORTEST = 4
SHARED = re.compile(r"《(?P<title>[^《》]{4,60})\.(?:docx?|pdf|wps|txt|pptx?)》由会员分享")
"""Where a document site names the file that it shows: 《…报告.docx》由会员分享."""

FIRST_OF_SEVERAL = re.compile(r"(?:范文|范本|篇|之)?[一1]$")
SAMPLE = re.compile(r"(?<=\S{6})(?:范文|范本|例文|模板)[一1]$")
TOLD = 800  # characters of the text in which it takes up the words of its title


def stated_title(text: str) -> str:
    """Return the title that `text` states in its head; empty where it states none.

    Lines are joined without a blank; names of sites, 文号 and marks around the title are left out.
    """
    found = find_title(text)
    return found.text if found else ""


def find_title(text: str) -> StatedTitle | None:
    """Return the title that `text` states and where; None where it states none."""
    read = simplified(text)
    found = _find(read)
    return found and StatedTitle(as_written(found.text, read, text), found.first, found.last)


def _find(text: str) -> StatedTitle | None:
    """Return the title of a text in simplified characters."""
    lines = lines_of(text)
    if len(lines) < 2:  # all of the text on one line
        glued = glued_title(lines[0]) if lines else ""
        return StatedTitle(glued, 0, 0) if glued else None
    head = read_head(lines)
    possible = candidates(head)
    labelled = _labelled(head)
    if not possible:
        embedded = embedded_title(text, lines[len(head) :], labelled)
        return StatedTitle(embedded, 0, 0) if embedded else None
    said = [(plain(line.text), line.number) for line in head if line.sort != "facts"]
    told = _pairs("".join(lines[len(head) :])[:TOLD])
    worth = [_worth(each, possible, said, labelled) + _is_echoed(each, told) for each in possible]
    best = max(range(len(possible)), key=lambda at: (worth[at], -at))
    chosen = possible[best]
    if is_named(labelled) and not is_named(chosen.text):
        return StatedTitle(labelled, chosen.first, chosen.last)
    chosen = _common(chosen, possible)
    same = [each for each in (chosen, *possible) if plain(each.text) == plain(chosen.text)]
    return min(same, key=lambda each: (bool(re.search(r"\s", each.text)), each.first))


def _common(chosen: StatedTitle, possible: Sequence[StatedTitle]) -> StatedTitle:
    """Return the common title of several texts, where the title of the first was chosen."""
    common = FIRST_OF_SEVERAL.sub("", chosen.text)
    if common == chosen.text:
        return chosen
    others = [each for each in possible if plain(common) in plain(each.text) and each != chosen]
    if others:
        return StatedTitle(common, others[0].first, others[0].last)
    sample = SAMPLE.sub("", chosen.text)
    return StatedTitle(sample, chosen.first, chosen.last)


def _labelled(head: Sequence[HeadLine]) -> str:
    """Return the title that is stated behind a label (标题：…)."""
    stated = facts([line.raw for line in head if line.sort == "facts"])
    titles = [each.value for each in stated if each.kind == "title" and len(each.value) >= SHORTEST]
    titles += [match["title"] for line in head if (match := SHARED.match(line.raw))]
    return bare_title(titles[0]) if titles else ""


def _worth(
    title: StatedTitle,
    possible: Sequence[StatedTitle],
    said: Sequence[tuple[str, int]],
    labelled: str,
) -> int:
    """Return how much speaks for a candidate; `said` are the head's lines with their numbers."""
    own = plain(title.text)
    worth = (len(own) >= 8) + (len(own) >= 12) - 2 * (len(own) < 5)
    worth -= 2 * (len(own) < 5 and any(len(plain(each.text)) >= 10 for each in possible))
    worth += WEIGHT_NAMED * is_named(title.text) + bool(re.search("关于|^在.*上的", title.text))
    others = [line for line, number in said if not title.first <= number <= title.last]
    others += [plain(each.text) for each in possible if each is not title]
    longer = [plain(each.text) for each in possible if each.first > title.last]
    longer = [each for each in longer if len(each) > len(own) and each.endswith(own)]
    others = [each for each in others if each not in longer]  # below the name of a column
    others.append(plain(labelled))
    repeated = any(own in line or (len(line) >= 8 and line in own) for line in others)
    worth += WEIGHT_REPEATED * (len(own) >= 6 and repeated)
    worth -= 2 * (SPACED_OUT.search(title.text) is not None)
    return worth + WEIGHT_NEAR * (title is _nearest(possible))


def _is_echoed(title: StatedTitle, told: set[str]) -> bool:
    """Tell whether the text takes up the words of a title; the name of a site it does not."""
    own = _pairs(title.text)
    return len(own & told) * 2 >= len(own)


def _pairs(text: str) -> set[str]:
    """Return the pairs of letters that stand beside one another in a text."""
    return {first + second for first, second in pairwise(plain(text))}


def _nearest(possible: Sequence[StatedTitle]) -> StatedTitle:
    """Return which of the possible that stand together right above the text is nearest to it.

    A headline stands above others that explain it; a title that names a kind of text does not.
    """
    at = len(possible) - 1
    if is_named(possible[at].text):
        return possible[at]
    while at and possible[at].first == possible[at - 1].last + 1:
        if KICKER.search(possible[at - 1].text):
            break
        at -= 1
    return possible[at]
