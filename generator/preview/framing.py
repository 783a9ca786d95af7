"""Pages as the preview sends them: the site's own with the desk on them, and the desk's own."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from generator.outputs.shared.network_policy import without_policy
from generator.preview.asked import DESK

OVERLAY = Path(__file__).with_name("overlay")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
)
FRAME = "404.html"  # the page of the site whose links hold at any depth
SCRIPTS = ("desk", "choose", "links", "words", "describe", "doubts", "variants", "drop")
PAGES = {  # the desk's own: the script that fills it, and its title
    "queue": "待办",
    "files": "入库",
    "suggestions": "词条建议",
    "history": "历史",
}
END = b"</body>"
CONTENT = re.compile(rb'(<div id="content"[^>]*>).*?(</div>\s*</div>\s*</main>)', re.S)
TITLE = re.compile(rb"<title>.*?</title>", re.S)
ROOT = re.compile(rb'data-root="(/[^"]*)"')
BARE = (
    b'<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title></title></head>'
    b'<body><main><div><div id="content"></div></div></main></body></html>'
)


def with_desk(page: bytes, token: str, own: str = "") -> bytes:
    """Return a page of the site with the desk's style sheet and scripts on it.

    The policy that a page states for itself goes: the preview states its own in the answer's head,
    which lets pages ask this server.  `own` is the script of one of the desk's own pages.
    """
    names = [*SCRIPTS, *([own] if own else [])]
    added = (
        f'<meta name="desk-token" content="{token}">\n'
        f'<meta name="desk-page" content="{digest(page)}">\n'
        f'<link rel="stylesheet" href="{DESK}desk.css">\n'
        + "".join(f'<script src="{DESK}{name}.js"></script>\n' for name in names)
    )
    bare = without_policy(page)
    before, found, after = bare.rpartition(END)
    return before + added.encode() + END + after if found else bare + added.encode()


def digest(page: bytes) -> str:
    """Return what tells a page as it was built from one that was built otherwise."""
    return hashlib.sha256(page).hexdigest()[:16]


def own_page(site: Path, name: str, token: str) -> bytes:
    """Return one of the desk's own pages, in the site's frame where there is a site."""
    try:
        frame = (site / FRAME).read_bytes()
    except OSError:
        frame = BARE
    root = ROOT.search(frame)
    if root and root[1] != b"/":  # a site that is to be published below a path
        frame = frame.replace(b'="' + root[1], b'="/')
    title = PAGES[name]
    body = (
        f'<header class="page-head"><h1>{title}</h1></header>'
        f'<div id="desk-page" data-desk-page="{name}"></div>'
        "<noscript><p>要用脚本：请在浏览器里启用。</p></noscript>"
    )
    shown = CONTENT.sub(
        lambda found: found[1].replace(b"kb-missing", b"kb-desk") + body.encode() + found[2],
        frame,
        count=1,
    )
    return with_desk(TITLE.sub(f"<title>{title}</title>".encode(), shown, count=1), token, name)


def overlay_file(name: str) -> bytes | None:
    """Return one of the desk's style sheets or scripts; None where there is none of the name."""
    known = {each.name: each for each in OVERLAY.iterdir() if each.suffix in (".css", ".js")}
    return known[name].read_bytes() if name in known else None
