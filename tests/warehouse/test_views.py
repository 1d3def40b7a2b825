"""What the views give for a few claims."""

import datetime as dt
from typing import Any

import duckdb
import pytest
from persiantools.jdatetime import JalaliDate


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


@pytest.mark.parametrize(
    ("end", "population", "census"),
    [
        ("2024-07-18", 5120850, "2016-09-24"),  # the latest before
        ("2013-01-01", 4879312, "2011-10-24"),
        ("1999-01-01", 4559256, "2006-10-28"),  # none before: the earliest
    ],
)
def test_density_takes_the_latest_population_up_to_the_claim(
    con: duckdb.DuckDBPyConnection, insert: Any, rows: Any, end: str, population: int, census: str
) -> None:
    day = dt.date.fromisoformat(end)
    insert("documents", rows["documents"], published=day)
    insert("claims", rows["claims"], value=1800, period_start=day, period_end=day)
    found = con.execute(
        "SELECT population, population_date, population_basis, per_100000 FROM province_density"
    ).fetchall()
    assert found == [
        (population, dt.date.fromisoformat(census), "census", pytest.approx(1800e5 / population, abs=0.005))
    ]


def test_the_calendar_is_right_on_every_day_of_1380_to_1410(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute("SELECT day, jalali FROM calendar WHERE jalali_year BETWEEN 1380 AND 1410").fetchall()
    assert len(found) == sum(366 if JalaliDate.is_leap(year) else 365 for year in range(1380, 1411))
    assert [row for row in found if JalaliDate(row[0]).isoformat() != row[1]] == []
