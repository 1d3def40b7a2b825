"""What passes between the rooms: documents, claims as said, rejections, quarantined input.

Everything here is immutable and knows no calendar, no ISO code and no database. What a field of a claim
means is written in the claim model (docs/claim-model.md); this page says only in which form it is carried.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

Kind = Literal["count", "rank", "amount", "share", "change", "ratio", "measure"]
Bound = Literal["exact", "about", "at_least", "at_most", "between"]
Modality = Literal["actual", "target", "negated"]
Reason = Literal[
    "age",
    "article_one",
    "casualty",
    "clock",
    "code",
    "date",
    "dimension",
    "duration",
    "far",
    "foreign_noun",
    "fraction_of_nothing",
    "label",
    "measure_of_nothing",
    "money_of_nobody",
    "no_subject",
    "not_civil_society",
    "ordinal",
    "out_of_range",
    "page_chrome",
    "part_of_a_rank",
    "price",
    "rank_of_nothing",
    "repetition",
    "run",
    "vague",
]  # why a candidate number is no claim; said in words in seeds/rejection_reasons.csv
PlaceType = Literal["country", "province", "county", "city", "district", "village", "world"]


def digest(*parts: object) -> str:
    """32 hex digits that are the same for the same parts in the same order (BLAKE2b, 16 bytes)."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).hexdigest()


@dataclass(frozen=True)
class Document:
    """One article as it was read. `text` is never changed: every span is a span of it."""

    key: str  # the record's url, else its id, else the file's stem
    article: str  # the record's id, else the file's stem
    text: str
    source: str  # the carrier: a path, with `:line` for JSONL. Not part of the identity
    title: str | None = None  # context only when it came apart from the text
    published: dt.date | None = None
    outlet: str | None = None
    origin: str | None = None  # the agency that the outlet quotes
    url: str | None = None
    lang: str | None = None

    @cached_property
    def document_id(self) -> str:
        """The hash of key and text: the same article has the same id wherever it was carried."""
        return digest(self.key, self.text)

    @cached_property
    def record_hash(self) -> str:
        """The hash of all that a record says of the document but its carrier: a better record is another record."""
        return digest(self.document_id, self.title, self.published, self.outlet, self.origin, self.url, self.lang)

    @cached_property
    def text_hash(self) -> str:
        """The hash of the text alone."""
        return digest(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as a text names it; its span holds the name and the type word («شهرستان سیرجان»), 0:0 for the title's."""

    surface: str  # the folded name without the type word: «سیرجان»
    start: int
    end: int
    type: PlaceType | None = None  # where the text says so: استان، شهرستان، شهر، کشور


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """One numeric statement in the text's own terms; `transform` resolves place, period, money and scope."""

    claim_id: str
    document_id: str
    rule: str  # the rule that made it
    kind: Kind
    subject: str
    value: Decimal
    value_high: Decimal | None
    unit: str  # as in the claim model, but money as said: `toman`, `rial` or an ISO 4217 code
    bound: Bound
    number_text: str
    start: int
    end: int
    evidence: str
    evidence_start: int
    period: str  # a period expression, see docs/architecture.md
    place: Mention | None  # where the thing counted is, as the text says; None: nothing nearer than `context`
    context: tuple[Mention, ...] = ()  # places of headline, dateline, office, nearest first
    status: str | None = None
    field: str | None = None
    scope: str | None = None  # rank: `country`, `province`, `world`; share: a subject code or the text's word
    rank_by: str | None = None
    modality: Modality = "actual"
    speaker: str | None = None
    speaker_role: str | None = None
    register: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate number that is no claim, and why."""

    rejection_id: str
    document_id: str
    number_text: str
    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document gave. `dropped` says that the cheap look ended it."""

    document: Document  # with what its page says of itself
    claims: tuple[SaidClaim, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    dropped: bool = False
    given: Document | None = None  # as the source gave it, where that is another one

    @property
    def record_hash(self) -> str:
        """The hash of the record as the source gave it."""
        return (self.given or self.document).record_hash


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Input that could not be read, where it stands and what to do about it."""

    source: str
    reason: str  # a short code: empty, binary, not_json, no_text, bad_text, bad_date, bad_field, bad_encoding,
    # unreadable, too_large
    detail: str  # one line for a person
    sample: str = field(default="")  # the first characters, for the reviewer
