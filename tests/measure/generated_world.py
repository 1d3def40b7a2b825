"""The world that generated articles speak of: places with levels that grow, and figures as reporters give them."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np

from extract.fold import fold
from extract.gazetteer import COUNTIES, PROVINCES
from extract.model import Bound, PlaceType
from extract.seeds import read_table
from tests.measure.generated_words import BOUNDS, FIELDS, FLOWS, MONEY, STOCKS, Subject
from transform.references import POPULATION

EPOCH = dt.date(2017, 3, 21)  # levels and yearly numbers are those of this day's year
CENSUS = "2016-09-24"
WORLD = 1396  # the seed of what is true; a history's seed is of what is said
_BLOCK = 1 << 15
_PERSIAN = str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹٫")
_SCALES = ((10**9, "میلیارد"), (10**6, "میلیون"), (1, ""))
_STATED: tuple[tuple[float, Bound], ...] = (
    (0.64, "exact"),
    (0.80, "about"),
    (0.92, "at_least"),
    (0.95, "at_most"),
    (1, "between"),
)
_MISPRINT = 0.006
_Item = TypeVar("_Item")


class Dice:
    """Random choices, the same for the same seed; drawn in blocks, for one by one NumPy is slow."""

    def __init__(self, *seed: int) -> None:
        self._draws = self._drawn(np.random.default_rng(seed))

    def unit(self) -> float:
        """A number from 0 up to 1."""
        return next(self._draws)

    def below(self, limit: int) -> int:
        """A whole number from 0 up to the limit."""
        return int(next(self._draws) * limit)

    def chance(self, share: float) -> bool:
        """Whether something comes to pass that does so in this share of cases."""
        return next(self._draws) < share

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of the items, each as likely."""
        return items[int(next(self._draws) * len(items))]

    def weighted(self, ends: Sequence[float]) -> int:
        """The place of an item whose weights add up to these ends."""
        return bisect_right(ends, next(self._draws) * ends[-1])

    @staticmethod
    def _drawn(rng: np.random.Generator) -> Iterator[float]:
        while True:
            yield from rng.random(_BLOCK).tolist()


class Place(NamedTuple):
    """A place as it is written, as a mention names it, and which part of its province it is."""

    written: str
    surface: str
    type: PlaceType
    code: str
    province: int | None  # its number; None for the country
    part: float = 1.0


COUNTRY = Place("کشور", "کشور", "country", "IR", None)


class Figure(NamedTuple):
    """A number as it is stated."""

    text: str
    value: Decimal
    high: Decimal | None = None
    bound: Bound = "exact"


