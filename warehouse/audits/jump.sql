-- A state against the one before it in its series, at most a year earlier: three times as much or a third is a jump.
-- Where only what a bound leaves open can make it one or none, it cannot be told.
SELECT
    o.claim_id,
    [o.claim_id, b.claim_id] AS claim_ids,
    CASE
        WHEN s.low > 3 * s.before.high OR 3 * s.high < s.before.low THEN 'fails'
        WHEN s.value <= 3 * s.before.value AND 3 * s.value >= s.before.value THEN 'holds'
        ELSE 'cannot_tell'
    END AS verdict,
    s.before.value AS expected,
    s.value AS found,
    2 * s.before.value AS tolerance,
    'the one before is of ' || s.before.period_end AS note
FROM states AS s
INNER JOIN observations AS o USING (observation_id)
INNER JOIN observations AS b ON b.observation_id = s.before.observation_id
WHERE s.period_end - s.before.period_end <= 366 AND s.point_id IN (FROM near_points);
