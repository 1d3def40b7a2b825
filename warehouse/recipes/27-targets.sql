-- Targets and what came of them
-- هدف‌ها و آنچه شد
--
-- How many NGOs were planned, and what is the latest actual number? `reached_percent` compares the two; the target's
-- day may not have come yet.
SELECT
    t.place_fa,
    t.subject_fa,
    t.value AS target,
    t.period_end_jalali AS target_day,
    n.value AS actual,
    n.period_end_jalali AS actual_day,
    round(100 * CAST(n.value / t.value AS DOUBLE), 1) AS reached_percent,
    t.evidence
FROM series_readable AS t
INNER JOIN latest_numbers AS n
    ON n.place = t.place
    AND n.subject = t.subject
    AND n.locality IS NOT DISTINCT FROM t.locality
    AND n.field IS NOT DISTINCT FROM t.field
WHERE t.modality = 'target' AND t.kind = 'count' AND t.subject = 'ngo' AND n.subject = 'ngo' AND t.value > 0
ORDER BY t.place, t.period_end, t.point_id
LIMIT 20
