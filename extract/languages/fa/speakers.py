"""Who speaks: «X مدیرکل Y گفت», «وی افزود», «به گفته Z», a role alone."""

from dataclasses import dataclass, field

from extract.languages.fa.sentence import Sentence
from extract.lexicon import Hit

_STOP = frozenset(
    "در با از به که را این آن امروز روز صبح عصر ظهر دیروز شب پیش نیز هم همچنین و، ، : ؛ « » ( ) - گفت ضمن پس بعد پیرامون درباره حاشیه نشست"
    " جمع طی برای تا بر اما خود خبرنگار ما نقل گزارش چهارشنبه شنبه یکشنبه دوشنبه پنجشنبه جمعه سه عنوان مراسم آیین است بود شد".replace("آ", "ا").split()
)
_NAME_TOKENS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker's name and role as reading-copy tokens: (first, last) positions in the reading copy, or None."""

    name: tuple[int, int] | None
    role: tuple[int, int] | None


@dataclass(slots=True)
class Speakers:
    """The speakers of a document so far: who is «وی» now, and which surname belongs to whom."""

    current: Person | None = None
    people: list[tuple[tuple[str, ...], Person]] = field(default_factory=list)  # name words and person
    pending: tuple[int, int] | None = None  # a role that named no one yet

    def hear(self, sentence: Sentence, following: Sentence | None = None) -> None:
        """Take up the speaker that a sentence names; «وی» and no speaker leave the current one."""
        verb = _speech(sentence)
        accord = sentence.of("according")
        if verb is None and not accord:
            return
        limit = verb.first if verb is not None else len(sentence.words)
        start = accord[0].last if accord and (verb is None or accord[0].first < verb.first) else 0
        if start:
            limit = min(len(sentence.words), start + 14)
        if any(start <= hit.first < limit for hit in sentence.of("he")) and not sentence.of("role"):
            return
        role = next((hit for hit in sentence.of("role") if start <= hit.first < limit), None)
        named = self._known(sentence, start, limit)
        if named is not None:
            self.current = named
            return
        if role is not None:
            self._from_role(sentence, role, start, limit)
            return
        name = _name_before(sentence, limit, start)
        if name is not None:
            self._meet(sentence, name, self.pending)

    def _from_role(self, sentence: Sentence, role: Hit, start: int, limit: int) -> None:
        words = sentence.words
        before = _name_before(sentence, role.first, start)
        role_end = _role_end(sentence, role, limit)
        span = _positions(sentence, role.first, role_end)
        if before is not None:
            self._meet(sentence, before, span)
            return
        name = _name_after(sentence, role_end, limit)
        if name is not None:
            self._meet(sentence, (name[0], name[1]), span)
            return
        same = self.current is not None and self.current.role is None
        if same and self.current is not None:  # a role named later than the name
            person = Person(self.current.name, span)
            self._replace(self.current, person)
            self.current = person
        elif self.current is None or self.current.name is None or not self._same_role(words[role.first : role_end]):
            self.pending = span
            self.current = Person(None, span)
            self.role_words = tuple(words[role.first : role_end])

    role_words: tuple[str, ...] = ()
    known_roles: dict[tuple[str, ...], Person] = field(default_factory=dict)

    def _same_role(self, words: list[str]) -> bool:
        """Whether a role alone can be the current speaker's: it begins like the role that he was named with."""
        person = next((p for known, p in self.known_roles.items() if known[:1] == tuple(words[:1])), None)
        if person is not None:
            self.current = person
            return True
        return False

    def _known(self, sentence: Sentence, start: int, limit: int) -> Person | None:
        """A person met before, named again by surname."""
        words = sentence.words[start:limit]
        for name, person in reversed(self.people):
            for size in (len(name), len(name) - 1, len(name) - 2):
                if size < 1 or (size == 1 and len(name[-1]) < 3):
                    continue
                tail = list(name[len(name) - size :])
                for index in range(min(len(words) - size + 1, 12)):
                    if words[index : index + size] == tail:
                        return person
        return None

    def _meet(self, sentence: Sentence, name: tuple[int, int], role: tuple[int, int] | None) -> None:
        person = Person(_positions(sentence, *name), role)
        words = tuple(sentence.words[name[0] : name[1]])
        self.people.append((words, person))
        if role is not None:
            if self.role_words:
                self.known_roles[self.role_words] = person
            first = next((hit for hit in sentence.of("role")), None)
            if first is not None:
                self.known_roles[tuple(sentence.words[first.first : first.first + 4])] = person
        self.current = person
        self.pending = None
        self.role_words = ()

    def _replace(self, old: Person, new: Person) -> None:
        self.people = [(name, new if person is old else person) for name, person in self.people]


def _positions(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    return sentence.tokens.start[first], sentence.tokens.end[last - 1]


def _speech(sentence: Sentence) -> Hit | None:
    """The first verb of speech of the sentence: «گفت», «با بیان اینکه»."""
    verbs = [*sentence.of("said")[:1], *sentence.of("said_by")[:1]]
    return min(verbs, key=lambda hit: hit.first, default=None)


def _role_end(sentence: Sentence, role: Hit, limit: int) -> int:
    """Where the title of an office ends: before a speech verb, a stop, or the name that follows it."""
    index = role.last
    words = sentence.words
    while index < limit and words[index] not in _ROLE_STOP and not words[index][0].isdigit():
        index += 1
    return index


_ROLE_STOP = frozenset("در با که را این امروز روز صبح عصر ظهر دیروز شب نیز هم همچنین ، : ؛ « » ( - گفت ضمن پیرامون درباره طی است بود شد خبر از".split())


def _name_before(sentence: Sentence, limit: int, start: int) -> tuple[int, int] | None:
    """The run of words just before a role or a speech verb that can be a name: two to five words."""
    words = sentence.words
    index = limit
    while index > start and limit - index < _NAME_TOKENS and _is_name_word(sentence, index - 1):
        index -= 1
    index = _without_titles(sentence, index, limit)
    return (index, limit) if 2 <= limit - index <= _NAME_TOKENS and len("".join(words[index:limit])) > 4 else None


def _name_after(sentence: Sentence, first: int, limit: int) -> tuple[int, int] | None:
    """A name behind a comma or title: «مدیرکل …، حسن وکیلی گفت»."""
    index = first
    while index < limit and sentence.word(index) in ("،", "(", ")"):
        index += 1
    end = index
    while end < limit and _is_name_word(sentence, end):
        end += 1
    index = _without_titles(sentence, index, end)
    return (index, end) if 2 <= end - index <= _NAME_TOKENS else None


def _without_titles(sentence: Sentence, first: int, last: int) -> int:
    while first < last:
        title = sentence.at("title", first)
        if title is None or title.last >= last:
            break
        first = title.last
    return first


def _is_name_word(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    if not word or word in _STOP or not word[0].isalpha() or len(word) < 2:
        return False
    return sentence.at("he", index) is None and sentence.at("said", index) is None
