-- Contested numbers
-- عددهای مناقشه‌ای
--
-- Which numbers are not what everybody says? Pairs of observations that cannot both hold, with what may be the reason,
-- both sentences, and who said them.
SELECT
    reason_en,
    reason_fa,
    place_fa,
    value_a,
    value_b,
    evidence_a,
    evidence_b,
    outlet_a,
    outlet_b,
    speaker_a,
    speaker_b
FROM contradictions_readable
ORDER BY gap DESC, reported DESC, contradiction_id
LIMIT 20
