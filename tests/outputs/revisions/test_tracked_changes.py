"""Tracked changes give the new text on accept all and the old one on reject all, to the letter."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from itertools import chain

import pytest
from lxml import etree

from generator.amendment import compare_editions
from generator.content import load_content
from generator.model import Edition, Library
from generator.outputs.revisions.tracked import document_lines, tracked_blocks
from generator.outputs.revisions.word import tracked_docx
from generator.recipe import build_library
from scripts.amending.making import amend
from tests.conftest import PROJECT
from tests.outputs.revisions.tracking import W, lines_after, moves


@cache
def library(name: str) -> Library:
    return build_library(load_content(PROJECT / "tests" / "libraries" / name))


def made(old: Edition, new: Edition) -> bytes:
    blocks = tracked_blocks(old, new, compare_editions(old, new))
    return tracked_docx("对照", blocks, "2022年修订", 1_647_302_400)


def test_three_versions_come_out_as_they_are() -> None:
    found = library("caiyuan")
    editions = {each.edition.base.id: each.edition for each in found.every_collation}
    for revision in found.revisions:
        old, new = editions[revision.old], editions[revision.new]
        data = made(old, new)
        assert lines_after(data, "accept") == document_lines(new)
        assert lines_after(data, "reject") == document_lines(old)


def test_the_lines_are_those_of_the_copy() -> None:
    """But for blanks, which a copy writes as it likes."""
    edition = library("caiyuan").collations[0].edition
    source = (PROJECT / "tests/libraries/caiyuan/sources/banfa-2022.txt").read_text("utf-8")
    assert "".join("".join(document_lines(edition)).split()) == "".join(source.split())


@pytest.mark.parametrize("seed", range(8))
def test_amendments_by_script_come_out_as_they_are(seed: int) -> None:
    amended = amend(library("kuaidi").collations[0].edition, seed)
    data = made(amended.old, amended.new)
    assert lines_after(data, "accept") == document_lines(amended.new)
    assert lines_after(data, "reject") == document_lines(amended.old)


def test_what_was_only_moved_is_a_move() -> None:
    """Each move has its two ends; what was changed on the way is left out and put in."""
    edition = library("kuaidi").collations[0].edition
    counted = 0
    for seed in range(8):
        amended = amend(edition, seed)
        plain = [
            kinds for _, _, kinds in amended.rows if "moved" in kinds and "changed" not in kinds
        ]
        away, there = moves(made(amended.old, amended.new))
        assert away == there
        assert len(away) == len(plain)
        counted += len(plain)
    assert counted


def test_every_change_has_a_number_of_its_own_an_author_and_a_date() -> None:
    found = library("caiyuan")
    editions = [each.edition for each in found.every_collation]
    with zipfile.ZipFile(io.BytesIO(made(editions[2], editions[0]))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    tags = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart")
    changes = list(chain.from_iterable(body.iter(f"{W}{tag}") for tag in tags))
    assert len(changes) > 10
    assert len({each.get(f"{W}id") for each in changes}) == len(changes)
    assert {each.get(f"{W}author") for each in changes} == {"2022年修订"}
    assert {each.get(f"{W}date") for each in changes} == {"2022-03-15T00:00:00Z"}
