"""`--override`: who publishes beyond a band says why, and it is kept."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.settings import SEEDS
from load import notes
from load.build import rebuild, working
from load.publish import publish

Shomar = Callable[..., Any]

REASON = "the sources were cut down on purpose"
NAME = "bands.rows.claims.growth"

pytestmark = pytest.mark.usefixtures("server")


@pytest.fixture
def shrunk(home: Path) -> Path:
    """A data folder of which a thousand claims were published that are there no more."""
    home.mkdir()
    rebuild(home, SEEDS)
    publish(home)
    with working(home) as con:
        notes.keep_publication(con, home, {"claims": 1000})
    return home


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder without news."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def overrides(home: Path) -> list[tuple[Any, ...]]:
    with duckdb.connect(home / "published" / "shomar.duckdb", read_only=True) as con:
        return con.execute("SELECT check_name, reason, run_id FROM overrides").fetchall()


@pytest.mark.parametrize("command", ["run", "rebuild"])
def test_a_loss_is_3_until_a_reason_is_given(shomar: Shomar, shrunk: Path, inbox: Path, command: str) -> None:
    arguments = [command, *([inbox] if command == "run" else []), "--home", shrunk]
    before = (shrunk / "published" / "shomar.duckdb").read_bytes()
    held = shomar(*arguments)
    assert (held.code, held.out, held.err.count("\n")) == (3, "", 1)
    assert "rows.claims.growth" in held.err
    assert "--override REASON" in held.err
    assert (shrunk / "published" / "shomar.duckdb").read_bytes() == before

    done = shomar(*arguments, "--override", REASON, "--json")
    summary = json.loads(done.out)
    assert (done.code, summary["overridden"], summary["override_reason"]) == (0, [NAME], REASON)
    ((name, reason, run),) = overrides(shrunk)
    assert (name, reason) == (NAME, REASON)
    assert command == "rebuild" or run == summary["run_id"]

    again = shomar("rebuild", "--home", shrunk)  # what was let pass is the measure of the next
    assert (again.code, again.err) == (0, "")
    assert overrides(shrunk) == [(name, reason, run)]


@pytest.mark.parametrize("command", ["run", "rebuild"])
def test_an_override_needs_a_reason(shomar: Shomar, home: Path, command: str) -> None:
    done = shomar(command, "--override", " ", "--home", home)
    assert (done.code, done.out) == (2, "")
    assert "a reason is needed" in done.err
    assert not home.exists()


def test_the_summary_says_what_was_let_pass_and_what_needed_not(shomar: Shomar, shrunk: Path, inbox: Path) -> None:
    arguments = ["run", inbox, "--home", shrunk, "--override", REASON]
    assert f"overridden   {NAME}: {REASON}\n" in shomar(*arguments).out
    again = shomar(*arguments)
    assert "override     not needed, and none is recorded: every check passed\n" in again.out
    assert len(overrides(shrunk)) == 1


def test_a_warning_is_logged_and_shown_and_holds_nothing_back(
    shomar: Shomar, shrunk: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working(shrunk) as con:
        con.execute("UPDATE bands SET effect = 'warn'")
    warning = "rows.claims.growth is 0, below 0.9: claims are gone that the last publication held: "
    done = shomar("run", inbox, "--home", shrunk)
    assert done.code == 0
    assert done.err.startswith(f"shomar: {warning}")
    assert f"warning      {warning}" in done.out
    shown = json.loads(shomar("status", "--home", shrunk, "--json").out)
    assert [one["measure"] for one in shown["warnings"]] == ["rows.claims.growth"]
    assert "rows.claims.growth" in shomar("status", "--home", shrunk).out.partition("rows\n")[0]
