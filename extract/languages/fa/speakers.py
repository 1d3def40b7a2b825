"""Who speaks: «X مدیرکل Y گفت», «وی افزود», «به گفته Z», a role alone whose name follows later."""

from dataclasses import dataclass

from extract import speakers
from extract.languages.fa.draft import Draft
from extract.languages.fa.sentence import Sentence
from extract.lexicon import Hit
from extract.speakers import NOBODY, Person

_STOP = frozenset(
    word
    for words in (
        "در با از به که را این ان امروز روز صبح عصر ظهر شامگاه دیروز شب پیش نیز هم همچنین ضمن پس بعد پیرامون درباره",
        "حاشیه نشست جمع طی برای تا بر اما خود خبرنگار ما نقل گزارش عنوان مراسم ایین است بود شد",
        "شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه سه بامداد بعدازظهر",
    )
    for word in words.split()
)
_SIGNS = frozenset('،,:؛;«»()-–/|.؟!"')
_NAME_TOKENS = 5
_HONORIFICS = frozenset(("ره", "ع", "س", "ص", "عج"))  # «امداد امام (ره) استان …»: the name of the office goes on
_ALSO = frozenset(("نیز", "هم"))  # behind a role: another speaker
_NO_NAME = ("subject", "tie", "status", "unit", "cue", "period", "year", "bound_before", "register")


@dataclass(slots=True)
class Speakers(speakers.Speakers):
    """The speakers of a document in the order in which they appear, and who is «وی» now."""

    is_narrated: bool = False  # the reporter tells something himself: nobody is quoted until the next speech

    def of(self, draft: Draft) -> Person | None:
        """Who says a draft: the current speaker; `NOBODY` of what the reporter tells; None before any speech."""
        return NOBODY if self.is_narrated or _attended(draft) else self.current

    def hear(self, sentence: Sentence) -> None:
        """Take up the speaker that a sentence names; «وی» and a sentence without speech leave the current one."""
        verb = min((*sentence.of("said")[:1], *sentence.of("said_by")[:1]), key=lambda hit: hit.first, default=None)
        accord = next(iter(sentence.of("according")), None)
        if accord is not None and (verb is None or accord.first < verb.first):
            start, limit = accord.last, min(len(sentence.words), accord.last + 16)
        elif verb is not None:
            start, limit = _opening(sentence, verb), verb.first
        else:
            self.is_narrated = self.is_narrated or _narrates(sentence)
            return
        self.is_narrated = False
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
            name = name or _name_before(sentence, limit, start) or _titled_name(sentence, start, limit)
            if name is None and self._awaits_name():
                name = _surname_at(sentence, start, limit)
            if name is not None:
                self._meet(sentence, name, None)
            return
        role_end = _role_end(sentence, role, limit)
        if name is None:
            name = _name_before(sentence, role.first, start) if role.first > start else None
        if name is None and sentence.word(role_end) in ("،", ")"):
            name = _name_at(sentence, role_end + 1, limit)
        if name is None:
            name = _titled_name(sentence, start, role.first)
        self._meet(sentence, name, (role.first, role_end))

    def _awaits_name(self) -> bool:
        return self.current is not None and self.current.name is None

    def _meet(self, sentence: Sentence, name: tuple[int, int] | None, role: tuple[int, int] | None) -> None:
        role_span = sentence.span(*role) if role else None
        head = sentence.word(role[0]) if role else ""
        if name is None:  # a role alone: the current speaker's, or that of someone who is named next
            known = next((person for person in reversed(self.people) if person.role_head == head), None)
            if known is None and self.current is not None and self.current.role is None:
                known, self.current.role, self.current.role_head = self.current, role_span, head
            if known is None and role is not None and sentence.word(role[1]) not in _ALSO:
                known = self._only_named()  # one person of an article bears more than one office
            if known is None:
                known = Person(None, role_span, (), head)
                self.people.append(known)
            self.current = known
            return
        words, span = tuple(sentence.words[name[0] : name[1]]), sentence.span(*name)
        waiting = self.current if self.current is not None and self.current.name is None else None
        if waiting is not None and (role is None or head == waiting.role_head):
            waiting.name, waiting.words = span, words
            return
        self.current = Person(span, role_span, words, head)
        self.people.append(self.current)

    def _only_named(self) -> Person | None:
        named = [person for person in self.people if person.name is not None]
        return named[0] if len(named) == 1 and named[0] is self.current else None

    def _add_role(self, sentence: Sentence, person: Person, start: int, limit: int) -> None:
        role = next((hit for hit in sentence.of("role") if start <= hit.first < limit), None)
        if person.role is None and role is not None:
            person.role = sentence.span(role.first, _role_end(sentence, role, limit))
            person.role_head = sentence.word(role.first)

    def _known(self, sentence: Sentence, start: int, limit: int) -> Person | None:
        """A person met before, named again in full or by surname near the start of the speech, glued or apart."""
        words = sentence.words[start : min(limit, start + 10)]
        named = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(len(words), i + 6) + 1)}
        for person in reversed(self.people):
            for size in range(len(person.words), 0, -1):
                tail = "".join(person.words[-size:])
                if size == 1 and len(tail) < 4 and len(person.words) > 1:
                    continue
                if tail in named:
                    return person
        return None


