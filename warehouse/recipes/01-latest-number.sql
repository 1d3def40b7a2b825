-- The latest number of NGOs in every province, per 100,000 people
-- آخرین شمار سازمان‌های مردم‌نهاد هر استان و شمار برای صد هزار نفر
--
-- How many NGOs does each province have, for its people? One row a province. `low` and `high` are the interval that all
-- claims of that number allow; `day_jalali` says how old it is; `agreement` is `contested` where observations do not
-- agree.
SELECT province_en, province_fa, value AS ngos, low, high, day_jalali, per_100000, population_basis, agreement
FROM province_latest
WHERE subject = 'ngo' AND field IS NULL
ORDER BY per_100000 DESC, province
