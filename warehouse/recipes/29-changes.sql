-- What changed between two runs
-- آنچه میان دو اجرا دگرگون شد
--
-- How much came, changed and went, by table, between the end of one run and of another? Ids of runs stand in `runs`.
SELECT table_name, change, count(*) AS rows
FROM changes('first', 'second')
GROUP BY table_name, change
ORDER BY table_name, change
