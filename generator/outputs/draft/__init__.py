"""Output: the tables of the page 核稿; page.py and word.py write what a checked draft is told."""

from generator.model import Library
from generator.outputs.shared.render_context import Context


def render(library: Library, context: Context) -> None:
    """Write the tables of the page into draft/ of the site, and those of the traditional one."""
    from generator.outputs.draft.tables import draft_tables  # with numpy come threads

    for name, script in draft_tables(library):
        (context.site / name).parent.mkdir(parents=True, exist_ok=True)
        (context.site / name).write_text(script, "utf-8")
