"""The working database: what the journal and the seeds make, kept up to date and built again when its code changes."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import duckdb

from extract.model import Reading
from load import folders, shapes
from load import references as tables
from load.errors import DataFolderUnusable, explained
from load.journal import Batch, Journal, Run
from load.merge import Merged, WrongRows, merge, put_run
from load.rows import as_rows
from transform.references import References, load_references
from warehouse import database

NAME = "shomar.duckdb"
_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: whether all was built anew, the batches merged, and what they did to the claims."""

    rebuilt: bool
    batches: int
    added: int = 0
    changed: int = 0
    removed: int = 0
    equal: int = 0


def load_batches(home: Path, seeds: Path) -> Loaded:
    """Merge what the journal holds and the working database lacks; rebuild it where schema, seeds or code changed.

    Needs `lock.writer`. WrongRows names rows that break a promise: their batch is not loaded, the others are.
    """
    if not (home / NAME).exists():
        return rebuild(home, seeds)
    with working(home) as con:
        if _built_by(con) == fingerprint(seeds):
            database.create_views(con)
            return _load(con, Journal(home), load_references(seeds))
    return rebuild(home, seeds)


def rebuild(home: Path, seeds: Path) -> Loaded:
    """Build the whole database again from the journal and the seeds, beside the old one, then put it in its place."""
    path = home / NAME
    with explained(path), folders.making(home / f".{NAME}.new", folder=False) as new:
        with _opened(new) as con:
            loaded, wrong = _filled(con, Journal(home), seeds)
            con.execute("CHECKPOINT")  # closing does so too, but says nothing where it fails
        if _log(new).exists():
            raise DataFolderUnusable(f"{new}: its log could not be written into it; free some space and run again")
        folders.flush(new)
        _log(path).unlink(missing_ok=True)  # a log is of one file; what it held of the old one is in the journal
        folders.put(new, path)
    if wrong:
        raise wrong
    return replace(loaded, rebuilt=True)


def record_run(home: Path, run: Run) -> None:
    """Keep a run in the journal and, if there is one, in the working database, in place of what was kept before."""
    Journal(home).record(run)
    if (home / NAME).exists():
        with working(home) as con:
            put_run(con, run)


def fingerprint(seeds: Path) -> str:
    """A hash of all that the tables depend on besides the journal: schema, seeds, and the code that fills them."""
    found = hashlib.blake2b(digest_size=16)
    code = sorted((_ROOT / "transform").rglob("*.py"))
    code += [_ROOT / "load" / name for name in ("merge.py", "rows.py", "references.py", "arrow.py", "shapes.py")]
    code += [_ROOT / "extract" / "fold.py"]  # names of places are compared as it folds them
    for path in [*sorted((_ROOT / "warehouse").rglob("schema/*.sql")), *code, *sorted(seeds.rglob("*.csv"))]:
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for path in sorted((_ROOT / "warehouse").rglob("views/*.sql")):
        found.update(path.name.encode() + b"\0")  # a view that changes is made again, one that is gone must go
    return found.hexdigest()


@contextmanager
def working(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The working database, open for writing; errors of files and locks are explained."""
    with explained(home / NAME), _opened(home / NAME) as con:
        yield con


@contextmanager
def _opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    con = database.connect(path)
    try:
        yield con
    finally:
        con.close()


def _filled(con: duckdb.DuckDBPyConnection, journal: Journal, seeds: Path) -> tuple[Loaded, WrongRows | None]:
    """Fill an empty database; where rows are wrong it is still the better one, for the old has become useless."""
    database.create_schema(con)
    tables.load(con, seeds)
    database.create_views(con)
    con.execute("CREATE SCHEMA build")  # not of the contract: it is left out of what is published
    con.execute("CREATE TABLE build.fingerprint AS SELECT ? AS fingerprint", [fingerprint(seeds)])
    for run in journal.runs():
        put_run(con, run)
    try:
        return _load(con, journal, load_references(seeds)), None
    except WrongRows as error:
        return Loaded(True, 0), error


def _load(con: duckdb.DuckDBPyConnection, journal: Journal, references: References) -> Loaded:
    batches = journal.batches()
    there = {row[0] for row in con.execute("SELECT batch_id FROM batches").fetchall()}
    total, count, wrong = Merged(), 0, None
    for place, batch in enumerate(batches):
        if batch.batch_id in there:
            continue
        try:
            total += _merge(con, journal, batch, batches[place + 1 :], references)
            count += 1
        except WrongRows as error:
            wrong = wrong or error
    if wrong:
        raise wrong
    return Loaded(False, count, **asdict(total))


def _merge(
    con: duckdb.DuckDBPyConnection, journal: Journal, batch: Batch, later: list[Batch], references: References
) -> Merged:
    """Merge a batch; where rows are wrong that were read again since, without the documents that were."""
    readings, dropped, quarantined = journal.readings(batch), journal.dropped(batch), journal.quarantined(batch)
    better = _standing_better(con, batch, readings, dropped)
    readings = [reading for reading in readings if reading.document.document_id not in better]
    dropped = [document_id for document_id in dropped if document_id not in better]
    try:
        return merge(con, as_rows(batch, readings, dropped, quarantined, references))
    except WrongRows:
        since = {one for after in later for one in journal.ids(after)}
        kept = [reading for reading in readings if reading.document.document_id not in since]
        if len(kept) == len(readings):
            raise
        return merge(con, as_rows(batch, kept, [one for one in dropped if one not in since], quarantined, references))


def _standing_better(
    con: duckdb.DuckDBPyConnection, batch: Batch, readings: Sequence[Reading], dropped: Sequence[str]
) -> set[str]:
    """Documents of a batch that are there from a record that says more, read under the same rules.

    Of two records of one document the same one is kept in whichever order, and in however many batches, they came.
    """
    new = {reading.document.document_id: shapes.standing(reading.document) for reading in readings}
    names = [name for name in shapes.DOCUMENTS.names if name != "text"]
    found = con.execute(
        f"SELECT {', '.join(f'documents.{name}' for name in names)} FROM documents JOIN batches USING (batch_id) "
        "WHERE fingerprint = ? AND document_id IN (SELECT unnest(?))",
        [batch.fingerprint, [*new, *dropped]],
    ).fetchall()
    there = [dict(zip(names, row, strict=True)) for row in found]
    return {
        known["document_id"]
        for known in there
        if known["document_id"] not in new or shapes.standing_of(known) < new[known["document_id"]]
    }


def _built_by(con: duckdb.DuckDBPyConnection) -> str | None:
    known = con.execute("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'build'").fetchone()
    row = con.execute("SELECT fingerprint FROM build.fingerprint").fetchone() if known else None
    return str(row[0]) if row else None


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")
