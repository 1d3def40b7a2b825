"""The claims that most need eyes, in one order: what a reviewer is asked first."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import duckdb
import pyarrow as pa

from extract.fold import key
from load.published import views
from load.reviews import Decision, Key, latest
from load.sql import registered

DOUBTED = 0.9  # a claim less sure than this is looked at
Row = Mapping[str, object]

# The points of a claim are the sum over its reasons, each counted once:
#   a decision that was reopened                                              100
#   an audit that fails: of the audited claim 60, of one that it was compared with 30
#   a contradiction: by misprint or without excuse 50, with another reason (a date, a register, rounding) 20
#   low confidence: the share that is wrong, in percent
# Equal points: the newest first. What a page says today is shown: of a claim whose page has a newer text, that text.
_QUERY = """
WITH reasons AS (
    SELECT claim_id, 100 AS points, a.why_fa, a.why_en
    FROM again AS a INNER JOIN appearances USING (appearance_id)
    UNION
    SELECT f.claim_id, CASE WHEN f.claim_id = f.claim_ids[1] THEN 60 ELSE 30 END,
        'وارسی ناموفق: ' || coalesce(k.name_fa, f.check_code), 'failed audit: ' || coalesce(k.name_en, f.check_code)
    FROM (SELECT unnest(claim_ids) AS claim_id, claim_ids, check_code FROM audits WHERE verdict = 'fails') AS f
    LEFT JOIN audit_checks AS k USING (check_code)
    UNION
    SELECT c.claim_id,
        CASE WHEN x.reason LIKE 'misprint%' OR x.reason = 'contradiction' THEN 50 ELSE 20 END,
        'تناقض: ' || coalesce(r.name_fa, x.reason), 'contradicted: ' || coalesce(r.name_en, x.reason)
    FROM (
        SELECT observation_a AS observation_id, reason FROM contradictions
        UNION SELECT observation_b, reason FROM contradictions
    ) AS x
    INNER JOIN claims AS c USING (observation_id)
    LEFT JOIN contradiction_reasons AS r USING (reason)
    UNION
    SELECT claim_id, 100 * (1 - confidence),
        translate('اطمینان ' || CAST(round(100 * confidence) AS INTEGER) || '٪', '0123456789', '۰۱۲۳۴۵۶۷۸۹'),
        'confidence ' || CAST(round(100 * confidence) AS INTEGER) || ' %'
    FROM claims_readable
    WHERE confidence < $doubted
), decided_claims AS (
    SELECT x.claim_id
    FROM decided AS r
    INNER JOIN appearances AS x ON x.appearance_id = r.claim_id
    INNER JOIN documents AS d ON d.document_id = x.document_id AND d.text_hash = r.text_hash
), scored AS (
    SELECT
        claim_id,
        sum(points) AS points,
        string_agg(why_fa, '؛ ' ORDER BY points DESC, why_fa) AS why_fa,
        string_agg(why_en, '; ' ORDER BY points DESC, why_en) AS why_en
    FROM reasons
    WHERE claim_id NOT IN (FROM decided_claims)
        OR claim_id IN (SELECT claim_id FROM appearances INNER JOIN again USING (appearance_id))
    GROUP BY claim_id
), first_ones AS (
    SELECT s.*, c.published, c.document_id AS first_document_id
    FROM scored AS s
    INNER JOIN claims AS c USING (claim_id)
    ORDER BY s.points DESC, c.published DESC NULLS LAST, s.claim_id
    LIMIT $limit
), shown AS (
    SELECT s.*, x.appearance_id, x.document_id, x.number_text, x.span_start, x.span_end, a.review_id, a.before
    FROM first_ones AS s
    INNER JOIN documents AS f ON f.document_id = s.first_document_id
    INNER JOIN appearances AS x ON x.claim_id = s.claim_id
    INNER JOIN documents AS d ON d.document_id = x.document_id
    LEFT JOIN again AS a ON a.appearance_id = x.appearance_id
    WHERE d.key = f.key OR a.appearance_id IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY s.claim_id ORDER BY a.appearance_id IS NULL, d.recorded_at DESC, x.appearance_id
    ) = 1
)
SELECT
    w.appearance_id, d.text_hash, w.review_id, w.before, w.why_fa, w.why_en, w.number_text, w.span_start, w.span_end,
    d.title, d.outlet, d.published, day.jalali AS published_jalali, d.url, d.text,
    c.kind, c.subject, c.value, c.value_high, c.unit, c.bound, c.place, c.locality, c.period_type, c.period_start,
    c.period_end, c.period_start_jalali, c.period_end_jalali, c.status, c.field, c.scope, c.rank_by, c.modality,
    c.speaker, c.speaker_role, c.register, c.place_fa
