"""Folding keeps every position; the reading copy leads back to the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fold import ONE_TO_ONE, fold, key, reading_copy

PIECES = st.sampled_from(
    [
        "سمن",
        "خیریه",
        "\u200c",
        "\u0640",
        "\u200f",
        "\u200e",
        "\u00ad",
        "\u00ac",
        "\ufeff",
        "\u064b",
        "ﻻ",
        "ﷲ",
        "ﻣﺮﺩ",
        "٤٥",
        "۱۲",
        "7",
        " ",
        "\n",
        "ي",
        "ك",
        ".",
        "\u202b",
        "\u2066",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=12).map("".join)


def test_every_replacement_is_one_code_point_for_one() -> None:
    assert all(len(old) == len(new) == 1 for old, new in ONE_TO_ONE)


def test_no_replacement_is_replaced_again() -> None:
    assert not {old for old, _ in ONE_TO_ONE} & {new for _, new in ONE_TO_ONE}


@given(TEXTS)
def test_folding_keeps_the_length_and_is_final(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("كيميايي", "کیمیایی"),
        ("مؤسسة", "موسسه"),
        ("۱۲٬۵۰۰ و ۳٫۵٪", "12,500 و 3.5%"),
    ],
)
def test_spellings_become_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("گروه‌های جهادی", "های", "های"),
        ("تعـــداد ۱۵ خیریه", "تعداد", "تعـــداد"),
        ("در \u200f۱۲\u200e۰\u200f سمن", "120", "۱۲\u200e۰"),
        ("مردم\u00adنهاد قم", "قم", "قم"),
        ("اوّلین همایش", "اولین", "اوّلین"),
        ("ﺧﯿﺮﯾﻪ یزد", "خیریه", "ﺧﯿﺮﯾﻪ"),
        ("ﻻله و یاس", "یاس", "یاس"),
        ("\u202bسمن\u202c ۹", "9", "۹"),
    ],
)
def test_span_leads_back_to_the_document(text: str, word: str, original: str) -> None:
    copy = reading_copy(fold(text))
    at = copy.text.index(word)
    start, end = copy.span(at, at + len(word))
    assert text[start:end] == original


@pytest.mark.parametrize("joint", ["\u200c", "\u00ad", "\u00ac", "\u200b", "\u200d", " "])
def test_a_joint_between_letters_is_a_space(joint: str) -> None:
    assert reading_copy(f"مردم{joint}نهاد").text == "مردم نهاد"


@pytest.mark.parametrize("mark", ["\u0640", "\u064b", "\u0651", "\u0670"])
def test_a_mark_that_is_no_joint_goes(mark: str) -> None:
    assert reading_copy(f"خیر{mark}یه").text == "خیریه"


@given(TEXTS)
def test_spans_of_the_reading_copy_are_ordered_and_inside(text: str) -> None:
    copy = reading_copy(fold(text))
    last = (0, 0)
    for position in range(len(copy.text)):
        start, end = copy.span(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last[0]
        assert end >= last[1]
        last = start, end


@given(TEXTS)
def test_a_letter_that_was_kept_is_the_document_s(text: str) -> None:
    folded = fold(text)
    copy = reading_copy(folded)
    for position, letter in enumerate(copy.text):
        start, end = copy.span(position, position + 1)
        near = folded[max(0, start - 8) : end + 8]
        is_dash = letter == "-" and "\u0640" in folded[start:end]  # a kashida between digits
        if letter != " " and not is_dash and not any(c >= "\ufb50" for c in near):
            assert folded[start:end] == letter


@given(TEXTS)
def test_an_empty_span_stays_empty(text: str) -> None:
    copy = reading_copy(fold(text))
    for position in range(len(copy.text) + 1):
        start, end = copy.span(position, position)
        assert start == end
        assert 0 <= start <= len(text)


def test_keys_of_two_spellings_are_equal() -> None:
    assert key("مردم\u200cنهاد") == key("مردم نهاد") == key("مردمنهاد")
    assert key("كميتـه") == key("کمیته")


@pytest.mark.parametrize("mark", ["\u200c", "\u0640", "\u200f"])
def test_a_presentation_form_behind_a_mark_keeps_its_span(mark: str) -> None:
    copy = reading_copy(f"{mark}\ufeed")
    assert copy.text == "و"
    assert copy.span(0, 1) == (1, 2)
