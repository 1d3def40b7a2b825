-- What the documents of the touched reports tell, as reviewers left it: each statement with the observation that it is
-- part of, and with its turn among the statements of its report that say the same. Copies say the same in the same words
-- (folded): the n-th time in one is the n-th time in the other.
WITH decided AS (
    SELECT *
    FROM reviews
    QUALIFY row_number() OVER (PARTITION BY claim_id, text_hash ORDER BY decided_at DESC, review_id) = 1
), read_as AS (
    SELECT
        s.*, r.report_id, d.published, d.outlet, d.origin, d.key, d.text_hash, o.source_id IS NOT NULL AS copied,
        md5(concat_ws('|', kind, subject, unit, value, coalesce(CAST(value_high AS VARCHAR), ''), folded(evidence))) AS same
    FROM build.statements AS s
    INNER JOIN build.report_of AS r USING (document_id)
    SEMI JOIN touched_reports USING (report_id)
    INNER JOIN documents AS d USING (document_id)
    LEFT JOIN copied AS o USING (document_id)
), counted AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY document_id, same
            ORDER BY span_start, place, locality, field, scope, rank_by, status, period_start, claim_id
        ) AS nth
    FROM read_as
), verdicts AS (
    SELECT c.report_id, c.same, c.nth, v.*
    FROM counted AS c
    INNER JOIN decided AS v ON v.claim_id = c.claim_id AND v.text_hash = c.text_hash
), judged AS (
    -- its own decision, else the last one on a copy: of another page, for another text of the same page is looked at anew
    SELECT c.claim_id, v.decision, v.corrections
    FROM counted AS c
    INNER JOIN verdicts AS v ON v.report_id = c.report_id AND v.same = c.same AND v.nth = c.nth
    WHERE v.claim_id = c.claim_id OR v.document_key <> c.key
    QUALIFY row_number() OVER (
        PARTITION BY c.claim_id ORDER BY v.claim_id <> c.claim_id, v.decided_at DESC, v.review_id
    ) = 1
), reviewed AS (
    SELECT
        s.* REPLACE (
            corrected(v.corrections, 'kind', s.kind) AS kind,
            corrected(v.corrections, 'subject', s.subject) AS subject,
            CAST(corrected(v.corrections, 'value', s.value) AS DECIMAL(38, 6)) AS value,
            CAST(corrected(v.corrections, 'value_high', s.value_high) AS DECIMAL(38, 6)) AS value_high,
            corrected(v.corrections, 'unit', s.unit) AS unit,
            corrected(v.corrections, 'bound', s.bound) AS bound,
            corrected(v.corrections, 'place', s.place) AS place,
            corrected(v.corrections, 'locality', s.locality) AS locality,
            corrected(v.corrections, 'period_type', s.period_type) AS period_type,
            CAST(corrected(v.corrections, 'period_start', s.period_start) AS DATE) AS period_start,
            CAST(corrected(v.corrections, 'period_end', s.period_end) AS DATE) AS period_end,
            corrected(v.corrections, 'status', s.status) AS status,
            corrected(v.corrections, 'field', s.field) AS field,
            corrected(v.corrections, 'scope', s.scope) AS scope,
            corrected(v.corrections, 'rank_by', s.rank_by) AS rank_by,
            corrected(v.corrections, 'modality', s.modality) AS modality,
            corrected(v.corrections, 'speaker', s.speaker) AS speaker,
            corrected(v.corrections, 'speaker_role', s.speaker_role) AS speaker_role,
            corrected(v.corrections, 'register', s.register) AS register
        ),
        v.decision AS review
    FROM counted AS s
    LEFT JOIN judged AS v USING (claim_id)
    WHERE v.decision IS DISTINCT FROM 'reject'
), keyed AS (
    SELECT
        *,
        point_key(
            series_key(kind, subject, unit, field, status, scope, rank_by, place, locality, modality),
            period_type, period_start, period_end
        ) AS point_id
    FROM reviewed
)
SELECT
    * EXCLUDE (point_id, same, nth, key, text_hash, copied),
    observation_key(point_id, register, speaker, speaker_role, value, value_high) AS observation_id,
    row_number() OVER first_told AS turn,
    first_value(claim_id) OVER first_told AS first_id
FROM keyed
WINDOW first_told AS (
    PARTITION BY report_id, same, nth ORDER BY copied, published NULLS LAST, origin IS NOT NULL, document_id
);
