-- Numbers that were revised
-- عددهایی که بازنگری شد
--
-- Which points of a series have another best value than before, or are held no more, and since which run?
SELECT run_id, change, subject, place, value_before, value_after, said_before, said_after
FROM changes
WHERE table_name = 'series' AND change <> 'added'
ORDER BY changed_at DESC, subject, place, value_before, id
LIMIT 20
