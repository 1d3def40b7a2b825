"""The dictionary: every column of a table has a meaning in both languages, and views take theirs from tables."""

from collections.abc import Iterator

import duckdb
import pytest

from load.dictionary import catalogue, meaning, page
from warehouse import database


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with database.connect(":memory:") as con:
        database.create_schema(con)
        database.create_macros(con)
        database.create_views(con)
        yield con


@pytest.mark.parametrize(
    ("comment", "halves"),
    [
        (None, ("", "")),
        ("", ("", "")),
        ("A day | روز", ("A day", "روز")),
        ("Only English", ("Only English", "")),
        ("Joined by | or so | با | میانشان", ("Joined by | or so", "با | میانشان")),
        ("فقط فارسی", ("فقط فارسی", "")),
    ],
)
def test_a_comment_has_two_halves(comment: str | None, halves: tuple[str, str]) -> None:
    assert meaning(comment) == halves


def test_every_table_and_column_means_something_in_both_languages(con: duckdb.DuckDBPyConnection) -> None:
    found = catalogue(con)
    assert {"claims", "history.claims", "claims_readable"} <= found.keys()
    silent = [table.full for table in found.values() if not all(table.meaning)]
    silent += [
        f"{table.full}.{column.name}"
        for table in found.values()
        for column in table.columns
        if not table.view and not all(column.meaning)
    ]
    assert not silent


def test_columns_of_views_mean_what_those_of_tables_do(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "CREATE VIEW mine AS "
        "SELECT speaker, place, place AS place_fa, published AS published_jalali, 1 AS own FROM claims"
    )
    con.execute("COMMENT ON COLUMN mine.place IS 'Mine | مال من'")
    columns = {column.name: column.meaning for column in catalogue(con)["mine"].columns}
    assert columns == {
        "speaker": ("Who said so, without titles", "گوینده، بی‌لقب"),
        "place": ("Mine", "مال من"),
        "place_fa": ("Place, in Persian", "جا، به فارسی"),
        "published_jalali": (
            "Day of publication of the document, Gregorian, as a Jalali date",
            "روز انتشار سند، میلادی، به تاریخ خورشیدی",
        ),
        "own": ("", ""),
    }


def test_numbers_have_units(con: duckdb.DuckDBPyConnection) -> None:
    units = {
        f"{table.full}.{column.name}": column.unit for table in catalogue(con).values() for column in table.columns
    }
    assert units["claims.value"] == units["history.claims.value"] == "as the column unit says"
    assert (units["population.population"], units["reports.documents"]) == ("person", "document")
    assert (units["claims.speaker"], units["fields.icnpo_group"], units["bands.low"]) == (None, None, None)


def test_the_page_shows_tables_views_macros_and_columns(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("CREATE TABLE bars (a INTEGER NOT NULL); COMMENT ON COLUMN bars.a IS 'this | or that | این یا آن'")
    con.execute("CREATE MACRO twice(x) AS 2 * x; COMMENT ON MACRO twice IS 'Double | دو برابر'")
    text = page(con)
    assert "\n| `a` | INTEGER NOT NULL | this \\| or that | این یا آن |  |\n" in text
    assert "\n| `twice(x)` | Double | دو برابر |\n" in text
    assert "\n## claims_readable\n" in text
    assert "history.claims" not in text
