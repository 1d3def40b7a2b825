-- Which population goes with a day: the latest census or estimate up to it, a census before an estimate of the same
-- day; with days before the first, the first.
CREATE OR REPLACE VIEW populations AS
WITH known AS (
    SELECT place, date, arg_min(population, basis) AS population, min(basis) AS basis
    FROM population
    WHERE county_code = ''
    GROUP BY place, date
)
SELECT
    place,
    population,
    date,
    basis,
    CASE WHEN lag(date) OVER by_date IS NULL THEN DATE '0001-01-01' ELSE date END AS valid_from,
    coalesce(lead(date) OVER by_date - 1, DATE '9999-12-31') AS valid_to
FROM known
WINDOW by_date AS (PARTITION BY place ORDER BY date);
COMMENT ON VIEW populations IS 'Population of country and provinces, with the days for which it is taken | جمعیت کشور و استان‌ها، با روزهایی که برای آن‌ها به کار می‌رود';
