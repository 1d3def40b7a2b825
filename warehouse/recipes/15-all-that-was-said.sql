-- All that was said of one number
-- همه آنچه درباره یک عدد گفته شد
--
-- What did different people say of the NGOs of Isfahan around the summer of 1403? Observations, not articles: what ten
-- sites copied stands once, with the number of its reports and outlets.
SELECT value, bound, low, high, speaker, official, first_reported, reports, outlets, evidence
FROM observations
WHERE
    subject = 'ngo'
    AND kind = 'count'
    AND place = 'IR-10'
    AND field IS NULL
    AND locality IS NULL
    AND period_end BETWEEN DATE '2024-07-01' AND DATE '2024-07-31'
ORDER BY first_reported, value, observation_id
