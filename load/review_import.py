"""What a filled sheet decides: every cell read strictly, every correction tried against the schema and its checks.

All or nothing: a sheet with one bad row imports nothing, and every bad row is said.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import cast

import duckdb

from extract.fold import fold, persian_letters
from load.errors import LoadError
from load.published import snapshot
from load.review_sheet import EMPTY, NEEDED, Formula, Line, read
from load.review_words import Words, load_words
from load.reviews import (
    BEYOND,
    DATES,
    FIELDS,
    NUMBERS,
    Choice,
    Decision,
    Key,
    decisions,
    keep,
    latest,
)  # fmt: skip
from transform.calendars import date_of
from warehouse import database

_LONGEST = 1_000
_ACCEPTED = "accepted"
_FREE = {  # besides the codes of its list
    "unit": re.compile(r"[A-Za-z0-9%/.\[\]_'{}-]{1,20}"),
    "place": re.compile(r"(?!IR)[A-Z]{2}"),
    "scope": re.compile(r"(?!IR-)[^|]{1,200}"),
    "rank_by": re.compile(r"[^|]{1,200}"),
}
# Fields that make sense only together: where one is corrected, all are kept as they were looked at, so that a mended
# rule cannot put the correction beside something else.
_TOGETHER = (
    ("kind", "value", "value_high", "unit", "bound"),
    ("place", "locality", "scope"),
    ("period_type", "period_start", "period_end"),
)
_CHECKS = ("units_fit_kinds", "values_are_possible", "periods_are_ordered", "ranks_have_scope")
_CLEAR = frozenset((EMPTY, "–", "—", "−"))
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"(?<=\d)[,،](?=\d{3}(?!\d))", re.ASCII)
_JALALI, _GREGORIAN = range(1200, 1600), range(1800, 2200)  # years that a sheet may mean

Row = dict[str, object]


class BadRows(LoadError):
    """Rows of a sheet that decide nothing that can be applied; nothing of the sheet was imported."""


class _Bad(Exception):
    """What is wrong with a row."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a sheet gave: the decisions that are new, those that were kept before, and the file of the new ones."""

    new: tuple[Decision, ...]
    known: int
    file: Path | None


@dataclass(frozen=True, slots=True)
class _Context:
    """What a row is read against."""

    con: duckdb.DuckDBPyConnection
    words: Words
    kept: Mapping[Key, Decision]
    ids: frozenset[str]  # of all decisions
    reviewer: str | None
    moment: dt.datetime


def import_sheet(
    home: Path, sheet: Path, seeds: Path, moment: dt.datetime, reviewer: str | None = None, dry_run: bool = False
) -> Imported:
    """Keep what a sheet decides, at a moment (UTC). Needs `lock.writer` unless it is a dry run.

    NotAReviewSheet for a file that is none; BadRows lists every row that cannot be taken, and nothing is kept.
    """
    lines = [line for line in read(sheet) if line.touched]
    kept = decisions(home)
    moment = max([moment, *(one.decided_at + dt.timedelta(microseconds=1) for one in kept)])
    with snapshot(home) as con:
        context = _Context(
            con, load_words(con, seeds), latest(kept), frozenset(one.review_id for one in kept), reviewer, moment
        )
        found = _decided(sheet, lines, context)
    new = tuple(one for one in found if not _is_known(one, context.kept))
    file = None if dry_run else keep(home, new)
    return Imported(new, len(found) - len(new), file)


def pending(home: Path, sheet: Path, seeds: Path) -> int:
    """How many rows of a sheet say what no kept decision says; NotAReviewSheet for a file that is none."""
    lines = [line for line in read(sheet) if line.touched]
    kept: dict[tuple[object, object], list[Decision]] = {}
    for one in decisions(home):
        kept.setdefault(one.key, []).append(one)
    with snapshot(home) as con:
        words = load_words(con, seeds)
    about = [(line, kept.get((line.cells.get("claim_id"), line.cells.get("text_hash")), [])) for line in lines]
    return sum(not any(_says(line, one, words) for one in there) for line, there in about)


def _says(line: Line, one: Decision, words: Words) -> bool:
    """Whether a row says what was decided."""
    try:
        choice, said = _choice(line, words), _said(line, words)
        same = (choice, _reason(line, choice)) == (one.decision, one.reason)
    except _Bad:
        return False
    return same and said.items() <= (one.corrections or {}).items()


def _is_known(one: Decision, kept: Mapping[Key, Decision]) -> bool:
    """Whether it is what was decided last; who decided need not be said again."""
    last = kept.get(one.key)
    return last is not None and replace(one, reviewer=one.reviewer or last.reviewer).says_as(last)


