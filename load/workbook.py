"""The published tables as one workbook for people: right to left, with real numbers and dates; nothing in it runs."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from load.cells import DIGITS, FIRST_DAY, LONGEST, Cell, cell_of, jalali, text_of
from load.datapackage import LICENCE, RIGHTS, key
from load.dictionary import Column, Table, catalogue
from load.sql import number

FILE = "shomar.xlsx"
ROWS = 100_000  # a sheet
# Sheets in their order: the title, the view or table, and by which day the newest rows are known. Every other view of
# provinces follows.
_SHEETS = (
    ("ادعاها", "claims_readable", "published"),
    ("مشاهده‌ها", "observations", "last_reported"),
    ("سری‌ها", "series_readable", "last_reported"),
    ("تناقض‌ها", "contradictions_readable", "reported"),
    ("وارسی‌ها", "audits_readable", "reported"),
    ("گزارش‌ها", "reports", "last_published"),
    ("تازه‌ترین شمارها", "province_latest", "day"),
    ("جایگاه استان‌ها", "province_ranks", "day"),
    ("فعالیت استان‌ها", "province_activities", "period_end"),
    ("شمارهای استان‌ها", "province_counts", "published"),
    ("تراکم در استان‌ها", "province_density", "published"),
    ("رتبه‌های استان‌ها", "province_rankings", "published"),
    ("جلسه‌های استان‌ها", "province_sessions", "published"),
)
_PROVINCES = "province_"
_COVER = "راهنما"
_WIDTHS = {"DATE": 12, "TIMESTAMP": 19, "BOOLEAN": 9, "VARCHAR": 20, "VARCHAR[]": 30}
_LONG = {"evidence", "title", "url", "note"}
_HEAD = {"font": Font(bold=True), "fill": PatternFill("solid", fgColor="DDE6EE")}
_WRAPPED = Alignment(wrap_text=True, vertical="top", readingOrder=2)

_JALALI = "_jalali"

Page = Any  # openpyxl says nothing of its types


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    table: Table
    newest: str | None  # the column by which the newest rows are known
    rows: int  # in all

    def left_out(self, limit: int) -> int:
        return max(0, self.rows - limit)


def write(con: duckdb.DuckDBPyConnection, path: Path, published_at: dt.datetime, limit: int = ROWS) -> dict[str, int]:
    """Write the workbook; returns the rows by table or view, those included that are left out beyond the limit.

    `published_at` is UTC. Of a table with more rows than the limit the newest are there, and the first sheet says so.
    """
    book = Workbook(write_only=True)
    cover = _right_to_left(book, _COVER)
    sheets = list(_sheets(con))
    for sheet in sheets:
        _fill(con, book, sheet, limit)
    _cover(cover, sheets, published_at, limit)
    book.save(path)
    return _rows_of(sheets)


def planned(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The same rows, with nothing written."""
    return _rows_of(_sheets(con))


def _rows_of(sheets: Iterable[_Sheet]) -> dict[str, int]:
    return {sheet.table.name: sheet.rows for sheet in sheets}


def _sheets(con: duckdb.DuckDBPyConnection) -> Iterator[_Sheet]:
    there = catalogue(con)
    shown = {name for _, name, _ in _SHEETS}
    others = [(name[:31], name, "published") for name in there if name.startswith(_PROVINCES) and name not in shown]
    for title, name, newest in (*_SHEETS, *others):
        if name in there:  # a snapshot of an older version lacks some
            yield _sheet(con, title, there[name], newest)


def _sheet(con: duckdb.DuckDBPyConnection, title: str, table: Table, newest: str) -> _Sheet:
    rows = number(con, f"SELECT count(*) FROM {table.sql}")
    return _Sheet(title, table, newest if any(column.name == newest for column in table.columns) else None, rows)


def _fill(con: duckdb.DuckDBPyConnection, book: Workbook, sheet: _Sheet, limit: int) -> None:
    page = _right_to_left(book, sheet.title)
    columns = _shown(sheet.table)
    titles, names = [], []
    for column in columns:
        titles.append(_title(column))
        names.append(column.name)
        if column.kind == "DATE":
            titles.append(f"{_title(column)}، خورشیدی")
            names.append(f"{column.name}{_JALALI}")
    last = get_column_letter(len(names))
    for place, name in enumerate(names, 1):
        page.column_dimensions[get_column_letter(place)].width = _width(name, columns)
    page.freeze_panes = "A3"
    page.auto_filter.ref = f"A2:{last}{min(sheet.rows, limit) + 2}"
    page.append([_styled(page, title, alignment=_WRAPPED, **_HEAD) for title in titles])
    page.append([_styled(page, name, **_HEAD) for name in names])
    makers = [(column.kind, cell_of(column.kind)) for column in columns]
    for row in _rows(con, sheet, columns, limit):
        page.append([
            cell for value, (kind, made) in zip(row, makers, strict=True) for cell in _cells(page, kind, value, made)
        ])  # fmt: skip


