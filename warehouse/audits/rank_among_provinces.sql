-- A province's rank by a number of things against what is known of all provinces for that time: of a state for each the
-- number nearest to it within a year, of anything else the same period, for what was founded this year says nothing of
-- what there is. Provinces of which nothing is known may stand anywhere.
WITH ranks AS (
    SELECT
        *, (SELECT subject FROM subjects AS known WHERE known.subject = claims.rank_by) AS measure,
        year(period_end) * 12 + month(period_end) AS told_in,
        CASE WHEN period_type <> 'as_of' THEN period_start END AS since,
        CASE WHEN period_type <> 'as_of' THEN period_end END AS until
    FROM claims
    WHERE kind = 'rank' AND scope = 'IR' AND place LIKE 'IR-%' AND locality IS NULL AND modality = 'actual'
        AND period_end IS NOT NULL
        AND claim_id IN (SELECT claim_id FROM audit_scope WHERE check_code = 'rank_among_provinces')
), questions AS (
    SELECT DISTINCT measure, field, period_type, told_in, since, until FROM ranks WHERE measure IS NOT NULL
), asked AS (
    SELECT DISTINCT measure AS subject, told_in + unnest(range(-12, 13)) AS known_in FROM questions
), monthly AS (
    SELECT
        subject, field, period_type, place, year(period_end) * 12 + month(period_end) AS known_in,
        CASE WHEN period_type <> 'as_of' THEN period_start END AS since,
        CASE WHEN period_type <> 'as_of' THEN period_end END AS until,
        arg_max(
            {'low': low, 'high': high, 'observation_id': observation_id}, row(period_end, reports, observation_id)
        ) AS latest
    FROM series
    SEMI JOIN asked ON asked.subject = series.subject AND asked.known_in = year(period_end) * 12 + month(period_end)
    -- what is registered or active is, in such reports, what there is
    WHERE kind = 'count' AND modality = 'actual' AND coalesce(status, 'active') IN ('active', 'registered')
        AND locality IS NULL AND place LIKE 'IR-%'
        AND period_end IS NOT NULL
    GROUP BY ALL
), nearest_known AS (
    SELECT
        q.*, m.place,
        arg_min(m.latest, row(abs(m.known_in - q.told_in), m.known_in)) AS nearest
    FROM questions AS q
    INNER JOIN monthly AS m
        ON m.subject = q.measure AND m.field IS NOT DISTINCT FROM q.field AND m.period_type = q.period_type
        AND m.since IS NOT DISTINCT FROM q.since AND m.until IS NOT DISTINCT FROM q.until
    WHERE m.known_in BETWEEN q.told_in - 12 AND q.told_in + 12
    GROUP BY ALL
), known AS (
    SELECT * EXCLUDE (nearest), nearest.* FROM nearest_known
), compared AS (
    SELECT
        r.claim_id, any_value(r.value) AS said, any_value(coalesce(r.value_high, r.value)) AS said_high,
        count(other.place) AS others,
        count(*) FILTER (other.low > own.high) AS above,
        count(*) FILTER (other.high < own.low) AS below,
        list(other.observation_id) FILTER (other.low > own.high) AS above_ids,
        any_value(own.observation_id) AS own_id
    FROM ranks AS r
    INNER JOIN known AS own
        ON own.measure = r.measure AND own.field IS NOT DISTINCT FROM r.field AND own.told_in = r.told_in
        AND own.period_type = r.period_type AND own.since IS NOT DISTINCT FROM r.since
        AND own.until IS NOT DISTINCT FROM r.until
        AND own.place = r.place
    INNER JOIN known AS other
        ON other.measure = r.measure AND other.field IS NOT DISTINCT FROM r.field AND other.told_in = r.told_in
        AND other.period_type = r.period_type AND other.since IS NOT DISTINCT FROM r.since
        AND other.until IS NOT DISTINCT FROM r.until
        AND other.place <> r.place
    GROUP BY r.claim_id
), looked_at AS (
    SELECT c.claim_id, list(DISTINCT o.claim_id ORDER BY o.claim_id) AS claim_ids
    FROM (SELECT claim_id, unnest(list_append(above_ids, own_id)) AS observation_id FROM compared) AS c
    INNER JOIN observations AS o USING (observation_id)
    GROUP BY c.claim_id
), provinces_in_all AS (
    SELECT count(*) AS number FROM provinces
)
SELECT
    c.claim_id,
    list_prepend(c.claim_id, l.claim_ids) AS claim_ids,
    CASE
        WHEN c.said_high < 1 + c.above OR c.said > p.number - c.below THEN 'fails'
        WHEN c.others + 1 = p.number THEN 'holds'
        ELSE 'cannot_tell'
    END AS verdict,
    1 + c.above AS expected,
    c.said AS found,
    p.number - c.below - 1 - c.above AS tolerance,  -- from the best place that the numbers allow to the worst
    (c.others + 1) || ' of ' || p.number || ' provinces known, ' || c.above || ' above it' AS note
FROM compared AS c
INNER JOIN looked_at AS l USING (claim_id)
CROSS JOIN provinces_in_all AS p;
