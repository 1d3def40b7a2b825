"""What the tables of statistics held, derivation by derivation, kept in the journal.

Documents and statements are what the batches say. What was made of them also depends on the rules, words and reference
tables of that day, so it is kept as it was made: a rebuild begins with it, and what it makes otherwise supersedes what
was held. So nothing that was ever published is overwritten, and the same journal gives the same history.
"""

import datetime as dt
from pathlib import Path

import duckdb

from load import folders
from load.versions import KEYS, literal
from warehouse.database import HISTORY

DERIVED = ("reports", "claims", "appearances", "observations", "series", "contradictions", "audits")
_FOLDER = "derived"
_NAME = "%Y%m%dT%H%M%S%f"
_WRITING = ".derived"
_GONE = "gone"  # the ids of what was held no more, with the moment from which it had been held


def keep(con: duckdb.DuckDBPyConnection, journal: Path) -> None:
    """Write the derivations of the working database that the journal lacks: rows that came, ids that went."""
    for (moment,) in con.execute("SELECT moment FROM build.derivations ORDER BY moment").fetchall():
        place = journal / _FOLDER / moment.strftime(_NAME)
        if place.exists():
            continue
        with folders.making(journal / _WRITING) as new:
            for table in DERIVED:
                _keep(con, table, moment, new)
            place.parent.mkdir(exist_ok=True)
            folders.settle(new)
            folders.put(new, place)


def recall(con: duckdb.DuckDBPyConnection, journal: Path) -> None:
    """Fill the empty tables of statistics and their history with what the journal says that they held."""
    events = sorted(path for path in (journal / _FOLDER).glob("*") if path.is_dir())
    for event in events:
        con.execute("INSERT INTO build.derivations VALUES (?)", [dt.datetime.strptime(event.name, _NAME)])  # noqa: DTZ007
    for table in DERIVED:
        came = [str(path) for event in events if (path := event / f"{table}.parquet").exists()]
        if came:
            gone = [str(path) for event in events if (path := event / f"{table}.{_GONE}.parquet").exists()]
            _recall(con, table, came, gone)


def _keep(con: duckdb.DuckDBPyConnection, table: str, moment: dt.datetime, folder: Path) -> None:
    key, when = KEYS[table], literal(moment)
    came = (
        f"FROM {table} WHERE recorded_at = {when} UNION ALL BY NAME "
        f"SELECT * REPLACE (CAST(NULL AS TIMESTAMP) AS superseded_at) FROM {HISTORY}.{table} WHERE recorded_at = {when}"
    )
    gone = f"SELECT {key}, recorded_at, superseded_at FROM {HISTORY}.{table} WHERE superseded_at = {when}"
    for query, name in ((came, table), (gone, f"{table}.{_GONE}")):
        if con.execute(f"SELECT 1 FROM ({query}) LIMIT 1").fetchone():
            con.execute(f"COPY ({query}) TO ? (FORMAT parquet, COMPRESSION zstd)", [str(folder / f"{name}.parquet")])


def _recall(con: duckdb.DuckDBPyConnection, table: str, came: list[str], gone: list[str]) -> None:
    key = KEYS[table]
    con.execute(f"CREATE TEMP TABLE known AS FROM {table} LIMIT 0")
    con.execute(
        f"INSERT INTO known BY NAME SELECT {_shared(con, table, came)} FROM read_parquet(?, union_by_name := true)",
        [came],
    )
    if gone:
        con.execute(
            "UPDATE known SET superseded_at = g.superseded_at FROM read_parquet(?) AS g "
            f"WHERE g.{key} = known.{key} AND g.recorded_at = known.recorded_at",
            [gone],
        )
    con.execute(f"INSERT INTO {HISTORY}.{table} BY NAME FROM known WHERE superseded_at IS NOT NULL")
    try:
        con.execute(f"INSERT INTO {table} BY NAME FROM known WHERE superseded_at IS NULL")
    except duckdb.ConstraintException:
        # Rows of an older contract: they were held until now, and what is made anew takes their place.
        con.execute(
            f"INSERT INTO {HISTORY}.{table} BY NAME SELECT * REPLACE "
            "(CAST((SELECT max(moment) FROM build.derivations) AS TIMESTAMP) AS superseded_at) "
            "FROM known WHERE superseded_at IS NULL"
        )
    con.execute("DROP TABLE known")


def _shared(con: duckdb.DuckDBPyConnection, table: str, files: list[str]) -> str:
    """The columns of the files that the table still has."""
    there = con.execute("DESCRIBE FROM read_parquet(?, union_by_name := true)", [files]).fetchall()
    known = {name for name, *_ in con.execute(f"DESCRIBE {table}").fetchall()}
    return ", ".join(f'"{name}"' for name, *_ in there if name in known)
