"""The way through the gates: all is well, or what is unlikely is let pass for a reason, which is kept for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from load import notes
from load.checks import OVERRIDABLE, Beyond, Failure, HeldBack, failures, warnings


@dataclass(frozen=True, slots=True)
class Gates:
    """What the gates said of a publication: what is warned of, the reason for an override, and what it let pass."""

    warnings: tuple[Beyond, ...] = ()
    reason: str | None = None  # as given, also where nothing had to be let pass
    overridden: tuple[str, ...] = ()


SILENT = Gates()


def pass_gates(con: duckdb.DuckDBPyConnection, home: Path, path: Path, override: str | None = None) -> Gates:
    """Check a working database, which stands at `path`; HeldBack where a check fails and is not overridden.

    An override needs a reason that is not blank, and lets bands pass only. Where one was needed it is kept in the
    journal, and in the table `overrides`, before anything is published. Needs `lock.writer`.
    """
    reason = (override or "").strip() or None
    failed = failures(con)
    if failed and not (reason and all(failure.check in OVERRIDABLE for failure in failed)):
        raise HeldBack(failed, path)
    return Gates(warnings(con), reason, _keep(con, home, failed, reason) if failed and reason else ())


def _keep(con: duckdb.DuckDBPyConnection, home: Path, failed: Sequence[Failure], reason: str) -> tuple[str, ...]:
    """Keep a row for each band that is let pass; returns their names."""
    moment = notes.now()
    said = {"run_id": notes.newest_run(con), "offending": 1, "reason": reason, "recorded_at": moment}
    rows = [
        {**said, "check_name": f"{failure.check}.{row[0]}", "found": failure.said(row)}
        for failure in failed
        for row in failure.rows
    ]
    notes.keep(con, home, "overrides", moment, rows)
    return tuple(str(row["check_name"]) for row in rows)
