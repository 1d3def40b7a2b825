-- Who speaks, and how often he is contradicted
-- چه کسی سخن می‌گوید و چند بار با او مخالفت شد
--
-- The people with most numbers. `contradicted` counts their observations that stand in a contradiction, whoever is
-- right. A name is one person however it is spelt.
WITH disputed AS (
    SELECT observation_a AS observation_id FROM contradictions UNION SELECT observation_b FROM contradictions
), names AS (
    SELECT
        o.speaker,
        min(o.speaker_role) AS speaker_role,
        count(*) AS observations,
        sum(o.outlets) AS carried_by,
        count(d.observation_id) AS contradicted
    FROM observations AS o
    LEFT JOIN disputed AS d USING (observation_id)
    WHERE o.speaker IS NOT NULL
    GROUP BY o.speaker
)
SELECT
    min(speaker) AS speaker,
    min(speaker_role) AS speaker_role,
    sum(observations) AS observations,
    sum(carried_by) AS carried_by,
    sum(contradicted) AS contradicted
FROM names
GROUP BY folded(speaker)
ORDER BY observations DESC, speaker
LIMIT 10
