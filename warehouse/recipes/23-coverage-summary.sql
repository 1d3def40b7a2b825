-- How much of the country is covered, by kind of organisation
-- پوشش کشور به تفکیک گونه سازمان
--
-- Of how many of the 31 provinces is a number known at all, and of how many a recent one?
SELECT
    subject_en,
    subject_fa,
    count(*) FILTER (figures > 0) AS provinces_known,
    count(*) FILTER (recent) AS provinces_recent,
    max(latest_day) AS newest_day
FROM coverage
GROUP BY subject_en, subject_fa
HAVING count(*) FILTER (figures > 0) > 0
ORDER BY provinces_known DESC, subject_en
