"""The review sheet: claims for people to decide on, right to left, and what people wrote into it, read as raw cells.

Nothing in it runs: texts that a spreadsheet would take for a formula get an apostrophe, and a formula that comes back
is kept as one, unevaluated, for its reader to refuse.
"""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill, Protection  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

from load.cells import day_of, text_of
from load.errors import LoadError
from load.review_words import BETWEEN, Words
from load.reviews import DATES, FIELDS

READING = (
    "priority", "why", "title", "outlet", "published", "published_jalali", "sentence", "number", "what", "amount",
    "where", "when", "who", "before", "address",
)  # fmt: skip
DECIDING = ("decision", *FIELDS, "reason", "reviewer")
KEYS = ("claim_id", "text_hash", "answers", "seen_at")
COLUMNS = (*READING, *DECIDING, *KEYS)
EMPTY = "-"  # makes a field empty; an empty cell leaves it as it is
NEEDED = ("kind", "subject", "value", "unit", "bound", "place", "period_type", "modality")  # never empty

_TITLE, _LISTS = "بازبینی", "lists"
_LARGEST = 20_000_000  # bytes of a file, and unpacked five times as many
_ROWS = 100_000
_WIDE = 200  # columns
_AROUND = 400  # characters of a sentence on either side of the number
_ENDS = re.compile(r"[.!؟?…]\s+|\n+")
_PERSIAN = str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٬٫")
_WIDTHS = {
    "why": 36,
    "title": 36,
    "sentence": 70,
    "what": 26,
    "before": 30,
    "address": 30,
    "reason": 36,
    "decision": 18,
}
_HEAD = PatternFill("solid", fgColor="DDE6EE")
_TO_FILL = PatternFill("solid", fgColor="FFF6DD")
_GREY = PatternFill("solid", fgColor="E5E5E5")
_WRAPPED = Alignment(wrap_text=True, vertical="top", readingOrder=2)


