"""Batches of what is new, and numbers that add up."""

from pathlib import Path

import pytest

from extract.model import Document, Quarantined
from extract.readers import Missing
from flows.intake import Chunk, Intake, chunks
from flows.settings import Settings


def document(name: str, text: str = "متن") -> Document:
    return Document(name, name, text, f"{name}.txt")


def batches(items: list[Document | Quarantined | Missing], intake: Intake, **limits: int) -> list[Chunk]:
    return list(chunks(items, intake, Settings(Path(), **limits), set(), set()))


def test_a_batch_is_full_by_documents() -> None:
    intake = Intake()
    found = batches([document(str(number)) for number in range(5)], intake, batch_documents=2)
    assert [len(chunk.documents) for chunk in found] == [2, 2, 1]
    assert intake.documents == 5


def test_a_batch_is_full_by_characters() -> None:
    found = batches([document("long", "ا" * 100), document("next")], Intake(), batch_characters=100)
    assert [len(chunk.documents) for chunk in found] == [1, 1]


def test_what_was_seen_is_unchanged_also_within_one_run() -> None:
    intake = Intake()
    old, new = document("old"), document("new")
    found = list(chunks([old, new, new], intake, Settings(Path()), {old.record_hash}, set()))
    assert [chunk.documents for chunk in found] == [[new]]
    assert (intake.documents, intake.unchanged) == (3, 2)


def test_quarantined_input_is_counted_always_and_kept_once() -> None:
    intake = Intake()
    bad = Quarantined("a.txt", "empty", "a.txt: holds no text")
    assert [chunk.quarantined for chunk in batches([bad, bad], intake)] == [[bad]]
    assert intake.quarantined == {"empty": 2}


def test_each_trouble_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    intake = Intake()
    batches([Quarantined("a.txt", "empty", "a.txt: holds no text"), Missing("b", "b: no such file")], intake)
    assert [record.getMessage() for record in caplog.records] == [
        "a.txt: holds no text (quarantined)",
        "b: no such file",
    ]
    assert intake.missing == 1


def test_nothing_in_gives_no_batch() -> None:
    assert batches([], Intake()) == []
