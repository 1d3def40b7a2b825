-- Money by kind
-- پول به تفکیک گونه
--
-- Who gave how much? In billion tomans (1 toman = 10 rials). A loan is not a gift, and a budget may not have been paid.
SELECT subject_en, subject_fa, place_fa, jalali_year, billion_toman, bound, evidence
FROM money
WHERE modality = 'actual'
ORDER BY subject, billion_toman DESC, place
LIMIT 20
