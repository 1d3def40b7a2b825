"""Files and folders in, one item a document out; what cannot be read is named with its place."""

import errno
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Document, Quarantined
from extract.readers import Missing, read_sources
from extract.readers.carrier import LIMIT, Carrier

PERSIAN = "انجمن خیریه مهرآوران ۱۲ عضو و ۳ شعبه دارد و هر هفته گردهم می‌آید."
OLD_PERSIAN = "انجمن خيريه مهرآوران گزارش داد كه چهار پروژه به پايان رسيد"


def only(path: Path) -> Document | Quarantined | Missing:
    (item,) = read_sources([path])
    return item


def record(**fields: object) -> bytes:
    return json.dumps({"text": PERSIAN} | fields, ensure_ascii=False).encode() + b"\n"


def document(path: Path) -> Document:
    item = only(path)
    assert isinstance(item, Document), item
    return item


def quarantined(path: Path, reason: str) -> Quarantined:
    item = only(path)
    assert isinstance(item, Quarantined), item
    assert item.reason == reason
    assert item.source.split(":")[0] in item.detail
    assert "\n" not in item.detail
    assert "\n" not in item.sample
    return item


@pytest.mark.parametrize("name", ["report.txt", "report.TXT", "report.text", "report.md", "report", "report.page"])
@pytest.mark.parametrize("is_packed", [False, True])
def test_a_text_file_is_one_document(tmp_path: Path, name: str, is_packed: bool) -> None:
    text = f"  {PERSIAN}\r\n"
    raw = text.encode()
    file = tmp_path / (f"{name}.gz" if is_packed else name)
    file.write_bytes(gzip.compress(raw, mtime=0) if is_packed else raw)
    assert document(file) == Document("report", "report", text, str(file))


