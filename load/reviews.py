"""What reviewers decided: kept as files in `<home>/reviews`, one an import, never changed, and loaded at every build.

A decision is about a claim as one text gives it: its keys are the claim's id in its document and the hash of the text.
What was looked at (kind, number, evidence) is kept with it, so that it can be read, and found again in another text,
when the claim itself is gone. A decision that answers a reopened one names it.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, cast

import duckdb
import pyarrow as pa

from extract.fold import key
from extract.model import digest
from load import folders
from load.arrow import LIMIT
from load.errors import LoadError, explained
from load.published import NAME, snapshot, tables, views
from load.sql import registered

Choice = Literal["accept", "correct", "reject"]
CHOICES: tuple[Choice, ...] = ("accept", "correct", "reject")
# What a reviewer may correct, in the order of the claim model.
FIELDS = (
    "kind", "subject", "value", "value_high", "unit", "bound", "place", "locality", "period_type", "period_start",
    "period_end", "status", "field", "scope", "rank_by", "modality", "speaker", "speaker_role", "register",
)  # fmt: skip
NUMBERS = ("value", "value_high")
DATES = ("period_start", "period_end")
BEYOND = LIMIT  # what a number of an article may not reach: a column holds it, and what is reckoned with it
_FOLDER = "reviews"
_WRITING = ".writing"
_TEXTS = (
    "claim_id",
    "document_key",
    "text_hash",
    "decision",
    "reason",
    "decided_at",
    "kind",
    "number_text",
    "evidence",
)
_SHOWN = ("review_id", "claim_id", "document_key", "text_hash", "decision", "corrections", "reason", "reviewer")
_NOW = "SELECT review_id, document_key, text_hash, decided_at FROM reviews"

Key = tuple[str, str]  # claim and text


class DamagedReview(LoadError):
    """A file of decisions that does not say what such a file says."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reviewer decided about one claim, and when it was imported (UTC)."""

    claim_id: str
    document_key: str
    text_hash: str
    decision: Choice
    corrections: Mapping[str, str | None] | None  # the fields that are wrong, and what they should be; None empties one
    reason: str
    reviewer: str | None
    decided_at: dt.datetime
    kind: str  # what was looked at, as it was read
    number_text: str
    evidence: str
    answers: str | None = None  # the reopened decision that was looked at again

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.claim_id, self.text_hash

    @property
    def review_id(self) -> str:
        """The hash of the decision."""
        corrections = json.dumps(self.corrections, ensure_ascii=False, sort_keys=True)
        said = (self.decision, corrections, self.reason, self.reviewer, self.decided_at.isoformat(), self.answers)
        return digest(*self.key, *said)

    def says_as(self, other: "Decision") -> bool:
        """Whether two say the same of the same, at whatever time."""
        return replace(self, decided_at=other.decided_at) == other


@dataclass(frozen=True, slots=True)
class Counts:
    """Decisions that hold, by what they say; those reopened; those that the next run will apply."""

    accepted: int = 0
    corrected: int = 0
    rejected: int = 0
    reopened: int = 0
    waiting: int = 0


def decisions(home: Path) -> list[Decision]:
    """All decisions in the order in which they were imported; DamagedReview names a file that cannot be read."""
    folder = home / _FOLDER
    with explained(folder):
        paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
        return [decision for path in paths for decision in _read(path)]


def latest(found: Iterable[Decision]) -> dict[Key, Decision]:
    """The last decision on each claim of each text."""
    return {decision.key: decision for decision in found}


def keep(home: Path, new: Sequence[Decision]) -> Path | None:
    """Write decisions as a file of their own; None where there is nothing to write. Needs `lock.writer`."""
    if not new:
        return None
    lines = "".join(json.dumps(asdict(one), ensure_ascii=False, default=str) + "\n" for one in new)
    folder = home / _FOLDER
    name = f"{new[0].decided_at:%Y%m%dT%H%M%S%f}Z-{digest(lines)[:12]}.jsonl"
    with explained(folder), folders.making(folder / _WRITING, folder=False) as writing:
        writing.write_text(lines, encoding="utf-8")
        folders.flush(writing)
        folders.put(writing, folder / name)
    return folder / name


