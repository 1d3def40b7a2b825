"""What a page's head says of itself: title, date, outlet, quoted agency."""

import datetime as dt
import re
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import readers
from extract.model import Document
from extract.readers import read_sources
from extract.readers.page import describe
from extract.readers.words import page_words
from extract.seeds import SEEDS

TITLE = "افتتاح سه کتابخانه تازه در روستاهای استان"
BODY = (
    "مدیر مجمع نیکوکاران استان در گفت وگویی از گشایش سه کتابخانه تازه خبر داد و افزود که این کتابخانه ها با کمک مردم "
    "و انجمن های محلی در روستاهایی ساخته شده اند که پیش از این هیچ کتابخانه ای نداشتند."
)
DAY = dt.date(2024, 7, 18)
READERS = sorted(Path(readers.__file__).parent.glob("*.py"))


def page(*lines: str) -> Document:
    return Document("key", "article", "\n".join((*lines, BODY)), "source")


def test_the_seed_article() -> None:
    (found,) = read_sources([SEEDS / "news" / "isfahan-ngos.txt"])
    assert isinstance(found, Document)
    read = describe(found)
    assert read.title == "اصفهان در حوزه سازمانهای مردم نهاد سرآمد کشور است"
    assert (read.published, read.outlet, read.origin) == (DAY, "باخبرباش", "ایرنا")
    assert (read.text, read.document_id) == (found.text, found.document_id)


@pytest.mark.parametrize(
    "line",
    [
        "۲۸ تیر ۱۴۰۳",
        "28 تیر 1403",
        "٢٨ تير ١٤٠٣",
        "پنجشنبه ۲۸ تیرماه ۱۴۰۳",
        "پنج‌شنبه، ۲۸ تیر ماه ۱۴۰۳",
        "پنج شنبه 28 تير 1403 - 14:18",
        "۲۸ تیر ۱۴۰۳، ۱۲:۱۰",
        "۲۸ تیر ۱۴۰۳ ساعت ۱۲:۱۰",
        "۱۲:۱۰ - ۲۸ تیر ۱۴۰۳",
        "۱۴۰۳/۰۴/۲۸",
        "1403-4-28",
        "۱۴۰۳/۴/۲۸ ۱۴:۱۸:۰۰",
        "۲۸/۰۴/۱۴۰۳",
        "۰۳/۰۴/۲۸",
        "۲۸/۰۴/۰۳",
        "۲۸ تیر ۰۳",
        "۲۸ تیر سال ۱۴۰۳",
        "Thu, 18 Jul 2024 09:30:00 +0330",
        "تاریخ انتشار: ۲۸ تیر ۱۴۰۳ - ۰۹:۱۲ | کد خبر: ۳۳۱۱۸۷",
        "تاریخ: ۲۸/۰۴/۱۴۰۳ | نویسنده: دبیرخانه",
        "کد خبر: ۵۵۱ | تاریخ انتشار : پنجشنبه ۲۸ تیر ۱۴۰۳",
        "پنجشنبه ۲۸ تیر ۱۴۰۳ | ۱۶:۴۰ | زمان مطالعه: ۲ دقیقه",
        "نمونه/ پنجشنبه ۲۸ تیر ۱۴۰۳ / ۱۵:۴۱ / کد خبر: 95120100417",
        "آخرین به‌روزرسانی : 28 تیر 1403 - 09:14",
        "امروز: پنجشنبه ۲۸ تیر ۱۴۰۳",
        "امروز: پنجشنبه ۲۸ تیر ۱۴۰۳ - 18 July 2024 - ۱۲ محرم ۱۴۴۶",
        "۱۸ ژوئیه ۲۰۲۴",
        "Thursday, 18 July 2024",
        "  • Thursday, 18 July 2024",
        "July 18, 2024",
        "Jul 18th, 2024 - 21:36",
        "JULY 18, 2024 9:05 AM",
        "18 Jul. 2024",
        "2024-07-18",
        "2024/7/18",
        "18/07/2024",
        "07/18/2024",
        "18.07.2024",
        "2024-07-18T09:30:00+03:30",
        "2024-07-18T09:30:00.123Z",
        "2024-07-18@07:05:31 GMT",
        " date 2024-07-18 پخش زنده",
        "Published: July 18, 2024",
    ],
)
def test_dates_of_publication(line: str) -> None:
    assert describe(page(TITLE, line)).published == DAY
    assert describe(page(line, TITLE)).title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "نمایشگاه ۲۸ تیر ۱۴۰۳ آغاز می شود",
        "مهلت ثبت نام: ۲۸ تیر ۱۴۰۳",
        "تاریخ برگزاری: ۲۸ تیر ۱۴۰۳",
        "از ۱۴۰۳/۰۴/۲۸ تا ۱۴۰۳/۰۵/۰۱",
        "۳۱ آذر ۱۴۰۳ب",
        "۳۱ مهر ۱۴۰۳",
        "30 February 2024",
        "کد خبر: 1403042812",
        "تلفن: 021-88-10-12",
        "14:03:28",
        "1/2/3",
        "۱۲ تیر ۹۸۷۶",
        "",
    ],
)
def test_what_is_no_date_of_publication(line: str) -> None:
    assert describe(page(TITLE, line)).published is None


