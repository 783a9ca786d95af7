"""What the oldest supported browser would not run of our scripts, told before anybody sees it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.outputs.shared.page_templates import THEME
from generator.outputs.site.delivery import delivered, is_ours
from generator.preview.framing import OVERLAY
from tests.oldest.scripts import declared_names, script_faults

LINKER = THEME.parent / "outputs" / "linker"
SCRIPTS = sorted([*THEME.rglob("*.js"), *OVERLAY.glob("*.js"), *LINKER.glob("*.js")])
# What stands in a foreign script and does no harm to the oldest, or what the table takes for
# something newer of the same name.
FOREIGN = {
    "desk.js": {'the event "resize"': "of the window, as old as browsers"},
    "drop.js": {'the event "drop"': "of files dragged onto a page, as old as the browser"},
    "fflate.js": {
        'the event "error"': "a worker of Node's; browsers never come here",
        "queueMicrotask": "asked for by typeof, and only where work is handed to workers",
    },
}

NOT_RUN = {
    "const a = b?.c;": "?.",
    "const a = b ?? c;": "??",
    "a ||= 1;": "||=",
    "class A { q = 2; }": "a field in a class",
    "class A { #p() {} }": "a private name",
    "class A { static { q(); } }": "static { }",
    "const n = 1_000;": "_ in a number",
    "await f();": "await outside functions",
    "const r = /a/v;": "the flag v",
    "import { a } from './b.js';": "import: a module, which file:// does not load",
    "a.at(-1);": "at",
    "a.replaceAll('b', 'c');": "replaceAll",
    "for (const m of a.matchAll(/b/g)) f(m);": "matchAll",
    "Object.fromEntries(a);": "fromEntries",
    "Object.hasOwn(a, 'b');": "hasOwn",
    "Promise.allSettled(a);": "allSettled",
    "const b = structuredClone(a);": "structuredClone",
    "globalThis.a = 1;": "globalThis",
    "box.replaceChildren();": "replaceChildren",
    "box.inert = true;": "inert",
    "document.querySelector('p:has(b)');": ":has in a selector",
    "box.closest(`:is(${a}, b)`);": ":is in a selector",
    "box.addEventListener('scrollend', f);": "the event 'scrollend'",
    "const = 1;": "is no JavaScript",
}
RUN = [
    "const { a, ...rest } = b; try { f(); } catch { g(); }",
    "const f = async () => { for await (const a of b) c(a); await d(); };",
    "[1].flat().concat([2].flatMap(f)).includes(3);",
    "const r = /(?<=a)(?<b>c)\\p{Script=Han}/su;",
    "new IntersectionObserver(f); new ResizeObserver(g);",
    "const at = rows[0].at, part = rows[0].part; part(at);",
    "document.querySelector('p:not(.a):first-child');",
    "const script = (src) => src; script('a');",
]


@pytest.mark.parametrize("script", NOT_RUN)
def test_what_is_not_run_is_found(script: str) -> None:
    said = script_faults(script)
    assert NOT_RUN[script] in {each.what for each in said} | {each.why for each in said}


@pytest.mark.parametrize("script", RUN)
def test_what_is_run_is_let_be(script: str) -> None:
    assert script_faults(script) == []


@pytest.fixture(scope="module")
def names() -> set[str]:
    return {name for path in SCRIPTS for name in declared_names(path.read_text("utf-8"))}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_our_scripts_are_run_by_the_oldest(script: Path, names: set[str]) -> None:
    known = FOREIGN.get(script.name, {})
    found = script_faults(script.read_text("utf-8"), names)
    faults = [each for each in found if each.what not in known]
    assert [f"{script.name}:{each}" for each in faults] == []


def test_foreign_scripts_are_those_that_were_looked_at() -> None:
    """The umd build of fflate 0.8.3 as npm carries it, byte for byte; its licence beside it."""
    (vendored,) = (THEME / "assets/vendor").glob("*.js")
    digest = hashlib.sha256(vendored.read_bytes()).hexdigest()
    assert (vendored.name, digest) == (
        "fflate.js",
        "462ef8041fc970e3615a20a9dd2b2e3047a073b2da729ef4f02b634bba8b7b83",
    )
    assert "Arjun Barrett" in vendored.with_suffix(".LICENSE").read_text("utf-8")


def test_our_scripts_are_run_as_they_are_delivered() -> None:
    paths = (path.relative_to(THEME).as_posix() for path in THEME.rglob("assets/*/*"))
    sources = {path: (THEME / path).read_text("utf-8") for path in paths if is_ours(path)}
    scripts = {path: text for path, text in delivered(sources).items() if path.endswith(".js")}
    assert len(scripts) > 10
    assert [f"{path}:{each}" for path, t in scripts.items() for each in script_faults(t)] == []
