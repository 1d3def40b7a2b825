"""What the views give for a few claims."""

import datetime as dt
from typing import Any

import duckdb
import pytest
from persiantools.jdatetime import JalaliDate

from extract.seeds import SEEDS
from transform.calibration import load_calibration


def test_a_readable_claim_has_names_and_dates_of_both_calendars(filled: duckdb.DuckDBPyConnection) -> None:
    row = filled.execute(
        "SELECT subject_en, subject_fa, place_en, place_fa, value, published, published_jalali, period_end_jalali, "
        "evidence, outlet, title FROM claims_readable"
    ).fetchall()
    assert row == [
        (
            "non-governmental organisation",
            "سازمان مردم‌نهاد",
            "Isfahan",
            "اصفهان",
            42,
            dt.date(2024, 7, 18),
            "1403-04-28",
            "1403-04-28",
            "۴۲ سمن",
            "روزنامه آزمون",
            "سمن‌های استان",
        )
    ]


def test_a_claim_without_any_date_is_still_readable(con: duckdb.DuckDBPyConnection, insert: Any, rows: Any) -> None:
    insert("documents", rows["documents"], published=None, outlet=None, title=None)
    insert("claims", rows["claims"], place="IR", period_type="unknown", period_start=None, period_end=None)
    assert con.execute("SELECT place_en, place_fa, published_jalali FROM claims_readable").fetchall() == [
        ("Iran", "ایران", None)
    ]


@pytest.mark.parametrize(
    ("view", "changes", "count"),
    [
        ("province_counts", {}, 1),
        ("province_counts", {"place": "IR"}, 0),
        ("province_counts", {"locality": "کاشان"}, 0),
        ("province_counts", {"kind": "share", "unit": "percent"}, 0),
        ("province_rankings", {"kind": "rank", "unit": "position", "value": 3, "scope": "IR", "rank_by": "ngo"}, 1),
        ("province_rankings", {}, 0),
        ("province_sessions", {"subject": "session"}, 1),
        ("province_sessions", {"subject": "training", "kind": "measure", "unit": "h"}, 1),
        ("province_sessions", {}, 0),
        ("province_density", {}, 1),
        ("province_density", {"modality": "target"}, 0),
        ("province_density", {"subject": "session"}, 0),
    ],
)
def test_a_view_holds_what_it_is_for(
    con: duckdb.DuckDBPyConnection, insert: Any, rows: Any, view: str, changes: dict[str, Any], count: int
) -> None:
    insert("documents", rows["documents"])
    insert("claims", rows["claims"], **changes)
    assert len(con.execute(f"SELECT * FROM {view}").fetchall()) == count


_AS_OF = ("as_of", dt.date(2024, 7, 18), dt.date(2024, 7, 18))
_NGO = ("ngo", "non-governmental organisation", "سازمان مردم‌نهاد")
_ISFAHAN = ("IR-10", "Isfahan", "اصفهان")
_SOURCE = ("روزنامه آزمون", dt.date(2024, 7, 18), None, "۴۲ سمن", 0.75, "d1")
# View, a claim of its own beside one that is not, the row in full.
_ROWS: list[tuple[str, dict[str, Any], tuple[object, ...]]] = [
    (
        "province_counts",
        {"value_high": 50, "bound": "between", "status": "active", "field": "charity", "speaker": "نسرین آزموده"},
        (*_NGO, *_ISFAHAN, *_AS_OF, 42, 50, "between", "active", "charity", "actual", "نسرین آزموده", *_SOURCE, "own"),
    ),
    (
        "province_rankings",
        {"kind": "rank", "unit": "position", "value": 3, "scope": "IR", "rank_by": "member", "locality": "کاشان"},
        (*_ISFAHAN, "کاشان", 3, None, "IR", "member", *_NGO, None, *_AS_OF, None, *_SOURCE, "own"),
    ),
    (
        "province_sessions",
        {"subject": "training", "kind": "measure", "unit": "h", "modality": "target", "locality": "کاشان"},
        (
            *(*_ISFAHAN, "کاشان", "training", "training course", "دوره آموزشی", "measure", 42, None, "h", "exact"),
            *(*_AS_OF, "target", None, *_SOURCE, "own"),
        ),
    ),
    (
        "province_density",
        {"value": 1800, "bound": "about"},
        (
            *(*_NGO, *_ISFAHAN, 1800, None, "about", None, None, *_AS_OF),
            *(5120850, dt.date(2016, 9, 24), "census", 35.15, *_SOURCE, "own"),
        ),
    ),
]


@pytest.mark.parametrize(("view", "changes", "row"), _ROWS)
def test_a_row_of_a_view_in_full(
    con: duckdb.DuckDBPyConnection, insert: Any, rows: Any, view: str, changes: dict[str, Any], row: tuple[object, ...]
) -> None:
    con.execute("UPDATE calibration SET confidence = 0.75")  # all alike, so that a claim is as sure as that
    insert("documents", rows["documents"])
    insert("claims", rows["claims"], claim_id="other", place="IR", kind="share", unit="percent")
    insert("claims", rows["claims"], claim_id="own", **changes)
    assert con.execute(f"SELECT * FROM {view}").fetchall() == [row]