@pytest.mark.parametrize(
    "lines",
    [
        ("امروز: ۱ مرداد ۱۴۰۳", "تاریخ انتشار: ۲۸ تیر ۱۴۰۳"),
        ("۱ مرداد ۱۴۰۳", "تاریخ انتشار: ۲۸ تیر ۱۴۰۳"),
        ("آخرین به روزرسانی: ۱ مرداد ۱۴۰۳", "۲۸ تیر ۱۴۰۳"),
        ("۲۸ تیر ۱۴۰۳", "۱ مرداد ۱۴۰۳"),
        ("۲۸ تیر ۱۴۰۳", BODY, "۱ مرداد ۱۴۰۳"),
        ("پنجشنبه ۲۸ تیر ۱۴۰۳ - 18 July 2024",),
        ("۲۸ تیر ۱۴۰۳ - 22 July 2024",),
        ("همایش ۲۷ آبان ۱۴۰۱ به پایان رسید", "۲۸ تیر ۱۴۰۳"),
        (BODY, "تاریخ انتشار: ۲۸ تیر ۱۴۰۳"),
        (BODY, "۱ مرداد ۱۴۰۳", "۲۸ تیر ۱۴۰۳ - ۱۲:۱۰"),
    ],
)
def test_one_of_several_dates(lines: tuple[str, ...]) -> None:
    assert describe(page(TITLE, *lines)).published == DAY


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE,),
        ("صفحه نخست", "سیاست", "ورزش", TITLE),
        ("پخش زنده", "کد خبر: ۱۲۳۴۵۶", TITLE),
        ("استان ها » یزد » فرهنگ و هنر", TITLE),
        ("خبرگزاری نمونه | فرهنگ و هنر", TITLE),
        ("گزارش ویژه امروز ما", TITLE, "۱۲:۱۰", f" {TITLE} "),
        ("به نقل از «فارس»", TITLE),
        ("1. استان‌ها", "  2. یزد", TITLE),
        ("دسته بندی: خیریه و نیکوکاری", TITLE),
        ("نسخه چاپی | ارسال به دوستان", TITLE),
    ],
)
def test_titles(lines: tuple[str, ...]) -> None:
    assert describe(page(*lines)).title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "چرا سمن ها کم کارند؟",
        "«مهر» ایرانیان: ۱۲ خبر خوب",
        "یزد| گشایش سه کتابخانه در روستاها",
        "گفتگو با مدیر تازه مجمع نیکوکاران",
    ],
)
def test_titles_with_signs(title: str) -> None:
    assert describe(page(title)).title == title


@pytest.mark.parametrize("text", [BODY, "سه انجمن در یزد ثبت شد", "", "۱۲", "پخش زنده\n" + BODY])
def test_a_text_without_a_headline(text: str) -> None:
    assert describe(Document("k", "a", text, "s")).title is None


