"""Claims as said, made tidy: every field, speakers joined, records for JSON."""

import datetime as dt
import json
from dataclasses import fields, replace
from decimal import Decimal

import pytest

from extract.model import Document, Mention, Reading, SaidClaim
from transform.calibration import WHOLE, Calibration, Estimate
from transform.claims import TidyClaim, as_record, tidy
from transform.references import References
from transform.speakers import joined

TEXT = "در شهرستان ريگان ۱۲ خیریه فعال است."
DOCUMENT = Document("k", "a1", TEXT, "memory", published=dt.date(2024, 7, 18))
SAID = SaidClaim(
    claim_id="c1",
    document_id=DOCUMENT.document_id,
    rule="count.before",
    kind="count",
    subject="charity",
    value=Decimal(12),
    value_high=None,
    unit="item",
    bound="exact",
    number_text="۱۲",
    start=17,
    end=19,
    evidence="۱۲ خیریه",
    evidence_start=17,
    period="year:j-1",
    place=Mention("ریگان", 11, 16, "county"),
    status="active",
)
NAMES_OF_THE_MODEL = [
    "kind",
    "subject",
    "value",
    "value_high",
    "unit",
    "bound",
    "place",
    "locality",
    "period_type",
    "period_start",
    "period_end",
    "status",
    "field",
    "scope",
    "rank_by",
    "modality",
    "speaker",
    "speaker_role",
    "register",
    "evidence",
    "number_text",
    "start",
    "end",
]


def one(references: References, document: Document = DOCUMENT, **changes: object) -> TidyClaim:
    claim = replace(SAID, **changes)  # type: ignore[arg-type]
    return tidy(Reading(document, (claim,)), references)[0]


def test_the_fields_are_the_claim_models() -> None:
    names = [field.name for field in fields(TidyClaim)]
    assert names == ["claim_id", "document_id", "rule", *NAMES_OF_THE_MODEL]


def test_a_claim(references: References) -> None:
    claim = one(references)
    assert (claim.place, claim.locality) == ("IR-08", "ریگان")
    assert (claim.period_type, claim.period_start, claim.period_end) == (
        "year",
        dt.date(2023, 3, 21),
        dt.date(2024, 3, 19),
    )
    same = [name for name in NAMES_OF_THE_MODEL if hasattr(SAID, name) and name != "place"]
    assert all(getattr(claim, name) == getattr(SAID, name) for name in same)


def test_a_locality_is_one_line(references: References) -> None:
    document = replace(DOCUMENT, text="در قلعه\n گنج ۳ خیریه هست.")
    assert one(references, document, place=Mention("قلعه گنج", 3, 12)).locality == "قلعه گنج"


def test_a_span_that_holds_the_type_word_gives_the_name_alone(references: References) -> None:
    assert one(references, place=Mention("ریگان", 3, 16, "county")).locality == "ریگان"


def test_money_is_in_rials(references: References) -> None:
    claim = one(references, kind="amount", unit="toman", value=Decimal("2.5"), value_high=Decimal(3))
    assert (claim.unit, claim.value, claim.value_high) == ("IRR", Decimal(25), Decimal(30))


@pytest.mark.parametrize(
    ("kind", "said", "place", "scope"),
    [
        ("rank", "country", "یزد", "IR"),
        ("rank", "province", "یزد", "IR-21"),
        ("rank", "province", "کاشان", "IR-10"),
        ("rank", "province", None, None),
        ("rank", "world", "یزد", "world"),
        ("rank", None, "یزد", None),
        ("rank", "غرب کشور", "یزد", "غرب کشور"),
        ("share", "ngo", "یزد", "ngo"),
        ("share", "country", "یزد", "country"),
    ],
)
def test_scope(kind: str, said: str | None, place: str | None, scope: str | None, references: References) -> None:
    mention = Mention(place, 0, 0) if place else None
    assert one(references, kind=kind, scope=said, place=mention).scope == scope


def test_nothing_from_nothing(references: References) -> None:
    assert tidy(Reading(DOCUMENT), references) == []


def test_an_ill_written_period_is_an_error(references: References) -> None:
    with pytest.raises(ValueError, match="period"):
        one(references, period="someday")


