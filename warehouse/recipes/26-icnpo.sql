-- NGOs by ICNPO group
-- سمن‌ها به تفکیک گروه ICNPO
--
-- In which groups of the international classification do organisations work? A sum over the fields whose number is
-- known.
SELECT place_en, place_fa, icnpo_group, icnpo_name, organisations, fields_fa, newest_day
FROM icnpo_groups
WHERE subject = 'ngo'
ORDER BY place, organisations DESC, icnpo_group
