"""The public exports: the library as JSON files, described in docs/exports.md."""

from generator.model import Library
from generator.outputs.data.exports import export_files, export_lines
from generator.outputs.data.hall import export_hall
from generator.outputs.shared.render_context import Context

__all__ = ["export_files", "render"]


def render(library: Library, context: Context) -> None:
    """Write data/*.json."""
    folder = context.site / "data"
    folder.mkdir()
    for name, lines in export_lines(library):
        with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
    if library.hall is not None:
        (folder / "hall.json").write_text(export_hall(library.hall), "utf-8")
