-- One thing for every so many people, beside the number of things in the same report: the people of the place by that
-- many things. Of several numbers the one that fits is meant; it fails where none does. The population is the census or
-- estimate nearest before the time, else the earliest.
WITH ratios AS (
    SELECT *, coalesce(period_end, published, DATE '9999-12-31') AS day
    FROM told_claims
    WHERE kind = 'ratio' AND unit = 'person_per_item' AND value > 0 AND modality = 'actual'
), counted AS (
    SELECT r.claim_id, c.claim_id AS count_id, c.value, lowest(c.value, c.value_high, c.bound) AS low,
        highest(c.value, c.value_high, c.bound) AS high,
        row(
            c.status IS DISTINCT FROM r.status, c.document_id <> r.document_id, abs(c.span_start - r.span_start), c.claim_id
        ) AS standing
    FROM ratios AS r
    INNER JOIN told_claims AS c
        ON c.report_id = r.report_id AND c.subject = r.subject AND c.place = r.place
        AND c.locality IS NOT DISTINCT FROM r.locality AND c.field IS NOT DISTINCT FROM r.field
    WHERE c.kind = 'count' AND c.modality = 'actual' AND c.value > 0
        AND c.period_type NOT IN ('year_to_date', 'range', 'month')  -- what came in a time is not what there is
), peopled AS (
    SELECT r.claim_id, n.population, n.date, n.basis
    FROM ratios AS r
    LEFT JOIN counties AS k ON k.province = r.place AND folded(k.name_fa) = folded(r.locality)
    INNER JOIN population AS n
        ON n.place = r.place AND n.county_code = CASE WHEN r.locality IS NULL THEN '' ELSE k.county_code END
    QUALIFY row_number() OVER (
        PARTITION BY r.claim_id ORDER BY n.date > r.day, abs(date_diff('day', n.date, r.day)), n.basis
    ) = 1
), compared AS (
    SELECT
        r.claim_id, c.count_id, c.standing, r.value AS found,
        p.population / c.value AS expected, p.population / c.value / 5 AS tolerance,
        lowest(r.value, r.value_high, r.bound) AS said_low, highest(r.value, r.value_high, r.bound) AS said_high,
        p.population / c.high AS low, p.population / nullif(c.low, 0) AS high, p.population, p.date, p.basis
    FROM ratios AS r
    INNER JOIN counted AS c USING (claim_id)
    LEFT JOIN peopled AS p USING (claim_id)
), judged AS (
    SELECT *, coalesce(said_low > high + tolerance, false) OR coalesce(said_high < low - tolerance, false) AS differs
    FROM compared
)
SELECT
    claim_id,
    [claim_id, count_id] AS claim_ids,
    CASE WHEN population IS NULL THEN 'cannot_tell' WHEN differs THEN 'fails' ELSE 'holds' END AS verdict,
    expected,
    found,
    tolerance,  -- a fifth: ratios are rounded, and the population is of another year
    CASE
        WHEN population IS NULL THEN 'no population is known for the place'
        ELSE 'population ' || population || ', ' || basis || ' of ' || date
    END AS note
FROM judged
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY differs, standing) = 1;
