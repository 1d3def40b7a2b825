"""What may be behind two numbers for one thing."""

import duckdb
import pytest

from load.arrow import LIMIT
from warehouse import database

_LARGEST = int(LIMIT) - 1


@pytest.fixture(scope="module")
def macros() -> duckdb.DuckDBPyConnection:
    con = database.connect(":memory:")
    database.create_schema(con)
    database.create_macros(con)
    return con


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (1808, 18080, "misprint_factor"),
        (-10, -100, "misprint_factor"),  # declines
        (-10, 100, "contradiction"),
        (0, 10, "contradiction"),
        ("0.3", 3, "misprint_factor"),
        (1808, 180800, "misprint_factor"),
        (1808, 18081, "contradiction"),
        (1408, 1048, "misprint_digits"),
        (1800, 1751, "rounding"),
        # the largest numbers that are kept: what is reckoned with them still fits into a column
        (_LARGEST, _LARGEST - 332, "contradiction"),
        (_LARGEST // 2, _LARGEST - 7, "contradiction"),
        (10**28, 10**25, "misprint_factor"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_likely_reason(macros: duckdb.DuckDBPyConnection, a: object, b: object, reason: str, turned: bool) -> None:
    query = "SELECT likely_reason(CAST(? AS DECIMAL(38, 6)), CAST(? AS DECIMAL(38, 6)), 'contradiction')"
    assert macros.execute(query, [str(b), str(a)] if turned else [str(a), str(b)]).fetchall() == [(reason,)]
