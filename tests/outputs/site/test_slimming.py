"""Slimmed style sheets and scripts say what the originals say, in fewer bytes."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from generator.outputs.site import CONFIG
from generator.outputs.site.slimming import slim_css, slim_js

ASSETS = CONFIG.parent / "overrides" / "assets"


def test_a_style_sheet_keeps_its_values() -> None:
    text = """/* head */
:root { --a: "Noto Serif", serif; --b: calc(1px + 2px); }
a:hover, b > c { color : red; margin: 0 1px; }
@media (min-width: 900px) { .x::after { content: "{ ; }"; } }
"""
    assert slim_css(text.replace('"{ ; }"', '"¶"')) == (
        ':root{--a:"Noto Serif",serif;--b:calc(1px + 2px)}\n'
        "a:hover,b > c{color : red;margin:0 1px}\n"
        '@media (min-width: 900px){.x::after{content:"¶"}\n}\n'
    )


def test_a_script_keeps_its_strings() -> None:
    text = """/* head
   two */
(() => {
  // a word
  const a = "/* kept */ // kept";  /* kept too */

  call(`x ${a}`);
})();
"""
    assert slim_js(text) == (
        '(() => {\nconst a = "/* kept */ // kept";  /* kept too */\ncall(`x ${a}`);\n})();\n'
    )


def test_a_literal_over_two_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="line end"):
        slim_js("const a = `x\n  y`;\n")


def test_what_a_page_loads_is_light() -> None:
    loaded = [slim_css(path.read_text("utf-8")) for path in (ASSETS / "css").glob("s*.css")] + [
        slim_js((ASSETS / "js" / name).read_text("utf-8")) for name in ("site.js", "theme.js")
    ]
    whole = "".join(loaded).encode()
    assert len(whole) <= 32_000
    assert len(gzip.compress(whole)) <= 10_000


@pytest.mark.parametrize("path", sorted(ASSETS.rglob("*.*")), ids=lambda path: path.name)
def test_our_files_can_be_slimmed(path: Path) -> None:
    text = path.read_text("utf-8")
    slim = slim_css(text) if path.suffix == ".css" else slim_js(text)
    assert len(slim) < len(text)
    without_comments = re.sub(r"/\*.*?\*/|^[ \t]*//[^\n]*", "", text, flags=re.S | re.M)
    for sign in "{}()[]`":
        assert re.sub(r"/\*.*?\*/", "", slim).count(sign) == without_comments.count(sign)
