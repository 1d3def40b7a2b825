"""Period expressions of articles with their days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from transform.periods import TYPES, resolve

SUMMER = "2024-07-18"  # Thursday, 28 Tir 1403, 12 Muharram 1446
NONE = "-"

CASES = """
as_of                     2024-07-18  2024-07-18  2024-07-18
as_of:d-1                 2024-07-18  2024-07-17  2024-07-17
as_of:j1402/12/29         2024-07-18  2024-03-19  2024-03-19
as_of:j1402               2024-07-18  2023-03-21  2024-03-19
year_to_date:j+0          2024-07-18  2024-03-20  2024-07-18
year_to_date:g+0          2024-07-18  2024-01-01  2024-07-18
year_to_date:j-1          2024-07-18  2023-03-21  2024-03-19
year_to_date:j+0/02       2024-07-18  2024-04-20  2024-05-20
year:j-1                  2024-07-18  2023-03-21  2024-03-19
year:j1399                2024-07-18  2020-03-20  2021-03-20
year:g1998                2024-07-18  1998-01-01  1998-12-31
year:h1446                2024-07-18  2024-07-08  2025-06-26
year                      2024-07-18  -           -
month                     2024-07-18  -           -
day                       2024-07-18  -           -
range                     2024-07-18  -           -
future                    2024-07-18  -           -
unknown                   2024-07-18  -           -
year_to_date              2024-07-18  -           2024-07-18
since                     2024-07-18  -           2024-07-18
since:j1392               2024-07-18  2013-03-21  2024-07-18
since:j1392..             2024-07-18  2013-03-21  2024-07-18
since:j1392..j1395        2024-07-18  2013-03-21  2017-03-20
since:..j1395             2024-07-18  -           2017-03-20
since:j?/10               2024-07-18  2023-12-22  2024-07-18
since:j+1                 2024-07-18  -           -
range:j+0/01..j+0/06      2024-07-18  2024-03-20  2024-09-21
range:j+0/01..j+0/09      2024-12-25  2024-03-20  2024-12-20
range:j-1/07..j-1/12      2024-07-18  2023-09-23  2024-03-19
range:j1392..j1395        2024-07-18  2013-03-21  2017-03-20
range:j1395..j1392        2024-07-18  -           -
range:j1395..             2024-07-18  2016-03-20  -
range:..j1395             2024-07-18  -           2017-03-20
range:-7y                 2024-07-18  2017-07-19  2024-07-18
range:-2y                 2022-01-11  2020-01-11  2022-01-11
range:-2y                 2026-01-10  2024-01-10  2026-01-10
range:-1y                 2025-03-20  2024-03-19  2025-03-20
range:-4y                 2025-03-20  2021-03-20  2025-03-20
range:-5m                 2024-07-18  2024-02-17  2024-07-18
range:-5gy                2024-07-18  2019-07-18  2024-07-18
range:-1gy                2024-02-29  2023-02-28  2024-02-29
range:-1gm                2024-03-31  2024-02-29  2024-03-31
range:-9999gy             2024-07-18  -           -
range:-1m                 2025-04-20  2025-03-20  2025-04-20
range:-2w                 2024-07-18  2024-07-04  2024-07-18
range:-30d                2024-07-18  2024-06-18  2024-07-18
range:-9999y              2024-07-18  -           -
range:s+0                 2024-07-18  2024-06-21  2024-09-21
range:s-1                 2024-07-18  2024-03-20  2024-06-20
range:s-2                 2024-07-18  2023-12-22  2024-03-19
range:k+0                 2024-07-18  2024-07-13  2024-07-19
range:k-1                 2024-07-18  2024-07-06  2024-07-12
range:gk+0                2024-07-18  2024-07-15  2024-07-21
range:gk-1                2024-07-18  2024-07-08  2024-07-14
month:m+0                 2024-07-18  2024-06-21  2024-07-21
month:m-1                 2024-07-18  2024-05-21  2024-06-20
month:m-4                 2024-07-18  2024-02-20  2024-03-19
month:m+9                 2024-07-18  2025-03-21  2025-04-20
month:gm-1                2024-07-18  2024-06-01  2024-06-30
month:gm-7                2024-07-18  2023-12-01  2023-12-31
month:j?/07               2024-07-18  2023-09-23  2023-10-22
month:j?/04               2024-07-18  2024-06-21  2024-07-21
day:m-1/15                2024-07-18  2024-06-04  2024-06-04
day:m+0/31                2024-07-18  2024-07-21  2024-07-21
day:m+4/31                2024-07-18  -           -
day:gm-1/30               2024-07-18  2024-06-30  2024-06-30
day:k-1/w0                2024-07-18  2024-07-06  2024-07-06
day:k-1/w6                2024-07-18  2024-07-12  2024-07-12
day:k+0/w2                2024-07-18  2024-07-15  2024-07-15
range:j?/10-12            2024-07-18  2023-12-22  2024-03-19
range:j?/04-06            2024-07-18  2024-06-21  2024-09-21
range:j?/04-06            2024-06-20  2023-06-22  2023-09-22
range:j1399/10-12         2024-07-18  2020-12-21  2021-03-20
range:j-1/01-03           2024-07-18  2023-03-21  2023-06-21
month:h+0/09              2024-07-18  2025-03-01  2025-03-30
month:h?/09               2024-07-18  2024-03-11  2024-04-09
month:g?/08               2024-07-18  2023-08-01  2023-08-31
month:j1392/13            2024-07-18  -           -
day:d+0                   2024-07-18  2024-07-18  2024-07-18
day:d+1                   2024-07-18  2024-07-19  2024-07-19
day:j?/04/28              2024-07-18  2024-07-18  2024-07-18
day:j?/04/29              2024-07-18  2023-07-20  2023-07-20
day:j?/12/30              2024-07-18  2021-03-20  2021-03-20
day:j+0/01/13             2024-07-18  2024-04-01  2024-04-01
day:j1403/12/30           2024-07-18  2025-03-20  2025-03-20
day:j1404/12/30           2024-07-18  -           -
day:g2016/02/29           2024-07-18  2016-02-29  2016-02-29
day:g?/02/29              2023-07-18  2020-02-29  2020-02-29
day:h1446/01/10           2024-07-18  2024-07-17  2024-07-17
day:j1392/07/0            2024-07-18  -           -
day:w0                    2024-07-18  2024-07-13  2024-07-13
day:w5                    2024-07-18  2024-07-18  2024-07-18
day:w6                    2024-07-18  2024-07-12  2024-07-12
range:w2..w4              2024-07-18  2024-07-15  2024-07-17
range:w2..w6              2024-07-18  2024-07-08  2024-07-12
range:j?/07..j?/09        2024-10-30  2023-09-23  2023-12-21
range:j?/11..j?/02        2024-07-18  2024-01-21  2024-05-20
range:j1398/07..j?/02     2024-07-18  2019-09-23  2020-05-20
range:j?/07..j1400/02     2024-07-18  2020-09-22  2021-05-21
range:j?/01..d+0          2024-07-18  2024-03-20  2024-07-18
future:j+1                2024-07-18  2025-03-21  2026-03-20
future:j+0                2024-07-18  2024-03-20  2025-03-20
future:..j+1/07           2025-10-21  -           2026-10-22
future:j?/07              2024-07-18  2024-09-22  2024-10-21
future:j?/04              2024-07-18  2024-06-21  2024-07-21
future:j?/01              2024-07-18  2025-03-21  2025-04-20
future:..j?/12            2024-07-18  -           2025-03-20
future:j?/11..j?/02       2024-07-18  2025-01-20  2025-05-21
future:w0                 2024-07-18  2024-07-20  2024-07-20
future:w5                 2024-07-18  2024-07-18  2024-07-18
as_of                     -           -           -
since                     -           -           -
since:j1392               -           2013-03-21  -
year_to_date:j+0          -           -           -
year_to_date:j1403        -           2024-03-20  -
year:j1399                -           2020-03-20  2021-03-20
range:-7y                 -           -           -
range:j1399..j+0          -           2020-03-20  -
range:k-1                 -           -           -
day:w3                    -           -           -
day:j?/04/28              -           -           -
year:j-1                  0001-01-01  -           -
range:-1m                 9999-12-31  -           -
"""


def jalali(*date: dt.date | int) -> JalaliDate:
    return JalaliDate(*date)


def date(text: str) -> dt.date | None:
    return None if text == NONE else dt.date.fromisoformat(text)


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_case(line: str) -> None:
    expression, published, start, end = line.split()
    period = resolve(expression, date(published))
    assert period == (expression.partition(":")[0], date(start), date(end))


ILL_WRITTEN = """
always; year:; year:1392; year:j92; year:x1392; range:..; range:-7; range:7y; range:gs-1; range:j1392..j1393..j1394
day:w7; day:w; month:j?; month:m; as_of:now; year:j+; year:j١٣٩٢; AS_OF; :j1392; day:j1392/7/1/2
"""


@pytest.mark.parametrize("expression", ["", *ILL_WRITTEN.strip("\n").replace("\n", ";").split(";")])
def test_what_the_grammar_does_not_know(expression: str) -> None:
    with pytest.raises(ValueError, match=r"period|span|year"):
        resolve(expression.strip(), dt.date(2024, 7, 18))


def test_every_day_of_1380_to_1410_is_found_by_its_date() -> None:
    day, last = jalali(1380, 1, 1).to_gregorian(), jalali(1410, 12, 29).to_gregorian()
    while day <= last:
        said = jalali(day)
        assert resolve(f"day:j{said.year}/{said.month:02}/{said.day:02}", None) == ("day", day, day)
        assert resolve(f"day:j?/{said.month}/{said.day}", day)[1:] == (day, day)
        start, end = resolve("month:m+0", day)[1:]
        assert start is not None
        assert end is not None
        assert start == jalali(said.year, said.month, 1).to_gregorian()
        assert jalali(end + dt.timedelta(1)).day == 1
        day += dt.timedelta(1)


days = st.dates(dt.date(1921, 3, 21), dt.date(2121, 3, 20))


@given(days, st.integers(0, 6))
def test_a_weekday_is_within_a_week(published: dt.date, weekday: int) -> None:
    behind, ahead = resolve(f"day:w{weekday}", published), resolve(f"future:w{weekday}", published)
    assert behind.start is not None
    assert ahead.start is not None
    assert 0 <= (published - behind.start).days <= 6
    assert 0 <= (ahead.start - published).days <= 6
    assert (behind.start.weekday() + 2) % 7 == weekday == (ahead.start.weekday() + 2) % 7


@given(days, st.integers(1, 20))
def test_the_last_years_begin_on_the_same_day(published: dt.date, years: int) -> None:
    start, end = resolve(f"range:-{years}y", published)[1:]
    assert start is not None
    assert end == published
    then, now = jalali(start), jalali(published)
    assert (then.year, then.month) == (now.year - years, now.month)
    assert then.day == now.day or (now.day, then.day) == (30, 29)


@given(days, st.integers(-40, 40))
def test_seasons_follow_one_another(published: dt.date, steps: int) -> None:
    end, start = resolve(f"range:s{steps:+}", published).end, resolve(f"range:s{steps + 1:+}", published).start
    assert end is not None
    assert start == end + dt.timedelta(1)


@given(
    st.one_of(st.none(), st.dates()), st.text("jghdmswky?+-./0123456789:", max_size=14), st.sampled_from(sorted(TYPES))
)
def test_nothing_but_a_value_error(published: dt.date | None, spans: str, period_type: str) -> None:
    try:
        period = resolve(f"{period_type}:{spans}", published)
    except ValueError:
        return
    assert period.start is None or period.end is None or period.start <= period.end
