"""The page over all volumes: it lists them, with links that work from a disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

PAGE = Markup("""<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
<ul>
{lines}
</ul>
</body>
</html>
""")
LINE = Markup('<li><a href="volumes/{}/index.html">{}</a></li>')


def write_start_page(title: str, volumes: Sequence[tuple[str, str]], site: Path) -> None:
    """Write site/index.html, in one step; `volumes` are ids and titles."""
    site.mkdir(parents=True, exist_ok=True)
    new = site / ".index.html"
    lines = Markup("\n").join(LINE.format(*each) for each in volumes)
    new.write_text(PAGE.format(title=title, lines=lines), "utf-8")
    new.replace(site / "index.html")
