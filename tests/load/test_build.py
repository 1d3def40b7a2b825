"""The working database follows the journal, and builds itself again where it must."""

import datetime as dt
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extract.model import Reading
from load import build
from load.build import Loaded, load_batches, rebuild, record_run, working
from load.errors import DataFolderUnusable, LoadError
from load.journal import Journal, Run
from load.merge import WrongRows
from warehouse import database

NOON = dt.datetime.fromisoformat("2024-07-18T12:00")
HOLD = """
import sys
from pathlib import Path
from warehouse import database
con = database.connect(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
con.close()
"""


def append(home: Path, readings: list[Reading], fingerprint: str = "f") -> None:
    Journal(home).append(readings, [], fingerprint=fingerprint, run_id="r", recorded_at=NOON)


def claims(home: Path) -> list[tuple[Any, ...]]:
    with working(home) as con:
        return con.execute("SELECT * FROM claims ORDER BY claim_id").fetchall()


def test_a_load_merges_what_is_new_in_the_journal(tmp_path: Path, seeds: Path, some: list[Reading]) -> None:
    append(tmp_path, some[:2])
    assert load_batches(tmp_path, seeds) == Loaded(True, 1, added=2)
    append(tmp_path, some[1:])
    assert load_batches(tmp_path, seeds) == Loaded(False, 1, added=1, equal=1)
    assert load_batches(tmp_path, seeds) == Loaded(False, 0)
    assert len(claims(tmp_path)) == 3


