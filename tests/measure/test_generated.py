"""The generated history is what the benchmark takes it for: loadable, exact, repeatable, about the places it means."""

import shutil
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from extract.model import Reading
from extract.seeds import SEEDS
from load import build
from load.checks import failures
from load.journal import Journal
from load.lock import writer
from tests.measure import generated, warehouse_benchmark
from tests.measure.generated_world import COUNTRY, EPOCH, World
from transform.claims import tidy
from transform.references import References

DOCUMENTS = 600


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("generated")
    generated.write(place, DOCUMENTS)
    return place


@pytest.fixture(scope="module")
def readings(home: Path) -> list[Reading]:
    journal = Journal(home)
    return [reading for batch in journal.batches() for reading in journal.readings(batch)]


def test_spans_are_exact(readings: list[Reading]) -> None:
    assert len(readings) == DOCUMENTS
    for reading in readings:
        text = reading.document.text
        for claim in reading.claims:
            assert text[claim.start : claim.end] == claim.number_text
            assert text[claim.evidence_start :].startswith(claim.evidence)
            assert claim.number_text in claim.evidence
        for rejection in reading.rejections:
            assert text[rejection.start : rejection.end] == rejection.number_text


def test_the_same_seed_gives_the_same_journal(home: Path, tmp_path: Path) -> None:
    generated.write(tmp_path, DOCUMENTS)
    for path in sorted((home / "journal").rglob("*")):
        if path.is_file():
            assert (tmp_path / path.relative_to(home)).read_bytes() == path.read_bytes(), path.name


def test_another_seed_gives_other_texts(readings: list[Reading]) -> None:
    days = [EPOCH] * 50
    other = {reading.document.text for reading in generated.readings(days, 7)}
    assert not other & {reading.document.text for reading in readings}


def test_places_are_the_ones_that_are_meant(readings: list[Reading], references: References) -> None:
    world = World(SEEDS)
    wanted = {place.surface: place.code for place in world.provinces} | {COUNTRY.surface: "IR"}
    counties = {(place.surface, place.code) for own in world.counties for place in own}
    seen = Counter[str]()
    for reading in readings:
        for said, claim in zip(reading.claims, tidy(reading, references), strict=True):
            assert said.place
            seen[str(said.place.type)] += 1
            if said.place.type == "county":
                assert (said.place.surface, claim.place) in counties
                assert claim.place == wanted[said.context[0].surface]
                assert claim.locality
            else:
                assert claim.place == wanted[said.place.surface]
                assert claim.locality is None
    assert seen["province"] > seen["county"] > seen["country"] > 0


def test_everything_that_the_warehouse_tells_apart_occurs(readings: list[Reading]) -> None:
    claims = [claim for reading in readings for claim in reading.claims]
    assert {claim.kind for claim in claims} == {"count", "rank", "amount", "share", "change", "ratio", "measure"}
    assert {claim.bound for claim in claims} == {"exact", "about", "at_least", "at_most", "between"}
    assert {claim.modality for claim in claims} >= {"actual", "target"}
    assert 2.5 < len(claims) / len(readings) < 4.5
    copies = [reading for reading in readings if reading.document.origin]
    assert 0.15 < len(copies) / len(readings) < 0.35
    years = Counter(reading.document.published.year for reading in readings if reading.document.published)
    assert len(years) >= generated.YEARS
    assert years[generated.LAST.year - 1] > years[EPOCH.year + 1]


def test_it_loads_and_passes_the_checks_and_a_day_comes_on_top(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "journal", tmp_path / "journal")
    with writer(tmp_path):
        assert build.rebuild(tmp_path, SEEDS).added == sum(batch.claims for batch in Journal(home).batches())
        generated.write_day(tmp_path, 50)
        assert build.load_batches(tmp_path, SEEDS).added == Journal(tmp_path).batches()[-1].claims > 50
    with duckdb.connect(tmp_path / build.NAME, read_only=True) as con:
        assert failures(con) == []


def test_the_benchmark_measures_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warehouse_benchmark, "_apart", lambda step, *given: step(*given))
    monkeypatch.setattr(generated, "DAY", 30)
    figures = warehouse_benchmark.measured(tmp_path, 100)
    assert {"claims", "rebuild", "load of a day", "publication after it", "working database"} <= set(figures)
    monkeypatch.delattr(generated, "write")  # the second time the history is there
    assert set(warehouse_benchmark.measured(tmp_path, 100)) == set(figures)
