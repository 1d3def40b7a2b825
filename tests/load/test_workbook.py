"""The workbook for people: right to left, real numbers and days, and nothing that runs or is lost in silence."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl  # type: ignore[import-untyped]
import pytest

from load import cells, workbook
from load.dictionary import catalogue
from warehouse import database

MOMENT = dt.datetime.fromisoformat("2024-07-18T12:00")
LONG = "ا" * 40_000
TITLES = ["=1+1", "+98", "-5", "@SUM(A1)", "\tx", "\rx", "\x07\x1bbell", LONG, "plain = text"]


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """Nine reports, the later the newer, but for the last, which has no day; observations and audits."""
    with database.connect(":memory:") as con:
        database.create_schema(con)
        database.create_macros(con)
        database.create_views(con)
        for number, title in enumerate(TITLES):
            day = None if number == 8 else dt.date(2024, 7, 18 + number)
            con.execute(
                "INSERT INTO reports VALUES (?, ?, ?, 'irna', NULL, ?, ?, 1200, 1, ?, NULL)",
                [f"r{number}", f"d{number}", title, dt.date(1890, 1, 2) if number == 0 else day, day, MOMENT],
            )
        con.execute("INSERT INTO audit_checks VALUES ('sum', 'the sum', 'جمع')")
        con.execute(
            "INSERT INTO documents BY NAME SELECT 'd0' AS document_id, 'd0' AS key, 'd0' AS article, 'd0' AS source, "
            "'۱۲ سمن' AS text, 'h' AS text_hash, ? AS recorded_at, 'r' AS run_id, 'b' AS batch_id",
            [MOMENT],
        )
        con.execute(
            "INSERT INTO claims BY NAME SELECT unnest(['c1', 'c2']) AS claim_id, 'd0' AS document_id, "
            "'r0' AS report_id, 'o' AS observation_id, 'rule' AS rule, 'count' AS kind, 'ngo' AS subject, 12 AS value, "
            "'item' AS unit, 'exact' AS bound, 'IR' AS place, 'unknown' AS period_type, 'actual' AS modality, "
            "'۱۲ سمن' AS evidence, '۱۲' AS number_text, 0 AS span_start, 2 AS span_end, ? AS recorded_at, "
            "'r' AS run_id, 'b' AS batch_id",
            [MOMENT],
        )
        con.execute(
            "INSERT INTO audits BY NAME SELECT 'a' AS audit_id, 'sum' AS check_code, 'fails' AS verdict, "
            "'c1' AS claim_id, ['c1', 'c2'] AS claim_ids, 'ngo' AS subject, 'IR' AS place, 12.5 AS expected, "
            "1234567.5 AS found, 12345678901234567.5 AS tolerance, DATE '2024-07-18' AS reported, ? AS recorded_at",
            [MOMENT],
        )
        yield con


def written(con: duckdb.DuckDBPyConnection, folder: Path, **options: Any) -> Any:
    workbook.write(con, folder / "shomar.xlsx", MOMENT, **options)
    return openpyxl.load_workbook(folder / "shomar.xlsx")


def rows(page: Any) -> list[dict[str, Any]]:
    """The cells of a sheet's rows by the names in its second row."""
    _, names, *others = page.iter_rows()
    return [dict(zip([cell.value for cell in names], row, strict=True)) for row in others]


