-- What one person said
-- آنچه یک نفر گفت
--
-- All numbers of one speaker in the order of their days; a name is found however it is spelt.
SELECT first_reported_jalali, subject_fa, value, bound, unit, evidence, first_outlet, outlets
FROM who_said_what
WHERE matches(speaker, 'كاوه رستگار')
ORDER BY first_reported, subject, value, observation_id
LIMIT 20
