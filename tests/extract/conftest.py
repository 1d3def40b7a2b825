"""The project's own tables and vocabulary, read once."""

from pathlib import Path

import pytest

from extract.languages.fa.vocabulary import Vocabulary, load_vocabulary


@pytest.fixture(scope="session")
def corpus() -> Path:
    return Path(__file__).parents[1] / "corpus" / "fa"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary()
