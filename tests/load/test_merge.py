"""Batches into tables: once, in whole, and the same whatever the order."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from duckdb import DuckDBPyConnection as Connection
from duckdb import DuckDBPyRelation

from extract.model import Document, Quarantined, Reading, SaidClaim
from load.journal import Batch
from load.merge import Merged, WrongRows, merge
from load.rows import as_rows
from load.versions import STAMPS
from transform.references import References
from warehouse import database

BAD = Quarantined("inbox/x.txt", "empty", "The file is empty.")
Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def con(tmp_path: Path) -> Iterator[Connection]:
    with opened(tmp_path / "a.duckdb") as connection:
        yield connection


def opened(path: Path) -> Connection:
    connection = database.connect(path)
    database.create_schema(connection)
    database.create_build(connection)
    return connection


def put(con: Connection, references: References, number: int, readings: Sequence[Reading], **more: Any) -> Merged:
    moment = dt.datetime.fromisoformat("2024-07-18") + dt.timedelta(days=number)
    batch = Batch(f"{number:08d}", f"run{number}", moment, "f", len(readings), 0, 0, 0, 0)
    kept = [reading for reading in readings if not reading.dropped]
    dropped = [reading.document.document_id for reading in readings if reading.dropped]
    return merge(con, [as_rows(batch, kept, dropped, more.get("quarantined", [BAD]), references)])


def content(con: Connection) -> Tables:
    """All rows without their stamps, ordered by id; claims as the statements of their documents."""
    tables = {
        "documents": "documents",
        "claims": "build.statements",
        "rejections": "rejections",
        "quarantine": "quarantine",
    }
    return {name: unstamped(con, table).fetchall() for name, table in tables.items()}


def unstamped(con: Connection, table: str) -> DuckDBPyRelation:
    """The rows of a table in order, without what tells when and by whom they came."""
    return con.sql(f"SELECT COLUMNS(lambda c: c NOT IN {tuple(STAMPS)}) FROM {table} ORDER BY ALL")


def stamps(con: Connection) -> dict[str, str]:
    return dict(con.execute("SELECT claim_id, batch_id FROM build.statements").fetchall())


def claims_of(reading: Reading) -> list[str]:
    return [claim.claim_id for claim in reading.claims]


def test_same_input_gives_the_same_tables_whatever_the_order_batches_and_times(
    tmp_path: Path, references: References, many: list[Reading]
) -> None:
    shuffled = random.Random(5).sample(many, len(many))
    ways: list[list[list[Reading]]] = [
        [many],
        [many, many],
        [shuffled + shuffled],
        [[one] for one in shuffled],
        [shuffled[:7], shuffled[3:], many[:2]],
    ]
    results = []
    for number, way in enumerate(ways):
        with opened(tmp_path / f"{number}.duckdb") as con:
            for place, readings in enumerate(way):
                put(con, references, place, readings)
            statements = unstamped(con, "build.statements")
            results.append((content(con), statements.to_arrow_table().to_pydict()))
    assert len(results[0][0]["claims"]) == len([claim for one in many for claim in one.claims])
    assert all(result == results[0] for result in results[1:])


def test_read_again_equal_rows_stay_changed_ones_change_and_vanished_ones_go(
    con: Connection, references: References, two: Reading
) -> None:
    first, second = two.claims
    assert put(con, references, 1, [two]) == Merged(added=2)
    changed = replace(second, status="active")
    third = replace(second, claim_id="f" * 32, subject="member")
    assert put(con, references, 2, [replace(two, claims=(first, changed, third))]) == Merged(1, 1, 0, 1)
    assert stamps(con) == {first.claim_id: "00000001", second.claim_id: "00000002", third.claim_id: "00000002"}
    assert put(con, references, 3, [replace(two, claims=(first,))]) == Merged(0, 0, 2, 1)
    assert stamps(con) == {first.claim_id: "00000001"}


def test_a_document_that_is_dropped_now_goes_with_all_that_it_gave(
    con: Connection, references: References, some: list[Reading]
) -> None:
    put(con, references, 1, some)
    put(con, references, 2, [Reading(some[0].document, dropped=True)])
    assert sorted(stamps(con)) == sorted(claims_of(some[1]) + claims_of(some[2]))
    assert [len(rows) for rows in content(con).values()] == [2, 2, 2, 1]


def wrong_span(one: Reading) -> Reading:
    (claim,) = one.claims
    return replace(one, claims=(replace(claim, start=claim.start + 1, end=claim.end + 1),))


def span_past_the_end(one: Reading) -> Reading:
    (claim,) = one.claims
    return replace(one, claims=(replace(claim, start=10_000, end=10_002),))


def span_before_the_start(one: Reading) -> Reading:
    (claim,) = one.claims
    back = len(one.document.text)
    return replace(one, claims=(replace(claim, start=claim.start - back, end=claim.end - back),))


def wrong_rejection(one: Reading) -> Reading:
    (rejection,) = one.rejections
    return replace(one, rejections=(replace(rejection, number_text="۹"),))


def one_id_twice(one: Reading) -> Reading:
    (claim,) = one.claims
    return replace(one, claims=(claim, replace(claim, subject="member")))


def no_document(one: Reading) -> Reading:
    (claim,) = one.claims
    return replace(one, claims=(replace(claim, document_id="0" * 32),))


def unknown_kind(one: Reading) -> Reading:
    (claim,) = one.claims
    return replace(one, claims=(replace(claim, kind="feeling"),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "spoil",
    [wrong_span, span_past_the_end, span_before_the_start, wrong_rejection, one_id_twice, no_document, unknown_kind],
)
def test_a_wrong_row_blocks_its_batch_and_is_named(
    con: Connection, references: References, some: list[Reading], spoil: Any
) -> None:
    put(con, references, 1, some[1:])
    before = content(con)
    with pytest.raises(WrongRows, match="00000002") as caught:
        put(con, references, 2, [spoil(some[0]), replace(some[1], claims=())])
    assert content(con) == before
    assert con.execute("SELECT batch_id FROM batches").fetchall() == [("00000001",)]
    named = {claim.claim_id for claim in some[0].claims} | {one.rejection_id for one in some[0].rejections}
    refused = (unknown_kind, span_before_the_start)  # by the schema, which names no id
    assert spoil in refused or set(caught.value.rows) <= named
    assert put(con, references, 3, some).added == 1


@pytest.mark.parametrize("before", ["", "😀", "‌ي\u064bك\u0640", "e\u0301", "\r\n\t", "\0", "𝟛 \ufeff"])
def test_spans_count_code_points(con: Connection, references: References, before: str, make: Any) -> None:
    told = make("k", f"{before}۱۲", "12")
    assert put(con, references, 1, [told]) == Merged(added=1)


@pytest.mark.parametrize("text", ["'; DROP TABLE claims; --", '"', "$1 ? {x} %s", "\\"])
def test_text_is_never_taken_for_sql(con: Connection, references: References, text: str) -> None:
    document = Document(text, text, text, text, title=text, outlet=text)
    put(con, references, 1, [Reading(document)], quarantined=[Quarantined(text, text, text, text)])
    assert con.execute("SELECT text FROM documents").fetchall() == [(text,)]


def test_what_aborts_a_batch_is_said_and_not_hidden_by_the_tidying_after_it(
    con: Connection, references: References, some: list[Reading]
) -> None:
    con.execute("DROP TABLE batches; CREATE TABLE batches (batch_id VARCHAR NOT NULL CHECK (batch_id = 'none'))")
    with pytest.raises(WrongRows, match="CHECK constraint"):
        put(con, references, 1, some)
    assert content(con)["claims"] == []


@pytest.fixture
def two(some: list[Reading]) -> Reading:
    """A reading with two claims on one number."""
    (claim,) = some[0].claims
    twin: SaidClaim = replace(claim, claim_id="e" * 32, kind="rank", unit="position", rank_by="ngo", scope="country")
    return replace(some[0], claims=(claim, twin))


@pytest.fixture
def many(some: list[Reading], make: Any) -> list[Reading]:
    """Readings of thirty made-up articles, some of them dropped or without a claim."""
    days = [dt.date(2020 + n % 5, 1 + n % 12, 3) for n in range(30)]
    told = [make(f"m{n}", f"{n + 20} هزار", str(n * 1000), published=day) for n, day in enumerate(days)]
    silent = [Reading(one.document, (), one.rejections) for one in told[:3]]
    return [*some, *silent, *told[3:]]
