-- A growth or decline beside two numbers of the same thing at two times in one report. Where several pairs could be meant
-- and none fits, it cannot be told; nor where the only pair stands far from it, and its earlier number has no date.
WITH changes_said AS (
    SELECT *, lowest(value, value_high, bound) AS said_low, highest(value, value_high, bound) AS said_high
    FROM told_claims
    WHERE kind = 'change' AND modality = 'actual' AND unit IN ('percent', 'factor')
), numbers AS (
    SELECT *, lowest(value, value_high, bound) AS low, highest(value, value_high, bound) AS high
    FROM told_claims
    WHERE kind IN ('count', 'amount', 'measure') AND modality = 'actual' AND value > 0
), pairs AS (
    SELECT
        x.claim_id, x.unit, x.value AS found, x.said_low, x.said_high, e.claim_id AS earlier_id, l.claim_id AS later_id,
        l.value / e.value AS factor, l.low / e.high AS factor_low, l.high / nullif(e.low, 0) AS factor_high,
        abs(l.span_start - x.span_start) + abs(e.span_start - x.span_start) AS distance,
        e.period_end IS NOT NULL AS dated
    FROM changes_said AS x
    INNER JOIN numbers AS l
        ON l.report_id = x.report_id AND l.document_id = x.document_id AND l.subject = x.subject AND l.place = x.place
        AND l.locality IS NOT DISTINCT FROM x.locality
    INNER JOIN numbers AS e
        ON e.report_id = l.report_id AND e.document_id = l.document_id AND e.kind = l.kind AND e.subject = l.subject
        AND e.unit = l.unit AND e.place = l.place AND e.locality IS NOT DISTINCT FROM l.locality
        AND e.field IS NOT DISTINCT FROM l.field
    WHERE e.claim_id <> l.claim_id
        AND (e.period_end < l.period_end OR (e.period_type = 'unknown' AND l.period_type <> 'unknown'))
), compared AS (
    SELECT
        *,
        CASE unit WHEN 'factor' THEN factor ELSE (factor - 1) * 100 END AS expected,
        CASE unit WHEN 'factor' THEN factor_low ELSE (factor_low - 1) * 100 END AS low,
        CASE unit WHEN 'factor' THEN factor_high ELSE (factor_high - 1) * 100 END AS high,
        CASE unit WHEN 'factor' THEN factor / 20 ELSE greatest(abs(factor - 1) * 5, 1) END AS tolerance
    FROM pairs
), judged AS (
    SELECT
        *,
        NOT coalesce(said_low > high + tolerance, false) AND NOT coalesce(said_high < low - tolerance, false) AS fits,
        count(*) OVER (PARTITION BY claim_id) AS candidates
    FROM compared
)
SELECT
    claim_id,
    [claim_id, earlier_id, later_id] AS claim_ids,
    CASE
        WHEN fits THEN 'holds'
        WHEN candidates = 1 AND (dated OR distance <= 300) THEN 'fails'
        ELSE 'cannot_tell'
    END AS verdict,
    expected,
    found,
    tolerance,
    CASE
        WHEN NOT fits AND candidates > 1 THEN 'more than one pair of numbers could be meant'
        WHEN NOT fits AND NOT dated AND distance > 300 THEN 'the two numbers stand far from it'
    END AS note
FROM judged
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY NOT fits, distance, later_id, earlier_id) = 1;
