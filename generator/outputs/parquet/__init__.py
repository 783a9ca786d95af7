"""Output: the tables of the library as Parquet files, where pyarrow is installed (make parquet)."""

from generator.build.progress import say
from generator.model import Library
from generator.outputs.shared.parquet_installed import parquet_installed
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.tables import TABLES

__all__ = ["render"]


def render(library: Library, context: Context) -> None:
    """Write data/parquet/TABLE.parquet; without pyarrow nothing, and one line that says how."""
    if not parquet_installed():
        say("没有装 pyarrow，不写 Parquet；要它就运行一次 make parquet")
        return
    from generator.outputs.parquet.writing import write_table  # which loads pyarrow

    folder = context.site / "data" / "parquet"
    folder.mkdir(parents=True)
    for table in TABLES:
        write_table(folder / f"{table.name}.parquet", table, library)
