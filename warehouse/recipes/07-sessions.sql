-- Sessions and training by province and year
-- جلسه‌ها و دوره‌های آموزشی به تفکیک استان و سال
--
-- How many sessions and courses were held in each province in each Jalali year? The figure that covers most of the
-- year: `days` well below 365 means that the year was not over when it was said.
SELECT province_en, province_fa, jalali_year, subject_fa, value, days, evidence
FROM province_activities
WHERE locality IS NULL AND subject IN ('session', 'training')
ORDER BY province, jalali_year, subject
