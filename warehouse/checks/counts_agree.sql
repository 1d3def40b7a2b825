-- An observation counts the claims and reports that it is made of, a point of the series its observations. Looked at
-- are those of which something came or went since the last publication.
WITH observations_touched AS (
    SELECT observation_id FROM observations WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
    UNION
    SELECT observation_id FROM claims WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
    UNION
    SELECT observation_id FROM history.claims WHERE superseded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
), points_touched AS (
    SELECT point_id FROM series WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
    UNION
    SELECT point_id FROM observations WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
    UNION
    SELECT point_id FROM history.observations WHERE superseded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
), made_of AS (
    SELECT observation_id, count(*) AS claims, count(DISTINCT report_id) AS reports
    FROM claims SEMI JOIN observations_touched USING (observation_id)
    GROUP BY observation_id
), spoken_of AS (
    SELECT point_id, count(*) AS observations
    FROM observations SEMI JOIN points_touched USING (point_id)
    GROUP BY point_id
)
SELECT o.observation_id AS id, 'it counts other claims or reports than there are' AS problem
FROM observations AS o
SEMI JOIN observations_touched USING (observation_id)
LEFT JOIN made_of AS m USING (observation_id)
WHERE (o.claims, o.reports) IS DISTINCT FROM (m.claims, m.reports)
UNION ALL
SELECT s.point_id, 'it counts other observations than there are'
FROM series AS s
SEMI JOIN points_touched USING (point_id)
LEFT JOIN spoken_of AS p USING (point_id)
WHERE s.observations IS DISTINCT FROM p.observations;
