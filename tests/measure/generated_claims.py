"""Sentences of generated articles: each of one claim, in groups that belong together (a whole, its part and share)."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from tests.measure import generated_words as words
from tests.measure.generated_words import FLOWS, MONEY, OFFICES, STOCKS, Office, Subject
from tests.measure.generated_world import (
    COUNTRY,
    EPOCH,
    Dice,
    Figure,
    Place,
    World,
    bound_word,
    exactly,
    money,
    percent,
    stated,
)

_ZIPF = [1 / rank for rank in range(1, 40)]
_GAP = re.compile(r"\{(\w+)\} ?|([^{]+)")
_YEAR = 365.2425
_ORGANISATIONS = tuple(one for one in STOCKS if one.code in ("ngo", "charity", "jihadi_group", "association"))
_TRAINING = next(one for one in FLOWS if one.code == "training")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in pieces; which of them are number, noun and place, and what it claims of them, if anything."""

    pieces: tuple[str, ...]
    gaps: Mapping[str, int]
    claim: Mapping[str, Any] = field(default_factory=dict)
    about: Place | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """When and of where an article speaks, and who speaks in it."""

    day: dt.date
    place: Place  # a province or the country
    office: Office
    speaker: str
    role: str

    @property
    def years(self) -> float:
        """Years since the epoch."""
        return (self.day - EPOCH).days / _YEAR

    @property
    def jalali(self) -> int:
        """The Jalali year, to the day or two by which Nowruz may move."""
        return 1396 + int(self.years)


class When(NamedTuple):
    """A time in words and as an expression; the middle of it in years since the epoch, and how many years it is."""

    words: str
    expression: str
    years: float
    length: float = 1.0


def sentence(
    dice: Dice, templates: Sequence[str], fills: Mapping[str, str], claim: Mapping[str, Any], about: Place | None
) -> Sentence:
    """One of the templates, its gaps filled; an empty gap takes its space with it."""
    pieces: list[str] = []
    gaps: dict[str, int] = {}
    for gap, text in parsed(dice.pick(templates)):
        if not gap:
            pieces.append(text)
        elif fills[gap]:
            gaps[gap] = len(pieces)
            pieces += (fills[gap], text) if text else (fills[gap],)
    return Sentence(tuple(pieces), gaps, claim, about)


@cache
def parsed(template: str) -> tuple[tuple[str, str], ...]:
    """The gaps of a template, each with the space behind it, and the text between them."""
    return tuple(
        (match[1] or "", match[2] or (" " if match[0].endswith(" ") else "")) for match in _GAP.finditer(template)
    )


