-- The counties of a province, the provinces of the country, or the fields of activity, as one report adds them up: their
-- sum is not above the whole; a sum below it may lack parts.
WITH numbers AS (
    SELECT *, lowest(value, value_high, bound) AS low, highest(value, value_high, bound) AS high
    FROM told_claims
    WHERE kind IN ('count', 'amount') AND modality = 'actual'
), pairs AS (
    SELECT
        w.claim_id, w.value AS whole, w.high AS whole_high, p.claim_id AS part_id, p.value AS part, p.low AS part_low,
        p.span_start,
        CASE
            WHEN p.place <> w.place THEN 'provinces'
            WHEN p.locality IS DISTINCT FROM w.locality THEN 'places'
            ELSE 'fields'
        END AS parted_by,
        coalesce(p.locality, CASE WHEN p.place <> w.place THEN p.place END, p.field) AS part_name
    FROM numbers AS w
    INNER JOIN numbers AS p
        ON p.report_id = w.report_id AND p.kind = w.kind AND p.subject = w.subject AND p.unit = w.unit
        AND (p.status IS NULL OR p.status IS NOT DISTINCT FROM w.status)  -- in a list it is said once
        AND p.period_start IS NOT DISTINCT FROM w.period_start AND p.period_end IS NOT DISTINCT FROM w.period_end
    WHERE w.locality IS NULL AND (
        (p.place = w.place AND p.locality IS NOT NULL AND p.field IS NOT DISTINCT FROM w.field)
        OR (w.place = 'IR' AND p.place LIKE 'IR-%' AND p.locality IS NULL AND p.field IS NOT DISTINCT FROM w.field)
        OR (w.field IS NULL AND p.field IS NOT NULL AND p.place = w.place AND p.locality IS NULL)
    )
), parts AS (  -- a part that is said twice counts once
    SELECT * FROM pairs
    QUALIFY row_number() OVER (PARTITION BY claim_id, parted_by, part_name ORDER BY span_start, part_id) = 1
), sums AS (
    SELECT
        claim_id, parted_by, any_value(whole) AS whole, any_value(whole_high) AS whole_high, sum(part) AS total,
        sum(part_low) AS total_low, list(part_id ORDER BY span_start, part_id) AS part_ids,
        greatest(abs(any_value(whole)) / 100, 0.5) AS tolerance
    FROM parts
    GROUP BY claim_id, parted_by
    HAVING count(*) >= 2
)
SELECT
    claim_id,
    list_prepend(claim_id, part_ids) AS claim_ids,
    CASE
        WHEN abs(total - whole) <= tolerance THEN 'holds'
        WHEN total_low > whole_high + tolerance THEN 'fails'
        ELSE 'cannot_tell'
    END AS verdict,
    total AS expected,
    whole AS found,
    tolerance,
    'sum of ' || parted_by || CASE WHEN total < whole - tolerance THEN '; some may be missing' ELSE '' END AS note
FROM sums;
