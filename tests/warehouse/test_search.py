"""Words found however they are spelt, and Persian order."""

import duckdb
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract import fold
from warehouse import database

# Letters, digits, signs and marks that fold.py knows, and others, so that each stands beside each; a few of a pattern.
_KNOWN = "".join(old + new for old, new in fold.ONE_TO_ONE)
_MARKS = "\u0640\u064b\u0651\u0670\u0610\u200b\u200c\u200d\u200e\u200f\u00ad\u00ac\u202b\u2067\ufeff"
_OTHERS = "بپچژگسنمو هABzİé½²ﻻﷲ﷼ﷺﮎﯽﹰﹷ\u2028\u3000\x1c\x85[]()*^$\\|?+{}.'\""
_TEXTS = st.lists(st.text(_KNOWN.replace("\r", "") + _MARKS + _OTHERS.replace("İ", ""), max_size=12), max_size=60)


@pytest.fixture(scope="module")
def macros() -> duckdb.DuckDBPyConnection:
    """A database in memory with the macros, and the tables that they stand on."""
    con = database.connect(":memory:")
    database.create_schema(con)
    database.create_macros(con)
    return con


def _answers(con: duckdb.DuckDBPyConnection, expression: str, texts: list[str]) -> list[object]:
    con.register("given", pa.table({"text": pa.array(texts, pa.string()), "place": range(len(texts))}))
    found = con.execute(f"SELECT {expression} FROM given ORDER BY place").fetchall()
    con.unregister("given")
    return [row[0] for row in found]


def test_every_character_folds_as_it_does_when_texts_are_read(macros: duckdb.DuckDBPyConnection) -> None:
    letters = [chr(code) for code in range(1, 0x20000) if not 0xD800 <= code < 0xE000 and code != 0x130]
    assert _answers(macros, "folded(text)", letters) == [fold.key(letter) for letter in letters]


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_folds_as_it_does_when_texts_are_read(macros: duckdb.DuckDBPyConnection, texts: list[str]) -> None:
    assert _answers(macros, "folded(text)", texts) == [fold.key(text) for text in texts]


@example(["\u064b"], "\ufe70")  # a mark as a letter of its own, which folds to a mark that stays
@given(_TEXTS, st.text(_KNOWN.replace("\r", "") + _MARKS + _OTHERS.replace("İ", ""), max_size=3))
@settings(max_examples=200, deadline=None)
def test_words_are_found_where_their_folded_form_stands(
    macros: duckdb.DuckDBPyConnection, texts: list[str], words: str
) -> None:
    quoted = words.replace("'", "''")
    held = [fold.key(words) in fold.key(text) for text in texts]
    assert _answers(macros, f"matches(text, '{quoted}')", texts) == held


@pytest.mark.parametrize(
    ("text", "words", "held"),
    [
        ("۴۲ سازمان مردم‌نهاد", "سازمان مردم نهاد", True),
        ("۴۲ سازمان مردم‌نهاد", "سازمانهای مردم نهاد", False),
        ("مركز نيكوكاري", "مرکز نیکوکاری", True),
        ("مرکز نیکوکاری", "مركز نيكوكاري", True),
        ("1745 سمن", "۱۷۴۵", True),
        ("۱۷٤۵ سمن", "1745", True),
        ("مؤسسهٔ خیریّه", "موسسه خیریه", True),
        ("NGOs in Iran", "ngo", True),
        ("فرهاد نیک\u200cپی", "نیکپی", True),
        ("۵۰٪ (نیمی)", "50% (", True),
        ("a.b", "axb", False),
        ("ﻻله", "لاله", True),
        ("۳۰ـ۴۰ نفر", "30-40", True),
        (None, "سمن", None),
    ],
)
def test_words_are_found_however_they_are_spelt(
    macros: duckdb.DuckDBPyConnection, text: str | None, words: str, held: bool | None
) -> None:
    assert macros.execute("SELECT matches(?, ?)", [text, words]).fetchall() == [(held,)]


def test_persian_order_has_its_own_letters_in_their_place(macros: duckdb.DuckDBPyConnection) -> None:
    letters = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
    macros.register("given", pa.table({"text": sorted(letters)}))
    assert macros.execute("SELECT string_agg(text, '' ORDER BY fa(text)) FROM given").fetchall() == [(letters,)]


def test_an_arabic_letter_stands_where_the_persian_one_would(macros: duckdb.DuckDBPyConnection) -> None:
    names = ["یزد", "يار", "کرج", "كاشان", "گرگان", "قم", "همدان", "ورامین"]
    macros.register("given", pa.table({"text": names}))
    found = macros.execute("SELECT list(text ORDER BY fa(text)) FROM given").fetchall()
    assert found == [(["قم", "كاشان", "کرج", "گرگان", "ورامین", "همدان", "يار", "یزد"],)]
