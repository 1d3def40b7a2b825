"""What the views for the common questions give for a few points of series."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from extract.seeds import SEEDS
from load import references
from tests.warehouse.conftest import CLAIM, DOCUMENT, NOON
from warehouse import database

Point = Callable[..., str]


@pytest.fixture(scope="module")
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    """Schema, reference tables, macros and views."""
    con = database.connect(":memory:")
    database.create_schema(con)
    references.load(con, SEEDS)
    database.create_macros(con)
    database.create_views(con)
    yield con
    con.close()


@pytest.fixture
def con(empty: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same for one test: what it puts in goes again."""
    empty.execute("BEGIN")
    yield empty
    empty.execute("ROLLBACK")


def _put(con: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    known = {name for (name,) in con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()}
    row = {name: value for name, value in row.items() if name in known}
    con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


@pytest.fixture
def point(con: duckdb.DuckDBPyConnection) -> Point:
    """Put a point of a series with its one observation, claim and document; gives the id that all of them bear."""
    count = 0

    def put(**said: Any) -> str:
        nonlocal count
        count += 1
        name = f"{count:03d}"
        day = said.pop("day", None)
        if day:
            said = {"period_start": day, "period_end": day, **said}
        claim = {**CLAIM, "claim_id": name, "observation_id": name, "document_id": name, "report_id": name, **said}
        key = ("kind", "subject", "unit", "field", "status", "scope", "rank_by", "place", "locality", "modality")
        told = {
            **claim,
            "point_id": name,
            "series_id": "|".join(str(claim.get(one)) for one in key),
            "official": said.get("official", True),
            "low": claim["value"],
            "high": claim["value"],
            **dict.fromkeys(("claims", "reports", "outlets", "observations"), 1),
            "agreement": "one",
            "first_reported": claim["period_end"],
            "last_reported": claim["period_end"],
            **said,
        }
        _put(con, "documents", {**DOCUMENT, "document_id": name, "published": claim["period_end"]})
        _put(con, "claims", {**claim, "published": claim["period_end"]})
        _put(con, "observations", told)
        _put(con, "series", told)
        return name

    return put


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return con.execute(query).fetchall()


_YEAR_1402 = {"period_type": "year", "period_start": "2023-03-21", "period_end": "2024-03-19"}
_YEAR_1403 = {"period_type": "year", "period_start": "2024-03-20", "period_end": "2025-03-20"}
_THIS_YEAR = {"period_type": "year_to_date", "period_start": "2024-03-20", "period_end": "2024-07-18"}


@pytest.mark.parametrize(
    ("said", "nature"),
    [
        ({}, "stock"),
        ({"subject": "session", **_YEAR_1402}, "flow"),
        ({"subject": "session", **_THIS_YEAR}, "flow"),
        (_YEAR_1402, "stock"),
        ({**_YEAR_1402, "status": "active"}, "stock"),
        ({**_YEAR_1402, "status": "licensed"}, "flow"),
        (_THIS_YEAR, "flow"),
        ({"subject": "member", "period_type": "day"}, "stock"),
        ({"kind": "amount", "subject": "budget", "unit": "IRR", **_YEAR_1402}, "flow"),
        ({"kind": "amount", "subject": "endowment", "unit": "IRR"}, "stock"),
        ({"modality": "target"}, None),
        ({"kind": "share", "unit": "percent"}, None),
        ({"period_type": "unknown", "period_start": None, "period_end": None}, None),
        ({"period_type": "since", "period_start": None}, None),
    ],
)
def test_a_number_is_a_stock_or_a_flow(
    con: duckdb.DuckDBPyConnection, point: Point, said: dict[str, Any], nature: str | None
) -> None:
    point(**said)
    assert _rows(con, "SELECT nature FROM series_readable") == [(nature,)]


# What is said of the NGOs of a province, and which of it is their latest number.
_LATEST: list[tuple[list[dict[str, Any]], list[int]]] = [
    ([{"value": 1, "day": "2023-07-01"}, {"value": 2, "day": "2024-07-01"}], [2]),
    ([{"value": 1, "day": "2024-06-01"}, {"value": 2, "day": "2024-07-01", "official": False}], [1]),  # hearsay
    (
        [{"value": 1, "day": "2022-06-01"}, {"value": 2, "day": "2024-07-01", "official": False}],
        [2],
    ),  # but not for ever
    ([{"value": 1, "day": "2024-07-01", "bound": "about"}, {"value": 2, "day": "2024-07-01", "status": "active"}], [2]),
    ([{"value": 3, "day": "2024-07-01"}, {"value": 2, "day": "2024-07-01", "status": "active"}], [3]),  # the whole
    ([{"value": 3, "day": "2023-07-01"}, {"value": 2, "day": "2024-07-01", "status": "registered"}], [2]),
    ([{"value": 3, "day": "2023-07-01"}, {"value": 2, "day": "2024-07-01", "status": "dissolved"}], [3]),
    ([{"value": 3, "day": "2023-07-01"}, {"value": 9, "day": "2024-07-01", "modality": "target"}], [3]),
    ([{"value": 3, "day": "2023-07-01"}, {"value": 9, "day": "2024-07-01", "locality": "کاشان"}], [3]),
    ([{"value": 3, "day": "2023-07-01"}, {"value": 9, "day": "2024-07-01", "field": "charity"}], [3]),
    ([{"value": 9, "day": "2024-07-01", "place": "IR"}], []),
]


@pytest.mark.parametrize(("said", "latest"), _LATEST)
def test_the_latest_number_of_a_province(
    con: duckdb.DuckDBPyConnection, point: Point, said: list[dict[str, Any]], latest: list[int]
) -> None:
    for one in said:
        point(**one)
    assert _rows(con, "SELECT value FROM province_latest WHERE field IS NULL") == [(value,) for value in latest]


def test_the_latest_number_in_full(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(value=1800, day="2024-07-18", field="charity", status="active", low=1700, high=None, speaker="نسرین آزموده")
    assert _rows(con, "SELECT * EXCLUDE (point_id, observation_id, claim_id) FROM province_latest") == [
        (
            *("ngo", "non-governmental organisation", "سازمان مردم‌نهاد", "IR-10", "Isfahan", "اصفهان"),
            *("charity", "charity", "نیکوکاری", "active", 1800, "exact", 1700, None, "one"),
            *(dt.date(2024, 7, 18), "1403-04-28", 5120850, dt.date(2016, 9, 24), "census", 35.15),
            *(True, "نسرین آزموده", "۴۲ سمن", 1, 1),
        )
    ]


def test_provinces_are_ranked_by_their_numbers_beside_what_was_claimed(
    con: duckdb.DuckDBPyConnection, point: Point
) -> None:
    for place, value in (("IR-10", 1800), ("IR-07", 1300), ("IR-21", 1300), ("IR-20", 40)):
        point(place=place, value=value)
    rank = {"kind": "rank", "unit": "position", "scope": "IR"}
    point(**rank, place="IR-07", value=1, rank_by="ngo")
    point(**rank, place="IR-10", value=5, rank_by="member")  # by another measure
    point(**rank, place="IR-20", value=2, rank_by=None, day="2023-01-01")  # the subject is the measure
    query = "SELECT province, position, provinces, claimed_position FROM province_ranks ORDER BY position, province"
    assert _rows(con, query) == [("IR-10", 1, 4, None), ("IR-07", 2, 4, 1), ("IR-21", 2, 4, None), ("IR-20", 4, 4, 2)]


def test_flows_are_ranked_year_by_year(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    for place, value, year in (("IR-10", 6, _YEAR_1402), ("IR-07", 9, _YEAR_1402), ("IR-10", 7, _YEAR_1403)):
        point(subject="session", place=place, value=value, **year)
    rank = {"kind": "rank", "unit": "position", "scope": "IR", "subject": "session", "place": "IR-10"}
    point(**rank, value=3, **_YEAR_1402)
    query = "SELECT jalali_year, province, position, claimed_position FROM province_ranks ORDER BY 1, 3"
    assert _rows(con, query) == [(1402, "IR-07", 1, None), (1402, "IR-10", 2, 3), (1403, "IR-10", 1, None)]


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        ("jalali", [(1403, 110, 1401, 100, 10, 10.0, 4.9), (1404, 99, 1403, 110, -11, -10.0, -10.0)]),
        ("gregorian", [(2025, 99, 2023, 100, -1, -1.0, -0.5)]),
    ],
)
def test_growth_is_from_the_year_before_that_is_known(
    con: duckdb.DuckDBPyConnection, point: Point, calendar: str, expected: list[tuple[Any, ...]]
) -> None:
    point(value=100, day="2023-03-01")  # 10 Esfand 1401
    point(value=105, day="2025-03-01")  # 11 Esfand 1403
    point(value=110, day="2025-03-19")  # 29 Esfand 1403, the last of that year
    point(value=99, day="2025-06-01")
    point(value=500, day="2024-05-01", place="IR-07")
    found = _rows(
        con,
        "SELECT year, value, previous_year, previous_value, difference, growth_percent, yearly_percent FROM growth "
        f"WHERE calendar = '{calendar}' ORDER BY year",
    )
    assert found == expected


def test_growth_from_nothing_has_no_percent(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(value=0, day="2023-06-01")
    point(value=9, day="2024-06-01")
    query = "SELECT difference, growth_percent, yearly_percent FROM growth WHERE calendar = 'jalali'"
    assert _rows(con, query) == [(9, None, None)]


def test_a_flow_is_compared_with_one_of_as_many_months(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(subject="session", value=40, **_YEAR_1402)
    point(subject="session", value=12, **_THIS_YEAR)
    assert _rows(con, "SELECT value FROM growth WHERE calendar = 'jalali'") == []
    point(subject="session", value=50, **_YEAR_1403)
    assert _rows(con, "SELECT value, growth_percent FROM growth WHERE calendar = 'jalali'") == [(50, 25.0)]


def test_of_a_year_the_figure_that_covers_most_of_it(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(subject="session", value=12, **_THIS_YEAR)
    point(subject="session", value=50, **_YEAR_1403)
    point(subject="session", value=3, period_type="month", period_start="2025-02-19", period_end="2025-03-20")
    point(subject="session", value=90, period_type="range", period_start="2023-01-01", period_end="2024-12-30")
    point(subject="project", value=90, **_YEAR_1403)
    query = "SELECT subject, jalali_year, value, days FROM province_activities"
    assert _rows(con, query) == [("session", 1403, 50, 366)]


def test_members_go_with_the_organisations_of_their_report(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(value=100, day="2024-07-18")
    point(value=50, subject="charity", day="2024-01-01", report_id="one")
    point(value=5000, subject="member", day="2024-07-18", report_id="one")
    query = "SELECT organisation, organisations, per_organisation, same_report FROM members_per_organisation"
    assert _rows(con, query) == [("charity", 50, 100.0, True)]


def test_members_else_go_with_the_ngos_nearest_in_time(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(value=80, day="2020-07-18", status="active")
    point(value=100, day="2024-06-18")
    point(value=70, subject="charity", day="2024-07-18")
    point(value=90, day="2024-07-18", place="IR-07")
    point(value=5000, subject="member", day="2024-07-18")
    point(value=300, day="2020-07-18", place="IR-20")  # years away is another time
    point(value=900, subject="member", day="2024-07-18", place="IR-20")
    query = "SELECT organisation, organisations, per_organisation, same_report FROM members_per_organisation"
    assert _rows(con, query) == [("ngo", 100, 50.0, False)]


def test_licences_are_papers_or_organisations_that_got_one(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(subject="licence", value=7, **_YEAR_1402)
    point(status="licensed", value=8, **_YEAR_1402)
    point(status="registered", value=9, **_YEAR_1402)
    point(kind="share", unit="percent", subject="licence", value=10)
    query = "SELECT subject, value, jalali_year FROM licences ORDER BY value"
    assert _rows(con, query) == [("licence", 7, 1402), ("ngo", 8, 1402)]


def test_money_is_in_rials_and_billion_tomans(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(kind="amount", subject="donation", unit="IRR", value=25_000_000_000, **_YEAR_1402)
    point(kind="amount", subject="grant", unit="USD", value=1000, **_YEAR_1402)
    point(kind="amount", subject="house", unit="IRR", value=1, **_YEAR_1402)
    query = "SELECT subject, value, unit, billion_toman FROM money ORDER BY subject"
    assert _rows(con, query) == [("donation", 25_000_000_000, "IRR", 2.5), ("grant", 1000, "USD", None)]


def test_who_said_what_has_the_sentence_and_its_article(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(speaker="نسرین آزموده", speaker_role="مدیرکل", value=42)
    point(value=43)
    point(speaker_role="استاندار", value=44)  # who is not named has his office
    query = (
        "SELECT speaker, speaker_role, value, evidence, first_reported_jalali, first_outlet, title FROM who_said_what "
        "ORDER BY value"
    )
    assert _rows(con, query) == [
        ("نسرین آزموده", "مدیرکل", 42, "۴۲ سمن", "1403-04-28", "روزنامه آزمون", "سمن‌های استان"),
        (None, "استاندار", 44, "۴۲ سمن", "1403-04-28", "روزنامه آزمون", "سمن‌های استان"),
    ]


def test_coverage_is_of_every_province_and_reckoned_from_the_newest_article(
    con: duckdb.DuckDBPyConnection, point: Point
) -> None:
    point(place="IR-10", day="2020-01-01")
    point(place="IR-07", day="2020-01-02", status="active")
    point(place="IR-07", day="2019-01-01", status="active")
    point(place="IR-23", day="2021-01-01", subject="session")  # the newest article
    query = "SELECT province, figures, days_old, recent FROM coverage WHERE subject = 'ngo'"
    found = {row[0]: row[1:] for row in _rows(con, query)}
    assert len(found) == 31
    assert found["IR-10"] == (1, 366, False)
    assert found["IR-07"] == (2, 365, True)
    assert found["IR-23"] == (0, None, False)


def test_icnpo_groups_sum_the_latest_numbers_of_their_fields(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(field="culture", value=10, day="2023-07-01")
    point(field="culture", value=12, day="2024-07-01")
    point(field="art", value=5, day="2022-07-01")
    point(field="charity", value=7)
    point(value=100)
    query = "SELECT icnpo_group, organisations, fields, fields_en, oldest_day, newest_day FROM icnpo_groups ORDER BY 1"
    assert _rows(con, query) == [
        (1, 17, 2, "art, culture", dt.date(2022, 7, 1), dt.date(2024, 7, 1)),
        (8, 7, 1, "charity", dt.date(2024, 7, 18), dt.date(2024, 7, 18)),
    ]


_BAHMAN = {"period_start": "2024-01-21", "period_end": "2024-02-19"}
_SDMX: list[tuple[dict[str, Any], tuple[str, str, str] | None]] = [
    ({}, ("D", "2024-07-18", "A")),
    ({"bound": "between"}, ("D", "2024-07-18", "A")),
    ({"bound": "about"}, ("D", "2024-07-18", "E")),
    ({"bound": "at_least"}, ("D", "2024-07-18", "E")),
    ({"bound": "at_most"}, ("D", "2024-07-18", "E")),
    ({"agreement": "contested", "bound": "about"}, ("D", "2024-07-18", "U")),
    ({"agreement": "agreed"}, ("D", "2024-07-18", "A")),
    ({"modality": "target", "bound": "about"}, ("D", "2024-07-18", "F")),
    ({"modality": "negated"}, None),
    (_YEAR_1402, ("A", "2023-03-21/2024-03-19", "A")),
    ({"period_type": "year", "period_start": "2023-01-01", "period_end": "2023-12-31"}, ("A", "2023", "A")),
    ({"period_type": "month", "period_start": "2024-02-01", "period_end": "2024-02-29"}, ("M", "2024-02", "A")),
    ({**_BAHMAN, "period_type": "month"}, ("M", "2024-01-21/2024-02-19", "A")),
    (_THIS_YEAR, ("_O", "2024-03-20/2024-07-18", "P")),
    ({**_THIS_YEAR, "bound": "about"}, ("_O", "2024-03-20/2024-07-18", "E")),
    ({"period_type": "since", "period_start": None}, ("D", "2024-07-18", "A")),
    ({"period_type": "unknown", "period_start": None, "period_end": None}, None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), _SDMX)
def test_a_point_under_the_names_of_sdmx(
    con: duckdb.DuckDBPyConnection, point: Point, said: dict[str, Any], expected: tuple[str, str, str] | None
) -> None:
    point(**said, **({"value_high": 50} if said.get("bound") == "between" else {}))
    found = _rows(con, 'SELECT "FREQ", "TIME_PERIOD", "OBS_STATUS" FROM sdmx')
    assert found == ([expected] if expected else [])


def test_sdmx_has_the_names_that_it_should(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    point(field="charity", status="active")
    result = con.execute(
        'SELECT "REF_AREA", "INDICATOR", "ACTIVITY", "ORG_STATUS", "OBS_VALUE", "UNIT_MEASURE" FROM sdmx'
    )
    assert result.fetchall() == [("IR-10", "COUNT_NGO", "CHARITY", "ACTIVE", 42, "item")]
    assert [column[0] for column in con.execute("FROM sdmx").description or ()][:2] == ["FREQ", "REF_AREA"]


def test_contradictions_stand_side_by_side_in_words(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    reason, *names = _rows(con, "SELECT reason, name_en, name_fa FROM contradiction_reasons ORDER BY 1")[0]
    a = point(value=42, evidence="۴۲ سمن", speaker="نسرین آزموده")
    b = point(value=24, evidence="۲۴ سمن", speaker="بهمن آزمون")
    row = {"contradiction_id": "x", "observation_a": a, "observation_b": b, "reason": reason, "gap": 0.4}
    _put(con, "contradictions", {**CLAIM, **row, "reported": dt.date(2024, 7, 18), "recorded_at": NOON})
    query = (
        "SELECT reason_en, reason_fa, value_a, value_b, evidence_a, evidence_b, speaker_a, speaker_b, outlet_a "
        "FROM contradictions_readable"
    )
    assert _rows(con, query) == [(*names, 42, 24, "۴۲ سمن", "۲۴ سمن", "نسرین آزموده", "بهمن آزمون", "روزنامه آزمون")]


def test_an_audit_has_its_claims_in_order_the_audited_one_first(con: duckdb.DuckDBPyConnection, point: Point) -> None:
    later = point(value=2, evidence="دو سمن", day="2024-07-18", speaker="نسرین آزموده")
    earlier = point(value=1, evidence="یک سمن", day="2023-07-18")
    audited = point(value=3, evidence="سه سمن", day="2025-07-18")
    row = {"audit_id": "x", "check_code": "jump", "verdict": "fails", "claim_id": audited, "expected": 2, "found": 3}
    _put(con, "audits", {**CLAIM, **row, "claim_ids": [later, audited, earlier], "recorded_at": NOON})
    query = "SELECT verdict_en, evidences, numbers, speakers, claim_ids FROM audits_readable WHERE verdict = 'fails'"
    assert _rows(con, query) == [
        (
            "does not hold",
            ["سه سمن", "یک سمن", "دو سمن"],
            [Decimal(3), Decimal(1), Decimal(2)],
            [None, None, "نسرین آزموده"],
            [audited, earlier, later],
        )
    ]


@pytest.mark.parametrize("day", ["1900-01-01", "2006-10-28", "2011-10-23", "2011-10-24", "2099-01-01"])
def test_each_day_has_one_population_of_each_province(con: duckdb.DuckDBPyConnection, day: str) -> None:
    query = (
        f"SELECT count(*), count(DISTINCT place) FROM populations WHERE DATE '{day}' BETWEEN valid_from AND valid_to"
    )
    assert _rows(con, query) == [(32, 32)]


def test_every_view_and_macro_for_people_says_what_it_is_in_both_languages(con: duckdb.DuckDBPyConnection) -> None:
    views = _rows(con, "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'")
    macros = ("folded", "matches", "search", "fa")
    said = _rows(con, f"SELECT function_name, comment FROM duckdb_functions() WHERE function_name IN {macros}")
    assert len(said) == len(macros)
    assert [name for name, comment in [*views, *said] if " | " not in (comment or "")] == []
