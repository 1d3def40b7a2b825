-- Provinces without a recent number
-- استان‌های بی‌عدد تازه
--
-- Where is a figure wanting? Provinces whose latest number of NGOs is more than a year older than the newest article,
-- those of which there is an old number first. The rest have none at all.
SELECT province_en, province_fa, latest_day, latest_day_jalali, days_old
FROM coverage
WHERE subject = 'ngo' AND NOT recent
ORDER BY days_old DESC NULLS LAST, fa(province_fa)
LIMIT 20
