"""Every check is silent on sound rows and names the row that breaks its promise, and no other check does."""

from typing import Any

import pytest
from duckdb import DuckDBPyConnection as Connection

from load import checks
from warehouse import database

OFFENCES: list[tuple[str, str, dict[str, Any]]] = [
    ("batches_exist", "claims", {"claim_id": "x", "batch_id": "gone"}),
    ("batches_exist", "documents", {"document_id": "x", "run_id": "gone"}),
    ("batches_exist", "rejections", {"rejection_id": "x", "batch_id": "gone"}),
    ("batches_exist", "quarantine", {"quarantine_id": "x", "batch_id": "gone"}),
    ("codes_are_known", "claims", {"claim_id": "x", "subject": "dragon"}),
    ("codes_are_known", "claims", {"claim_id": "x", "field": "dragons"}),
    ("codes_are_known", "claims", {"claim_id": "x", "place": "IR-99"}),
    ("codes_are_known", "claims", {"claim_id": "x", "kind": "rank", "unit": "position", "scope": "IR-99"}),
    ("codes_are_known", "rejections", {"rejection_id": "x", "reason": "whim"}),
    ("ids_are_unique", "claims", {"claim_id": "c"}),
    ("ids_are_unique", "documents", {"document_id": "d"}),
    ("ids_are_unique", "rejections", {"rejection_id": "j"}),
    ("ids_are_unique", "quarantine", {"quarantine_id": "q"}),
    ("ids_are_unique", "runs", {"run_id": "r"}),
    ("periods_are_ordered", "claims", {"claim_id": "x", "period_end": "2024-07-17"}),
    ("ranks_have_scope", "claims", {"claim_id": "x", "kind": "rank", "unit": "position"}),
    ("references_agree", "counties", {"county_code": "x", "province": "IR-99"}),
    ("references_agree", "cities", {"name_fa": "x", "province": "IR-99"}),
    ("references_agree", "outlets", {"outlet": "x", "province": "IR-99"}),
    ("references_agree", "population", {"place": "x"}),
    ("references_agree", "population", {"county_code": "x"}),
    ("span_is_exact", "claims", {"claim_id": "x", "span_start": 9, "span_end": 11}),
    ("span_is_exact", "claims", {"claim_id": "x", "number_text": "۱۳"}),
    ("span_is_exact", "claims", {"claim_id": "x", "span_start": 1000, "span_end": 1002}),
    ("span_is_exact", "rejections", {"rejection_id": "x", "number_text": "۱۳"}),
    ("units_fit_kinds", "claims", {"claim_id": "x", "unit": "kg"}),
    ("units_fit_kinds", "claims", {"claim_id": "x", "kind": "rank", "scope": "IR"}),
    ("units_fit_kinds", "claims", {"claim_id": "x", "kind": "share"}),
    ("units_fit_kinds", "claims", {"claim_id": "x", "kind": "ratio"}),
    ("units_fit_kinds", "claims", {"claim_id": "x", "kind": "change"}),
    ("units_fit_kinds", "claims", {"claim_id": "x", "kind": "amount", "unit": "toman"}),
    ("values_are_possible", "claims", {"claim_id": "x", "value": -1}),
    ("values_are_possible", "claims", {"claim_id": "x", "kind": "share", "unit": "percent", "value": -1}),
    *(
        ("values_are_possible", "claims", {"claim_id": "x", "kind": "rank", "unit": "position", "scope": "IR"} | value)
        for value in ({"value": 0}, {"value": "1.5"}, {"value": 3, "value_high": 2, "bound": "between"})
    ),
]
SOUND: list[tuple[str, dict[str, Any]]] = [
    ("claims", {"kind": "change", "unit": "percent", "value": -10}),
    ("claims", {"kind": "change", "unit": "factor", "value": 25}),
    ("claims", {"kind": "change", "unit": "percent", "value": -10, "value_high": -20, "bound": "between"}),
    ("claims", {"kind": "rank", "unit": "position", "value": 2, "value_high": 3, "bound": "between", "scope": "IR-10"}),
    ("claims", {"kind": "rank", "unit": "position", "value": 1, "place": "IR"}),
    ("claims", {"kind": "share", "unit": "percent", "value": 120, "scope": "ngo"}),
    ("claims", {"kind": "ratio", "unit": "person_per_item", "value": 3200}),
    ("claims", {"kind": "measure", "unit": "m2", "value": "0.5"}),
    ("claims", {"kind": "amount", "unit": "USD", "value": 5}),
    ("claims", {"place": "TR", "field": "charity", "period_start": None, "period_end": None, "period_type": "unknown"}),
    ("claims", {"period_start": None}),
    ("outlets", {"outlet": "x", "province": None}),
]


def found(con: Connection) -> dict[str, list[object]]:
    return {failure.check: [row[0] for row in failure.rows] for failure in checks.failures(con)}


@pytest.mark.usefixtures("sound")
def test_sound_rows_offend_no_check(con: Connection) -> None:
    assert found(con) == {}


def test_the_empty_warehouse_offends_no_check(con: Connection) -> None:
    assert found(con) == {}


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(("table", "values"), SOUND)
def test_odd_but_sound_rows_offend_no_check(con: Connection, put: Any, table: str, values: dict[str, Any]) -> None:
    put(table, **({"claim_id": "x"} if table == "claims" else {}) | values)
    assert found(con) == {}


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(("check", "table", "values"), OFFENCES)
def test_an_offending_row_is_named(con: Connection, put: Any, check: str, table: str, values: dict[str, Any]) -> None:
    put(table, **values)
    assert found(con) == {check: [next(iter(values.values()))]}


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(("table", "name"), [("claims", "claim_id"), ("rejections", "rejection_id")])
def test_a_row_without_its_document_is_named(con: Connection, put: Any, table: str, name: str) -> None:
    put(table, **{name: "x", "document_id": "gone"})
    assert found(con) == {"documents_exist": ["x"], "span_is_exact": ["x"]}


@pytest.mark.usefixtures("sound")
def test_a_batch_that_stands_twice_is_named(con: Connection, put: Any) -> None:
    put("batches")
    assert found(con) == {"ids_are_unique": ["b"]}


def test_every_check_has_an_offence_that_it_finds() -> None:
    assert {name for name, _ in database.checks()} == {check for check, *_ in OFFENCES} | {"documents_exist"}


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("before", ["e\u0301", "ي\u064b\u200c\u0640", "👩‍👧‍👦", "🇮🇷", "\r\n", "\0", "𝟛"])
def test_spans_count_code_points(con: Connection, put: Any, before: str) -> None:
    text = f"{before}۱۲ سمن"
    put("documents", document_id="x", text=text)
    put("claims", claim_id="x", document_id="x", span_start=len(before), span_end=len(before) + 2)
    assert found(con) == {}
    put("claims", claim_id="y", document_id="x", span_start=len(before) - 1, span_end=len(before) + 1)
    assert found(con) == {"span_is_exact": ["y"]}
