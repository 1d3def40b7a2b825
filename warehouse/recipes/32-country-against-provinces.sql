-- The country against the sum of its provinces
-- کشور در برابر جمع استان‌ها
--
-- How much of the national number of NGOs do the provinces that are known make up, and how many people live in the
-- rest?
SELECT
    c.value AS country,
    c.period_end_jalali AS country_day,
    sum(p.value) AS known_provinces,
    count(*) AS provinces,
    round(100 * CAST(sum(p.value) / any_value(c.value) AS DOUBLE), 1) AS percent_of_country,
    round(100.0 * sum(p.population) / any_value(n.population), 1) AS percent_of_people
FROM latest_numbers AS c
INNER JOIN populations AS n ON n.place = 'IR' AND c.period_end BETWEEN n.valid_from AND n.valid_to
INNER JOIN province_latest AS p ON p.subject = c.subject AND p.field IS NULL
WHERE c.place = 'IR' AND c.subject = 'ngo' AND c.field IS NULL AND c.locality IS NULL
GROUP BY c.value, c.period_end_jalali
ORDER BY country