def _decided(sheet: Path, lines: Sequence[Line], context: _Context) -> list[Decision]:
    found: dict[Key, tuple[int, Decision]] = {}
    corrected: dict[int, Row] = {}
    bad: dict[int, str] = {}
    for line in lines:
        try:
            one, row = _decision(line, context)
            if one.key in found:
                raise _Bad(f"the claim stands in row {found[one.key][0]} too; keep one of them")
            found[one.key] = line.number, one
            if row:
                corrected[line.number] = row
        except _Bad as error:
            bad[line.number] = str(error)
    bad.update(_refused(corrected))
    if bad:
        listed = "\n".join(f"  row {number}: {bad[number]}" for number in sorted(bad))
        raise BadRows(f"{sheet}: nothing was imported; mend these rows and import it again\n{listed}")
    return [one for _, one in found.values()]


def _decision(line: Line, context: _Context) -> tuple[Decision, Row | None]:
    """What a row decides, and where it corrects a claim the claim as it will be."""
    for name, value in line.cells.items():
        if isinstance(value, Formula):
            raise _Bad(f"{name} holds a formula; write the value itself")
    choice = _choice(line, context.words)
    claim_id, text_hash = (str(line.cells.get(name) or "") for name in ("claim_id", "text_hash"))
    known = context.kept.get((claim_id, text_hash))
    claim = _claim(context.con, claim_id, text_hash)
    if claim is None and known is None:
        raise _Bad("this claim is not published; clear the row, and write a new sheet with `shomar review export`")
    corrections, corrected = _corrections(line, choice, claim, known, context.words)
    one = Decision(
        claim_id=claim_id,
        document_key=known.document_key if known else str(claim and claim["key"]),
        text_hash=text_hash,
        decision=choice,
        corrections=corrections,
        reason=_reason(line, choice),
        reviewer=_text("reviewer", line.cells.get("reviewer")) or context.reviewer,
        decided_at=context.moment,
        kind=known.kind if known else str(claim and claim["kind"]),
        number_text=known.number_text if known else str(claim and claim["number_text"]),
        evidence=known.evidence if known else str(claim and claim["evidence"]),
        answers=_answers(line, context.ids),
    )
    if not _is_known(one, context.kept):
        _check_text(context.con, line, one)
    return one, corrected


def _choice(line: Line, words: Words) -> Choice:
    said = line.cells.get("decision")
    if said is None:
        raise _Bad(f"{line.touched[0]} is filled in but no decision; choose one, or clear the row")
    code = words.code("decision", str(said))
    if code is None:
        raise _Bad(f"unknown decision {_quoted(said)}; choose one of: {', '.join(words.choices('decision'))}")
    return cast(Choice, code)


def _reason(line: Line, choice: Choice) -> str:
    reason = _text("reason", line.cells.get("reason"))
    if reason is None and choice != "accept":
        raise _Bad(f"no reason; say in a few words why ({choice} needs one)")
    return reason or _ACCEPTED


def _answers(line: Line, ids: frozenset[str]) -> str | None:
    said = _text("answers", line.cells.get("answers"))
    if said and said not in ids:
        raise _Bad("the column answers names no decision that is kept; write a new sheet with `shomar review export`")
    return said


def _claim(con: duckdb.DuckDBPyConnection, claim_id: str, text_hash: str) -> Row | None:
    """The published claim, with the key of the document whose text was looked at."""
    found = con.execute(
        "SELECT d.key, c.* FROM appearances AS x INNER JOIN documents AS d ON d.document_id = x.document_id "
        "INNER JOIN claims AS c ON c.claim_id = x.claim_id WHERE x.appearance_id = ? AND d.text_hash = ?",
        [claim_id, text_hash],
    )
    names = [column[0] for column in found.description or ()]
    rows = found.fetchall()
    return dict(zip(names, rows[0], strict=True)) if rows else None


def _check_text(con: duckdb.DuckDBPyConnection, line: Line, one: Decision) -> None:
    try:
        seen_at = dt.datetime.fromisoformat(str(line.cells.get("seen_at")))
    except ValueError:
        raise _Bad("the column seen_at was changed; write a new sheet with `shomar review export`") from None
    newer = con.execute(
        "SELECT 1 FROM documents WHERE key = ? AND text_hash <> ? AND recorded_at > ?",
        [one.document_key, one.text_hash, seen_at],
    ).fetchall()
    if newer:
        raise _Bad("the page has another text since this sheet was written; clear the row, and write a new sheet")


