-- How many numbers were checked, and with what result
-- چند عدد وارسی شد و با چه نتیجه
--
-- A check that cannot tell is no defect: most articles do not give the numbers that it needs.
SELECT
    c.name_en,
    c.name_fa,
    count(*) FILTER (a.verdict = 'holds') AS holds,
    count(*) FILTER (a.verdict = 'fails') AS fails,
    count(*) FILTER (a.verdict = 'cannot_tell') AS cannot_tell
FROM audits AS a
INNER JOIN audit_checks AS c USING (check_code)
GROUP BY c.name_en, c.name_fa
ORDER BY c.name_en
