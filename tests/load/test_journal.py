"""Batches come back as they were written, whole or not at all."""

import datetime as dt
import subprocess
import sys
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.model import Document, Mention, Quarantined, Reading, Rejection, SaidClaim
from load import shapes
from load.errors import DataFolderUnusable
from load.journal import Journal, Run
from transform.sketches import sketches

BAD = Quarantined("inbox/x.txt", "empty", "The file is empty.")
LATER = dt.datetime.fromisoformat("2024-07-19T12:00")


def append(journal: Journal, readings: list[Reading], *, fingerprint: str = "f1", at: dt.datetime = LATER) -> Any:
    return journal.append(readings, [BAD], fingerprint=fingerprint, run_id="run", recorded_at=at)


@pytest.mark.parametrize(
    ("schema", "record"),
    [
        (shapes.CLAIMS, SaidClaim),
        (shapes.REJECTIONS, Rejection),
        (shapes.QUARANTINE, Quarantined),
    ],
)
def test_a_schema_has_the_names_of_its_record(schema: pa.Schema, record: Any) -> None:
    assert schema.names == [field.name for field in fields(record)]


def test_the_schemas_of_documents_and_mentions_have_the_names_of_their_records() -> None:
    assert shapes.DOCUMENTS.names == ["document_id", *(field.name for field in fields(Document))]
    assert [field.name for field in shapes.MENTION] == [field.name for field in fields(Mention)]


def test_readings_come_back_as_they_were_but_for_the_dropped(tmp_path: Path, some: list[Reading]) -> None:
    journal = Journal(tmp_path)
    batch = append(journal, some)
    assert journal.readings(batch) == some[:3]
    assert journal.dropped(batch) == [some[3].document.document_id]
    assert journal.quarantined(batch) == [BAD]
    assert (batch.documents, batch.dropped, batch.claims, batch.rejections, batch.quarantined) == (4, 1, 3, 3, 1)


def test_batches_stand_in_the_order_of_writing_whatever_the_clock_says(tmp_path: Path, some: list[Reading]) -> None:
    journal = Journal(tmp_path)
    made = [append(journal, [one], at=LATER - dt.timedelta(days=n)) for n, one in enumerate(some)]
    assert Journal(tmp_path).batches() == made


def test_a_time_with_a_zone_is_kept_as_utc(tmp_path: Path, some: list[Reading]) -> None:
    tehran = dt.timezone(dt.timedelta(hours=3, minutes=30))
    batch = append(Journal(tmp_path), some, at=dt.datetime(2024, 7, 18, 15, 30, tzinfo=tehran))
    assert batch.recorded_at == dt.datetime.fromisoformat("2024-07-18T12:00")


def test_seen_are_those_last_read_under_the_fingerprint(tmp_path: Path, some: list[Reading]) -> None:
    journal = Journal(tmp_path)
    append(journal, some, fingerprint="f1")
    append(journal, some[:1], fingerprint="f2")
    ids = [one.record_hash for one in some]
    assert journal.seen("f1") == set(ids[1:])
    assert journal.seen("f2") == {ids[0]}
    assert journal.seen("f3") == set()


def test_of_one_document_the_record_that_says_most_is_kept(tmp_path: Path, some: list[Reading]) -> None:
    full = some[0]
    bare = replace(full, document=replace(full.document, published=None, source="elsewhere"))
    for n, order in enumerate(([full, bare], [bare, full])):
        journal = Journal(tmp_path / str(n))
        assert journal.readings(append(journal, order)) == [full]