class NotAReviewSheet(LoadError):
    """A file that is no sheet of `shomar review export`, or too large to be one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number, and its cells by column; a cell that holds a formula is a `Formula`."""

    number: int
    cells: Mapping[str, object]

    @property
    def touched(self) -> list[str]:
        """The columns in which somebody wrote; who looks at it alone decides nothing."""
        return [name for name in DECIDING if name != "reviewer" and self.cells.get(name) is not None]


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that would be computed; it is not."""

    text: str


def write(path: Path, rows: Sequence[Mapping[str, Any]], words: Words, seen_at: dt.datetime) -> None:
    """Write the sheet of some claims, in their order. `seen_at` is the moment (UTC) up to which texts were known."""
    book = Workbook()
    sheet = book.active
    sheet.title = _TITLE
    sheet.sheet_view.rightToLeft = True
    sheet.append([f"{words.columns[name][0]}{BETWEEN}{name}" for name in COLUMNS])
    for place, row in enumerate(rows, 1):
        cells = {**_reading(row, words), "priority": place, "seen_at": seen_at.isoformat()}
        for column, name in enumerate(COLUMNS, 1):
            _fill(sheet.cell(place + 1, column), cells.get(name))
    _dress(sheet, len(rows))
    _offer(book, sheet, words, len(rows))
    book.save(path)


def read(path: Path) -> list[Line]:
    """The rows of a sheet in which somebody wrote something, or that bear a claim; NotAReviewSheet for another file."""
    _check_size(path)
    try:
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # openpyxl lets through whatever the parts of a broken file raise
        raise NotAReviewSheet(f"{path}: not an Excel workbook (.xlsx); save the review sheet as .xlsx") from error
    try:
        return _lines(path, book)
    except LoadError:
        raise
    except Exception as error:
        raise NotAReviewSheet(f"{path}: a damaged workbook; open it in Excel and save it again") from error
    finally:
        book.close()


def _reading(row: Mapping[str, Any], words: Words) -> dict[str, object]:
    """What a person reads of a claim, in Persian words."""
    return {
        "why": f"{row['why_fa']}\n{row['why_en']}",
        "title": row["title"],
        "outlet": row["outlet"],
        "published": row["published"],
        "published_jalali": (row["published_jalali"] or "").translate(_PERSIAN),
        "sentence": sentence(row["text"], row["span_start"], row["span_end"]),
        "number": row["number_text"],
        "what": _what(row, words),
        "amount": _amount(row, words),
        "where": _joined("، ", row["locality"], words.name("place", row["place"])),
        "when": _when(row, words),
        "who": _joined("، ", row["speaker"], row["speaker_role"]),
        "before": row["before"],
        "address": row["url"],
        "claim_id": row["appearance_id"],
        "text_hash": row["text_hash"],
        "answers": row["review_id"],
    }


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a number, on one line, with the number between marks."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    first = [match.end() for match in _ENDS.finditer(before)]
    last = _ENDS.search(after)
    before = before[first[-1] :] if first else ("…" if start > _AROUND else "") + before
    after = after[: last.start() + 1] if last else after + ("…" if len(text) > end + _AROUND else "")
    return " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())


def _what(row: Mapping[str, Any], words: Words) -> str:
    parts = [f"{words.name('kind', row['kind'])}: {words.name('subject', row['subject'])}"]
    parts += [words.name(name, row[name]) for name in ("status", "field", "register") if row[name]]
    parts += [f"{words.columns[name][0]}: {words.name(name, row[name])}" for name in ("scope", "rank_by") if row[name]]
    if row["modality"] != "actual":
        parts.append(words.name("modality", row["modality"]))
    return "، ".join(parts)


def _amount(row: Mapping[str, Any], words: Words) -> str:
    numbers = " تا ".join(_number(row[name]) for name in ("value", "value_high") if row[name] is not None)
    bound = "" if row["bound"] in ("exact", "between") else words.name("bound", row["bound"])
    return _joined(" ", bound, numbers, words.name("unit", row["unit"]))


def _number(value: Decimal) -> str:
    return f"{value.normalize():,f}".translate(_PERSIAN)


def _when(row: Mapping[str, Any], words: Words) -> str:
    days = [row[f"{name}_jalali"] or (row[name] and row[name].isoformat()) for name in DATES]
    span = days[0] if days[0] == days[1] else " تا ".join(day or "…" for day in days)
    return _joined("، ", words.name("period_type", row["period_type"]), (span or "").translate(_PERSIAN))


def _joined(by: str, *parts: str | None) -> str:
    return by.join(part for part in parts if part)


def _fill(cell: Any, value: object) -> None:
    if isinstance(value, dt.date):
        value = day_of(value)
        cell.number_format = "yyyy-mm-dd"
    if isinstance(value, str):
        cell.value = text_of(value) or None
        if cell.value:
            cell.data_type = "s"
    else:
        cell.value = value
    cell.alignment = _WRAPPED


def _dress(sheet: Any, rows: int) -> None:
    """Widths, colours, what may be written in: the columns of the decision only."""
    for column, name in enumerate(COLUMNS, 1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, 16)
        head = sheet.cell(1, column)
        head.font, head.fill, head.alignment = Font(bold=True), _HEAD, _WRAPPED
        for row in range(2, rows + 2):
            cell = sheet.cell(row, column)
            if name in DECIDING:
                cell.fill, cell.protection, cell.alignment = _TO_FILL, Protection(locked=False), _WRAPPED
                cell.number_format = "@" if name in DATES else "General"  # Excel knows no Jalali dates
            elif name in KEYS:
                cell.fill, cell.font = _GREY, Font(color="808080", size=8)
    sheet.freeze_panes = "C2"
    sheet.protection.sheet = True  # against slips, so without a password
    for allowed in ("formatColumns", "formatRows", "autoFilter", "formatCells"):
        setattr(sheet.protection, allowed, False)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(rows + 1, 2)}"


def _offer(book: Any, sheet: Any, words: Words, rows: int) -> None:
    """Lists for the columns whose values are codes, kept on a hidden sheet."""
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for place, name in enumerate((one for one in DECIDING if one in words.names), 1):
        choices = [*([] if name in NEEDED or name == "decision" else [EMPTY]), *words.choices(name)]
        letter = get_column_letter(place)
        for row, choice in enumerate([name, *choices], 1):
            lists.cell(row, place, choice).data_type = "s"
        offer = DataValidation("list", formula1=f"{_LISTS}!${letter}$2:${letter}${len(choices) + 1}", allow_blank=True)
        offer.errorStyle, offer.showErrorMessage = "warning", name == "decision"
        column = get_column_letter(COLUMNS.index(name) + 1)
        offer.add(f"{column}2:{column}{max(rows + 1, 2)}")
        sheet.add_data_validation(offer)


def _check_size(path: Path) -> None:
    try:
        if path.stat().st_size > _LARGEST:
            raise NotAReviewSheet(f"{path}: larger than {_LARGEST // 1_000_000} MB, as no review sheet is")
        with zipfile.ZipFile(path) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except (OSError, zipfile.BadZipFile) as error:
        if isinstance(error, FileNotFoundError):
            raise NotAReviewSheet(f"{path}: no such file; `shomar review export` writes one") from error
        raise NotAReviewSheet(f"{path}: not an Excel workbook (.xlsx); save the review sheet as .xlsx") from error
    if unpacked > 5 * _LARGEST:
        raise NotAReviewSheet(f"{path}: unpacks to more than {5 * _LARGEST // 1_000_000} MB, as no review sheet does")


def _lines(path: Path, book: Any) -> list[Line]:
    for sheet in book.worksheets:
        rows = sheet.iter_rows(max_col=_WIDE, max_row=_ROWS + 2)
        names = [_header(cell.value) for cell in next(rows, ())]
        if "claim_id" not in names:
            continue
        missing = [name for name in (*DECIDING, *KEYS) if name not in names]
        twice = [name for name in COLUMNS if names.count(name) > 1]
        if missing or twice:
            what = f"lacks the columns {', '.join(missing)}" if missing else f"has {', '.join(twice)} more than once"
            raise NotAReviewSheet(f"{path}: {what}; write a new sheet with `shomar review export` and fill that in")
        return list(_filled(path, names, rows))
    raise NotAReviewSheet(f"{path}: no review sheet in it: no column claim_id in the first row of any sheet")


def _filled(path: Path, names: Sequence[str], rows: Iterator[Any]) -> Iterator[Line]:
    for number, cells in enumerate(rows, 2):
        if number > _ROWS:
            raise NotAReviewSheet(f"{path}: more than {_ROWS} rows; delete the empty ones below the last claim")
        values = {name: _value(cell) for name, cell in zip(names, cells, strict=False) if name in COLUMNS}
        line = Line(number, values)
        if line.touched or values.get("claim_id"):
            yield line


def _header(value: object) -> str:
    return str(value).rpartition(BETWEEN.strip())[2].strip() if value is not None else ""


def _value(cell: Any) -> object:
    value = cell.value
    if value is not None and cell.data_type == "f":
        return Formula(str(value))
    if isinstance(value, str):
        return value.strip() or None
    return value
