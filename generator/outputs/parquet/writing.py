"""A table -> one Parquet file with types and, for people, what each column means.

Rows go in groups of GROUP, so that the memory that it takes does not grow with the library, and a
reader can leave out groups that it does not want.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from generator.model import Library
from generator.outputs.shared.tables import Column, Table

GROUP = 50_000  # rows
KINDS = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}


def write_table(path: Path, table: Table, library: Library) -> None:
    """Write the rows of `table`; the same library gives the same bytes."""
    schema = pa.schema(
        [_field(table, each) for each in table.columns],
        metadata={"about": table.about, "meaning": table.meaning},
    )
    with pq.ParquetWriter(path, schema, compression="zstd", version="2.6") as writer:
        every = table.rows(library)
        while rows := list(islice(every, GROUP)):
            columns = zip(*rows, strict=True)
            arrays = [
                pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema), row_group_size=GROUP)


def _field(table: Table, column: Column) -> pa.Field:
    said = {"about": column.about, "meaning": column.meaning}
    if column.points:
        said["points"] = column.points
    nullable = column.name not in table.key
    return pa.field(column.name, KINDS[column.kind], nullable=nullable, metadata=said)
