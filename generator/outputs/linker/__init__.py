"""Output: what other pages include to show this library's articles where they name them.

linker/linker.js is one classic script, readable as it is; linker/linker-data.js what it needs, for
long laws in several files that come when they are asked for; linker/index.html says how it is used.
"""

from __future__ import annotations

from generator.model import Library
from generator.outputs.linker.script import linker_script
from generator.outputs.linker.told import told_page
from generator.outputs.shared.render_context import Context

BOM = "\ufeff"  # else a page in GBK would read them as GBK


def render(library: Library, context: Context) -> None:
    """Write the folder linker/ of the site."""
    from generator.outputs.linker.tables import linker_tables  # with numpy come threads

    folder = context.site / "linker"
    folder.mkdir()
    (folder / "linker.js").write_text(BOM + linker_script(), "utf-8")
    for name, script in linker_tables(library):
        (folder / name).write_text(BOM + script, "utf-8")
    (folder / "index.html").write_bytes(told_page(library, context.settings.theme))
