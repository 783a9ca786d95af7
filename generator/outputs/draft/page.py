"""A checked draft as one HTML file that needs nothing else."""

from __future__ import annotations

from generator.draft import DraftReport
from generator.model import Library
from generator.outputs.draft.contents import contents_of
from generator.outputs.draft.view import draft_view
from generator.outputs.shared.page_templates import THEME, page_templates

STYLE = THEME / "assets" / "css" / "draft.css"
COLOURS = """
:root { --paper: #fdfcf9; --ink: #1d1b19; --quiet: #6b655d; --rule: #e4dfd6; --mark: #fff0b8; --accent: #a3271c; --practice: #0f6e66; --problem: #8a5a00; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #191816; --ink: #e6e2da; --quiet: #a39c91; --rule: #37332e; --mark: #4d4210; --accent: #e0705f; --practice: #57b8ad; --problem: #d3a04a; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.dr { max-width: 1000px; margin: 0 auto; padding: 24px; }
.dr a { color: var(--accent); }
.quiet { color: var(--quiet); font-size: 14px; }
@media print { body { background: #fff; color: #000; } .dr { padding: 0; max-width: none; } }
"""  # noqa: E501


def as_html(title: str, report: DraftReport, library: Library) -> str:
    """Return the report on the draft called `title`."""
    below = contents_of(report, library)
    return (
        page_templates()
        .get_template("draft_report.html")
        .render(
            title=title,
            library=library.title,
            language=library.language,
            style=COLOURS + STYLE.read_text("utf-8"),
            v=draft_view(report, lambda name: f"《{below.names[name]}》", lambda name, at: ""),
            left=below.left,
            spoken=below.spoken,
            reports=below.reports,
        )
    )
