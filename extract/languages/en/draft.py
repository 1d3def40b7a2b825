"""A claim in the making: what a rule has found, before place, time and speaker are joined to it."""

from dataclasses import dataclass, field
from decimal import Decimal

from extract.languages.en.sentence import Sentence
from extract.model import Bound, Kind, Modality
from extract.sentence import Number, PlaceMention


@dataclass(slots=True)
class Draft:
    """A claim on tokens of one sentence; `first` to `last` is the number's text, `noun` the tokens of its subject."""

    rule: str
    kind: Kind
    subject: str
    value: Decimal
    unit: str
    sentence: Sentence
    first: int
    last: int
    noun: tuple[int, int] | None = None
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
    apart: str = ""  # what sets it apart from another claim on the same number
    carried: bool = False  # the noun stands elsewhere


@dataclass(slots=True)
class Memory:
    """What earlier sentences left for later ones."""

    subject: str = ""  # what was counted last
    body: str = ""  # the kind of organisation that was named last: "the firms", "these groups"
    people: str = ""  # the kind of people that was named last: "a third of them are women"
    heads: dict[str, str] = field(default_factory=dict)  # what a head noun stands for: "groups" are jihadi groups
    giver: str = ""  # the subject that the last sentence began with: "they paid 9 billion"
    drafts: list[Draft] = field(default_factory=list)
    place: tuple[int, PlaceMention] | None = None  # the line and the one place that its last sentences are about
    province: PlaceMention | None = None  # the province named last: "in the province"
    is_tied: bool = False  # the headline is of civil society or a relief or welfare body
    is_giving: bool = False  # the headline is of donors and what they give

    def here(self, sentence: Sentence) -> list[Draft]:
        """The drafts of a sentence so far."""
        return [draft for draft in self.drafts if draft.sentence is sentence]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in its sentence with what went before: what every rule looks at."""

    sentence: Sentence
    number: Number
    memory: Memory

    @property
    def words(self) -> list[str]:
        """The sentence's lower-case tokens."""
        return self.sentence.words


@dataclass(frozen=True, slots=True)
class Noun:
    """A subject and the tokens that name it; `tie` is `own` or `general`."""

    code: str
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
        bound="between" if high is not None else "at_least" if number.form == "vague" else "exact",
        carried=noun.is_carried,
    )
