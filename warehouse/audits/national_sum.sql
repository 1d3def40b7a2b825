-- A figure for the country against what is known of the provinces for that time: of a state within a year, of anything
-- else the same period. The sum of some provinces may lie below it, never above.
WITH national AS (
    SELECT
        *, year(period_end) * 12 + month(period_end) AS told_in,
        -- of a state the month is what matters, of anything else the very period
        CASE WHEN period_type <> 'as_of' THEN period_start END AS since,
        CASE WHEN period_type <> 'as_of' THEN period_end END AS until
    FROM series
    WHERE place = 'IR' AND locality IS NULL AND kind IN ('count', 'amount') AND modality = 'actual'
        AND period_end IS NOT NULL
        AND observation_id IN (SELECT observation_id FROM national_scope)
), questions AS (
    SELECT DISTINCT kind, subject, unit, field, status, period_type, told_in, since, until FROM national
), asked AS (
    SELECT DISTINCT subject AS subject, told_in + unnest(range(-12, 13)) AS known_in FROM questions
), monthly AS (
    SELECT
        kind, subject, unit, field, status, period_type, place,
        year(period_end) * 12 + month(period_end) AS known_in,
        CASE WHEN period_type <> 'as_of' THEN period_start END AS since,
        CASE WHEN period_type <> 'as_of' THEN period_end END AS until,
        arg_max({'value': value, 'low': low, 'observation_id': observation_id}, row(period_end, reports, observation_id)) AS latest
    FROM series
    SEMI JOIN asked ON asked.subject = series.subject AND asked.known_in = year(period_end) * 12 + month(period_end)
    WHERE place LIKE 'IR-%' AND locality IS NULL AND modality = 'actual' AND period_end IS NOT NULL
    GROUP BY ALL
), nearest_known AS (
    SELECT
        q.*, m.place,
        arg_min(m.latest, row(abs(m.known_in - q.told_in), m.known_in)) AS nearest
    FROM questions AS q
    INNER JOIN monthly AS m
        ON m.kind = q.kind AND m.subject = q.subject AND m.unit = q.unit AND m.period_type = q.period_type
        AND m.field IS NOT DISTINCT FROM q.field AND m.status IS NOT DISTINCT FROM q.status
    WHERE CASE
        WHEN q.period_type = 'as_of' THEN m.known_in BETWEEN q.told_in - 12 AND q.told_in + 12
        ELSE m.until = q.until AND m.since IS NOT DISTINCT FROM q.since
    END
    GROUP BY ALL
), known AS (
    SELECT * EXCLUDE (nearest), nearest.* FROM nearest_known
), sums AS (
    SELECT
        n.observation_id, any_value(n.value) AS said, any_value(n.high) AS said_high, count(*) AS provinces,
        sum(k.value) AS total, sum(k.low) AS total_low, list(k.observation_id ORDER BY k.place) AS parts
    FROM national AS n
    INNER JOIN known AS k
        ON k.kind = n.kind AND k.subject = n.subject AND k.unit = n.unit AND k.period_type = n.period_type
        AND k.told_in = n.told_in AND k.until IS NOT DISTINCT FROM n.until AND k.since IS NOT DISTINCT FROM n.since
        AND k.field IS NOT DISTINCT FROM n.field AND k.status IS NOT DISTINCT FROM n.status
    GROUP BY n.observation_id
), part_claims AS (
    SELECT s.observation_id, list(o.claim_id ORDER BY o.place, o.claim_id) AS claim_ids
    FROM (SELECT observation_id, unnest(parts) AS part_id FROM sums) AS s
    INNER JOIN observations AS o ON o.observation_id = s.part_id
    GROUP BY s.observation_id
)
SELECT
    o.claim_id,
    list_prepend(o.claim_id, p.claim_ids) AS claim_ids,
    CASE
        WHEN s.total_low > s.said_high + s.said / 10 THEN 'fails'
        WHEN s.provinces < (SELECT count(*) FROM provinces) THEN 'cannot_tell'
        WHEN abs(s.total - s.said) <= s.said / 10 THEN 'holds'
        ELSE 'fails'
    END AS verdict,
    s.total AS expected,
    s.said AS found,
    s.said / 10 AS tolerance,  -- numbers of up to a year before or after
    s.provinces || ' of ' || (SELECT count(*) FROM provinces) || ' provinces known' AS note
FROM sums AS s
INNER JOIN observations AS o USING (observation_id)
INNER JOIN part_claims AS p USING (observation_id);
