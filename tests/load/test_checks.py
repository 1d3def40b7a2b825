"""The gates before a publication: what holds it back, what is only warned of, and who may let what pass."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from load import notes
from load.build import rebuild, working
from load.checks import HeldBack, failures, mark_checked
from load.overrides import SILENT
from load.publish import publish
from load.published import snapshot
from load.status import status
from warehouse import database

REASON = "the sources were cut down on purpose"
BATCH = "INSERT INTO batches VALUES ('b', 'r', ?, 'f', 0, 0, 0, 0, 0)"
REJECTION = "INSERT INTO rejections VALUES (?, 'gone', '۵', 0, 1, 'date', ?, NULL, 'r', 'b')"
DOCUMENTS = (
    "INSERT INTO documents BY NAME SELECT 'd' || i AS document_id, '' AS key, '' AS article, '' AS source, '' AS text, "
    "'' AS text_hash, DATE '2024-01-01' AS published, TIMESTAMP '2024-06-01' AS recorded_at, 'r' AS run_id, "
    "'b' AS batch_id FROM range(150) AS t(i)"
)

Execute = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def home(tmp_path: Path, seeds: Path) -> Path:
    """A data folder of which an empty database is published."""
    rebuild(tmp_path, seeds)
    publish(tmp_path)
    return tmp_path


@pytest.fixture
def shrunk(home: Path) -> Path:
    """One of which a thousand claims were published that are there no more."""
    with working(home) as con:
        notes.keep_publication(con, home, {"claims": 1000, "documents": 500, "series": 99})
    return home


@pytest.fixture
def old(home: Path, execute: Execute) -> Path:
    """One of 150 documents, five months older than the last run, and of bands that only look at that."""
    execute("INSERT INTO runs VALUES ('r', '2024-06-01', NULL, 'done', 150, 0, 0, 0, 0, 0)")
    execute(BATCH, ["2024-06-01"])
    execute(DOCUMENTS)
    execute("DELETE FROM bands WHERE measure <> 'freshness.days'")
    return home


@pytest.fixture
def execute(home: Path) -> Execute:
    """Runs a query on the working database."""

    def run(query: str, parameters: list[object] | None = None) -> list[tuple[Any, ...]]:
        with working(home) as con:
            return con.execute(query, parameters or []).fetchall()

    return run


def read(home: Path, query: str) -> list[tuple[Any, ...]]:
    with snapshot(home) as con:
        return con.execute(query).fetchall()


def test_a_loss_holds_the_publication_back_and_the_message_says_what_where_why_and_what_to_do(shrunk: Path) -> None:
    before = (shrunk / "published" / "shomar.duckdb").read_bytes()
    with pytest.raises(HeldBack) as raised:
        publish(shrunk)
    said = str(raised.value)
    assert said.startswith("nothing was published, because checks failed: bands: 2 rows, such as measure=rows.claims.g")
    for part in ("rows.documents.growth", "value=0.0, low=0.9, note=claims are gone", str(shrunk / "shomar.duckdb")):
        assert part in said
    assert said.endswith("where the data are right all the same, run again with --override REASON")
    assert "\n" not in said
    assert (shrunk / "published" / "shomar.duckdb").read_bytes() == before


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_an_override_without_a_reason_is_none(shrunk: Path, blank: str) -> None:
    with pytest.raises(HeldBack):
        publish(shrunk, blank)
    assert not (shrunk / "journal" / "overrides").exists()


def test_an_override_publishes_and_is_kept_through_a_rebuild(shrunk: Path, seeds: Path) -> None:
    names = ("bands.rows.claims.growth", "bands.rows.documents.growth")
    gates = publish(shrunk, f" {REASON} ").gates
    assert (gates.overridden, gates.reason) == (names, REASON)
    query = "SELECT check_name, offending, reason, run_id, recorded_at FROM overrides ORDER BY 1"
    kept = read(shrunk, query)
    assert [row[:4] for row in kept] == [(name, 1, REASON, "") for name in names]
    (note,) = (shrunk / "journal" / "overrides").glob("*.json")
    assert [row["found"][:37] for row in json.loads(note.read_bytes())] == [
        "measure=rows.claims.growth, value=0.0",
        "measure=rows.documents.growth, value=",
    ]
    rebuild(shrunk, seeds)
    publish(shrunk)
    assert read(shrunk, query) == kept


def test_an_override_that_is_not_needed_is_not_kept(home: Path) -> None:
    gates = publish(home, REASON).gates
    assert (gates.overridden, gates.reason) == ((), REASON)
    assert read(home, "FROM overrides") == []
    assert not (home / "journal" / "overrides").exists()


def test_rows_that_are_wrong_are_passed_by_no_override(shrunk: Path, execute: Execute) -> None:
    execute(BATCH, ["2024-06-01"])
    execute(REJECTION, ["r1", "2024-06-01"])
    with pytest.raises(HeldBack, match="--override does not pass documents_exist, span_is_exact: such rows are wrong"):
        publish(shrunk, REASON)
    assert execute("FROM overrides") == []
    assert not (shrunk / "journal" / "overrides").exists()


def test_what_was_published_is_kept_through_a_rebuild(home: Path, seeds: Path, execute: Execute) -> None:
    rows = publish(home).rows
    last = "WHERE published_at = (SELECT max(published_at) FROM publications)"
    assert execute(f"SELECT table_name, rows FROM publications {last} ORDER BY 1") == sorted(rows.items())
    kept = execute("FROM publications ORDER BY ALL")
    assert len({row[0] for row in kept}) == 2
    rebuild(home, seeds)
    assert execute("FROM publications ORDER BY ALL") == kept


def test_a_publication_that_failed_is_no_measure_of_the_next(shrunk: Path, execute: Execute) -> None:
    before = execute("FROM publications ORDER BY ALL")
    with pytest.raises(HeldBack):
        publish(shrunk)
    assert execute("FROM publications ORDER BY ALL") == before


def test_old_news_is_warned_of_and_published(old: Path) -> None:
    (warning,) = publish(old).gates.warnings
    assert str(warning) == (
        "freshness.days is 152, above 14: no new article for two weeks: does the source still deliver?"
    )
    assert status(old).warnings == (warning,)
    assert read(old, "SELECT count(*) FROM documents") == [(150,)]


def test_where_nothing_is_odd_nothing_is_said(home: Path) -> None:
    assert publish(home).gates == SILENT
    assert status(home).warnings == ()


def test_a_measure_below_its_band_is_said_to_be_below(old: Path, execute: Execute) -> None:
    execute("UPDATE bands SET low = 1000, high = NULL")
    (warning,) = publish(old).gates.warnings
    assert str(warning).startswith("freshness.days is 152, below 1000: ")
    execute("UPDATE bands SET measure = 'freshness.hours', effect = 'warn'")
    (warning,) = publish(old).gates.warnings
    assert str(warning) == "freshness.hours: there is no such measure: mend bands.csv"


def named(home: Path) -> list[str]:
    with working(home) as con:
        return [failure.check for failure in failures(con)]


def test_rows_that_a_publication_has_held_are_not_read_again_but_by_checks_that_changed(
    home: Path, execute: Execute, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute(BATCH, ["2024-06-01"])
    execute(REJECTION, ["r1", "2024-05-31"])
    assert named(home) == ["documents_exist", "span_is_exact"]
    with working(home) as con:
        mark_checked(con)
    assert named(home) == ["documents_exist"]  # every reference is looked at each time
    execute(REJECTION, ["r2", "2024-06-01"])
    assert named(home) == ["documents_exist", "span_is_exact"]
    execute("DELETE FROM rejections WHERE rejection_id = 'r2'")
    checks = [(name, f"-- changed\n{query}") for name, query in database.checks()]
    monkeypatch.setattr(database, "checks", lambda: checks)
    assert named(home) == ["documents_exist", "span_is_exact"]


def test_a_rebuild_makes_all_rows_be_looked_at(home: Path, seeds: Path, execute: Execute) -> None:
    execute(BATCH, ["2024-06-01"])
    publish(home)
    rebuild(home, seeds)
    execute(BATCH, ["2024-06-01"])
    execute(REJECTION, ["r1", "2024-05-31"])
    assert named(home) == ["documents_exist", "span_is_exact"]
