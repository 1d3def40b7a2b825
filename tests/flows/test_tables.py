"""Rows as text."""

import datetime as dt
import io
import json
from decimal import Decimal

import pytest

from flows.tables import as_table, as_text, write_csv, write_json

ROWS = [("IR-10", "اصفهان", Decimal("1800.000000")), ("IR-07", None, Decimal("2.500000"))]
COLUMNS = ["place", "name", "value"]


def test_columns_are_aligned_and_persian_cells_isolated() -> None:
    assert list(as_table(COLUMNS, ROWS, 80)) == [
        "place  name    value",
        "─────  ──────  ─────",
        "IR-10  \u2068اصفهان\u2069   1800",
        "IR-07            2.5",
        "(2 rows)",
    ]


def test_rows_too_wide_for_the_terminal_become_blocks_without_empty_cells() -> None:
    assert list(as_table(COLUMNS, ROWS, 10)) == [
        "── row 1",
        "place  IR-10",
        "name   \u2068اصفهان\u2069",
        "value  1800",
        "── row 2",
        "place  IR-07",
        "value  2.5",
        "(2 rows)",
    ]


def test_no_rows_still_show_the_columns() -> None:
    assert list(as_table(["a"], [], 80)) == ["a", "─", "(0 rows)"]


def test_csv_has_a_header_and_lf() -> None:
    to = io.StringIO()
    write_csv(COLUMNS, [*ROWS, ('a"b', "one\ntwo", None)], to)
    assert to.getvalue() == 'place,name,value\nIR-10,اصفهان,1800\nIR-07,,2.5\n"a""b","one\ntwo",\n'


@pytest.mark.parametrize("rows", [[], ROWS])
def test_json_is_one_array_of_objects(rows: list[tuple[object, ...]]) -> None:
    to = io.StringIO()
    write_json(COLUMNS, rows, to)
    found = json.loads(to.getvalue())
    assert [one["value"] for one in found] == [1800, 2.5][: len(rows)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (Decimal("100.000000"), "100"),
        (Decimal("0.000001"), "0.000001"),
        (dt.date(2024, 7, 18), "2024-07-18"),
        (dt.datetime.fromisoformat("2024-07-18T05:00:00"), "2024-07-18 05:00:00"),
        (["a", 1], '["a", 1]'),
    ],
)
def test_values_as_people_write_them(value: object, text: str) -> None:
    assert as_text(value) == text


def test_a_cell_commands_no_terminal() -> None:
    lines = list(as_table(["title"], [("\x1b]0;mine\x07\x1b[31mred\x9b2J",)], 80))
    assert lines[2] == "\ufffd]0;mine\ufffd\ufffd[31mred\ufffd2J"
