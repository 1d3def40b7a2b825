"""Rows of a query as text: a table for people, CSV and JSON for programs."""

import csv
import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import IO

Row = Sequence[object]

_NO_WIDTH = {"Mn", "Me", "Cf"}
_ISOLATE, _POP = "\u2068", "\u2069"  # what stands between them is ordered by itself
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_RIGHT_TO_LEFT = {"R", "AL", "AN"}


def as_table(columns: Sequence[str], rows: Sequence[Row], width: int) -> Iterator[str]:
    """Aligned lines; where they would be wider than `width`, a block a row with one column on each line.

    A cell of Persian is isolated, so that it does not draw its neighbours into its own direction.
    """
    cells = [[_shown(value) for value in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(columns, *cells, strict=True)]
    if sum(widths) + 2 * len(widths) > width:
        yield from _blocks(columns, cells)
    else:
        numeric = [bool(rows) and all(_is_number(row[i]) for row in rows) for i in range(len(columns))]
        yield _line(columns, widths, numeric)
        yield "  ".join("─" * wide for wide in widths)
        for row in cells:
            yield _line(row, widths, numeric)
    yield f"({len(rows)} row{'' if len(rows) == 1 else 's'})"


def write_csv(columns: Sequence[str], rows: Iterable[Row], to: IO[str]) -> None:
    """A header and a line a row, LF line ends; a value that is not there is an empty cell."""
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([as_text(value) for value in row] for row in rows)


def write_json(columns: Sequence[str], rows: Iterable[Row], to: IO[str]) -> None:
    """One array with an object a row, each on a line of its own."""
    to.write("[")
    for number, row in enumerate(rows):
        record = dict(zip(columns, row, strict=True))
        to.write(("," if number else "") + "\n" + json.dumps(record, ensure_ascii=False, default=_plain))
    to.write("\n]\n")


def as_text(value: object) -> str:
    """A value as people and spreadsheets write it; numbers without idle zeros."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return str(value)


def isolated(text: str) -> str:
    """A text that does not draw its neighbours on the line into its own direction, nor they it.

    What a terminal would take for a command (colours, moves, its title) is replaced.
    """
    text = _COMMANDS.sub("\ufffd", text)
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return f"{_ISOLATE}{text}{_POP}"
    return text


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return as_text(value)


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, int | float | Decimal) and not isinstance(value, bool))


def _shown(value: object) -> str:
    return isolated(" ".join(as_text(value).split()))


def _width(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.category(c) in _NO_WIDTH else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = []
    for cell, width, is_numeric in zip(cells, widths, numeric, strict=True):
        space = " " * (width - _width(cell))
        padded.append(space + cell if is_numeric else cell + space)
    return "  ".join(padded).rstrip()


def _blocks(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> Iterator[str]:
    wide = max(map(_width, columns))
    for number, row in enumerate(cells, 1):
        yield f"── row {number} ".ljust(wide + 2, "─").rstrip()
        for name, cell in zip(columns, row, strict=True):
            if cell:
                yield f"{name}{' ' * (wide - _width(name))}  {cell}"