class World:
    """What is true: for each subject and province a level that grows by its own rate."""

    def __init__(self, seeds: Path) -> None:
        census = {
            (row["place"], row["county_code"]): row
            for row in read_table(seeds / "population.csv", POPULATION)
            if row["date"] == CENSUS
        }
        rows = read_table(seeds / "places" / "provinces.csv", PROVINCES)
        self.people = np.array([int(census[row["province"], ""]["population"]) for row in rows], float)
        self.ends = list(accumulate(self.people.tolist()))
        self.provinces = [
            Place(f"استان {row['name_fa']}", fold(row["name_fa"]), "province", row["province"], number)
            for number, row in enumerate(rows)
        ]
        numbers = {place.code: number for number, place in enumerate(self.provinces)}
        self.counties: list[list[Place]] = [[] for _ in rows]
        for row in read_table(seeds / "places" / "counties.csv", COUNTIES):
            if found := census.get((row["province"], row["county_code"])):
                number = numbers[row["province"]]
                part = int(found["population"]) / float(self.people[number])
                name = row["name_fa"]
                self.counties[number].append(
                    Place(f"شهرستان {name}", fold(name), "county", row["province"], number, part)
                )
        rng = np.random.default_rng(WORLD)
        share = self.people / self.people.sum()
        subjects = (*STOCKS, *FLOWS, *MONEY)
        self._levels = {one.code: one.base * share * rng.lognormal(0, 0.35, len(rows)) for one in subjects}
        self._growth = {one.code: 1 + one.growth + rng.normal(0, 0.03, len(rows)) for one in subjects}
        self._parts = rng.dirichlet(np.linspace(8, 1, len(FIELDS)), len(rows))

    def level(self, subject: Subject, place: Place, years: float) -> float:
        """How many there are (or come in a year) so many years after the epoch."""
        if place.province is None:
            return float(self._at(subject, years).sum())
        own = place.province
        return float(self._levels[subject.code][own] * self._growth[subject.code][own] ** years) * place.part

    def rank(self, subject: Subject, province: int, years: float) -> int:
        """A province's rank among all by its level."""
        levels = self._at(subject, years)
        return 1 + int((levels > levels[province]).sum())

    def population(self, place: Place) -> float:
        """The people of a place at the census."""
        own = self.people.sum() if place.province is None else self.people[place.province]
        return float(own) * place.part

    def part(self, place: Place, field: int) -> float:
        """Which part of a place's organisations work in a field."""
        return float(self._parts[place.province or 0][field])

    def _at(self, subject: Subject, years: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        return np.asarray(self._levels[subject.code] * self._growth[subject.code] ** years)


def stated(dice: Dice, value: float) -> Figure:
    """A number as a reporter gives it: as it is, rounded, between two, or misprinted."""
    whole = max(1, round(value))
    if dice.chance(_MISPRINT):
        return exactly(dice, _misprinted(dice, whole))
    draw = dice.unit()
    bound = next(bound for end, bound in _STATED if draw < end)
    if bound == "exact" or whole < 20:
        return exactly(dice, whole)
    step = 10 ** (len(str(whole)) - 2)
    down = whole // step * step
    if bound == "between":
        return Figure(f"{spelt(dice, down)} تا {spelt(dice, down + step)}", Decimal(down), Decimal(down + step), bound)
    rounded = {"about": round(whole / step) * step, "at_least": down, "at_most": down + step}[bound]
    return Figure(spelt(dice, rounded), Decimal(rounded), None, bound)


def exactly(dice: Dice, whole: int) -> Figure:
    """A whole number as it is."""
    return Figure(spelt(dice, whole), Decimal(whole))


def percent(value: float) -> Figure:
    """A percentage, never below one tenth."""
    shown = Decimal(str(max(0.1, round(value, 1))))
    shown = shown.quantize(Decimal(1)) if shown >= 20 or shown == shown.to_integral_value() else shown
    return Figure(f"{shown} درصد".translate(_PERSIAN), shown)


def money(dice: Dice, tomans: float, currency: str) -> Figure:
    """Money in a currency's own words, to three digits."""
    value = tomans * (10 if currency == "rial" else 1)
    scale, word = next(item for item in _SCALES if value >= item[0] or item[0] == 1)
    shown = Decimal(str(round(value / scale, 1))) if value / scale < 100 else Decimal(round(value / scale))
    if shown == shown.to_integral_value():
        shown = max(Decimal(1), shown.quantize(Decimal(1)))
    name = "ریال" if currency == "rial" else "تومان"
    text = f"{shown} {word} {name}" if word else f"{shown} {name}"
    bound: Bound = "about" if dice.chance(0.2) else "at_least" if dice.chance(0.2) else "exact"
    return Figure(text.translate(_PERSIAN), shown * scale, None, bound)


def spelt(dice: Dice, whole: int) -> str:
    """A whole number in digits, with separators, or in digits and words."""
    form = dice.unit()
    if whole >= 1_000_000 and whole % 1000 == 0 and form < 0.8:
        millions, rest = divmod(whole // 1000, 1000)
        text = f"{millions} میلیون و {rest} هزار" if rest else f"{millions} میلیون"
    elif 1000 <= whole < 1_000_000 and form < 0.5:
        thousands, rest = divmod(whole, 1000)
        text = f"{thousands} هزار و {rest}" if rest else f"{thousands} هزار"
    elif whole >= 1000 and form < 0.8:
        text = f"{whole:,}".replace(",", "٬")
    else:
        text = str(whole)
    return text.translate(_PERSIAN)


def bound_word(dice: Dice, bound: Bound) -> str:
    """The word that says a bound."""
    return dice.pick(BOUNDS[bound])


def _misprinted(dice: Dice, whole: int) -> int:
    digits = str(whole)
    place = dice.below(len(digits) - 1) if len(digits) > 1 else 0
    swapped = digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]
    return whole * 10 if dice.chance(0.5) else max(1, int(swapped))
