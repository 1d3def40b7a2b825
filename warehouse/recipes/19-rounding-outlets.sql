-- Outlets that round
-- رسانه‌هایی که گرد می‌کنند
--
-- Which outlets give rounded numbers? The share of their claims that are bounded or round to the hundred, of counts of
-- at least 1,000. With few claims a share says little.
SELECT
    d.outlet,
    count(*) AS claims,
    count(*) FILTER (c.bound <> 'exact' OR c.value % 100 = 0) AS rounded,
    round(100.0 * count(*) FILTER (c.bound <> 'exact' OR c.value % 100 = 0) / count(*), 1) AS rounded_percent
FROM claims AS c
INNER JOIN documents AS d USING (document_id)
WHERE c.kind = 'count' AND c.value >= 1000 AND d.outlet IS NOT NULL
GROUP BY d.outlet
ORDER BY rounded_percent DESC, claims DESC, d.outlet
