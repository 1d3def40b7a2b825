-- A series in both calendars
-- یک سری در هر دو تقویم
--
-- What does the number of NGOs of Isfahan look like year by year, by the Jalali and by the Gregorian calendar? Of a
-- stock an official's last number of the year stands for it.
SELECT calendar, year, value, bound, period_end, period_end_jalali, evidence
FROM yearly
WHERE subject = 'ngo' AND place = 'IR-10' AND status = 'active' AND field IS NULL AND locality IS NULL
ORDER BY calendar, year
