"""`shomar sql`: questions to the published snapshot."""

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from flows.commands.common import Common, common

if TYPE_CHECKING:
    import duckdb

_AT_A_TIME = 1_000
# A query may come from a stranger: it sees the snapshot, not the files beside it and nothing of this process.
_CLOSED = (
    "SET python_enable_replacements = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


@click.command("sql")
@click.argument("query", required=False)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), help="[default: table]")
@common
def command(options: Common, query: str | None, form: str | None) -> None:
    """Ask the published snapshot in SQL, read-only.

    Without QUERY, the query is read from stdin.
    """
    import duckdb

    from flows import tables
    from load.published import snapshot

    text = _query(query)
    form = form or ("json" if options.as_json else "table")
    with snapshot(options.settings.home) as con:
        for statement in _CLOSED:
            con.execute(statement)
        try:
            result = con.execute(text)
            columns = [column[0] for column in result.description or ()]
            rows = _rows(result)
            if form == "csv":
                tables.write_csv(columns, rows, sys.stdout)
            elif form == "json":
                tables.write_json(columns, rows, sys.stdout)
            elif columns:
                print("\n".join(tables.as_table(columns, list(rows), shutil.get_terminal_size((120, 24)).columns)))
        except duckdb.Error as error:
            raise click.ClickException(
                f"the query failed: {' '.join(str(error).partition('LINE 1:')[0].split())}; mend it and ask again"
            ) from error


def _query(query: str | None) -> str:
    if query is None and not sys.stdin.isatty():
        query = sys.stdin.read()
    if not query or not query.strip():
        raise click.UsageError("no query: give it as an argument or on stdin")
    return query


def _rows(result: "duckdb.DuckDBPyConnection") -> Iterator[tuple[object, ...]]:
    while rows := result.fetchmany(_AT_A_TIME):
        yield from rows
