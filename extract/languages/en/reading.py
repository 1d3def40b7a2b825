"""A sentence with everything that is found in it, and which capitalised names are places."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from extract.languages.en.sentence import Sentence
from extract.languages.en.vocabulary import Vocabulary
from extract.lexicon import Hit
from extract.model import PlaceType
from extract.sentence import MOST_NUMBERS, PlaceMention, is_run
from extract.tokens import Tokens

_ROW = 12  # tokens within which places stand in one row
_BODY_WORDS = frozenset(
    ("charity", "foundation", "society", "club", "complex", "institute", "hospital", "center", "centre")
)
_AGENCY_WORDS = frozenset(
    [
        "news",
        "times",
        "university",
        "tribune",
        "agency",
        "daily",
        "stock",
        "metro",
        "hospital",
        "declaration",
        "technology",
        "museum",
        "research",
    ]
)


def read_sentence(tokens: Tokens, vocabulary: Vocabulary, line: int = 0, is_headline: bool = False) -> Sentence:
    """The sentence with its mentions."""
    words = [token.lower() for token in tokens.text]
    if is_run(words, vocabulary.number_words, "and"):
        return Sentence(tokens, words, {}, [], [], [], line, is_headline, is_run=True)
    by_class = vocabulary.lexicon.hits(words)
    numbers = vocabulary.numbers.read(Tokens(words, tokens.start, tokens.end))
    if len(numbers) > MOST_NUMBERS:
        return Sentence(tokens, words, {}, [], [], [], line, is_headline, is_run=True)
    sentence = Sentence(tokens, words, by_class, numbers, [], [], line, is_headline)
    sentence.periods = vocabulary.periods.find(words, sentence.is_capital, sentence.of("period"))
    places = (place for place in _places(sentence, vocabulary) if not _is_time(sentence, place))
    sentence.places = sorted(places, key=lambda place: place.first)
    verbs = vocabulary.words["verb"]
    sentence.hits["subject"] = [hit for hit in sentence.of("subject") if not _is_verb(sentence, hit, verbs)]
    return sentence


def _is_verb(sentence: Sentence, hit: Hit, verbs: frozenset[str]) -> bool:
    """The "houses" of "the province houses 21,300 endowments", the "deal" of "61 deal with addiction"."""
    follows = sentence.at("bound_before", hit.last)
    is_counting = any(number.first == (follows.last if follows else hit.last) for number in sentence.numbers)
    word = sentence.word(hit.last - 1)
    return (is_counting and f"{word} #" in verbs) or f"{word} {sentence.word(hit.last)}" in verbs


def _is_time(sentence: Sentence, place: PlaceMention) -> bool:
    """The month of "in Mehr", which is a town's name too."""
    return any(period.first < place.last and place.first < period.last for period in sentence.periods)