def _corrections(
    line: Line, choice: Choice, claim: Row | None, known: Decision | None, words: Words
) -> tuple[dict[str, str | None] | None, Row | None]:
    """What is corrected, with all that must go with it, and the claim as it will be."""
    said = _said(line, words)
    if choice != "correct":
        if said:
            raise _Bad(f"{', '.join(said)} corrected beside {choice}; choose correct, or clear what is corrected")
        return None, None
    if not said:
        raise _Bad("correct, but nothing is corrected; fill in what is wrong, or choose accept or reject")
    if claim is None:
        raise _Bad("the claim was rejected and is not published; accept it, let `shomar run` publish it, then correct")
    before = dict(known.corrections) if known and known.corrections else {}
    will_be = {**claim, **before, **said}
    if (will_be["bound"] == "between") != (will_be["value_high"] is not None):
        raise _Bad("an upper end (value_high) goes with the bound between, and only with it; correct both")
    names = [name for group in _TOGETHER if said.keys() & set(group) for name in group]
    kept = {name: _as_text(will_be[name]) for name in names}
    return {**before, **kept, **said}, will_be


def _said(line: Line, words: Words) -> dict[str, str | None]:
    """The fields that a row corrects."""
    return {name: _field(name, line.cells[name], words) for name in FIELDS if line.cells.get(name) is not None}


def _field(name: str, value: object, words: Words) -> str | None:
    """A cell as the text that its column takes; None for one that is to be empty."""
    if isinstance(value, bool):
        raise _Bad(f"{name}: {value} is no value")
    if isinstance(value, str) and value in _CLEAR:
        if name in NEEDED:
            raise _Bad(f"{name} cannot be empty")
        return None
    if name in NUMBERS:
        return _number(name, value)
    if name in DATES:
        return _date(name, value)
    text = _text(name, value) or ""
    code = words.code(name, text) if name in words.names else None
    if code is not None:
        return code
    if name not in words.names or (name in _FREE and _FREE[name].fullmatch(text)):
        return text
    raise _Bad(f"{name}: unknown {_quoted(text)}; choose one of: {', '.join(words.names[name])}")


def _number(name: str, value: object) -> str:
    text = fold(str(value)).replace(" ", "").replace("/", ".")
    text = _GROUPED.sub("", text)
    try:
        number = Decimal(text if isinstance(value, int | float) or _NUMBER.fullmatch(text) else "NaN")
        if number.is_finite() and abs(number) < BEYOND:
            return f"{number.quantize(Decimal('0.000001')).normalize():f}"
    except InvalidOperation:
        pass
    raise _Bad(f"{name}: {_quoted(value)} is no number; write it in digits, such as 1800 or ۱۸۰۰")


def _date(name: str, value: object) -> str:
    if isinstance(value, dt.date):
        return (value.date() if isinstance(value, dt.datetime) else value).isoformat()
    match = _DATE.fullmatch(fold(str(value)).replace(" ", ""))
    if match:
        year, month, day = map(int, match.groups())
        date = date_of("j", year, month, day) if year in _JALALI else None
        date = date_of("g", year, month, day) if year in _GREGORIAN else date
        if date:
            return date.isoformat()
    raise _Bad(f"{name}: {_quoted(value)} is no date; write ۱۴۰۳/۰۴/۲۸ or 2024-07-18")


def _text(name: str, value: object) -> str | None:
    text = persian_letters(" ".join(str(value).split())) if value is not None else ""
    if len(text) > _LONGEST:
        raise _Bad(f"{name}: longer than {_LONGEST} characters")
    return text or None


def _as_text(value: object) -> str | None:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return None if value is None else str(value)


def _quoted(value: object) -> str:
    text = " ".join(str(value).split())
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”"


def _refused(corrected: Mapping[int, Row]) -> Iterator[tuple[int, str]]:
    """Which claims the schema or its checks would not take as they will be, tried in an empty database."""
    if not corrected:
        return
    con = database.connect(":memory:")
    try:
        database.create_schema(con)
        columns = {row[0] for row in con.execute("DESCRIBE claims").fetchall()}
        for number, row in corrected.items():
            cells = {**{name: value for name, value in row.items() if name in columns}, "claim_id": str(number)}
            marks = ", ".join("?" * len(cells))
            try:
                con.execute(f"INSERT INTO claims ({', '.join(cells)}) VALUES ({marks})", list(cells.values()))
            except (duckdb.ConstraintException, duckdb.ConversionException) as error:
                yield number, f"the correction breaks a rule of the table: {' '.join(str(error).split())}"
        for name, query in database.checks():
            if name in _CHECKS:
                yield from (
                    (int(claim_id), f"the correction makes {why}") for claim_id, why in con.sql(query).fetchall()
                )
    finally:
        con.close()
