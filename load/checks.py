"""The warehouse's checks: each is a query that returns the rows that offend it."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from load.errors import LoadError
from warehouse import database

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that found offending rows: how many, and the first of them."""

    check: str
    count: int
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def __str__(self) -> str:
        first = "; ".join(
            ", ".join(f"{name}={value}" for name, value in zip(self.columns, row, strict=True)) for row in self.rows[:3]
        )
        return f"{self.check}: {self.count} rows, such as {first}"


class HeldBack(LoadError):
    """Checks failed, so nothing was published; the snapshot of before stays."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        super().__init__(
            "nothing was published, because checks failed: " + " | ".join(map(str, failures)) + ". "
            "Look at the rows, mend the rule or the source, then run again"
        )
        self.failures = tuple(failures)


def failures(con: duckdb.DuckDBPyConnection) -> list[Failure]:
    """What the checks find in a database, in the order of their names."""
    return [failure for name, query in database.checks() if (failure := _run(con, name, query))]


def _run(con: duckdb.DuckDBPyConnection, name: str, query: str) -> Failure | None:
    found = con.sql(query)
    rows = found.limit(SHOWN).fetchall()
    if not rows:
        return None
    count = found.aggregate("count(*)").fetchall()[0][0]
    return Failure(name, int(count), tuple(found.columns), tuple(rows))
