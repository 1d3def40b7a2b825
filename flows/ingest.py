"""The main job as a Prefect flow. A task is a batch, or a step over all of them; what tasks call knows no Prefect."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import flow_run
from prefect.tasks import Task

from extract.engine import fingerprint, read
from extract.model import Document, Quarantined
from extract.readers import read_sources
from flows.intake import Intake, chunks, known_quarantine
from flows.progress import watched
from flows.settings import BATCH_DOCUMENTS, SEEDS, Settings, settings_for
from flows.summary import Summary, claims_by_kind, warn
from load.build import Loaded, load_batches, record_run
from load.checks import HeldBack
from load.errors import DatabaseInUse
from load.journal import Batch, Journal, Run
from load.lock import writer
from load.merge import WrongRows
from load.publish import Publication, publish


def may_pass(_: Task[..., Any], __: TaskRun, state: State[Any]) -> bool:
    """Whether waiting can help: where another program, an analyst's say, has the working database open."""
    return isinstance(state.result(raise_on_failure=False), DatabaseInUse)


@task(task_run_name="batch-{number}", cache_policy=NO_CACHE)
def extract_batch(
    number: int, documents: Iterator[Document], quarantined: Sequence[Quarantined], journal: Journal, run_id: str
) -> Batch:
    """Read one batch and keep it in the journal. An iterator, because Prefect looks through a list item by item."""
    return journal.append(
        list(read(documents)), quarantined, fingerprint=fingerprint(), run_id=run_id, recorded_at=_now()
    )


@task(cache_policy=NO_CACHE, retries=3, retry_delay_seconds=5, retry_condition_fn=may_pass)
def load_journal(home: Path) -> Loaded:
    """Bring the working database up to the journal."""
    return load_batches(home, SEEDS)


@task(cache_policy=NO_CACHE, retries=3, retry_delay_seconds=5, retry_condition_fn=may_pass)
def check_and_publish(home: Path, override: str | None) -> Publication:
    """Check the working database and publish it; `override` is the reason for which bands are let pass."""
    return publish(home, override)


@flow(name="shomar-run", validate_parameters=False)
async def ingest(
    sources: list[str], home: str, batch_documents: int = BATCH_DOCUMENTS, override: str | None = None
) -> Summary:
    """Read sources, keep what is new in the journal, load, check, publish. Its errors are those of `load`."""
    settings = replace(settings_for(home), batch_documents=batch_documents)
    with writer(settings.home):
        run = Run(str(flow_run.id), _now(), None, "running")
        record_run(settings.home, run)
        try:
            summary = _work(sources, settings, run, override)
        except BaseException as error:
            outcome = "held_back" if isinstance(error, HeldBack | WrongRows) else "failed"
            record_run(settings.home, replace(run, ended_at=_now(), outcome=outcome))
            raise
    rows = [{"what": name, "number": value} for name, value in summary.record().items() if isinstance(value, int)]
    await acreate_table_artifact(
        rows, key="run-summary", description="\n".join(f"    {line}" for line in summary.lines())
    )
    return summary


def _work(sources: Sequence[str], settings: Settings, run: Run, override: str | None) -> Summary:
    journal = Journal(settings.home)
    intake = Intake()
    arriving = chunks(
        watched(read_sources(sources)), intake, settings, journal.seen(fingerprint()), known_quarantine(journal)
    )
    for number, chunk in enumerate(arriving, 1):
        batch = extract_batch(number, iter(chunk.documents), chunk.quarantined, journal, run.run_id)
        run = intake.counted(run, dropped=batch.dropped, claims=batch.claims, rejections=batch.rejections)
    run = intake.counted(run)
    load_journal(settings.home)
    run = replace(run, ended_at=_now(), outcome="done")
    record_run(settings.home, run)  # before publication, so that the snapshot tells of the run that made it
    published = check_and_publish(settings.home, override)
    warn(published.gates)
    return Summary(
        run,
        intake.missing,
        intake.quarantined,
        claims_by_kind(settings.home),
        published.database,
        published.parquet,
        published.gates,
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)  # to the microsecond: runs that follow each other at once keep their order
