"""An English sentence as the rules see it: tokens, vocabulary hits, numbers, time and place mentions."""

from dataclasses import dataclass

from extract import sentence
from extract.languages.en.vocabulary import load_vocabulary
from extract.lexicon import Hit
from extract.sentence import Number, PlaceMention

_ROW = 5  # numbers that share one unit
_WHOLE_IN_PERCENT = 100
BREAKS = frozenset((";", ":", "(", ")", "[", "]", "—", "|"))  # beyond these a word belongs to something else
CLAUSE_SIGNS = BREAKS | {",", "and", "while", "but", "whereas", "which", "that", "who"}


@dataclass(slots=True)
class Sentence(sentence.Sentence):
    """One English sentence; its words are the tokens in lower case."""

    def cues(self, *codes: str) -> list[Hit]:
        """The cues of the given codes, in their order."""
        if len(codes) == 1:
            return self.hits.get(codes[0], [])
        return sorted((hit for code in codes for hit in self.hits.get(code, ())), key=lambda hit: hit.first)

    def is_capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.tokens.text[index][0].isupper()

    def is_dateline(self, place: PlaceMention) -> bool:
        """Whether a place only says where the report was written: "SHIRAZ, Feb 12 (IRNA) -", "Yazd – "."""
        if place.first > 0:
            return False
        if self.word(place.last) in (",", "(") and self._dateline_end() > 0:
            return True
        return self.word(place.last) in ("-", "—") or (self.tokens.text[0].isupper() and len(self.words[0]) > 2)

    def _dateline_end(self) -> int:
        """Behind the dash or the "(IRNA):" of a dateline; 0 where there is none."""
        for index in range(1, min(14, len(self.words))):
            word = self.words[index]
            if word in ("-", "—") or (word == ":" and self.words[index - 1] == ")"):
                return index + 1
        return 0

    @property
    def start(self) -> int:
        """Where the sentence itself begins: behind a dateline ("SHIRAZ, Feb 12 (IRNA) -")."""
        if not (self.places and self.is_dateline(self.places[0])):
            return 0
        return self._dateline_end()

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

    def unit_of_row(self, number: Number) -> Hit | None:
        """The unit behind the last of "22, 11 and 9 percent", "from 24 to 37 percent"; of sums too."""
        numbers = {other.first: other for other in self.numbers}
        last = number
        for _ in range(_ROW):
            joint = self.word(last.last)
            is_joint = joint in ("and", ",") or (joint == "to" and self.word(last.first - 1) == "from")
            following = numbers.get(last.last + 1)
            if not is_joint or following is None or self.in_period(last):
                return None
            last = following
            unit = self.at("unit", last.last)
            if unit is not None:
                is_like = number.value <= _WHOLE_IN_PERCENT if unit.entry.note == "percent" else number.scaled
                return unit if is_like else None
        return None


def _parts_statements(word: str) -> bool:
    """Whether a word ends a statement: a sign, a verb, a conjunction."""
    words = load_vocabulary().words
    if word in BREAKS or word in words["deed"] or word in words["state"] or word in words["parting"]:
        return True
    return word.endswith("ed") and word not in words["adjective"]
