-- A target against the first actual number of the same thing from its date on, within a year. One that is only to stay
-- below a number («at most») is reached below it. What was told before that date is no result.
WITH targets AS (
    SELECT
        t.*, series_key(kind, subject, unit, field, status, scope, rank_by, place, locality, 'actual') AS actual_series
    FROM observations AS t
    WHERE modality = 'target' AND kind IN ('count', 'amount', 'measure') AND period_end IS NOT NULL
        AND observation_id IN (SELECT observation_id FROM target_scope)
), reached AS (
    SELECT t.observation_id, arg_min(s, row(s.period_end, s.point_id)) AS actual
    FROM targets AS t
    INNER JOIN series AS s ON s.series_id = t.actual_series
    WHERE s.period_end BETWEEN t.period_end AND t.period_end + 366
        AND coalesce(s.last_reported >= t.period_end, true)
    GROUP BY t.observation_id
)
SELECT
    t.claim_id,
    [t.claim_id, o.claim_id] AS claim_ids,
    CASE
        WHEN r.actual.high < t.low OR (t.low IS NULL AND r.actual.low > t.high) THEN 'fails'
        WHEN r.actual.low >= t.low OR (t.low IS NULL AND r.actual.high <= t.high) THEN 'holds'
        ELSE 'cannot_tell'
    END AS verdict,
    r.actual.value AS expected,
    t.value AS found,
    0 AS tolerance,
    'actual number of ' || r.actual.period_end AS note
FROM targets AS t
INNER JOIN reached AS r USING (observation_id)
INNER JOIN observations AS o ON o.observation_id = r.actual.observation_id;
