"""Each check finds the row that it is for, and nothing in a sound warehouse."""

import datetime as dt
from typing import Any

import duckdb
import pytest

from warehouse import database

_QUERIES = dict(database.checks())
_RANK = {"kind": "rank", "unit": "position", "value": 1}
# Check, table, what is wrong with a row beside the sound ones, the id that the check must name.
_WRONG = [
    ("span_is_exact", "claims", {"claim_id": "bad", "span_start": 8, "span_end": 10}, "bad"),
    ("span_is_exact", "claims", {"claim_id": "bad", "span_end": 12}, "bad"),
    ("span_is_exact", "claims", {"claim_id": "bad", "span_start": 900, "span_end": 902}, "bad"),
    ("span_is_exact", "claims", {"claim_id": "bad", "number_text": "42"}, "bad"),  # other digits of the same value
    ("span_is_exact", "claims", {"claim_id": "bad", "document_id": "gone"}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "number_text": "۴۳"}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "span_start": -17, "span_end": -15}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "span_start": 11, "span_end": 9}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "number_text": "", "span_end": 9}, "bad"),
    ("ids_are_unique", "claims", {}, "c1"),
    ("ids_are_unique", "documents", {}, "d1"),
    ("ids_are_unique", "rejections", {}, "r1"),
    ("ids_are_unique", "quarantine", {}, "q1"),
    ("ids_are_unique", "batches", {}, "batch"),
    ("ids_are_unique", "runs", {}, "run"),
    ("documents_exist", "claims", {"claim_id": "bad", "document_id": "gone"}, "bad"),
    ("documents_exist", "rejections", {"rejection_id": "bad", "document_id": "gone"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "subject": "unicorn"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "field": "magic"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "place": "IR-99"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", **_RANK, "scope": "IR-99"}, "bad"),
    ("codes_are_known", "rejections", {"rejection_id": "bad", "reason": "whim"}, "bad"),
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
]


def test_a_sound_warehouse_offends_no_check(filled: duckdb.DuckDBPyConnection) -> None:
    assert {name: filled.execute(query).fetchall() for name, query in _QUERIES.items()} == {
        name: [] for name in _QUERIES
    }


@pytest.mark.parametrize(("check", "table", "changes", "named"), _WRONG)
def test_a_check_names_the_row_that_offends_it(
    filled: duckdb.DuckDBPyConnection,
    insert: Any,
    rows: Any,
    check: str,
    table: str,
    changes: dict[str, Any],
    named: str,
) -> None:
    insert(table, rows[table], **changes)
    assert named in [row[0] for row in filled.execute(_QUERIES[check]).fetchall()]


@pytest.mark.parametrize("changes", _SOUND)
def test_what_is_odd_but_sound_offends_no_check(
    filled: duckdb.DuckDBPyConnection, insert: Any, rows: Any, changes: dict[str, Any]
) -> None:
    insert("claims", rows["claims"], claim_id="odd", **changes)
    assert [row for query in _QUERIES.values() for row in filled.execute(query).fetchall()] == []


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
    assert {check for check, *_ in _WRONG} | {"references_agree"} == set(_QUERIES)


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
    con: duckdb.DuckDBPyConnection, insert: Any, rows: Any, before: str, number: str
) -> None:
    start, end = len(before), len(before) + len(number)
    insert("documents", rows["documents"], text=f"{before}{number} سمن 🌱")
    span = {"number_text": number, "span_start": start, "span_end": end}
    insert("claims", rows["claims"], **span)
    insert("rejections", rows["rejections"], **span)
    assert con.execute(_QUERIES["span_is_exact"]).fetchall() == []
    insert("claims", rows["claims"], **{**span, "claim_id": "bad", "span_start": start + 1, "span_end": end + 1})
    insert("rejections", rows["rejections"], **{**span, "rejection_id": "bad", "span_end": end + 1})
    assert [row[0] for row in con.execute(_QUERIES["span_is_exact"]).fetchall()] == ["bad", "bad"]
