"""What is measured before a publication, and which bands bind."""

from collections.abc import Iterator

import duckdb
import pytest

from extract.seeds import SEEDS, read_table
from load import references
from warehouse import database

Connection = duckdb.DuckDBPyConnection


_DOCUMENTS = """
INSERT INTO documents BY NAME
SELECT
    'd' || i AS document_id, '' AS key, '' AS article, '' AS source, '' AS text, '' AS text_hash,
    CASE WHEN i % 4 > 0 THEN DATE '2024-07-01' - CAST(i - 1 AS INTEGER) END AS published,
    CASE WHEN i % 5 > 0 THEN 'o' END AS outlet,
    TIMESTAMP '2024-07-18' AS recorded_at, 'r' AS run_id, 'b' AS batch_id
FROM range(200) AS t(i)
"""
_CLAIMS = """
INSERT INTO claims BY NAME
SELECT
    'c' || i AS claim_id, 'd' || i // 2 * 2 AS document_id, '' AS report_id, '' AS observation_id, '' AS rule,
    'count' AS kind, 'ngo' AS subject, i AS value, 'item' AS unit, 'exact' AS bound,
    CASE WHEN i % 10 > 3 THEN 'IR-07' ELSE 'IR' END AS place,
    'as_of' AS period_type,
    CASE WHEN i % 10 > 1 THEN DATE '2024-07-01' END AS period_end,
    CASE WHEN i % 10 > 7 THEN 's' END AS speaker,
    'actual' AS modality, '' AS evidence, '' AS number_text, 0 AS span_start, 1 AS span_end,
    TIMESTAMP '2024-07-18' AS recorded_at, 'r' AS run_id, 'b' AS batch_id
FROM range(200) AS t(i)
"""
_APPEARANCES = """
INSERT INTO appearances BY NAME
SELECT claim_id AS appearance_id, claim_id, document_id, number_text, span_start, span_end, recorded_at FROM claims
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A warehouse without rows but those of the reference tables; made once, for it takes a while."""
    with database.connect(tmp_path_factory.mktemp("measures") / "warehouse.duckdb") as opened:
        database.create_schema(opened)
        references.load(opened, SEEDS)
        database.create_macros(opened)
        database.create_views(opened)
        yield opened


@pytest.fixture
def empty(made: Connection) -> Iterator[Connection]:
    """The same; what a test does to it is undone."""
    made.execute("BEGIN")
    yield made
    made.execute("ROLLBACK")


@pytest.fixture
def con(empty: Connection) -> Connection:
    """200 documents, the newest of 1 July 2024, and two claims in every second of them; a run on 18 July."""
    empty.execute("INSERT INTO runs VALUES ('r', '2024-07-18', NULL, 'done', 0, 0, 0, 0, 0, 0)")
    for query in (_DOCUMENTS, _CLAIMS, _APPEARANCES):
        empty.execute(query)
    return empty


def value(con: Connection, measure: str) -> float | None:
    found: list[tuple[float | None]] = con.execute("SELECT value FROM measures WHERE measure = ?", [measure]).fetchall()
    ((number,),) = found
    return number


def beyond(con: Connection) -> list[tuple[str, str]]:
    return con.execute("SELECT measure, effect FROM out_of_band ORDER BY 1").fetchall()


def band(con: Connection, measure: str, low: float | None, high: float | None, effect: str = "block") -> None:
    """That band alone."""
    con.execute("DELETE FROM bands")
    con.execute("INSERT INTO bands VALUES (?, ?, ?, ?, 'as a test has it')", [measure, low, high, effect])


def publication(con: Connection, moment: str, **rows: int) -> None:
    for table, number in rows.items():
        con.execute("INSERT INTO publications VALUES (?, 'r', ?, ?)", [moment, table, number])


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("fill.claims.period_end", 0.8),
        ("fill.claims.province", 0.6),
        ("fill.claims.speaker", 0.2),
        ("fill.documents.published", 0.75),
        ("fill.documents.outlet", 0.8),
        ("share.documents.with_claims", 0.5),
        ("rate.claims.per_document", 1),
        ("freshness.days", 17),
    ],
)
def test_a_measure_is_what_it_says(con: Connection, measure: str, expected: float) -> None:
    assert value(con, measure) == expected


