"""What the oldest supported browser would drop of our style sheets, told before anybody sees it."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from pathlib import Path

import pytest

from generator.outputs.shared.page_templates import THEME
from generator.outputs.site.delivery import delivered, is_ours
from generator.preview.framing import OVERLAY
from tests.conftest import Built
from tests.oldest.styles import attribute_faults, style_faults

SHEETS = sorted([*THEME.rglob("*.css"), *OVERLAY.glob("*.css")])
STYLE = re.compile(r"<style>(.*?)</style>", re.S)
ATTRIBUTE = re.compile(r"<[^>]+\sstyle=\"([^\"]+)\"")

DROPPED = {  # written so, the oldest browser shows something else; and what is said of it
    "a { text-decoration: underline red 1px; }": "text-decoration",
    "del { text-decoration: line-through var(--accent); }": "text-decoration",
    "div { inset: 0; }": "inset",
    "div { place-content: center; aspect-ratio: 1; }": "aspect-ratio",
    ".row { display: flex; gap: 8px; }": "gap without grid in its rule",
    ".row { display: flex; column-gap: 8px; gap: 8px; }": "gap without grid in its rule",
    "b { width: min(20em, 40vw); }": "width: min()",
    "b { width: calc(1px + max(2px, 3px)); }": "width: max()",
    # var() makes the second one count while it is read, and nothing when it is used
    "b { width: 20em; width: min(var(--w), 40vw); }": "width: min()",
    "b { height: 100dvh; }": "height: dvh",
    "b { color: color-mix(in srgb, red, blue); }": "color: color-mix()",
    "b { overflow: clip; }": "overflow: clip",
    "b { overflow-wrap: anywhere; }": "overflow-wrap: anywhere",
    "ul { list-style: revert; }": "list-style: revert",
    "b { appearance: none; }": "appearance",
    "b { margin-inline: 0; }": "margin-inline",
    "b { colour: red; }": "colour",
    "b { color: linear-gradient(red 0 5px, blue 5px 6px); }": "color: a colour with two places",
    ".a, .b:has(i) { color: red; }": ":has",
    ".b:has(i) { color: red; }": ":has",
    ".a, .b:focus-visible { color: red; }": ":focus-visible",
    ":is(h1, h2) a { color: red; }": ":is",
    "p:not(.a, .b) { color: red; }": "not() of more than one simple selector",
    "p:not(.a .b) { color: red; }": "not() of more than one simple selector",
    "@media print { p:not(:has(b)), i { color: red; } }": ":has",
    "@layer base { b { color: red; } }": "@layer",
    "@container (min-width: 9em) { b { color: red; } }": "@container",
    "@media (width >= 600px) { b { color: red; } }": "a range in @media",
    "@media (scripting: none) { b { color: red; } }": "scripting",
    ".a { color: red; & b { color: blue; } }": "a rule inside a rule",
    "@page { inset: 0; }": "inset",
    "@supports (display: grid) { b { inset: 0; } }": "inset",
}
KEPT = [  # read, or its loss foreseen
    "a { text-decoration: underline; text-decoration-color: var(--rule); }",
    "a { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 4px; }",
    ".grid { display: grid; gap: 8px; }",
    ".grid { grid-template-columns: 1fr 2fr; gap: 0 8px; }",
    "ul { columns: 15em; column-gap: 28px; }",
    "b { width: 20em; width: min(20em, 40vw); }",
    "b { overflow-wrap: break-word; overflow-wrap: anywhere; }",
    "b { -webkit-appearance: none; appearance: none; }",
    ":focus-visible { outline: 2px solid; }",
    ".x:focus:not(:focus-visible) + span { outline: 0; }",
    ".a:not([hidden]), .a:not(.b):not(:first-child) { color: red; }",
    "@supports selector(:has(*)) { h3:has(+ p) { display: none; } }",
    "@supports (inset: 0) { b { inset: 0; } }",
    "@supports (width: min(1px, 2px)) { b { width: min(1px, 2px); } }",
    "@page { size: A4; margin: 2cm; @bottom-center { content: counter(page); } }",
    "@media (min-width: 600px) and (prefers-color-scheme: dark) { b { color: red; } }",
    "b { background: linear-gradient(red 0, red 5px, blue 5px); clip-path: inset(50%); }",
    "b { --gap: min(1px, 2px); }",
]


@pytest.mark.parametrize("sheet", DROPPED)
def test_what_is_dropped_is_found(sheet: str) -> None:
    assert DROPPED[sheet] in [fault.what for fault in style_faults(sheet)]


@pytest.mark.parametrize("sheet", KEPT)
def test_what_is_kept_is_let_be(sheet: str) -> None:
    assert style_faults(sheet) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_our_sheets_are_read_by_the_oldest(sheet: Path) -> None:
    assert [f"{sheet.name}:{each}" for each in style_faults(sheet.read_text("utf-8"))] == []


def test_our_sheets_are_read_as_they_are_delivered() -> None:
    paths = (path.relative_to(THEME).as_posix() for path in THEME.rglob("assets/*/*"))
    sources = {path: (THEME / path).read_text("utf-8") for path in paths if is_ours(path)}
    sheets = {path: text for path, text in delivered(sources).items() if path.endswith(".css")}
    assert len(sheets) > 5
    assert [f"{path}:{each}" for path, text in sheets.items() for each in style_faults(text)] == []


def test_what_pages_carry_in_themselves_is_read_by_the_oldest(built: Built) -> None:
    pages = [path.read_text("utf-8") for path in built.site.rglob("*.html")]
    pages += [path.read_text("utf-8") for path in built.dist.rglob("*.html")]
    for bundle in built.dist.glob("*.zip"):
        with zipfile.ZipFile(bundle) as files:
            starts = [name for name in files.namelist() if name.endswith("START.html")]
            pages += [files.read(name).decode() for name in starts]
    sheets = {style for page in pages for style in STYLE.findall(page)}
    attributes = {unescape(each) for page in pages for each in ATTRIBUTE.findall(page)}
    assert len(sheets) >= 3  # 组卷, the single page, START.html
    assert attributes
    found = [fault for each in sheets for fault in style_faults(each)]
    assert found + [fault for each in attributes for fault in attribute_faults(each)] == []
