SELECT claim_id AS id, 'its observation is not there' AS problem FROM claims ANTI JOIN observations USING (observation_id)
UNION ALL
SELECT point_id, 'its best observation is not there, or speaks of another point'
FROM series ANTI JOIN observations USING (observation_id, point_id)
UNION ALL
SELECT observation_id, 'the point of the series that it speaks of is not there'
FROM observations ANTI JOIN series USING (point_id)
UNION ALL
SELECT contradiction_id, 'an observation of the two is not there'
FROM contradictions
WHERE observation_a NOT IN (SELECT observation_id FROM observations)
    OR observation_b NOT IN (SELECT observation_id FROM observations);
