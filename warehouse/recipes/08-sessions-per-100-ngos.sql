-- Sessions for every hundred NGOs
-- جلسه برای هر صد سمن
--
-- Who meets its NGOs most, for their number? The sessions of the Jalali year 1402 over the latest number of NGOs.
SELECT
    a.province_en,
    a.province_fa,
    a.value AS sessions,
    n.value AS ngos,
    n.day_jalali AS ngos_day,
    round(100 * CAST(a.value / n.value AS DOUBLE), 1) AS per_100_ngos
FROM province_activities AS a
INNER JOIN province_latest AS n ON n.province = a.province AND n.subject = 'ngo' AND n.field IS NULL
WHERE a.subject = 'session' AND a.jalali_year = 1402 AND a.locality IS NULL AND a.kind = 'count'
ORDER BY per_100_ngos DESC, a.province
