"""A claim in the making: what a rule has found, before place, time and speaker are joined to it.

`S` is the language's sentence, `M` what its reader remembers.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic, TypeVar

from extract.model import Bound, Kind, Modality
from extract.sentence import Number, PlaceMention, Sentence

S = TypeVar("S", bound=Sentence)
M = TypeVar("M", bound="Memory[Any]")


_LARGEST = 10**18  # beyond it a run of digits is a code; the warehouse would keep more


@dataclass(slots=True)
class Draft(Generic[S]):
    """A claim on tokens of one sentence; `first` to `last` is the number's text, `noun` the tokens of its subject."""

    rule: str
    kind: Kind
    subject: str
    value: Decimal
    unit: str
    sentence: S
    first: int
    last: int
    noun: tuple[int, int] | None = None
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
    is_place_carried: bool = False  # the place stands in another sentence
    apart: str = ""  # what sets it apart from another claim on the same number
    carried: bool = False  # the noun stands elsewhere

    @property
    def end(self) -> int:
        """Where number and noun end, whichever ends later."""
        return self.last if self.noun is None else max(self.last, self.noun[1])

    @property
    def is_possible(self) -> bool:
        """Whether the warehouse can keep the value, and whether what is counted comes in whole pieces, at least one."""
        is_kept = all(abs(end) < _LARGEST for end in (self.value, self.high or self.value))
        return is_kept and (self.kind != "count" or (self.value > 0 and self.value % 1 == 0))


@dataclass(slots=True)
class Memory(Generic[S]):
    """What earlier sentences left for later ones; a language adds what its own rules look back to."""

    subject: str = ""  # what was counted last
    drafts: list[Draft[S]] = field(default_factory=list)
    is_tied: bool = False  # headline or office is of civil society or of a relief or welfare body
    is_giving: bool = False  # the headline or the lead is of donors and what they give

    def here(self, sentence: S) -> list[Draft[S]]:
        """The drafts of a sentence so far."""
        return [draft for draft in self.drafts if draft.sentence is sentence]


@dataclass(frozen=True, slots=True)
class Candidate(Generic[S, M]):
    """A number in its sentence with what went before; a language names its own sentence and memory."""

    sentence: S
    number: Number
    memory: M

    @property
    def words(self) -> list[str]:
        """The sentence's words."""
        return self.sentence.words


@dataclass(frozen=True, slots=True)
class Noun:
    """A subject, the tokens that name it, and how it was found; `tie` is `own` or `general`."""

    code: str
    first: int
    last: int
    tie: str
    is_carried: bool = False
    surface: str = ""  # of the vocabulary


def drafted(
    rule: str,
    kind: Kind,
    candidate: Candidate[S, Any],
    noun: Noun,
    unit: str,
    *,
    value: Decimal | None = None,
    high: Decimal | None = None,
    span: tuple[int, int] | None = None,
) -> Draft[S]:
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