def test_audits_that_cannot_tell_are_no_failures_and_no_successes(con: Connection) -> None:
    for number, verdict in enumerate(["fails", "holds", "holds", "holds", "cannot_tell", "cannot_tell"]):
        con.execute(
            "INSERT INTO audits BY NAME SELECT ? AS audit_id, ? AS verdict, 'parts' AS check_code, 'c1' AS claim_id, "
            "['c1'] AS claim_ids, 'ngo' AS subject, 'IR' AS place, TIMESTAMP '2024-07-18' AS recorded_at",
            [f"a{number}", verdict],
        )
    assert value(con, "share.audits.failed") == 0.25


def test_points_that_are_contested_are_a_share_of_all(con: Connection) -> None:
    for number, agreement in enumerate(["one", "agreed", "contested", "one"]):
        con.execute(
            "INSERT INTO series BY NAME SELECT ? AS point_id, ? AS agreement, 's' AS series_id, 'count' AS kind, "
            "'ngo' AS subject, 'item' AS unit, 'IR' AS place, 'actual' AS modality, 'as_of' AS period_type, "
            "false AS official, 1 AS value, 'exact' AS bound, 1 AS observations, 1 AS reports, 1 AS outlets, "
            "'o' AS observation_id, TIMESTAMP '2024-07-18' AS recorded_at",
            [f"p{number}", agreement],
        )
    assert value(con, "share.series.contested") == 0.25


def test_growth_is_measured_against_the_last_publication(con: Connection) -> None:
    publication(con, "2024-07-16", claims=50, documents=50)
    publication(con, "2024-07-17", claims=400, documents=160)
    assert value(con, "rows.claims.growth") == 0.5
    assert value(con, "rows.documents.growth") == 1.25


def test_before_the_first_publication_there_is_no_growth(con: Connection) -> None:
    assert value(con, "rows.claims.growth") is None
    band(con, "rows.claims.growth", 0.9, 1.1)
    assert beyond(con) == []


@pytest.mark.parametrize(("before", "found"), [(99, []), (100, [("rows.claims.growth", "block")])])
def test_growth_from_a_few_rows_binds_nobody(con: Connection, before: int, found: list[tuple[str, str]]) -> None:
    band(con, "rows.claims.growth", None, 1.5)
    publication(con, "2024-07-17", claims=before)
    assert beyond(con) == found


@pytest.mark.parametrize(("documents", "found"), [(99, []), (100, [("fill.documents.outlet", "warn")])])
def test_a_share_of_a_few_rows_binds_nobody(con: Connection, documents: int, found: list[tuple[str, str]]) -> None:
    band(con, "fill.documents.outlet", 0.9, None, "warn")
    con.execute("DELETE FROM documents WHERE CAST(document_id[2:] AS INTEGER) >= ?", [documents])
    assert beyond(con) == found


@pytest.mark.parametrize(
    ("low", "high", "within"),
    [(0.5, 0.7, True), (0.6, 0.6, True), (None, None, True), (0.61, None, False), (None, 0.59, False)],
)
def test_a_band_includes_its_ends_and_may_be_open(
    con: Connection, low: float | None, high: float | None, within: bool
) -> None:
    band(con, "fill.claims.province", low, high)
    assert (beyond(con) == []) is within


def test_old_news_is_warned_of_whatever_the_table_says(con: Connection) -> None:
    band(con, "freshness.days", None, 16, "block")
    assert beyond(con) == [("freshness.days", "warn")]
    assert con.execute(dict(database.checks())["bands"]).fetchall() == []


def test_a_band_of_no_measure_is_named(con: Connection) -> None:
    band(con, "fill.claims.colour", 0.5, None)
    assert con.execute(dict(database.checks())["bands"]).fetchall() == [
        ("fill.claims.colour", None, 0.5, None, "there is no such measure: mend bands.csv")
    ]


def test_a_warehouse_without_rows_is_beyond_no_band(empty: Connection) -> None:
    assert beyond(empty) == []


def test_every_measure_has_a_band_and_old_news_only_warns(con: Connection) -> None:
    rows = list(read_table(SEEDS / "bands.csv", ("measure", "low", "high", "effect", "note")))
    measures = {name for (name,) in con.execute("SELECT measure FROM measures").fetchall()}
    assert {row["measure"] for row in rows} == measures
    assert [row["effect"] for row in rows if row["measure"].startswith("freshness.")] == ["warn"]
    assert all(row["note"] for row in rows)


def test_a_measure_is_described_in_both_languages(con: Connection) -> None:
    for measure, description in con.execute("SELECT measure, description FROM measures").fetchall():
        english, _, persian = description.partition(" | ")
        assert english.isascii(), measure
        assert any("\u0600" <= letter <= "\u06ff" for letter in persian), measure
