"""Who speaks: "X, head of Y, said", "said X", "according to X", "he added", a role alone, a body without a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract import speakers
from extract.languages.en.sentence import Sentence
from extract.languages.en.vocabulary import load_vocabulary
from extract.lexicon import Hit
from extract.speakers import NOBODY, Person

_PEOPLE = 60
_NAME_TOKENS = 5
_ROLE_TOKENS = 16
_BEFORE_BODIES = frozenset(("the", "of", "'s", "for", "in", "at", "from", "a", "an"))  # never right before a person
_NAME_JOINTS = frozenset(("-", "al", "bin", "ibn"))
_ANYBODY = frozenset(("official", "expert", "representative"))
_INVERTED = frozenset(("", ",", "-", ")", ":"))


@dataclass(slots=True)
class Speakers(speakers.Speakers):
    """The speakers of a document in the order in which they appear, and who speaks now."""

    line: int = -1  # of the last sentence that says who speaks
    is_of_a_body: bool = False  # the article's first voice is an office or agency: what nobody else says is its own

    def of(self, sentence: Sentence) -> Person | None:
        """Who says a sentence; `NOBODY` of a body's own words; None before any speech."""
        if self.is_of_a_body and sentence.line != self.line:
            return NOBODY
        return self.current

    def hear(self, sentence: Sentence) -> None:
        """Take up the speaker that a sentence names; "he" and a sentence without speech leave the current one."""
        accord = next(iter(sentence.of("according")), None) or _interview(sentence)
        verbs = sentence.of("said")
        verb = next((hit for hit in verbs if hit.first > sentence.start + 1), next(iter(verbs), None))
        if accord is not None:
            start, limit = accord.last, min(len(sentence.words), accord.last + 24)
        elif verb is not None:
            start, limit = self._subject_of(sentence, verb)
        else:
            return
        if self._goes_on(sentence, start, limit, is_behind=accord is not None):
            self.line = sentence.line
            return
        self._take(sentence, start, limit)

    def _goes_on(self, sentence: Sentence, start: int, limit: int, *, is_behind: bool) -> bool:
        """Whether "he said", "the official added", "according to him" leave who speaks."""
        pronouns = sentence.of("he") if self.current is not None else []
        if is_behind:
            return any(hit.first == start for hit in pronouns)
        said = any(start <= hit.first and limit - 2 <= hit.last <= limit for hit in pronouns)
        return said and next(_names(sentence, start, limit), None) is None

    def _subject_of(self, sentence: Sentence, verb: Hit) -> tuple[int, int]:
        """The tokens that name who says: before the verb, or behind it ("…," said X)."""
        inverted = sentence.word(verb.first - 1) in _INVERTED and sentence.is_capital(verb.last)
        if sentence.word(verb.first - 1) in _INVERTED and sentence.word(verb.last) in ("the", "a", "an"):
            inverted = any(verb.last < hit.first <= verb.last + 4 for hit in sentence.of("role"))
        quoted = verb.entry.surface in ("quoted", "quoting") and sentence.is_capital(verb.last)
        if inverted or quoted or sentence.at("title", verb.last) is not None:
            behind = min(len(sentence.words), verb.last + 24)
            is_role = any(verb.last <= hit.first <= verb.last + 4 for hit in sentence.of("role"))
            if is_role or next(_names(sentence, verb.last, behind), None) or sentence.at("he", verb.last):
                return verb.last, behind
        return _clause_of(sentence, verb), verb.first

    def _take(self, sentence: Sentence, start: int, limit: int) -> None:
        name = next(_names(sentence, start, limit), None)
        role = _role(sentence, start, limit, name)
        known = self._known(sentence, start, limit, name)
        if known is not None:
            self.current, self.line = known, sentence.line
            if known.role is None and role is not None:
                known.role, known.role_head = sentence.span(*role), sentence.word(role[0])
            return
        if name is None and role is None:
            if any(start <= hit.first < limit for hit in sentence.of("body")):
                self.is_of_a_body = self.is_of_a_body or not self.people
                self.current = NOBODY if self.is_of_a_body else self.current
            return
        self.line = sentence.line
        self._meet(sentence, name, role)

    def _meet(self, sentence: Sentence, name: tuple[int, int] | None, role: tuple[int, int] | None) -> None:
        head = _role_head(sentence, role) if role else ""
        span = sentence.span(*role) if role else None
        if name is None:
            known = next((person for person in reversed(self.people) if person.role_head == head), None)
            self.current = known or Person(None, span, (), head)
            if known is None:
                self._remember(self.current)
            return
        words = tuple(sentence.words[name[0] : name[1]])
        waiting = next((person for person in self.people if person.name is None and person.role_head == head), None)
        is_another = sentence.word(name[1]) == "," and sentence.word(name[1] + 1) in ("a", "an", "who")
        alone = waiting is None and role is None and not is_another
        if alone and self.current is not None and self.current.name is None:
            waiting = self.current if self.current in self.people else None
        if (
            waiting is None
            and self.current is not None
            and self.current.role_head in _ANYBODY
            and not self.current.name
        ):
            waiting, waiting.role, waiting.role_head = self.current, span, head  # "an official said", named next
        if waiting is not None:
            waiting.name, waiting.words = sentence.span(*name), words
            self.current = waiting
            return
        self.current = Person(sentence.span(*name), span, words, head)
        self._remember(self.current)

    def _remember(self, person: Person) -> None:
        """Keep a person; of very many, the first and the last ones, so that a long page costs its length."""
        self.people.append(person)
        if len(self.people) > _PEOPLE:
            del self.people[1]

    def _known(self, sentence: Sentence, start: int, limit: int, name: tuple[int, int] | None) -> Person | None:
        """A person met before, named again in full or by surname."""
        if name is not None:
            full = tuple(sentence.words[name[0] : name[1]])
            return next((person for person in self.people if person.words[-len(full) :] == full), None)
        for person in reversed(self.people):
            for index in range(start, limit):
                if person.words and sentence.words[index] == person.words[-1] and sentence.is_capital(index):
                    return person
        return None