def load(con: duckdb.DuckDBPyConnection, home: Path) -> None:
    """Make the table `reviews` what the files say.

    Leaves the temporary table `reviewed(document_id, decided_at)`: the documents about whose claims other decisions are
    there than at the last load, and the latest moment of these. Documents must be there already; the transaction is the
    caller's.
    """
    found = decisions(home)
    con.execute(f"CREATE OR REPLACE TEMP TABLE reviewed_before AS {_NOW}")
    con.execute("DELETE FROM reviews")
    _insert(con, found)
    if "statements" in tables(con, "build"):
        _close_answered(con, found)
        _close_vanished(con, found)
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE reviewed AS
        WITH now AS ({_NOW}), differing AS (
            FROM now ANTI JOIN reviewed_before USING (review_id)
            UNION ALL FROM reviewed_before ANTI JOIN now USING (review_id)
        )
        SELECT d.document_id, max(x.decided_at) AS decided_at
        FROM documents AS d
        INNER JOIN differing AS x ON x.document_key = d.key AND x.text_hash = d.text_hash
        GROUP BY d.document_id;
        DROP TABLE reviewed_before;
    """)


def counts(home: Path) -> Counts:
    """How the decisions stand in the published snapshot; all of them wait where nothing is published."""
    kept = latest(decisions(home)).values()
    if not (home / "published" / NAME).is_file():
        return Counts(waiting=len(kept))
    with snapshot(home) as con:
        if "review_states" not in views(con):
            return Counts(waiting=len(kept))
        found = dict(
            con.execute(
                "SELECT CASE state WHEN 'reopened' THEN state ELSE decision END, count(*) FROM review_states GROUP BY 1"
            ).fetchall()
        )
        known = {row[0] for row in con.execute("SELECT review_id FROM reviews").fetchall()}
        answered = {one.answers for one in kept}
    waiting = sum(one.review_id not in known and one.review_id not in answered for one in kept)
    held = (int(found.get(name, 0)) for name in (*CHOICES, "reopened"))
    accepted, corrected, rejected, reopened = held
    return Counts(accepted, corrected, rejected, reopened, waiting)


def _insert(con: duckdb.DuckDBPyConnection, found: Sequence[Decision]) -> None:
    columns: dict[str, pa.Array[Any]] = {
        name: pa.array([_shown(one, name) for one in found], pa.string()) for name in _SHOWN
    }
    columns["decided_at"] = pa.array([one.decided_at for one in found], pa.timestamp("us"))
    with registered(con, pa.table(columns)):
        con.execute("INSERT INTO reviews BY NAME SELECT DISTINCT * FROM arriving ORDER BY decided_at, review_id")


def _shown(one: Decision, name: str) -> str | None:
    if name == "corrections":
        return json.dumps(one.corrections, ensure_ascii=False, sort_keys=True) if one.corrections else None
    value = getattr(one, name)
    return None if value is None else str(value)


def _close_answered(con: duckdb.DuckDBPyConnection, found: Sequence[Decision]) -> None:
    """A reopened decision that was looked at again stands from then on; where its claim is read no more, it goes."""
    last = {one.review_id: one for one in latest(found).values()}
    closed = {one.answers: one.decided_at for one in found if one.answers in last}
    _close(con, closed)
    con.execute(
        "DELETE FROM reviews WHERE claim_id IN (SELECT unnest(?)) "  # the id of a claim is of one text
        "AND claim_id NOT IN (SELECT claim_id FROM build.statements)",
        [[last[review_id].claim_id for review_id in closed]],
    )


def _close_vanished(con: duckdb.DuckDBPyConnection, found: Sequence[Decision]) -> None:
    """A rejection stands where the page's new text has no such number: there is nothing to look at again.

    One that a later decision took the place of must not come back as the last.
    """
    numbers = {one.review_id: key(one.number_text) for one in latest(found).values() if one.decision == "reject"}
    rows = con.execute(
        """
        SELECT r.review_id, d.recorded_at, s.number_text
        FROM reviews AS r
        INNER JOIN documents AS d
            ON d.key = r.document_key AND d.text_hash <> r.text_hash AND d.recorded_at > r.decided_at
        LEFT JOIN build.statements AS s USING (document_id)
        WHERE r.review_id IN (SELECT unnest(?))
        ORDER BY d.recorded_at
    """,
        [list(numbers)],
    ).fetchall()
    again = {review_id for review_id, _, number in rows if number and key(number) == numbers[review_id]}
    _close(con, {review_id: moment for review_id, moment, _ in rows if review_id not in again})


def _close(con: duckdb.DuckDBPyConnection, moments: Mapping[str, dt.datetime]) -> None:
    closed: dict[str, pa.Array[Any]] = {
        "review_id": pa.array(moments, pa.string()),
        "moment": pa.array(moments.values(), pa.timestamp("us")),
    }
    with registered(con, pa.table(closed)):
        con.execute(
            "UPDATE reviews SET decided_at = greatest(decided_at, arriving.moment) FROM arriving "
            "WHERE reviews.review_id = arriving.review_id"
        )


def _read(path: Path) -> list[Decision]:
    *lines, rest = path.read_bytes().split(b"\n")
    if rest or not lines:
        raise _damaged(path, len(lines) + 1, "it is cut off")
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(_decision(json.loads(line)))
        except (ValueError, LookupError, TypeError, InvalidOperation) as error:
            raise _damaged(path, number, " ".join(str(error).split())) from error
    return found


def _damaged(path: Path, number: int, said: str) -> DamagedReview:
    return DamagedReview(
        f"{path}:{number}: not a decision as `shomar review import` writes it: {said}; "
        "bring the file back from a backup, or move it away and import its sheet again"
    )


def _decision(said: object) -> Decision:
    if not isinstance(said, dict):
        raise TypeError("not an object")
    for name in _TEXTS:
        if not isinstance(said[name], str):
            raise TypeError(f"{name} is no text")
    if said["decision"] not in CHOICES:
        raise ValueError(f"decision {said['decision']}")
    for name, value in dict(said["corrections"] or {}).items():
        _check(name, value)
    moment = dt.datetime.fromisoformat(said["decided_at"])
    return Decision(**cast(dict[str, str], {**said, "decided_at": moment}))  # type: ignore[arg-type]


def _check(name: str, value: object) -> None:
    """A correction must be one that its column takes: what is not would stop the next load."""
    if name not in FIELDS or not isinstance(value, str | None):
        raise ValueError(f"correction of {name}")
    if value is not None and name in NUMBERS:
        number = Decimal(value)
        if not number.is_finite() or abs(number) >= BEYOND:
            raise ValueError(f"correction of {name}")
    if value is not None and name in DATES:
        dt.date.fromisoformat(value)
