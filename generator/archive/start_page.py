"""The page over the hall and its volumes: it leads on to the hall."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

PAGE = Markup("""<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=hall/index.html">
<title>{title}</title>
</head>
<body>
<p><a href="hall/index.html">{title}</a></p>
</body>
</html>
""")


def write_start_page(title: str, site: Path) -> None:
    """Write site/index.html, in one step."""
    new = site / ".index.html"
    new.write_text(PAGE.format(title=title), "utf-8")
    new.replace(site / "index.html")
