"""Files and folders in, one item a document out."""

import gzip
from pathlib import Path

from extract.model import Document, Quarantined
from extract.readers import Missing, read_sources


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("انجمن ۱۲ عضو دارد.\r\n", encoding="utf-8", newline="")
    assert list(read_sources([file])) == [Document("report", "report", "انجمن ۱۲ عضو دارد.\r\n", str(file))]


def test_bad_lines_are_quarantined_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl.gz"
    file.write_bytes(gzip.compress('{"id": "a", "text": "متن"}\n[]\n{"text": "دیگر"}\n'.encode()))
    first, second, third = read_sources([file])
    assert isinstance(first, Document) and first.key == first.article == "a"
    assert isinstance(second, Quarantined) and (second.source, second.reason) == (f"{file}:2", "not_json")
    assert isinstance(third, Document) and third.key == "news"


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    (item,) = read_sources([tmp_path / "absent"])
    assert isinstance(item, Missing) and "absent" in item.detail
