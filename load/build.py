"""The working database: what the journal and the seeds make, kept up to date and built again when its code changes."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import duckdb

from extract.model import Reading
from load import annals, copies, folders, notes, published, reviews, shapes
from load import references as tables
from load.derive import derive
from load.errors import DataFolderUnusable, explained
from load.journal import Batch, Journal, Run
from load.merge import Merged, WrongRows, merge, put_run
from load.rows import Rows, as_rows
from load.sql import registered
from transform.references import References, load_references
from warehouse import database

NAME = "shomar.duckdb"
_ROOT = Path(__file__).resolve().parents[1]
_FILLING = (
    "annals", "arrow", "copies", "derive", "merge", "references", "reviews", "rows", "shapes", "sql", "versions",
)  # fmt: skip
_QUERIES = ("schema", "macros", "derive", "audits")
_AT_ONCE = 20_000  # documents that a rebuild merges in one transaction


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
            database.create_macros(con)
            database.create_views(con)
            return _load(con, Journal(home), load_references(seeds))
    return rebuild(home, seeds)


def rebuild(home: Path, seeds: Path) -> Loaded:
    """Build the whole database again from the journal and the seeds, beside the old one, then put it in its place."""
    path = home / NAME
    with explained(path), folders.making(home / f".{NAME}.new", folder=False) as new:
        with _opened(new) as con:
            con.execute("SET checkpoint_threshold = '1TB'")  # each in between would write its last rows anew
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
    code += [_ROOT / "load" / f"{name}.py" for name in _FILLING]
    code += [_ROOT / "extract" / "fold.py"]  # names of places are compared as it folds them
    made_by = [path for name in _QUERIES for path in sorted((_ROOT / "warehouse" / name).glob("*.sql"))]
    for path in [*made_by, _ROOT / "warehouse" / "build.sql", *code, *sorted(seeds.rglob("*.csv"))]:
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
    database.create_macros(con)
    database.create_views(con)
    database.create_build(con)
    copies.create(con)
    con.execute("CREATE TABLE build.fingerprint AS SELECT ? AS fingerprint", [fingerprint(seeds)])
    for run in journal.runs():
        put_run(con, run)
    notes.restore(con, journal.folder.parent)
    annals.recall(con, journal.folder)
    try:
        return _load(con, journal, load_references(seeds), whole=True), None
    except WrongRows as error:
        return Loaded(True, 0), error


def _load(con: duckdb.DuckDBPyConnection, journal: Journal, references: References, whole: bool = False) -> Loaded:
    """Merge the batches that are not there yet, then derive what follows from what they touched, or from all."""
    batches = journal.batches()
    there = {row[0] for row in con.execute("SELECT batch_id FROM batches").fetchall()}
    missing = [batch for batch in batches if batch.batch_id not in there]
    total, count, wrong = Merged(), 0, None
    for group in _groups(journal, missing):
        try:
            total += merge(con, [_rows(con, journal, batch, references) for batch in group])
            count += len(group)
        except WrongRows:  # one by one, so that only the wrong ones stay out
            for batch in group:
                try:
                    total += _merge_alone(con, journal, batch, batches, references)
                    count += 1
                except WrongRows as error:
                    wrong = wrong or error
    _derive(con, journal, whole)
    if wrong:
        raise wrong
    return Loaded(False, count, **asdict(total))


def _groups(journal: Journal, batches: Sequence[Batch]) -> Iterator[list[Batch]]:
    """Batches that follow each other and of which no two hold a document, as many as one transaction takes."""
    group: list[Batch] = []
    held: set[str] = set()
    for batch in batches:
        ids = journal.ids(batch) if len(batches) > 1 else set()
        if group and (len(held) + len(ids) > _AT_ONCE or not held.isdisjoint(ids)):
            yield group
            group, held = [], set()
        group.append(batch)
        held |= ids
    if group:
        yield group


def _rows(
    con: duckdb.DuckDBPyConnection,
    journal: Journal,
    batch: Batch,
    references: References,
    without: Collection[str] = frozenset(),
) -> Rows:
    """The rows of a batch, but for some documents and those that are there from a record that says more."""
    readings, dropped = journal.readings(batch), journal.dropped(batch)
    better = _standing_better(con, batch, readings, dropped).union(without)
    readings = [reading for reading in readings if reading.document.document_id not in better]
    dropped = [document_id for document_id in dropped if document_id not in better]
    return as_rows(batch, readings, dropped, journal.quarantined(batch), references)


def _merge_alone(
    con: duckdb.DuckDBPyConnection, journal: Journal, batch: Batch, batches: Sequence[Batch], references: References
) -> Merged:
    """Merge a batch; where rows are wrong that were read again since, without the documents that were."""
    try:
        return merge(con, [_rows(con, journal, batch, references)])
    except WrongRows:
        since = {one for later in batches[batches.index(batch) + 1 :] for one in journal.ids(later)}
        if since.isdisjoint(journal.ids(batch)):
            raise
        return merge(con, [_rows(con, journal, batch, references, without=since)])


def _derive(con: duckdb.DuckDBPyConnection, journal: Journal, whole: bool) -> None:
    """Bring what is derived up to date, in one transaction, and keep in the journal what that changed.

    What reviewers decided since touches documents as a batch does.
    """
    con.execute("BEGIN")
    try:
        reviews.load(con, journal.folder.parent)
        con.execute("INSERT INTO build.touched FROM reviewed")
        if con.execute("SELECT 1 FROM build.touched LIMIT 1").fetchone():
            _recall_bands(con, journal)
            derive(con, whole)
        con.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):  # a failed COMMIT has rolled back by itself
            con.execute("ROLLBACK")
        raise
    annals.keep(con, journal.folder)


def _recall_bands(con: duckdb.DuckDBPyConnection, journal: Journal) -> None:
    """The sketches of the touched documents as `arrived_bands`, from the batches that brought them."""
    con.execute("CREATE OR REPLACE TEMP TABLE arrived_bands (document_id VARCHAR, band BIGINT)")
    names = "SELECT DISTINCT batch_id FROM documents SEMI JOIN build.touched USING (document_id)"
    brought = {name for (name,) in con.execute(names).fetchall()}
    for batch in journal.batches():
        if batch.batch_id in brought:
            with registered(con, journal.sketches(batch)):
                con.execute(
                    "INSERT INTO arrived_bands SELECT s.document_id, unnest(s.bands) FROM arriving AS s "
                    "INNER JOIN documents AS d ON d.document_id = s.document_id AND d.batch_id = ? "
                    "SEMI JOIN build.touched AS t ON t.document_id = s.document_id",
                    [batch.batch_id],
                )


def _standing_better(
    con: duckdb.DuckDBPyConnection, batch: Batch, readings: Sequence[Reading], dropped: Sequence[str]
) -> set[str]:
    """Documents of a batch that are there from a record that says more, read under the same rules.

    Of two records of one document the same one is kept in whichever order, and in however many batches, they came.
    """
    new = {reading.document.document_id: reading.document for reading in readings}
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
        if known["document_id"] not in new or shapes.standing_of(known) < shapes.standing(new[known["document_id"]])
    }


def _built_by(con: duckdb.DuckDBPyConnection) -> str | None:
    known = "fingerprint" in published.tables(con, "build")
    row = con.execute("SELECT fingerprint FROM build.fingerprint").fetchone() if known else None
    return str(row[0]) if row else None


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")
