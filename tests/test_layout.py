"""The packages bear everyday names: here it is seen that they are ours, and that the house rules hold."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("extract", "flows", "load", "transform", "warehouse")


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("name", PACKAGES)
def test_package_is_the_one_of_this_repository(name: str) -> None:
    assert Path(str(importlib.import_module(name).__file__)) == ROOT / name / "__init__.py"


def test_no_module_of_flows_bears_the_name_of_a_package() -> None:
    # A flow that is loaded by its path has its own folder first on the path: flows/load.py would hide load/.
    assert not {path.stem for path in (ROOT / "flows").rglob("*.py")} & set(PACKAGES)


@pytest.mark.parametrize("name", [name for name in PACKAGES if name != "flows"])
def test_prefect_is_imported_in_flows_only(name: str) -> None:
    assert not [str(path) for path in (ROOT / name).rglob("*.py") if "prefect" in imported(path)]


def test_tests_are_no_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))