FROM shown AS w
INNER JOIN claims_readable AS c USING (claim_id)
INNER JOIN documents AS d ON d.document_id = w.document_id
LEFT JOIN calendar AS day ON day.day = d.published
ORDER BY w.points DESC, w.published DESC NULLS LAST, w.claim_id
"""


def wanted(con: duckdb.DuckDBPyConnection, found: Sequence[Decision], limit: int) -> list[Row]:
    """The claims of a snapshot that most need eyes, most urgent first; those that a decision settles are left out."""
    _put(con, "decided", ("claim_id", "text_hash"), list(latest(found)))
    again = [(place, old.review_id, *_words(old)) for place, old in _reopened(con, found)]
    _put(con, "again", ("appearance_id", "review_id", "why_fa", "why_en", "before"), again)
    result = con.execute(_QUERY, {"doubted": DOUBTED, "limit": limit})
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _reopened(con: duckdb.DuckDBPyConnection, found: Sequence[Decision]) -> Iterator[tuple[str, Decision]]:
    """Where each reopened decision is to be looked at again: the same number in the text that the page has now.

    Where the new text has no such number, what was accepted or corrected is looked at where it stood.
    """
    if "review_states" not in views(con):
        return
    answered = {one.answers for one in found}
    open_ones = {one.review_id: one for one in latest(found).values() if one.review_id not in answered}
    states = con.execute(
        "SELECT review_id, coalesce(newer_document_id, document_id) FROM review_states "
        "WHERE state = 'reopened' ORDER BY 1"
    ).fetchall()
    taken = set(latest(found))
    for review_id, document_id in states:
        old = open_ones.get(review_id)
        place = _place(con, old, document_id, taken) if old else None
        if old and place:
            taken.add(place)
            yield place[0], old


def _place(con: duckdb.DuckDBPyConnection, old: Decision, document_id: str, taken: set[Key]) -> Key | None:
    there = con.execute(
        "SELECT x.appearance_id, d.text_hash, x.number_text, c.kind, c.evidence FROM appearances AS x "
        "INNER JOIN claims AS c USING (claim_id) INNER JOIN documents AS d ON d.document_id = x.document_id "
        "WHERE x.document_id = ? OR x.appearance_id = ? ORDER BY x.span_start, x.appearance_id",
        [document_id, old.claim_id],
    ).fetchall()
    alike = [
        (kind != old.kind, key(evidence) != key(old.evidence), place, text_hash)
        for place, text_hash, number, kind, evidence in there
        if key(number) == key(old.number_text) and (place, text_hash) not in taken
    ]
    if alike:
        return min(alike)[2:]
    return next(((place, text_hash) for place, text_hash, *_ in there if place == old.claim_id), None)


def _words(old: Decision) -> tuple[str, str, str]:
    """Why it comes up again in both languages, and what was decided before."""
    who = f" ({old.reviewer})" if old.reviewer else ""
    before = f"{old.decision}: {old.reason}{who}, {old.decided_at:%Y-%m-%d}"
    return "متن پس از رأی پیشین دگرگون شده است", "the text changed after an earlier decision", before


def _put(con: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    arriving = pa.table({column: pa.array([row[i] for row in rows], pa.string()) for i, column in enumerate(columns)})
    with registered(con, arriving):
        con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM arriving")


def known_until(con: duckdb.DuckDBPyConnection) -> dt.datetime:
    """The moment (UTC) of the newest text of a snapshot."""
    ((found,),) = con.execute("SELECT coalesce(max(recorded_at), TIMESTAMP '1970-01-01') FROM documents").fetchall()
    assert isinstance(found, dt.datetime)
    return found
