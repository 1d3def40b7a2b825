-- Organisations per 100,000 people. The population is the latest census or estimate up to the end of the claim's
-- period, else the earliest known; which one it was stands in the row.
CREATE OR REPLACE VIEW province_density AS
SELECT
    o.subject,
    o.subject_en,
    o.subject_fa,
    o.province,
    o.province_en,
    o.province_fa,
    o.value,
    o.value_high,
    o.bound,
    o.status,
    o.field,
    o.period_type,
    o.period_start,
    o.period_end,
    n.population,
    n.date AS population_date,
    n.basis AS population_basis,
    round(CAST(o.value AS DOUBLE) * 100000 / n.population, 2) AS per_100000,
    o.outlet,
    o.published,
    o.url,
    o.evidence,
    o.confidence,
    o.document_id,
    o.claim_id
FROM province_counts AS o
INNER JOIN subjects AS s ON s.subject = o.subject AND s.subject_group = 'organisation'
INNER JOIN populations AS n
    ON n.place = o.province
    AND coalesce(o.period_end, o.published, DATE '9999-12-31') BETWEEN n.valid_from AND n.valid_to
WHERE o.modality = 'actual';
COMMENT ON VIEW province_density IS 'Organisations per 100,000 people, with the census or estimate used | شمار سازمان‌ها برای هر ۱۰۰٬۰۰۰ نفر، با سرشماری یا برآوردی که به کار رفت';
