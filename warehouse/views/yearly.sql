-- One figure a series and year, by the Jalali and by the Gregorian calendar: of stocks an official's, and of these the
-- last of the year; of flows the one that covers most of it. A flow that crosses the turn of the year is of no year.
CREATE OR REPLACE VIEW yearly AS
WITH dated AS (
    SELECT 'jalali' AS calendar, jalali_year AS year, start_jalali_year AS start_year, * FROM series_readable
    UNION ALL
    SELECT 'gregorian', year(period_end), year(period_start), * FROM series_readable
)
SELECT *
FROM dated
WHERE nature = 'stock' OR (nature = 'flow' AND start_year = year)
QUALIFY row_number() OVER (
    PARTITION BY series_id, nature, year, calendar, kind, subject, place  -- the last four for filters to go below
    ORDER BY
        CASE WHEN nature = 'flow' THEN period_end - period_start END DESC,
        official DESC,
        period_end DESC,
        bound = 'exact' DESC,
        point_id
) = 1;
COMMENT ON VIEW yearly IS 'One figure of each series a year, Jalali and Gregorian | از هر سری در هر سال یک عدد، خورشیدی و میلادی';