@pytest.mark.parametrize(
    ("line", "outlet", "origin"),
    [
        ("به گزارش باخبرباش به نقل از ایرنا مسعود نیک پی گفت", "باخبرباش", "ایرنا"),
        ("به گزارش خبرگزاری فارس از ساری، هادی صبوری گفت", "خبرگزاری فارس", None),
        ("به گزارش خبرگزاري فارس، هادي صبوري گفت", "خبرگزاری فارس", None),
        ("به گزارش خبرنگار اجتماعی ایسنا، هادی صبوری گفت", "ایسنا", None),
        ("به گزارش «ایسنا» هادی صبوری گفت", "ایسنا", None),
        ("به گزارش خبرگزاری صدا و سیما مرکز سمنان، هادی صبوری گفت", "خبرگزاری صدا و سیما", None),
        ("به گزارش دریاخبر، هادی صبوری گفت", "دریاخبر", None),
        ("به گزارش گیلخبر، هادی صبوری گفت", "گیل‌خبر", None),
        ("به گزارش پایگاه خبری دیار سبز، هادی صبوری گفت", "پایگاه خبری دیار سبز", None),
        ("به گزارش دیار سبز و به نقل از خبرگزاری مهر هادی صبوری گفت", "دیار سبز", "خبرگزاری مهر"),
        ("به گزارش میزان، هادی صبوری گفت", "میزان", None),
        ("ایسنا/اصفهان هادی صبوری گفت", "ایسنا", None),
        ("اصفهان - ایرنا - هادی صبوری گفت", "ایرنا", None),
        ("شهرکرد- ایرنا- هادی صبوری گفت", "ایرنا", None),
        ("خبرگزاری فارس: هادی صبوری گفت", "خبرگزاری فارس", None),
        ("دیارنیوز | اجتماعی", "دیارنیوز", None),
        ("به نقل از «فارس»", None, "خبرگزاری فارس"),
        ("به نقل از ایرنا، هادی صبوری گفت", None, "ایرنا"),
        ("هادی صبوری در گفت‌وگو با ایسنا افزود", "ایسنا", None),
        ("به گزارش میزان مشارکت مردم افزود", None, None),
        ("به گزارش خبرنگار ما، هادی صبوری گفت", None, None),
        ("به گزارش روابط عمومی استانداری، هادی صبوری گفت", None, None),
        ("به گزارش روابط عمومی استانداری به نقل از هادی صبوری", None, None),
        ("به نقل از رئیس سازمان، هادی صبوری گفت", None, None),
        ("به گزارش هادی صبوری مدیرکل", None, None),
        ("کد خبر | ۱۲۳", None, None),
        ("این خبر / ۱۲۳", None, None),
    ],
)
def test_outlet_and_origin(line: str, outlet: str | None, origin: str | None) -> None:
    read = describe(page(TITLE, line))
    assert (read.outlet, read.origin) == (outlet, origin)


@pytest.mark.parametrize(
    ("outlet", "line", "origin"),
    [
        ("hamshahrionline", "به گزارش ایسنا، هادی صبوری گفت", "ایسنا"),
        ("isna", "به گزارش ایسنا، هادی صبوری گفت", None),
        ("isna.ir", "به گزارش ایسنا، هادی صبوری گفت", None),
        ("فارس", "به گزارش خبرگزاری فارس، هادی صبوری گفت", None),
        ("sport3", "به گزارش «دیار سبز»، هادی صبوری گفت", None),
        ("isna", "به گزارش ایسنا به نقل از ایرنا، هادی صبوری گفت", "ایرنا"),
    ],
)
def test_the_outlet_that_a_record_gave_may_quote_another(outlet: str, line: str, origin: str | None) -> None:
    read = describe(replace(page(TITLE, line), outlet=outlet))
    assert (read.outlet, read.origin) == (outlet, origin)


def test_what_a_record_gave_stays() -> None:
    given_one = replace(
        page(TITLE, "۲۸ تیر ۱۴۰۳", "به گزارش باخبرباش به نقل از ایرنا"),
        title="عنوان",
        published=dt.date(2020, 1, 1),
        outlet="o",
        origin="g",
    )
    assert describe(given_one) is given_one
    nothing = Document("k", "a", "", "s")
    assert describe(nothing) is nothing
    assert describe(replace(given_one, origin=None)) == replace(given_one, origin="ایرنا")


def test_every_class_of_words_is_one_that_the_readers_ask_for() -> None:
    asked = Counter(re.findall(r"[\"']([a-z_]+)[\"']", "".join(file.read_text("utf-8") for file in READERS)))
    assert [name for name in page_words().by_class if not asked[name]] == []


@pytest.mark.parametrize(
    "piece",
    [
        "به گزارش ",
        "به گزارش خبرگزاری ",
        "به نقل از ",
        "a",
        "a ",
        "الف\n",
        "\n",
        "۱/",
        "12/12/",
        "28 تیر ",
        ": ",
        " - ",
        "نیوز",
        "12:12:12 ",
        "شنبه ",
        "تاریخ ",
        "|",
        "«",
        "\u200c",
        "ﷺ",
        "İ",
        "جولای 1",
        "0",
        "\r",
        "\u0640",
    ],
)
def test_hostile_text_costs_no_time(piece: str) -> None:
    start = time.perf_counter()
    describe(Document("k", "a", piece * 200_000, "s"))
    assert time.perf_counter() - start < 1


WORDS = st.sampled_from(
    ["به گزارش", "به نقل از", "ایرنا", "۲۸", "تیر", "۱۴۰۳", "/", "-", "\n", " ", "خبر", "«", "»", ":"]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_described(text: str) -> None:
    read = describe(Document("k", "a", text, "s"))
    assert read.text == text
    assert read.title is None or read.title in text
