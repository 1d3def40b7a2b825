"""The project's own tables, read once."""

from pathlib import Path

import pytest

from transform.references import References, load_references


@pytest.fixture(scope="session")
def seeds() -> Path:
    return Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def references(seeds: Path) -> References:
    return load_references(seeds)
