-- What was known then
-- آنچه آن روز دانسته بود
--
-- Which numbers of NGOs in Isfahan did the warehouse hold on 1 January 2025, whatever was learnt since? `as_of` gives
-- any table that keeps its past.
SELECT value, bound, period_end, first_reported, reports, outlets, evidence
FROM as_of(TIMESTAMP '2025-01-01', of := 'observations')
WHERE subject = 'ngo' AND kind = 'count' AND place = 'IR-10' AND field IS NULL AND modality = 'actual'
ORDER BY period_end DESC, value DESC, observation_id
LIMIT 20
