CREATE OR REPLACE VIEW province_latest AS
SELECT
    s.subject,
    s.subject_en,
    s.subject_fa,
    s.place AS province,
    s.place_en AS province_en,
    s.place_fa AS province_fa,
    s.field,
    s.field_en,
    s.field_fa,
    s.status,
    s.value,
    s.bound,
    s.low,
    s.high,
    s.agreement,
    s.period_end AS day,
    s.period_end_jalali AS day_jalali,
    n.population,
    n.date AS population_date,
    n.basis AS population_basis,
    round(CAST(s.value AS DOUBLE) * 100000 / n.population, 2) AS per_100000,
    s.official,
    s.speaker,
    s.evidence,
    s.reports,
    s.outlets,
    s.point_id,
    s.observation_id,
    s.claim_id
FROM latest_numbers AS s
LEFT JOIN populations AS n ON n.place = s.place AND s.period_end BETWEEN n.valid_from AND n.valid_to
WHERE s.subject_group = 'organisation' AND s.locality IS NULL AND s.place LIKE 'IR-%';
COMMENT ON VIEW province_latest IS 'Latest number of organisations by province, with the number per 100,000 people | آخرین شمار سازمان‌ها در هر استان، و شمار برای هر ۱۰۰٬۰۰۰ نفر';