def _narrates(sentence: Sentence) -> bool:
    """A sentence without speech that opens with «به گزارش …», «گفتنی است», «در پایان این آیین»."""
    return any(hit.first <= 1 for kind in ("report", "narration") for hit in sentence.of(kind))


def _attended(draft: Draft) -> bool:
    """«… در آیینی که با حضور ۹۰ داوطلب برپا شد، گفت: …»: who came to the place of a speech is the reporter's word."""
    words = draft.sentence.words
    near = words[max(0, draft.first - 6) : draft.first]
    if "حضور" not in near or any(word in ("اینکه", "که", ":") for word in near):
        return False
    return any(hit.first >= draft.last and words[hit.last : hit.last + 1] == [":"] for hit in draft.sentence.of("said"))


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
    if sentence.words[start : start + 2] == ["این", "را"]:  # «…»؛ این را … گفت
        start += 2
    said_this = next((i + 2 for i in range(start, verb.first - 1) if sentence.words[i : i + 2] == ["این", "را"]), None)
    start = said_this if said_this is not None else start
    if sentence.word(start) == "در" and sentence.word(start + 1) in ("ادامه", "پایان", "خاتمه"):
        start += 2
    while start < verb.first and (
        sentence.word(start) in _SIGNS or sentence.word(start) in ("همچنین", "نیز", "اما", "و", "سپس")
    ):
        start += 1
    return start


def _role_end(sentence: Sentence, role: Hit, limit: int) -> int:
    """Where the title of an office ends: before a stop word, a sign or a number."""
    index = role.last
    while index < limit:
        if sentence.word(index) == "(" and sentence.word(index + 2) == ")" and sentence.word(index + 1) in _HONORIFICS:
            index += 3
        elif _ends_role(sentence.word(index)):
            break
        else:
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
    """A name that ends just before a token (a speech verb or a role), or before the comma there."""
    if sentence.word(limit - 1) == "،" and sentence.at("role", limit) is not None:
        limit -= 1
    first = limit
    while first > start and limit - first < _NAME_TOKENS and _can_be_name(sentence, first - 1):
        first -= 1
    first = _without_titles(sentence, first, limit)
    if not 2 <= limit - first <= _NAME_TOKENS or _holds_words(sentence, first, limit):
        return None
    return first, limit


def _titled_name(sentence: Sentence, start: int, limit: int) -> tuple[int, int] | None:
    """A name behind a title («در این نشست سرهنگ …»): there one word is enough, and other words may stand before."""
    for title in sentence.of("title"):
        if start <= title.first and title.last < limit and sentence.at("title", title.last) is None:
            last = title.last
            while last < limit and last - title.last < _NAME_TOKENS and _can_be_name(sentence, last):
                last += 1
            if last > title.last and not _holds_words(sentence, title.last, last):
                return title.last, last
    return None


def _surname_at(sentence: Sentence, start: int, limit: int) -> tuple[int, int] | None:
    """A surname alone just before «گفت» or «با بیان …», where an office waits for its name."""
    if not _can_be_name(sentence, start) or _holds_words(sentence, start, start + 1):
        return None
    speaks = sentence.at("said", start + 1) or sentence.at("said_by", start + 1) or limit == start + 1
    return (start, start + 1) if speaks else None


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
    """Whether known words stand in a run that was taken for a name; «بخش» and «شهر» are parts of names too."""
    typed = sentence.of("place_type", ("province", "county"))
    if any(place.first <= first and last <= place.last for place in sentence.places):
        return True  # «به گفته مدیرعامل هلال احمر، خراسان رضوی …»
    known = (hit for kind in _NO_NAME for hit in sentence.of(kind))
    return any(
        first <= hit.first < last and hit.code not in ("label", "loose_label")
        for hits in (known, typed)
        for hit in hits
    )
