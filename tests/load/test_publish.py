"""What readers get: complete, checked, put in place at once, the same bytes for the same rows."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.model import Quarantined, Reading
from load import datapackage, manifest, parquet
from load import publish as publication
from load.build import load_batches, working
from load.checks import Failure, HeldBack
from load.errors import DataFolderUnusable, NothingPublished
from load.journal import Journal, Run
from load.publish import publish
from load.published import snapshot, tables, views
from load.status import status
from load.versions import DAYS

NOON = dt.datetime.fromisoformat("2024-07-18T12:00")
PUBLISHED = ["manifest.json", "parquet", "shomar.duckdb"]
BAD = Quarantined("inbox/x.txt", "empty", "The file is empty.")
READ = """
import sys, duckdb
con = duckdb.connect(sys.argv[1], read_only=True)
for line in sys.stdin:
    print(con.execute("SELECT count(*) FROM claims_readable").fetchone()[0], flush=True)
con.close()
"""


def fill(home: Path, seeds: Path, readings: list[Reading]) -> None:
    Journal(home).append(readings, [BAD], fingerprint="f", run_id="r", recorded_at=NOON)
    load_batches(home, seeds)


def count(home: Path) -> int:
    with snapshot(home) as con:
        return int(con.table("claims_readable").aggregate("count(*)").fetchall()[0][0])


def files(folder: Path) -> dict[str, bytes]:
    """What is in a folder, but for the table that tells of publications, which grows with each."""
    found = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith("publications/")}


def test_the_snapshot_holds_tables_views_and_comments(home: Path) -> None:
    done = publish(home)
    assert done.rows["claims"] == done.rows["documents"] == 3
    kept = "SELECT comment FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main' ORDER BY ALL"
    with working(home) as con:
        expected = [tables(con), views(con), con.execute(kept).fetchall()]
    with snapshot(home) as con:
        assert [tables(con), views(con), con.execute(kept).fetchall()] == expected
        assert con.execute("SELECT count(*) FROM duckdb_schemas() WHERE schema_name = 'build'").fetchall() == [(0,)]
        for view in views(con):
            con.table(view).fetchall()
        assert tables(con, "history") == sorted(DAYS)
        assert con.execute("SELECT count(*) FROM as_of(TIMESTAMP '2100-01-01')").fetchall() == [(3,)]
    assert sorted(path.name for path in done.database.parent.iterdir()) == PUBLISHED


def test_the_snapshot_may_bear_another_name(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "of-june.duckdb"
    copy.write_bytes(publish(home).database.read_bytes())
    with duckdb.connect(copy, read_only=True) as con:
        for view in views(con):
            con.table(view).fetchall()


def test_the_storage_is_that_which_older_duckdb_reads(home: Path) -> None:
    head = publish(home).database.read_bytes()[:20]
    assert head[8:12] == b"DUCK"
    assert int.from_bytes(head[12:20], "little") == 65  # DuckDB 1.2; 2.0 by itself writes 69


def test_parquet_is_typed_and_partitioned_by_the_year_of_publication(home: Path) -> None:
    folder = publish(home).parquet
    for name in ("claims", "documents"):
        parts = sorted(path.name for path in (folder / name).iterdir())
        assert parts == ["published_year=0", "published_year=2023", "published_year=2024"]
    claims = pq.read_table(folder / "claims")
    assert claims.schema.field("value").type == pa.decimal128(38, 6)
    assert (
        pq.ParquetFile(folder / "claims" / "published_year=2024" / "part-0.parquet")
        .metadata.row_group(0)
        .column(0)
        .compression
        == "ZSTD"
    )
    assert sorted(pd.read_parquet(folder / "claims")["published_year"].astype(int)) == [0, 2023, 2024]
    query = "SELECT count(*) FROM read_parquet(?, hive_partitioning = true) WHERE published_year >= 2023"
    assert duckdb.execute(query, [str(folder / "claims" / "*" / "*.parquet")]).fetchall() == [(2,)]


def test_the_data_package_names_every_file_and_column_with_its_meaning(home: Path) -> None:
    folder = publish(home).parquet
    package = json.loads((folder / "datapackage.json").read_bytes())
    listed = {path for resource in package["resources"] for path in resource["path"]}
    assert listed | {"datapackage.json"} == {*files(folder), "publications/part-0.parquet"}
    for resource in package["resources"]:
        assert {"description", "description_fa"} <= set(resource), resource["name"]
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert set(names) == set(pq.read_table(folder / Path(*resource["name"].split("."))).column_names)
        for field in resource["schema"]["fields"]:
            assert {"type", "description", "description_fa"} <= set(field), (resource["name"], field)


@pytest.mark.parametrize(("table", "unit"), [("claims", "as the column unit says"), ("history/claims", None)])
def test_a_parquet_file_says_what_is_in_it(home: Path, table: str, unit: str | None) -> None:
    path = next((publish(home).parquet / table).rglob("*.parquet"))
    said = pq.read_schema(path).metadata
    assert said[b"license"] == b"CC-BY-4.0"
    assert said[b"description"].decode().startswith("Claims: one number")
    assert said[b"description_fa"].decode().startswith("ادعاها")
    columns = json.loads(said[b"columns"])
    assert list(columns) == pq.read_schema(path).names
    assert columns["value"]["unit"] == unit or unit is None
    assert columns["speaker"]["description_fa"] == "گوینده، بی‌لقب"
    assert "unit" not in columns["speaker"]


def test_the_same_rows_give_the_same_bytes(home: Path) -> None:
    first = files(publish(home).parquet)
    assert files(publish(home).parquet) == first


def inodes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_ino for path in folder.rglob("*.parquet")}


def unchanged(home: Path) -> set[str]:
    """The files that are the very ones of before, after another publication."""
    before = inodes(home / "published" / "parquet")
    after = inodes(publish(home).parquet)
    return {path for path, inode in after.items() if before.get(path) == inode}


def anew(home: Path, tmp_path: Path) -> dict[str, bytes]:
    """All that the working database holds, written with nothing to go by."""
    (tmp_path / "anew").mkdir()
    with working(home) as con:
        parquet.write(con, tmp_path / "anew")
    return files(tmp_path / "anew")


def test_only_touched_years_are_written_again(home: Path, seeds: Path, make: Any, tmp_path: Path) -> None:
    publish(home)
    fill(home, seeds, [make("new", "۴۴", "44", published=dt.date(2024, 3, 1))])
    kept = unchanged(home)
    for table in ("claims", "documents", "appearances", "rejections", "reports", "observations"):
        assert {f"{table}/published_year={year}/part-0.parquet" for year in (0, 2023)} <= kept
        assert f"{table}/published_year=2024/part-0.parquet" not in kept
    assert "history/claims/published_year=0/part-0.parquet" in kept
    assert "subjects/part-0.parquet" not in kept
    assert files(home / "published" / "parquet") == anew(home, tmp_path)
    assert manifest.verify(home / "published") == []


def test_what_is_held_no_more_is_written_to_the_history(home: Path, seeds: Path, make: Any, tmp_path: Path) -> None:
    publish(home)
    text = make("a", "۱۲", "12", published=dt.date(2024, 7, 18))
    later = dt.datetime.fromisoformat("2024-08-01T12:00")
    other = Reading(text.document, (), text.rejections)
    Journal(home).append([other], [], fingerprint="g", run_id="s", recorded_at=later)
    load_batches(home, seeds)
    done = publish(home)
    assert (done.rows["claims"], done.rows["history.claims"]) == (2, 1)
    gone = pq.read_table(done.parquet / "history" / "claims" / "published_year=2024" / "part-0.parquet")
    assert gone.column("superseded_at").to_pylist() == [later]
    assert files(done.parquet) == anew(home, tmp_path)
    with snapshot(home) as con:
        assert con.execute("SELECT count(*) FROM history.claims").fetchall() == [(1,)]


def changed(home: Path, query: str) -> None:
    with working(home) as con:
        con.execute(query)


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ("SELECT 1", True),
        ("INSERT INTO build.changed_years VALUES ('claims', 2023)", True),
        ("DROP TABLE build.changed_years", False),
        ("DROP TABLE build.publication", False),
        ("UPDATE build.publication SET id = 'of another'", False),
        ("COMMENT ON COLUMN claims.speaker IS 'Who | که'", False),
    ],
)
def test_all_is_written_unless_this_database_was_published_last(home: Path, change: str, kept: bool) -> None:
    publish(home)
    changed(home, change)
    assert ("claims/published_year=2024/part-0.parquet" in unchanged(home)) == kept


@pytest.mark.parametrize("damage", ["gone", "cut", "no manifest", "other layout"])
def test_what_is_damaged_in_the_published_folder_is_written_again(home: Path, tmp_path: Path, damage: str) -> None:
    folder = publish(home).parquet
    part, told = folder / "claims" / "published_year=2024" / "part-0.parquet", folder.with_name("manifest.json")
    if damage == "gone":
        part.unlink()
    elif damage == "cut":
        part.write_bytes(part.read_bytes()[:-1])
    elif damage == "no manifest":
        told.unlink()
    else:
        told.write_text(json.dumps({**json.loads(told.read_text()), "layout": "0"}))
    assert ("documents/published_year=2024/part-0.parquet" in unchanged(home)) == (damage in ("gone", "cut"))
    assert files(folder) == anew(home, tmp_path)
    assert manifest.verify(home / "published") == []


def test_a_year_that_lost_its_rows_unnamed_is_written_all_the_same(home: Path, tmp_path: Path) -> None:
    publish(home)
    changed(home, "DELETE FROM audits; UPDATE series SET period_end = DATE '1999-01-01'")
    assert files(publish(home).parquet) == anew(home, tmp_path)


def test_where_there_are_no_links_files_are_copied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = files(publish(home).parquet)

    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refused)
    assert files(publish(home).parquet) == first


def test_after_a_publication_nothing_is_left_to_write(home: Path) -> None:
    publish(home)
    with working(home) as con:
        assert con.execute("SELECT count(*) FROM build.changed_years").fetchall() == [(0,)]
        (found,) = con.execute("FROM build.publication").fetchall()
    said = manifest.read(home / "published")
    assert said
    assert (said.publication,) == found


def test_the_manifest_tells_what_was_published(home: Path, seeds: Path) -> None:
    Journal(home).record(Run("r", NOON, NOON, "done"))
    (home / "shomar.duckdb").unlink()
    load_batches(home, seeds)
    earliest = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    done = publish(home)
    said = manifest.read(home / "published")
    assert said
    assert (said.rows, said.run_id, said.license) == (done.rows, "r", datapackage.LICENCE["name"])
    assert earliest <= said.moment <= dt.datetime.now(dt.UTC).replace(tzinfo=None)
    assert said.published_at.endswith("+00:00")
    assert said.files["parquet/claims/published_year=0/part-0.parquet"].rows == 1
    assert said.files["shomar.duckdb"].bytes == done.database.stat().st_size
    assert said.files.keys() | {"manifest.json"} == files(home / "published").keys()


@pytest.mark.parametrize(
    ("path", "content", "problem"),
    [
        ("parquet/subjects/part-0.parquet", None, "is missing"),
        ("parquet/subjects/part-0.parquet", b"x", "is not the file that was published"),
        ("parquet/note.txt", b"x", "is not listed"),
        ("manifest.json", b"[]", "no manifest"),
        ("manifest.json", None, "no manifest"),
    ],
)
def test_verify_names_what_does_not_agree(home: Path, path: str, content: bytes | None, problem: str) -> None:
    folder = publish(home).parquet.parent
    assert manifest.verify(folder) == []
    if content is None:
        (folder / path).unlink()
    else:
        (folder / path).write_bytes(content)
    (said,) = manifest.verify(folder)
    assert said.startswith(f"{folder / path}: ")
    assert problem in said


def test_an_empty_database_is_published(tmp_path: Path, seeds: Path) -> None:
    load_batches(tmp_path, seeds)
    folder = publish(tmp_path).parquet
    assert pq.read_table(folder / "claims").num_rows == 0


def test_a_reader_in_another_process_goes_on_while_the_next_snapshot_comes(home: Path, seeds: Path, make: Any) -> None:
    path = publish(home).database
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", READ, str(path)], stdin=pipe, stdout=pipe, text=True) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None

        def ask() -> int:
            reader.stdin.write("\n")  # type: ignore[union-attr]
            reader.stdin.flush()  # type: ignore[union-attr]
            return int(reader.stdout.readline())  # type: ignore[union-attr]

        assert ask() == 3
        fill(home, seeds, [make("new", "۴۴", "44")])
        publish(home)
        assert ask() == 3
        assert count(home) == 4


def test_failed_checks_publish_nothing(home: Path, monkeypatch: pytest.MonkeyPatch, seeds: Path, make: Any) -> None:
    publish(home)
    fill(home, seeds, [make("new", "۴۴", "44")])
    before = files(home / "published")
    offending = [("no_44", "SELECT claim_id, value FROM claims WHERE value = 44;"), ("none", "SELECT 1 WHERE false")]
    monkeypatch.setattr("warehouse.database.checks", lambda: offending)
    with pytest.raises(HeldBack, match=r"no_44: 1 rows") as caught:
        publish(home)
    (failure,) = caught.value.failures
    assert isinstance(failure, Failure)
    assert (failure.check, failure.count, failure.columns) == ("no_44", 1, ("claim_id", "value"))
    assert files(home / "published") == before


CUT = """
import os, signal, sys
from pathlib import Path
from load.publish import publish
renames = 0
def cutting(real):
    def rename(source, target):
        global renames
        renames += 1
        if renames == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        real(source, target)
    return rename
