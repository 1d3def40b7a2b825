"""Money as said in the unit of the claim model."""

from decimal import Decimal

_RIALS = {"rial": Decimal(1), "toman": Decimal(10)}


def in_rials(unit: str, value: Decimal, high: Decimal | None) -> tuple[str, Decimal, Decimal | None]:
    """Unit, value and upper end with tomans and rials in `IRR` (1 toman = 10 rials); any other unit as it came."""
    factor = _RIALS.get(unit)
    if factor is None:
        return unit, value, high
    return "IRR", value * factor, None if high is None else high * factor
