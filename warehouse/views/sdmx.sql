-- The series under the names of SDMX. What has no end of its period, and what was denied, has no observation there.
-- TIME_PERIOD: 2024 a Gregorian year, 2024-07 a month, 2024-07-18 a day, else an ISO 8601 interval, first day/last day
-- (a Jalali year is 2024-03-20/2025-03-20). FREQ: A for a year of either calendar, M a month, D a day, _O what is
-- other. OBS_STATUS is a code of CL_OBS_STATUS, the first of these that is true: F forecast (a target), U low
-- reliability (the observations do not agree), E estimated (about, at least, at most), P provisional (a year to date),
-- A normal. REF_AREA is IR, ISO 3166-2, ISO 3166-1, or XW for the world; UNIT_MEASURE is the unit of the claim model;
-- UNIT_MULT 0 says that values are in ones. OBS_LOW and OBS_HIGH are the interval that all claims allow.
CREATE OR REPLACE VIEW sdmx AS
WITH dated AS (
    SELECT
        *,
        CASE WHEN period_type = 'as_of' THEN period_end ELSE coalesce(period_start, period_end) END AS first_day
    FROM series
    WHERE period_end IS NOT NULL AND modality <> 'negated'
), typed AS (
    SELECT
        *,
        CASE
            WHEN first_day = period_end THEN 'day'
            WHEN first_day = date_trunc('month', first_day) AND period_end = last_day(first_day) THEN 'month'
            WHEN
                first_day = date_trunc('year', period_end)
                AND strftime(period_end, '%m-%d') = '12-31' THEN 'year'
        END AS span
    FROM dated
)
SELECT
    CASE
        WHEN span = 'day' THEN 'D'
        WHEN span = 'month' OR period_type = 'month' THEN 'M'
        WHEN span = 'year' OR period_type = 'year' THEN 'A'
        ELSE '_O'
    END AS "FREQ",
    place AS "REF_AREA",
    locality AS "LOCALITY",
    upper(kind || '_' || subject) AS "INDICATOR",
    coalesce(upper(field), '_T') AS "ACTIVITY",
    coalesce(upper(status), '_T') AS "ORG_STATUS",
    coalesce(scope, '_Z') AS "SCOPE",
    coalesce(rank_by, '_Z') AS "RANK_BY",
    CASE span
        WHEN 'day' THEN strftime(period_end, '%Y-%m-%d')
        WHEN 'month' THEN strftime(period_end, '%Y-%m')
        WHEN 'year' THEN strftime(period_end, '%Y')
        ELSE strftime(first_day, '%Y-%m-%d') || '/' || strftime(period_end, '%Y-%m-%d')
    END AS "TIME_PERIOD",
    upper(period_type) AS "TIME_FORMAT",
    value AS "OBS_VALUE",
    low AS "OBS_LOW",
    high AS "OBS_HIGH",
    unit AS "UNIT_MEASURE",
    0 AS "UNIT_MULT",
    CASE
        WHEN modality = 'target' THEN 'F'
        WHEN agreement = 'contested' THEN 'U'
        WHEN bound IN ('about', 'at_least', 'at_most') THEN 'E'
        WHEN period_type = 'year_to_date' THEN 'P'
        ELSE 'A'
    END AS "OBS_STATUS",
    upper(bound) AS "BOUND",
    reports AS "REPORTS",
    last_reported AS "LAST_REPORTED",
    series_id AS "SERIES_ID",
    point_id AS "POINT_ID"
FROM typed;
COMMENT ON VIEW sdmx IS 'Series under the names of SDMX: REF_AREA, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, OBS_STATUS (F target, U contested, E about or a bound, P year to date, A normal) | سری‌ها با نام‌های SDMX؛ OBS_STATUS: هدف F، مناقشه‌ای U، حدود یا کران E، از آغاز سال P، عادی A';
