-- Organisations per 100,000 people. The population is the latest census or estimate up to the end of the claim's period,
-- else the earliest known; which one it was stands in the row.
CREATE OR REPLACE VIEW province_density AS
WITH organisations AS (
    SELECT *
    FROM province_counts
    WHERE subject IN (SELECT subject FROM subjects WHERE subject_group = 'organisation') AND modality = 'actual'
), candidates AS (
    SELECT
        o.claim_id,
        n.population,
        n.date,
        n.basis,
        row_number() OVER (
            PARTITION BY o.claim_id
            ORDER BY
                n.date > coalesce(o.period_end, o.published, DATE '9999-12-31'),
                abs(date_diff('day', n.date, coalesce(o.period_end, o.published, DATE '9999-12-31'))),
                n.basis  -- a census before an estimate of the same day
        ) AS place_in_line
    FROM organisations AS o
    INNER JOIN population AS n ON n.place = o.province AND n.county_code = ''
)
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
    c.population,
    c.date AS population_date,
    c.basis AS population_basis,
    round(CAST(o.value AS DOUBLE) * 100000 / c.population, 2) AS per_100000,
    o.outlet,
    o.published,
    o.url,
    o.evidence,
    o.confidence,
    o.document_id,
    o.claim_id
FROM organisations AS o
INNER JOIN candidates AS c ON c.claim_id = o.claim_id AND c.place_in_line = 1;
COMMENT ON VIEW province_density IS 'Organisations per 100,000 people, with the census or estimate used | شمار سازمان‌ها برای هر ۱۰۰٬۰۰۰ نفر، با سرشماری یا برآوردی که به کار رفت';
