"""Each check finds the row that it is for, and nothing in a sound warehouse."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pytest

from extract.seeds import SEEDS
from load import references, versions
from warehouse import database

Insert = Callable[..., None]

_NOON = dt.datetime.fromisoformat("2024-07-18T12:00")
_HOUR = dt.timedelta(hours=1)
_DAY = _NOON.date()
_TEXT = "در این شهر ۳۷ سمن کار می‌کنند."
_FOUND = {"number_text": "۳۷", "span_start": 11, "span_end": 13}
_BATCH = {"run_id": "run", "batch_id": "batch"}
_STAMP = {"recorded_at": _NOON}
_COUNTS = {"documents": 1, "dropped": 0, "claims": 1, "rejections": 1, "quarantined": 1}
_SAID = {"kind": "count", "subject": "ngo", "unit": "item", "place": "IR-10", "modality": "actual"}
_WHEN = {"period_type": "as_of", "period_start": _DAY, "period_end": _DAY}
_NUMBER = {"value": 37, "bound": "exact"}
_BOUNDED = {"official": False, **_NUMBER, "low": 37, "high": 37, "outlets": 1, "reports": 1}
_CLAIM = {
    "claim_id": "c1",
    "document_id": "d1",
    "report_id": "d1",
    "observation_id": "o1",
    "rule": "fa.count",
    **_SAID,
    **_WHEN,
    **_NUMBER,
    **_FOUND,
    **_STAMP,
    **_BATCH,
    "evidence": "۳۷ سمن",
}
_OBSERVATION = {
    "observation_id": "o1",
    "point_id": "p1",
    "claims": 1,
    "claim_id": "c1",
    "evidence": "۳۷ سمن",
    **_SAID,
    **_WHEN,
    **_BOUNDED,
    **_STAMP,
}
# A sound row of each table that holds what was read and derived; there are two claims, each with its observation.
_ROWS: dict[str, dict[str, Any]] = {
    "runs": {"run_id": "run", "started_at": _NOON, "outcome": "done", "unchanged": 0, **_COUNTS},
    "batches": {**_BATCH, **_STAMP, "fingerprint": "f", **_COUNTS},
    "documents": {
        **dict.fromkeys(("document_id", "key", "article", "source", "text_hash"), "d1"),
        "text": _TEXT,
        "published": _DAY,
        **_STAMP,
        **_BATCH,
    },
    "rejections": {"rejection_id": "r1", "document_id": "d1", "reason": "date", **_FOUND, **_STAMP, **_BATCH},
    "quarantine": {
        "quarantine_id": "q1",
        "source": "q1.txt",
        "reason": "empty",
        "detail": "no text",
        "sample": "",
        **_STAMP,
        **_BATCH,
    },
    "reports": {"report_id": "d1", "document_id": "d1", "documents": 1, "outlets": 1, **_STAMP},
    "claims": _CLAIM,
    "appearances": {"appearance_id": "c1", "claim_id": "c1", "document_id": "d1", **_FOUND, **_STAMP},
    "observations": _OBSERVATION,
    "series": {
        "point_id": "p1",
        "series_id": "s1",
        "observation_id": "o1",
        "observations": 2,
        "agreement": "agreed",
        **_SAID,
        **_WHEN,
        **_BOUNDED,
        **_STAMP,
    },
    "contradictions": {
        "contradiction_id": "k1",
        "observation_a": "o1",
        "observation_b": "o2",
        "reason": "of_this_test",
        "kind": "count",
        "subject": "ngo",
        "place": "IR-10",
        "gap": 0.1,
        **_STAMP,
    },
    "audits": {
        "audit_id": "a1",
        "check_code": "of_this_test",
        "verdict": "fails",
        "claim_id": "c1",
        "claim_ids": ["c1", "c2"],
        "subject": "ngo",
        "place": "IR-10",
        **_STAMP,
    },
    "reviews": {
        "review_id": "v1",
        "claim_id": "c1",
        "document_key": "d1",
        "text_hash": "d1",
        "decision": "accept",
        "reason": "as it stands",
        "decided_at": _NOON,
    },
    "history.claims": {**_CLAIM, "recorded_at": _NOON - 2 * _HOUR, "superseded_at": _NOON},
}
_SECOND = [
    ("claims", {"claim_id": "c2", "observation_id": "o2"}),
    ("appearances", {"appearance_id": "c2", "claim_id": "c2"}),
    ("observations", {"observation_id": "o2", "claim_id": "c2"}),
]
_KEYS = {
    "documents": "document_id",
    "rejections": "rejection_id",
    "reports": "report_id",
    "claims": "claim_id",
    "appearances": "appearance_id",
    "observations": "observation_id",
    "series": "point_id",
    "contradictions": "contradiction_id",
    "audits": "audit_id",
}
_QUERIES = dict(database.checks())
_RANK = {"kind": "rank", "unit": "position", "value": 1}
# Check, table, what is wrong with a row beside the sound ones, the id that the check must name.
_WRONG = [
    ("span_is_exact", "appearances", {"appearance_id": "bad", "span_start": 10, "span_end": 12}, "bad"),
    ("span_is_exact", "appearances", {"appearance_id": "bad", "span_end": 14}, "bad"),
    ("span_is_exact", "appearances", {"appearance_id": "bad", "span_start": 900, "span_end": 902}, "bad"),
    (
        "span_is_exact",
        "appearances",
        {"appearance_id": "bad", "number_text": "37"},
        "bad",
    ),  # other digits of the same value
    ("span_is_exact", "appearances", {"appearance_id": "bad", "document_id": "gone"}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "number_text": "۳۸"}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "span_start": -19, "span_end": -17}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "span_start": 13, "span_end": 11}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "number_text": "", "span_end": 11}, "bad"),
    *[("ids_are_unique", table, {}, _ROWS[table][key]) for table, key in _KEYS.items()],
    ("ids_are_unique", "quarantine", {}, "q1"),
    ("ids_are_unique", "batches", {}, "batch"),
    ("ids_are_unique", "runs", {}, "run"),
    ("ids_are_unique", "reviews", {}, "v1"),
    ("documents_exist", "claims", {"claim_id": "bad", "document_id": "gone"}, "bad"),
    ("documents_exist", "rejections", {"rejection_id": "bad", "document_id": "gone"}, "bad"),
    ("documents_exist", "appearances", {"appearance_id": "bad", "document_id": "gone"}, "bad"),
    ("documents_exist", "reports", {"report_id": "bad", "document_id": "gone"}, "bad"),
    ("reports_exist", "claims", {"claim_id": "bad", "report_id": "gone"}, "bad"),
    ("claims_exist", "appearances", {"appearance_id": "bad", "claim_id": "gone"}, "bad"),
    ("claims_exist", "observations", {"observation_id": "o1", "claim_id": "gone"}, "o1"),
    ("claims_exist", "observations", {"observation_id": "bad"}, "bad"),  # its claim is part of another
    ("claims_exist", "audits", {"audit_id": "bad", "claim_ids": ["c1", "gone"]}, "bad"),
    ("observations_exist", "claims", {"claim_id": "bad", "observation_id": "gone"}, "bad"),
    ("observations_exist", "observations", {"observation_id": "bad", "point_id": "gone"}, "bad"),
    ("observations_exist", "series", {"observation_id": "gone"}, "p1"),
    ("observations_exist", "series", {"point_id": "bad"}, "bad"),  # its observation speaks of another point
    ("observations_exist", "contradictions", {"contradiction_id": "bad", "observation_a": "gone"}, "bad"),
    ("observations_exist", "contradictions", {"contradiction_id": "bad", "observation_b": "gone"}, "bad"),
    ("claims_appear", "claims", {"claim_id": "bad"}, "bad"),
    ("claims_appear", "claims", {"document_id": "d2"}, "c1"),
    ("claims_appear", "claims", {"number_text": "۳"}, "c1"),
    ("claims_appear", "claims", {"span_start": 10}, "c1"),
    ("claims_appear", "claims", {"span_end": 14}, "c1"),
    ("counts_agree", "claims", {"claim_id": "bad"}, "o1"),
    ("counts_agree", "observations", {"observation_id": "bad"}, "bad"),
    ("counts_agree", "observations", {"reports": 2}, "o1"),
    ("counts_agree", "observations", {"observation_id": "bad"}, "p1"),
    ("counts_agree", "series", {"point_id": "bad"}, "bad"),
    ("bounds_are_ordered", "observations", {"observation_id": "bad", "value": 38}, "bad"),
    ("bounds_are_ordered", "observations", {"observation_id": "bad", "value": 36, "high": None}, "bad"),
    ("bounds_are_ordered", "series", {"point_id": "bad", "low": 38}, "bad"),
    *[
        ("stamps_are_ordered", table, {key: "bad", "superseded_at": _NOON + _HOUR}, "bad")
        for table, key in _KEYS.items()
    ],
    *[
        ("stamps_are_ordered", f"history.{table}", {key: "bad", "superseded_at": None}, "bad")
        for table, key in _KEYS.items()
    ],
    *[
        ("stamps_are_ordered", f"history.{table}", {key: "bad", "superseded_at": _NOON, **_STAMP}, "bad")
        for table, key in _KEYS.items()
    ],
    *[
        (
            "versions_follow_each_other",
            f"history.{table}",
            {"recorded_at": _NOON - _HOUR, "superseded_at": _NOON + _HOUR},
            _ROWS[table][key],
        )
        for table, key in _KEYS.items()
    ],
    ("versions_follow_each_other", "history.claims", {"recorded_at": _NOON - _HOUR}, "c1"),  # within one of the past
    ("codes_are_known", "claims", {"claim_id": "bad", "subject": "unicorn"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "field": "magic"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "place": "IR-99"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", **_RANK, "scope": "IR-99"}, "bad"),
    ("codes_are_known", "rejections", {"rejection_id": "bad", "reason": "whim"}, "bad"),
    ("codes_are_known", "contradictions", {"contradiction_id": "bad", "reason": "whim"}, "bad"),
    ("codes_are_known", "audits", {"audit_id": "bad", "check_code": "whim"}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "value": -1}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "kind": "amount", "unit": "IRR", "value": -1}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "kind": "measure", "unit": "h", "value": -1}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "kind": "ratio", "value": -1}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "kind": "share", "value": -1}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", **_RANK, "value": 0}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", **_RANK, "value": "1.5"}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "bound": "between", "value_high": 3}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "unit": "percent"}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "kind": "rank"}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "kind": "share"}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "kind": "ratio"}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "kind": "change"}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "kind": "amount", "unit": "toman"}, "bad"),
    ("periods_are_ordered", "claims", {"claim_id": "bad", "period_end": dt.date(2020, 1, 1)}, "bad"),
    ("ranks_have_scope", "claims", {"claim_id": "bad", **_RANK}, "bad"),
    ("batches_exist", "claims", {"claim_id": "bad", "batch_id": "gone"}, "bad"),
    ("batches_exist", "claims", {"claim_id": "bad", "run_id": "gone"}, "bad"),
    ("batches_exist", "documents", {"document_id": "bad", "batch_id": "gone"}, "bad"),
    ("batches_exist", "rejections", {"rejection_id": "bad", "batch_id": "gone"}, "bad"),
    ("batches_exist", "quarantine", {"quarantine_id": "bad", "batch_id": "gone"}, "bad"),
]
# What is odd but sound, beside the sound rows.
_SOUND = [
    {**_RANK, "scope": "IR"},
    {**_RANK, "scope": "IR-10"},
    {**_RANK, "scope": "world"},
    {**_RANK, "place": "IR"},  # among the parts of a province that the text leaves unsaid
    {**_RANK, "scope": "IR", "value": 2, "value_high": 3, "bound": "between"},
    {"kind": "change", "unit": "percent", "value": -10},
    {"kind": "change", "unit": "percent", "value": -10, "value_high": -20, "bound": "between"},
    {"kind": "change", "unit": "factor", "value": "2.5"},
    {"kind": "share", "unit": "percent", "value": 120},
    {"kind": "amount", "unit": "USD", "value": 0},
    {"kind": "ratio", "unit": "person_per_item", "value": 3200},
    {"kind": "measure", "unit": "m2", "value": "0.5"},
    {"value": 30, "value_high": 40, "bound": "between"},
    {"place": "AF"},
    {"place": "XW"},
    {"field": "charity"},
    {"period_type": "unknown", "period_start": None, "period_end": None},
    {"period_type": "since", "period_start": None},
]
# Table, a row that stands on what is not there, what the check says.
_ASTRAY = [
    ("counties", "'9999', 'ناکجا', NULL, 'IR-99'", ("9999", "county of an unknown province IR-99")),
    ("cities", "'ناکجا', NULL, 'IR-99'", ("ناکجا", "city of an unknown province IR-99")),
    ("outlets", "'no', '', '', '', '', '', 'IR-99'", ("no", "outlet of an unknown province IR-99")),
    ("calibration", "'*', '*', 'unicorn', 1, 1, 0.9", ("unicorn", "calibration of an unknown subject")),
    ("population", "'IR-99', '', '2016-09-24', 1, 'census', ''", ("IR-99", "population of an unknown province")),
    ("population", "'IR-10', '9999', '2016-09-24', 1, 'census', ''", ("9999", "population of an unknown county")),
    ("bands", "'share.of.this.test', 2, 1, 'warn', ''", ("share.of.this.test", "a band whose low is above its high")),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse without rows but those of the reference tables; made once, for it takes a while."""
    with database.connect(tmp_path_factory.mktemp("checks") / "warehouse.duckdb") as opened:
        database.create_schema(opened)
        references.load(opened, SEEDS)
        database.create_macros(opened)
        database.create_views(opened)
        yield opened


