"""An English sentence as the rules see it: tokens, vocabulary hits, numbers, time and place mentions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from extract.languages.en.numbers import Number
from extract.languages.en.periods import PeriodMention
from extract.languages.en.vocabulary import Vocabulary, load_vocabulary
from extract.lexicon import Hit
from extract.model import PlaceType
from extract.tokens import Tokens

_LONGEST = 140  # tokens: a run without an end is cut, so that no sentence costs more than a fixed amount
_ENDS = frozenset(".!?\n")
_QUOTES = frozenset('"“”«»„‟`‘')
_APOSTROPHES = frozenset("'’")
BREAKS = frozenset((";", ":", "(", ")", "[", "]", "—", "|"))  # beyond these a word belongs to something else
CLAUSE_SIGNS = BREAKS | {",", "and", "while", "but", "whereas", "which", "that", "who"}
_ROW = 12  # tokens within which places stand in one row
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


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name at tokens `first` to `last`, a type word beside it among them."""

    name: str
    first: int
    last: int
    type: PlaceType | None  # as the text says
    known_as: str  # what the gazetteer knows the name as: province, county, city, foreign, country, world
    span: tuple[int, int]  # where it stands in the reading copy


@dataclass(slots=True)
class Sentence:
    """One sentence with everything that was found in it; positions are token indexes."""

    tokens: Tokens
    words: list[str]  # the tokens in lower case
    hits: dict[str, list[Hit]]
    numbers: list[Number]
    periods: list[PeriodMention]
    places: list[PlaceMention]
    line: int = 0
    is_headline: bool = False
    starts: dict[str, dict[int, Hit]] = field(default_factory=dict)

    def of(self, kind: str, codes: Iterable[str] | None = None) -> list[Hit]:
        """The hits of a class, of the given codes only."""
        found = self.hits.get(kind, [])
        return found if codes is None else [hit for hit in found if hit.entry.code in codes]

    def cues(self, *codes: str) -> list[Hit]:
        """The cues of the given codes, in their order."""
        if len(codes) == 1:
            return self.hits.get(codes[0], [])
        return sorted((hit for code in codes for hit in self.hits.get(code, ())), key=lambda hit: hit.first)

    def at(self, kind: str, index: int) -> Hit | None:
        """The hit of a class that starts at a token."""
        table = self.starts.get(kind)
        if table is None:
            table = self.starts[kind] = {hit.first: hit for hit in self.hits.get(kind, ())}
        return table.get(index)

    def ending(self, kind: str, index: int) -> Hit | None:
        """The hit of a class that ends just before a token."""
        return next((hit for hit in self.hits.get(kind, ()) if hit.last == index), None)

    def word(self, index: int) -> str:
        """The lower-case token at an index; empty outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.tokens.text[index][0].isupper()

    def is_dateline(self, place: PlaceMention) -> bool:
        """Whether a place only says where the report was written: "SHIRAZ, Feb 12 (IRNA) -", "Yazd – "."""
        if place.first > 0:
            return False
        return self.word(place.last) in ("-", "—") or (self.tokens.text[0].isupper() and len(self.words[0]) > 2)

    @property
    def start(self) -> int:
        """Where the sentence itself begins: behind a dateline ("SHIRAZ, Feb 12 (IRNA) -")."""
        if not (self.places and self.is_dateline(self.places[0])):
            return 0
        return next((i + 1 for i in range(min(14, len(self.words))) if self.words[i] in ("-", "—")), 0)

    def shares_verb(self, first: int, last: int) -> bool:
        """Whether between two tokens there is no verb and no sign: "1,200 tons to Syria and 350 tons to Lebanon"."""
        if any(first <= hit.first < last for hit in self.of("said")):
            return False
        words = self.outside(first, last)
        by = {index for index, word in enumerate(words[1:]) if word == "by"}  # "centres run by charities"
        return not any(index not in by and _parts_statements(word) for index, word in enumerate(words))

    def outside(self, first: int, last: int) -> list[str]:
        """The words between two tokens without those in brackets."""
        kept: list[str] = []
        depth = 0
        for word in self.words[first:last]:
            depth += (word == "(") - (word == ")" and depth > 0)
            if not depth and word != ")":
                kept.append(word)
        return kept

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens stand in the reading copy."""
        return self.tokens.start[first], self.tokens.end[last - 1]

    def before_bound(self, index: int) -> int:
        """Where the bound words before a number begin: "with more than 30" → at "more"."""
        for _ in range(2):
            hit = self.ending("bound_before", index)
            if hit is None:
                break
            index = hit.first
        return index

    def in_period(self, number: Number) -> bool:
        """Whether a number is part of a time mention."""
        return any(period.first < number.last and number.first < period.last for period in self.periods)


def _parts_statements(word: str) -> bool:
    """Whether a word ends a statement: a sign, a verb, a conjunction."""
    words = load_vocabulary().words
    if word in BREAKS or word in words["deed"] or word in words["state"] or word in words["parting"]:
        return True
    return word.endswith("ed") and word not in words["adjective"]


