-- What the claims of each touched observation say together. The best evidence: looked at by a reviewer, said by an
-- official, closest bound, published first.
WITH roles AS (
    SELECT DISTINCT speaker_role, folded(speaker_role) AS folded_role
    FROM claims
    SEMI JOIN touched_observations USING (observation_id)
    WHERE speaker_role IS NOT NULL
), offices AS (
    SELECT DISTINCT speaker_role FROM roles INNER JOIN official_roles ON contains(folded_role, folded(word))
), mine AS (
    SELECT c.*, o.speaker_role IS NOT NULL AS official
    FROM claims AS c
    SEMI JOIN touched_observations USING (observation_id)
    LEFT JOIN offices AS o ON o.speaker_role = c.speaker_role
), carried AS (
    SELECT
        c.observation_id,
        count(DISTINCT a.outlet) AS outlets,
        min(a.published) AS first_reported,
        max(a.published) AS last_reported
    FROM mine AS c
    INNER JOIN appearances AS a USING (claim_id)
    GROUP BY c.observation_id
), told_together AS (
    SELECT
        observation_id,
        bool_or(official) AS official,
        arg_min(bound, row(closeness(bound), bound)) AS bound,
        max(lowest(value, value_high, bound)) AS low,
        min(highest(value, value_high, bound)) AS high,
        count(*) AS claims,
        count(DISTINCT report_id) AS reports
    FROM mine
    GROUP BY observation_id
), best AS (
    SELECT *
    FROM mine
    QUALIFY row_number() OVER (
        PARTITION BY observation_id
        ORDER BY review IS NULL, NOT official, closeness(bound), published NULLS LAST, claim_id
    ) = 1
)
SELECT
    b.observation_id,
    point_key(
        series_key(b.kind, b.subject, b.unit, b.field, b.status, b.scope, b.rank_by, b.place, b.locality, b.modality),
        b.period_type, b.period_start, b.period_end
    ) AS point_id,
    b.kind, b.subject, b.unit, b.field, b.status, b.scope, b.rank_by, b.place, b.locality, b.modality,
    b.period_type, b.period_start, b.period_end, b.register, b.speaker, b.speaker_role,
    t.official, b.value, t.bound, t.low, t.high, t.claims, t.reports,
    c.outlets, c.first_reported, c.last_reported,
    b.claim_id,
    b.evidence
FROM best AS b
INNER JOIN told_together AS t USING (observation_id)
INNER JOIN carried AS c USING (observation_id);