def test_a_killed_run_leaves_a_folder_that_the_next_one_clears(tmp_path: Path, some: list[Reading]) -> None:
    left = tmp_path / "journal" / ".writing"
    left.mkdir(parents=True)
    (left / "documents.parquet").write_bytes(b"PAR1")
    journal = Journal(tmp_path)
    assert journal.batches() == []
    append(journal, some)
    assert not left.exists()
    assert len(journal.batches()) == 1


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("1E+29", Decimal(10) ** 29),
        ("33.33333333333333333333333333", Decimal("33.333333")),
        ("1E+30", None),
        ("-1E+400", None),
        ("NaN", None),
    ],
)
def test_a_number_is_rounded_to_six_places_and_too_large_a_one_is_rejected(
    tmp_path: Path, some: list[Reading], value: str, kept: Decimal | None
) -> None:
    said = replace(some[0], claims=(replace(some[0].claims[0], value=Decimal(value)),))
    journal = Journal(tmp_path)
    (back,) = journal.readings(append(journal, [said]))
    if kept is not None:
        assert [claim.value for claim in back.claims] == [kept]
    else:
        assert (back.claims, back.rejections[-1].reason) == ((), "out_of_range")
        assert back.rejections[-1].number_text == some[0].claims[0].number_text


def test_half_a_surrogate_pair_keeps_its_place_and_the_documents_id(tmp_path: Path) -> None:
    document = Document("k", "k", "الف \ud800 ۵ سمن", "inbox/k.txt")
    journal = Journal(tmp_path)
    (back,) = journal.readings(append(journal, [Reading(document)]))
    assert back.document.text == "الف \ufffd ۵ سمن"
    assert back.document.document_id == document.document_id


def test_the_same_readings_give_the_same_bytes(tmp_path: Path, some: list[Reading]) -> None:
    one, other = (append(Journal(tmp_path / name), some) for name in "ab")
    for name in ("documents", "sketches", "claims", "rejections", "dropped", "quarantine"):
        files = [tmp_path / home / "journal" / one.batch_id / f"{name}.parquet" for home in "ab"]
        assert files[0].read_bytes() == files[1].read_bytes(), name
    assert one == other


def test_parquet_holds_decimals(tmp_path: Path, some: list[Reading]) -> None:
    batch = append(Journal(tmp_path), some)
    schema = pq.read_schema(tmp_path / "journal" / batch.batch_id / "claims.parquet")
    assert schema.field("value").type == pa.decimal128(38, 6)


def test_a_batch_holds_the_sketches_of_what_was_kept_and_gives_them_where_it_has_none(
    tmp_path: Path, some: list[Reading]
) -> None:
    journal = Journal(tmp_path)
    batch = append(journal, some)
    held = journal.sketches(batch)
    kept = [reading.document for reading in some if not reading.dropped]
    assert held.column("document_id").to_pylist() == [document.document_id for document in kept]
    assert held.column("bands").to_pylist() == sketches([document.text for document in kept])
    (tmp_path / "journal" / batch.batch_id / "sketches.parquet").unlink()
    assert journal.sketches(batch) == held


def test_a_run_is_kept_once_as_it_was_said_last(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    running = Run("../odd/id", LATER, None, "running")
    ended = replace(running, ended_at=LATER, outcome="done", claims=3)
    earlier = Run("first", LATER - dt.timedelta(days=1), None, "failed")
    for run in (running, ended, earlier):
        journal.record(run)
    assert journal.runs() == [earlier, ended]


def test_a_file_in_place_of_the_journal_is_explained(tmp_path: Path, some: list[Reading]) -> None:
    (tmp_path / "journal").write_text("")
    with pytest.raises(DataFolderUnusable, match="a file stands where a folder is needed"):
        append(Journal(tmp_path), some)


FULL = """
import datetime as dt, random, resource, sys
from pathlib import Path
from extract.model import Document, Reading
from load.errors import DataFolderUnusable
from load.journal import Journal
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
text = "".join(chr(random.randrange(0x4E00, 0x9000)) for _ in range(50_000))
journal = Journal(Path(sys.argv[1]))
try:
    journal.append([Reading(Document("k", "k", text, "s"))], [], fingerprint="f", run_id="r",
                   recorded_at=dt.datetime(2024, 1, 1))
except DataFolderUnusable as error:
    print(error)
"""


def test_a_full_folder_is_explained_and_nothing_is_half_there(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "a file may not grow that large" in done.stdout
    assert list((tmp_path / "journal").iterdir()) == []
