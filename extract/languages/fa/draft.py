"""A claim in the making: what a rule has found, before place, time and speaker are joined to it."""

from dataclasses import dataclass, field
from decimal import Decimal

from extract.languages.fa.sentence import Sentence
from extract.model import Bound, Kind, Modality
from extract.sentence import Number, PlaceMention


@dataclass(slots=True)
class Draft:
    """A claim on tokens of one sentence; `first` to `last` is the number's text, `reach` the evidence."""

    rule: str
    kind: Kind
    subject: str
    value: Decimal
    unit: str
    sentence: Sentence
    first: int
    last: int
    noun: tuple[int, int] | None = None  # the tokens that name the subject
    surface: str = ""  # the vocabulary's surface of the subject
    high: Decimal | None = None
    bound: Bound = "exact"
    scope: str | None = None
    rank_by: str | None = None
    field: str | None = None
    status: str | None = None
    register: str | None = None
    modality: Modality = "actual"
    period: str | None = None
    place: PlaceMention | None = None
    place_in: Sentence | None = None  # the sentence that names the place, where it is another one
    apart: str = ""  # what sets it apart from another claim on the same number
    carried: bool = False  # the noun stands elsewhere


@dataclass(slots=True)
class Memory:
    """What earlier sentences left for later ones."""

    subject: str = ""
    surface: str = ""
    by_head: dict[str, tuple[str, str]] = field(default_factory=dict)  # «گروه» → (jihadi_group, گروه جهادی)
    period: str = ""
    event_day: str = ""  # the first day that the text names: of the event that it reports
    drafts: list[Draft] = field(default_factory=list)
    is_tied: bool = False  # headline or office is of a relief or welfare body
    is_about: bool = False  # the headline is about civil society itself
    is_giving: bool = False  # the headline or the lead is of donors and what they give


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in its sentence with what went before: what every rule looks at."""

    sentence: Sentence
    number: Number
    memory: Memory

    @property
    def words(self) -> list[str]:
        """The sentence's tokens."""
        return self.sentence.tokens.text


@dataclass(frozen=True, slots=True)
class Noun:
    """A subject, the tokens that name it, and how it was found."""

    code: str
    surface: str
    first: int
    last: int
    tie: str
    is_carried: bool = False


def drafted(
    rule: str,
    kind: Kind,
    candidate: Candidate,
    noun: Noun,
    unit: str,
    *,
    value: Decimal | None = None,
    high: Decimal | None = None,
    span: tuple[int, int] | None = None,
) -> Draft:
    """A draft on a candidate's number (or on the tokens of `span`), with the bound that the number itself says."""
    number = candidate.number
    first, last = span or (number.first, number.last)
    return Draft(
        rule=rule,
        kind=kind,
        subject=noun.code,
        value=number.value if value is None else value,
        high=high,
        unit=unit,
        sentence=candidate.sentence,
        first=first,
        last=last,
        noun=None if noun.is_carried else (noun.first, noun.last),
        surface=noun.surface,
        bound="between" if high is not None else "at_least" if number.form == "vague" else "exact",
        carried=noun.is_carried,
    )
