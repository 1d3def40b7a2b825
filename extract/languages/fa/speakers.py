"""Who speaks: «X مدیرکل Y گفت», «وی افزود», «به گفته Z», a role alone whose name follows later."""

from dataclasses import dataclass, field

from extract.languages.fa.sentence import Sentence
from extract.lexicon import Hit

_STOP = frozenset(
    word
    for words in (
        "در با از به که را این ان امروز روز صبح عصر ظهر شامگاه دیروز شب پیش نیز هم همچنین ضمن پس بعد پیرامون درباره",
        "حاشیه نشست جمع طی برای تا بر اما خود خبرنگار ما نقل گزارش عنوان مراسم ایین است بود شد",
        "شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه سه",
    )
    for word in words.split()
)
_SIGNS = frozenset('،,:؛;«»()-–/|.؟!"')
_NAME_TOKENS = 5
_NO_NAME = ("subject", "place_type", "tie", "status", "unit", "cue", "period", "year", "bound_before", "register")


@dataclass(slots=True, eq=False)
class Person:
    """A speaker: spans of name and role in the reading copy; either may come later than the other."""

    name: tuple[int, int] | None
    role: tuple[int, int] | None
    words: tuple[str, ...] = ()
    role_head: str = ""


@dataclass(slots=True)
class Speakers:
    """The speakers of a document in the order in which they appear, and who is «وی» now."""

    people: list[Person] = field(default_factory=list)
    current: Person | None = None

    def first(self) -> Person | None:
        """The first speaker that has a name: a lead without a speaker is what he said."""
        return next((person for person in self.people if person.name is not None), None)

    def hear(self, sentence: Sentence) -> None:
        """Take up the speaker that a sentence names; «وی» and a sentence without speech leave the current one."""
        verb = min((*sentence.of("said")[:1], *sentence.of("said_by")[:1]), key=lambda hit: hit.first, default=None)
        accord = next(iter(sentence.of("according")), None)
        if accord is not None and (verb is None or accord.first < verb.first):
            start, limit = accord.last, min(len(sentence.words), accord.last + 16)
        elif verb is not None:
            start, limit = _opening(sentence, verb), verb.first
        else:
            return
        if sentence.at("he", start) is not None:
            return
        known = self._known(sentence, start, limit)
        if known is not None:
            self.current = known
            self._add_role(sentence, known, start, limit)
            return
        self._introduce(sentence, start, limit)

    def _introduce(self, sentence: Sentence, start: int, limit: int) -> None:
        role = next((hit for hit in sentence.of("role") if start <= hit.first < limit), None)
        name = _name_at(sentence, start, role.first if role else limit)
        if role is None:
            if name is None:
                name = _name_before(sentence, limit, start)
            if name is not None:
                self._meet(sentence, name, None)
            return
        role_end = _role_end(sentence, role, limit)
        if name is None:
            name = _name_before(sentence, role.first, start) if role.first > start else None
        if name is None and sentence.word(role_end) in ("،", ")"):
            name = _name_at(sentence, role_end + 1, limit)
        self._meet(sentence, name, (role.first, role_end))

    def _meet(self, sentence: Sentence, name: tuple[int, int] | None, role: tuple[int, int] | None) -> None:
        role_span = _span(sentence, *role) if role else None
        head = sentence.word(role[0]) if role else ""
        if name is None:  # a role alone: the current speaker's, or that of someone who is named next
            known = next((person for person in reversed(self.people) if person.role_head == head), None)
            if known is None and self.current is not None and self.current.role is None:
                known, self.current.role, self.current.role_head = self.current, role_span, head
            if known is None:
                known = Person(None, role_span, (), head)
                self.people.append(known)
            self.current = known
            return
        words, span = tuple(sentence.words[name[0] : name[1]]), _span(sentence, *name)
        waiting = self.current if self.current is not None and self.current.name is None else None
        if waiting is not None and (role is None or head == waiting.role_head):
            waiting.name, waiting.words = span, words
            return
        self.current = Person(span, role_span, words, head)
        self.people.append(self.current)

    def _add_role(self, sentence: Sentence, person: Person, start: int, limit: int) -> None:
        role = next((hit for hit in sentence.of("role") if start <= hit.first < limit), None)
        if person.role is None and role is not None:
            person.role = _span(sentence, role.first, _role_end(sentence, role, limit))
            person.role_head = sentence.word(role.first)

    def _known(self, sentence: Sentence, start: int, limit: int) -> Person | None:
        """A person met before, named again in full or by surname near the start of the speech."""
        words = sentence.words[start : min(limit, start + 10)]
        for person in reversed(self.people):
            for size in range(len(person.words), 0, -1):
                tail = list(person.words[-size:])
                if size == 1 and len(tail[0]) < 4 and len(person.words) > 1:
                    continue
                if any(words[index : index + size] == tail for index in range(len(words) - size + 1)):
                    return person
        return None


