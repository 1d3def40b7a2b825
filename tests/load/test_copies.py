"""Documents join into reports: the same ones whatever the order and the batches in which they came and went."""

import datetime as dt
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb
import pytest

from load.copies import HUBS, create, join_copies
from transform.copies import Shingled, shingled
from transform.sketches import sketches

DAY = dt.date(2024, 7, 1)
_WORDS = (
    *("انجمن", "کتاب", "باران", "روستا", "نشست", "مدرسه", "درخت", "شهردار", "کارگاه", "جوانان", "بازار", "پرستار"),
    *("رودخانه", "همیار", "دانشگاه", "زمستان", "کودک", "نان", "پژوهش", "دریا", "پیمان", "کوچه", "ساحل", "قنات"),
)


@dataclass(frozen=True)
class Doc:
    name: str
    text: str
    published: dt.date | None = DAY


class Base:
    """A database with documents, loaded as batches are."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        con.execute("CREATE TABLE documents (document_id VARCHAR, text VARCHAR, published DATE)")
        create(con)

    def load(
        self, came: Sequence[Doc] = (), gone: Iterable[str] = (), bands: Sequence[list[int]] | None = None
    ) -> set[str]:
        """Let documents come (in the place of those of their name) and go; the ids of the reports it touched."""
        con, touched = self.con, [*(doc.name for doc in came), *gone]
        con.execute("CREATE OR REPLACE TEMP TABLE touched AS SELECT unnest(?::VARCHAR[]) AS document_id", [touched])
        con.execute("DELETE FROM documents WHERE document_id IN (FROM touched)")
        con.execute("CREATE OR REPLACE TEMP TABLE arrived_bands (document_id VARCHAR, band BIGINT)")
        for doc, sketch in zip(came, bands or sketches([doc.text for doc in came]), strict=True):
            con.execute("INSERT INTO documents VALUES (?, ?, ?)", [doc.name, doc.text, doc.published])
            con.execute("INSERT INTO arrived_bands SELECT ?, unnest(?::BIGINT[])", [doc.name, sketch])
        join_copies(con)
        return {row[0] for row in con.execute("FROM touched_reports").fetchall()}

    def reports(self) -> dict[str, str]:
        return dict(self.con.execute("FROM build.report_of").fetchall())


@pytest.fixture
def base() -> Iterator[Base]:
    con = duckdb.connect()
    yield Base(con)
    con.close()


def fresh(docs: Iterable[Doc]) -> dict[str, str]:
    """The reports of documents that come all at once."""
    con = duckdb.connect()
    try:
        made = Base(con)
        made.load(list(docs))
        return made.reports()
    finally:
        con.close()


def story(seed: int, sentences: int = 12) -> str:
    chance = random.Random(seed)
    return "\n".join(
        " ".join(chance.choices(_WORDS, k=12)) + f" {chance.randint(100, 9999)}." for _ in range(sentences)
    )


def copies(seed: int, count: int, chance: random.Random) -> list[str]:
    """A story and shortened copies of it."""
    lines = story(seed).split("\n")
    return ["\n".join(lines)] + ["\n".join(chance.sample(lines, chance.randint(6, 11))) for _ in range(count - 1)]


def filled(seed: int, count: int, chance: random.Random) -> list[str]:
    """One form with another figure each time: all words are shared, and so most bands, but it is another report."""
    front, back = (re.sub(r" \d+", "", story(number, 5)) for number in (seed, seed + 1))
    return [f"{front}\n{chance.randint(100, 9999)} {back}" for _ in range(count)]


def test_a_report_bears_the_smallest_id_of_its_documents(base: Base) -> None:
    one, other = story(1), story(2)
    touched = base.load([Doc("c", one), Doc("b", "خبر تازه\n" + one), Doc("d", other), Doc("x", "کوتاه")])
    assert base.reports() == {"b": "b", "c": "b", "d": "d", "x": "x"}
    assert touched == {"b", "d", "x"}


def test_the_reports_that_a_load_touches_are_named_by_old_and_new_ids(base: Base) -> None:
    base.load([Doc("c", story(1)), Doc("d", story(2)), Doc("e", story(3))])
    assert base.load([Doc("a", story(1))]) == {"a", "c"}
    assert base.reports() == {"a": "a", "c": "a", "d": "d", "e": "e"}
    assert base.load(gone=["a"]) == {"a", "c"}
    assert base.load(gone=["d"]) == {"d"}
    assert base.reports() == {"c": "c", "e": "e"}
    assert base.load([Doc("e", story(3))]) == {"e"}
    assert base.load() == set()


def test_a_document_that_joined_two_leaves_them_apart_when_it_goes(base: Base) -> None:
    lines = story(1, 16).split("\n")
    front, back, whole = "\n".join(lines[:8]), "\n".join(lines[8:]), "\n".join(lines)
    base.load([Doc("a", front), Doc("b", back), Doc("w", whole)])
    assert set(base.reports().values()) == {"a"}
    assert base.load(gone=["w"]) == {"a", "b"}
    assert base.reports() == {"a": "a", "b": "b"}


@pytest.mark.parametrize(
    ("days", "together"),
    [((0, 0), True), ((0, 30), True), ((0, 31), False), ((0, None), True), ((None, None), True), ((59, 61), True)],
)
def test_copies_are_sought_within_thirty_days(base: Base, days: tuple[int | None, ...], together: bool) -> None:
    for name, day in zip("ab", days, strict=True):
        base.load([Doc(name, story(1), None if day is None else dt.date(1970, 1, 1) + dt.timedelta(days=day))])
    assert (base.reports() == {"a": "a", "b": "a"}) == together


def test_a_date_that_changes_takes_a_document_out_of_its_report(base: Base) -> None:
    docs = [Doc(name, story(1)) for name in "abc"]
    base.load(docs)
    later = Doc("a", story(1), DAY + dt.timedelta(days=200))
    assert base.load([later]) == {"a", "b"}
    assert base.reports() == fresh([later, *docs[1:]]) == {"a": "a", "b": "b", "c": "b"}


def test_thousands_of_equal_texts_make_few_pairs(base: Base) -> None:
    text, count = story(1), 3_000
    names = [f"{number:05d}" for number in range(count)]
    con = base.con
    con.execute("CREATE TEMP TABLE touched AS SELECT unnest(?) AS document_id", [names])
    con.execute("INSERT INTO documents SELECT document_id, ?, ? FROM touched", [text, DAY])
    con.execute(
        "CREATE TEMP TABLE arrived_bands AS SELECT document_id, unnest(?::BIGINT[]) AS band FROM touched",
        sketches([text]),
    )
    join_copies(con)
    assert set(base.reports().values()) == {"00000"}
    (pairs,) = con.execute("SELECT count(*) FROM build.pairs").fetchone() or (0,)
    assert pairs < HUBS * count
    assert base.load([Doc("!", text)]) == {"!", "00000"}
    assert set(base.reports().values()) == {"!"}


def test_long_texts_are_compared_a_few_at_a_time(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    docs = [Doc(f"{story}-{n}", text) for story in range(4) for n, text in enumerate(copies(story, 6, chance))]
    base.load(docs)
    at_once: list[int] = []

    def counted(texts: Sequence[str]) -> list[Shingled]:
        at_once.append(len(texts))
        return shingled(texts)

    monkeypatch.setattr("load.copies.shingled", counted)
    monkeypatch.setattr("load.copies._LETTERS_AT_ONCE", 1)
    other = Base(duckdb.connect())
    other.load(docs)
    assert other.reports() == base.reports()
    assert max(at_once) == 2
    other.con.close()


def test_hubs_that_come_and_go_change_what_is_compared(base: Base) -> None:
    bands = [1, 2, 3, 4]
    copies_ = [Doc("y", story(1)), Doc("z", f"خبر تازه\n{story(1)}")]
    others = [Doc(name, story(place)) for place, name in enumerate("abcd"[:HUBS], start=2)]
    alone = {doc.name: doc.name for doc in (*others, *copies_)}
    base.load(copies_, bands=[bands] * 2)
    assert base.reports() == {"y": "y", "z": "y"}
    assert base.load(others, bands=[bands] * HUBS) == {*alone}  # y is no hub any more, so z is not compared with it
    assert base.reports() == alone
    assert base.load(gone=["a"]) == {"a", "y", "z"}
    assert base.reports() == {**{name: name for name in "bcdy"}, "z": "y"}


def test_what_all_pages_of_a_site_say_joins_nothing(base: Base) -> None:
    footer = "\nهمه حقوق این پایگاه برای صاحبان آن محفوظ است و بازنشر مطالب تنها با نام بردن از منبع آزاد است."
    docs = [Doc(f"{number:03d}", story(number, 3) + footer) for number in range(120)]
    base.load(docs)
    assert base.reports() == {doc.name: doc.name for doc in docs}


@pytest.mark.parametrize("seed", range(4))
def test_reports_depend_on_the_documents_and_not_on_how_they_came(base: Base, seed: int) -> None:
    chance = random.Random(seed)
    texts = [text for number in range(6) for text in copies(number, chance.randint(1, 14), chance)]
    texts += [chance.choice(texts) for _ in range(8)]
    texts += [f"{head}\n{text}" for text in filled(99, 9, chance) for head in ("خبر روز", "گزارش تازه‌ای از بازار", "")]
    docs = [
        Doc(
            f"{chance.randrange(10**6):06d}",
            text,
            chance.choice((None, *(DAY + dt.timedelta(20 * n) for n in range(9)))),
        )
        for text in texts
    ]
    there: dict[str, Doc] = {}
    for _ in range(6):
        came = chance.sample(docs, chance.randint(1, 25))
        came = list({doc.name: doc for doc in came}.values())
        gone = [name for name in chance.sample(sorted(there), min(3, len(there))) if name not in {d.name for d in came}]
        before = base.reports()
        touched = base.load(came, gone)
        there = {name: doc for name, doc in there.items() if name not in gone} | {doc.name: doc for doc in came}
        after = base.reports()
        assert after == fresh(there.values())
        assert touched == expected(before, after, {*gone, *(doc.name for doc in came)})


def expected(before: Mapping[str, str], after: Mapping[str, str], touched: set[str]) -> set[str]:
    """The reports that lost or gained a document or hold a touched one."""
    stirred = {name for name in {*before, *after} if name in touched or before.get(name) != after.get(name)}
    return {side[name] for name in stirred for side in (before, after) if name in side}