def test_every_sheet_reads_from_right_to_left_below_a_frozen_head(
    con: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    book = written(con, tmp_path)
    assert book.sheetnames[:7] == ["راهنما", "ادعاها", "مشاهده‌ها", "سری‌ها", "تناقض‌ها", "وارسی‌ها", "گزارش‌ها"]
    assert {page.sheet_view.rightToLeft for page in book} == {True}
    page = book["گزارش‌ها"]
    assert page.freeze_panes == "A3"
    assert page.auto_filter.ref == f"A2:{page.cell(2, page.max_column).column_letter}11"
    heads = {name.value: title.value for title, name in zip(page[1], page[2], strict=True)}
    assert heads["title"] == "عنوان آن"
    assert heads["first_published_jalali"] == "نخستین روز انتشار در میان سندها، خورشیدی"


def test_all_views_of_provinces_have_a_sheet(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    assert not [name for name in written(con, tmp_path).sheetnames if name.isascii()]  # ours have Persian titles
    con.execute("CREATE VIEW province_of_mine AS SELECT province, name_fa FROM provinces")
    assert "province_of_mine" in written(con, tmp_path).sheetnames
    shown = workbook.write(con, tmp_path / "again.xlsx", MOMENT)
    assert {name for name in catalogue(con) if name.startswith("province_")} <= shown.keys()


def test_days_are_days_with_the_jalali_day_beside(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    found = {row["report_id"].value: row for row in rows(written(con, tmp_path)["گزارش‌ها"])}
    day = found["r0"]["last_published"]
    assert (day.value, day.is_date) == (dt.datetime.fromisoformat("2024-07-18"), True)
    assert found["r0"]["last_published_jalali"].value == "۱۴۰۳/۰۴/۲۸"
    assert found["r0"]["first_published"].value == "1890-01-02"
    assert found["r0"]["first_published_jalali"].value == "۱۲۶۸/۱۰/۱۲"
    assert (found["r8"]["last_published"].value, found["r8"]["last_published_jalali"].value) == (None, None)
    assert found["r0"]["recorded_at"].value == MOMENT


def test_numbers_are_numbers(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    book = written(con, tmp_path)
    (audit,) = rows(book["وارسی‌ها"])
    assert [audit[name].value for name in ("expected", "found")] == [12.5, 1234567.5]
    assert [audit[name].data_type for name in ("expected", "found")] == ["n", "n"]
    assert audit["found"].number_format == "#,##0.######"
    assert (audit["tolerance"].value, audit["tolerance"].data_type) == ("12345678901234567.5", "s")
    assert audit["claim_ids"].value == "c1 c2"
    documents = rows(book["گزارش‌ها"])[0]["documents"]
    assert (documents.value, documents.number_format) == (1200, "#,##0")


def test_no_cell_runs(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    book = written(con, tmp_path)
    texts = [cell.value for page in book for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    titles = {row["report_id"].value: row["title"].value for row in rows(book["گزارش‌ها"])}
    assert [titles[f"r{number}"] for number in (0, 1, 2, 3, 6, 8)] == [
        "'=1+1",
        "'+98",
        "'-5",
        "'@SUM(A1)",
        "bell",
        "plain = text",
    ]
    assert (len(titles["r7"]), titles["r7"].endswith("… (بریده شد)")) == (cells.LONGEST, True)


def test_the_newest_rows_are_kept_and_the_others_counted(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    book = written(con, tmp_path, limit=3)
    assert [row["report_id"].value for row in rows(book["گزارش‌ها"])] == ["r7", "r6", "r5"]
    cover = [[cell.value for cell in row] for row in book["راهنما"].iter_rows()]
    assert ["گزارش‌ها", "reports", 9, 3, 6] in [row[:5] for row in cover]
    assert "reports: 6 older rows are left out here; the CSV export holds them." in [row[0] for row in cover]
    assert not [row for row in cover if str(row[0]).startswith("audits: ")]


def test_the_first_sheet_tells_when_it_was_published_and_the_licence(
    con: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    cover = [[cell.value for cell in row] for row in written(con, tmp_path)["راهنما"].iter_rows()]
    assert cover[1][1:3] == [MOMENT, "۱۴۰۳/۰۴/۲۸"]
    assert cover[2][1] == "CC-BY-4.0"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("سمن", "سمن"),
        ("=1", "'=1"),
        ("\x00=1", "'=1"),
        ("\r\n=1", "'\r\n=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("a\x0bb\ufffe\ud800", "ab"),
        ("_x003D_1", "_x005F_x003D_1"),
        ("_x_ _x12_", "_x_ _x12_"),
        ("a\nb\tc", "a\nb\tc"),
    ],
)
def test_texts(text: str, cell: str) -> None:
    assert cells.text_of(text) == cell


@pytest.mark.parametrize("letter", ["ا", "😀"])
@pytest.mark.parametrize("over", [0, 1, 7, 5_000])
def test_a_text_that_is_too_long_is_cut_with_a_note(letter: str, over: int) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    text = letter * (cells.LONGEST // units + over)
    made = cells.text_of(text)
    assert len(made.encode("utf-16-le")) // 2 <= cells.LONGEST
    assert (made == text) == (over == 0)
    assert made.endswith("(بریده شد)") == (over > 0)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Decimal("12.000000"), 12),
        (Decimal("-0.500000"), -0.5),
        (Decimal("123456789012345.000000"), 123456789012345),
        (Decimal("1234567890123456.000000"), "1234567890123456"),
        (Decimal("1E+20"), 100000000000000000000),
        (Decimal("-1234567890.123456"), "'-1234567890.123456"),
        (10**15 + 1, str(10**15 + 1)),
        (0.25, 0.25),
        (float("inf"), "inf"),
    ],
)
def test_numbers(value: int | float | Decimal, cell: int | float | str) -> None:
    made = cells.number_of(value)
    assert (made, type(made)) == (cell, type(cell))


@pytest.mark.parametrize(
    ("day", "text"),
    [(dt.date(2024, 3, 20), "۱۴۰۳/۰۱/۰۱"), (dt.date(2025, 3, 20), "۱۴۰۳/۱۲/۳۰"), (dt.date(600, 1, 1), None)],
)
def test_jalali_days(day: dt.date, text: str | None) -> None:
    assert cells.jalali(day) == text