@pytest.fixture
def con(made: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same; what a test does to it is undone."""
    made.execute("BEGIN")
    yield made
    made.execute("ROLLBACK")
    made.execute("RESET VARIABLE checked")


@pytest.fixture
def filled(con: duckdb.DuckDBPyConnection, insert: Insert) -> duckdb.DuckDBPyConnection:
    """The sound rows."""
    con.execute("INSERT INTO contradiction_reasons VALUES ('of_this_test', 'a', 'ا')")
    con.execute("INSERT INTO audit_checks VALUES ('of_this_test', 'a', 'ا')")
    for table, row in _ROWS.items():
        insert(table, row)
    for table, changes in _SECOND:
        insert(table, _ROWS[table], **changes)
    return con


def test_a_sound_warehouse_offends_no_check(filled: duckdb.DuckDBPyConnection) -> None:
    assert {name: filled.execute(query).fetchall() for name, query in _QUERIES.items()} == {
        name: [] for name in _QUERIES
    }


@pytest.mark.parametrize(("check", "table", "changes", "named"), _WRONG)
def test_a_check_names_the_row_that_offends_it(
    filled: duckdb.DuckDBPyConnection, insert: Insert, check: str, table: str, changes: dict[str, Any], named: str
) -> None:
    insert(table, _ROWS.get(table) or _ROWS[table.removeprefix("history.")], **changes)
    assert named in [row[0] for row in filled.execute(_QUERIES[check]).fetchall()]
    filled.execute("SET VARIABLE checked = TIMESTAMP '2024-07-18 12:00'")  # what came then or since is looked at
    assert named in [row[0] for row in filled.execute(_QUERIES[check]).fetchall()]


@pytest.mark.parametrize("changes", _SOUND)
def test_what_is_odd_but_sound_offends_no_check(
    filled: duckdb.DuckDBPyConnection, insert: Insert, changes: dict[str, Any]
) -> None:
    insert("claims", _CLAIM, claim_id="odd", observation_id="odd", **changes)
    insert("appearances", _ROWS["appearances"], appearance_id="odd", claim_id="odd")
    insert("observations", _OBSERVATION, observation_id="odd", point_id="odd", claim_id="odd")
    insert("series", _ROWS["series"], point_id="odd", observation_id="odd", observations=1)
    assert [row for query in _QUERIES.values() for row in filled.execute(query).fetchall()] == []


@pytest.mark.parametrize("table", ["observations", "series"])
def test_an_open_bound_bounds_nothing(filled: duckdb.DuckDBPyConnection, table: str) -> None:
    for bounds in ("low = NULL", "low = 1, high = NULL", "low = NULL, high = NULL"):
        filled.execute(f"UPDATE {table} SET {bounds}")
        assert filled.execute(_QUERIES["bounds_are_ordered"]).fetchall() == []


def test_the_best_value_of_a_point_may_lie_beyond_what_others_allow(filled: duckdb.DuckDBPyConnection) -> None:
    filled.execute("UPDATE series SET value = 90")
    assert filled.execute(_QUERIES["bounds_are_ordered"]).fetchall() == []


def test_a_claim_that_went_and_left_its_observation_as_it_was_is_found(filled: duckdb.DuckDBPyConnection) -> None:
    filled.execute("SET VARIABLE checked = TIMESTAMP '2024-07-18 13:00'")
    assert filled.execute(_QUERIES["counts_agree"]).fetchall() == []
    filled.execute("UPDATE history.claims SET observation_id = 'o2', superseded_at = TIMESTAMP '2024-07-18 14:00'")
    filled.execute("DELETE FROM claims WHERE claim_id = 'c2'")
    assert [row[0] for row in filled.execute(_QUERIES["counts_agree"]).fetchall()] == ["o2"]


def test_a_row_that_comes_back_after_its_end_is_sound(filled: duckdb.DuckDBPyConnection) -> None:
    filled.execute("UPDATE history.claims SET superseded_at = TIMESTAMP '2024-07-18 11:00'")
    assert filled.execute(_QUERIES["versions_follow_each_other"]).fetchall() == []


@pytest.mark.parametrize(("table", "row", "said"), _ASTRAY)
def test_the_reference_tables_agree_with_each_other(
    con: duckdb.DuckDBPyConnection, table: str, row: str, said: tuple[str, str]
) -> None:
    con.execute(f"INSERT INTO {table} VALUES ({row})")
    assert con.execute(_QUERIES["references_agree"]).fetchall() == [said]


def test_the_calibration_speaks_of_the_whole(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM calibration WHERE rule = '*' AND subject = '*'")
    assert con.execute(_QUERIES["references_agree"]).fetchall() == [("*", "calibration without the whole")]


def test_every_check_has_a_row_that_it_finds() -> None:
    assert {check for check, *_ in _WRONG} | {"references_agree", "bands"} == set(_QUERIES)


# Runs in which letters as seen, UTF-16 units, bytes and code points are not the same number.
_RUNS = [
    "",
    "e\u0301",
    "می\u200cشود ",
    "👩\u200d👩\u200d👧 ",
    "كِ",
    "\u202bمتن\u202c ",
    "🇮🇷",
    "👍🏽 ",
    "\u0622\u0627\u0653 ",
    "\r\n",
]


@pytest.mark.parametrize("before", _RUNS)
@pytest.mark.parametrize("number", ["۴۲", "۴\u200c۲", "۴\u0651۲", "چهل\u200cو\u200cدو", "\u202b۴۲\u202c"])
def test_spans_are_counted_in_code_points(
    con: duckdb.DuckDBPyConnection, insert: Insert, before: str, number: str
) -> None:
    start, end = len(before), len(before) + len(number)
    insert("documents", _ROWS["documents"], text=f"{before}{number} سمن 🌱")
    span = {"number_text": number, "span_start": start, "span_end": end}
    insert("appearances", _ROWS["appearances"], **span)
    insert("rejections", _ROWS["rejections"], **span)
    assert con.execute(_QUERIES["span_is_exact"]).fetchall() == []
    insert(
        "appearances",
        _ROWS["appearances"],
        **{**span, "appearance_id": "bad", "span_start": start + 1, "span_end": end + 1},
    )
    insert("rejections", _ROWS["rejections"], **{**span, "rejection_id": "bad", "span_end": end + 1})
    assert [row[0] for row in con.execute(_QUERIES["span_is_exact"]).fetchall()] == ["bad", "bad"]


@pytest.mark.parametrize("check", ["ids_are_unique", "stamps_are_ordered", "versions_follow_each_other"])
@pytest.mark.parametrize("table", database.versioned())
def test_every_table_that_keeps_its_past_is_looked_at(check: str, table: str) -> None:
    assert re.search(rf"\b{table}\b", dict(database.checks())[check])


def test_every_table_that_keeps_its_past_has_its_key_and_day() -> None:
    assert set(versions.KEYS) == set(versions.DAYS) == set(database.versioned())