def test_a_record_is_json(references: References) -> None:
    record = as_record(one(references, value_high=Decimal("12.5"), bound="between"), "a1")
    assert list(record) == ["article", "claim_id", "rule", *NAMES_OF_THE_MODEL]
    assert json.loads(json.dumps(record, ensure_ascii=False)) == record
    assert (record["value"], record["value_high"]) == (12, 12.5)
    assert isinstance(record["value"], int)
    assert (record["period_start"], record["scope"]) == ("2023-03-21", None)


def test_a_record_says_how_sure_it_is_where_that_is_known(references: References) -> None:
    claim = one(references)
    whole = Estimate(100, 50, 0.5)
    known = as_record(claim, "a1", Calibration({WHOLE: whole, ("count.before", "count", "*"): Estimate(4, 3, 0.75)}))
    assert list(known) == ["article", "claim_id", "rule", "confidence", *NAMES_OF_THE_MODEL]
    assert known == {**as_record(claim, "a1"), "confidence": 0.75}
    assert as_record(claim, "a1", Calibration({WHOLE: whole}))["confidence"] == 0.5


FULL, SHORT = "نرگس بهمنی راد", "بهمنی‌راد"
ROLE, LONG_ROLE = "مدیرکل بهزیستی", "مدیرکل بهزیستی استان یزد"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(FULL, ROLE)], [(FULL, ROLE)]),
        ([(SHORT, None), (FULL, ROLE)], [(FULL, ROLE), (FULL, ROLE)]),
        ([(FULL, None), (SHORT, ROLE)], [(FULL, ROLE), (FULL, ROLE)]),
        ([(FULL, ROLE), (SHORT, None), (SHORT, LONG_ROLE)], [(FULL, LONG_ROLE)] * 3),
        ([("نرگس بهمني راد", None), (FULL, None)], [("نرگس بهمني راد", None)] * 2),
        ([("راد", None), (FULL, ROLE)], [(FULL, ROLE)] * 2),
        ([("محمدی", None), ("حسین گل‌محمدی", ROLE)], [("محمدی", None), ("حسین گل‌محمدی", ROLE)]),
        ([("صدری", None), ("مریم صدری", "وکیل"), ("کاوه صدری", None)],
         [("صدری", None), ("مریم صدری", "وکیل"), ("کاوه صدری", None)]),
        ([("صدری", None), ("مریم صدری", None), ("سیده مریم صدری", None)], [("سیده مریم صدری", None)] * 3),
        ([(None, ROLE), (FULL, LONG_ROLE)], [(FULL, LONG_ROLE)] * 2),
        ([(None, LONG_ROLE), (FULL, ROLE)], [(FULL, ROLE)] * 2),
        ([(None, ROLE), (FULL, LONG_ROLE), ("مریم صدری", ROLE)],
         [(None, ROLE), (FULL, LONG_ROLE), ("مریم صدری", ROLE)]),
        ([(None, "فرماندار"), (FULL, ROLE)], [(None, "فرماندار"), (FULL, ROLE)]),
        ([(None, None), (FULL, ROLE)], [(None, None), (FULL, ROLE)]),
        ([("Rad", None), ("Nader Bahmani-Rad", None), ("Bahmani Rad", "head of the office")],
         [("Nader Bahmani-Rad", "head of the office")] * 3),
    ],
)  # fmt: skip
def test_one_person_one_name(
    said: list[tuple[str | None, str | None]], expected: list[tuple[str | None, str | None]]
) -> None:
    voices = joined([replace(SAID, speaker=speaker, speaker_role=role) for speaker, role in said])
    assert [voices[voice] for voice in said] == expected


def test_many_speakers_are_no_more_than_many() -> None:
    said: list[tuple[str | None, str | None]] = [
        (f"نام{index} خانواده{index}", f"مدیر{index:05} بخش") for index in range(3000)
    ]
    said += [(None, f"مدیر{index:05}") for index in range(3000)] + [(f"خانواده{index}", None) for index in range(3000)]
    voices = joined([replace(SAID, speaker=speaker, speaker_role=role) for speaker, role in said])
    assert [voices[voice] for voice in said] == said[:3000] * 3
