"""The scene of a document: the places that a claim inherits, from headline, dateline, and the speaker's office."""

from extract.fold import ReadingCopy
from extract.languages.en.sentence import Sentence
from extract.languages.en.subjects import is_strong
from extract.languages.en.where import is_passed_by, of_row, whole
from extract.model import Mention
from extract.said import mentioned
from extract.sentence import PlaceMention
from extract.speakers import Person

_CAPITAL = "tehran"  # where the papers sit: their dateline says nothing of the things told
_THEME = 3  # sentences that name civil society, from which an article is about it
_NATIONAL = (
    "minister",
    "spokes",
    "national",
    "country",
    "iran's",
    "secretary-general",
    "parliament",
    "lawmaker",
    "majlis",
)
# A head of one of these is of the whole country, unless the office is one of the province or county.
_NATIONAL_BODIES = ("organization", "organisation", "ministry", "committee", "society", "foundation", "headquarters")
_LOCAL = ("provincial", "province", "local", "branch", "county", "city", "office", "department", "governor")


class Scene:
    """Context places of one document and whether its headline ties it to civil society."""

    def __init__(self, copy: ReadingCopy) -> None:
        self._copy = copy
        self._headline: Mention | None = None
        self._lead: Mention | None = None
        self._leads_country = False
        self._all: list[PlaceMention] = []
        self._offices: dict[tuple[int, int], PlaceMention | None] = {}
        self.is_tied = False
        self.is_giving = False

    def look(self, sentences: list[Sentence], title: Sentence | None) -> None:
        """Find the context places of all sentences at once; `title` is a headline that stands apart from the text."""
        lead = next((sentence.line for sentence in sentences if not sentence.is_headline), None)
        strong = sum(any(is_strong(hit) for hit in sentence.of("subject")) for sentence in sentences)
        self.is_tied = strong >= _THEME
        country: Mention | None = None
        for sentence in sentences:
            self._all += sentence.places
            if sentence.is_headline:
                self._note(sentence)
                self._headline = self._headline or self._first(sentence)
                self._leads_country = self._leads_country or _is_of_leader(sentence)
                country = country or self._country(sentence)
            elif sentence.line == lead:
                self._note_givers(sentence)
                if sentence.cues("country") and self._leads_country:
                    self._headline = None
                self._lead = self._lead or self._first(sentence)
        self._headline = self._headline or country
        if title is not None:
            self._note(title)
            place = next((place for place in title.places if not _is_abroad(title, place)), None)
            if place is not None and self._headline is None:
                self._headline = Mention(place.name, 0, 0, place.type)

    def context(self, person: Person | None) -> tuple[Mention, ...]:
        """The places that a claim of this speaker inherits, nearest first."""
        office = None
        nearby = self._lead
        if person is not None and person.role is not None:
            office = self._office(person.role)
            if office is None and _is_national(self._copy.text[slice(*person.role)].lower()):
                nearby = None
        places = (mentioned(self._copy, office) if office else None, self._headline, nearby)
        return tuple(place for place in places if place is not None)

    def _office(self, role: tuple[int, int]) -> PlaceMention | None:
        """The place within the name of an office."""
        if role not in self._offices:
            inner = (place for place in self._all if role[0] <= place.span[0] and place.span[1] <= role[1])
            self._offices[role] = next(inner, None)
        return self._offices[role]

    def _note(self, sentence: Sentence) -> None:
        strong = any(is_strong(hit) for hit in sentence.of("subject"))
        self.is_tied = self.is_tied or strong or bool(sentence.of("tie"))
        self._note_givers(sentence)

    def _note_givers(self, sentence: Sentence) -> None:
        self.is_giving = self.is_giving or any(hit.code in ("donor", "donation") for hit in sentence.of("subject"))

    def _country(self, sentence: Sentence) -> Mention | None:
        """ "NGOs in Iran": a headline that speaks of the country itself."""
        hit = next((hit for hit in sentence.cues("country") if hit.first > 0), None)
        return mentioned(self._copy, whole(sentence, hit)) if hit is not None else None

    def _first(self, sentence: Sentence) -> Mention | None:
        """The first place that is no mere dateline of the capital and no end of a journey."""
        for place in sentence.places:
            if (
                is_passed_by(sentence, place)
                or _is_abroad(sentence, place)
                or (sentence.is_dateline(place) and place.name.lower() == _CAPITAL)
            ):
                continue
            one = of_row(sentence, place)
            return mentioned(self._copy, one) if one is not None else None
        return None


def _is_abroad(sentence: Sentence, place: PlaceMention) -> bool:
    """Where a headline says that something is sent: what the article tells next is still at home."""
    return place.known_as.startswith("foreign") and sentence.word(place.first - 1) == "to"


def _is_of_leader(sentence: Sentence) -> bool:
    """ "Qom leads Iran in new charities": a headline that picks one out of a count of the whole country."""
    return any(hit.first < cue.last <= hit.last for hit in sentence.cues("top") for cue in sentence.cues("country"))


def _is_national(role: str) -> bool:
    """Whether an office is of the whole country: where its holder spoke is not where the things are."""
    if any(word in role for word in _LOCAL):
        return False
    return any(word in role for word in (*_NATIONAL, *_NATIONAL_BODIES))
