-- Series under the names of SDMX
-- سری‌ها با نام‌های SDMX
--
-- The series under the names that statistical offices exchange. `OBS_STATUS`: A normal, E estimated (about, at least,
-- at most), F forecast (a target), P provisional (a year to date), U low reliability (contested).
SELECT "FREQ", "REF_AREA", "INDICATOR", "ACTIVITY", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS"
FROM sdmx
WHERE "REF_AREA" = 'IR-10' AND "INDICATOR" IN ('COUNT_NGO', 'COUNT_SESSION') AND "ACTIVITY" = '_T'
ORDER BY "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "POINT_ID"
LIMIT 20
