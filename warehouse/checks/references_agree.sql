-- The reference tables are edited by hand, each in its own file.
SELECT county_code AS id, 'county of an unknown province ' || province AS problem FROM counties ANTI JOIN provinces USING (province)
UNION ALL
SELECT name_fa, 'city of an unknown province ' || province FROM cities ANTI JOIN provinces USING (province)
UNION ALL
SELECT outlet, 'outlet of an unknown province ' || province FROM outlets ANTI JOIN provinces USING (province)
WHERE province IS NOT NULL
UNION ALL
SELECT place, 'population of an unknown province' FROM population
WHERE place <> 'IR' AND place NOT IN (SELECT province FROM provinces)
UNION ALL
SELECT county_code, 'population of an unknown county' FROM population ANTI JOIN counties USING (county_code)
WHERE county_code <> ''
UNION ALL
SELECT subject, 'calibration of an unknown subject' FROM calibration ANTI JOIN subjects USING (subject) WHERE subject <> '*'
UNION ALL
SELECT '*', 'calibration without the whole' WHERE NOT EXISTS (FROM calibration WHERE rule = '*' AND subject = '*')
UNION ALL
SELECT measure, 'a band whose low is above its high' FROM bands WHERE low > high;