os.rename, os.replace = cutting(os.rename), cutting(os.replace)
publish(Path(sys.argv[1]))
"""


@pytest.mark.parametrize(("cut", "claims"), [(1, 3), (2, 4), (3, 4), (4, 4)])
def test_a_publication_that_is_killed_between_renames_loses_nothing(
    home: Path, seeds: Path, make: Any, cut: int, claims: int
) -> None:
    publish(home)
    fill(home, seeds, [make("new", "۴۴", "44")])
    killed = subprocess.run([sys.executable, "-c", CUT, str(home), str(cut)], check=False)
    assert killed.returncode == -9
    assert count(home) == claims
    names = {path.name for path in (home / "published").iterdir()}
    assert len(names & {"parquet", ".parquet.shomar-old"}) == 1
    publish(home)
    assert count(home) == 4
    assert pq.read_table(home / "published" / "parquet" / "claims").num_rows == 4
    assert sorted(path.name for path in (home / "published").iterdir()) == PUBLISHED
    assert manifest.verify(home / "published") == []


def test_a_log_left_beside_the_published_file_is_not_left_beside_the_new_one(home: Path) -> None:
    done = publish(home)
    done.database.with_name("shomar.duckdb.wal").write_bytes(b"left over")
    publish(home)
    assert count(home) == 3


def test_a_file_in_place_of_the_published_folder_is_explained(home: Path) -> None:
    (home / "published").write_text("")
    with pytest.raises(DataFolderUnusable, match="published"):
        publish(home)


FULL = """
import resource, sys
from pathlib import Path
from load.errors import LoadError
from load.publish import publish
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    publish(Path(sys.argv[1]))
except LoadError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("room", [1_000, 20_000, 300_000])
def test_a_full_folder_is_explained_and_the_old_snapshot_stays(home: Path, room: int) -> None:
    publish(home)
    before = files(home / "published")
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(home), str(room)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("DataFolderUnusable"), (done.stdout, done.stderr)
    assert files(home / "published") == before


