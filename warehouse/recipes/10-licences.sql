-- Licences by year
-- مجوزها به تفکیک سال
--
-- How many licences were given, and how many NGOs were licensed? `subject` tells the two apart: «۱۲۰ مجوز» counts
-- papers, «۸۴ سمن مجوز گرفتند» organisations.
SELECT place_en, place_fa, jalali_year, subject_en, value, bound, official, evidence
FROM licences
WHERE modality = 'actual'
ORDER BY place, jalali_year, subject, value
LIMIT 20
