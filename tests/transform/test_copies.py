"""What is a copy of what: texts of our own, cut, reordered, respelt, and forms filled with other figures."""

import datetime as dt
from itertools import permutations

import pytest

from extract.fold import key
from transform.copies import Member, copied_from, similarity
from transform.sketches import ORDERS, SHORTEST, WIDTH, shingles, sketches, squeezed

TITLE = "کتابخانه‌های روستایی طالقان دوباره باز شدند"
PARAGRAPHS = (
    "مدیر شبکه کتابخانه‌های روستایی طالقان گفت: ۱۴ کتابخانه که زمستان گذشته بسته شده بود از شنبه باز شده است.",
    "نسرین پورکاوه افزود: در این کتابخانه‌ها ۳۲ هزار جلد کتاب هست و هر ماه نزدیک به ۹۰۰ نفر به آن‌ها سر می‌زنند.",
    "او با بیان اینکه بیشتر مراجعان دانش‌آموزند، ادامه داد: انجمن دوستداران کتاب ۷ کارگاه قصه‌گویی برپا کرده است.",
    "به گفته او، دو خودروی سیار نیز از پاییز به روستاهای دورتر می‌رود و کتاب‌های تازه را به دست خوانندگان می‌رساند.",
    "پورکاوه یادآور شد: خیران ۴۵۰ میلیون تومان برای تعمیر سقف و خرید بخاری داده‌اند و کار تا آبان به پایان می‌رسد.",
    "شورای روستا هم زمینی در اختیار شبکه گذاشته است تا پانزدهمین کتابخانه سال آینده در آن ساخته شود.",
)
ORIGINAL = "\n".join((TITLE, *PARAGRAPHS))
LEAD = "پایگاه خبری کوهپایه در گزارشی که بامداد امروز منتشر شد نوشت که متن کامل این خبر را در ادامه می‌توان خواند."
FORM = (
    "گزارش هفتگی بازار میوه {city}\n"
    "قیمت هر کیلو سیب در میدان میوه {city} این هفته به {a} تومان رسید و پرتقال {b} تومان "
    "فروخته شد. به گفته رئیس اتحادیه میوه‌فروشان، در هفت روز گذشته {c} تن میوه به میدان آمده که {d} تن آن سیب بوده است. "
    "او از مردم خواست خرید خود را تنها از فروشگاه‌های دارای پروانه انجام دهند و هر گرانی را به بازرسان گزارش کنند."
)
WEEK = {"city": "گرگان", "a": "۴۲۰۰۰", "b": "۵۱۵۰۰", "c": "۱۸۳", "d": "۶۷"}

COPIES = {
    "the same": ORIGINAL,
    "Arabic letters and other digits": ORIGINAL.translate(str.maketrans("یک۰۱۲۳۴۵۶۷۸۹", "يك0123456789")),
    "no half-spaces": ORIGINAL.replace("\u200c", ""),
    "spaces for half-spaces": ORIGINAL.replace("\u200c", " "),
    "vowel signs and kashida": ORIGINAL.replace("کتاب", "کِتـاب"),
    "another headline": "\n".join(("از سر گرفتن کتاب‌خوانی در کوهستان", *PARAGRAPHS)),
    "no headline": "\n".join(PARAGRAPHS),
    "a lead before it": f"{LEAD}\n{ORIGINAL}",
    "the first half": "\n".join((TITLE, *PARAGRAPHS[:3])),
    "every other paragraph": "\n".join((TITLE, *PARAGRAPHS[::2])),
    "the paragraphs from last to first": "\n".join((TITLE, *PARAGRAPHS[::-1])),
    "cut, behind a lead, respelt": "\n".join((LEAD, *PARAGRAPHS[1:4])).replace("ی", "ي").replace("\u200c", ""),
    "one figure corrected": ORIGINAL.replace("۹۰۰", "۹۵۰"),
    "a few words changed": ORIGINAL.replace("یادآور شد", "اضافه کرد").replace(
        "او با بیان اینکه", "وی با اشاره به اینکه"
    ),
}
OTHERS = {
    "the next week's figures": FORM.format(**{**WEEK, "a": "۴۴۵۰۰", "b": "۵۰۰۰۰", "c": "۲۱۰", "d": "۷۲"}),
    "the same figures but for one": FORM.format(**{**WEEK, "a": "۴۴۵۰۰"}),
    "a figure that is the other's beginning": FORM.format(**{**WEEK, "c": "۱۸"}),
    "another city, other figures": FORM.format(city="زنجان", a="۳۹۰۰۰", b="۴۸۰۰۰", c="۹۹", d="۴۱"),
    "the same lead and nothing else": f"{LEAD}\n{PARAGRAPHS[2]}",
}


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_known_again(how: str) -> None:
    found = similarity(ORIGINAL, COPIES[how])
    assert found.same
    assert found == similarity(COPIES[how], ORIGINAL)
    assert 0 < found.resemblance <= found.containment <= 1


@pytest.mark.parametrize("how", OTHERS)
def test_a_form_filled_otherwise_is_another_report(how: str) -> None:
    one = f"{LEAD}\n{FORM.format(**WEEK)}" if "lead" in how else FORM.format(**WEEK)
    assert not similarity(one, OTHERS[how]).same
    assert not similarity(OTHERS[how], one).same


