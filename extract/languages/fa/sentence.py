"""A Persian sentence as the rules see it: tokens, vocabulary hits, numbers, time and place mentions."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from extract import sentence
from extract.languages.fa.periods import find_periods
from extract.languages.fa.vocabulary import Vocabulary
from extract.lexicon import Hit
from extract.model import PlaceType
from extract.sentence import MOST_NUMBERS, Number, PlaceMention, is_run
from extract.tokens import Tokens

_REACH = 40  # tokens: the cost of a clause does not grow with the sentence
# What ends a clause: beyond it a noun, a place or a verb belongs to something else.
BREAKS = frozenset(("؛", ";", ":", "(", ")", "«", "»", "،", ",", "!", "/", "|"))


@dataclass
class Sentence(sentence.Sentence):
    """One Persian sentence."""

    free_places: list[PlaceMention] | None = None  # of `where`, found once a sentence

    def number_at(self, index: int) -> Number | None:
        """The number that covers a token."""
        return next((number for number in self.numbers if number.first <= index < number.last), None)

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """The tokens of the numbers that end what belongs to another: all but times and the article «یک»."""
        in_time = {index for period in self.periods for index in range(period.first, period.last)}
        return [
            (number.first, number.last)
            for number in self.numbers
            if number.first not in in_time
            and not (self.words[number.first] == "یک" and number.last == number.first + 1)
        ]

    @cached_property
    def number_rows(self) -> list[tuple[int, int]]:
        """The tokens of rows of two or more numbers: «۹۰، ۸۵ و ۶۲»."""
        rows: list[tuple[int, int]] = []
        first = last = count = 0
        for number in (*self.numbers, None):
            joined = number is not None and count > 0 and self.words[last : number.first] in (["و"], ["،"], [","])
            if count > 1 and not joined:
                rows.append((first, last))
            if number is not None:
                first, count = (first, count + 1) if joined else (number.first, 1)
                last = number.last
        return rows

    @cached_property
    def joints(self) -> frozenset[int]:
        """The tokens behind the times."""
        return frozenset(period.last for period in self.periods)

    def clause(self, index: int) -> tuple[int, int]:
        """First and last (exclusive) token of the run without a break around a token, no farther than it reaches."""
        words = self.words
        nearest, farthest = max(0, index - _REACH), min(len(words), index + _REACH)
        joints = self.joints  # «در سال ۱۳۹۹، ۶۶ سمن»: this comma only parts two numbers
        first = index
        while first > nearest and (words[first - 1] not in BREAKS or (first - 1 in joints and words[first - 1] == "،")):
            first -= 1
        last = index
        while last < farthest and words[last] not in BREAKS:
            last += 1
        return first, last


def read_sentence(tokens: Tokens, vocabulary: Vocabulary, line: int = 0, is_headline: bool = False) -> Sentence:
    """The sentence with its mentions."""
    if is_run(tokens.text, vocabulary.number_words, "و"):
        return Sentence(tokens, tokens.text, {}, [], [], [], line, is_headline, is_run=True)
    tokens = _percent_behind(vocabulary.glue.split(tokens))
    words = tokens.text
    hits = vocabulary.lexicon.hits(words)
    numbers = vocabulary.numbers.read(words)
    if len(numbers) > MOST_NUMBERS:
        return Sentence(tokens, words, {}, [], [], [], line, is_headline, is_run=True)
    places = _places(tokens, hits, vocabulary)
    periods = find_periods(words, hits, numbers, vocabulary) if numbers or "period" in hits or "year" in hits else []
    return Sentence(tokens, words, hits, numbers, periods, places, line, is_headline)


def _percent_behind(tokens: Tokens) -> Tokens:
    """«٪۲۰» as «۲۰٪»: a sign written before its number, both of the span of the two."""
    words = tokens.text
    first = [
        i
        for i in range(len(words) - 1)
        if words[i] == "%" and words[i + 1][0].isdecimal() and not (i and words[i - 1][0].isdecimal())
    ]
    if not first:
        return tokens
    turned = Tokens([*words], [*tokens.start], [*tokens.end])
    for i in first:
        turned.text[i : i + 2] = words[i + 1], "%"
        turned.start[i + 1], turned.end[i] = tokens.start[i], tokens.end[i + 1]
    return turned


def _places(tokens: Tokens, hits: dict[str, list[Hit]], vocabulary: Vocabulary) -> list[PlaceMention]:
    words = tokens.text
    untyped = {hit.first for hit in hits.get("cue", ()) if hit.code == "no_type"}
    untyped |= {hit.first for hit in hits.get("place_type", ()) if words[hit.first - 1 : hit.first] in _THIS}
    types = {hit.last: hit for hit in hits.get("place_type", ()) if hit.first not in untyped}
    seats = {hit.last: hit for hit in hits.get("cue", ()) if hit.code.startswith("seat_")}  # «فرماندار ساوه»
    found: list[PlaceMention] = []
    doubtful: list[PlaceMention] = []
    for hit in hits.get("place", ()):
        if hit.code == "country":  # a cue: it may be a scope
            continue
        if any(period_hit.first <= hit.first < period_hit.last for period_hit in hits.get("period", ())):
            continue  # «بهار امسال»
        type_hit = types.get(hit.first)
        seat = seats.get(hit.first)
        typed = type_hit.code if type_hit else seat.code.removeprefix("seat_") if seat else None
        if typed == "villages":  # «روستاهای ایلام» are the province's, «روستاهای ساوه» the county's
            typed = None if hit.code == "province" else "county"
        first = type_hit.first if type_hit else hit.first
        span = tokens.start[first], tokens.end[hit.last - 1]
        mention = PlaceMention(hit.entry.surface, first, hit.last, cast("PlaceType | None", typed), hit.code, span)
        needs_word = hit.entry.surface in vocabulary.common_places or (hit.code == "city" and hit.last == hit.first + 1)
        (doubtful if needs_word and not typed else found).append(mention)
    owners = {hit.last for hit in hits.get("subject", ())}
    for hit in hits.get("demonym", ()):  # «خیران دامغانی»; elsewhere it is a surname
        if hit.first in owners and hit.entry.surface not in vocabulary.common_places:
            span = tokens.start[hit.first], tokens.end[hit.last - 1]
            found.append(PlaceMention(hit.entry.surface, hit.first, hit.last, None, hit.code, span))
    nouns = {hit.last for kind in ("subject", "field") for hit in hits.get(kind, ())}
    for mention in doubtful:
        of_noun = mention.first in nouns and mention.known_as == "province"  # «سمن‌های البرز», «خیران فارس»
        if _is_ranked(words, mention, hits):
            found.append(replace(mention, type="province"))
        elif of_noun or _is_led(words, mention, hits, vocabulary) or _is_listed(words, mention, found, vocabulary):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.first)


_THIS = (["این"], ["همین"], ["ان"])  # «در این استان مهاباد با ۵۱ سمن …»: the word refers back


def _is_led(words: list[str], mention: PlaceMention, hits: dict[str, list[Hit]], vocabulary: Vocabulary) -> bool:
    """«در البرز», «مدیرکل بهزیستی فارس»: a province that «در» or an office leads to; not «بانک مرکزی»."""
    before = words[mention.first - 1 : mention.first]
    if mention.known_as != "province" or mention.name in vocabulary.adjective_places or before == ["خبرگزاری"]:
        return False
    return before == ["در"] or any(
        0 < mention.first - role.last <= _OFFICE and _NO_OFFICE.isdisjoint(words[role.last : mention.first])
        for role in hits.get("role", ())
    )


_OFFICE = 8  # tokens from the head of an office to its province
_NO_OFFICE = BREAKS | {"گفت", "که", "با", "در", "از", "به"}


def _is_ranked(words: list[str], mention: PlaceMention, hits: dict[str, list[Hit]]) -> bool:
    """«… و البرز در مشارکت سمن‌ها رتبه سوم را دارد»: a province that opens a clause with a rank."""
    opens = mention.first == 0 or words[mention.first - 1] in ("و", "،", ":", "که", "؛")
    follows = words[mention.last : mention.last + 1]
    if mention.known_as != "province" or not opens or follows not in _LEADS_TO_RANK:
        return False
    return any(hit.code == "rank" and 0 <= hit.first - mention.last <= _TO_RANK for hit in hits.get("cue", ()))


_LEADS_TO_RANK = (["در"], ["از"], ["به"], ["رتبه"], ["جایگاه"], ["مقام"])
_TO_RANK = 10  # tokens from a province to its rank


def _is_listed(words: list[str], mention: PlaceMention, found: list[PlaceMention], vocabulary: Vocabulary) -> bool:
    """«ساوه ۱۸، شازند ۶», «در ساوه ۱۸ و در دیر ۶», «فردوس و سرایان»: in a list of places a common word is a place."""
    joined = any(
        (other.last + 1 == mention.first and words[other.last] == "و")
        or (mention.last + 1 == other.first and words[mention.last] == "و")
        for other in found
    )
    numbered = _is_number(words, mention.last, vocabulary)
    led = words[mention.first - 1 : mention.first] == ["در"]
    reach = 10 if led and numbered else 6
    near = any(abs(other.first - mention.first) <= reach for other in found)
    counted = words[mention.last : mention.last + 1] == ["با"] and _is_number(words, mention.last + 1, vocabulary)
    if counted and found:  # «تهران با ۱۱۲ سمن پیشتاز است، فارس با ۸۷ سمن دوم»
        return True
    if mention.first == 0 and words[mention.last : mention.last + 1] == ["،"]:
        return True  # «فارس، دومین استان در …»
    headed = mention.first <= 1 and words[mention.last : mention.last + 1] == [":"]  # «- دیر: ۳ مدرسه»
    return joined or (near and (numbered or led)) or (headed and _is_number(words, mention.last + 1, vocabulary))


def _is_number(words: list[str], index: int, vocabulary: Vocabulary) -> bool:
    return index < len(words) and (words[index][0].isdecimal() or words[index] in vocabulary.number_words)