def _span(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    return sentence.tokens.start[first], sentence.tokens.end[last - 1]


def _opening(sentence: Sentence, verb: Hit) -> int:
    """Where the naming of the speaker begins: behind «به گزارش … از گرگان،» or «یزد - ایرنا -», else at the start."""
    words = sentence.words
    start = 0
    report = next((hit for hit in sentence.of("report") if hit.first <= 2), None)
    if report is not None:
        start = next((i + 1 for i in range(report.last, verb.first) if words[i] in ("،", "؛", ",", "-", ":")), 0)
        quoted = next((hit for hit in sentence.of("quoted") if report.last <= hit.first < verb.first), None)
        if not start:
            start = min((quoted.last if quoted else report.last) + 1, verb.first)
    else:
        dashes = [i for i in range(min(6, verb.first)) if words[i] in ("-", "/", ":") and (words[i] != ":" or i < 4)]
        start = dashes[-1] + 1 if dashes else 0
    while start < verb.first and (
        sentence.word(start) in _SIGNS or sentence.word(start) in ("همچنین", "نیز", "اما", "و", "سپس")
    ):
        start += 1
    return start


def _role_end(sentence: Sentence, role: Hit, limit: int) -> int:
    """Where the title of an office ends: before a stop word, a sign or a number."""
    index = role.last
    while index < limit and not _ends_role(sentence.word(index)):
        index += 1
    return index


def _ends_role(word: str) -> bool:
    return word in _SIGNS or word[0].isdecimal() or word in _ROLE_STOP


_ROLE_STOP = _STOP - {"جمعه", "پیش", "سه"}


def _name_at(sentence: Sentence, start: int, limit: int) -> tuple[int, int] | None:
    """A name that begins at a token: two to five words up to a role, a stop word or a sign, without titles."""
    first = _without_titles(sentence, start, limit)
    last = first
    while last < limit and last - first < _NAME_TOKENS + 1 and _can_be_name(sentence, last):
        last += 1
    if not 2 <= last - first <= _NAME_TOKENS:
        return None
    return None if _holds_words(sentence, first, last) else (first, last)


def _name_before(sentence: Sentence, limit: int, start: int) -> tuple[int, int] | None:
    """A name that ends just before a token (a speech verb or a role)."""
    first = limit
    while first > start and limit - first < _NAME_TOKENS and _can_be_name(sentence, first - 1):
        first -= 1
    first = _without_titles(sentence, first, limit)
    if not 2 <= limit - first <= _NAME_TOKENS or _holds_words(sentence, first, limit):
        return None
    return first, limit


def _without_titles(sentence: Sentence, first: int, last: int) -> int:
    title = sentence.at("title", first)
    while title is not None and title.last < last:
        first = title.last
        title = sentence.at("title", first)
    return first


def _can_be_name(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    return word not in _STOP and word[0].isalpha() and len(word) > 1 and sentence.at("role", index) is None


def _holds_words(sentence: Sentence, first: int, last: int) -> bool:
    """Whether known words stand in a run that was taken for a name."""
    return any(first <= hit.first < last for kind in _NO_NAME for hit in sentence.of(kind))
