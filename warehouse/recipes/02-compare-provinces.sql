-- Two provinces side by side
-- دو استان در کنار هم
--
-- How do Isfahan and Fars compare in all that is counted of both? Only subjects with a number for both; `ratio` is the
-- first over the second. Compare the days too: the numbers may be of different years.
SELECT
    a.subject_en,
    a.subject_fa,
    a.value AS isfahan,
    a.period_end_jalali AS isfahan_day,
    b.value AS fars,
    b.period_end_jalali AS fars_day,
    round(CAST(a.value / b.value AS DOUBLE), 2) AS ratio
FROM latest_numbers AS a
INNER JOIN latest_numbers AS b ON b.subject = a.subject AND b.field IS NOT DISTINCT FROM a.field
WHERE a.place = 'IR-10' AND b.place = 'IR-07' AND a.locality IS NULL AND b.locality IS NULL AND b.value > 0
ORDER BY a.subject
