"""Copies of real articles are joined with them, and articles that a reader would keep apart are not."""

from collections.abc import Sequence

import pytest

from tests.measure.copies import CORPUS, WAYS, Article, articles, differing, measured, read_pairs, reports, scored

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"{CORPUS} is not here")


@pytest.fixture(scope="module")
def originals() -> Sequence[Article]:
    return articles()


@needs_corpus
@pytest.mark.slow
def test_copies_of_articles_are_joined_with_them_and_with_nothing_else(originals: Sequence[Article]) -> None:
    scores = measured(originals, families=400, seed=11)
    assert scores.f1 >= 0.98
    assert min(scores.precision, scores.recall) >= 0.97
    assert {*WAYS} <= {*scores.made}
    verdicts = read_pairs()
    joined = differing(scores.joined, originals)
    assert len(joined) >= 100
    assert [pair for pair in joined if verdicts.get(pair) != "same"] == [], (
        "read these pairs, then say so in copies.csv"
    )


def test_pairs_are_counted_as_they_should_be() -> None:
    everything = [
        Article(name, "", name[0], "cut" if "+" in name else "original") for name in ("a", "a+0", "a+1", "b", "b+0")
    ]
    found = {"a": "a", "a+0": "a", "a+1": "a+1", "b": "a", "b+0": "b+0"}
    scores = scored(everything, found, {"a": "a", "b": "b"})
    assert (scores.right, scores.missed, scores.wrong) == (1, 3, 2)
    assert (scores.made["cut"], scores.found["cut"], scores.joined) == (3, 1, [])
    assert scored(everything, found, {"a": "a", "b": "a"}).joined == [("a", "b")]


def test_documents_of_equal_texts_are_one_report() -> None:
    text = "شورای یاری محله بهارستان دوازده دوره آموزش رایگان برای بانوان سرپرست خانوار برپا کرد."
    documents = [Article("b", text, "b"), Article("a", text.replace("ی", "ي"), "a"), Article("c", text[:30], "c")]
    assert reports(documents) == {"a": "a", "b": "a", "c": "c"}
