"""Tables become the records that they were made of, whatever the order of their columns."""

import gc
from collections.abc import Iterator
from contextlib import suppress

import pyarrow as pa
import pytest

from extract.model import Quarantined
from load.arrow import records, undisturbed


@pytest.fixture
def collecting() -> Iterator[None]:
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


def test_records_are_made_from_columns_by_name() -> None:
    rows = pa.table({"sample": ["س", "ش"], "detail": ["d1", "d2"], "reason": ["empty", "binary"], "source": ["a", "b"]})
    assert list(records(rows, Quarantined)) == [
        Quarantined("a", "empty", "d1", "س"),
        Quarantined("b", "binary", "d2", "ش"),
    ]


def test_what_is_given_stands_in_place_of_its_column_and_a_default_in_place_of_none() -> None:
    rows = pa.table({"source": ["a", "b"], "reason": ["empty", "binary"], "page": [1, 2]})
    made = records(rows, Quarantined, reason=iter(["no_text", "bad_date"]), detail=["d1", "d2"])
    assert list(made) == [Quarantined("a", "no_text", "d1"), Quarantined("b", "bad_date", "d2")]


def test_a_field_that_has_neither_column_nor_default_is_named() -> None:
    with pytest.raises(KeyError, match="detail"):
        list(records(pa.table({"source": ["a"], "reason": ["empty"]}), Quarantined))


@pytest.mark.usefixtures("collecting")
@pytest.mark.parametrize("before", [True, False])
def test_what_was_undisturbed_is_as_it_was_before(before: bool) -> None:
    (gc.enable if before else gc.disable)()
    with suppress(ValueError), undisturbed():
        inside = gc.isenabled()
        raise ValueError
    assert (inside, gc.isenabled()) == (False, before)
