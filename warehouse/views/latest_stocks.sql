-- The latest stock of each subject, field, status, place and locality, by the rule that makes a point of a series: of
-- all that is of the year before the newest one, an official's before what was said second-hand, then the later, then
-- the exact. So a rounded word in passing does not take the place of last month's count, and an old count does not
-- stay.
CREATE OR REPLACE VIEW latest_stocks AS
WITH stocks AS (
    SELECT *, max(period_end) OVER (PARTITION BY series_id, subject, subject_group, place, locality) AS newest_day
    FROM series_readable
    WHERE nature = 'stock' AND kind = 'count'
)
SELECT * EXCLUDE (newest_day)
FROM stocks
QUALIFY row_number() OVER (
    PARTITION BY series_id, subject, subject_group, place, locality  -- all but the first for filters to go below
    ORDER BY
        period_end < newest_day - 365,
        official DESC,
        period_end DESC,
        bound = 'exact' DESC,
        last_reported DESC,
        point_id
) = 1;
COMMENT ON VIEW latest_stocks IS 'Latest number of each thing in each place, by status | آخرین عدد هر چیز در هر جا، به تفکیک وضعیت';
