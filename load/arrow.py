"""Records to Arrow tables and back, by a schema that is written down once."""

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, fields
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa

PLACES = 6
DECIMAL = pa.decimal128(38, PLACES)
LIMIT = Decimal(10) ** 30  # a hundredth of what DECIMAL(38, 6) holds, so that tomans still fit as rials

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Record = TypeVar("_Record", bound="DataclassInstance")
_STEP = Decimal(1).scaleb(-PLACES)
_CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_SURROGATE = re.compile("[\ud800-\udfff]")


def fits(value: Decimal | None) -> bool:
    """Whether a number can be kept: finite, and below 10**30 in size."""
    return value is None or (value.is_finite() and abs(value) < LIMIT)


def rounded(value: Decimal | None) -> Decimal | None:
    """The number at six decimal places, half to even."""
    return None if value is None else value.quantize(_STEP, context=_CONTEXT)


def table(items: Sequence[object], schema: pa.Schema) -> pa.Table:
    """A table whose columns are the records' attributes of the schema's names."""
    columns = {field.name: column(list(map(attrgetter(field.name), items)), field.type) for field in schema}
    return pa.table(columns, schema)


def column(values: list[object], kind: pa.DataType) -> "pa.Array[Any]":
    """Values as an Arrow array; decimals are rounded, and half a surrogate pair, which UTF-8 lacks, becomes U+FFFD."""
    if pa.types.is_decimal(kind):
        values = [rounded(value) if isinstance(value, Decimal) else value for value in values]
    try:
        return _array(values, kind)
    except UnicodeEncodeError:
        return _array([_sound(value) for value in values], kind)


def records(rows: pa.Table, make: type[_Record], **others: Iterable[object]) -> Iterator[_Record]:
    """One record a row of a dataclass: its fields are the columns of their names, or what is given in their place.

    A field without a column has its default; KeyError names one that has none. Columns that are no fields are left.
    """
    wanted = fields(make)
    columns: dict[str, Iterable[object]] = {
        field.name: repeat(field.default) for field in wanted if field.default is not MISSING
    }
    columns |= {name: rows.column(name).to_pylist() for name in rows.column_names if name not in others}
    columns |= others
    # By position, for the names of a million records cost more than all else.
    return map(make, *(columns[field.name] for field in wanted))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the search for cycles, which would look at the records of a batch again and again and find none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _array(values: list[Any], kind: pa.DataType) -> "pa.Array[Any]":
    return pa.array(values, kind)


def _sound(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)  # one for one, so that spans hold
    if isinstance(value, dict):
        return {key: _sound(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_sound(item) for item in value]
    return value