# Odds of the whole are 3, of the rule 9, of ngo 9, of person 1.
@pytest.mark.parametrize(
    ("changes", "odds"),
    [
        ({}, 27),
        ({"rule": "fa.unheard_of"}, 9),
        ({"kind": "share", "unit": "percent"}, 9),  # the rule is known, but for another kind
        ({"subject": "person"}, 3),
        ({"subject": "unicorn"}, 9),
        ({"rule": "fa.unheard_of", "subject": "unicorn"}, 3),
    ],
)
def test_rule_and_subject_shift_the_odds_of_the_whole(
    con: duckdb.DuckDBPyConnection, insert: Any, rows: Any, changes: dict[str, Any], odds: int
) -> None:
    con.execute("DELETE FROM calibration")
    row = {"rule": "*", "kind": "*", "subject": "*", "claims": 4, "correct": 3, "confidence": 0.75}
    insert("calibration", row)
    insert("calibration", row, rule=rows["claims"]["rule"], kind="count", confidence=0.9)
    insert("calibration", row, subject="ngo", confidence=0.9)
    insert("calibration", row, subject="person", confidence=0.5)
    insert("documents", rows["documents"])
    insert("claims", rows["claims"], **changes)
    assert con.execute("SELECT confidence FROM claims_readable").fetchall() == [(round(odds / (1 + odds), 3),)]


def test_every_claim_is_as_sure_as_when_it_is_extracted(con: duckdb.DuckDBPyConnection, insert: Any, rows: Any) -> None:
    calibration = load_calibration(SEEDS)
    insert("documents", rows["documents"])
    expected = {}
    for rule, kind in {(rule, kind) for rule, kind, _ in calibration.estimates}:
        for subject in ("ngo", "person", "unicorn"):
            own = kind if rule != "*" else "count"
            unit = {"kind": own, "unit": "item"}
            insert("claims", rows["claims"], claim_id=f"{rule} {kind} {subject}", rule=rule, subject=subject, **unit)
            expected[f"{rule} {kind} {subject}"] = calibration.confidence(rule, own, subject)
    found = dict(con.execute("SELECT claim_id, confidence FROM claims_readable").fetchall())
    assert found == expected
    assert all(0 <= confidence <= 1 for confidence in found.values())


_CENSUS_1395 = (5120850, "2016-09-24", "census")
# Where, the period's end, the day of publication, and the population that is taken.
_POPULATIONS = [
    ("IR-10", "2024-07-18", "2024-07-18", _CENSUS_1395),  # the latest before
    ("IR-10", "2016-09-24", "2016-09-24", _CENSUS_1395),  # of the day itself
    ("IR-10", "2016-09-23", "2024-07-18", (4879312, "2011-10-24", "census")),  # the period, not the publication
    ("IR-10", "2013-01-01", "2013-01-01", (4879312, "2011-10-24", "census")),
    ("IR-10", "1999-01-01", "1999-01-01", (4559256, "2006-10-28", "census")),  # none before: the earliest
    ("IR-10", None, "2013-01-01", (4879312, "2011-10-24", "census")),  # no period: the publication
    ("IR-10", None, None, _CENSUS_1395),  # no date at all: the latest known
    ("IR-23", "2024-10-21", "2024-10-21", (13267637, "2016-09-24", "census")),
    ("IR-23", "2024-10-22", "2024-10-22", (14425000, "2024-10-22", "estimate")),
    ("IR-23", None, None, (14425000, "2024-10-22", "estimate")),
]


@pytest.mark.parametrize(("place", "end", "published", "taken"), _POPULATIONS)
def test_density_takes_the_latest_population_up_to_the_claim(
    con: duckdb.DuckDBPyConnection,
    insert: Any,
    rows: Any,
    place: str,
    end: str | None,
    published: str | None,
    taken: tuple[int, str, str],
) -> None:
    insert("documents", rows["documents"], published=published)
    insert("claims", rows["claims"], place=place, value=1800, period_start=end, period_end=end)
    found = con.execute(
        "SELECT population, CAST(population_date AS VARCHAR), population_basis, per_100000 FROM province_density"
    ).fetchall()
    assert found == [(*taken, pytest.approx(1800e5 / taken[0], abs=0.005))]


def test_density_takes_a_census_before_an_estimate_of_the_same_day(
    con: duckdb.DuckDBPyConnection, insert: Any, rows: Any
) -> None:
    con.execute("INSERT INTO population VALUES ('IR-10', '', '2016-09-24', 1, 'estimate', 'made up')")
    insert("documents", rows["documents"])
    insert("claims", rows["claims"])
    assert con.execute("SELECT population, population_basis FROM province_density").fetchall() == [(5120850, "census")]


def test_the_calendar_has_each_day_of_its_two_centuries_once(con: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT count(*), count(DISTINCT day), count(DISTINCT jalali), min(day), max(day) FROM calendar"
    days = (dt.date(2100, 1, 1) - dt.date(1900, 1, 1)).days
    assert con.execute(query).fetchall() == [(days, days, days, dt.date(1900, 1, 1), dt.date(2099, 12, 31))]


def test_the_parts_of_a_jalali_date_are_those_of_its_text(con: duckdb.DuckDBPyConnection) -> None:
    query = (
        "SELECT count(*) FROM calendar WHERE printf('%04d-%02d-%02d', jalali_year, jalali_month, jalali_day) <> jalali"
    )
    assert con.execute(query).fetchall() == [(0,)]


def test_the_calendar_is_right_on_every_day_of_1380_to_1410(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute("SELECT day, jalali FROM calendar WHERE jalali_year BETWEEN 1380 AND 1410").fetchall()
    assert len(found) == sum(366 if JalaliDate.is_leap(year) else 365 for year in range(1380, 1411))
    assert [row for row in found if JalaliDate(row[0]).isoformat() != row[1]] == []
