"""A history that comes in parts, in any order, gives what it gives at once, and a rebuild keeps what was known when."""

import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.model import Reading
from extract.seeds import SEEDS
from load.annals import DERIVED
from load.build import load_batches, rebuild, working
from load.journal import Journal
from load.lock import writer
from tests.measure import generated
from warehouse.database import HISTORY

FIRST = dt.datetime.fromisoformat("2025-01-01T06:00")
Tables = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def history() -> list[Reading]:
    """Some hundred articles of half a year, copies among them, in no order."""
    days = [dt.date(2024, 1, 1) + dt.timedelta(number // 3) for number in range(540)]
    return random.Random(7).sample(made := list(generated.readings(days, seed=3)), len(made))


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory, history: list[Reading]) -> Path:
    """A data folder that was loaded four times."""
    home = tmp_path_factory.mktemp("parted")
    load(home, [history[start::4] for start in range(4)], each=True)
    return home


def load(home: Path, parts: Sequence[Sequence[Reading]], each: bool) -> None:
    journal = Journal(home)
    with writer(home):
        for number, part in enumerate(parts):
            moment = FIRST + dt.timedelta(hours=number)
            journal.append(part, [], fingerprint="f", run_id=f"run{number}", recorded_at=moment)
            if each:
                load_batches(home, SEEDS)
        load_batches(home, SEEDS)


def content(home: Path, schema: str = "main", stamps: bool = False) -> Tables:
    told = "true" if stamps else "c NOT IN ('recorded_at', 'superseded_at', 'run_id', 'batch_id')"
    with working(home) as con:
        return {
            name: con.execute(f"SELECT COLUMNS(lambda c: {told}) FROM {schema}.{name} ORDER BY ALL").fetchall()
            for name in DERIVED
        }


def test_parts_in_any_order_give_what_the_whole_gives(tmp_path: Path, parted: Path, history: list[Reading]) -> None:
    load(tmp_path, [sorted(history, key=lambda reading: reading.document.document_id)], each=False)
    whole = content(tmp_path)
    assert content(parted) == whole
    assert all(whole.values())
    assert len(whole["reports"]) < len(history)


def test_a_rebuild_gives_the_same_and_the_same_history(tmp_path: Path, parted: Path) -> None:
    before, past = content(parted, stamps=True), content(parted, HISTORY, stamps=True)
    assert all(past[name] for name in ("reports", "observations", "series", "audits"))
    with writer(parted):
        (parted / "shomar.duckdb").unlink()
        rebuild(parted, SEEDS)
    assert content(parted, stamps=True) == before
    assert content(parted, HISTORY, stamps=True) == past


def test_what_was_known_is_what_was_loaded_by_then(tmp_path: Path, parted: Path, history: list[Reading]) -> None:
    load(tmp_path, [history[0::4], history[1::4]], each=True)
    then = FIRST + dt.timedelta(hours=1, minutes=30)
    for name, rows in content(tmp_path).items():
        with working(parted) as con:
            known = con.execute(
                "SELECT COLUMNS(lambda c: c NOT IN ('recorded_at', 'superseded_at', 'run_id', 'batch_id')) "
                f"FROM as_of(?, of := '{name}') ORDER BY ALL",
                [then],
            ).fetchall()
        assert known == rows


def test_other_rules_supersede_what_was_held_and_forget_nothing(
    tmp_path: Path, parted: Path, history: list[Reading]
) -> None:
    load(tmp_path, [history], each=False)
    before = content(tmp_path, stamps=True)
    other = tmp_path / "seeds"
    other.mkdir()
    for path in SEEDS.iterdir():
        if path.name != "official_roles.csv":
            (other / path.name).symlink_to(path)
    (other / "official_roles.csv").write_text("word,note\nفلان,\n", encoding="utf-8")  # nobody is an official now
    with writer(tmp_path):
        load_batches(tmp_path, other)
    after = content(tmp_path, stamps=True)
    assert after["claims"] == before["claims"]
    gone = [row for row in before["observations"] if row not in after["observations"]]
    with working(tmp_path) as con:
        assert con.execute("SELECT count(*), bool_and(official) FROM history.observations").fetchall() == [
            (len(gone), True)
        ]
        assert con.execute("SELECT count(*) FROM observations WHERE official").fetchall() == [(0,)]
        known = con.execute("FROM as_of(?, of := 'observations') ORDER BY ALL", [FIRST]).fetchall()
        past = con.execute("SELECT count(*), bool_and(official) FROM history.observations").fetchall()
    assert past == [(len(gone), True)]
    assert [row[:-1] for row in known] == [row[:-1] for row in before["observations"]]
