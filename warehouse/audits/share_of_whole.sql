-- A percentage beside the whole that it is of and the part that it makes, near each other in one article. Any two numbers
-- that fit prove it; it fails where the only two that are told as its whole and its part do not. A part is told as one
-- where its field, status or subject says which part of the whole it is.
WITH shares AS (
    SELECT
        *, coalesce((SELECT subject FROM subjects AS known WHERE known.subject = told_claims.scope), subject) AS whole_subject,
        -- a share in whole percents may be half a percent off; `about` a tenth of itself
        CASE WHEN bound = 'about' THEN value / 10 WHEN value = trunc(value) THEN 0.5 ELSE 0.05 END AS slack
    FROM told_claims
    WHERE kind = 'share' AND bound IN ('exact', 'about') AND modality = 'actual'
), counts AS (
    SELECT *
    FROM told_claims
    WHERE kind IN ('count', 'amount') AND bound IN ('exact', 'about') AND modality = 'actual' AND value > 0
), pairs AS (
    SELECT
        s.claim_id, s.value AS found, w.claim_id AS whole_id, p.claim_id AS part_id, p.value / w.value * 100 AS expected,
        s.slack + 50 / w.value AS tolerance,  -- and half a thing of the part
        w.status IS NULL AND w.field IS NULL AND p.status IS NOT DISTINCT FROM s.status
            AND p.field IS NOT DISTINCT FROM s.field AND abs(p.span_start - s.span_start) <= 200
            AND (p.status IS NOT NULL OR p.field IS NOT NULL OR p.subject <> w.subject) AS told_so,
        abs(w.span_start - s.span_start) + abs(p.span_start - s.span_start) AS distance
    FROM shares AS s
    INNER JOIN counts AS w
        ON w.document_id = s.document_id AND w.subject = s.whole_subject AND w.place = s.place
        AND w.locality IS NOT DISTINCT FROM s.locality
    INNER JOIN counts AS p
        ON p.document_id = s.document_id AND p.subject = s.subject AND p.unit = w.unit AND p.place = s.place
        AND p.locality IS NOT DISTINCT FROM s.locality
    WHERE p.claim_id <> w.claim_id AND p.value <= w.value
        AND abs(w.span_start - s.span_start) <= 400 AND abs(p.span_start - s.span_start) <= 400
), judged AS (
    SELECT
        *, abs(expected - found) <= tolerance AS fits,
        count(*) FILTER (told_so) OVER (PARTITION BY claim_id) AS told
    FROM pairs
)
SELECT
    claim_id,
    [claim_id, whole_id, part_id] AS claim_ids,
    CASE WHEN fits THEN 'holds' WHEN told = 1 THEN 'fails' ELSE 'cannot_tell' END AS verdict,
    expected,
    found,
    tolerance,
    CASE WHEN NOT fits AND told > 1 THEN 'more than one pair of numbers could be meant' END AS note
FROM judged
WHERE fits OR told_so
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY NOT fits, distance, whole_id, part_id) = 1;
