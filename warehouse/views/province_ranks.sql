-- Provinces in the order of their numbers, as computed here: of stocks by latest_numbers, of flows by Jalali year.
-- Beside it the latest rank that was claimed among the provinces by the same measure, of a flow for the same year. The
-- position is only among the provinces whose number is known, and numbers of far days compare badly: see provinces and
-- day.
CREATE OR REPLACE VIEW province_ranks AS
WITH numbers AS (
    SELECT * EXCLUDE (calendar, year, start_year), year
    FROM yearly
    WHERE
        calendar = 'jalali'
        AND nature = 'flow'
        AND status IS NULL
        AND locality IS NULL
        AND field IS NULL
        AND place LIKE 'IR-%'
    UNION ALL BY NAME
    SELECT *
    FROM latest_numbers
    WHERE locality IS NULL AND field IS NULL AND place LIKE 'IR-%'
), said AS (
    SELECT
        coalesce(rank_by, subject) AS subject,
        place,
        CASE WHEN period_type <> 'as_of' THEN jalali_year END AS year,
        value,
        high,
        evidence,
        period_end,
        claim_id,
        last_reported
    FROM series_readable
    WHERE
        kind = 'rank'
        AND scope = 'IR'
        AND modality = 'actual'
        AND locality IS NULL
        AND field IS NULL
        AND place LIKE 'IR-%'
), claimed AS (
    SELECT *
    FROM said
    QUALIFY row_number() OVER (
        PARTITION BY subject, place, year ORDER BY period_end DESC NULLS LAST, last_reported DESC, claim_id
    ) = 1
)
SELECT
    n.kind,
    n.subject,
    n.subject_en,
    n.subject_fa,
    n.unit,
    n.nature,
    n.year AS jalali_year,
    rank() OVER same_measure AS position,
    count(*) OVER (PARTITION BY n.kind, n.subject, n.unit, n.nature, n.year) AS provinces,
    n.place AS province,
    n.place_en AS province_en,
    n.place_fa AS province_fa,
    n.value,
    n.bound,
    n.low,
    n.high,
    n.status,
    n.agreement,
    n.period_end AS day,
    n.period_end_jalali AS day_jalali,
    c.value AS claimed_position,
    c.period_end AS claimed_day,
    c.evidence AS claimed_evidence,
    n.evidence,
    n.point_id,
    n.claim_id,
    c.claim_id AS claimed_claim_id
FROM numbers AS n
LEFT JOIN claimed AS c ON c.subject = n.subject AND c.place = n.place AND c.year IS NOT DISTINCT FROM n.year
WINDOW same_measure AS (PARTITION BY n.kind, n.subject, n.unit, n.nature, n.year ORDER BY n.value DESC);
COMMENT ON VIEW province_ranks IS 'Ranking of provinces by any subject, computed from the numbers, beside the rank that was claimed | رتبه استان‌ها در هر موضوع، حساب‌شده از عددها، در کنار رتبه‌ای که گفته شد';
