-- Pareto: how few provinces hold most of the NGOs
-- پارتو: چند استان بیشتر سمن‌ها را دارند
--
-- Which provinces make up half and four fifths of all NGOs that are known? `running_percent` is of the sum of the known
-- provinces, not of the country.
SELECT
    province_en,
    province_fa,
    value,
    round(100 * CAST(value AS DOUBLE) / sum(value) OVER (), 1) AS percent,
    round(
        100 * CAST(sum(value) OVER (ORDER BY value DESC, province) AS DOUBLE) / sum(value) OVER (), 1
    ) AS running_percent
FROM province_latest
WHERE subject = 'ngo' AND field IS NULL
ORDER BY value DESC, province
