"""English numbers, times and sentences, each by itself."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from extract.fold import fold, reading_copy
from extract.languages.en.reader import EnglishReader
from extract.languages.en.reading import read_sentence
from extract.languages.en.sentence import Sentence
from extract.languages.en.splitting import split
from extract.languages.en.vocabulary import load_vocabulary
from extract.model import Document
from extract.tokens import tokenize
from transform.periods import TYPES, resolve

_READER = EnglishReader()
_CORPUS = Path(__file__).parents[1] / "corpus" / "en"

with (_CORPUS / "numbers.csv").open(encoding="utf-8", newline="") as _handle:
    _NUMBERS = [(row["surface"], row["value"], row["value_high"]) for row in csv.DictReader(_handle)]
with (_CORPUS / "periods.csv").open(encoding="utf-8", newline="") as _handle:
    _PERIODS = [(row["phrase"], row["period"]) for row in csv.DictReader(_handle)]


def _sentences(text: str) -> list[Sentence]:
    vocabulary = load_vocabulary()
    tokens = tokenize(reading_copy(fold(text)).text)
    return [read_sentence(run, vocabulary) for run in split(tokens, vocabulary.abbreviations)]


@pytest.mark.parametrize(("surface", "value", "high"), _NUMBERS)
def test_a_number_is_read_whole(surface: str, value: str, high: str) -> None:
    (sentence,) = _sentences(surface)
    (number,) = sentence.numbers
    assert float(number.value) == pytest.approx(float(value), abs=1e-4)
    assert (number.high is None) == (high == "")
    assert number.high is None or float(number.high) == float(high)
    assert (number.first, number.last) == (0, len(sentence.words))


@pytest.mark.parametrize(
    "text",
    ["several NGOs", "the charity", "a festival", "millionaire", "halfway", "from 30 to", "in 2019 to", "12/05/2019"],
)
def test_words_that_only_look_like_numbers(text: str) -> None:
    (sentence,) = _sentences(text)
    assert all(number.is_digits for number in sentence.numbers)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose 22% to 1,115", [22, 1115]),
        ("rose from 30 to 52", [30, 52]),
        ("from 90 in 2021 to 60 billion", [90, 2021, 60_000_000_000]),
        ("2019-2020", [2019, 2020]),
        ("2 million and 30", [2_000_000, 30]),
        ("18 thousand and 400", [18_400]),
        ("several hundred", [0]),
    ],
)
def test_numbers_that_stand_side_by_side(text: str, values: list[int]) -> None:
    (sentence,) = _sentences(text)
    assert [number.value for number in sentence.numbers] == values


@pytest.mark.parametrize(("phrase", "period"), _PERIODS)
def test_a_phrase_gives_its_period(phrase: str, period: str) -> None:
    (sentence,) = _sentences(phrase)
    assert [mention.expression for mention in sentence.periods] == [period]


_FRAMES = (
    "{0}, 30 NGOs in Yazd built 12 schools, up from 8 {1}.",
    "Charities {0} plan to give 3 billion rials to 40 orphans {1}; a third of them were paid 20 percent {0}.",
    "The number of charities rose from 40 {0} to 90, compared with 33 {1}. The new ones have 900 members {0}.",
)


@pytest.mark.parametrize("published", [dt.date(2023, 12, 3), None])
@pytest.mark.parametrize("frame", _FRAMES)
def test_every_time_of_a_claim_can_be_resolved(frame: str, published: dt.date | None) -> None:
    phrases = [phrase for phrase, _ in _PERIODS]
    for phrase, other in zip(phrases, [*phrases[7:], *phrases[:7]], strict=True):
        text = frame.format(phrase, other)
        claims, _ = _READER.read(Document("k", "a", text, "s", published=published, lang="en"), fold(text))
        assert all(resolve(claim.period, published).type in TYPES for claim in claims), text


@pytest.mark.parametrize(
    "phrase", ["2,019 charities", "may help", "march on", "a second chance", "no. 1398", "Mehr News"]
)
def test_a_phrase_without_time_gives_none(phrase: str) -> None:
    (sentence,) = _sentences(phrase)
    assert sentence.periods == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Ali Rezaei said so. He left.", 2),
        ("It opened on Sept. 23. Then it closed.", 2),
        ("The U.S. dollar rose by 1.5 percent.", 1),
        ("No. 5 is here! Is it? Yes.", 3),
        ('"It grew," he said. "We hope."', 2),
        ("word " * 1000, 8),
    ],
)
def test_sentences_end_where_they_should(text: str, count: int) -> None:
    assert len(_sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fars News Agency reports from Shiraz", ["Shiraz"]),
        ("in Fars Province and Tehran Times", ["Fars"]),
        ("Mehran Karimi lives in Karaj", ["Karaj"]),
        ("the city of Bam", ["Bam"]),
        ("the isfahan of old", []),
        ("Sistan-Baluchestan and Sistan and Baluchestan", ["Sistan-Baluchestan", "Sistan and Baluchestan"]),
        ("Esfahan, Ghazvin, Khouzestan and Hamadan", ["Esfahan", "Ghazvin", "Khouzestan", "Hamadan"]),
    ],
)
def test_places_are_names_with_a_capital(text: str, names: list[str]) -> None:
    (sentence,) = _sentences(text)
    assert [place.name for place in sentence.places] == names