def split(tokens: Tokens, abbreviations: frozenset[str]) -> Iterator[Tokens]:
    """The sentences of a line; dots of abbreviations and quotation marks are left out, "'s" is one token."""
    kept = Tokens([], [], [])
    for index, token in enumerate(tokens.text):
        if token in _QUOTES or (token == "." and _is_abbreviation(tokens, index, abbreviations)):
            continue
        if token in _ENDS or len(kept) >= _LONGEST:
            if len(kept):
                yield kept
            kept = Tokens([], [], [])
        if token not in _ENDS:
            _keep(kept, tokens, index)
    if len(kept):
        yield kept


def _keep(kept: Tokens, tokens: Tokens, index: int) -> None:
    """Add a token; an apostrophe joins the letters behind it, ends a plural ("the donors'"), or is a quotation mark."""
    text, start, end = tokens.text, tokens.start, tokens.end
    token = text[index]
    if _follows_apostrophe(tokens, index) and kept.text and kept.text[-1] in _APOSTROPHES:
        kept.text[-1], kept.end[-1] = "'" + token, end[index]
        return
    if token in _APOSTROPHES and not (index + 1 < len(text) and _follows_apostrophe(tokens, index + 1)):
        if index == 0 or text[index - 1][-1:] != "s" or end[index - 1] != start[index]:
            return
        token = "'s"
    kept.text.append("—" if token == "-" and _is_dash(tokens, index) else token)
    kept.start.append(start[index])
    kept.end.append(end[index])


def _is_dash(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen with spaces around it parts statements; "30 - 40" and a dateline's keep theirs."""
    if not 0 < index < len(tokens) - 1:
        return False
    spaced = tokens.end[index - 1] < tokens.start[index] and tokens.end[index] < tokens.start[index + 1]
    return spaced and not (tokens.text[index - 1][-1].isdecimal() and tokens.text[index + 1][0].isdecimal())


def _follows_apostrophe(tokens: Tokens, index: int) -> bool:
    """The "s" of "Iran's": an apostrophe between letters without a space."""
    text = tokens.text
    return (
        index > 1
        and text[index - 1] in _APOSTROPHES
        and text[index][0].isalpha()
        and text[index - 2][-1].isalnum()
        and tokens.end[index - 2] == tokens.start[index - 1]
        and tokens.end[index - 1] == tokens.start[index]
    )


def _is_abbreviation(tokens: Tokens, index: int, abbreviations: frozenset[str]) -> bool:
    """Whether a dot stands behind "Dr", "Sept", an initial, or before a small letter without a space."""
    text = tokens.text
    if index == 0 or tokens.end[index - 1] != tokens.start[index]:
        return False
    before, after = text[index - 1], text[index + 1] if index + 1 < len(text) else ""
    if before.lower() == "no":
        return after[:1].isdecimal()
    if before.lower() in abbreviations:
        return True
    return (
        len(before) == 1 and before.isalpha() and (before.isupper() or after[:1].islower()) and after not in ("", "\n")
    )


def read_sentence(
    tokens: Tokens, vocabulary: Vocabulary, line: int = 0, is_headline: bool = False, jalali: bool = False
) -> Sentence:
    """The sentence with its mentions."""
    words = [token.lower() for token in tokens.text]
    by_class = vocabulary.lexicon.hits(words)
    numbers = vocabulary.numbers.read(Tokens(words, tokens.start, tokens.end))
    sentence = Sentence(tokens, words, by_class, numbers, [], [], line, is_headline)
    sentence.periods = vocabulary.periods.find(words, sentence.is_capital, sentence.of("period"), jalali)
    sentence.places = [place for place in _places(sentence, vocabulary) if not _is_time(sentence, place)]
    return sentence


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
    if sentence.word(hit.last) in _AGENCY_WORDS or sentence.word(hit.first - 2) == "university":
        return True
    if " ".join(sentence.words[hit.first : hit.last]) in vocabulary.common_places or hit.entry.note == "needs_word":
        is_inside = sentence.word(hit.first - 1) == "in" and not _is_name(sentence, hit.last, vocabulary)
        return not (_in_list(sentence, hit) or is_inside or (hit.code == "province" and _acts_as_place(sentence, hit)))
    if hit.code not in ("county", "city") or hit.last > hit.first + 1:
        return False
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
    return sentence.word(hit.last) in ("has", "ranks", "ranked", "with", "stands", "tops", "topped", "leads", ":", "(")


def _in_list(sentence: Sentence, hit: Hit) -> bool:
    """In a row of places with numbers a common word is a place."""
    near = any(other is not hit and abs(other.first - hit.first) <= 5 for other in sentence.of("place"))
    after = sentence.word(hit.last)
    return near and (
        after[:1].isdecimal() or after in ("with", "and", ",") or sentence.word(hit.first - 1) in ("and", "in")
    )
