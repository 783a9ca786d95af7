"""Output: the library as one SQLite file, with full-text search; opens in any viewer of such."""

from generator.model import Library
from generator.outputs.database.sqlite_file import write_database
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.tables import TABLES

__all__ = ["TABLES", "render"]


def render(library: Library, context: Context) -> None:
    """Write data/library.sqlite; the same library gives the same bytes."""
    folder = context.site / "data"
    folder.mkdir()
    write_database(folder / "library.sqlite", TABLES, library)