def _places(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[PlaceMention]:
    """The names with a capital; one that is an everyday word or a person's only beside a type word."""
    for hit in sentence.of("place"):
        if not sentence.is_capital(hit.first):
            continue
        place = _typed(sentence, hit)
        if place.type is None and _is_doubtful(sentence, hit, vocabulary):
            continue
        if hit.entry.note == "namesake" and place.type is None and _is_among_counties(sentence, hit):
            place = replace(place, type="county")
        yield place
    for hit in sentence.cues("capital"):
        is_money = sentence.word(hit.first - 1) == "of" and sentence.ending("unit", hit.first - 1) is not None
        if sentence.word(hit.last) not in vocabulary.words["capital_noun"] and not is_money:
            yield PlaceMention("Tehran", hit.first, hit.last, None, "province", sentence.span(hit.first, hit.last))


def _is_among_counties(sentence: Sentence, hit: Hit) -> bool:
    """ "Ardabil, Meshgin Shahr and Khalkhal": in a row of counties the namesake of a province is its county."""
    row = [other for other in sentence.of("place") if other is not hit and abs(other.first - hit.first) <= _ROW]
    row = [other for other in row if sentence.is_capital(other.first)]
    listed = any(sentence.word(at) in (",", "and") for at in (hit.last, hit.first - 1))
    counted = any(hit.last <= number.first <= hit.last + 3 for number in sentence.numbers)
    return bool(row) and (listed or counted) and all(other.code in ("county", "city") for other in row)


def _typed(sentence: Sentence, hit: Hit) -> PlaceMention:
    first, last, said = hit.first, hit.last, None
    after, before = sentence.at("place_type", hit.last), _type_before(sentence, hit.first)
    if (
        before is not None
        and sentence.word(before.last - 1) in _PLURAL_TYPES
        and sentence.word(hit.last) not in (",", "and")
    ):
        before = None  # "the villages of Kerman" are in Kerman
    if after is not None and sentence.word(hit.last - 1) != after.entry.surface:
        said, last = after.code, after.last
    elif before is not None:
        said, first = before.code, before.first
    else:
        said = _type_of_list(sentence, hit)
    kind = cast("PlaceType | None", said)
    return PlaceMention(hit.entry.surface, first, last, kind, hit.code, sentence.span(first, last))


def _type_before(sentence: Sentence, index: int) -> Hit | None:
    """ "the city of Shiraz", "the provinces of A and B"."""
    if sentence.word(index - 1) != "of":
        return None
    return sentence.ending("place_type", index - 1)


def _type_of_list(sentence: Sentence, hit: Hit) -> str | None:
    """ "Alborz and Buin Zahra counties", "the provinces of A, B and C": one type word for a row of names."""
    names = {other.first: other for other in sentence.of("place")}
    index = hit.last
    for _ in range(12):
        while sentence.word(index) in (",", "and", "&"):
            index += 1
        other = names.get(index)
        if other is None:
            break
        index = other.last
        plural = sentence.at("place_type", index)
        if plural is not None and sentence.word(index) in _PLURAL_TYPES:
            return plural.code
    ends = {other.last: other for other in sentence.of("place")}
    index = hit.first
    for _ in range(12):
        while sentence.word(index - 1) in (",", "and", "&"):
            index -= 1
        other = ends.get(index)
        if other is None:
            break
        index = other.first
        before = _type_before(sentence, index)
        if before is not None and sentence.word(before.first) in _PLURAL_TYPES:
            return before.code
    return None


_PLURAL_TYPES = frozenset(("provinces", "counties", "cities", "towns", "districts", "villages", "townships"))


def _is_doubtful(sentence: Sentence, hit: Hit, vocabulary: Vocabulary) -> bool:
    """A common word, part of a person's or a body's name, or of another name."""
    is_body = (
        sentence.is_capital(hit.last) and sentence.word(hit.last) in _BODY_WORDS and hit.code in ("county", "city")
    )
    is_part = sentence.words[max(0, hit.first - 2) : hit.first] in (["-", "e"], ["-", "ye"])  # "Mehr-e Khavaran"
    if is_part or is_body or sentence.word(hit.last) in _AGENCY_WORDS or sentence.word(hit.first - 2) == "university":
        return True
    if " ".join(sentence.words[hit.first : hit.last]) in vocabulary.common_places or hit.entry.note == "needs_word":
        is_inside = sentence.word(hit.first - 1) in ("in", "near", "at") and not _is_name(
            sentence, hit.last, vocabulary
        )
        return not (_in_list(sentence, hit) or is_inside or (hit.code == "province" and _acts_as_place(sentence, hit)))
    if hit.code not in ("county", "city") or hit.last > hit.first + 1:
        return False
    if hit.first == 1 and sentence.is_capital(0) and any(said.first == hit.last for said in sentence.of("said")):
        return sentence.word(0) not in vocabulary.not_names  # "Keyvan Baneh told"
    return any(_is_name(sentence, index, vocabulary) for index in (hit.first - 1, hit.last))


def _is_name(sentence: Sentence, index: int, vocabulary: Vocabulary) -> bool:
    """A capitalised word that may be part of a person's name."""
    word = sentence.word(index)
    if not sentence.is_capital(index) or word in vocabulary.not_names or index == 0:
        return False
    return not any(
        hit.first <= index < hit.last
        for kind in ("place", "subject", "role", "place_type")
        for hit in sentence.of(kind)
    )


def _acts_as_place(sentence: Sentence, hit: Hit) -> bool:
    """ "in Fars", "Fars has", "Fars ranks"; but not "Fars reported", "told Fars"."""
    if sentence.word(hit.first - 1) in ("in", "across", "throughout"):
        return True
    return sentence.word(hit.last) in (
        "has",
        "ranks",
        "ranked",
        "with",
        "stands",
        "tops",
        "topped",
        "leads",
        "took",
        "recorded",
        ":",
        "(",
    )


def _in_list(sentence: Sentence, hit: Hit) -> bool:
    """In a row of places with numbers a common word is a place."""
    near = any(other is not hit and abs(other.first - hit.first) <= 5 for other in sentence.of("place"))
    after = sentence.word(hit.last)
    return near and (
        after[:1].isdecimal() or after in ("with", "and", ",") or sentence.word(hit.first - 1) in ("and", "in")
    )
