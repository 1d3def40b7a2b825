"""What follows from a few articles: observations, series, contradictions, audits, and what was known when."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from duckdb import DuckDBPyConnection as Connection

from extract.engine import read
from extract.model import Document, Reading
from extract.seeds import SEEDS
from load import copies
from load import references as tables
from load.derive import derive
from load.journal import Batch
from load.merge import merge
from load.rows import as_rows
from transform.references import References
from transform.sketches import sketches
from warehouse import database

MORNING = dt.datetime.fromisoformat("2024-07-20T06:00")
DAY = "2024-07-18"


class Article(NamedTuple):
    text: str
    outlet: str = "irna"
    published: str = DAY


Told = Callable[..., Connection]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working database with reference tables and nothing else."""
    path = tmp_path_factory.mktemp("empty") / "shomar.duckdb"
    con = database.connect(path)
    database.create_schema(con)
    database.create_macros(con)
    database.create_build(con)
    copies.create(con)
    tables.load(con, SEEDS)
    con.close()
    return path


@pytest.fixture
def con(empty: Path, tmp_path: Path) -> Iterator[Connection]:
    shutil.copy(empty, tmp_path / "shomar.duckdb")
    opened = database.connect(tmp_path / "shomar.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def told(con: Connection, references: References) -> Told:
    """Load articles as one batch and derive what follows; again for a later batch."""
    batches = iter(range(1, 100))

    def load(*articles: Article) -> Connection:
        number = next(batches)
        load_readings(con, references, number, list(read(map(document, articles))))
        return con

    return load


def document(article: Article) -> Document:
    key = f"{article.outlet}/{article.published}/{article.text}"
    day = dt.date.fromisoformat(article.published)
    return Document(key, key, article.text, f"inbox/{article.outlet}", published=day, outlet=article.outlet)


def load_readings(con: Connection, references: References, number: int, readings: Sequence[Reading]) -> None:
    moment = MORNING + dt.timedelta(days=number)
    batch = Batch(f"{number:08d}-00", f"run{number}", moment, "f", len(readings), 0, 0, 0, 0)
    kept = [reading for reading in readings if not reading.dropped]
    dropped = [reading.document.document_id for reading in readings if reading.dropped]
    merge(con, [as_rows(batch, kept, dropped, [], references)])
    con.execute("CREATE OR REPLACE TEMP TABLE arrived_bands (document_id VARCHAR, band BIGINT)")
    for one, bands in zip(kept, sketches([one.document.text for one in kept]), strict=True):
        con.execute("INSERT INTO arrived_bands SELECT ?, unnest(?::BIGINT[])", [one.document.document_id, bands])
    derive(con)


FARS = "در استان فارس {} سازمان مردم‌نهاد فعال است."


def test_what_several_say_alike_is_one_observation(told: Told) -> None:
    con = told(
        Article("«نسرین آزموده» مدیرکل امور اجتماعی استانداری فارس گفت: در استان فارس حدود ۴۰۰ سمن فعال است."),
        Article(
            "نشست برگزار شد. نسرین آزموده مدیرکل امور اجتماعی استانداری فارس افزود: در فارس بیش از ۴۰۰ سمن فعال است.",
            "isna",
        ),
    )
    row = con.execute(
        "SELECT value, bound, low, high, claims, reports, outlets, official, first_reported FROM observations"
    ).fetchall()
    assert row == [(400, "about", 400, 440, 2, 2, 2, True, dt.date(2024, 7, 18))]
    assert con.execute("SELECT value, low, high, agreement, reports FROM series").fetchall() == [
        (400, 400, 440, "one", 2)
    ]


# Two articles on one number of one day; the value, and the interval, that the series takes.
_OFFICIAL = "مریم پارسا مدیرکل امور اجتماعی استانداری فارس گفت: در استان فارس {} سازمان مردم‌نهاد فعال است."
_BESTS: list[tuple[str, str, tuple[int, int | None, int | None, str]]] = [
    (_OFFICIAL.format("۴۱۰"), FARS.format("۴۱۲"), (410, 410, 412, "contested")),
    (_OFFICIAL.format("حدود ۴۰۰"), FARS.format("۴۱۲"), (400, 412, 412, "agreed")),
    (FARS.format("بیش از ۴۰۰"), FARS.format("۴۱۲"), (412, 412, 412, "agreed")),
    (FARS.format("۱۲۰۰"), FARS.format("۱۲۰۸"), (1208, 1200, 1208, "contested")),
    (FARS.format("کمتر از ۵۰۰"), FARS.format("بیش از ۴۰۰"), (400, 400, 500, "agreed")),
    # of what one report says of one thing, the largest stands for the whole
    (f"{FARS.format('۴۱۲')} {FARS.format('۱۲')}", FARS.format("بیش از ۴۰۰"), (412, 412, 412, "agreed")),
    (f"{FARS.format('۱۲')} {FARS.format('بیش از ۴۰۰')}", FARS.format("۴۱۲"), (412, 412, 412, "agreed")),
    # but what another report says alone is a number of its own
    (f"{FARS.format('۴۱۲')} {FARS.format('۱۲')}", FARS.format("۱۲"), (12, 12, 412, "contested")),
]


@pytest.mark.parametrize(("one", "other", "best"), _BESTS)
@pytest.mark.parametrize("turned", [False, True])
def test_a_series_takes_the_best_by_the_rule_whatever_the_order(
    told: Told, one: str, other: str, best: tuple[object, ...], turned: bool
) -> None:
    articles = [Article(one), Article(other, "isna")]
    con = told(*(reversed(articles) if turned else articles))
    assert con.execute("SELECT value, low, high, agreement FROM series").fetchall() == [best]


_CONTRADICTIONS: list[tuple[str, list[Article]]] = [
    ("rounding", [Article(FARS.format("۱۸۰۰")), Article(FARS.format("۱۸۰۸"), "isna")]),
    ("misprint_factor", [Article(FARS.format("۱۸۰۸")), Article(FARS.format("۱۸۰۸۰"), "isna")]),
    ("misprint_digits", [Article(FARS.format("۱۴۰۸")), Article(FARS.format("۱۰۴۸"), "isna")]),
    ("contradiction", [Article(FARS.format("۴۱۲")), Article(FARS.format("۳۰۵"), "isna")]),
    (
        "another_register",
        [
            Article("در استان فارس ۴۱۲ سمن از وزارت کشور مجوز دارند."),
            Article("در استان فارس ۳۰۵ سمن از اداره کل ورزش و جوانان مجوز دارند.", "isna"),
        ],
    ),
    (  # two speakers of one report may
        "contradiction",
        [Article(_OFFICIAL.format("۴۱۲") + " «بهرام نیکان» استاندار فارس گفت: " + FARS.format("۳۰۵"))],
    ),
    ("another_definition", [Article("استان فارس ۳۰۷ سازمان مردم‌نهاد دارد."), Article(FARS.format("۴۱۵"), "isna")]),
    (
        "county_against_province",
        [Article(FARS.format("۳۰۷")), Article("در شهرستان مرودشت ۴۱۵ سازمان مردم‌نهاد فعال است.", "isna")],
    ),
    ("another_date", [Article(FARS.format("۳۰۷"), published="2024-03-01"), Article(FARS.format("۷۱۵"), "isna")]),
]


@pytest.mark.parametrize(("reason", "articles"), _CONTRADICTIONS)
def test_what_cannot_both_hold_is_a_contradiction_with_its_reason(
    told: Told, reason: str, articles: list[Article]
) -> None:
    con = told(*articles)
    found = con.execute(
        "SELECT c.reason, a.evidence <> b.evidence FROM contradictions c "
        "JOIN observations a ON a.observation_id = observation_a "
        "JOIN observations b ON b.observation_id = observation_b"
    ).fetchall()
    assert found == [(reason, True)]


@pytest.mark.parametrize(
    "articles",
    [
        [Article(FARS.format("حدود ۴۰۰")), Article(FARS.format("۴۱۲"), "isna")],
        [Article(FARS.format("بیش از ۴۰۰")), Article(FARS.format("۷۱۲"), "isna")],
        [Article(FARS.format("۴۰۰")), Article("در استان یزد ۹۰ سازمان مردم‌نهاد فعال است.", "isna")],
        [Article(FARS.format("۴۱۲"), published="2022-03-01"), Article(FARS.format("۹۰۵"), "isna")],
        [Article("استان فارس ۵۰۷ سازمان مردم‌نهاد دارد."), Article(FARS.format("۴۱۵"), "isna")],
        [Article(FARS.format("۳۰۷")), Article("در شهرستان مرودشت ۱۵ سازمان مردم‌نهاد فعال است.", "isna")],
        # no report contradicts itself
        [Article(f"{FARS.format('۳۰۷')} {FARS.format('۷۱۵')}")],
        [Article("در استان فارس ۳۱ درصد از سمن‌ها فعال هستند. در استان فارس ۶۸ درصد از سمن‌ها فعال هستند.")],
        [Article("استان فارس ۳۰۷ سازمان مردم‌نهاد دارد. " + FARS.format("۴۱۵"))],
        [  # what was dissolved is no part of what there is
            Article("استان فارس هم‌اکنون ۳۰۷ سازمان مردم‌نهاد دارد."),
            Article("هم‌اکنون در استان فارس ۴۱۵ سازمان مردم‌نهاد منحل‌شده است.", "isna"),
        ],
    ],
)
def test_what_can_both_hold_is_none(told: Told, articles: list[Article]) -> None:
    con = told(*articles)
    assert con.execute("SELECT count(*) FROM observations").fetchall() == [(2,)]
    assert con.execute("SELECT * FROM contradictions").fetchall() == []


def _ranked(province: str, rank: str) -> Article:
    return Article(f"استان {province} از نظر تعداد سازمان‌های مردم‌نهاد رتبه {rank} کشور را دارد.")


def _counted(province: str, number: str, published: str = DAY) -> Article:
    return Article(f"در استان {province} {number} سازمان مردم‌نهاد فعال است.", "isna", published)


_AUDITS: list[tuple[str, str, list[Article]]] = [
    (
        "ratio_to_population",
        "fails",
        [
            Article(
                "در استان سمنان ۴۷۲ سازمان مردم‌نهاد فعال است و به ازای هر ۳۲۰۰ نفر یک سمن وجود دارد.",
                published="2019-05-01",
            )
        ],
    ),
    (
        "ratio_to_population",
        "holds",
        [
            Article(
                "در استان سمنان ۴۷۲ سازمان مردم‌نهاد فعال است و به ازای هر ۱۵۰۰ نفر یک سمن وجود دارد.",
                published="2019-05-01",
            )
        ],
    ),
    (  # of two numbers the one that fits is meant
        "ratio_to_population",
        "holds",
        [
            Article(
                "در استان سمنان ۴۷۲ سازمان مردم‌نهاد هست. در سال ۱۳۹۰ در این استان ۹۰ سازمان مردم‌نهاد بود و اکنون به "
                "ازای هر ۱۵۰۰ نفر یک سازمان مردم‌نهاد وجود دارد.",
                published="2019-05-01",
            )
        ],
    ),
    (
        "change_of_counts",
        "holds",
        [Article("در سال ۱۳۹۲ در استان ایلام ۱۶ سمن فعال بود و اکنون بیش از ۴۰۰ سمن فعال است که رشد ۲۵ برابری است.")],
    ),
    (
        "change_of_counts",
        "fails",
        [Article("در سال ۱۴۰۱ در استان ایلام ۲۰۰ سمن فعال بود و اکنون ۳۰۰ سمن فعال است که رشد ۸۰ درصدی است.")],
    ),
    (
        "change_of_counts",
        "holds",
        [Article("در سال ۱۴۰۱ در استان ایلام ۲۰۰ سمن فعال بود و اکنون ۳۰۰ سمن فعال است که رشد ۵۰ درصدی است.")],
    ),
    (
        "parts_of_whole",
        "holds",
        [Article("در استان ایلام ۴۱ سمن فعال است: ۲۱ سمن در شهر ایلام، ۱۲ سمن در شهر دهلران و ۸ سمن در شهر مهران.")],
    ),
    (
        "parts_of_whole",
        "fails",
        [Article("در استان ایلام ۳۱ سمن فعال است: ۲۱ سمن در شهر ایلام، ۱۲ سمن در شهر دهلران و ۸ سمن در شهر مهران.")],
    ),
    (
        "parts_of_whole",
        "cannot_tell",
        [Article("در استان ایلام ۸۱ سمن فعال است: ۲۱ سمن در شهر ایلام، ۱۲ سمن در شهر دهلران و ۸ سمن در شهر مهران.")],
    ),
    (
        "share_of_whole",
        "holds",
        [
            Article(
                "استان ایلام ۲۰۰ سمن دارد که ۶۰ درصد از سمن‌ها در حوزه سلامت فعال هستند؛ ۱۲۰ سمن در حوزه سلامت فعال است."
            )
        ],
    ),
    (
        "share_of_whole",
        "fails",
        [
            Article(
                "استان ایلام ۲۰۰ سمن دارد. در حوزه سلامت ۹۰ سمن فعال است و ۶۰ درصد از سمن‌ها در حوزه سلامت فعال هستند."
            )
        ],
    ),
    ("rank_among_provinces", "fails", [_ranked("فارس", "نخست"), _counted("فارس", "۴۰۰"), _counted("یزد", "۷۰۰")]),
    ("rank_among_provinces", "cannot_tell", [_ranked("فارس", "دوم"), _counted("فارس", "۴۰۰"), _counted("یزد", "۷۰۰")]),
    (  # what was founded in a year does not stand above what there is
        "rank_among_provinces",
        "cannot_tell",
        [
            _ranked("فارس", "نخست"),
            *(_counted("فارس", "۴۰۰"), _counted("ایلام", "۹۰")),
            Article("از ابتدای امسال تاکنون در استان یزد ۷۰۰ سازمان مردم‌نهاد ثبت شده است."),
        ],
    ),
    (
        "national_sum",
        "fails",
        [Article("در کشور ۹۰۰ سازمان مردم‌نهاد فعال است."), _counted("فارس", "۴۰۰"), _counted("یزد", "۷۰۰")],
    ),
    (
        "national_sum",
        "cannot_tell",
        [Article("در کشور ۱۹۰۰ سازمان مردم‌نهاد فعال است."), _counted("فارس", "۴۰۰"), _counted("یزد", "۷۰۰")],
    ),
    ("jump", "fails", [_counted("فارس", "۴۰۰", "2024-01-01"), _counted("فارس", "۴۰۰۰")]),
    ("jump", "holds", [_counted("فارس", "۴۰۰", "2024-01-01"), _counted("فارس", "۴۵۰")]),
    ("jump", "holds", [_counted("فارس", "بیش از ۴۰۰", "2024-01-01"), _counted("فارس", "۴۵۰")]),
    ("jump", "cannot_tell", [_counted("فارس", "بیش از ۴۰۰", "2024-01-01"), _counted("فارس", "۴۰۰۰")]),
    ("jump", "fails", [_counted("فارس", "بیش از ۴۰۰", "2024-01-01"), _counted("فارس", "۴۰")]),
    (
        "target_reached",
        "fails",
        [
            Article("قرار است تا پایان سال ۱۴۰۱ در استان فارس ۹۰۰ سمن فعال باشد.", published="2022-06-01"),
            _counted("فارس", "۴۵۰", "2023-06-01"),
        ],
    ),
    (  # the earlier number has no date, and both stand far from the change
        "change_of_counts",
        "cannot_tell",
        [
            Article(
                "شمار سمن‌های استان ایلام از ۲۰۰ سمن به ۳۰۰ سمن رسید. "
                + "در این نشست از همه کوشندگان سپاسگزاری شد. " * 8
                + "شمار سمن‌های استان ایلام رشد ۸۰ درصدی دارد."
            )
        ],
    ),
    *(
        (
            "target_reached",
            verdict,
            [
                Article("قرار است تا پایان سال ۱۴۰۱ در استان فارس کمتر از ۹۰ سمن فعال باشد.", published="2022-06-01"),
                _counted("فارس", number, "2023-06-01"),
            ],
        )
        for verdict, number in (("holds", "۴۵"), ("fails", "۴۵۰"))
    ),
]


@pytest.mark.parametrize(("check", "verdict", "articles"), _AUDITS)
def test_an_audit_tells_whether_numbers_fit(told: Told, check: str, verdict: str, articles: list[Article]) -> None:
    con = told(*articles)
    found = con.execute("SELECT verdict, claim_ids[1] = claim_id FROM audits WHERE check_code = ?", [check]).fetchall()
    assert found == [(verdict, True)]


_LONG = (
    "به گزارش خبرنگار ما، نشست هم‌اندیشی نهادهای مدنی با حضور مدیران و فعالان در تالار شهر برگزار شد و سخنرانان از "
    "کارهای یک سال گذشته گفتند. در این نشست گفته شد در استان فارس ۴۱۲ سازمان مردم‌نهاد فعال است و کارگاه‌های آموزشی "
    "برای آنان ادامه می‌یابد. در پایان از کوشندگان این راه با لوح یادبود سپاسگزاری شد."
)


def test_a_copy_is_an_appearance_of_the_claim_and_no_claim(told: Told) -> None:
    copy = _LONG.replace("ی", "ي").replace("۴۱۲", "412").replace("به گزارش خبرنگار ما", "به نقل از ایرنا")
    con = told(Article(copy, "isna", "2024-07-19"), Article(_LONG))
    assert con.execute("SELECT outlet, documents, outlets FROM reports").fetchall() == [("irna", 2, 2)]
    assert con.execute("SELECT reports, outlets FROM observations").fetchall() == [(1, 2)]
    where = "SELECT a.outlet, a.copied_from, a.number_text FROM appearances a JOIN claims USING (claim_id) ORDER BY 1"
    assert con.execute(where).fetchall() == [("irna", None, "۴۱۲"), ("isna", "irna", "412")]


def test_an_original_that_comes_after_its_copy_takes_its_place(told: Told) -> None:
    con = told(Article(_LONG.replace("ی", "ي"), "isna", "2024-07-19"))
    told(Article(_LONG))
    now = "SELECT d.outlet FROM claims JOIN documents d USING (document_id)"
    assert con.execute(now).fetchall() == [("irna",)]
    then = "SELECT d.outlet FROM as_of(?) c JOIN documents d USING (document_id)"
    assert con.execute(then, [MORNING + dt.timedelta(days=1)]).fetchall() == [("isna",)]
    database.create_views(con)
    steps = "SELECT change, count(*) FROM changes WHERE table_name = 'claims' GROUP BY 1 ORDER BY 1"
    assert con.execute(steps).fetchall() == [("added", 2), ("removed", 1)]


def test_who_leads_a_charity_is_no_official(told: Told) -> None:
    con = told(
        Article("سارا نیکو مدیرعامل خیریه باران گفت: در استان فارس ۴۰۰ سمن فعال است."),
        Article("مریم پارسا مدیرکل امور اجتماعی استانداری فارس گفت: در استان فارس ۴۱۰ سمن فعال است.", "isna"),
    )
    assert con.execute("SELECT value, official FROM observations ORDER BY 1").fetchall() == [(400, False), (410, True)]


def test_a_part_is_a_part_however_its_speaker_is_spelt(told: Told) -> None:
    text = "مریم پارسا{}پور مدیرکل بهزیستی استان فارس گفت: در استان فارس ۱۲ سمن فعال است. وی افزود: {} سمن فعال است."
    one, other = text.format("\u200c", "در استان فارس ۳۰"), "نشست خبری برگزار شد. " + text.format(" ", "در فارس ۹۰")
    con = told(Article(one), Article(other, "isna"))
    assert con.execute("SELECT value, reports FROM observations ORDER BY 1").fetchall() == [(12, 2), (30, 1), (90, 1)]
    assert con.execute("SELECT min(low), max(high) FROM series").fetchall() == [(30, 90)]
