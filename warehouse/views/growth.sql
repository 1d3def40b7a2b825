-- A year against the year before it that has a figure; yearly_percent is the even rate that leads from one to the other
-- where they are further apart than a year. A flow is compared with one of as many months: four months of a year say
-- nothing of growth beside the twelve of another.
CREATE OR REPLACE VIEW growth AS
WITH stepped AS (
    SELECT
        *,
        lag(year) OVER by_year AS previous_year,
        lag(value) OVER by_year AS previous_value,
        lag(bound) OVER by_year AS previous_bound,
        lag(evidence) OVER by_year AS previous_evidence
    FROM yearly
    WINDOW by_year AS (
        PARTITION BY series_id, nature, calendar, kind, subject, place,
            CASE WHEN nature = 'flow' THEN round((period_end - period_start) / 30.4) END
        ORDER BY year
    )
)
SELECT
    calendar,
    kind,
    subject,
    subject_en,
    subject_fa,
    unit,
    nature,
    place,
    place_en,
    place_fa,
    locality,
    field,
    field_en,
    field_fa,
    status,
    year,
    value,
    bound,
    agreement,
    previous_year,
    previous_value,
    previous_bound,
    value - previous_value AS difference,
    round(CAST(100 * (value / nullif(previous_value, 0) - 1) AS DOUBLE), 1) AS growth_percent,
    CASE
        WHEN value > 0 AND previous_value > 0
            THEN round(100 * (pow(CAST(value / previous_value AS DOUBLE), 1.0 / (year - previous_year)) - 1), 1)
    END AS yearly_percent,
    evidence,
    previous_evidence,
    series_id,
    point_id,
    claim_id
FROM stepped
WHERE previous_year IS NOT NULL;
COMMENT ON VIEW growth IS 'Growth by year of every series, Jalali and Gregorian | رشد سالانه هر سری، خورشیدی و میلادی';
