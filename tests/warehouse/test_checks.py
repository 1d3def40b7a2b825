"""Each check finds the row that it is for, and nothing in a sound warehouse."""

import datetime as dt
from typing import Any

import duckdb
import pytest

from warehouse import database

_QUERIES = dict(database.checks())
# Check, table, what is wrong with a row beside the sound ones, the id that the check must name.
_WRONG = [
    ("span_is_exact", "claims", {"claim_id": "bad", "span_start": 8, "span_end": 10}, "bad"),
    ("span_is_exact", "rejections", {"rejection_id": "bad", "number_text": "۴۳"}, "bad"),
    ("ids_are_unique", "claims", {}, "c1"),
    ("ids_are_unique", "documents", {}, "d1"),
    ("ids_are_unique", "rejections", {}, "r1"),
    ("documents_exist", "claims", {"claim_id": "bad", "document_id": "gone"}, "bad"),
    ("documents_exist", "rejections", {"rejection_id": "bad", "document_id": "gone"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "subject": "unicorn"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "field": "magic"}, "bad"),
    ("codes_are_known", "claims", {"claim_id": "bad", "place": "IR-99"}, "bad"),
    ("codes_are_known", "rejections", {"rejection_id": "bad", "reason": "whim"}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "value": -1}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "kind": "rank", "unit": "position", "value": 0}, "bad"),
    ("values_are_possible", "claims", {"claim_id": "bad", "bound": "between", "value_high": 3}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "unit": "percent"}, "bad"),
    ("units_fit_kinds", "claims", {"claim_id": "bad", "kind": "amount", "unit": "toman"}, "bad"),
    ("periods_are_ordered", "claims", {"claim_id": "bad", "period_end": dt.date(2020, 1, 1)}, "bad"),
    ("ranks_have_scope", "claims", {"claim_id": "bad", "kind": "rank", "unit": "position", "value": 1}, "bad"),
    ("batches_exist", "claims", {"claim_id": "bad", "batch_id": "gone"}, "bad"),
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


def test_the_reference_tables_agree_with_each_other(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("INSERT INTO cities VALUES ('ناکجا', NULL, 'IR-99')")
    assert con.execute(_QUERIES["references_agree"]).fetchall() == [("ناکجا", "city of an unknown province IR-99")]


def test_every_check_has_a_row_that_it_finds() -> None:
    assert {check for check, *_ in _WRONG} | {"references_agree"} == set(_QUERIES)


@pytest.mark.parametrize("before", ["", "e\u0301", "می\u200cشود ", "👩\u200d👩\u200d👧 ", "كِ", "\u202bمتن\u202c "])
def test_spans_are_counted_in_code_points(con: duckdb.DuckDBPyConnection, insert: Any, rows: Any, before: str) -> None:
    text = f"{before}۴۲ سمن"
    insert("documents", rows["documents"], text=text)
    insert("claims", rows["claims"], span_start=len(before), span_end=len(before) + 2)
    assert con.execute(_QUERIES["span_is_exact"]).fetchall() == []
