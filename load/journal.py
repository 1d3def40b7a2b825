"""The journal: what was read, batch by batch, never changed. Everything else can be built from it again."""

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extract.model import Quarantined, Reading, digest
from load import folders, shapes
from load.errors import explained

_NAME = re.compile(r"[0-9]{8}-[0-9a-f]{12}")
_WRITING = ".writing"


@dataclass(frozen=True, slots=True)
class Batch:
    """One folder of the journal: whose run wrote it, when (UTC), under which rules and words, and how much it holds."""

    batch_id: str  # sorts in the order of writing
    run_id: str
    recorded_at: dt.datetime
    fingerprint: str
    documents: int  # all that were read, each once, the dropped ones too
    dropped: int
    claims: int
    rejections: int
    quarantined: int


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the main job, as it ended or as far as it came; times are kept as UTC."""

    run_id: str
    started_at: dt.datetime
    ended_at: dt.datetime | None
    outcome: str  # running, done, held_back, failed
    documents: int = 0
    unchanged: int = 0
    dropped: int = 0
    claims: int = 0
    rejections: int = 0
    quarantined: int = 0


class Journal:
    """The journal of a data folder. Reading needs no lock; appending needs `lock.writer`, and one thread."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "journal"

    def append(
        self,
        readings: Sequence[Reading],
        quarantined: Sequence[Quarantined],
        *,
        fingerprint: str,
        run_id: str,
        recorded_at: dt.datetime,
    ) -> Batch:
        """Write a batch; it is there in whole when this returns, else not at all."""
        apart = shapes.distinct(readings)
        kept = [shapes.without_misfits(reading) for reading in apart if not reading.dropped]
        claims = [claim for reading in kept for claim in reading.claims]
        rejections = [rejection for reading in kept for rejection in reading.rejections]
        dropped = sorted(reading.document.document_id for reading in apart if reading.dropped)
        with explained(self.folder):
            number = max((int(name[:8]) for name in self._names()), default=0) + 1
            batch = Batch(
                f"{number:08d}-{digest(run_id, number)[:12]}",
                run_id,
                utc(recorded_at),
                fingerprint,
                len(apart),
                len(dropped),
                len(claims),
                len(rejections),
                len(quarantined),
            )
            with folders.making(self.folder / _WRITING) as new:
                _write(new / "documents.parquet", shapes.documents([reading.document for reading in kept]))
                _write(new / "sketches.parquet", shapes.sketches([reading.document for reading in kept]))
                _write(new / "dropped.parquet", pa.table({"document_id": pa.array(dropped, pa.string())}))
                records = sorted({reading.record_hash for reading in readings})
                _write(new / "records.parquet", pa.table({"record_hash": pa.array(records, pa.string())}))
                _write(new / "claims.parquet", shapes.claims(claims))
                _write(new / "rejections.parquet", shapes.rejections(rejections))
                _write(new / "quarantine.parquet", shapes.quarantine(quarantined))
                _write_json(new / "batch.json", asdict(batch))
                folders.settle(new)
                folders.put(new, self.folder / batch.batch_id)
        return batch

    def batches(self) -> list[Batch]:
        """All batches in the order in which they were recorded."""
        with explained(self.folder):
            found = [json.loads((self.folder / name / "batch.json").read_bytes()) for name in self._names()]
        return [Batch(**{**said, "recorded_at": dt.datetime.fromisoformat(said["recorded_at"])}) for said in found]

    def seen(self, fingerprint: str) -> set[str]:
        """The hashes of the records whose latest reading was under this fingerprint, of dropped documents too."""
        records: set[str] = set()
        for batch in self.batches():
            if batch.fingerprint == fingerprint:
                records.update(self._column(batch, "records", "record_hash"))
            elif records:
                records.difference_update(self._column(batch, "records", "record_hash"))
        return records

    def readings(self, batch: Batch) -> list[Reading]:
        """The readings of a batch in the order in which they were given, without the dropped ones."""
        return shapes.readings(*(self._read(batch, name) for name in ("documents", "claims", "rejections")))

    def sketches(self, batch: Batch) -> pa.Table:
        """The sketches of the batch's documents, without the dropped ones: `document_id` and `bands`."""
        if (self.folder / batch.batch_id / "sketches.parquet").exists():
            return self._read(batch, "sketches")
        return shapes.sketches([reading.document for reading in self.readings(batch)])  # of before there were any

    def ids(self, batch: Batch) -> set[str]:
        """The ids of all documents of a batch, the dropped ones too."""
        return {*self._ids(batch, "documents"), *self._ids(batch, "dropped")}

    def dropped(self, batch: Batch) -> list[str]:
        """The ids of the documents of a batch that the cheap look ended."""
        return self._ids(batch, "dropped")

    def quarantined(self, batch: Batch) -> list[Quarantined]:
        """What could not be read."""
        return shapes.quarantined(self._read(batch, "quarantine"))

    def record(self, run: Run) -> None:
        """Keep a run, in place of what was kept of it before."""
        with explained(self.folder):
            place = self.folder / "runs" / f"{digest(run.run_id)}.json"  # a run's id need not be a file's name
            with folders.making(place.with_name(_WRITING), folder=False) as new:
                _write_json(new, asdict(in_utc(run)))
                folders.flush(new)
                folders.put(new, place)

    def runs(self) -> list[Run]:
        """All runs, in the order in which they started."""
        with explained(self.folder):
            said = [json.loads(path.read_bytes()) for path in (self.folder / "runs").glob("*.json")]
        return sorted((_run(one) for one in said), key=lambda run: (run.started_at, run.run_id))

    def _names(self) -> list[str]:
        if not self.folder.exists():
            return []
        return sorted(path.name for path in self.folder.iterdir() if _NAME.fullmatch(path.name))

    def _read(self, batch: Batch, name: str, columns: list[str] | None = None) -> pa.Table:
        with explained(self.folder):
            return pq.read_table(self.folder / batch.batch_id / f"{name}.parquet", columns=columns)

    def _ids(self, batch: Batch, name: str) -> list[str]:
        return self._column(batch, name, "document_id")

    def _column(self, batch: Batch, name: str, column: str) -> list[str]:
        return [str(value) for value in self._read(batch, name, [column]).column(0).to_pylist()]


def utc(moment: dt.datetime) -> dt.datetime:
    """A moment as UTC without a zone, as tables keep it; one without a zone is taken as UTC."""
    return moment if moment.tzinfo is None else moment.astimezone(dt.UTC).replace(tzinfo=None)


def in_utc(run: Run) -> Run:
    """The run with its times as `utc` gives them."""
    return replace(run, started_at=utc(run.started_at), ended_at=run.ended_at and utc(run.ended_at))


def _run(said: Mapping[str, object]) -> Run:
    moments = {name: said[name] and dt.datetime.fromisoformat(str(said[name])) for name in ("started_at", "ended_at")}
    return Run(**{**said, **moments})  # type: ignore[arg-type]


def _write(path: Path, table: pa.Table) -> None:
    pq.write_table(table, path, compression="zstd", row_group_size=20_000)


def _write_json(path: Path, value: Mapping[str, object]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, default=_plain) + "\n", encoding="utf-8")


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a batch.json")