def _cells(page: Page, kind: str, value: Any, made: Cell) -> tuple[Any, ...]:
    """The cell of a value, and of a day the one beside it."""
    if kind == "DATE":
        return (None, None) if value is None else (made(value), jalali(value))
    if value is None:
        return (None,)
    grouped = kind.startswith("DECIMAL") or kind == "BIGINT"  # smaller ones are years, days and places in a text
    return (_number(page, made(value)) if grouped else made(value),)


def _rows(
    con: duckdb.DuckDBPyConnection, sheet: _Sheet, columns: Sequence[Column], limit: int
) -> Iterator[tuple[Any, ...]]:
    order = [f'"{sheet.newest}" DESC NULLS LAST'] if sheet.newest else []
    order += [f'"{name}"' for name in key(sheet.table) or [column.name for column in columns]]
    listed = ", ".join(f'"{column.name}"' for column in columns)
    found = con.execute(f"SELECT {listed} FROM {sheet.table.sql} ORDER BY {', '.join(order)} LIMIT {limit}")
    while batch := found.fetchmany(5_000):
        yield from batch


def _number(page: Page, number: int | float | str) -> Any:
    """A number with its digits in groups of three."""
    if isinstance(number, str) or abs(number) < 1000:
        return number
    return _styled(page, number, number_format="#,##0" if isinstance(number, int) else "#,##0.######")


def _shown(table: Table) -> list[Column]:
    """All columns but the Jalali days that a view has: they stand beside each day here, in another form."""
    days = {f"{column.name}{_JALALI}" for column in table.columns if column.kind == "DATE"}
    return [column for column in table.columns if column.name not in days]


def _title(column: Column) -> str:
    """The Persian half of what a column means, up to its first explanation; its name where there is none."""
    return text_of(re.split("[؛:]", column.meaning[1])[0].strip() or column.name)


def _width(name: str, columns: Sequence[Column]) -> int:
    if name in _LONG:
        return 60
    kind = next((column.kind for column in columns if column.name == name), "DATE")
    return _WIDTHS.get(kind, 14)


def _cover(page: Page, sheets: Sequence[_Sheet], published_at: dt.datetime, limit: int) -> None:
    append = page.append
    append([_styled(page, "شمار: عددهای جامعه مدنی ایران در خبرها", font=Font(bold=True, size=14))])
    append(["زمان انتشار (UTC)", published_at.replace(microsecond=0), jalali(published_at.date()), "Published (UTC)"])
    append(["پروانه", LICENCE["name"], LICENCE["path"], "Licence"])
    append(["", *reversed(RIGHTS)])
    append([])
    heads = ["برگه", "جدول یا نما", "سطرها", "سطرهای این پرونده", "سطرهای نیامده", "آنچه در آن است", "What it holds"]
    append([_styled(page, head, **_HEAD) for head in heads])
    for sheet in sheets:
        out = sheet.left_out(limit)
        english, persian = sheet.table.meaning
        append([sheet.title, sheet.table.name, sheet.rows, sheet.rows - out, out, persian, english])
    append([])
    for sheet in sheets:
        if out := sheet.left_out(limit):
            append([f"برگه «{sheet.title}» تنها {sheet.rows - out} سطر تازه‌تر را دارد؛ {out} سطر دیگر در CSV است."])
            append([f"{sheet.table.name}: {out} older rows are left out here; the CSV export holds them."])
    for note in _NOTES:
        append([note])


def _right_to_left(book: Workbook, title: str) -> Page:
    page = book.create_sheet(title)
    page.sheet_view.rightToLeft = True
    if title == _COVER:
        for letter, width in zip("ABCDEFG", (24, 26, 14, 20, 16, 60, 60), strict=True):
            page.column_dimensions[letter].width = width
    return page


def _styled(page: Page, value: Any, **style: Any) -> Any:
    cell = WriteOnlyCell(page, value)
    for name, one in style.items():
        setattr(cell, name, one)
    return cell


_NOTES = (
    "سطر نخست هر برگه می‌گوید هر ستون چیست؛ سطر دوم نام ستون در پایگاه داده است. (Row 1: meaning; row 2: column name.)",
    "کنار هر روز میلادی، همان روز به گاه‌شماری خورشیدی آمده است. (Beside each day stands its Jalali date.)",
    "متنی که صفحه‌گسترده آن را فرمول می‌گرفت با ' آغاز می‌شود. (A text that would run as a formula begins with '.)",
    f"عددی با بیش از {DIGITS} رقم، و روزی پیش از {FIRST_DAY.year}، متن است. (Such numbers and days are texts.)",
    f"متن درازتر از {LONGEST} نویسه بریده و نشانه‌گذاری شده است. (Longer texts are cut and marked so.)",
)
