"""The recipes on the fixed warehouse, and the page that shows them."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import fixed_warehouse, recipes
from warehouse import database

_RECIPES = recipes.recipes()


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The fixed warehouse as readers get it."""
    con = database.connect(fixed_warehouse.make(tmp_path_factory.mktemp("fixed")), read_only=True)
    yield con
    con.close()


def test_there_are_recipes_numbered_without_a_gap() -> None:
    numbers = [int(recipe.name.partition("-")[0]) for recipe in _RECIPES]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 24


@pytest.mark.parametrize("recipe", _RECIPES, ids=lambda recipe: recipe.name)
def test_a_recipe_says_what_it_answers_and_answers_it(recipe: recipes.Recipe, fixed: duckdb.DuckDBPyConnection) -> None:
    assert all((recipe.title, recipe.title_fa, recipe.text))
    rows = fixed.execute(recipe.query).fetchall()
    assert rows
    assert any(value is not None for value in rows[0])


@pytest.mark.parametrize("recipe", _RECIPES, ids=lambda recipe: recipe.name)
def test_a_recipe_gives_its_rows_in_one_order(recipe: recipes.Recipe, fixed: duckdb.DuckDBPyConnection) -> None:
    assert "\nORDER BY " in recipe.query or "\nPIVOT" in recipe.query
    once = fixed.execute(recipe.query).fetchall()
    fixed.execute("SET threads = 1")
    try:
        assert fixed.execute(recipe.query).fetchall() == once
    finally:
        fixed.execute("RESET threads")


def test_every_view_that_is_not_a_step_to_another_stands_in_a_recipe(fixed: duckdb.DuckDBPyConnection) -> None:
    names = {row[0] for row in fixed.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}
    asked = " ".join(recipe.query for recipe in _RECIPES)
    kit = {
        *("province_latest", "province_ranks", "growth", "province_activities", "members_per_organisation"),
        *("licences", "money", "who_said_what", "coverage", "icnpo_groups", "sdmx"),
        *("contradictions_readable", "audits_readable", "series_readable", "latest_numbers", "yearly", "populations"),
    }
    assert kit <= names
    assert [name for name in sorted(kit) if name not in asked] == []


def test_the_page_shows_the_recipes_as_they_are(fixed: duckdb.DuckDBPyConnection) -> None:
    shown = recipes.DOCUMENT.read_text(encoding="utf-8")
    assert shown == recipes.page(fixed), "docs/recipes.md is not of today: make docs writes it"


def test_the_fixed_warehouse_is_the_same_every_time(fixed: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    other = database.connect(fixed_warehouse.make(tmp_path), read_only=True)
    try:
        for table in ("claims", "appearances", "observations", "series", "contradictions", "audits", "runs"):
            query = f"SELECT * FROM {table} ORDER BY ALL"
            assert other.execute(query).fetchall() == fixed.execute(query).fetchall(), table
    finally:
        other.close()
