"""docs/recipes.md: every recipe of warehouse/recipes with its result on the fixed warehouse."""

import datetime as dt
import re
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb

from tests.warehouse import fixed_warehouse
from warehouse import database

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "recipes.md"
_PERSIAN = re.compile("[\u0600-\u06ff]")
_HEAD = """# Recipes | دستورها

Common questions and the SQL that answers them, on the published database: `duckdb -readonly published/shomar.duckdb`.
The files lie in `warehouse/recipes/`; change what stands in quotes. The results are of a small warehouse that is made
up for this page and the tests (`tests/warehouse/fixed_warehouse.py`): none of its numbers is true. `make docs` writes
this page.
"""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question, in English and Persian, how to read the answer, and the query."""

    name: str
    title: str
    title_fa: str
    text: str
    query: str


def recipes() -> list[Recipe]:
    """All recipes in the order of their numbers."""
    return [_recipe(path) for path in sorted((ROOT / "warehouse" / "recipes").glob("*.sql"))]


def page(con: duckdb.DuckDBPyConnection) -> str:
    """The page docs/recipes.md, with the results that the recipes have on a database."""
    return "\n".join((_HEAD, *(_section(con, recipe) for recipe in recipes())))


def document() -> str:
    """The page docs/recipes.md on the fixed warehouse, which it builds."""
    with tempfile.TemporaryDirectory() as home:
        con = database.connect(fixed_warehouse.make(Path(home)), read_only=True)
        try:
            return page(con)
        finally:
            con.close()


def _recipe(path: Path) -> Recipe:
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next(index for index, line in enumerate(lines) if not line.startswith("--"))
    title, title_fa, blank, *text = [line.removeprefix("--").strip() for line in lines[:end]]
    assert not blank, f"{path.name}: the third line parts the titles from the text; make it «--»"
    return Recipe(path.stem, title, title_fa, "\n".join(text), "\n".join(lines[end:]).strip())


def _section(con: duckdb.DuckDBPyConnection, recipe: Recipe) -> str:
    number, name = recipe.name.split("-", 1)
    result = con.execute(recipe.query)
    head = [column[0] for column in result.description or ()]
    rows = [" | ".join(_cell(value) for value in row) for row in result.fetchall()]
    table = "\n".join(f"| {row} |" for row in (" | ".join(head), " | ".join("---" for _ in head), *rows))
    titles = f"## {int(number)}. {recipe.title}" + ("" if recipe.title_fa == recipe.title else f"\n{recipe.title_fa}")
    return f"{titles}\n\n{recipe.text}\n\n```sql\n-- {name}\n{recipe.query}\n```\n\n{table}\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    text = str(value).replace("\n", " ").replace("|", "\\|")
    # A cell of Persian reads from the right though the page is English: «۴۲ سمن» begins with its number.
    return f"&#x2067;{text}&#x2069;" if _PERSIAN.search(text) else text