def _interview(sentence: Sentence) -> Hit | None:
    """The "talked to" before who is asked; "she talked to IRNA" names the paper."""
    hits = (hit for hit in sentence.of("interview") if sentence.is_capital(hit.last))
    limit = len(sentence.words)
    return next((h for h in hits if any(first <= h.last + 1 for first, _ in _names(sentence, h.last, limit))), None)


def _clause_of(sentence: Sentence, verb: Hit) -> int:
    """Where the clause of a verb begins: behind "Speaking on International Volunteer Day,"."""
    if sentence.word(sentence.start) not in load_vocabulary().words["opening"]:
        return 0
    commas = [index for index in range(sentence.start, verb.first - 1) if sentence.words[index] == ","]
    return next((index + 1 for index in commas if next(_names(sentence, index + 1, verb.first), None)), 0)


def _names(sentence: Sentence, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """Runs of two to five capitalised words that are no known words, without the titles before them."""
    taken = {
        i
        for kind in ("role", "title", "body", "register")
        for hit in sentence.of(kind)
        for i in range(hit.first, hit.last)
    }
    taken |= {i for place in sentence.places for i in range(place.first, place.last)}
    titles = {hit.last for hit in sentence.of("title")}
    index = start
    while index < limit:
        first = index
        while (
            index < limit and index - first <= _NAME_TOKENS + 2 and _can_be_name(sentence, index, taken, index > first)
        ):
            index += 1
        while index > first and sentence.words[index - 1] == "-":
            index -= 1
        size = sum(word != "-" for word in sentence.words[first:index])
        of_a_body = sentence.word(first - 1) in _BEFORE_BODIES and first > start
        of_a_body = of_a_body or (sentence.is_capital(index) and sentence.word(index) in load_vocabulary().not_names)
        if not of_a_body and (2 <= size <= _NAME_TOKENS or (size == 1 and first in titles)):
            yield first, index
        index = max(index, first + 1)


def _can_be_name(sentence: Sentence, index: int, taken: set[int], inner: bool) -> bool:
    word = sentence.words[index]
    if inner and word in _NAME_JOINTS and index + 1 < len(sentence.words) and sentence.words[index + 1][0].isalpha():
        return True
    if not sentence.is_capital(index) or index in taken or word in load_vocabulary().not_names:
        return False
    return not word[0].isdecimal() and not (sentence.tokens.text[index].isupper() and len(word) > 2)


def _role(sentence: Sentence, start: int, limit: int, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """The office behind the name's comma, or just before the name, or alone."""
    roles = [hit for hit in sentence.of("role") if start <= hit.first < limit]
    if not roles:
        return None
    if name is None:
        return _phrase(sentence, roles[0], start, limit)
    behind = next((hit for hit in roles if name[1] < hit.first <= name[1] + 6), None)
    if behind is not None and sentence.word(name[1]) in (",", "(", "-"):
        return _phrase(sentence, behind, name[1] + 1, limit)
    end = name[0]
    while (title := sentence.ending("title", end)) is not None and title.first > start:
        end = title.first
    before = [hit for hit in roles if hit.last <= end and _leads_to(sentence, hit, end)]
    if before:
        return _phrase(sentence, before[0], start, end)
    return None


def _leads_to(sentence: Sentence, role: Hit, index: int) -> bool:
    """Whether an office runs on to a name: no verb and no comma but the last between."""
    between = sentence.words[role.last : index]
    return "," not in between[:-1] and sentence.shares_verb(role.last, index)


def _phrase(sentence: Sentence, role: Hit, start: int, limit: int) -> tuple[int, int]:
    """An office in full: with the words before its head ("provincial", "Qazvin's"), to a comma or a verb."""
    first = role.first
    while first > start and (sentence.word(first - 1)[:1].isalpha() or sentence.word(first - 1) in ("'s", "-")):
        if sentence.word(first - 1) in (
            "the",
            "a",
            "an",
            "to",
            "of",
            "by",
            "that",
            "and",
            "in",
            "on",
            "its",
            "their",
        ) or sentence.at("said", first - 1):
            break
        first -= 1
    if sentence.word(first - 1) == "the" and "'s" in sentence.words[first : role.first] and first > start:
        first -= 1  # "the ministry's director"
    last = role.last
    while last < min(limit, role.last + _ROLE_TOKENS) and not _ends_role(sentence, last):
        last += 1
    return first, last


def _ends_role(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    if word == "," and _name_goes_on(sentence, index):
        return False
    return (
        word in (",", "(", ")", ";", ":", "who", "that", "which", "as", "told", "on", "has", "have", "had", "was", "is")
        or sentence.at("said", index) is not None
    )


def _name_goes_on(sentence: Sentence, comma: int) -> bool:
    """The comma of "the Cooperatives, Labor and Social Welfare Department": capitals and an "and" behind it."""
    index = comma + 1
    while sentence.is_capital(index):
        index += 1
    return index > comma + 1 and sentence.word(index) == "and" and sentence.is_capital(index + 1)


def _role_head(sentence: Sentence, role: tuple[int, int]) -> str:
    """The word by which an office is known again: "director", "head"."""
    hit = next((hit for hit in sentence.of("role") if role[0] <= hit.first < role[1]), None)
    return sentence.word(hit.last - 1) if hit else ""
