"""Rows as tables of Arrow, and as files of Parquet that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

_TYPES: Mapping[Any, Any] = {
    str: pa.string(),
    str | None: pa.string(),
    int: pa.int64(),
    int | None: pa.int64(),
    float: pa.float64(),
}
_COMPRESSION = "zstd"
_UNWRITTEN = ".unwritten"


def schema_of(kind: type[NamedTuple]) -> Any:
    """Return the schema of the rows of a kind."""
    return pa.schema([(name, _TYPES[hint]) for name, hint in get_type_hints(kind).items()])


def table_of(kind: type[NamedTuple], rows: Sequence[NamedTuple]) -> Any:
    """Return rows as a table."""
    schema = schema_of(kind)
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema)


def write_tables(path: Path, schema: Any, tables: Iterable[Any], about: Mapping[str, str]) -> None:
    """Write tables into one file, a group of rows each; `about` is kept in the file."""
    unwritten = path.with_name(path.name + _UNWRITTEN)
    with pq.ParquetWriter(unwritten, schema.with_metadata(dict(about)), compression=_COMPRESSION) as writer:
        for table in tables:
            writer.write_table(table.replace_schema_metadata(dict(about)), row_group_size=max(len(table), 1))
    with unwritten.open("rb+") as file:
        os.fsync(file.fileno())
    unwritten.replace(path)


def about_of(path: Path) -> dict[str, str]:
    """Return what is kept in a file beside its rows."""
    kept = pq.read_schema(path).metadata or {}
    return {name.decode(): said.decode() for name, said in kept.items() if not name.startswith(b"ARROW")}


def read_groups(path: Path, columns: Sequence[str] | None = None) -> Iterable[Any]:
    """Yield the groups of rows of a file, one table each."""
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            yield file.read_row_group(number, columns=columns)
