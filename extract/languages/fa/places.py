"""The scene of a document: the places that a claim inherits, from headline, dateline, and the speaker's office."""

from bisect import bisect_left
from dataclasses import replace

from extract.fold import ReadingCopy, fold, reading_copy
from extract.languages.fa.draft import Draft
from extract.languages.fa.sentence import Sentence, read_sentence
from extract.languages.fa.subjects import is_strong
from extract.languages.fa.verbs import FINITE
from extract.languages.fa.vocabulary import Vocabulary
from extract.model import Document, Mention
from extract.said import mentioned
from extract.sentence import PlaceMention
from extract.speakers import Person
from extract.tokens import tokenize

# Heads of bodies that are there once in the country.
_NATIONAL = ("وزیر", "معاون وزیر", "سرپرست سازمان", "سرپرست کمیته", "رییس سازمان", "رییس کل", "دبیرکل", "رییس بنیاد")
# An office with one of these words is of the province or county that the article is about.
_PROVINCIAL = ("استان", "شهرستان", "اداره", "ناحیه", "منطقه", "بخش", "این", "شهر", "شعبه", "مجمع", "موسسه", "انجمن")

_BODIES = frozenset(("ngo", "charity", "jihadi_group", "charity_center"))  # a lead about one ties what follows
_LEADS = 2
_LIST = 3  # places in one sentence
_RETURNS = 3  # mentions that make the place of a dateline the article's own
_PARTS = frozenset(("county", "city", "district", "village"))


class Scene:
    """Context places of one document and whether its headline or office ties it to relief and welfare."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._headline: Mention | None = None
        self._titled_at = -1  # the line of the headline's place: lines of a page's head above it say less
        self._dateline: Mention | None = None
        self._first: Mention | None = None
        self._all: list[tuple[int, int, Mention]] = []  # reading-copy span of every place, in the order of the text
        self._counties: set[Mention] = set()
        self._offices: dict[tuple[int, int], Mention | None] = {}
        self._leads: frozenset[int] = frozenset()  # the lines that open the body
        self._text: str | None = None
        self.is_tied = False
        self.is_about = False
        self.is_giving = False

    def look(self, sentences: list[Sentence], copy: ReadingCopy) -> None:
        """Find the context places of all sentences at once."""
        self._text = copy.text
        lines = sorted({sentence.line for sentence in sentences if not sentence.is_headline})
        self._leads = frozenset(lines[:_LEADS])
        for sentence in sentences:
            self._look_at_places(sentence, copy)
            if sentence.is_headline:
                self._headline = self._headline or _country(sentence, copy)
                self._note_subjects(sentence)
            if sentence.line in self._leads and any(hit.code in _BODIES for hit in sentence.of("subject")):
                self.is_about = True
            if (sentence.is_headline or any(hit.first < 30 for hit in sentence.of("role"))) and sentence.of(
                "tie", ("article",)
            ):
                self.is_tied = True
        self._look_at_dateline(sentences, copy)
        if self._document.title and not any(sentence.is_headline for sentence in sentences):
            titled = self._titled(self._document.title)
            self._headline = self._headline or titled

    def _look_at_dateline(self, sentences: list[Sentence], copy: ReadingCopy) -> None:
        """A county whose name returns is the scene itself; a name that no table knows is, where the headline has it."""
        if self._dateline is not None:
            returns = sum(mention.surface == self._dateline.surface for _, _, mention in self._all)
            if returns >= _RETURNS and self._dateline in self._counties:
                self._dateline = replace(self._dateline, type="county")
            return
        headline = {word for sentence in sentences if sentence.is_headline for word in sentence.words}
        for sentence in sentences:
            for hit in sentence.of("report"):
                at = next(
                    (
                        i + 1
                        for i in range(hit.last, min(hit.last + 4, len(sentence.words)))
                        if sentence.words[i] == "از"
                    ),
                    0,
                )
                if at and sentence.word(at + 1) == "،" and sentence.word(at) in headline and self._headline is None:
                    span = copy.span(*sentence.span(at, at + 1))
                    self._headline = Mention(sentence.word(at), *span, "district")

    def _is_lead(self, sentence: Sentence) -> bool:
        """Whether a sentence of the first two lines of the body says where the article plays: a list does not."""
        return sentence.line in self._leads and len({place.name for place in sentence.places}) < _LIST

    def _look_at_places(self, sentence: Sentence, copy: ReadingCopy) -> None:
        for place in sentence.places:
            mention = mentioned(copy, place)
            self._all.append((*place.span, mention))
            if place.type is None and place.known_as == "county":  # an office or a headline names a county as such
                self._counties.add(mention)
            if sentence.is_headline and (self._headline is None or sentence.line > self._titled_at):
                self._headline, self._titled_at = self._as_county(mention), sentence.line
            if not sentence.is_headline and self._dateline is None and _is_dateline(sentence, place):
                self._dateline = mention
            if self._first is None and self._is_lead(sentence) and not _is_agency(sentence, place):
                self._first = mention

    def _is_national(self, person: Person | None, office: Mention | None) -> bool:
        """Whether a speaker's office is of the whole country: where he spoke is not where the things are."""
        if person is None or person.role is None or office is not None or self._text is None:
            return False
        role = self._text[person.role[0] : person.role[1]]
        return role.startswith(_NATIONAL) and not any(word in role for word in _PROVINCIAL)

    def _as_county(self, mention: Mention) -> Mention:
        """A county's name as the county's; a capital alone stands for its province, whose offices are there."""
        is_county = mention in self._counties and mention.surface not in self._vocabulary.capitals
        return replace(mention, type="county") if is_county else mention

    def _note_subjects(self, sentence: Sentence) -> None:
        self.is_about = self.is_about or any(is_strong(hit) for hit in sentence.of("subject"))
        self.is_giving = self.is_giving or any(hit.code in ("donor", "donation") for hit in sentence.of("subject"))

    def _titled(self, title: str) -> Mention | None:
        sentence = read_sentence(tokenize(reading_copy(fold(title)).text), self._vocabulary)
        if sentence.of("tie", ("article",)):
            self.is_tied = True
        self._note_subjects(sentence)
        place = next(iter(sentence.places), None)
        return Mention(place.name, 0, 0, place.type) if place else None

    def _office(self, role: tuple[int, int]) -> Mention | None:
        """The place in a speaker's role, looked for once: a long article has many claims of one speaker."""
        if role not in self._offices:
            first, last = role
            near = self._all[bisect_left(self._all, (first,)) : bisect_left(self._all, (last,))]
            found = next((mention for _, end, mention in reversed(near) if end <= last), None)
            self._offices[role] = self._as_county(found) if found is not None else None
        return self._offices[role]

    def listed(self, draft: Draft, context: tuple[Mention, ...]) -> PlaceMention | None:
        """In a list of counties, a name that the article's province and its capital share is the capital's."""
        place = draft.place
        if place is None or place.type is not None or place.known_as != "province":
            return place
        named = {mention.surface for mention in context}
        named |= {other.name for other in draft.sentence.places if other.type == "province"}
        shared = place.name in self._vocabulary.capitals and place.name in named
        counties = (other for other in draft.sentence.places if other.type is None and other.known_as == "county")
        return replace(place, type="county") if shared and any(_is_beside(draft, one) for one in counties) else place

    def context(self, person: Person | None, draft: Draft) -> tuple[Mention, ...]:
        """The places that a claim of this speaker inherits, nearest first."""
        office = self._office(person.role) if person is not None and person.role is not None else None
        nearby = () if self._is_national(person, office) else (self._dateline, self._first)
        places = (office, self._headline, *nearby)
        if _is_province(office) and self._headline is not None and self._headline.type in _PARTS:
            places = (self._headline, office, *nearby)  # a provincial office speaks of the county of the headline
        return tuple(
            place for place in places if place is not None and not (draft.kind == "rank" and place.type == "country")
        )


