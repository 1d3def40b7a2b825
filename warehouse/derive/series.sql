-- The best value of each touched point, by the rule of docs/method.md: a named official before second hand, an exact
-- number before a rounded one, the later report before the earlier, the closer definition (a register is named) before
-- the looser; then what more reports say. Of what one speaker says of it in one report only the largest is asked (see
-- lesser.sql).
WITH mine AS (
    SELECT o.*, roundness(value) >= 100 AND abs(value) >= 1000 AS looks_rounded
    FROM observations AS o
    SEMI JOIN touched_points USING (point_id)
), asked AS (
    FROM mine ANTI JOIN lesser USING (observation_id)
), together AS (
    SELECT
        point_id,
        max(low) AS low,
        min(high) AS high,
        -- a point whose observations do not agree spans all that any of them allows
        CASE WHEN count(low) = count(*) THEN min(low) END AS lowest_of_all,
        CASE WHEN count(high) = count(*) THEN max(high) END AS highest_of_all,
        count(*) AS asked
    FROM asked
    GROUP BY point_id
), carried AS (
    SELECT
        o.point_id,
        count(DISTINCT o.observation_id) AS observations,
        count(DISTINCT c.report_id) AS reports,
        count(DISTINCT a.outlet) AS outlets,
        min(o.first_reported) AS first_reported,
        max(o.last_reported) AS last_reported
    FROM mine AS o
    INNER JOIN claims AS c USING (observation_id)
    INNER JOIN appearances AS a ON a.claim_id = c.claim_id
    GROUP BY o.point_id
), best AS (
    SELECT *
    FROM asked
    QUALIFY row_number() OVER (
        PARTITION BY point_id
        ORDER BY NOT official, closeness(bound), looks_rounded, last_reported DESC NULLS LAST, register IS NULL,
            reports DESC, observation_id
    ) = 1
)
SELECT
    b.point_id,
    series_key(
        b.kind, b.subject, b.unit, b.field, b.status, b.scope, b.rank_by, b.place, b.locality, b.modality
    ) AS series_id,
    b.kind, b.subject, b.unit, b.field, b.status, b.scope, b.rank_by, b.place, b.locality, b.modality,
    b.period_type, b.period_start, b.period_end, b.register, b.official, b.value, b.bound,
    CASE WHEN t.low > t.high THEN t.lowest_of_all ELSE t.low END AS low,
    CASE WHEN t.low > t.high THEN t.highest_of_all ELSE t.high END AS high,
    CASE
        WHEN t.asked = 1 THEN 'one'
        WHEN b.period_end IS NULL THEN 'undated'
        WHEN t.low > t.high THEN 'contested'
        ELSE 'agreed'
    END AS agreement,
    c.observations, c.reports, c.outlets, c.first_reported, c.last_reported,
    b.observation_id
FROM best AS b
INNER JOIN together AS t USING (point_id)
INNER JOIN carried AS c USING (point_id);
