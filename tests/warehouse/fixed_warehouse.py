"""A published warehouse that is the same whenever it is built: made-up articles, read and loaded by Shomar itself.

Two runs a year apart, so that something has changed; copies of one text, misprints, rounded numbers, a ratio that
cannot be right, targets, money. The recipes are shown and tested on it.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from extract.engine import read_one
from extract.model import Document
from extract.seeds import SEEDS
from load import build, publish
from load.journal import Journal, Run

_ARTICLES = Path(__file__).with_name("fixed") / "articles.jsonl"
# Each run's id and start, UTC.
RUNS = (("first", dt.datetime(2024, 8, 1, 5)), ("second", dt.datetime(2025, 6, 2, 5)))  # noqa: DTZ001  (UTC as kept)


def make(home: Path) -> Path:
    """Build and publish the fixed warehouse in an empty folder; the published database file."""
    journal = Journal(home)
    for number, (run_id, moment) in enumerate(RUNS, start=1):
        readings = [read_one(document) for document in _documents(number)]
        batch = journal.append(
            readings, (), fingerprint="fixed", run_id=run_id, recorded_at=moment + dt.timedelta(minutes=1)
        )
        build.load_batches(home, SEEDS)
        ended = moment + dt.timedelta(minutes=2)
        counts = (batch.documents, 0, batch.dropped, batch.claims, batch.rejections, batch.quarantined)
        build.record_run(home, Run(run_id, moment, ended, "done", *counts))
    return publish.publish(home).database


def _documents(run: int) -> Iterator[Document]:
    for line in _ARTICLES.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        if said["run"] != run:
            continue
        yield Document(
            key=said["url"],
            article=said["url"],
            text=said["text"],
            source=_ARTICLES.name,
            title=said["title"],
            published=dt.date.fromisoformat(said["published"]),
            outlet=said["outlet"],
            origin=said["origin"],
            url=said["url"],
            lang=said["lang"],
        )
