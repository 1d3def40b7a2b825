"""Short texts and the claims that they make: the fields that are given must be met, and there may be no other claim."""

from typing import get_args

import pytest

from extract.model import Kind
from tests.measure.annotated import SEEDS, Record, lines
from tests.measure.phrases import CORPORA, claims_of, matched
from transform.references import load_references

_REFERENCES = load_references(SEEDS)
_CASES = {name: lines(path) for name, path in CORPORA.items()}
# Of each corpus: the least texts, the least of them without a claim, the largest share that may fail yet.
_LEAST = {"en/claims": (340, 15, 0.0), "fa/claims": (210, 15, 0.0)}


def test_every_corpus_is_held_to_a_size() -> None:
    assert set(_LEAST) == set(CORPORA)


@pytest.mark.parametrize("name", CORPORA)
def test_a_corpus_is_large_and_mostly_read(name: str) -> None:
    texts, without, failing = _LEAST[name]
    cases = _CASES[name]
    assert len(cases) >= texts
    assert len({case["text"] for case in cases}) == len(cases)
    assert sum("xfail" in case for case in cases) <= failing * len(cases)
    assert {claim["kind"] for case in cases for claim in case["claims"]} == set(get_args(Kind))
    assert sum(not case["claims"] for case in cases) >= without


@pytest.mark.parametrize(
    ("language", "case"),
    [
        pytest.param(
            CORPORA[name].parent.name,
            case,
            id=f"{name}-{number}",
            marks=[pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else [],
        )
        for name, cases in _CASES.items()
        for number, case in enumerate(cases, 1)
    ],
)
def test_a_text_makes_its_claims_and_no_other(language: str, case: Record) -> None:
    wanted = case["claims"]
    records = claims_of(case, language, _REFERENCES)
    named = dict.fromkeys([*(name for claim in wanted for name in claim), "number_text"])
    shown = [{name: record[name] for name in named} for record in records]
    assert len(records) == len(wanted), shown
    assert matched(wanted, records), shown
