-- Who copies whom
-- چه کسی از چه کسی برمی‌دارد
--
-- Which outlets carry texts that another one wrote? `claims` counts what came along.
SELECT copied_from, outlet, count(DISTINCT document_id) AS articles, count(*) AS claims
FROM appearances
WHERE copied_from IS NOT NULL
GROUP BY copied_from, outlet
ORDER BY articles DESC, copied_from, outlet