def test_nothing_published_yet_is_explained(tmp_path: Path) -> None:
    with pytest.raises(NothingPublished, match="shomar run"), snapshot(tmp_path):
        pass


def test_status_tells_runs_rows_quarantine_and_freshness(home: Path) -> None:
    publish(home)
    runs = [Run(name, NOON, NOON, "done") for name in "ab"]
    for run in runs:
        Journal(home).record(run)
    found = status(home, last=1)
    assert found.runs == (runs[1],)
    assert (found.rows["claims"], found.rows["quarantine"], found.quarantined) == (3, 1, 1)
    assert [(held.source, held.recorded_at) for held in found.quarantine] == [(BAD.source, NOON)]
    assert [(fresh.outlet, fresh.published) for fresh in found.freshness] == [
        ("irna", dt.date(2024, 7, 18)),
        ("isna", dt.date(2023, 1, 2)),
        (None, None),
    ]
    assert found.published_at is not None


def test_status_of_an_empty_folder_is_empty(tmp_path: Path) -> None:
    found = status(tmp_path / "nothing")
    assert (found.runs, found.rows, found.quarantined, found.published_at) == ((), {}, 0, None)
    assert not (tmp_path / "nothing").exists()


@pytest.fixture
def home(tmp_path: Path, seeds: Path, some: list[Reading]) -> Path:
    """A data folder whose working database holds three claims; nothing is published yet."""
    place = tmp_path / "it's data"
    fill(place, seeds, some)
    assert publication.STORAGE == "v1.2.0"
    return place
