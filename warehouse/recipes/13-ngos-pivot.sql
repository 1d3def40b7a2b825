-- NGOs as a table to export: provinces down, years across
-- سمن‌ها به شکل جدول: استان‌ها در سطر، سال‌ها در ستون
--
-- The last number of each Jalali year. A gap is a year of which nothing was read, not a zero.
PIVOT (
    SELECT place_en, place_fa, year, max(value) AS ngos
    FROM yearly
    WHERE
        calendar = 'jalali'
        AND subject = 'ngo'
        AND nature = 'stock'
        AND period_type = 'as_of'
        AND field IS NULL
        AND locality IS NULL
        AND place LIKE 'IR-%'
    GROUP BY ALL
)
ON year IN (1402, 1403, 1404)
USING max(ngos)
GROUP BY place_en, place_fa
ORDER BY place_en