@pytest.mark.parametrize(
    "name",
    ["news.jsonl", "news.ndjson.gz", "news.jsonl.gz", "news.jsonlines", "news.json", "news", "news.gz", "news.dump"],
)
def test_jsonl_is_known_by_name_or_content(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    raw = record(id="a", url="https://example.org/a") + b"\n" + record(id=7) + record()
    file.write_bytes(gzip.compress(raw, mtime=0) if name.endswith(".gz") else raw)
    found = [item for item in read_sources([file]) if isinstance(item, Document)]
    assert [item.key for item in found] == ["https://example.org/a", "7", "news"]
    assert [item.article for item in found] == ["a", "7", "news"]
    assert [item.source for item in found] == [f"{file}:1", f"{file}:3", f"{file}:4"]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.jsonlines"])
def test_an_array_is_no_article(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"[" + record(id="a").strip() + b"]\n")
    quarantined(file, "not_json")


def test_braces_in_a_file_named_a_text_are_text(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(record(id="a"))
    assert document(file).text == record(id="a").decode()


def test_packing_is_known_by_content(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(gzip.compress(record(id="a"), mtime=0))
    assert document(file).key == "a"


def test_every_field_of_a_record(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(
        record(id="a", title=" سرخط ", published="2024-07-18", outlet="isna", url="u", lang="fa", more=[1])
    )
    found = document(file)
    assert (found.title, str(found.published), found.outlet, found.url, found.lang) == (
        "سرخط",
        "2024-07-18",
        "isna",
        "u",
        "fa",
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not_json"),
        (b"plain words", "not_json"),
        (b"[]", "not_json"),
        (b'"text"', "not_json"),
        (b"[" * 5000, "not_json"),
        (b'{"text": ' + b"9" * 5000 + b"}", "not_json"),
        (b'{"text": "a\x00b"}', "not_json"),
        (b"{}", "no_text"),
        (b'{"text": null}', "no_text"),
        (b'{"text": 5}', "no_text"),
        (b'{"text": " \\n "}', "no_text"),
        (b'{"text": "a\\u0000b"}', "bad_text"),
        (b'{"text": "a\\ud800b"}', "bad_text"),
        (b'{"text": "a", "title": "\\uDFFF"}', "bad_text"),
        (b'{"text": "a", "title": 5}', "bad_field"),
        (b'{"text": "a", "id": true}', "bad_field"),
        (b'{"text": "a", "published": "2024-02-30"}', "bad_date"),
        (b'{"text": "a", "published": "1403-04-28"}', "bad_date"),
        (b'{"text": "a", "published": "20240718"}', "bad_date"),
        (b'{"text": "a", "published": 20240718}', "bad_date"),
        (b'{"text": "caf\xe9 au lait et th\xe9"}', "bad_encoding"),
    ],
)
def test_a_bad_line_is_put_aside_and_the_rest_goes_on(tmp_path: Path, line: bytes, reason: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(record(id="before") + line + b"\n" + record(id="after"))
    before, bad, after = read_sources([file])
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert after.key == "after"
    assert isinstance(bad, Quarantined)
    assert (bad.source, bad.reason) == (f"{file}:2", reason)
    assert bad.detail.startswith(f"{file}:2: ")


def test_a_pair_of_escapes_is_one_character(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"text": "\\ud83d\\ude00 \\u0622\\u0628"}')
    assert document(file).text == "\U0001f600 آب"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (PERSIAN.encode("utf-8-sig"), PERSIAN),
        (PERSIAN.encode("utf-16"), PERSIAN),
        (b"\xfe\xff" + PERSIAN.encode("utf-16-be"), PERSIAN),
        (OLD_PERSIAN.encode("cp1256"), OLD_PERSIAN),
    ],
)
def test_encodings_of_a_text(tmp_path: Path, raw: bytes, text: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(raw)
    assert document(file).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_encodings_of_jsonl(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.jsonl"
    lines = "".join(json.dumps({"text": OLD_PERSIAN, "id": str(i)}, ensure_ascii=False) + "\n" for i in range(300))
    file.write_bytes(lines.encode(encoding))
    found = list(read_sources([file]))
    assert [(item.article, item.text) for item in found if isinstance(item, Document)] == [
        (str(i), OLD_PERSIAN) for i in range(300)
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff".encode(), "empty"),
        (gzip.compress(b"", mtime=0), "empty"),
        (b"text with a \x00 in it", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (bytes(range(128, 256)) * 4 + b"\x01\x02\x03\x04\x05\x06" * 9, "binary"),
        (PERSIAN.encode("utf-16-le"), "binary"),
        ("Le café de la société d'été".encode("latin-1"), "bad_encoding"),
        (PERSIAN.encode()[:-20] + b"\xff" + PERSIAN.encode(), "bad_encoding"),
        (b"\xff\xfea", "bad_encoding"),
        (gzip.compress(PERSIAN.encode() * 50, mtime=0)[:-30], "unreadable"),
        (gzip.compress(PERSIAN.encode(), mtime=0)[:12] + b"\xff" * 40, "unreadable"),
        (b"\x1f\x8b", "unreadable"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, raw: bytes, reason: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(raw)
    assert quarantined(file, reason).source == str(file)


@pytest.mark.parametrize("raw", [b"", b"\n\n \n"])
def test_jsonl_without_a_record(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(raw)
    quarantined(file, "empty")


def test_binary_data_in_a_jsonl_file_is_one_item(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"\x00\x01\n" * 500)
    quarantined(file, "binary")


def test_what_stands_before_the_break_of_a_gzip_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    packed = gzip.compress(b"".join(record(id=str(i), salt=os.urandom(40).hex()) for i in range(4000)))
    file.write_bytes(packed[: len(packed) // 2])
    *kept, last = read_sources([file])
    assert len(kept) > 1000
    assert all(isinstance(item, Document) for item in kept)
    assert isinstance(last, Quarantined)
    assert last.reason == "unreadable"


def test_a_gzip_file_that_fails_its_checksum_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    packed = bytearray(gzip.compress(record(id="a") + record(id="b")))
    packed[-8] ^= 0xFF
    file.write_bytes(packed)
    *kept, last = read_sources([file])
    assert [item.article for item in kept if isinstance(item, Document)] == ["a", "b"]
    assert isinstance(last, Quarantined)
    assert last.reason == "unreadable"
    assert "may hold errors" in last.detail


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz"])
def test_a_document_may_not_be_larger_than_the_limit(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with gzip.open(file, "wb", compresslevel=1) as handle:
        for _ in range(LIMIT // 1024 // 1024 + 1):
            handle.write(b"a" * 1024 * 1024)
        handle.write(b"\n" + record(id="after"))
    first, *rest = read_sources([file])
    assert isinstance(first, Quarantined)
    assert first.reason == "too_large"
    assert len(first.sample) < 200
    assert len(rest) == ("jsonl" in name)


def test_a_folder_gives_its_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/c.txt", "c/d/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PERSIAN, encoding="utf-8")
    assert [item.source for item in read_sources([tmp_path])] == [
        str(tmp_path / name) for name in ("a/z.txt", "b.txt", "c/d/e.txt")
    ]


def test_links_that_loop_or_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "deep").mkdir(parents=True)
    outside.mkdir()
    for file in (inside / "deep" / "a.txt", outside / "b.txt"):
        file.write_text(PERSIAN, encoding="utf-8")
    (inside / "deep" / "up").symlink_to(inside)
    (inside / "self").symlink_to(inside / "self")
    (inside / "broken").symlink_to(inside / "nothing")
    (inside / "out").symlink_to(outside)
    (inside / "b.txt").symlink_to(outside / "b.txt")
    (tmp_path / "way").symlink_to(inside)
    assert [item.source for item in read_sources([inside])] == [str(inside / "deep" / "a.txt")]
    assert len(list(read_sources([tmp_path / "way"]))) == 1  # a source that is itself a link was asked for


def test_a_pipe_in_a_folder_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    quarantined(tmp_path, "unreadable")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(PERSIAN, encoding="utf-8")
    file.chmod(0)
    quarantined(file, "unreadable")


def test_a_file_that_the_system_does_not_give_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PERSIAN, encoding="utf-8")
    really_open = Carrier.open

    def deny(path: Path) -> Carrier:
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really_open(path)

    monkeypatch.setattr(Carrier, "open", deny)
    denied, found = read_sources([tmp_path])
    assert isinstance(denied, Quarantined)
    assert (denied.reason, denied.source) == ("unreadable", str(tmp_path / "a.txt"))
    assert "Permission denied" in denied.detail
    assert isinstance(found, Document)


@pytest.mark.parametrize("name", ["absent.txt", "file/below", "a\0b", "x" * 300])
def test_a_source_that_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text(PERSIAN, encoding="utf-8")
    missing, found = read_sources([str(tmp_path / name), tmp_path / "file"])
    assert isinstance(missing, Missing)
    assert missing.source in missing.detail
    assert "\n" not in missing.detail
    assert isinstance(found, Document)


def test_a_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        Path(os.fsdecode(path)).write_text(PERSIAN, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    (found,) = read_sources([tmp_path])
    assert isinstance(found, Document)
    assert found.key.encode()
    assert found.source.encode()
    assert found.document_id


def test_a_name_of_two_lines_gives_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_bytes(b"")
    (bad,) = read_sources([tmp_path])
    assert isinstance(bad, Quarantined)
    assert "\n" not in bad.source + bad.detail


def test_reading_is_lazy(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(record(id="a") * 10)
    taken: list[Path] = []

    def sources() -> Iterator[Path]:
        for _ in range(2):
            taken.append(file)
            yield file

    items = read_sources(sources())
    assert not taken
    next(items)
    next(items)
    assert taken == [file]


def test_reading_needs_no_tables_library() -> None:
    code = "import sys, extract.readers; sys.exit(bool({'pyarrow', 'duckdb', 'pandas', 'prefect'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(deadline=None, max_examples=150)
@given(
    raw=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.binary(max_size=100).map(gzip.compress),
        st.binary(max_size=100).map(lambda raw: b"\x1f\x8b" + raw),
        st.binary(max_size=100).map(lambda raw: b"\xff\xfe" + raw),
        st.binary(max_size=100).map(lambda raw: b'{"text": "' + raw + b'"}\n'),
    ),
    name=st.sampled_from(["a.txt", "a.jsonl", "a.jsonl.gz", "a", "a.pdf"]),
)
def test_any_bytes_give_an_item_and_no_exception(raw: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(raw)
        items = list(read_sources([file]))
    assert items
    for item in items:
        assert isinstance(item, Document | Quarantined)
        if isinstance(item, Document):
            assert item.text.encode()
            assert "\0" not in item.text
            assert not item.text.isspace()