def test_a_rebuild_gives_the_same_tables(tmp_path: Path, seeds: Path, some: list[Reading]) -> None:
    for one in (*some, some[0]):
        append(tmp_path, [one])
        load_batches(tmp_path, seeds)
    before = claims(tmp_path)
    assert rebuild(tmp_path, seeds).batches == 5
    assert claims(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal", "shomar.duckdb"]


def test_changed_seeds_make_the_next_load_a_rebuild(tmp_path: Path, seeds: Path, some: list[Reading]) -> None:
    own, home = tmp_path / "seeds", tmp_path / "data"
    shutil.copytree(seeds, own)
    append(home, some)
    load_batches(home, own)
    assert not load_batches(home, own).rebuilt
    changed = own / "places" / "cities.csv"
    changed.write_bytes(changed.read_bytes() + b"\n")
    assert load_batches(home, own) == Loaded(True, 1, added=3)


def test_a_new_calibration_is_no_new_history(tmp_path: Path, seeds: Path, some: list[Reading]) -> None:
    own, home = tmp_path / "seeds", tmp_path / "data"
    shutil.copytree(seeds, own)
    append(home, some)
    load_batches(home, own)
    before, batches = claims(home), Journal(home).batches()
    table = own / "calibration.csv"
    header = table.read_text(encoding="utf-8").partition("\n")[0]
    table.write_text(f"{header}\n*,*,*,0,0,0.25\n", encoding="utf-8")
    load_batches(home, own)
    assert (claims(home), Journal(home).batches()) == (before, batches)
    with working(home) as con:
        assert con.execute("SELECT DISTINCT confidence FROM claims_readable").fetchall() == [(0.25,)]


def test_a_log_that_a_killed_run_left_beside_the_old_database_does_not_reach_the_new_one(
    tmp_path: Path, seeds: Path, some: list[Reading]
) -> None:
    append(tmp_path, some)
    load_batches(tmp_path, seeds)
    (tmp_path / "shomar.duckdb.wal").write_bytes(b"left over")
    (tmp_path / ".shomar.duckdb.new").write_bytes(b"half written")
    rebuild(tmp_path, seeds)
    assert len(claims(tmp_path)) == 3


def test_a_run_is_kept_in_the_database_and_through_a_rebuild(tmp_path: Path, seeds: Path) -> None:
    run = Run("r", NOON, None, "running")
    record_run(tmp_path, run)
    load_batches(tmp_path, seeds)
    record_run(tmp_path, replace(run, ended_at=NOON, outcome="done"))
    for _ in range(2):
        with working(tmp_path) as con:
            assert con.execute("SELECT run_id, ended_at, outcome FROM runs").fetchall() == [("r", NOON, "done")]
        rebuild(tmp_path, seeds)


@pytest.mark.parametrize("runs", ["", "CREATE TABLE runs (run_id VARCHAR NOT NULL, host VARCHAR NOT NULL)"])
def test_a_run_starts_on_a_database_of_another_version(tmp_path: Path, seeds: Path, runs: str) -> None:
    load_batches(tmp_path, seeds)
    with working(tmp_path) as con:
        con.execute(f"DROP TABLE runs; {runs}; UPDATE build.fingerprint SET fingerprint = 'another version'")
    record_run(tmp_path, Run("r", NOON, None, "running"))
    assert load_batches(tmp_path, seeds).rebuilt
    with working(tmp_path) as con:
        assert con.execute("SELECT run_id FROM runs").fetchall() == [("r",)]


def test_times_of_a_run_are_kept_as_utc(tmp_path: Path, seeds: Path) -> None:
    load_batches(tmp_path, seeds)
    tehran = dt.timezone(dt.timedelta(hours=3, minutes=30))
    record_run(tmp_path, Run("r", dt.datetime.fromisoformat("2024-07-18T15:30+03:30"), NOON, "done"))
    record_run(tmp_path, Run("s", NOON.replace(tzinfo=tehran), None, "running"))
    assert [run.run_id for run in Journal(tmp_path).runs()] == ["s", "r"]
    with working(tmp_path) as con:
        con.execute("SET TimeZone = 'Asia/Tehran'")
        assert con.execute("SELECT started_at FROM runs WHERE run_id = 'r'").fetchall() == [(NOON,)]


KILLED = """
import importlib, os, signal, sys
from pathlib import Path
from load.build import load_batches
module, calls = importlib.import_module(sys.argv[3]), 0
called = getattr(module, sys.argv[4])
def kill(*arguments):
    global calls
    calls += 1
    if calls == int(sys.argv[5]):
        os.kill(os.getpid(), signal.SIGKILL)
    return called(*arguments)
setattr(module, sys.argv[4], kill)
load_batches(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize(
    ("module", "function", "call", "left"),
    [
        ("load.merge", "_check_unique", 3, 3),  # in the midst of the batches
        ("load.derive", "put", 2, 0),  # in the midst of what follows from them
        ("load.derive", "put", 6, 0),
    ],
)
def test_a_killed_load_is_resumed_by_the_next(
    tmp_path: Path, seeds: Path, some: list[Reading], module: str, function: str, call: int, left: int
) -> None:
    home, clean = tmp_path / "killed", tmp_path / "clean"
    load_batches(home, seeds)
    for place in (home, clean):
        for one in some[:3]:
            append(place, [one])
    load_batches(clean, seeds)
    command = [sys.executable, "-c", KILLED, str(home), str(seeds), module, function, str(call)]
    assert subprocess.run(command, check=False).returncode == -9
    assert load_batches(home, seeds).batches == left
    assert claims(home) == claims(clean)


def spoiled(one: Reading) -> Reading:
    return replace(one, claims=tuple(replace(claim, number_text="۹۹") for claim in one.claims))


def test_a_wrong_batch_waits_and_the_others_are_loaded(tmp_path: Path, seeds: Path, some: list[Reading]) -> None:
    append(tmp_path, [spoiled(some[0]), some[1]])
    append(tmp_path, [some[2]])
    for _ in range(2):
        with pytest.raises(WrongRows, match="00000001-"):
            load_batches(tmp_path, seeds)
        assert [row[0] for row in claims(tmp_path)] == [some[2].claims[0].claim_id]


def test_a_wrong_batch_goes_in_without_what_was_read_again(tmp_path: Path, seeds: Path, some: list[Reading]) -> None:
    append(tmp_path, [spoiled(some[0]), some[1]])
    append(tmp_path, [some[0]], fingerprint="mended")
    load_batches(tmp_path, seeds)
    assert sorted(row[0] for row in claims(tmp_path)) == sorted(one.claims[0].claim_id for one in some[:2])


def test_a_database_in_use_elsewhere_is_explained(tmp_path: Path, seeds: Path, some: list[Reading]) -> None:
    load_batches(tmp_path, seeds)
    append(tmp_path, some)
    command = [sys.executable, "-c", HOLD, str(tmp_path / "shomar.duckdb")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(LoadError, match="another process has the database open"):
            load_batches(tmp_path, seeds)
        other.communicate("")
    assert load_batches(tmp_path, seeds).added == 3


def test_a_file_that_is_no_database_is_explained_and_a_rebuild_replaces_it(tmp_path: Path, seeds: Path) -> None:
    (tmp_path / "shomar.duckdb").write_text("These are not the bytes of a database.\n" * 1000)
    with pytest.raises(LoadError, match="shomar rebuild"):
        load_batches(tmp_path, seeds)
    rebuild(tmp_path, seeds)
    assert claims(tmp_path) == []


def test_a_file_in_place_of_the_data_folder_is_explained(tmp_path: Path, seeds: Path) -> None:
    home = tmp_path / "data"
    home.write_text("")
    with pytest.raises(DataFolderUnusable):
        load_batches(home, seeds)


FULL = """
import resource, sys
from pathlib import Path
from load.build import load_batches
from load.errors import LoadError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    load_batches(Path(sys.argv[1]), Path(sys.argv[2]))
except LoadError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("room", [0, 5_000, 300_000, 1_500_000])
def test_a_full_folder_is_explained_and_a_load_with_room_succeeds(
    tmp_path: Path, seeds: Path, make: Any, room: int
) -> None:
    append(tmp_path, [make(f"k{n}" * 400, "۱۲", "12") for n in range(500)])
    command = [sys.executable, "-c", FULL, str(tmp_path), str(seeds), str(room)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("DataFolderUnusable"), (done.stdout, done.stderr)
    assert [path.name for path in tmp_path.iterdir()] == ["journal"]
    assert load_batches(tmp_path, seeds).added == 500


def test_the_fingerprint_follows_schema_and_code(seeds: Path) -> None:
    assert build.fingerprint(seeds) == build.fingerprint(seeds)
    assert len(build.fingerprint(seeds)) == 32


def test_the_database_is_opened_as_the_warehouse_opens_it(tmp_path: Path, seeds: Path) -> None:
    load_batches(tmp_path, seeds)
    con: duckdb.DuckDBPyConnection = database.connect(tmp_path / "shomar.duckdb")
    assert con.execute("SELECT count(*) FROM claims_readable").fetchall() == [(0,)]
    con.close()


def test_two_records_of_one_document_make_the_same_tables_in_either_order(
    tmp_path: Path, seeds: Path, some: list[Reading]
) -> None:
    full = some[0]
    bare = replace(full, document=replace(full.document, published=None, source="elsewhere"))
    tables: list[list[tuple[object, ...]]] = []
    for order in ((full, bare), (bare, full)):
        home = tmp_path / str(len(tables))
        for number, one in enumerate(order):
            Journal(home).append([one], [], fingerprint="f", run_id=f"r{number}", recorded_at=NOON)
            load_batches(home, seeds)
        with working(home) as con:
            tables.append(con.execute("SELECT * EXCLUDE (recorded_at, run_id, batch_id) FROM claims").fetchall())
    assert tables[0] == tables[1]
    assert full.document.published in tables[0][0]
