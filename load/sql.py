"""What several modules ask of a database, or hand to it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import duckdb
import pyarrow as pa


@contextmanager
def registered(con: duckdb.DuckDBPyConnection, rows: pa.Table) -> Iterator[None]:
    """The rows as the table `arriving`, as long as the context lasts."""
    con.register("arriving", rows)
    try:
        yield
    finally:
        with suppress(duckdb.Error):  # an aborted transaction refuses it, and would hide what aborted it
            con.unregister("arriving")


def number(con: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object] = ()) -> int:
    """The one number that a query gives; of a change that of its rows."""
    row = con.execute(query, list(parameters)).fetchone()
    return int(row[0]) if row else 0