def _is_beside(draft: Draft, other: PlaceMention) -> bool:
    """Whether another place with a number of its own is the next or the last of a list: «اردبیل با ۳۸۰، خلخال با …»."""
    sentence = draft.sentence
    numbered = sentence.number_at(other.last) or (
        sentence.word(other.last) == "با" and sentence.number_at(other.last + 1)
    )
    between = sentence.words[min(draft.last, other.last) : max(draft.first, other.first)]
    return bool(numbered) and len(between) <= _LISTED and not any(word in FINITE or word in _APART for word in between)


_LISTED = 4  # tokens from a number to the next place of a list
_APART = frozenset(("که", ":", "؛"))


def _is_province(office: Mention | None) -> bool:
    return office is not None and office.type in (None, "province")


def _country(sentence: Sentence, copy: ReadingCopy) -> Mention | None:
    for hit in sentence.of("cue", ("country",)):
        if hit.entry.surface in ("کشور", "کل کشور", "سراسر کشور", "در کشور", "سطح کشور"):
            return Mention("کشور", *copy.span(*sentence.span(hit.first, hit.last)), "country")
    return None


def _is_dateline(sentence: Sentence, place: PlaceMention) -> bool:
    """«ساری - …», «به گزارش خبرگزاری مهر از ساری», «مرکز ساری»."""
    if place.first == 0 and sentence.word(place.last) in ("-", ":", "،", "/"):
        return True
    before = sentence.word(place.first - 1)
    return before in ("از", "مرکز") and any(word in ("گزارش", "خبرگزاری") for word in sentence.words[: place.first])


def _is_agency(sentence: Sentence, place: PlaceMention) -> bool:
    return sentence.word(place.first - 1) in ("خبرگزاری", "گزارش")
