"""The gates before a publication: checks, each a query that returns the rows that offend it, and what is warned of."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from load.errors import LoadError
from load.published import tables
from warehouse import database

SHOWN = 20
_SAID = 3
_AT_ONCE = 10_000
# Bands say what is unlikely, and a person may know better. The other checks find rows that are wrong.
OVERRIDABLE = frozenset(("bands",))


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that found offending rows: how many, and the first of them."""

    check: str
    count: int
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def __str__(self) -> str:
        return f"{self.check}: {self.count} rows, such as {'; '.join(map(self.said, self.rows[:_SAID]))}"

    def said(self, row: tuple[object, ...]) -> str:
        """A row of it, in one line."""
        named = zip(self.columns, row, strict=True)
        return ", ".join(f"{name}={value}" for name, value in named if value is not None)


@dataclass(frozen=True, slots=True)
class Beyond:
    """A measure beyond its band."""

    measure: str
    value: float | None  # None: there is no such measure
    low: float | None
    high: float | None
    note: str

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.measure}: {self.note}"
        below = self.low is not None and self.value < self.low
        side, limit = ("below", self.low) if below else ("above", self.high)
        return f"{self.measure} is {self.value:g}, {side} {limit:g}: {self.note}"


class HeldBack(LoadError):
    """Checks failed, so nothing was published; the snapshot of before stays."""

    def __init__(self, failures: Sequence[Failure], path: Path) -> None:
        super().__init__(
            f"nothing was published, because checks failed: {' | '.join(map(str, failures))}. "
            f"Readers keep the snapshot of before; what was checked is {path}. {_remedy(failures)}"
        )
        self.failures = tuple(failures)


def _remedy(failures: Sequence[Failure]) -> str:
    wrong = [failure.check for failure in failures if failure.check not in OVERRIDABLE]
    if wrong:
        return (
            "Look at the rows, mend the rule or the source, then run again; "
            f"--override does not pass {', '.join(wrong)}: such rows are wrong"
        )
    return (
        "Mend the rule, the source or seeds/bands.csv, then run again; "
        "where the data are right all the same, run again with --override REASON"
    )


def failures(con: duckdb.DuckDBPyConnection) -> list[Failure]:
    """What the checks find in a database, in the order of their names.

    What a publication has held was checked then, so checks that look at single rows look at those that came since.
    """
    checks = database.checks()
    con.execute(f"SET VARIABLE checked = {_checked(con, checks)}")
    try:
        return [failure for name, query in checks if (failure := _run(con, name, query))]
    finally:
        con.execute("RESET VARIABLE checked")


def warnings(con: duckdb.DuckDBPyConnection) -> tuple[Beyond, ...]:
    """The measures beyond a band that only warns."""
    query = "SELECT measure, value, low, high, note FROM out_of_band WHERE effect = 'warn' ORDER BY measure"
    return tuple(Beyond(*row) for row in con.execute(query).fetchall())


def mark_checked(con: duckdb.DuckDBPyConnection) -> None:
    """Remember, in a working database, that what it holds was checked by the checks of today and published."""
    con.execute("CREATE SCHEMA IF NOT EXISTS build")
    con.execute(
        "CREATE OR REPLACE TABLE build.checked AS SELECT max(recorded_at) AS until, ? AS checks FROM batches",
        [_digest(database.checks())],
    )


def _checked(con: duckdb.DuckDBPyConnection, checks: Sequence[tuple[str, str]]) -> str:
    """SQL for the moment up to which rows were checked; null where none were, or by other checks than these."""
    known = "checked" in tables(con, "build")
    return f"(SELECT until FROM build.checked WHERE checks = '{_digest(checks)}')" if known else "NULL"


def _digest(checks: Sequence[tuple[str, str]]) -> str:
    return hashlib.blake2b(repr(list(checks)).encode(), digest_size=16).hexdigest()


def _run(con: duckdb.DuckDBPyConnection, name: str, query: str) -> Failure | None:
    """Run the query as it stands: within another one, to count its rows, DuckDB plans some a hundred times slower."""
    found = con.execute(query)
    columns = tuple(str(column[0]) for column in found.description or ())
    rows = found.fetchmany(SHOWN)
    if not rows:
        return None
    count = len(rows)
    while more := len(found.fetchmany(_AT_ONCE)):
        count += more
    return Failure(name, count, columns, tuple(rows))
