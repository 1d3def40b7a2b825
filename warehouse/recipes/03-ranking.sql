-- Ranking of the provinces, beside the rank that was claimed
-- رتبه استان‌ها در کنار رتبه‌ای که گفته شد
--
-- Which province has most NGOs, and does it say so? `position` is computed here among the `provinces` whose number is
-- known, so it is the best that a province can have; a `claimed_position` below it (a smaller number) cannot be right.
SELECT position, provinces, province_en, province_fa, value, day_jalali, claimed_position, claimed_evidence
FROM province_ranks
WHERE subject = 'ngo' AND nature = 'stock'
ORDER BY position, province