def test_what_a_site_says_around_its_reports_makes_them_no_copies() -> None:
    end = "بازنشر نوشته‌های پایگاه خبری کوهپایه تنها با نام بردن از آن و پیوند به صفحه اصلی آزاد است."
    one, other = (f"{LEAD}\n{paragraph}\n{end}" for paragraph in PARAGRAPHS[2:4])
    assert not similarity(one, other).same
    assert similarity(one, f"{LEAD}\n{PARAGRAPHS[0]}\n{PARAGRAPHS[2]}\n{end}").same


def test_a_form_is_a_copy_where_nothing_else_was_filled_in() -> None:
    assert similarity(FORM.format(**WEEK), f"{LEAD}\n{FORM.format(**WEEK)}").same


@pytest.mark.parametrize("text", ["", "!؟", "خبر", ORIGINAL[:20]])
def test_next_to_nothing_is_like_nothing_but_itself(text: str) -> None:
    assert not similarity(text, ORIGINAL).same
    assert similarity(text, text).same == bool(squeezed(text))


@pytest.mark.parametrize(
    "text", [*COPIES.values(), "می\u200cرود", "ﻻله و ﷲ", "۳۰ـ۴۰", "NGO Law", "\ud800 نیم", "۱٬۲۳۴٫۵"]
)
def test_a_text_is_squeezed_as_the_extractor_folds_it(text: str) -> None:
    assert squeezed(text) == "".join(letter for letter in key(text) if letter.isalnum() and letter != "ـ")


def test_shingles_are_of_each_text_alone() -> None:
    texts = [squeezed(ORIGINAL), "", "کوتاه", squeezed(LEAD), "x" * WIDTH]
    together = shingles(texts)
    assert [len(one) for one in together] == [max(0, len(text) - WIDTH + 1) for text in texts]
    for text, hashes in zip(texts, together, strict=True):
        assert shingles([text])[0].tolist() == hashes.tolist()


def test_sketches_are_64_bit_and_of_each_text_alone() -> None:
    texts = [ORIGINAL, "کوتاه", "", LEAD] * 100
    made = sketches(texts)
    assert made == [sketches([text])[0] for text in texts[:4]] * 100
    whole, *bands = made[0]
    assert -(2**63) <= whole < 0 <= min(bands)
    assert len(set(bands)) == ORDERS
    assert made[1] == made[2] == []


def test_a_text_is_sketched_from_the_shortest_length_on() -> None:
    assert sketches(["x" * (SHORTEST - 1)]) == [[]]
    assert len(sketches(["x" * SHORTEST])[0]) == ORDERS + 1


@pytest.mark.parametrize("how", ["Arabic letters and other digits", "no half-spaces", "vowel signs and kashida"])
def test_a_text_spelt_otherwise_has_the_same_sketch(how: str) -> None:
    assert sketches([COPIES[how]]) == sketches([ORIGINAL])


def test_copies_share_bands_and_others_do_not() -> None:
    original, part, other = (set(bands) for bands in sketches([ORIGINAL, COPIES["the first half"], FORM]))
    assert len(original & part) >= 8
    assert not original & other


def test_texts_of_other_order_are_not_the_same_whole() -> None:
    front, back = "الف" * 20, "جیم" * 20
    wholes = {bands[0] for bands in sketches([front + back, back + front])}
    assert len(wholes) == 2


def day(number: int) -> dt.date:
    return dt.date(2024, 5, number)


# documents: id, day, outlet, origin; then who copied whom
REPORTS: list[tuple[list[Member], dict[str, str | None]]] = [
    ([Member("a")], {"a": None}),
    ([Member("a", day(2)), Member("b", day(1))], {"a": "b", "b": None}),
    ([Member("a"), Member("b", day(9))], {"a": "b", "b": None}),
    ([Member("b", day(1)), Member("a", day(1))], {"a": None, "b": "a"}),
    ([Member("a", day(1), "پیک", "ایرنا"), Member("b", day(1), "ایلنا")], {"a": "b", "b": None}),
    ([Member("a", day(1), "پیک", "ایرنا"), Member("b", day(3), "irna")], {"a": "b", "b": None}),
    (
        [Member("a", day(1), "ایسنا"), Member("b", day(2), "irna.ir"), Member("c", day(2), "پیک", "ایرنا")],
        {"a": None, "b": "a", "c": "b"},
    ),
    (
        [Member("a", day(3), "irna"), Member("b", day(2), "irna"), Member("c", day(1), None, "ایرنا")],
        {"a": "b", "b": None, "c": "b"},
    ),
    ([Member("a", day(1), "irna", "ایرنا"), Member("b", day(2), "irna")], {"a": None, "b": "a"}),
    ([Member("a", day(1), "isna", "ایرنا"), Member("b", day(2), "irna", "ایسنا")], {"a": None, "b": "a"}),
]


@pytest.mark.parametrize(("members", "source"), REPORTS)
def test_who_copied_whom(members: list[Member], source: dict[str, str | None]) -> None:
    for order in permutations(members):
        assert copied_from(order) == source
