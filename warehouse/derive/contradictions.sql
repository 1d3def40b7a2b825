-- Observations that cannot both hold, where a point of either is near a touched one (docs/method.md):
-- of one point, the five that are best told against all others;
-- of one period, a whole and a part of it (a county of the province, the active of all) that is larger;
-- of one series, two states at most a year apart, one of which is more than twice the other.
-- No report contradicts itself: two numbers that one speaker gives of one place in one report are of two things, which
-- the fields do not tell apart.
WITH told_near AS (
    SELECT
        o.*,
        row_number() OVER (
            PARTITION BY o.point_id ORDER BY o.observation_id <> s.observation_id, o.reports DESC, o.observation_id
        ) AS turn
    FROM observations AS o
    SEMI JOIN near_points USING (point_id)
    INNER JOIN series AS s USING (point_id)
    WHERE o.modality = 'actual' AND o.period_end IS NOT NULL AND o.observation_id NOT IN (FROM lesser)
), same_point AS (
    SELECT
        a.observation_id AS one,
        b.observation_id AS other,
        likely_reason(
            a.value,
            b.value,
            CASE WHEN a.register <> b.register THEN 'another_register' ELSE 'contradiction' END
        ) AS reason
    FROM told_near AS a
    INNER JOIN told_near AS b ON b.point_id = a.point_id AND b.turn > a.turn
    WHERE a.turn <= 5 AND (a.high < b.low OR b.high < a.low)
), near_cells AS (
    SELECT DISTINCT kind, subject, unit, place, period_type, period_start, period_end
    FROM series
    SEMI JOIN near_points USING (point_id)
    WHERE modality = 'actual' AND period_end IS NOT NULL AND kind IN ('count', 'amount', 'measure')
), points AS (
    SELECT s.*
    FROM series AS s
    SEMI JOIN near_cells AS n
        ON n.kind = s.kind AND n.subject = s.subject AND n.unit = s.unit AND n.place = s.place
        AND n.period_type = s.period_type AND n.period_end = s.period_end
        AND n.period_start IS NOT DISTINCT FROM s.period_start
    WHERE s.modality = 'actual'
), whole_and_part AS (
    SELECT
        a.observation_id AS one,
        b.observation_id AS other,
        likely_reason(
            a.value,
            b.value,
            CASE WHEN a.locality IS DISTINCT FROM b.locality THEN 'county_against_province' ELSE 'another_definition' END
        ) AS reason
    FROM points AS a
    INNER JOIN points AS b
        ON b.kind = a.kind AND b.subject = a.subject AND b.unit = a.unit AND b.place = a.place
        AND b.period_type = a.period_type AND b.period_end = a.period_end
        AND b.period_start IS NOT DISTINCT FROM a.period_start
    WHERE a.point_id <> b.point_id
        AND (a.locality IS NULL OR folded(a.locality) = folded(b.locality))
        -- who applied and what was dissolved is no part of what there is
        AND (a.status = b.status OR (a.status IS NULL AND coalesce(b.status, '') NOT IN ('applied', 'dissolved')))
        AND (a.field IS NULL OR a.field = b.field)
        AND a.high < b.low
), consecutive AS (
    SELECT
        before.observation_id AS one,
        observation_id AS other,
        likely_reason(before.value, value, 'another_date') AS reason
    FROM states
    WHERE period_end - before.period_end <= 366 AND (low > 2 * before.high OR 2 * high < before.low)
), pairs AS (
    SELECT one, other, arg_min(reason, rank) AS reason
    FROM (
        SELECT *, 1 AS rank FROM same_point UNION ALL
        SELECT *, 2 FROM whole_and_part UNION ALL
        SELECT *, 3 FROM consecutive
    )
    GROUP BY one, other
), told_at_once AS (
    SELECT DISTINCT p.one, p.other
    FROM pairs AS p
    INNER JOIN claims AS c ON c.observation_id = p.one
    INNER JOIN claims AS d ON d.observation_id = p.other
    WHERE c.report_id = d.report_id
        AND folded(coalesce(c.speaker, c.speaker_role)) IS NOT DISTINCT FROM folded(coalesce(d.speaker, d.speaker_role))
        AND folded(c.locality) IS NOT DISTINCT FROM folded(d.locality)
)
SELECT
    md5(concat_ws('|', a.observation_id, b.observation_id)) AS contradiction_id,
    a.observation_id AS observation_a,
    b.observation_id AS observation_b,
    p.reason,
    a.kind,
    a.subject,
    a.place,
    greatest(a.first_reported, b.first_reported) AS reported,
    CAST(greatest(a.low - b.high, b.low - a.high) AS DOUBLE)
        / CAST(greatest(abs(coalesce(a.low, a.high)), abs(coalesce(b.low, b.high)), 1) AS DOUBLE) AS gap
FROM (FROM pairs ANTI JOIN told_at_once USING (one, other)) AS p
INNER JOIN observations AS x ON x.observation_id = p.one
INNER JOIN observations AS y ON y.observation_id = p.other
-- the one of the earlier period is a
INNER JOIN observations AS a ON a.observation_id = CASE
    WHEN row(x.period_end, x.first_reported, x.observation_id) <= row(y.period_end, y.first_reported, y.observation_id)
    THEN p.one ELSE p.other END
INNER JOIN observations AS b ON b.observation_id = CASE
    WHEN a.observation_id = p.one THEN p.other ELSE p.one END
WHERE a.point_id IN (FROM near_points) OR b.point_id IN (FROM near_points);
