"""How the data stands. Reads the journal and the published snapshot only, so that it never stops a writer."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from load import manifest
from load.checks import Beyond, warnings
from load.errors import NothingPublished
from load.journal import Journal, Run
from load.published import snapshot, tables, views
from load.reviews import Counts, counts

LAST = 10


@dataclass(frozen=True, slots=True)
class Held:
    """Input in quarantine, and when it came there (UTC)."""

    source: str
    reason: str
    detail: str
    recorded_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Freshness:
    """The newest article of an outlet; its outlet or day is None where the article does not say."""

    outlet: str | None
    published: dt.date | None
    documents: int


@dataclass(frozen=True, slots=True)
class Status:
    """The last runs, newest first; rows by published table; quarantine, newest first; freshness by outlet; reviews."""

    home: Path
    published_at: dt.datetime | None  # UTC; None: nothing published yet
    runs: tuple[Run, ...]
    rows: dict[str, int]
    quarantined: int
    quarantine: tuple[Held, ...]
    freshness: tuple[Freshness, ...]
    warnings: tuple[Beyond, ...]  # measures of what is published that are beyond their band
    reviews: Counts


def status(home: Path, last: int = LAST) -> Status:
    """The state of a data folder, also of one that is empty or at whose database a writer is at work."""
    journal = Journal(home)
    held = _quarantine(journal)
    published_at, rows, freshness, beyond = _published(home)
    runs = tuple(reversed(journal.runs()))[:last]
    return Status(home, published_at, runs, rows, len(held), tuple(held[:last]), freshness, beyond, counts(home))


def _quarantine(journal: Journal) -> list[Held]:
    """Each input once, as it was last held."""
    found: dict[tuple[str, str], Held] = {}
    for batch in journal.batches():
        for item in journal.quarantined(batch) if batch.quarantined else ():
            found[item.source, item.reason] = Held(item.source, item.reason, item.detail, batch.recorded_at)
    return sorted(found.values(), key=lambda held: (held.recorded_at, held.source), reverse=True)


def _published(
    home: Path,
) -> tuple[dt.datetime | None, dict[str, int], tuple[Freshness, ...], tuple[Beyond, ...]]:
    try:
        with snapshot(home) as con:
            rows = {name: con.table(name).aggregate("count(*)").fetchall()[0][0] for name in tables(con)}
            found = con.execute(
                "SELECT outlet, max(published), count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC NULLS LAST, 1"
            ).fetchall()
            beyond = warnings(con) if "out_of_band" in views(con) else ()  # not in a snapshot of an older version
    except NothingPublished:
        return None, {}, (), ()
    return manifest.published_at(home / "published"), rows, tuple(Freshness(*row) for row in found), beyond
