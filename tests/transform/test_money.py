"""Tomans, rials, and what is neither."""

from decimal import Decimal

import pytest

from transform.money import in_rials


@pytest.mark.parametrize(
    ("unit", "value", "high", "expected"),
    [
        ("toman", "500000000", None, ("IRR", "5000000000", None)),
        ("toman", "1.5", "2.25", ("IRR", "15", "22.5")),
        ("rial", "27808000000", None, ("IRR", "27808000000", None)),
        ("rial", "5", "6", ("IRR", "5", "6")),
        ("USD", "20000", None, ("USD", "20000", None)),
        ("item", "12", "14", ("item", "12", "14")),
        ("percent", "67", None, ("percent", "67", None)),
    ],
)
def test_case(unit: str, value: str, high: str | None, expected: tuple[str, str, str | None]) -> None:
    result = in_rials(unit, Decimal(value), Decimal(high) if high else None)
    assert result == (expected[0], Decimal(expected[1]), Decimal(expected[2]) if expected[2] else None)