def some(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    """Sentences that belong together."""
    return _GROUPS[dice.weighted(_ENDS)](world, dice, scene)


def _counted(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    return [_stock(world, dice, scene) if dice.chance(0.6) else _flow(world, dice, scene)]


def _stock(world: World, dice: Dice, scene: Scene) -> Sentence:
    subject, place = STOCKS[_zipf(dice, len(STOCKS))], _where(world, dice, scene)
    when = _state_time(dice, scene)
    value, more, said = _defined(world, dice, scene, subject, place, when)
    figure = stated(dice, value)
    claim = _claim("count", subject, figure, "item", when.expression, rule="count", **said)
    return _told(dice, words.STOCK_SENTENCES, subject, figure, claim, place, when=when.words, more=more)


def _defined(
    world: World, dice: Dice, scene: Scene, subject: Subject, place: Place, when: When
) -> tuple[float, str, dict[str, str]]:
    """A level under one of its definitions: of a register, of a status, of a field; said, or now and then not."""
    value, more, said = world.level(subject, place, when.years), "", {}
    if subject.status:
        said["status"] = subject.status
    elif subject in _ORGANISATIONS and dice.chance(0.35):
        status = dice.pick(tuple(words.STATUSES))
        value *= {"registered": 1.0, "active": 0.72, "licensed": 0.93, "inactive": 0.28}[status]
        more, said = words.STATUSES[status], {"status": status}
    if dice.chance(0.12):
        field = _zipf(dice, len(words.FIELDS))
        code = tuple(words.FIELDS)[field]
        value *= world.part(place, field)
        more, said["field"] = f"{more} {words.FIELDS[code]}".strip(), code
    if subject in _ORGANISATIONS and dice.chance(0.35):
        value *= scene.office.part
        if dice.chance(0.8):
            more, said["register"] = f"{more} {scene.office.name}".strip(), scene.office.register
    return value, more, said


def _flow(world: World, dice: Dice, scene: Scene) -> Sentence:
    subject, place = FLOWS[_zipf(dice, len(FLOWS))], _where(world, dice, scene)
    when = _deed_time(dice, scene)
    figure = stated(dice, world.level(subject, place, when.years) * when.length)
    said = {"status": subject.status} if subject.status else {}
    claim = _claim("count", subject, figure, "item", when.expression, rule="count", **said)
    return _told(dice, words.FLOW_SENTENCES, subject, figure, claim, place, when=when.words)


def _paid(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    subject, place = MONEY[_zipf(dice, len(MONEY))], _where(world, dice, scene)
    when = _deed_time(dice, scene)
    unit = "rial" if dice.chance(0.2) else "toman"
    figure = money(dice, world.level(subject, place, when.years) * when.length, unit)
    claim = _claim("amount", subject, figure, unit, when.expression, rule="amount")
    return [_told(dice, words.FLOW_SENTENCES, subject, figure, claim, place, when=when.words)]


def _whole_and_part(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    """A whole, its part and the share; now and then the share alone."""
    subject, place, field = _ORGANISATIONS[dice.below(2)], _where(world, dice, scene), _zipf(dice, len(words.FIELDS))
    code = tuple(words.FIELDS)[field]
    level, part = world.level(subject, place, scene.years), world.part(place, field)
    share = percent(100 * part)
    claim = _claim("share", subject, share, "percent", "as_of", field=code, scope=subject.code, rule="share")
    told = [_told(dice, words.SHARE_SENTENCES, subject, share, claim, place, field=words.FIELDS[code])]
    if dice.chance(0.4):
        for value, said in ((level, {}), (level * part, {"field": code})):
            figure = exactly(dice, max(1, round(value)))
            counted = _claim("count", subject, figure, "item", "as_of", rule="count", **said)
            more = words.FIELDS[code] if said else ""
            told.append(_told(dice, words.STOCK_SENTENCES, subject, figure, counted, place, more=more))
    return told


def _changed(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    """A change, now and then with the two counts that it compares."""
    subject, place = (*STOCKS[:6], *FLOWS[:4])[dice.below(10)], _where(world, dice, scene)
    now, before = (world.level(subject, place, scene.years - back) for back in (0, 1))
    rises, unit, figure = now >= before, "percent", percent(100 * abs(now / before - 1))
    if rises and dice.chance(0.1):
        before, unit, figure = now / 3, "factor", Figure("سه برابر", Decimal(3))
    signed = figure._replace(value=figure.value if rises else -figure.value)
    claim = _claim("change", subject, signed, unit, "year:j+0", rule="change")
    turn = dice.pick(words.TURNS[rises])
    told = [_told(dice, words.CHANGE_SENTENCES, subject, figure, claim, place, when="امسال", turn=turn)]
    if dice.chance(0.35):
        for level, when, said in ((before, "year:j-1", "سال گذشته"), (now, "year:j+0", "امسال")):
            counted = exactly(dice, max(1, round(level)))
            count = _claim("count", subject, counted, "item", when, rule="count")
            told.append(_told(dice, words.STOCK_SENTENCES, subject, counted, count, place, when=said))
    return told


def _ranked(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    """A province's rank with its count, right but for a tenth."""
    place = scene.place if scene.place.province is not None else dice.pick(world.provinces)
    subject = STOCKS[_zipf(dice, 6)]
    rank = world.rank(subject, place.province or 0, scene.years)
    rank = max(1, rank - 1) if dice.chance(0.1) else rank
    figure = Figure(words.ORDINALS[rank - 1], exactly(dice, rank).value)
    claim = _claim("rank", subject, figure, "position", "as_of", scope="country", rank_by=subject.code, rule="rank")
    told = [_told(dice, words.RANK_SENTENCES, subject, figure, claim, place)]
    if dice.chance(0.6):
        counted = stated(dice, world.level(subject, place, scene.years))
        count = _claim("count", subject, counted, "item", "as_of", status=subject.status, rule="count")
        told.insert(0, _told(dice, words.STOCK_SENTENCES, subject, counted, count, place))
    return told


def _per_head(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    """One for so many people, with the count; in one of eight against another population."""
    subject, place = _ORGANISATIONS[dice.below(2)], scene.place
    level = world.level(subject, place, scene.years)
    people = world.population(place) * (2 if dice.chance(0.12) else 1)
    figure = exactly(dice, max(1, round(people / max(level, 1) / 10) * 10))
    claim = _claim("ratio", subject, figure, "person_per_item", "as_of", rule="ratio")
    counted = exactly(dice, max(1, round(level)))
    count = _claim("count", subject, counted, "item", "as_of", rule="count")
    return [
        _told(dice, words.STOCK_SENTENCES, subject, counted, count, place),
        _told(dice, words.RATIO_SENTENCES, subject, figure, claim, place),
    ]


def _measured(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    place, when = _where(world, dice, scene), _deed_time(dice, scene)
    figure = stated(dice, world.level(_TRAINING, place, when.years) * when.length * 24)
    claim = _claim("measure", _TRAINING, figure, "h", when.expression, rule="measure")
    return [_told(dice, words.MEASURE_SENTENCES, _TRAINING, figure, claim, place, when=when.words)]


def _planned(world: World, dice: Dice, scene: Scene) -> list[Sentence]:
    """What shall be next year, or in one of twenty what is denied."""
    subject, place = (*STOCKS, *FLOWS)[dice.below(len(STOCKS) + len(FLOWS))], _where(world, dice, scene)
    figure = stated(dice, world.level(subject, place, scene.years + 1) * 1.1)
    if dice.chance(0.05):
        claim = _claim("count", subject, figure, "item", "unknown", modality="negated", rule="count")
        return [_told(dice, words.NEGATED_SENTENCES, subject, figure, claim, place)]
    claim = _claim("count", subject, figure, "item", "future:j+1", modality="target", rule="count")
    when = dice.pick(("سال آینده", "تا پایان سال آینده"))
    return [_told(dice, words.TARGET_SENTENCES, subject, figure, claim, place, when=when)]


_Group = Callable[[World, Dice, Scene], list[Sentence]]
_GROUPS: tuple[_Group, ...] = (
    _counted,
    _paid,
    _whole_and_part,
    _changed,
    _ranked,
    _per_head,
    _measured,
    _planned,
)
_ENDS = list(accumulate((0.64, 0.11, 0.05, 0.05, 0.04, 0.02, 0.03, 0.06)))


def _told(
    dice: Dice,
    templates: Sequence[str],
    subject: Subject,
    figure: Figure,
    claim: Mapping[str, Any],
    place: Place,
    **fills: str,
) -> Sentence:
    blank = {"when": "", "more": "", "field": "", "turn": ""}
    own = {
        "number": figure.text,
        "noun": subject.noun,
        "deed": subject.deed,
        "place": place.written,
        "bound": bound_word(dice, figure.bound),
    }
    return sentence(dice, templates, {**blank, **own, **fills}, claim, place)


def _claim(kind: str, subject: Subject, figure: Figure, unit: str, period: str, **more: str | None) -> dict[str, Any]:
    """The fields of a claim that do not depend on where in which text it stands."""
    return {
        "kind": kind,
        "subject": subject.code,
        "value": figure.value,
        "value_high": figure.high,
        "unit": unit,
        "bound": figure.bound,
        "period": period,
        **more,
    }


def _where(world: World, dice: Dice, scene: Scene) -> Place:
    """Mostly the article's own place, for a fifth one of its counties, sometimes the country or another province."""
    province = scene.place.province
    if province is None:
        return COUNTRY if dice.chance(0.6) else world.provinces[dice.weighted(world.ends)]
    draw = dice.unit()
    if draw < 0.2:
        return dice.pick(world.counties[province])
    return COUNTRY if draw < 0.24 else scene.place


def _state_time(dice: Dice, scene: Scene) -> When:
    draw = dice.unit()
    if draw < 0.8:
        return When(dice.pick(("", "اکنون", "هم‌اکنون", "در حال حاضر")), "as_of", scene.years)
    year = scene.jalali - 1 - dice.below(2)
    if draw < 0.92:
        return When(f"تا پایان سال {spelt_year(year)}", f"as_of:j{year}/12/29", year - 1396 + 1)
    return When("سال گذشته", "year:j-1", scene.jalali - 1396)


def _deed_time(dice: Dice, scene: Scene) -> When:
    first = scene.jalali - 1396  # the years of this year's first day
    gone = scene.years - first
    draw, months = dice.unit(), int(gone * 12)
    if draw < 0.3:
        return When("امسال تاکنون", "year_to_date:j+0", first, max(gone, 0.01))
    if draw < 0.5:
        return When("سال گذشته", "year:j-1", first - 1)
    if draw < 0.65 and months:
        text = f"در {spelt_year(months)} ماهه نخست امسال"
        return When(text, f"range:j+0/01..j+0/{months:02}", first, months / 12)
    if draw < 0.72:
        years = 2 + dice.below(6)
        return When(f"در {spelt_year(years)} سال گذشته", f"range:-{years}y", scene.years - years / 2, years)
    if draw < 0.8:
        return When("تاکنون", "since", 0, scene.years + 4)
    if draw < 0.85:
        return When("ماه گذشته", "month:m-1", scene.years, 1 / 12)
    if draw < 0.93:
        year = scene.jalali - 1 - dice.below(4)
        return When(f"در سال {spelt_year(year)}", f"year:j{year}", year - 1396)
    return When("", "unknown", first - 1)


def spelt_year(year: int) -> str:
    """A small number or a year in Persian digits."""
    return str(year).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def _zipf(dice: Dice, count: int) -> int:
    return dice.weighted(_zipf_ends(count))


@cache
def _zipf_ends(count: int) -> list[float]:
    return list(accumulate(_ZIPF[:count]))


def scene_of(world: World, dice: Dice, day: dt.date) -> Scene:
    """A scene of a day; who holds an office changes every third year."""
    place = COUNTRY if dice.chance(0.09) else world.provinces[dice.weighted(world.ends)]
    number = _zipf(dice, len(OFFICES))
    person = (place.province or 31) * 7 + number * 13 + day.year // 3 * 29
    first = words.FIRST_NAMES[person % len(words.FIRST_NAMES)]
    last = words.LAST_NAMES[person * 5 % len(words.LAST_NAMES)]
    where = "کشور" if place is COUNTRY else place.written.removeprefix("استان ")
    return Scene(day, place, OFFICES[number], f"{first} {last}", OFFICES[number].role.format(where=where))
