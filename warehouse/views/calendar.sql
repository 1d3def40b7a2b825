-- The days 1900 to 2099 with their Jalali date, by the arithmetic rule of 33-year cycles (8 leap years in 33), which
-- agrees with the calendar in force for all of these years. Articles go back to the founding of old charities. Dates
-- before the calendar became law (1 Farvardin 1304) are reckoned as if it had been.
CREATE OR REPLACE VIEW calendar AS
WITH days AS (
    SELECT CAST(day AS DATE) AS day, CAST(day AS DATE) - DATE '1970-01-01' + 1075195 AS number
    FROM range(TIMESTAMP '1900-01-01', TIMESTAMP '2100-01-01', INTERVAL 1 DAY) AS all_days(day)
), cycles AS (
    SELECT day, -1595 + 33 * (number // 12053) + 4 * ((number % 12053) // 1461) AS year, (number % 12053) % 1461 AS rest
    FROM days
), years AS (
    SELECT
        day,
        CASE WHEN rest > 365 THEN year + (rest - 1) // 365 ELSE year END AS year,
        CASE WHEN rest > 365 THEN (rest - 1) % 365 ELSE rest END AS rest
    FROM cycles
), parts AS (
    SELECT
        day,
        year,
        CASE WHEN rest < 186 THEN 1 + rest // 31 ELSE 7 + (rest - 186) // 30 END AS month,
        CASE WHEN rest < 186 THEN 1 + rest % 31 ELSE 1 + (rest - 186) % 30 END AS month_day
    FROM years
)
SELECT
    day,
    CAST(year AS INTEGER) AS jalali_year,
    CAST(month AS INTEGER) AS jalali_month,
    CAST(month_day AS INTEGER) AS jalali_day,
    printf('%04d-%02d-%02d', year, month, month_day) AS jalali
FROM parts;
COMMENT ON VIEW calendar IS 'Days 1900 to 2099 with their Jalali date | روزهای ۱۹۰۰ تا ۲۰۹۹ با تاریخ خورشیدی';
