-- Numbers that do not add up
-- عددهایی که با هم نمی‌خوانند
--
-- Which claims does arithmetic refute? `expected` is what the other numbers (or the census) make of it, `found` what
-- was said.
SELECT check_en, check_fa, place_fa, expected, found, tolerance, evidences, outlets, note
FROM audits_readable
WHERE verdict = 'fails'
ORDER BY reported DESC, check_code, claim_id
LIMIT 20
